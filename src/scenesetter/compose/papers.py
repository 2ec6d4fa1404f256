"""Issue papers: which there are, and what stands in each before it is worded."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scenesetter.compose import unknowns
from scenesetter.compose.conflicts import Disagreement, disagreed_on
from scenesetter.compose.ranking import Relevance, names_its_issue
from scenesetter.compose.sections import (
    BOTTOM_LINE,
    CONFLICTS,
    UNKNOWN,
    Selection,
    assigned,
    bottom_line,
    section,
    short_enough,
)
from scenesetter.model.audience import Audience
from scenesetter.model.engagement import Engagement
from scenesetter.model.fact import Fact
from scenesetter.model.topic import Topic

OTHER = Topic(
    name="other",
    title="Other matters",
    summary="What the notes hold that bears on no issue of this pack.",
    terms=(),
)
SPOKEN_FOR = frozenset({BOTTOM_LINE, "they-want", "we-want", "each-side", CONFLICTS})
"""Sections whose emptiness, or what they leave out, is said in its place; that of the others in
one line at the end."""
ENOUGH = 3
"""Facts that make an issue worth a paper where nobody has set an agenda."""


class Matter(NamedTuple):
    """What papers are made of: facts, best first, and what they disagree on."""

    facts: Sequence[Fact]
    disagreed: Sequence[Disagreement]


class Draft(NamedTuple):
    """A paper before its facts are worded. `held` counts the facts on its issue, printed or not;
    `unknown` are the sentences of what is missing."""

    topic: Topic
    held: int
    sections: tuple[Selection, ...]
    unknown: tuple[str, ...]

    def facts(self) -> Iterator[Fact]:
        """In the order of print."""
        for selection in self.sections:
            for cluster in selection.clusters:
                yield from cluster.facts

    def overview(self, limit: int) -> "Draft":
        """The bottom line alone, and of it the first facts; `limit` 0: all of them."""
        sections = tuple(
            one._replace(
                clusters=tuple(
                    cluster._replace(facts=cluster.facts[: limit or None])
                    for cluster in one.clusters
                )
            )
            for one in self.sections
            if one.name == BOTTOM_LINE
        )
        return self._replace(sections=sections, unknown=())


def agenda_of(
    facts: Sequence[Fact], topics: Sequence[Topic], relevance: Relevance, limit: int
) -> tuple[str, ...]:
    """What the notes hold enough on, where nobody has set an agenda; `limit` 0: no limit."""
    by_weight = _by_weight(facts, {topic.name: topic for topic in topics}, relevance)
    return by_weight[: limit or None]


def drafts(
    matter: Matter,
    agenda: Sequence[str],
    topics: Sequence[Topic],
    engagement: Engagement,
    audience: Audience,
) -> tuple[Draft, ...]:
    """One an issue of the agenda, and one of other matters where the audience has no limit."""
    by_name = {topic.name: topic for topic in topics}
    by_issue: dict[str, list[Fact]] = {name: [] for name in agenda}
    other: list[Fact] = []
    for fact in matter.facts:
        place = next((issue for issue in fact.issues if issue in by_issue), None)
        (by_issue[place] if place else other).append(fact)
    papers = [
        _draft(by_name[name], members, engagement, audience, matter.disagreed)
        for name, members in by_issue.items()
    ]
    if other and not audience.papers:
        papers.append(_draft(OTHER, other, engagement, audience, matter.disagreed))
    return tuple(papers)


def _by_weight(
    facts: Sequence[Fact], topics: dict[str, Topic], relevance: Relevance
) -> tuple[str, ...]:
    """Issues that the notes hold enough on, the ones most about the engagement first."""
    telling = [fact for fact in facts if names_its_issue(fact)]
    by_issue = {name: [fact for fact in telling if fact.issues[0] == name] for name in topics}
    least = min(ENOUGH, max(map(len, by_issue.values()), default=0)) or 1
    weights = {
        name: sum(1 + relevance.of(fact) for fact in members)
        for name, members in by_issue.items()
        if len(members) >= least
    }
    return tuple(sorted(weights, key=lambda name: (-weights[name], name)))


def _draft(
    topic: Topic,
    facts: Sequence[Fact],
    engagement: Engagement,
    audience: Audience,
    disagreed: Sequence[Disagreement],
) -> Draft:
    sections = assigned(facts, engagement)
    chosen = []
    for name in audience.sections:
        if name == BOTTOM_LINE:
            fitting = {key: short_enough(members, audience) for key, members in sections.items()}
            best_first = short_enough(facts, audience)
            limit = audience.limits.get(BOTTOM_LINE, 0)
            chosen.append(bottom_line(fitting, best_first, engagement, limit))
        elif name == CONFLICTS:
            contrary = disagreed_on(disagreed, facts, audience)
            chosen += [contrary] if contrary else []
        elif name != UNKNOWN:
            selection = section(name, sections[name], engagement, audience)
            chosen += [selection] if selection else []
    if UNKNOWN not in audience.sections:
        return Draft(topic, len(facts), tuple(chosen), ())
    empty = [one for one in chosen if one.gap and one.name not in SPOKEN_FOR]
    missing = unknowns.of_issue(facts, None if topic is OTHER else topic, engagement)
    missing = missing[: audience.limits.get(UNKNOWN) or None]
    if empty:
        titles = ", ".join(one.title.lower() for one in empty)
        missing = (*missing, f"Nothing further in the notes under: {titles}.")
    kept = tuple(one for one in chosen if one not in empty)
    return Draft(topic, len(facts), kept, missing)
