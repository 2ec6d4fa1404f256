"""Compose a pack: select, number the endnotes in the order of print, put into words."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from scenesetter.compose import unknowns
from scenesetter.compose.conflicts import disagreements
from scenesetter.compose.endnotes import entries, numbered
from scenesetter.compose.grades import graded, grades_of
from scenesetter.compose.in_print import chronology, paper
from scenesetter.compose.lines import (
    Lines,
    answered_first,
    lines_of,
    responses_in,
    unwritten,
    with_lines,
    with_written,
)
from scenesetter.compose.marks import marks_of, with_marks
from scenesetter.compose.papers import OTHER, Draft, Matter, agenda_of, drafts
from scenesetter.compose.particulars import biography, particulars
from scenesetter.compose.passages import Records, passages
from scenesetter.compose.questions import Asked, asked_of, questions
from scenesetter.compose.ranking import Relevance, ranked
from scenesetter.compose.room import fitted
from scenesetter.compose.sections import TOO_LONG, WISHES
from scenesetter.compose.setting import Basis, Setting
from scenesetter.compose.sides import side_of, with_speaking_parties
from scenesetter.compose.styling import (
    GENERIC,
    due_of,
    fields_of,
    scenario_of,
    styled,
    titles_of,
    with_required,
)
from scenesetter.compose.summary import source_summary
from scenesetter.compose.waiting import basis_of, gaps_with_waiting, with_waiting
from scenesetter.model.audience import Audience
from scenesetter.model.conflict import Conflict
from scenesetter.model.edtf import in_words, last_day
from scenesetter.model.engagement import Briefing, Engagement, Person
from scenesetter.model.fact import Fact
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.note import Note
from scenesetter.model.pack import Pack, Paper
from scenesetter.model.points import IssuePoints
from scenesetter.model.style import Style
from scenesetter.model.topic import Topic


class Material(NamedTuple):
    """All that a pack is composed from: nothing in it is above the audience's ceiling."""

    briefing: Briefing
    notes: Sequence[Note]
    facts: Sequence[Fact]
    conflicts: Sequence[Conflict]
    people: Sequence[Person]
    """Whom the pack presents: the engagement's own, or whom the notes hold."""
    topics: Sequence[Topic]
    scheme: MarkingScheme
    points: Sequence[IssuePoints] = ()
    style: Style = GENERIC
    waiting: Sequence[Fact] = ()
    """Facts that are left out until somebody rules on them."""


class _Chosen(NamedTuple):
    """What one audience's pack holds, before any of it is put into words."""

    audience: Audience
    engagement: Engagement
    lines: Lines
    beside: int
    """How many facts bear on nothing that the engagement is about."""
    basis: Basis
    drafts: tuple[Draft, ...]
    overview: tuple[Draft, ...]
    asked: tuple[Asked, ...]
    dated: tuple[Fact, ...]

    @property
    def papers(self) -> tuple[Draft, ...]:
        """The drafts, where the audience reads papers."""
        return self.drafts if "papers" in self.audience.parts else ()

    def in_order(self) -> list[Fact]:
        """All facts that are printed, in the order of print."""
        return [
            *(fact for draft in (*self.overview, *self.papers) for fact in draft.facts()),
            *(fact for one in self.asked for fact in one.in_order()),
            *self.dated,
        ]


def compose(material: Material, readers: Audience) -> Pack:
    """The pack of one audience, in its house style."""
    audience = styled(readers, material.style)
    chosen = _chosen(material, audience)
    in_order = chosen.in_order()
    numbers = numbered(in_order)
    pack = _worded(material, chosen, in_order, numbers)
    if "passages" in audience.parts:
        drafts = [one.topic for one in chosen.drafts if one.topic is not OTHER]
        titles = {topic.name: topic.title for topic in drafts}
        by_name = {note.name: note for note in material.notes}
        records = Records(by_name, titles, numbers, {fact.id for fact in in_order})
        pack = pack.model_copy(update={"passages": passages(material.facts, records)})
    if audience.grades:
        pack = graded(pack, grades_of(material.facts, material.notes))
    briefing = material.briefing
    marks = marks_of(briefing, material.scheme, material.facts, material.notes)
    return with_marks(pack, marks, briefing)


def _chosen(material: Material, audience: Audience) -> _Chosen:
    briefing, style = material.briefing, material.style
    engagement = with_speaking_parties(briefing.engagement, material.facts)
    relevance = Relevance(material.facts, engagement)
    bearing = [fact for fact in material.facts if relevance.bears(fact)]
    lines = lines_of(material.points, material.facts)
    best_first = answered_first(ranked(bearing, engagement, relevance), lines)
    facts = _one_a_passage(best_first, engagement)
    agenda = briefing.issues or with_written(
        agenda_of(facts, material.topics, relevance, audience.papers), lines
    )
    stated = briefing.engagement.parties
    expected = stated if len(stated) > 1 else engagement.parties
    disagreed = disagreements(material.conflicts, material.facts)
    answered = frozenset(responses_in(lines)) if audience.answers else frozenset[str]()
    basis = basis_of(briefing, material.waiting, audience)
    setting = Setting(engagement, audience, basis, answered)
    matter = Matter(facts, disagreed, expected, titles_of(style, audience), setting)
    whole = [
        with_required(with_lines(draft, lines, engagement, audience), style, setting)
        for draft in drafts(matter, agenda, material.topics)
    ]
    based = with_waiting(whole, basis, audience)
    found = tuple(fitted(draft, style, briefing.fields, audience) for draft in based)
    parts = audience.parts
    limit = audience.limits.get("overview", 0)
    return _Chosen(
        audience,
        engagement,
        lines,
        len(material.facts) - len(bearing),
        basis,
        found,
        tuple(draft.overview(limit) for draft in found if "overview" in parts),
        asked_of(found, facts, lines, engagement, audience) if "questions" in parts else (),
        tuple(_dated(facts)) if "chronology" in parts else (),
    )


