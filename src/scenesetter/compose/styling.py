"""What a house style makes of a pack: order and titles, what must be there, its particulars."""

from collections.abc import Iterable, Mapping, Sequence

from scenesetter.compose.lines import GAPS, TITLES
from scenesetter.compose.papers import OTHER, Draft
from scenesetter.compose.sections import KINDS, Selection, gap_of
from scenesetter.compose.setting import Setting
from scenesetter.model.audience import Audience, SectionName
from scenesetter.model.edtf import in_words
from scenesetter.model.engagement import Engagement
from scenesetter.model.pack import Particular, ScenarioItem, Section
from scenesetter.model.style import NOT_STATED, Style
from scenesetter.model.topic import Topic

GENERIC = Style(name="generic", title="Generic", summary="The audience's own order and titles.")
BACKGROUND = ("background-by-hand", "background")


def styled(audience: Audience, style: Style) -> Audience:
    """With its sections in the style's order, and with the parts that the style leaves it."""
    changes = {"sections": style.sections_of(audience), "parts": style.parts_of(audience)}
    return audience.model_copy(update=changes)


def titles_of(style: Style, audience: Audience) -> dict[str, str]:
    """By section, of those that the style or else the audience calls by a name of its own."""
    sections = style.order.sections if style.order else ()
    titles: dict[str, str] = dict(audience.titles.items())
    return titles | {one.name: one.title for one in sections if one.title is not None}


def with_required(draft: Draft, style: Style, setting: Setting) -> Draft:
    """The paper with a word for each required section that is empty, and all titles those of the
    style or the audience. Readers outside are not told what the notes lack."""
    if draft.topic is OTHER:
        return draft
    audience = setting.audience
    titles = titles_of(style, audience)
    sections = [one._replace(title=titles.get(one.name, one.title)) for one in draft.sections]
    there = {one.title for one in sections}
    for one in style.order.sections if style.order else ():
        title = titles.get(one.name) or _own_title(one.name)
        told = one.name in audience.sections and not (audience.releasable and one.name in KINDS)
        if one.required and told and title not in there:
            there.add(title)
            sections.append(Selection(one.name, title, "points", (), _gap(one.name, setting)))
    order: dict[str, int] = {name: place for place, name in enumerate(audience.sections)}
    sections.sort(key=lambda one: order.get(one.name, -1))
    return draft._replace(sections=tuple(sections))


def _own_title(name: SectionName) -> str:
    titles: dict[str, str] = {one: kind.title for one, kind in KINDS.items()}
    return (titles | dict(TITLES)).get(name, name)


def _gap(name: SectionName, setting: Setting) -> str:
    kind = KINDS.get(name)
    if kind:
        return gap_of(kind, setting)
    gaps: dict[str, str] = dict(GAPS.items())
    return gaps.get(name, f"Nobody has written for this issue: {_own_title(name).lower()}.")


def template_of(topic: Topic, style: Style) -> str:
    """The style's own for issue papers, else the topic's."""
    if "paper.md.j2" in style.templates:
        return f"styles/{style.name}/paper.md.j2"
    return "shared/paper.md.j2" if topic is OTHER else f"topics/{topic.name}/paper.md.j2"


def fields_of(
    style: Style, fields: Mapping[str, str], audience: Audience, issue: str | None = None
) -> tuple[Particular, ...]:
    """What the style wants stated for these readers at the head of a pack, or of the paper on an
    issue."""
    return tuple(
        Particular(label=one.title, text=text or NOT_STATED, name=one.name)
        for one in style.fields
        if one.each_paper == (issue is not None) and audience.name in style.readers_of(one)
        for text in (fields.get(f"{one.name}/{issue}", fields.get(one.name, "")).strip(),)
        if (text or one.required) and issue != OTHER.name
    )


def due_of(style: Style, engagement: Engagement, audience: Audience) -> tuple[Particular, ...]:
    """CLR-04: when the desk must have the pack ready, which is nothing to readers outside."""
    deadline = style.deadline
    day = deadline.due(engagement.date) if deadline else None
    if deadline is None or day is None or audience.releasable:
        return ()
    before = f"{deadline.workdays} workday{'' if deadline.workdays == 1 else 's'} before"
    text = f"{deadline.at} on {in_words(day.isoformat())}, {before}"
    return (Particular(label="Due", text=text),)


def scenario_of(
    engagement: Engagement, audience: Audience, papers: Iterable[Topic]
) -> tuple[ScenarioItem, ...]:
    """The agenda in its order, without the items on nothing but issues that these readers do not
    hear of."""
    if "scenario" not in audience.parts:
        return ()
    titles = {topic.name: topic.title for topic in papers}
    return tuple(
        ScenarioItem(
            title=item.title,
            press=f"{item.press} press".upper() if item.press else None,
            lead=item.lead,
            time=_minutes(item.minutes) if item.minutes else None,
            papers=tuple(titles[issue] for issue in item.issues if issue in titles),
        )
        for item in engagement.agenda
        if not (item.issues and audience.issues) or set(item.issues) & set(audience.issues)
    )


def _minutes(count: int) -> str:
    return f"{count} minute" if count == 1 else f"{count} minutes"


def with_last_meeting(sections: Sequence[Section], engagement: Engagement) -> tuple[Section, ...]:
    """STR-07: the background names the last meeting with its date."""
    titles = {one.title for one in sections if one.name in BACKGROUND}
    first = next((one for one in sections if one.title in titles), None)
    last = engagement.meetings[-1] if engagement.meetings else None
    if first is None or last is None or last.date is None:
        return tuple(sections)
    lead = f"Last meeting: {last.title}, {in_words(last.date)}."
    return tuple(one.model_copy(update={"lead": lead}) if one is first else one for one in sections)
