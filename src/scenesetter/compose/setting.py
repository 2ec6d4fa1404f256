"""What papers are written for, and what their facts are."""

from typing import NamedTuple

from scenesetter.model.audience import Audience
from scenesetter.model.engagement import Engagement
from scenesetter.model.fact import Fact


class Basis(NamedTuple):
    """What the facts of a pack are, as a sentence on what they lack begins, and those that wait
    beside them."""

    name: str = "The notes"
    waiting: tuple[Fact, ...] = ()

    @property
    def within(self) -> str:
        """Where such a sentence has it further on."""
        return f"{self.name[0].lower()}{self.name[1:]}"

    @property
    def nothing(self) -> str:
        return f"{self.name} hold nothing on this issue."


class Setting(NamedTuple):
    """The meeting, its readers, and what the facts are; `answered` are the ids of requests that
    somebody has answered."""

    engagement: Engagement
    audience: Audience
    basis: Basis = Basis()
    answered: frozenset[str] = frozenset()
