"""A draft in the words of print: its clusters of facts as groups of points, endnotes called."""

from collections.abc import Sequence

from scenesetter.compose.lines import completed
from scenesetter.compose.papers import Draft
from scenesetter.compose.points import Wording, point, told_by
from scenesetter.compose.sections import CONFLICTS, UNKNOWN, Cluster, Selection
from scenesetter.compose.styling import template_of, with_last_meeting
from scenesetter.model.engagement import Engagement
from scenesetter.model.fact import Fact
from scenesetter.model.pack import Group, Paper, Point, Section
from scenesetter.model.style import Style


def paper(draft: Draft, numbers: dict[str, int], engagement: Engagement, style: Style) -> Paper:
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


def _group(
    cluster: Cluster, numbers: dict[str, int], engagement: Engagement, word: Wording
) -> Group:
    points = tuple(
        _without_holder(made) if fact.holder and fact.holder.name == cluster.label else made
        for fact in cluster.facts
        for made in (word(fact, numbers, engagement),)
    )
    return Group(label=cluster.label, detail=cluster.detail, points=points)


def _without_holder(point: Point) -> Point:
    """Below a label that names the holder."""
    return point.model_copy(update={"holder": None, "role": None})


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


def chronology(
    facts: Sequence[Fact], numbers: dict[str, int], engagement: Engagement
) -> tuple[Group, ...]:
    years: dict[str, list[Point]] = {}
    for fact in facts:
        year = (fact.when or "").removeprefix("../")[:4]
        years.setdefault(year, []).append(point(fact, numbers, engagement))
    return tuple(Group(label=year, points=tuple(points)) for year, points in years.items())
