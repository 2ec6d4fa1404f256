"""Rules on the marks of a composed pack: rolled up, complete, and somebody answers for them."""

import re
from collections.abc import Iterator

from scenesetter.checks.authority import Place, block_is_filled, found, origin_is_known
from scenesetter.findings import Finding
from scenesetter.model.engagement import Briefing
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.pack import Pack, points_of

DRAFTS = ("DRAFT", "PREDECISIONAL", "PRE-DECISIONAL", "DELIBERATIVE")
LONG_ENOUGH = 12
"""Characters of a text from which on it is told from others by itself."""


def check_marks(
    pack: Pack, scheme: MarkingScheme, briefing: Briefing, place: Place
) -> Iterator[Finding]:
    """All of them."""
    yield from banner_covers(pack, scheme, place)
    yield from override_goes_up(pack, scheme, briefing, place)
    yield from portions_have_marks(pack, scheme, place)
    yield from marks_are_known(pack, scheme, place)
    yield from nothing_void(pack, scheme, place)
    yield from banner_is_no_status(pack, place)
    yield from banner_is_large(pack, scheme, place)
    yield from block_is_filled(pack, scheme, briefing, place)
    yield from origin_is_known(pack, scheme, briefing, place)


def banner_covers(pack: Pack, scheme: MarkingScheme, place: Place) -> Iterator[Finding]:
    """MRK-01, MRK-09, MRK-21: no portion is above the banner, in level or in control."""
    whole = scheme.highest([pack.marking]) or scheme.levels[0].name
    portions = {mark for _, mark in _portions(pack) if mark}
    for marking in filter(None, map(scheme.of_portion, sorted(portions))):
        if not scheme.covers(whole, marking):
            rule = "MRK-01" if _is_above(marking, whole, scheme) else _of_control(marking, scheme)
            what = f"a portion of the pack for {pack.audience} is {marking}, above its banner"
            yield found("error", rule, place(), what, "this is a fault of the tool: report it")
    if pack.banner != scheme.banner(pack.marking):
        what = f"the banner “{pack.banner}” is not that of the mark {whole}"
        yield found("error", "MRK-01", place(), what, "this is a fault of the tool: report it")


def override_goes_up(
    pack: Pack, scheme: MarkingScheme, briefing: Briefing, place: Place
) -> Iterator[Finding]:
    """MRK-01: an override is at or above the roll-up. MRK-06, MRK-40: it is a mark of the
    scheme."""
    override = briefing.override
    if override is None:
        return
    where = place("briefing", "override")
    if scheme.read(override.marking) is None:
        what = f"the override “{override.marking}” is no mark of the scheme {scheme.name}"
        yield found("error", scheme.rule_of_labels, where, what, f"its marks: {scheme.known}")
    elif not scheme.covers(override.marking, pack.marking):
        what = (
            f"the override {override.marking} is below {pack.marking}, the highest mark in the "
            f"pack for {pack.audience}, and is not applied"
        )
        yield found("error", "MRK-01", where, what, "an override goes up only")


def portions_have_marks(pack: Pack, scheme: MarkingScheme, place: Place) -> Iterator[Finding]:
    """MRK-04, MRK-24, MRK-28: where the scheme marks portions, each has its mark."""
    if scheme.marks_portions:
        for text, mark in _portions(pack):
            if mark is None:
                what = f"a portion of the pack for {pack.audience} has no mark: {text[:60]}"
                hint = "this is a fault of the tool: report it"
                yield found("error", _of_portions(pack, scheme), place(), what, hint)


def marks_are_known(pack: Pack, scheme: MarkingScheme, place: Place) -> Iterator[Finding]:
    """MRK-06: what stands before a portion is a mark of the scheme."""
    for mark in sorted({mark for _, mark in _portions(pack) if mark}):
        if scheme.of_portion(mark) is None:
            what = f"“{mark}” before a portion is no mark of the scheme {scheme.name}"
            yield found("error", "MRK-06", place(), what, f"its marks: {scheme.known}")


