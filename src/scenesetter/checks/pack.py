"""Rules on a composed pack."""

from collections.abc import Iterator
from typing import get_args

from scenesetter.findings import Finding
from scenesetter.model.pack import Pack, Point, points_in, points_of
from scenesetter.model.points import Purpose

TOOL_SECTIONS = ("unknown",)
"""Sections of the tool's own sentences on what is missing; they rest on no fact."""
WRITTEN: frozenset[str] = frozenset(get_args(Purpose))
"""Sections of a person's lines."""


def check_pack(pack: Pack, where: str) -> tuple[Finding, ...]:
    """The rules of a pack; `where` is the briefing's file or folder."""
    return (
        *every_point_cites(pack, where),
        *endnotes_count_up(pack, where),
        *issues_are_covered(pack, where),
    )


def every_point_cites(pack: Pack, where: str) -> Iterator[Finding]:
    """SRC-01: every printed fact cites a source that the pack lists (SRC-07)."""
    numbers = {source.number for source in pack.sources}
    for point in _points(pack):
        if not point.facts or not point.sources or not numbers.issuperset(point.sources):
            yield Finding(
                "error",
                "SRC-01",
                where,
                0,
                f"a point of the pack for {pack.audience} cites no source: {point.text[:60]}",
                "this is a fault of the tool or of a template: report it",
            )


def endnotes_count_up(pack: Pack, where: str) -> Iterator[Finding]:
    """SRC-07: endnotes run from 1 without a gap, a source has one, each is called, and each call
    leads to one."""
    numbers = [source.number for source in pack.sources]
    notes = [source.note for source in pack.sources]
    called = {number for point in points_of(pack) for number in point.sources}
    called |= {one.source for one in pack.passages if one.source is not None}
    wrong = {
        "endnotes that do not count up": numbers != list(range(1, len(numbers) + 1)),
        "a source with two endnotes": len(set(notes)) < len(notes),
        "an endnote that nothing calls": bool(set(numbers) - called),
        "a call that leads to no endnote": bool(called - set(numbers)),
    }
    for what, broken in wrong.items():
        if broken:
            hint = "this is a fault of the tool: report it"
            told = f"the pack for {pack.audience} has {what}"
            yield Finding("error", "SRC-07", where, 0, told, hint)


def issues_are_covered(pack: Pack, where: str) -> Iterator[Finding]:
    """STR-08: an issue without a fact, or for readers of nothing else without a person's line, is
    named, and its paper says so."""
    silent = []
    for paper in pack.papers:
        sections = [one for one in paper.sections if one.name not in TOOL_SECTIONS]
        if any(group.points for section in sections for group in section.groups):
            continue
        if all(section.name in WRITTEN for section in sections):
            silent.append(paper.issue)
            continue
        yield Finding(
            "warning",
            "STR-08",
            where,
            0,
            f"nothing is printed on the issue {paper.issue} for {pack.audience}",
            "add a note on it, accept what waits for it, or take it off the issues",
        )
    if silent:
        what = f"nobody has written what {pack.audience} would read on: {', '.join(silent)}"
        hint = "write it in points/<issue>.md, which scenesetter gather starts"
        yield Finding("warning", "STR-08", where, 0, what, hint)


def _points(pack: Pack) -> Iterator[Point]:
    for paper in (*pack.overview, *pack.papers):
        for section in paper.sections:
            if section.name not in TOOL_SECTIONS:
                yield from points_in([section])
    for question in pack.questions:
        yield from (*question.asked, *question.answers, *question.basis)
    for group in pack.chronology:
        yield from group.points
