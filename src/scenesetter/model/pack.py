"""A composed pack: finished values, ready for a template to print."""

from collections.abc import Iterable, Iterator
from typing import Literal

from scenesetter.model.marking import Look
from scenesetter.model.value import Value


class Point(Value):
    """One printed fact, or a line that a person wrote. `sources` are endnote numbers, `facts` the
    ids it rests on."""

    text: str
    holder: str | None
    role: str | None
    """The holder's role or party, ready to print."""
    when: str | None
    """The time it speaks of, in words ("18 November 2021")."""
    sources: tuple[int, ...]
    facts: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    """What a careful reader must know: "speaker not named", "who is meant is not certain"."""
    as_of: str | None = None
    """Of when its note is: "as of 6 January 2023", or "undated"."""
    meeting: str | None = None
    """The meeting it belongs to, where that is not this one."""
    responses: tuple["Point", ...] = ()
    """Of a request of the other side: what we answer, for readers who answer it."""
    awaits_response: bool = False
    """A request that these readers would answer, and nobody has written what."""
    mark: str | None = None
    """The portion mark that stands before it, "(S)"; None where the scheme has none."""
    changed: str | None = None
    """Of a person's judgment, why it is another than it was."""
    markings: tuple[str, ...] = ()
    """Of a person's line, the marks given to it and to its file, as he writes them."""
    grade: str | None = None
    """Admiralty code of source and fact, "B2"; for readers who are shown grades."""


class Group(Value):
    """Points under one label: a person, a party or a meeting. `label` is None for just one."""

    label: str | None
    points: tuple[Point, ...]
    detail: str | None = None
    mark: str | None = None
    """Of its label."""


class Section(Value):
    """One section of a paper. `gap` says in a sentence what is missing; `left` counts facts
    that the audience's limit kept out. What is "spoken" is read aloud as it stands: its endnotes
    come after the line, never inside."""

    name: str
    title: str
    form: Literal["points", "table", "spoken"]
    groups: tuple[Group, ...]
    gap: str | None
    left: int = 0
    mark: str | None = None
    """Of its gap and of what it says of itself."""
    lead: str | None = None
    """What stands before its points: of the background the last meeting (STR-07)."""


class Paper(Value):
    """The paper on one issue. `anchor` is unique in the pack, `template` a template's name,
    `particulars` what a house style wants stated at its head."""

    issue: str
    title: str
    anchor: str
    template: str
    sections: tuple[Section, ...]
    mark: str | None = None
    """Of its title."""
    particulars: tuple["Particular", ...] = ()
    left: int = 0
    """Facts on its issue that it does not print; readers outside are not told of any."""


class Biography(Value):
    name: str
    role: str | None
    party: str | None
    text: str | None
    points: tuple[Point, ...]
    gap: str | None
    mark: str | None = None


class SourceEntry(Value):
    """One endnote: a note that the pack cites. `missing` names metadata that is not known."""

    number: int
    note: str
    citation: str
    url: str | None
    marking: str | None
    paragraphs: str
    """Where the cited passages stand: "paragraphs 2, 5–7 and 9"."""
    missing: tuple[str, ...]
    mark: str | None = None
    """Of its title, as a portion."""
    descriptor: str | None = None


class Question(Value):
    """What others have said on an issue in public, with what we say to it in public.

    `basis` are the facts that the answers cite.
    """

    paper: str
    asked: tuple[Point, ...]
    answers: tuple[Point, ...]
    basis: tuple[Point, ...]
    gap: str | None
    """What is said where nobody has written an answer."""
    mark: str | None = None


class Particular(Value):
    """A line of the cover: "Date", "9-11 January 2023". `name` is the key of a house style's
    field, "" of any other line."""

    label: str
    text: str
    name: str = ""


class ScenarioItem(Value):
    """A part of the meeting: "OPEN PRESS", "15 minutes", ready to print."""

    title: str
    press: str | None
    lead: str | None
    time: str | None
    papers: tuple[str, ...]
    """Titles of the papers on its issues."""
    mark: str | None = None


