"""Marks rolled up: each portion of a pack has its own, the banner the highest of them.

A portion is what tells something by itself: a title, a line, a table's row, a label that names
somebody, an endnote. What the tool says itself, such as a gap, is marked as the highest that stands
beside it, because it may tell of it; it never raises the banner. Headings of the form ("What they
want", "Sources") tell nothing and bear no mark.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from scenesetter.compose.sections import CONFLICTS
from scenesetter.model.engagement import Briefing
from scenesetter.model.fact import Fact
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.note import Note
from scenesetter.model.pack import (
    Group,
    Pack,
    Paper,
    Particular,
    Point,
    Question,
    Section,
    points_in,
    points_of,
    with_responses,
)

MULTIPLE_SOURCES = "multiple sources"
"""What the authority block says where the pack has to list them (MRK-07), whoever reads it."""


class Marks(NamedTuple):
    """Marks as persons gave them. `floor` is the briefing's, which all without a mark have."""

    scheme: MarkingScheme
    floor: str | None
    facts: Mapping[str, str | None]
    """By the fact's id, the highest of its own and of its notes'."""
    notes: Mapping[str, str | None]
    contexts: Mapping[str, str | None]
    """By the note, the highest of its own and of all facts in it: that of any words of it."""
    people: Mapping[str, str | None]
    """By the name, of whom the notes alone tell of: the highest of what is theirs."""

    def of_point(self, point: Point) -> str | None:
        """The highest of what it rests on and of what a person gave it."""
        known = [self.facts[name] for name in point.facts if name in self.facts]
        return self.scheme.highest([*point.markings, *known]) or self.floor

    def portion(self, marking: str | None) -> str | None:
        return self.scheme.portion(marking or self.floor)


def marks_of(
    briefing: Briefing, scheme: MarkingScheme, facts: Iterable[Fact], notes: Iterable[Note]
) -> Marks:
    floor = briefing.marking
    by_note = {note.name: note.source.marking or floor for note in notes}
    by_fact: dict[str, str | None] = {}
    contexts = dict(by_note)
    people: dict[str, str | None] = {}
    known = {person.name for person in briefing.engagement.people}
    for fact in facts:
        of_notes = [by_note.get(one.note) for one in fact.passages]
        mark = by_fact[fact.id] = scheme.highest([fact.marking or floor, *of_notes])
        for passage in fact.passages:
            contexts[passage.note] = scheme.highest([contexts.get(passage.note), mark])
        if fact.holder and fact.holder.name not in known:
            people[fact.holder.name] = scheme.highest([people.get(fact.holder.name), mark])
    return Marks(scheme, floor, by_fact, by_note, contexts, people)


def with_marks(pack: Pack, marks: Marks, briefing: Briefing) -> Pack:
    """The pack with a mark on each portion, the banner that follows from them and its block."""
    rolled = marks.scheme.highest([marks.floor, *_printed(pack, marks)])
    marking = _overridden(briefing, rolled, marks.scheme)
    block = (*_block(briefing, marks.scheme, marking), *_reason(briefing, marking, rolled))
    listed = any(line.text.casefold() == MULTIPLE_SOURCES for line in block)
    changes = {
        "parts": (*pack.parts, "sources") if listed and "sources" not in pack.parts else pack.parts,
        "mark": marks.portion(None),
        "own": marks.portion(rolled),
        "overview": tuple(_paper(one, marks) for one in pack.overview),
        "papers": tuple(_paper(one, marks) for one in pack.papers),
        "biographies": tuple(
            one.model_copy(
                update={
                    "mark": marks.portion(marks.people.get(one.name)),
                    "points": _points(one.points, marks, None),
                }
            )
            for one in pack.biographies
        ),
        "chronology": tuple(_group(one, marks, rolled, "chronology") for one in pack.chronology),
        "scenario": tuple(
            one.model_copy(update={"mark": marks.portion(None)}) for one in pack.scenario
        ),
        "questions": tuple(_question(one, marks) for one in pack.questions),
        "passages": tuple(
            one.model_copy(update={"mark": marks.portion(marks.contexts.get(one.note))})
            for one in pack.passages
        ),
        "sources": tuple(
            one.model_copy(update={"mark": marks.portion(marks.notes.get(one.note))})
            for one in pack.sources
        ),
        "marking": marking,
        "banner": marks.scheme.banner(marking),
        "look": marks.scheme.look_of(marking),
        "block": block,
        "marking_statement": _statement(briefing, marks.scheme, marking),
    }
    return pack.model_copy(update=changes)


