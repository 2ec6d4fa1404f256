"""Issue papers: which there are, and what stands in each before it is worded."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scenesetter.compose import unknowns
from scenesetter.compose.ranking import Relevance
from scenesetter.compose.sections import (
    BOTTOM_LINE,
    UNKNOWN,
    Selection,
    assigned,
    bottom_line,
    section,
)
from scenesetter.model.audience import Audience
from scenesetter.model.engagement import Briefing, Engagement
from scenesetter.model.fact import Fact
from scenesetter.model.topic import Topic

OTHER = Topic(
    name="other",
    title="Other matters",
    summary="What the notes hold that bears on no issue of this pack.",
    terms=(),
)
ENOUGH = 3
"""Facts that make an issue worth a paper where nobody has set an agenda."""


class Draft(NamedTuple):
    """A paper before its facts are worded. `unknown` are the sentences of what is missing."""

    topic: Topic
    sections: tuple[Selection, ...]
    unknown: tuple[str, ...]

    def facts(self) -> Iterator[Fact]:
        """In the order of print."""
        for selection in self.sections:
            for cluster in selection.clusters:
                yield from cluster.facts

    def bottom_line_facts(self) -> Iterator[Fact]:
        for selection in self.sections:
            if selection.name == BOTTOM_LINE:
                for cluster in selection.clusters:
                    yield from cluster.facts


def agenda_of(
    briefing: Briefing, facts: Sequence[Fact], topics: Sequence[Topic], relevance: Relevance
) -> tuple[str, ...]:
    """The issues in their order: a person's, or else what the notes hold enough on."""
    return briefing.issues or _by_weight(facts, {topic.name: topic for topic in topics}, relevance)


def drafts(
    best_first: Sequence[Fact],
    agenda: Sequence[str],
    topics: Sequence[Topic],
    engagement: Engagement,
    audience: Audience,
) -> tuple[Draft, ...]:
    """One an issue of the agenda, and one of other matters where the audience has no limit."""
    by_name = {topic.name: topic for topic in topics}
    if audience.papers:
        agenda = agenda[: audience.papers]
    by_issue: dict[str, list[Fact]] = {name: [] for name in agenda}
    other: list[Fact] = []
    for fact in best_first:
        place = next((issue for issue in fact.issues if issue in by_issue), None)
        (by_issue[place] if place else other).append(fact)
    papers = [
        _draft(by_name[name], members, engagement, audience) for name, members in by_issue.items()
    ]
    if other and not audience.papers:
        papers.append(_draft(OTHER, other, engagement, audience))
    return tuple(papers)


def _by_weight(
    facts: Sequence[Fact], topics: dict[str, Topic], relevance: Relevance
) -> tuple[str, ...]:
    """Issues that the notes hold enough on, the ones most about the engagement first."""
    by_issue = {name: [fact for fact in facts if fact.issues[0] == name] for name in topics}
    least = min(ENOUGH, max(map(len, by_issue.values()), default=0)) or 1
    weights = {
        name: sum(1 + relevance.of(fact) for fact in members)
        for name, members in by_issue.items()
        if len(members) >= least
    }
    return tuple(sorted(weights, key=lambda name: (-weights[name], name)))


def _draft(
    topic: Topic, facts: Sequence[Fact], engagement: Engagement, audience: Audience
) -> Draft:
    short = [
        fact for fact in facts if not audience.longest or len(fact.text.split()) <= audience.longest
    ]
    sections = assigned(short, engagement)
    chosen = []
    for name in audience.sections:
        limit = audience.limits.get(name, 0)
        if name == BOTTOM_LINE:
            chosen.append(bottom_line(sections, short, engagement, limit))
        elif name != UNKNOWN:
            selection = section(name, sections[name], engagement, limit)
            chosen += [selection] if selection else []
    expected = None if topic is OTHER else topic
    missing = unknowns.of_issue(facts, expected, engagement) if UNKNOWN in audience.sections else ()
    return Draft(topic, tuple(chosen), missing)
