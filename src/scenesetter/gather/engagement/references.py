"""What a passage says of the meetings it speaks of: "last month's summit", "the Geneva talks"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from scenesetter.gather.dates.expressions import TimeExpression
from scenesetter.gather.lexicon import lexicon
from scenesetter.model.calendar import MONTH_NAMES, WEEKDAYS
from scenesetter.model.edtf import first_day, last_day
from scenesetter.model.fact import Span

_NOUN = re.compile(r"\b(?:{})\b".format("|".join(lexicon("meetings")["nouns"])))
_NO_PLACES = frozenset((*lexicon("meetings")["no_places"], *MONTH_NAMES, *WEEKDAYS))

_NAME = r"[A-ZÀ-Þ][\w.'’\-]*"
_PLACE_BEFORE = re.compile(rf"({_NAME}(?: (?:de |of )?{_NAME}){{0,3}}) (?:[a-z][\w-]* ){{0,2}}$")
_PLACE_AFTER = re.compile(
    rf"(?: (?:with|by|between) [^,.;]{{1,60}}?)? (?:in|to|at) (?:the )?"
    rf"({_NAME}(?: (?:de |of )?{_NAME}){{0,3}})"
)
_BETWEEN_TIME_AND_NOUN = re.compile(r"(?:['’]s)? (?:[\w'’-]+ ){0,3}")
_BETWEEN_NOUN_AND_TIME = re.compile(
    rf",? (?:(?:in|to|at) (?:the )?{_NAME}(?: (?:de |of )?{_NAME}){{0,3}},? )?(?:on |in |of )?"
)
_REACH = 80


class Reference(NamedTuple):
    """A meeting as a passage speaks of it; None for what the passage does not say."""

    noun: str
    days: tuple[date, date] | None
    place: str | None


def references(text: str, span: Span, times: Sequence[TimeExpression]) -> Iterator[Reference]:
    """Those of `text[start:end]` that say when or where the meeting is."""
    start, end = span
    for noun in _NOUN.finditer(text, start, end):
        found = Reference(noun[0], _days(text, noun, times), _place(text, noun, start, end))
        if found.days or found.place:
            yield found


def _days(
    text: str, noun: re.Match[str], times: Sequence[TimeExpression]
) -> tuple[date, date] | None:
    first = bisect_left(times, noun.start() - 2 * _REACH, key=lambda time: time.start)
    last = bisect_right(times, noun.end() + _REACH, key=lambda time: time.start)
    for time in times[first:last]:
        if not time.value or ".." in time.value or time.kind != "date":
            continue
        before = time.end <= noun.start() <= time.end + _REACH
        after = noun.end() <= time.start <= noun.end() + _REACH
        if (before and _BETWEEN_TIME_AND_NOUN.fullmatch(text, time.end, noun.start())) or (
            after and _BETWEEN_NOUN_AND_TIME.fullmatch(text, noun.end(), time.start)
        ):
            return first_day(time.value), last_day(time.value)
    return None


def _place(text: str, noun: re.Match[str], start: int, end: int) -> str | None:
    before = text[max(start, noun.start() - _REACH) : noun.start()]
    found = _PLACE_AFTER.match(text, noun.end(), end) or _PLACE_BEFORE.search(before)
    place = found[1].rstrip(".").removesuffix("'s").removesuffix("’s") if found else ""
    return place if place and _NO_PLACES.isdisjoint(place.replace(".", "").split()) else None