def _printed(pack: Pack, marks: Marks) -> Iterator[str | None]:
    """Marks of the portions that rest on something; without the tool's own sentences."""
    yield from (marks.of_point(point) for point in points_of(pack) if point.facts)
    yield from (marks.notes.get(entry.note) for entry in pack.sources)
    yield from (marks.contexts.get(entry.note) for entry in pack.passages)
    if "biographies" in pack.parts:
        yield from (marks.people.get(one.name) for one in pack.biographies)


def _paper(paper: Paper, marks: Marks) -> Paper:
    """Its title is a topic's, which anyone may know."""
    resting = [point for point in with_responses(points_in(paper.sections)) if point.facts]
    highest = marks.scheme.highest(map(marks.of_point, resting)) or marks.floor
    sections = tuple(_section(one, marks, highest) for one in paper.sections)
    lowest = marks.scheme.portion(None)
    return paper.model_copy(update={"mark": lowest, "sections": sections})


def _question(question: Question, marks: Marks) -> Question:
    own = marks.scheme.highest(map(marks.of_point, question.asked)) or marks.floor
    return question.model_copy(
        update={
            "asked": _points(question.asked, marks, own),
            "answers": _points(question.answers, marks, own),
            "basis": _points(question.basis, marks, own),
            "mark": marks.portion(own),
        }
    )


def _section(section: Section, marks: Marks, own: str | None) -> Section:
    groups = tuple(_group(group, marks, own, section.name) for group in section.groups)
    return section.model_copy(update={"mark": marks.portion(own), "groups": groups})


def _group(group: Group, marks: Marks, own: str | None, section: str) -> Group:
    """Whom a label names, each of its points tells; what they disagree on, only all of them."""
    told = [marks.of_point(point) for point in group.points]
    together = marks.scheme.highest if section == CONFLICTS else marks.scheme.lowest
    of_label = together(told)
    points = _points(group.points, marks, own)
    return group.model_copy(update={"mark": marks.portion(of_label), "points": points})


def _points(points: Iterable[Point], marks: Marks, own: str | None) -> tuple[Point, ...]:
    """What rests on no fact is the tool's own; a response has its own mark, and its request too."""
    return tuple(
        point.model_copy(
            update={
                "mark": marks.portion(marks.of_point(point) if point.facts else own),
                "responses": _points(point.responses, marks, own),
            }
        )
        for point in points
    )


def _overridden(briefing: Briefing, rolled: str | None, scheme: MarkingScheme) -> str | None:
    """MRK-01: an override goes up only; any other is not applied."""
    override = briefing.override
    if override is None or not scheme.covers(override.marking, rolled):
        return rolled
    return scheme.highest([override.marking])


def _reason(briefing: Briefing, marking: str | None, rolled: str | None) -> tuple[Particular, ...]:
    if briefing.override is None or marking == rolled:
        return ()
    reason = briefing.override.reason.strip().rstrip(".")
    text = f"{marking}. {reason}. (Its portions are {rolled or 'not marked'}.)"
    return (Particular(label="Override", text=text),)


def _block(briefing: Briefing, scheme: MarkingScheme, marking: str | None) -> Iterator[Particular]:
    """The lines that a pack of this mark has and that somebody has filled in; one of a choice."""
    chosen: set[str] = set()
    for line in scheme.block_for(marking):
        text = briefing.authority.get(line.key, "").strip()
        if text and line.choice not in chosen:
            chosen |= {line.choice} if line.choice else set()
            yield Particular(label=line.label, text=text)


def _statement(briefing: Briefing, scheme: MarkingScheme, marking: str | None) -> str:
    """Who answers for the marks: the tool never decides one."""
    if marking is None:
        return "Nobody has marked this pack. Mark it before it leaves the desk."
    drafter = briefing.drafter or briefing.prepared_by
    given = f"by {drafter}" if drafter else "with the briefing and its notes; no drafter is named"
    return f"All marks were supplied {given}. The highest is {scheme.banner(marking)}."
