"""Whether the paper on an issue fits the page that its readers give it, and what it can do without.

Nothing is printed yet: the lines that it will take are estimated, in the type of its text.
"""

from collections.abc import Container, Mapping, Sequence
from math import ceil

from scenesetter.compose.papers import Draft, with_one_less
from scenesetter.compose.sections import BOTTOM_LINE, CONFLICTS, Selection
from scenesetter.compose.styling import fields_of
from scenesetter.model.audience import Audience, Room
from scenesetter.model.citations import BoundLine
from scenesetter.model.fact import Fact
from scenesetter.model.pack import Particular
from scenesetter.model.style import Style

HEADING = 1.7
LABEL = 1.4
LEAD = 1.6
"""The last meeting, above a background."""
BASIS = 0.75
"""What lines rest on, in small type below them."""
AFTER = 0.2
"""Between two points."""
BETWEEN_ROWS = 0.6
DATES = 25
"""Letters of when a fact was and of when its note is."""
SMALL = 0.72
"""Width of a letter of the particulars, which stand in small type behind a point."""
IN_A_ROW = 0.75
"""Share of the width that a table leaves to the text of its rows."""
NEEDED: frozenset[str] = frozenset({BOTTOM_LINE, CONFLICTS, "they-want"})
"""Sections that no paper goes without where there is something for them."""


def fitted(draft: Draft, style: Style, fields: Mapping[str, str], audience: Audience) -> Draft:
    """The paper without the facts that it has no room for: first of the sections that have
    several, then those that stand alone in a section that nobody requires. What a person wrote
    stays, however long."""
    room = audience.room
    if room is None:
        return draft
    stated = fields_of(style, fields, audience, draft.topic.name)
    required = {one.name for one in style.order.sections if one.required} if style.order else set()
    kept = draft
    while _lines(kept, room, stated) > room.lines:
        answered = {name for one in kept.sections for name in one.responses or ()}
        sections = with_one_less(kept.sections, answered) or _without_last(kept.sections, required)
        if sections is None:
            break
        kept = kept._replace(sections=tuple(sections))
    return kept


def _without_last(
    sections: Sequence[Selection], required: Container[str]
) -> list[Selection] | None:
    """Without the last section of a fact alone; None where there is none."""
    for place in reversed(range(len(sections))):
        one = sections[place]
        alone = any(one.facts()) and not any(one.lines())
        if alone and one.name not in NEEDED and one.name not in required:
            return [*sections[:place], *sections[place + 1 :]]
    return None


def _lines(draft: Draft, room: Room, stated: Sequence[Particular]) -> float:
    head = sum(_of_text(one.text, room.letters * 0.6) for one in stated)
    titles = [one.title for one in draft.sections]
    heads = sum(title not in titles[:place][-1:] for place, title in enumerate(titles))
    unknown = sum(_of_text(text, room.letters) for text in draft.unknown)
    return (
        head
        + HEADING * (heads + bool(draft.unknown))
        + sum(_of_section(one, room) for one in draft.sections)
        + unknown
        + BASIS  # how much is not shown
    )


def _of_section(section: Selection, room: Room) -> float:
    """Without its title."""
    lead = LEAD if section.name.startswith("background") else 0
    gap = 1 if section.gap else 0
    table = HEADING if section.form == "table" and section.clusters else 0
    labels = LABEL * sum(one.label is not None for one in section.clusters)
    facts = sum(_of_fact(fact, section, room) for one in section.clusters for fact in one.facts)
    lines = [bound for one in section.clusters for bound in one.lines]
    basis = BASIS if lines and section.form == "spoken" else 0
    return lead + gap + table + labels + facts + basis + sum(_of_line(one, room) for one in lines)


def _of_fact(fact: Fact, section: Selection, room: Room) -> float:
    holder = fact.holder
    role = len((holder.role or holder.party or "") if holder else "")
    letters = len(fact.text) + SMALL * (role + DATES)
    if section.form == "table":
        return BETWEEN_ROWS + ceil(letters / (room.letters * IN_A_ROW))
    responses = section.responses_to(fact)
    waits = section.responses is not None and fact.kind == "request" and not responses
    answered = sum(_of_line(one, room) + BASIS for one in responses)
    return AFTER + ceil(letters / room.letters) + answered + (1 + AFTER if waits else 0)


def _of_line(bound: BoundLine, room: Room) -> float:
    return _of_text(bound.line.text, room.letters)


def _of_text(text: str, letters: float) -> float:
    return AFTER + ceil(len(text) / letters)
