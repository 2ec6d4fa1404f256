"""What a person wrote for an issue: objectives, what to say, answers, the press line.

The trade calls each of these a line ("line to take") or a point. Here it is a line, because a
`Point` is what a pack prints.
"""

from typing import Literal

from scenesetter.model.value import Value

Purpose = Literal[
    "objectives",
    "points-to-make",
    "response",
    "if-raised",
    "defensive",
    "press-line",
    "background-by-hand",
]
Likelihood = Literal["certain", "possible"]
SPOKEN: frozenset[Purpose] = frozenset(
    {"points-to-make", "response", "if-raised", "defensive", "press-line"}
)
"""What is read aloud as it stands."""
JUDGING: frozenset[Purpose] = frozenset({"background-by-hand"})
"""Where a person judges. What is to be spoken may promise ("we may lift the fee") or be polite, and
no scale of analysts binds it."""


class Line(Value):
    """One thing to aim at, to say or to know, in a person's own words.

    `text` is plain, without its citations and what it declares. `number` is the line of the file,
    from 1.
    """

    purpose: Purpose
    text: str
    cites: tuple[str, ...]
    """Ids of facts, or the first letters of them, in the order written; never empty."""
    number: int
    likelihood: Likelihood | None = None
    """How likely it is to be raised, of what to say if raised."""
    marking: str | None = None
    """Given by the portion mark that the line begins with."""
    answers: tuple[str, ...] = ()
    """Of a response: those citations that it begins with, the requests that it answers."""
    derived: tuple[str, ...] = ()
    """Figures that the person declares to be worked out from what the line cites, or their own."""
    changed: str | None = None
    """Of a judgment, why it is another than it was in the last release (EST-07)."""

    @property
    def words(self) -> str:
        """All of it that is printed."""
        return " ".join(filter(None, (self.text, self.changed)))


class IssuePoints(Value):
    """The file `points/<issue>.md` as read. `path` is the file's, for findings."""

    issue: str
    path: str
    lines: tuple[Line, ...] = ()
    marking: str | None = None
    """Given by the file's front matter; it cuts the file whole."""
