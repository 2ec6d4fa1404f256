"""A composed pack: finished values, ready for a template to print."""

from typing import Literal

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


class Group(Value):
    """Points under one label: a person, a party or a meeting. `label` is None for just one."""

    label: str | None
    points: tuple[Point, ...]
    detail: str | None = None


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


class Paper(Value):
    """The paper on one issue. `anchor` is unique in the pack, `template` a template's name."""

    issue: str
    title: str
    anchor: str
    template: str
    sections: tuple[Section, ...]


class Biography(Value):
    name: str
    role: str | None
    party: str | None
    text: str | None
    points: tuple[Point, ...]
    gap: str | None


class SourceEntry(Value):
    """One endnote: a note that the pack cites. `missing` names metadata that is not known."""

    number: int
    note: str
    citation: str
    url: str | None
    marking: str | None
    paragraphs: str
    """Where the cited passages stand: "paragraphs 2, 5 and 9"."""
    missing: tuple[str, ...]


class Particular(Value):
    """A line of the cover: "Date", "9-11 January 2023"."""

    label: str
    text: str


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
    sources: tuple[SourceEntry, ...]
