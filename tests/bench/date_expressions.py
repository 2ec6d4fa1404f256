"""How many time expressions of a gold set (TIMEX3 beside their text) are found and read right."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from scenesetter.gather.dates.expressions import TimeExpression, time_expressions
from scenesetter.model.edtf import first_day, last_day

CALENDAR = re.compile(r"\d{4}(-\d\d(-\d\d)?|-W\d\d)?")
DAY_NAMED = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b(?!, \d{4})",
    re.IGNORECASE,
)
PAST = frozenset({"recently", "formerly"})


class Pair(NamedTuple):
    """A time expression of the gold set, and what was found over it, one to one."""

    gold: dict[str, Any]
    found: TimeExpression | None
    written: date


def date_figures(gold: Path, documents: slice = slice(None)) -> dict[str, float]:
    """Shares in percent, and the number of calendar dates that lie after their document's date
    and name a weekday or a month and a day.

    A value counts as right where it lies within the gold one and is no coarser: 22 March for the
    week or the month around it.
    """
    read = [json.loads(line) for line in gold.read_text("utf-8").splitlines()][documents]
    pairs: list[Pair] = []
    guessed = 0
    for entry in read:
        found = time_expressions(entry["text"], 0, len(entry["text"]), entry["dct"])
        guessed += len(found)
        pairs += _paired(entry, found)
    calendar = [pair for pair in pairs if _is_calendar(pair.gold)]
    later = [pair for pair in calendar if _lies_later(pair)]
    matched = sum(pair.found is not None for pair in pairs)
    equal = sum(pair.found is not None and _is_equal(pair) for pair in pairs)
    return {
        "expressions": len(pairs),
        "span F": _f1(matched, guessed, len(pairs)),
        "value F": _f1(equal, guessed, len(pairs)),
        "calendar dates": len(calendar),
        "calendar dates found": _share(pair.found is not None for pair in calendar),
        "calendar dates right": _share(map(_is_right, calendar)),
        "later days": len(later),
        "later days right": sum(map(_is_right, later)),
    }


def _paired(entry: dict[str, Any], found: Sequence[TimeExpression]) -> Iterator[Pair]:
    free = list(found)
    for gold in entry["timexes"]:
        over = (one for one in free if one.start < gold["end"] and gold["start"] < one.end)
        match = next(over, None)
        if match:
            free.remove(match)
        yield Pair(gold, match, date.fromisoformat(entry["dct"]))


def _is_calendar(gold: dict[str, Any]) -> bool:
    return gold["type"] in {"DATE", "TIME"} and CALENDAR.fullmatch(_day(gold)) is not None


def _day(gold: dict[str, Any]) -> str:
    """The gold value without its time of day."""
    value = str(gold["value"] or "")
    return value if value.startswith("P") else value.partition("T")[0]


def _lies_later(pair: Pair) -> bool:
    return bool(DAY_NAMED.search(pair.gold["text"]) and _period(_day(pair.gold))[0] > pair.written)


def _is_right(pair: Pair) -> bool:
    value = pair.found.value if pair.found else None
    if value is None or ".." in value:
        return False
    start, end = _period(_day(pair.gold))
    return start <= first_day(value) and last_day(value) <= end


def _is_equal(pair: Pair) -> bool:
    """As TempEval-3 compares: the values are written alike, times of day apart."""
    return pair.found is not None and timex(pair.found) == _day(pair.gold)


def _period(value: str) -> tuple[date, date]:
    if "W" in value:
        monday = date.fromisocalendar(int(value[:4]), int(value[-2:]), 1)
        return monday, monday + timedelta(6)
    return first_day(value), last_day(value)


def timex(found: TimeExpression) -> str | None:
    """The value as TIMEX3 writes it: lengths of time, "now" and "recently" have one there."""
    if found.kind in {"duration", "set"}:
        return found.duration
    word = found.text.lower()
    if found.kind == "vague":
        past, future = "past" in word or word in PAST, "future" in word or word == "soon"
        return "PAST_REF" if past else "FUTURE_REF" if future else "PRESENT_REF"
    return _timex_date(found.value) if found.value else None


def _timex_date(edtf: str) -> str:  # noqa: PLR0911 - a form each for what TIMEX3 tells apart
    """Weeks, quarters, seasons and decades have forms of their own, and a range is two
    expressions."""
    plain = edtf.rstrip("?~%")
    start, slash, end = plain.partition("/")
    season = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}.get(plain[5:])
    if season:
        return f"{plain[:4]}-{season}"
    if not slash or ".." in {start, end}:
        return start
    days = (last_day(plain) - first_day(plain)).days + 1
    week = "{}-W{:02}".format(*first_day(plain).isocalendar())
    if days == 7 and first_day(plain).weekday() == 0:
        return week
    if days == 2 and first_day(plain).weekday() == 5:
        return f"{week}-WE"
    if len(start) == 4 and int(end) - int(start) == 9 and start.endswith("0"):
        return start[:3]
    if len(start) == 7 and start[:4] == end[:4] and int(end[5:]) - int(start[5:]) == 2:
        return f"{start[:4]}-Q{int(end[5:]) // 3}"
    return start


def _share(told: Iterator[bool]) -> float:
    counts = Counter(told)
    return round(100 * counts[True] / max(1, counts.total()), 1)


def _f1(right: int, guessed: int, gold: int) -> float:
    return round(200 * right / max(1, guessed + gold), 1)
