"""Rules on a composed pack."""

from collections.abc import Iterator

from scenesetter.findings import Finding
from scenesetter.model.pack import Pack, Point

TOOL_SECTIONS = ("unknown",)
"""Sections of the tool's own sentences on what is missing; they rest on no fact."""


def check_pack(pack: Pack, where: str) -> tuple[Finding, ...]:
    """The rules of a pack; `where` is the briefing's file or folder."""
    return (*every_point_cites(pack, where), *issues_are_covered(pack, where))


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


def issues_are_covered(pack: Pack, where: str) -> Iterator[Finding]:
    """STR-08: an issue without a fact is named, and its paper says so."""
    for paper in pack.papers:
        sections = [one for one in paper.sections if one.name not in TOOL_SECTIONS]
        if not any(group.points for section in sections for group in section.groups):
            yield Finding(
                "warning",
                "STR-08",
                where,
                0,
                f"the notes hold nothing on the issue {paper.issue} for {pack.audience}",
                "add a note on it, or take it off the issues; the paper says that it is empty",
            )


def _points(pack: Pack) -> Iterator[Point]:
    for paper in (*pack.overview, *pack.papers):
        for section in paper.sections:
            if section.name not in TOOL_SECTIONS:
                for group in section.groups:
                    yield from group.points
    for group in pack.chronology:
        yield from group.points
