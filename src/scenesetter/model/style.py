"""A house style: how one administration wants its papers, each rule with its authority and date."""

from typing import Annotated, Literal

from pydantic import Field

from scenesetter.model.audience import Limited, SectionName
from scenesetter.model.edtf import EdtfDate
from scenesetter.model.value import Value

PaperSize = Literal["a4", "letter", "a6"]
Severity = Literal["error", "warning"]


class Rule(Value):
    """What a style asks for, and who says so."""

    authority: Annotated[str, Field(min_length=1)]
    date: EdtfDate | None = None
    """Of the authority's text; None where it bears none."""


class StyledSection(Value):
    """A section of an issue paper. `title` is what this style calls it; None: its own title."""

    name: SectionName
    title: str | None = None
    required: bool = False
    """STR-01: it is an error for a release that it is empty."""


class Order(Rule):
    """The sections of an issue paper in their order. Those of the audience that the style does not
    name follow after them."""

    sections: Annotated[tuple[StyledSection, ...], Field(min_length=1)]


class Page(Rule):
    """`margin` is a CSS length or up to four of them, as in CSS: "1in", "25mm 20mm"."""

    paper: PaperSize | None = None
    margin: (
        Annotated[str, Field(pattern=r"^\d+(\.\d+)?(in|mm|cm|pt)( \d+(\.\d+)?(in|mm|cm|pt)){0,3}$")]
        | None
    ) = None


class Typeface(Rule):
    """`family` is what the authority names, `printed` the shipped family that stands for it (equal
    where it is shipped itself); `size` is in points."""

    family: str
    printed: str
    size: Annotated[float, Field(gt=4, lt=40)]


class Limit(Rule):
    """A length. `of` is a section, "paper" for each issue paper, "overview" or "pack"; pages are
    counted in the printed file."""

    of: Limited
    measure: Literal["words", "sentences", "points", "pages"]
    least: Annotated[int, Field(ge=0)] = 0
    most: Annotated[int, Field(ge=1)]
    rule: Annotated[str, Field(pattern=r"^[A-Z]+-\d\d$")] = "LEN-01"
    severity: Severity = "warning"
    audiences: tuple[str, ...] = ()
    """Whose packs it holds for; empty: everybody's."""


class Particularity(Rule):
    """Something that the head of a pack states, from `[fields]` of the briefing file."""

    name: str
    title: str
    required: bool = False


class Answers(Rule):
    """Whether a request of the other side without a response stops a release (STR-05)."""

    required: bool


class Schemes(Rule):
    """The marking schemes that a pack of this style may have (MRK-40: TLP is no classification)."""

    names: Annotated[tuple[str, ...], Field(min_length=1)]


class Deadline(Rule):
    """CLR-04: when the pack is due, in workdays (Monday to Friday) before the meeting."""

    workdays: Annotated[int, Field(ge=0)]
    at: Annotated[str, Field(pattern=r"^\d\d:\d\d$")]


class Clearing(Rule):
    """CLR-01 and CLR-03: who must clear each issue paper."""

    offices: tuple[str, ...] = ()
    own_draft: bool = True
    """Whether a drafter may clear what he drafted."""


class Acronyms(Rule):
    """TYP-03: those that readers know; any other is spelt out where it first stands."""

    known: tuple[str, ...]


class Style(Value):
    """`name` is the folder's."""

    name: str
    title: str
    summary: str
    order: Order | None = None
    """None: the audience's own."""
    page: Page | None = None
    typeface: Typeface | None = None
    limits: tuple[Limit, ...] = ()
    fields: tuple[Particularity, ...] = ()
    answers: Answers | None = None
    schemes: Schemes | None = None
    deadline: Deadline | None = None
    clearing: Clearing | None = None
    acronyms: Acronyms | None = None
