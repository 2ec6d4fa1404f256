"""Who reads the pack and what of it."""

from typing import Literal

from pydantic import Field

from scenesetter.model.value import Value

Part = Literal["overview", "papers", "biographies", "chronology", "gaps", "sources"]


class Audience(Value):
    """`name` is the folder's.

    `sections` are the sections of each issue paper in order; `limits` the most points that a
    section prints, and under "overview" those of a bottom line that the overview repeats;
    `longest` is the most words a printed fact may have, 0 for no limit.
    """

    name: str
    title: str
    summary: str
    parts: tuple[Part, ...]
    sections: tuple[str, ...]
    limits: dict[str, int] = Field(default_factory=dict)
    longest: int = 0
    papers: int = 0
    """The most issue papers where nobody has set an agenda, best supported first; 0: no limit."""
    ceiling: dict[str, str] = Field(default_factory=dict)
    """The highest marking this audience may see, by scheme; the scheme's lowest where absent."""
