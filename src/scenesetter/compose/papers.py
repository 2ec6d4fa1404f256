"""Issue papers: which there are, and what stands in each before it is worded."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from scenesetter.compose import unknowns
from scenesetter.compose.conflicts import Disagreement, disagreed_on, one_of_each
from scenesetter.compose.ranking import Relevance, names_its_issue
from scenesetter.compose.sections import (
    BOTTOM_LINE,
    CONFLICTS,
    KINDS,
    NOT_RELEASED,
    UNKNOWN,
    Cluster,
    Selection,
    assigned,
    bottom_line,
    section,
)
from scenesetter.compose.setting import Setting
from scenesetter.model.engagement import Party
from scenesetter.model.fact import Fact
from scenesetter.model.topic import NO_TOPIC, Topic

OTHER = Topic(
    name=NO_TOPIC,
    title="Further issues",
    summary="What the notes hold beside the issues that have a paper.",
    terms=(),
)
ON_NO_ISSUE = "Other matters"
FURTHER: Final = "further"
SPOKEN_FOR: frozenset[str] = frozenset({BOTTOM_LINE, "they-want", "we-want", CONFLICTS})
"""Sections whose emptiness, or what they leave out, is said in its place; that of the others in
one line at the end. To readers outside nothing is said of what the notes lack."""
ENOUGH = 4
"""Facts that make an issue worth a paper where nobody has set an agenda."""
MANY = 12
"""Printed facts from which on a paper is summed up at its head in words that it repeats below."""


class Matter(NamedTuple):
    """What papers are made of: facts, best first, and what they disagree on. `expected` are the
    parties of whom a reader misses word; `titles` are those of sections that a house style calls
    by names of its own."""

    facts: Sequence[Fact]
    disagreed: Sequence[Disagreement]
    expected: Sequence[Party]
    titles: Mapping[str, str]
    setting: Setting


class Draft(NamedTuple):
    """A paper before its facts are worded. `held` are the facts on its issue, printed or not;
    `bottom_line` is what the overview says of it, `unknown` are the sentences of what is
    missing."""

    topic: Topic
    held: tuple[Fact, ...]
    bottom_line: Selection
    sections: tuple[Selection, ...]
    unknown: tuple[str, ...]

    def facts(self) -> Iterator[Fact]:
        """In the order of print."""
        for selection in self.sections:
            yield from selection.facts()

    def left(self) -> int:
        """How many of its facts are not printed."""
        printed = {fact.id for fact in self.facts()}
        return len({fact.id for fact in self.held} - printed)

    def overview(self, limit: int) -> "Draft":
        """The bottom line alone, and of it the first facts; `limit` 0: all of them."""
        clusters = tuple(
            cluster._replace(facts=cluster.facts[: limit or None])
            for cluster in self.bottom_line.clusters
        )
        return self._replace(sections=(self.bottom_line._replace(clusters=clusters),), unknown=())


def agenda_of(
    facts: Sequence[Fact], topics: Sequence[Topic], relevance: Relevance, limit: int
) -> tuple[str, ...]:
    """What the notes hold enough on, where nobody has set an agenda; `limit` 0: no limit."""
    by_weight = _by_weight(facts, {topic.name: topic for topic in topics}, relevance)
    return by_weight[: limit or None]


def issue_of(fact: Fact, agenda: Container[str]) -> str | None:
    """The issue of the agenda that it bears on most, where there is one."""
    return next((issue for issue in fact.issues if issue in agenda), None)


def drafts(matter: Matter, agenda: Sequence[str], topics: Sequence[Topic]) -> tuple[Draft, ...]:
    """One an issue of the agenda, and one of all further issues where the audience has no limit."""
    by_name = {topic.name: topic for topic in topics}
    by_issue: dict[str, list[Fact]] = {name: [] for name in agenda}
    other: list[Fact] = []
    for fact in matter.facts:
        place = issue_of(fact, by_issue)
        (by_issue[place] if place else other).append(fact)
    papers = [_draft(by_name[name], members, matter) for name, members in by_issue.items()]
    if other and not matter.setting.audience.papers:
        papers.append(_further(other, by_name, matter))
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


def _draft(topic: Topic, facts: Sequence[Fact], matter: Matter) -> Draft:
    setting = matter.setting
    engagement, audience = setting.engagement, setting.audience
    contrary = _contrary(matter, facts)
    agreeing = one_of_each(facts, contrary)
    by_section = assigned(agreeing, engagement)
    leading = bottom_line(by_section, agreeing, setting)
    chosen = []
    for name in audience.sections:
        if name == CONFLICTS:
            chosen += [contrary] if contrary else []
        elif name in by_section:
            selection = section(name, by_section[name], setting)
            chosen += [selection] if selection else []
    chosen = [one._replace(title=matter.titles.get(one.name, one.title)) for one in chosen]
    chosen = within(chosen, audience.limits.get("paper", 0), setting.answered)
    printed = [fact for one in chosen for fact in one.facts()]
    told = frozenset() if audience.releasable else SPOKEN_FOR
    empty = [one for one in chosen if one.gap and one.name not in told]
    kept = tuple(one for one in chosen if one not in empty)
    if BOTTOM_LINE in audience.sections:
        kept = (*_at_head(leading, printed), *kept)
    elif not printed:
        kept = _nothing(setting)
    missing: tuple[str, ...] = ()
    if UNKNOWN in audience.sections and facts:
        asked = engagement.model_copy(update={"parties": tuple(matter.expected)})
        told_of = setting._replace(engagement=asked)
        gaps = unknowns.of_issue(facts, printed, topic, told_of)
        missing = unknowns.shortened(gaps, empty, len(printed), setting)
    if not facts:
        kept = (leading,) if BOTTOM_LINE in audience.sections else _nothing(setting)
    return Draft(topic, tuple(facts), leading, kept, missing)


def within(chosen: Sequence[Selection], most: int, answered: Container[str]) -> list[Selection]:
    """The sections with at most `most` facts in all, 0: no limit."""
    kept = list(chosen)
    while most and sum(len(list(one.facts())) for one in kept) > most:
        shorter = with_one_less(kept, answered)
        if shorter is None:
            break
        kept = shorter
    return kept


def with_one_less(chosen: Sequence[Selection], answered: Container[str]) -> list[Selection] | None:
    """The last section that has several facts gives up its last; None where none can."""
    for place in reversed(range(len(chosen))):
        if spare := chosen[place].spare(answered):
            return [*chosen[:place], chosen[place].without(spare[-1]), *chosen[place + 1 :]]
    return None


def _contrary(matter: Matter, facts: Sequence[Fact]) -> Selection | None:
    if CONFLICTS not in matter.setting.audience.sections:
        return None
    return disagreed_on(matter.disagreed, facts, matter.setting)


def _at_head(leading: Selection, printed: Sequence[Fact]) -> tuple[Selection, ...]:
    """The bottom line, unless it would only say twice what a short paper says anyway."""
    facts = {fact.id for fact in leading.facts()}
    repeats = facts <= {fact.id for fact in printed}
    return () if facts and repeats and len(printed) < MANY else (leading,)


def _nothing(setting: Setting) -> tuple[Selection, ...]:
    """Of a paper without a fact, for readers who have no bottom line: readers of nothing but a
    person's lines miss none."""
    audience = setting.audience
    if not any(name in KINDS for name in audience.sections):
        return ()
    gap = NOT_RELEASED if audience.releasable else setting.basis.nothing
    last = [name for name in audience.sections if name in KINDS][-1]
    return (Selection(last, KINDS["background"].title, "points", (), gap),)


def _further(facts: Sequence[Fact], topics: Mapping[str, Topic], matter: Matter) -> Draft:
    """A section an issue, the one with most facts first, instead of a thin paper each."""
    setting = matter.setting
    contrary = _contrary(matter, facts)
    by_title: dict[str, list[Fact]] = {}
    for fact in one_of_each(facts, contrary):
        topic = topics.get(fact.issues[0]) if fact.issues else None
        by_title.setdefault(topic.title if topic else ON_NO_ISSUE, []).append(fact)
    order = sorted(by_title, key=lambda one: (one == ON_NO_ISSUE, -len(by_title[one]), one))
    limit = setting.audience.limits.get("background", 0)
    sections = [_section_of_issue(title, by_title[title], limit) for title in order]
    chosen = (*sections, contrary) if contrary else (*sections,)
    leading = bottom_line(assigned(facts, setting.engagement), facts, setting)
    return Draft(OTHER, tuple(facts), leading, chosen, ())


def _section_of_issue(title: str, facts: Sequence[Fact], limit: int) -> Selection:
    shown = tuple(facts[: limit or None])
    left = len(facts) - len(shown)
    return Selection(FURTHER, title, "points", (Cluster(None, None, shown),), None, left)