def _worded(
    material: Material, chosen: _Chosen, in_order: Sequence[Fact], numbers: dict[str, int]
) -> Pack:
    briefing, style = material.briefing, material.style
    audience, engagement = chosen.audience, chosen.engagement
    cited = [note for note in material.notes if note.name in numbers]
    newest = max((note.source.published or "" for note in cited), key=_last_day, default="")
    return Pack(
        slug=briefing.slug,
        title=engagement.title,
        kind=engagement.kind,
        particulars=(
            *particulars(briefing),
            *due_of(style, engagement, audience),
            *fields_of(style, briefing.fields, audience),
        ),
        audience=audience.name,
        audience_title=audience.title,
        parts=audience.parts,
        banner="",
        marking_statement="",
        draft=True,
        language=briefing.language,
        as_of=in_words(newest) if newest else None,
        created=briefing.prepared,
        overview=tuple(paper(draft, numbers, engagement, style) for draft in chosen.overview),
        papers=_papers(material, chosen, numbers),
        biographies=tuple(map(biography, material.people)),
        questions=questions(chosen.asked, numbers, engagement),
        chronology=chronology(chosen.dated, numbers, engagement),
        gaps=_gaps(material, chosen),
        basis=chosen.basis.name,
        sources=entries(numbers, material.notes, in_order),
        source_summary=source_summary(cited, in_order, audience),
        style=style.name,
        scenario=scenario_of(engagement, audience, [draft.topic for draft in chosen.papers]),
    )


def _papers(material: Material, chosen: _Chosen, numbers: dict[str, int]) -> tuple[Paper, ...]:
    """Readers outside are not told how much is left out."""
    style, fields, audience = material.style, material.briefing.fields, chosen.audience
    return tuple(
        paper(draft, numbers, chosen.engagement, style).model_copy(
            update={
                "particulars": fields_of(style, fields, audience, draft.topic.name),
                "left": 0 if audience.releasable else draft.left(),
            }
        )
        for draft in chosen.papers
    )


def _gaps(material: Material, chosen: _Chosen) -> tuple[str, ...]:
    """What the pack as a whole lacks."""
    empty = [draft.topic.title for draft in chosen.drafts if not draft.held]
    gaps = [
        *unknowns.of_engagement(material.briefing.engagement, material.people),
        *unwritten(chosen.drafts, chosen.engagement, chosen.audience),
        *unknowns.of_agenda(empty, _silent(chosen.drafts), chosen.beside, chosen.basis),
    ]
    return gaps_with_waiting(gaps, chosen.basis)


def _one_a_passage(facts: Sequence[Fact], engagement: Engagement) -> list[Fact]:
    """A passage that holds two voices is printed for the one that weighs more; but where sides
    wish or promise in it, for each of them and for nobody else."""
    wishing = {fact.id: side_of(fact, engagement) for fact in facts if fact.kind in WISHES}
    wished = {_place(fact) for fact in facts if wishing.get(fact.id)}
    printed: set[tuple[str, int, int, str | None]] = set()
    kept = []
    for fact in facts:
        place, side = _place(fact), wishing.get(fact.id)
        told = (*place, side)
        if told not in printed and (side is not None or place not in wished):
            kept.append(fact)
            printed.add(told)
    return kept


def _place(fact: Fact) -> tuple[str, int, int]:
    """Where it stands; what was read there differs by voice."""
    passage = fact.passages[0]
    return passage.note, passage.start, passage.end


def _dated(facts: Sequence[Fact]) -> list[Fact]:
    """What happened or will happen on a date; words and wishes stand in their papers."""
    dated = [fact for fact in facts if fact.when and fact.kind in ("event", "figure")]
    return sorted(dated, key=lambda fact: ((fact.when or "").removeprefix("../"), fact.id))


def _silent(papers: Sequence[Draft]) -> dict[str, list[str]]:
    """By side the issues of the agenda on which the notes hold no wish of it."""
    sides = {"they-want": "the other side", "we-want": "our side"}
    return {
        side: [
            draft.topic.title
            for draft in papers
            if draft.held and draft.topic is not OTHER
            for one in draft.sections
            if one.name == section and one.gap and one.gap != TOO_LONG
        ]
        for section, side in sides.items()
    }


def _last_day(edtf: str) -> date:
    """For comparing; a date that is not known or has no end is older than any other."""
    try:
        return last_day(edtf)
    except ValueError:
        return date.min
