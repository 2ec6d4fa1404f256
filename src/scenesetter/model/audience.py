"""Who reads the pack and what of it."""

from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field

from scenesetter.model.value import Value

Part = Literal[
    "overview", "scenario", "papers", "questions", "biographies", "chronology", "gaps", "changes",
    "clearance", "passages", "findings", "sources",
]  # fmt: skip
SectionName = Literal[
    "bottom-line", "they-want", "we-want", "each-side", "agreed", "friction", "said",
    "outside-views", "figures", "dates", "background", "conflicts", "unknown",
    "objectives", "points-to-make", "if-raised", "defensive", "press-line", "background-by-hand",
]  # fmt: skip
Count = Annotated[int, Field(ge=0)]
KNOWN_LIMITS: tuple[str, ...] = (*get_args(SectionName), "overview", "paper", "questions")


def _limited(name: str) -> str:
    if name not in KNOWN_LIMITS:
        raise ValueError(f"is no section; known: {', '.join(KNOWN_LIMITS)}")
    return name


Limited = Annotated[str, AfterValidator(_limited)]


class Room(Value):
    """What a page of these readers' type holds, below the title of a paper."""

    lines: Annotated[int, Field(ge=10)]
    letters: Annotated[int, Field(ge=20)]
    """Of a line."""


class Audience(Value):
    """`name` is the folder's.

    `sections` are the sections of each issue paper in order; `limits` the most points that a
    section prints, and under "overview" those of a bottom line that the overview repeats, and
    under "paper" those of a whole paper, where two lines of a person take one's place, under
    "questions" those asked on an issue;
    `longest` is the most words a printed fact may have, 0 for no limit.
    """

    name: str
    title: str
    summary: str
    on_request: bool = False
    """Built only for a briefing, or a command, that names it."""
    parts: tuple[Part, ...]
    sections: tuple[SectionName, ...]
    limits: dict[Limited, Count] = Field(default_factory=dict)
    longest: Count = 0
    room: Room | None = None
    """For an issue paper: facts that would stand beyond it, by estimate, are left out, and their
    number is said. None: as much as it takes."""
    spoken: Count = 40
    """The most words of a line that is to be spoken, 0 for no limit; more is a finding."""
    stand_ins: tuple[SectionName, ...] = ()
    """Sections that a paper has only until somebody writes its points to make."""
    answers: bool = False
    """Whether these readers answer the other side: each of its requests stands with our response,
    or with a word that there is none yet."""
    titles: dict[SectionName, str] = Field(default_factory=dict)
    """What these readers' papers call sections, where a house style has no name for them."""
    grades: bool = False
    """Whether these readers are shown the grade of each fact, "B2"."""
    papers: Count = 0
    """The most issue papers where nobody has set an agenda, best supported first; 0: no limit."""
    paper: Literal["a4", "letter", "a6"] | None = None
    """The sheet that this audience's pack is always printed on; None: what is asked for."""
    pages: dict[Literal["overview", "paper", "pack"], Count] = Field(default_factory=dict)
    """The most printed pages, of each issue paper under "paper"; more is a finding (LEN-05)."""
    releasable: bool = False
    """Only what a person has called releasable reaches these readers."""
    on_record: bool = False
    """Only what was said on the record, by somebody named, reaches these readers."""
    issues: tuple[str, ...] = ()
    """The only issues that these readers hear of; empty: all."""
    ceiling: dict[str, str] = Field(default_factory=dict)
    """The highest marking this audience may see, by scheme; the scheme's lowest where absent."""
    controls: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """The dissemination controls and categories these readers may see, by scheme; none where
    absent, "*" stands for all of the scheme."""
