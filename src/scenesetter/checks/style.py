"""Rules of a house style on a composed pack, as they hold for a draft; rules.toml says which of
them a release may not break."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scenesetter.checks.lengths import lengths_are_kept
from scenesetter.checks.phrasing import (
    acronyms_are_spelt_out,
    names_are_as_given,
    objectives_aim_at_something,
)
from scenesetter.findings import Finding
from scenesetter.model.audience import Audience
from scenesetter.model.engagement import Briefing
from scenesetter.model.pack import Pack, Paper, Section
from scenesetter.model.style import IF_RAISED, NOT_STATED, Style

BACKGROUND = frozenset({"background", "background-by-hand"})
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MANY = 6
"""Fields that a finding names one by one."""
FURTHER = "other"
"""The paper of the issues that have none of their own: no style says what it has."""


class StyledPack(NamedTuple):
    """A pack with what it has to keep to; the audience is as its folder has it."""

    pack: Pack
    style: Style
    audience: Audience
    briefing: Briefing
    where: str


def check_style(styled: StyledPack) -> tuple[Finding, ...]:
    """The rules of the pack's style, and those that hold for every style."""
    pack, style, audience, briefing, where = styled
    return (
        *required_sections_are_filled(pack, style, where),
        *sections_are_in_order(pack, style, where),
        *fields_are_stated(pack, style, where),
        *every_issue_is_covered(pack, style, audience, where),
        *if_raised_stands_where_it_may(pack, audience, where),
        *last_meeting_is_named(pack, where),
        *scheme_is_the_styles(style, briefing, where),
        *objectives_aim_at_something(pack, style, where),
        *lengths_are_kept(pack, style, where),
        *acronyms_are_spelt_out(pack, style, briefing.engagement, where),
        *names_are_as_given(pack, briefing.engagement.people, where),
    )


def required_sections_are_filled(pack: Pack, style: Style, where: str) -> Iterator[Finding]:
    """STR-01: of the sections that the style requires and these readers have, none is empty."""
    for one in style.order.sections if style.order else ():
        empty = [
            paper.title
            for paper in _papers(pack)
            for section in paper.sections
            if one.required and section.name == one.name
            if not any(_filled(other) for other in paper.sections if other.title == section.title)
        ]
        if empty:
            what = (
                f"“{one.title or one.name}” is empty in the pack for {pack.audience}, "
                f"in the style {style.name}: {', '.join(empty)}"
            )
            hint = "write it in points/<issue>.md, or choose another style"
            yield Finding("warning", "STR-01", where, 0, what, hint)


def sections_are_in_order(pack: Pack, style: Style, where: str) -> Iterator[Finding]:
    """STR-01: the order is the style's."""
    places = (
        {one.name: place for place, one in enumerate(style.order.sections)} if style.order else {}
    )
    for paper in _papers(pack):
        there = [places[one.name] for one in paper.sections if one.name in places]
        if there != sorted(there):
            what = f"the sections of {paper.title} are not in the order of {style.name}"
            hint = "this is a fault of the tool: report it"
            yield Finding("error", "STR-01", where, 0, what, hint)


def fields_are_stated(pack: Pack, style: Style, where: str) -> Iterator[Finding]:
    """STR-01: what a style wants stated at the head of a pack or paper is, and in its form."""
    days = {one.name for one in style.fields if one.form == "day"}
    stated = {
        **{one.name: one for one in pack.particulars if one.name},
        **{f"{one.name}/{paper.issue}": one for paper in pack.papers for one in paper.particulars},
    }
    missing = [key for key, one in stated.items() if one.text == NOT_STATED]
    wrong = [
        key
        for key, one in stated.items()
        if one.name in days and key not in missing and not DAY.fullmatch(one.text)
    ]
    for keys, what in ((missing, "not stated"), (wrong, "not a day as in 2027-03-14")):
        if keys:
            more = f" and {len(keys) - MANY} more" if len(keys) > MANY else ""
            told = f"{what}, in the style {style.name}: {', '.join(keys[:MANY])}{more}"
            hint = f'in briefing.toml under [fields]: "{keys[0]}" = "..."'
            yield Finding("warning", "STR-01", where, 0, told, hint)


def every_issue_is_covered(
    pack: Pack, style: Style, audience: Audience, where: str
) -> Iterator[Finding]:
    """STR-03: what the style wants of each issue, for readers who have such a section."""
    theirs = style.sections_of(audience)
    wanted = [one for one in style.coverage.sections if one in theirs] if style.coverage else []
    lacking = [
        f"{paper.title} ({', '.join(missing)})"
        for paper in _papers(pack)
        if (missing := [name for name in wanted if not _has(paper, name)])
    ]
    if lacking:
        what = f"not all of it is there in the pack for {pack.audience}: {'; '.join(lacking)}"
        yield Finding("warning", "STR-03", where, 0, what, "write it in points/<issue>.md")


def if_raised_stands_where_it_may(pack: Pack, audience: Audience, where: str) -> Iterator[Finding]:
    """STR-06: only in packs of audiences that ask for it themselves."""
    barred = IF_RAISED - set(audience.sections)
    if any(section.name in barred for paper in pack.papers for section in paper.sections):
        what = f"what to say if raised is in the pack for {pack.audience}, who do not ask for it"
        yield Finding("error", "STR-06", where, 0, what, "report it: this is a fault of the tool")


def last_meeting_is_named(pack: Pack, where: str) -> Iterator[Finding]:
    """STR-07: where a pack has a background, it names the last meeting with its date."""
    sections = [one for paper in _papers(pack) for one in paper.sections]
    background = any(one.name in BACKGROUND for one in sections)
    if background and not any(one.lead for one in sections):
        what = f"the background in the pack for {pack.audience} names no last meeting with its date"
        hint = 'in briefing.toml: [[meetings]] title = "..." and date = "..."'
        yield Finding("warning", "STR-07", where, 0, what, hint)


def scheme_is_the_styles(style: Style, briefing: Briefing, where: str) -> Iterator[Finding]:
    """MRK-40 and MRK-60: a pack is marked by a scheme that the style's house has."""
    if style.schemes and briefing.scheme not in style.schemes.names:
        what = (
            f"the style {style.name} wants a pack marked by the scheme "
            f"{' or '.join(style.schemes.names)}, not {briefing.scheme}"
        )
        hint = f'in briefing.toml under [briefing]: scheme = "{style.schemes.names[0]}"'
        yield Finding("warning", "MRK-40", where, 0, what, hint)


def _papers(pack: Pack) -> Sequence[Paper]:
    return [paper for paper in pack.papers if paper.issue != FURTHER]


def _has(paper: Paper, name: str) -> bool:
    """Whether a section of that name has a point, or another one of its title."""
    titles = {one.title for one in paper.sections if one.name == name}
    return any(_filled(one) for one in paper.sections if one.title in titles)


def _filled(section: Section) -> bool:
    return any(group.points for group in section.groups)
