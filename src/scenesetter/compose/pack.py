"""Compose a pack: select, number the endnotes in the order of print, put into words."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from scenesetter.compose import unknowns
from scenesetter.compose.conflicts import disagreements
from scenesetter.compose.endnotes import entries, numbered
from scenesetter.compose.grades import graded, grades_of
from scenesetter.compose.lines import (
    answered_first,
    completed,
    lines_of,
    unwritten,
    with_lines,
    with_written,
)
from scenesetter.compose.marks import marks_of, with_marks
from scenesetter.compose.papers import OTHER, Draft, Matter, agenda_of, drafts
from scenesetter.compose.passages import Records, passages
from scenesetter.compose.points import Wording, point, told_by
from scenesetter.compose.questions import asked_of, questions
from scenesetter.compose.ranking import Relevance, ranked
from scenesetter.compose.sections import CONFLICTS, TOO_LONG, UNKNOWN, WISHES, Cluster, Selection
from scenesetter.compose.sides import side_of, with_speaking_parties
from scenesetter.compose.styling import (
    GENERIC,
    due_of,
    fields_of,
    scenario_of,
    styled,
    template_of,
    titles_of,
    with_last_meeting,
    with_required,
)
from scenesetter.compose.summary import source_summary
from scenesetter.model.audience import Audience
from scenesetter.model.conflict import Conflict
from scenesetter.model.edtf import in_words, last_day
from scenesetter.model.engagement import Briefing, Engagement, Person
from scenesetter.model.fact import Fact
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.note import Note
from scenesetter.model.pack import Biography, Group, Pack, Paper, Particular, Point, Section
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


def compose(material: Material, readers: Audience) -> Pack:
    """The pack of one audience, in its house style."""
    briefing, style = material.briefing, material.style
    audience = styled(readers, style)
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
    matter = Matter(facts, disagreed, expected, titles_of(style, audience))
    papers = [
        with_required(with_lines(draft, lines, engagement, audience), style, engagement, audience)
        for draft in drafts(matter, agenda, material.topics, engagement, audience)
    ]
    chronology = _dated(facts) if "chronology" in audience.parts else []
    with_papers = papers if "papers" in audience.parts else ()
    with_overview = papers if "overview" in audience.parts else ()
    overview = [draft.overview(audience.limits.get("overview", 0)) for draft in with_overview]
    asks = "questions" in audience.parts
    asked = asked_of(papers, facts, lines, engagement, audience) if asks else ()
    in_order = [
        *(fact for draft in (*overview, *with_papers) for fact in draft.facts()),
        *(fact for one in asked for fact in one.in_order()),
        *chronology,
    ]
    numbers = numbered(in_order)
    cited = [note for note in material.notes if note.name in numbers]
    newest = max((note.source.published or "" for note in cited), key=_last_day, default="")
    empty = [draft.topic.title for draft in papers if not draft.held]
    pack = Pack(
        slug=briefing.slug,
        title=engagement.title,
        kind=engagement.kind,
        particulars=(
            *_particulars(briefing),
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
        overview=tuple(_paper(draft, numbers, engagement, style) for draft in overview),
        papers=tuple(
            _paper(draft, numbers, engagement, style).model_copy(
                update={
                    "particulars": fields_of(style, briefing.fields, audience, draft.topic.name)
                }
            )
            for draft in with_papers
        ),
        biographies=tuple(map(_biography, material.people)),
        questions=questions(asked, numbers, engagement),
        chronology=_chronology(chronology, numbers, engagement),
        gaps=(
            *unknowns.of_engagement(briefing.engagement, material.people),
            *unwritten(papers, engagement, audience),
            *unknowns.of_agenda(empty, _silent(papers), len(material.facts) - len(bearing)),
        ),
        sources=entries(numbers, material.notes, in_order),
        source_summary=source_summary(cited, in_order, audience),
        style=style.name,
        scenario=scenario_of(engagement, audience, [draft.topic for draft in with_papers]),
    )
    if "passages" in audience.parts:
        titles = {one.topic.name: one.topic.title for one in papers if one.topic is not OTHER}
        by_name = {note.name: note for note in material.notes}
        records = Records(by_name, titles, numbers, {fact.id for fact in in_order})
        pack = pack.model_copy(update={"passages": passages(material.facts, records)})
    if audience.grades:
        pack = graded(pack, grades_of(material.facts, material.notes))
    marks = marks_of(briefing, material.scheme, material.facts, material.notes)
    return with_marks(pack, marks, briefing)


def _last_day(edtf: str) -> date:
    """For comparing; a date that is not known or has no end is older than any other."""
    try:
        return last_day(edtf)
    except ValueError:
        return date.min


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


def _chronology(
    facts: Sequence[Fact], numbers: dict[str, int], engagement: Engagement
) -> tuple[Group, ...]:
    years: dict[str, list[Point]] = {}
    for fact in facts:
        year = (fact.when or "").removeprefix("../")[:4]
        years.setdefault(year, []).append(point(fact, numbers, engagement))
    return tuple(Group(label=year, points=tuple(points)) for year, points in years.items())


def _paper(draft: Draft, numbers: dict[str, int], engagement: Engagement, style: Style) -> Paper:
    topic = draft.topic
    sections = tuple(
        completed(_section(one, numbers, engagement), one, numbers) for one in draft.sections
    )
    return Paper(
        issue=topic.name,
        title=topic.title,
        anchor=f"issue-{topic.name}",
        template=template_of(topic, style),
        sections=with_last_meeting((*sections, *_unknown(draft)), engagement),
    )


def _section(selection: Selection, numbers: dict[str, int], engagement: Engagement) -> Section:
    word = told_by if selection.name == CONFLICTS else point
    return Section(
        name=selection.name,
        title=selection.title,
        form=selection.form,
        groups=tuple(_group(cluster, numbers, engagement, word) for cluster in selection.clusters),
        gap=selection.gap,
        left=selection.left,
    )


def _without_holder(point: Point) -> Point:
    """Below a label that names the holder."""
    return point.model_copy(update={"holder": None, "role": None})


def _group(
    cluster: Cluster, numbers: dict[str, int], engagement: Engagement, word: Wording
) -> Group:
    points = tuple(
        _without_holder(made) if fact.holder and fact.holder.name == cluster.label else made
        for fact in cluster.facts
        for made in (word(fact, numbers, engagement),)
    )
    return Group(label=cluster.label, detail=cluster.detail, points=points)


def _unknown(draft: Draft) -> tuple[Section, ...]:
    """The tool's own sentences on what is missing: they rest on no fact and cite none."""
    if not draft.unknown:
        return ()
    points = tuple(
        Point(text=text, holder=None, role=None, when=None, sources=(), facts=())
        for text in draft.unknown
    )
    group = Group(label=None, points=points)
    return (
        Section(name=UNKNOWN, title="What is not known", form="points", groups=(group,), gap=None),
    )


def _biography(person: Person) -> Biography:
    gap = None if person.biography else "No biography was given, and the notes hold none."
    return Biography(
        name=person.name,
        role=person.role,
        party=person.party,
        text=person.biography,
        points=(),
        gap=gap,
    )


def _particulars(briefing: Briefing) -> tuple[Particular, ...]:
    engagement = briefing.engagement
    prepared = in_words(briefing.prepared) if briefing.prepared else None
    lines = {
        "Principal": engagement.principal,
        "Date": in_words(engagement.date) if engagement.date else None,
        "Place": engagement.place,
        "Parties": ", ".join(party.name for party in engagement.parties) or None,
        "Last meeting": _last_meeting(engagement),
        "Prepared": _listed(prepared, briefing.prepared_by),
    }
    required = ("Principal", "Date", "Place")
    return tuple(
        Particular(label=label, text=text or "Not stated")
        for label, text in lines.items()
        if text or label in required
    )


def _last_meeting(engagement: Engagement) -> str | None:
    if not engagement.meetings:
        return None
    last = engagement.meetings[-1]
    return _listed(last.title, in_words(last.date) if last.date else None)


def _listed(*words: str | None) -> str | None:
    return ", ".join(word for word in words if word) or None
