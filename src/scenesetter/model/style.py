"""A house style: how one administration wants its papers, each rule with its authority and date."""

import datetime as dt
import re
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from scenesetter.model.audience import KNOWN_LIMITS, Audience, Part, SectionName
from scenesetter.model.edtf import EdtfDate, first_day
from scenesetter.model.value import Value

PaperSize = Literal["a4", "letter", "a6"]
NOT_STATED = "Not stated"
"""Printed for a particular that a pack wants and nobody has given."""
IF_RAISED: frozenset[SectionName] = frozenset({"if-raised", "defensive"})
POINTS = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0}
"""Of a unit of length."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Rule(Value):
    """What a style asks for, and who says so."""

    authority: Annotated[str, Field(min_length=1)]
    date: EdtfDate | None = None
    """Of the authority's text; None where it bears none."""


class StyledSection(Value):
    """A section of an issue paper. `title` is what this style calls it; None: its own title.
    Sections with one title that follow each other are printed under one heading."""

    name: SectionName
    title: str | None = None
    required: bool = False
    """STR-01: it is an error for a release that all sections of this title are empty."""


class Order(Rule):
    """The sections of an issue paper in their order. Those of the audience that the style does not
    name follow after them."""

    sections: Annotated[tuple[StyledSection, ...], Field(min_length=1)]
    whole_for: tuple[str, ...] = ()
    """Audiences whose papers have all of these sections; others have those that their own folder
    asks for. What to say if raised is never added to any (STR-06)."""
    nothing_else: bool = False
    """Papers of those audiences have no section besides: the style's templates print none."""
    without_parts: tuple[Part, ...] = ()
    """Parts that packs of those audiences do not have."""


class Page(Rule):
    """`margin` is a CSS length or up to four of them, as in CSS: "1in", "25mm 20mm"."""

    paper: PaperSize | None = None
    margin: (
        Annotated[str, Field(pattern=r"^\d+(\.\d+)?(in|mm|cm|pt)( \d+(\.\d+)?(in|mm|cm|pt)){0,3}$")]
        | None
    ) = None

    @property
    def sides(self) -> tuple[float, float] | None:
        """The least margin at the left and at the right, in points."""
        if self.margin is None:
            return None
        lengths = [float(one[:-2]) * POINTS[one[-2:]] for one in self.margin.split()]
        right = lengths[1] if len(lengths) > 1 else lengths[0]
        return (lengths[3] if len(lengths) > 3 else right), right


class Typeface(Rule):
    """`family` is what the authority names, `printed` the shipped family that stands for it (equal
    where it is shipped itself); `size` is in points."""

    family: str
    printed: Annotated[str, Field(pattern=r"^[\w -]+$")]
    size: Annotated[float, Field(gt=4, lt=40)]


class Limit(Rule):
    """A length. `of` is a section, a field of this style, "paper" for each issue paper, "overview"
    or "pack". Pages are counted in the printed file, of a section by the bookmark of its title."""

    of: str
    measure: Literal["words", "sentences", "points", "pages"]
    least: Annotated[int, Field(ge=0)] = 0
    most: Annotated[int, Field(ge=1)]
    across: bool = False
    """Counted over all issue papers together, not in each."""
    audiences: tuple[str, ...] = ()
    """Whose packs it holds for; empty: everybody's."""
    heading: str | None = None
    """The heading under which pages are counted, where it is not the section's title."""

    @property
    def rule(self) -> str:
        """The id under which it is checked."""
        if self.measure == "pages":
            return "LEN-05" if self.of in ("paper", "overview", "pack") else "LEN-04"
        return {"words": "LEN-01", "sentences": "LEN-02", "points": "LEN-03"}[self.measure]