def nothing_void(pack: Pack, scheme: MarkingScheme, place: Place) -> Iterator[Finding]:
    """MRK-25: a mark of old in a text, "(SBU)", marks nothing."""
    if scheme.legacy:
        words = "|".join(map(re.escape, scheme.legacy))
        void = re.compile(rf"\((?:[A-Z]{{1,3}}//)?(?:{words})\)")
        for point in points_of(pack):
            if written := void.search(point.text):
                what = f"“{written[0]}” in a text of the pack for {pack.audience} is a void mark"
                hint = "whoever may mark the note decides what it is now"
                yield found("warning", "MRK-25", place(), what, hint)


def banner_is_no_status(pack: Pack, place: Place) -> Iterator[Finding]:
    """MRK-26: what state a text is in never stands inside the banner."""
    if any(word in pack.banner.upper() for word in DRAFTS):
        what = f"the banner says what state the pack is in: {pack.banner}"
        yield found("error", "MRK-26", place(), what, "mend the banner in the marking scheme")


def banner_is_large(pack: Pack, scheme: MarkingScheme, place: Place) -> Iterator[Finding]:
    """MRK-42: at least 12 points."""
    if "MRK-42" in scheme.rules and pack.look.size < 12:
        what = f"the banner is set in {pack.look.size:g} points, at least 12 are asked for"
        yield found("warning", "MRK-42", place(), what, "mend [look] in the marking scheme")


def portions_stand(markdown: str, pack: Pack, template: str) -> Iterator[Finding]:
    """MRK-04: a template has printed the mark of each point before it, in the same line."""
    text = markdown.replace("\\", "")
    marks: dict[str, set[str]] = {}
    for point in points_of(pack):
        if point.mark:
            told = " ".join(point.text.replace("\\", "").split())
            marks.setdefault(told, set()).add(f"{point.mark} ")
    for told, known in marks.items():
        if len(told) >= LONG_ENOUGH and _unmarked(told, known, text):
            what = f"a portion is printed without its mark: {told[:60]}"
            hint = "write {{ point.mark | portion }} right before {{ point.text }}"
            yield found("error", "MRK-04", template, what, hint)


def _unmarked(told: str, marks: set[str], text: str) -> bool:
    """Whether the words stand somewhere in a line without one of the marks before them."""
    place = text.find(told)
    while place >= 0:
        before = text[text.rfind("\n", 0, place) + 1 : place]
        if not any(mark in before for mark in marks):
            return True
        place = text.find(told, place + 1)
    return False


def _portions(pack: Pack) -> Iterator[tuple[str, str | None]]:
    """What tells something by itself, with its mark."""
    yield pack.title, pack.mark
    papers = (*pack.overview, *pack.papers)
    sections = [section for paper in papers for section in paper.sections]
    groups = [*(group for one in sections for group in one.groups), *pack.chronology]
    yield from ((paper.title, paper.mark) for paper in papers)
    yield from ((one.gap or one.lead or one.title, one.mark) for one in sections)
    yield from ((group.label, group.mark) for group in groups if group.label)
    yield from ((point.text, point.mark) for point in points_of(pack))
    if "biographies" in pack.parts:
        yield from ((person.name, person.mark) for person in pack.biographies)
    yield from ((gap, pack.own) for gap in pack.gaps)
    yield from ((item.title, item.mark) for item in pack.scenario)
    yield from ((entry.text, entry.mark) for entry in pack.changes)
    yield from ((entry.text, entry.mark) for entry in pack.passages)
    yield from ((entry.citation, entry.mark) for entry in pack.sources)


def _is_above(marking: str, whole: str, scheme: MarkingScheme) -> bool:
    return (scheme.rank(marking) or 0) > (scheme.rank(whole) or 0)


def _of_control(marking: str, scheme: MarkingScheme) -> str:
    """CUI Specified has a rule of its own."""
    specified = any(name.startswith("SP-") for name in scheme.controls_of(marking))
    return "MRK-21" if specified else "MRK-09"


def _of_portions(pack: Pack, scheme: MarkingScheme) -> str:
    controlled = any(
        scheme.holds(pack.marking or "", [level.name]) for level in scheme.levels if level.leaves
    )
    if scheme.is_classified(pack.marking):
        return "MRK-28" if controlled else "MRK-04"
    return "MRK-24"
