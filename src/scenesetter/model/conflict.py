"""Facts that cannot both hold."""

from typing import Annotated, Literal

from pydantic import Field

from scenesetter.model.value import Value

Difference = Literal["figure", "date", "opposite"]


class Side(Value):
    """Facts that agree with each other, by their ids, against those of the other sides.

    `words` are the figure or the date in the words of its first fact; empty where one side says
    yes and the other no.
    """

    facts: Annotated[tuple[str, ...], Field(min_length=1)]
    words: str


class Conflict(Value):
    """What the notes disagree on. `id` is derived from the ids of the facts."""

    id: str
    difference: Difference
    sides: Annotated[tuple[Side, ...], Field(min_length=2)]
