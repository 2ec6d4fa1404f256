"""A person's lines in the papers: sections of their own, and responses beside the requests."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat

from scenesetter.compose.papers import OTHER, Draft, within
from scenesetter.compose.sections import UNKNOWN, Cluster, Selection
from scenesetter.model.audience import Audience
from scenesetter.model.citations import BoundLine, Citations, bound_lines
from scenesetter.model.engagement import Engagement
from scenesetter.model.fact import Fact
from scenesetter.model.pack import Point, Section
from scenesetter.model.points import JUDGING, SPOKEN, IssuePoints, Likelihood, Purpose

TITLES: dict[Purpose, str] = {
    "objectives": "Objectives",
    "points-to-make": "Points to make",
    "if-raised": "If raised",
    "defensive": "If raised: defensive only",
    "press-line": "Press line",
    "background-by-hand": "Background",
}
LABELS: dict[Likelihood | None, str | None] = {
    None: None,
    "certain": "Certain to be raised",
    "possible": "May be raised",
}
WANTED: tuple[Purpose, ...] = ("objectives", "points-to-make", "press-line")
"""What a paper should not be without; said at its end where somebody has written others."""

LINES_A_FACT = 2
"""Lines that take the room of one fact, which has particulars."""
GAPS: dict[Purpose, str] = {
    "points-to-make": "Nobody has written points on this issue.",
    "press-line": "Nobody has written a press line on this issue.",
}
"""Said in its place, for readers who have no section of what is not known."""

Lines = Mapping[str, Sequence[BoundLine]]
"""By issue."""


def lines_of(points: Iterable[IssuePoints], facts: Iterable[Fact]) -> Lines:
    """The lines that rest on these facts alone."""
    citations = Citations(facts)
    return {one.issue: bound_lines(one, citations) for one in points}


def responses_in(lines: Lines) -> dict[str, tuple[BoundLine, ...]]:
    """By the id of the fact that they answer, whichever file they stand in."""
    found: dict[str, list[BoundLine]] = defaultdict(list)
    for bound in (bound for of_issue in lines.values() for bound in of_issue):
        for fact in bound.answers:
            found[fact.id].append(bound)
    return {name: tuple(responses) for name, responses in found.items()}


def with_written(agenda: Sequence[str], lines: Lines) -> tuple[str, ...]:
    """An agenda that nobody has set also has what somebody wrote points on."""
    return tuple(
        dict.fromkeys([*agenda, *(issue for issue, of_issue in lines.items() if of_issue)])
    )


def answered_first(facts: Sequence[Fact], lines: Lines) -> list[Fact]:
    """A request that somebody has answered matters more than any that nobody has."""
    responses = responses_in(lines)
    return sorted(facts, key=lambda fact: fact.id not in responses)


def with_lines(draft: Draft, lines: Lines, engagement: Engagement, audience: Audience) -> Draft:
    """The paper with the lines on its issue and the responses to its requests, each section at its
    place in the audience's order. Nobody answers for a meeting without a side of ours."""
    here = lines.get(draft.topic.name, ())
    written = {name: _section(name, here) for name in TITLES if name in audience.sections}
    printed = draft.sections
    if written.get("points-to-make"):
        printed = _without(printed, audience.stand_ins)
    if most := audience.limits.get("paper", 0):
        told = sum(1 for bound in here if bound.line.purpose != "response")
        printed = tuple(within(printed, max(1, most - told // LINES_A_FACT), responses_in(lines)))
    sections = [*printed, *(one for one in written.values() if one)]
    if UNKNOWN not in audience.sections and draft.topic is not OTHER:
        sections += [_gap(name) for name in GAPS if name in written and not written[name]]
    if draft.topic is not OTHER:
        order: dict[str, int] = {name: place for place, name in enumerate(audience.sections)}
        sections.sort(key=lambda one: order.get(one.name, -1))
    if audience.answers and engagement.home is not None:
        responses = responses_in(lines)
        sections = [
            one._replace(responses=responses) if one.name == "they-want" else one
            for one in sections
        ]
    missing = [name for name in WANTED if name in written and not written[name]]
    unknown = draft.unknown
    if UNKNOWN in audience.sections and missing and any(written.values()):
        titles = ", ".join(TITLES[name].lower() for name in missing)
        unknown = (*unknown, f"Nobody has written for this issue: {titles}.")
    return draft._replace(sections=tuple(sections), unknown=unknown)


def unwritten(
    papers: Sequence[Draft], engagement: Engagement, audience: Audience
) -> tuple[str, ...]:
    """The issues on which nobody has written anything that these readers would see."""
    asked = engagement.home is not None and not set(WANTED).isdisjoint(audience.sections)
    titles = [
        draft.topic.title
        for draft in papers
        if draft.topic is not OTHER and not any(any(one.lines()) for one in draft.sections)
    ]
    return (f"No line of ours was written on: {'; '.join(titles)}.",) if asked and titles else ()


def _without(sections: Sequence[Selection], names: Sequence[str]) -> tuple[Selection, ...]:
    """What goes is counted with the facts that are not shown."""
    kept = [one for one in sections if one.name not in names]
    shown = {fact.id for one in kept for fact in one.facts()}
    gone = {fact.id for one in sections if one not in kept for fact in one.facts()} - shown
    hidden = len(gone) + sum(one.left for one in sections if one not in kept)
    if kept:
        kept[-1] = kept[-1]._replace(left=kept[-1].left + hidden)
    return tuple(kept)


def _gap(name: Purpose) -> Selection:
    return Selection(name, TITLES[name], "spoken", (), GAPS[name])


def _section(name: Purpose, lines: Sequence[BoundLine]) -> Selection | None:
    by_label: dict[str | None, list[BoundLine]] = {}
    for likelihood, label in LABELS.items():
        for bound in lines:
            if bound.line.purpose == name and bound.line.likelihood == likelihood:
                by_label.setdefault(label, []).append(bound)
    if not by_label:
        return None
    clusters = tuple(
        Cluster(label, None, (), tuple(members)) for label, members in by_label.items()
    )
    return Selection(name, TITLES[name], "spoken" if name in SPOKEN else "points", clusters, None)


def completed(section: Section, selection: Selection, numbers: Mapping[str, int]) -> Section:
    """With the lines of its clusters, and with the responses to its requests; `numbers` are the
    endnotes by note."""
    groups = []
    for group, cluster in zip(section.groups, selection.clusters, strict=True):
        points = map(_answered, group.points, cluster.facts, repeat(selection), repeat(numbers))
        lines = (worded(bound, numbers) for bound in cluster.lines)
        groups.append(group.model_copy(update={"points": (*points, *lines)}))
    return section.model_copy(update={"groups": tuple(groups)})


def _answered(
    request: Point, fact: Fact, selection: Selection, numbers: Mapping[str, int]
) -> Point:
    """A request with its responses, or with the word that it waits for one."""
    if selection.responses is None:
        return request
    responses = tuple(worded(bound, numbers) for bound in selection.responses_to(fact))
    waits = fact.kind == "request" and not responses
    return request.model_copy(update={"responses": responses, "awaits_response": waits})


def worded(bound: BoundLine, numbers: Mapping[str, int]) -> Point:
    """A response rests on what it cites besides the request, which is printed above it."""
    basis = [fact for fact in bound.facts if fact not in bound.answers]
    return Point(
        text=bound.line.text,
        holder=None,
        role=None,
        when=None,
        sources=tuple(sorted({numbers[one.note] for fact in basis for one in fact.passages})),
        facts=tuple(fact.id for fact in bound.facts),
        changed=bound.line.changed if bound.line.purpose in JUDGING else None,
        markings=tuple(one for one in (bound.line.marking, bound.marking) if one is not None),
    )
