"""Rules on who answers for a classified or controlled pack, from what and until when."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from scenesetter.findings import Finding, Severity
from scenesetter.model.engagement import Briefing
from scenesetter.model.marking import BlockLine, MarkingScheme
from scenesetter.model.pack import Pack

Place = Callable[..., str]
"""What a message names: "path:line" of a key of the briefing file."""

_OTHER_DATES = re.compile(
    r"\b\d{4}-\d\d?(-\d\d?)?\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b[A-Z][a-z]{2,8} \d{4}\b"
)
_EIGHT = re.compile(r"\b\d{8}\b")


def block_is_filled(
    pack: Pack, scheme: MarkingScheme, briefing: Briefing, place: Place
) -> Iterator[Finding]:
    """MRK-07, MRK-22, MRK-23: the authority block, as far as the pack's levels ask for it."""
    given = {key: text.strip() for key, text in briefing.authority.items() if text.strip()}
    known = [line.key for line in scheme.block]
    for key in given:
        if key not in known:
            what = f"the scheme {scheme.name} has no line `{key}`; it is not printed"
            hint = f"its lines: {', '.join(known) or 'none'}"
            yield found("warning", "MRK-07", place("authority", key), what, hint)
    lines = scheme.block_for(pack.marking)
    for line in lines:
        if line.key in given and line.form == "date" and not _is_date(given[line.key]):
            what = f"{line.label} is no date as YYYYMMDD: {given[line.key]}"
            hint = "write 20520310, or an event in words"
            yield found("error", line.rule, place("authority", line.key), what, hint)
        elif line.required and line.choice is None and line.key not in given:
            yield _lacking(pack, line, line.key, place)
    for choice in dict.fromkeys(line.choice for line in lines if line.choice):
        of_choice = [line for line in lines if line.choice == choice]
        yield from _one_of(of_choice, given, pack, place)
    yield from _sources_are_listed(pack, given, place)


def origin_is_known(
    pack: Pack, scheme: MarkingScheme, briefing: Briefing, place: Place
) -> Iterator[Finding]:
    """MRK-08: what is classified has a date of origin."""
    if "MRK-08" in scheme.rules and scheme.is_classified(pack.marking) and not briefing.prepared:
        what = f"the pack for {pack.audience} is {pack.marking} and has no date of origin"
        hint = 'write under [briefing]: prepared = "YYYY-MM-DD"'
        yield found("error", "MRK-08", place("briefing"), what, hint)


def found(severity: Severity, rule: str, where: str, what: str, hint: str = "") -> Finding:
    """`where` may end with ":" and a line."""
    path, _, line = where.rpartition(":")
    if path and line.isdecimal():
        return Finding(severity, rule, path, int(line), what, hint)
    return Finding(severity, rule, where, 0, what, hint)


def _one_of(
    lines: list[BlockLine], given: Mapping[str, str], pack: Pack, place: Place
) -> Iterator[Finding]:
    """A derived classification has no reason, an original one has no source."""
    there = [line.key for line in lines if line.key in given]
    if not there:
        yield _lacking(pack, lines[0], lines[0].choice or "", place)
    elif len(there) > 1:
        what = f"only one of {' and '.join(there)} may stand; {there[0]} is printed"
        yield found("error", lines[0].rule, place("authority", there[1]), what, "take one away")


def _sources_are_listed(pack: Pack, given: Mapping[str, str], place: Place) -> Iterator[Finding]:
    several = given.get("derived_from", "").casefold() == "multiple sources"
    printed = any(one.text.casefold() == "multiple sources" for one in pack.block)
    if several and printed and "sources" not in pack.parts:
        what = f"“Multiple Sources” needs their list, which the pack for {pack.audience} lacks"
        hint = 'add "sources" to parts in its audience.toml, or name the source'
        yield found("error", "MRK-07", place("authority", "derived_from"), what, hint)


def _is_date(text: str) -> bool:
    """Whether each date in it is one, and written YYYYMMDD; words without a date pass."""
    try:
        for eight in _EIGHT.findall(text):
            datetime.strptime(eight, "%Y%m%d")  # noqa: DTZ007 - a day, without a time
    except ValueError:
        return False
    return not _OTHER_DATES.search(text)


def _lacking(pack: Pack, line: BlockLine, missing: str, place: Place) -> Finding:
    what = f"the pack for {pack.audience} is {pack.marking}, and [authority] lacks {missing}"
    hint = f'under [authority] of briefing.toml: {line.key} = "..."'
    return found("error", line.rule, place("authority"), what, hint)