class ClearanceEntry(Value):
    """What one office says of one issue paper. `state` is in words: "OK", "Reopened: ..."."""

    paper: str
    office: str
    state: str
    name: str | None
    on: str | None
    """The day, in words."""
    remark: str | None = None
    drafter: str | None = None
    """Who drafted the paper."""


class ChangeEntry(Value):
    """A change since an earlier release, ready to print: "Reworded", in the paper of this title;
    `paper` is empty and `anchor` None where it stands in none."""

    paper: str
    change: str
    text: str
    before: str | None = None
    mark: str | None = None
    anchor: str | None = None
    """Where that paper begins."""


class PassageEntry(Value):
    """A fact with a passage that it rests on, for readers who check. A fact of several notes has
    several; `before` and `after` are the rest of the paragraph."""

    paper: str
    """Title of the issue that it bears on most."""
    fact: str
    text: str
    grade: str
    holder: str | None
    note: str
    place: str
    """Such as "paragraph 4"."""
    exact: str
    before: str
    after: str
    source: int | None
    """Its endnote, None where the pack prints the fact nowhere else."""
    mark: str | None = None


class FindingEntry(Value):
    """An open finding on this pack."""

    severity: str
    rule: str
    where: str
    what: str
    hint: str


class Pack(Value):
    """Everything an audience's pack prints, in finished words."""

    slug: str
    title: str
    kind: str | None
    particulars: tuple[Particular, ...]
    audience: str
    audience_title: str
    parts: tuple[str, ...]
    banner: str
    marking_statement: str
    draft: bool
    language: str
    as_of: str | None
    """Date of the newest note, in words."""
    created: str | None
    """ISO day that the document properties carry; None where the input gives none."""
    overview: tuple[Paper, ...]
    """Per issue the bottom line alone."""
    papers: tuple[Paper, ...]
    biographies: tuple[Biography, ...]
    chronology: tuple[Group, ...]
    gaps: tuple[str, ...]
    basis: str = "The notes"
    """What the pack lacks is said of these: where facts wait for a ruling, of the accepted ones."""
    sources: tuple[SourceEntry, ...]
    source_summary: str | None = None
    """What its judgments rest on at large; None where it prints none."""
    style: str = "generic"
    version: str | None = None
    """Number of the release; None for a draft."""
    mark: str | None = None
    """The portion mark of its title and of what the briefing file says."""
    own: str | None = None
    """The portion mark of what the tool says itself: of gaps, of what it counts."""
    marking: str | None = None
    """What the banner says, as a person writes it; None where nobody has marked anything."""
    look: Look = Look()
    """Of the banner."""
    block: tuple[Particular, ...] = ()
    """Who classified it, from what, until when."""
    scenario: tuple[ScenarioItem, ...] = ()
    questions: tuple[Question, ...] = ()
    clearance: tuple[ClearanceEntry, ...] = ()
    changes: tuple[ChangeEntry, ...] = ()
    since: str | None = None
    """The release that `changes` are counted from, in words."""
    passages: tuple[PassageEntry, ...] = ()
    findings: tuple[FindingEntry, ...] = ()


def points_in(sections: Iterable[Section]) -> Iterator[Point]:
    """In the order of print, without responses."""
    return (point for one in sections for group in one.groups for point in group.points)


def with_responses(points: Iterable[Point]) -> Iterator[Point]:
    """Each followed by its responses."""
    for point in points:
        yield point
        yield from point.responses


def points_of(pack: Pack) -> Iterator[Point]:
    """All points of a pack, responses after what they answer."""
    printed = [
        *(point for paper in (*pack.overview, *pack.papers) for point in points_in(paper.sections)),
        *(point for group in pack.chronology for point in group.points),
        *(point for person in pack.biographies for point in person.points),
        *(point for one in pack.questions for point in (*one.asked, *one.answers, *one.basis)),
    ]
    return with_responses(printed)
