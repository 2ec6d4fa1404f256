"""Facts and the passages that they rest on."""

from typing import Annotated, Literal

from pydantic import Field

from scenesetter.model.value import Value

FactKind = Literal[
    "quotation", "position", "request", "commitment", "assessment", "event", "figure"
]
Span = tuple[int, int]
"""Code points, half-open."""


class Attribution(Value):
    """Who is said to have said, wanted or promised what, as spans of one text.

    Spans are code points, half-open; content has several where a quotation is broken.
    `source` is empty where the text names nobody. `kind` is the kind of fact it makes.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    verbatim: bool
    kind: FactKind
    friction: bool = False
    """The cue tells of disagreement: criticise, deny, accuse, refuse, complain."""
    carried: bool = False
    """The source stands in another sentence, and only the order of the two says that it is this
    one: a quotation alone in its paragraph after another's."""


FISCAL_YEAR = "fiscal year"
"""How the reading of a fiscal year begins, which is not the calendar's."""


class Time(Value):
    """A time expression of a note, in code points of its text, half-open."""

    start: int
    end: int
    words: str
    value: str | None
    """EDTF; None where the note does not let one know."""
    reading: str
    """How the value came about, for a reader who doubts it: "weekday; “will” looks ahead of
    18 November 2021"."""


class Figure(Value):
    """An amount, a count, a share or a span of time, in code points of a note's text, half-open."""

    start: int
    end: int
    words: str
    value: float | None
    """None for a range or a vague number ("thousands")."""
    unit: str | None
    """In the singular: a currency ("US dollar"), a measure, a unit of time, "percent", "share"
    (of a whole: 0.5 is half), "multiple" ("twice"); a rate is "barrel per day", "per month"."""
    counted: str | None
    """What is counted, in the note's words."""
    hedge: str | None = None
    """What makes the figure vague, in the note's words: "nearly", "more than"."""


class Passage(Value):
    """Exact words of a note: `note.text[start:end] == exact`, in code points, half-open.

    The fields follow the TextPositionSelector and TextQuoteSelector of the W3C Web Annotation
    Data Model; `prefix` and `suffix` are up to 32 code points on either side. What was read in
    the passage stands beside it, at its place in the note.
    """

    note: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    source: tuple[Span, ...] = ()
    """The words for whoever speaks; they may stand before the passage."""
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()


Link = Literal[
    "full name",
    "surname",
    "alias",
    "title",
    "role",
    "pronoun",
    "country",
    "organisation",
    "group",
    "speaker's turn",
    "note's author",
    "note's words",
]
"""By what the words of a note became a holder; "note's words" where they lead to nobody known."""


class Bearing(Value):
    """An issue that a fact bears on, and the terms of its topic that say so, heaviest first."""

    issue: str
    score: float
    terms: tuple[str, ...]


class Bracket(Value):
    """Where a fact's text has a name of ours: `text[start:end]`, brackets included, and the words
    of the note that it stands for."""

    start: int
    end: int
    words: str


class Holder(Value):
    """Whose words, wish or promise a fact is."""

    name: str
    """The one name of this person, organisation or group in the pack."""
    role: str | None = None
    party: str | None = None
    anonymous: bool = False
    unsure: bool = False
    """The link from the note's words to this name is not certain."""
    joint: bool = False
    """Several sides together: "both sides", "Peru and Chile"."""
    words: str | None = None
    """What the note calls the holder here: "he", "the Mexican president"."""
    link: Link | None = None


class Fact(Value):
    """One thing that the notes say. Never without a passage.

    `text` is the passage with bracketed resolutions ("[López Obrador] also said ...") and
    nothing else. `when` is the time it speaks of and `as_of` the time of the note, both EDTF.
    `origin` runs from the first voice to the note's publisher. `engagement` is the title of
    the meeting it belongs to, None where the notes do not let one know.
    """

    id: str
    kind: FactKind
    text: str
    issues: tuple[str, ...]
    holder: Holder | None
    cue: str | None
    origin: tuple[str, ...]
    when: str | None
    as_of: str | None
    engagement: str | None
    passages: Annotated[tuple[Passage, ...], Field(min_length=1)]
    credibility: Annotated[int, Field(ge=1, le=6)]
    """Admiralty code 1 to 6; 6 is "not judged"."""
    marking: str | None
    verbatim: tuple[str, ...] = ()
    """The words inside quotation marks, as the passage has them."""
    friction: bool = False
    bearings: tuple[Bearing, ...] = ()
    """Why the fact has its issues, in their order; empty where it bears on no topic."""
    brackets: tuple[Bracket, ...] = ()
    """The names that we put into the text; other brackets in it are the note's own."""
    about: tuple[str, ...] = ()
    """Names of the engagement (parties, people, place) in the passage."""
    same_as: tuple[str, ...] = ()
    """Ids of the facts of other words that became one with it: who cites them means this one."""
    contradicts: tuple[str, ...] = ()
    """Ids of the facts that cannot hold beside it."""
    near: tuple[str, ...] = ()
    """Further names of the engagement in its paragraph, the note's first paragraph or its title."""
    original: str | None = None
    """The text before a person amended it, which `brackets` are of; None where nobody has."""

    @property
    def told(self) -> str:
        """What the notes say, whatever is printed of it."""
        return self.text if self.original is None else self.original