class Particularity(Rule):
    """Something that a pack states at its head, from `[fields]` of the briefing file, where its
    key is `name`. What is required and missing is printed as not stated (STR-01)."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    title: str
    required: bool = False
    form: Literal["text", "day"] = "text"
    """A day is written as 2027-03-14."""
    each_paper: bool = False
    """Stated at the head of each issue paper instead: its key is "name/issue", else `name`."""
    audiences: tuple[str, ...] = ()
    """Whose packs state it; empty: of those audiences that the order is whole for."""


class Answers(Rule):
    """Whether a request of the other side without a response stops a release (STR-05)."""

    required: bool


class Schemes(Rule):
    """The marking schemes that a pack of this style may have (MRK-40: TLP is no classification)."""

    names: Annotated[tuple[str, ...], Field(min_length=1)]


class Deadline(Rule):
    """CLR-04: when the pack is due, in workdays (Monday to Friday) before the meeting."""

    workdays: Annotated[int, Field(ge=0, le=250)]
    at: Annotated[str, Field(pattern=r"^\d\d:\d\d$")]

    def due(self, meeting: str | None) -> dt.date | None:
        """The day that it falls on; `meeting` is EDTF. None where its first day is not known."""
        first = meeting.partition("/")[0] if meeting else ""
        if not _DAY.fullmatch(first):
            return None
        day, left = first_day(first), self.workdays
        while left or day.weekday() >= 5:  # nothing is due on a weekend
            day -= dt.timedelta(days=1)
            left -= left > 0 and day.weekday() < 5
        return day


class Clearing(Rule):
    """CLR-01 and CLR-03: who must clear each issue paper."""

    offices: tuple[str, ...] = ()
    own_draft: bool = True
    """Whether a drafter may clear what he drafted."""
    approver: bool = False
    """Whether somebody must be named who approves."""
    audiences: tuple[str, ...] = ()
    """Whose papers must be cleared; empty: those of the audiences that print the clearance page
    and are built unasked."""


class Acronyms(Rule):
    """TYP-03: those that readers know; any other is spelt out where it first stands."""

    known: tuple[str, ...]


class Goodwill(Rule):
    """STR-02: an objective names something to do and something to have; these phrases do not."""

    phrases: Annotated[tuple[str, ...], Field(min_length=1)]


class Coverage(Rule):
    """STR-03: what the paper on each issue of the agenda has."""

    sections: Annotated[tuple[SectionName, ...], Field(min_length=1)]


class Style(Value):
    """`name` is the folder's; `templates` are those that it brings, by file name: `paper.md.j2`
    for issue papers, `<audience>.md.j2` for a whole pack."""

    name: str
    templates: tuple[str, ...] = ()
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
    goodwill: Goodwill | None = None
    coverage: Coverage | None = None

    @model_validator(mode="after")
    def _rules_something(self) -> Self:
        for field in self.fields:
            if not self.readers_of(field):
                what = (
                    "is stated for nobody: name its audiences, or those that the order is whole for"
                )
                raise ValueError(f"field `{field.name}` {what}")
        known = {*KNOWN_LIMITS, "pack", *(field.name for field in self.fields)}
        for limit in self.limits:
            if limit.of not in known:
                raise ValueError(f"limits `{limit.of}`, which is neither a section nor a field")
        return self

    def sections_of(self, audience: Audience) -> tuple[SectionName, ...]:
        """Of its papers: in this order, and then those that the style does not name.

        No style gives readers what to say if raised who would not have it anyway (STR-06).
        """
        if self.order is None:
            return audience.sections
        whole = audience.name in self.order.whole_for
        named = (
            one.name
            for one in self.order.sections
            if one.name in audience.sections or (whole and one.name not in IF_RAISED)
        )
        others = () if whole and self.order.nothing_else else audience.sections
        return tuple(dict.fromkeys([*named, *others]))

    def readers_of(self, field: Particularity) -> tuple[str, ...]:
        """Whose packs state it: never all of them, for it may be for our side only."""
        return field.audiences or (self.order.whole_for if self.order else ())

    def parts_of(self, audience: Audience) -> tuple[Part, ...]:
        if self.order is None or audience.name not in self.order.whole_for:
            return audience.parts
        return tuple(part for part in audience.parts if part not in self.order.without_parts)

    def sheet_of(self, audience: Audience, asked: PaperSize) -> PaperSize:
        """What a pack is printed on: the audience's own, else the style's, else what was asked
        for."""
        return audience.paper or (self.page and self.page.paper) or asked
