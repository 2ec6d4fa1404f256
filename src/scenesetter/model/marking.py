"""Marking schemes: ordered levels as data. The tool carries and compares, never decides."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from scenesetter.model.value import Value


class Level(Value):
    """`name` is what a person writes, `banner` what the page says."""

    name: str
    banner: str


class MarkingScheme(Value):
    """`levels` run from the least to the most restricted."""

    name: str
    title: str
    authority: str
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]

    def rank(self, marking: str) -> int | None:
        """Position of a marking in the scheme, 0 the least restricted; None where unknown."""
        names = [level.name for level in self.levels]
        return names.index(marking) if marking in names else None

    def highest(self, markings: Iterable[str | None]) -> str | None:
        """The most restricted of the markings that the scheme knows, None where there is none."""
        ranked = [(self.rank(marking), marking) for marking in markings if marking is not None]
        known = [(rank, marking) for rank, marking in ranked if rank is not None]
        return max(known)[1] if known else None
