"""Figures of running text: amounts, counts, shares and spans of time."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from scenesetter.gather.dates.expressions import time_expressions
from scenesetter.gather.figures.numbers import Number, numbers
from scenesetter.gather.figures.numerals import one_of
from scenesetter.gather.figures.units import TIMES, of_what, rate_after, things, unit_after
from scenesetter.gather.lexicon import lexicon
from scenesetter.model.fact import Figure

_WORDS = lexicon("figures")
_HEDGES = _WORDS["hedges"]
_BEFORE = re.compile(rf"(?<![\w-])(?i:{one_of(_HEDGES['before'])})(?=[ \n]$)")
_AFTER = re.compile(rf"[ -](?P<hedge>{one_of(_HEDGES['after'])})\b(?![ -]\d)")
_LABEL = re.compile(rf"(?<!\w)(?i:{one_of(_WORDS['labels']['before'])})[ \n\u00a0]?$")
_KNOWN = re.compile(rf"(?<!\w)(?i:{one_of(_WORDS['labels']['known'])})[ \n]$")
_LIST = re.compile(r"(?:^|\n)[ ]{0,3}[(\[]?$")
_NO_AMOUNT = re.compile(r"[ ]?[ap]\.?m\b|[ ]?o['’]clock|(?:st|nd|rd|th)\b|[ -]?\w{3,7}[ -]old\b")
_REACH = 32
"""Code points before a number in which a hedge or a label may stand."""
_SMALL = 10


def figures(text: str, start: int, end: int) -> list[Figure]:
    """Those of `text[start:end]` in reading order, with what makes them vague.

    Dates, clock times, ordinals, ages, votes, scores and the numbers of articles, lists and
    telephones are none.
    """
    found: list[Figure] = []
    free = start
    for number in _outside_dates(text, start, end):
        if number.start >= free and (figure := _figure(text, number, free, end)):
            found.append(figure)
            free = figure.end
    return found


def is_telling(figure: Figure) -> bool:
    """More than the small count of any sentence, "two leaders", and than a span of time alone."""
    if figure.unit in TIMES:
        return False
    return figure.unit is not None or figure.value is None or figure.value >= _SMALL


def _outside_dates(text: str, start: int, end: int) -> Iterator[Number]:
    found = sorted(numbers(text, start, end), key=lambda one: (one.start, -one.end))
    times = time_expressions(text, start, end, None) if found else ()
    dates = [(one.start, one.end) for one in times if one.kind in {"date", "clock"}]
    starts = [first for first, _last in dates]
    for number in found:
        place = bisect_right(starts, number.end - 1) - 1
        if place < 0 or dates[place][1] <= number.start:
            yield number


def _figure(text: str, number: Number, free: int, end: int) -> Figure | None:
    if _NO_AMOUNT.match(text, number.end, end) or _is_a_name(text, number, end):
        return None
    hedge_after = _AFTER.match(text, number.end, end)
    at = hedge_after.end() if hedge_after else number.end
    unit, last, counted = _measured(text, number, at, end)
    if not _counts(text, number, unit, counted):
        return None
    if counted is None and last == at:
        last = number.end
    first, hedge = _hedged(text, number, free, unit)
    return Figure(
        start=first,
        end=last,
        words=" ".join(text[first:last].split()),
        value=number.value,
        unit=unit,
        counted=" ".join(counted.split()) if counted else None,
        hedge=hedge or (hedge_after["hedge"] if hedge_after and last > number.end else None),
    )


def _measured(text: str, number: Number, at: int, end: int) -> tuple[str | None, int, str | None]:
    """Unit, where it all ends, what is counted."""
    of = 3 if number.heap and text.startswith(" of", at) else 0
    unit, last = (number.unit, at) if number.unit else unit_after(text, at + of, end, number.value)
    what = of_what(text, last, end, unit) if unit else things(text, at + of, end)
    if what:
        last = what.end()
    if rate := rate_after(text, last, end) if unit or what else None:
        unit, last = f"{unit or ''} per {rate['time']}".strip(), rate.end()
    return unit, last, what["counted"] if what else None


def _hedged(text: str, number: Number, free: int, unit: str | None) -> tuple[int, str | None]:
    """Where the figure begins with what makes it vague."""
    if number.hedge:
        return number.start, number.hedge
    before = max(free, number.start - _REACH)
    found = _BEFORE.search(text[before : number.start])
    if found is None:
        return number.start, None
    hedge = found[0].lower()
    ranged = number.value is None
    if hedge in _HEDGES["ranges"] and not ranged:
        return number.start, None
    if unit in TIMES and hedge in _HEDGES["not_of_time"]:
        return number.start, None
    return before + found.start(), " ".join(found[0].split())


def _is_a_name(text: str, number: Number, end: int) -> bool:
    """The number of an article, a room, a point of a list."""
    if number.unit or number.scaled:
        return False
    before = text[max(0, number.start - _REACH) : number.start]
    if _LABEL.search(before):
        return True
    listed = _LIST.search(before)
    after = text[number.end : min(end, number.end + 2)]
    small = number.value is not None and number.value < 100 and not number.spoken
    return bool(listed) and small and after[:1] in {".", ")", " "} and after[1:].isupper()


def _counts(text: str, number: Number, unit: str | None, counted: str | None) -> bool:
    """Not a bare number, nor "one" of any sentence, nor "the two leaders" told of before."""
    if unit in TIMES and number.spoken and number.value == 1:
        return False
    if unit or number.scaled:
        return True
    if counted is None:
        return False
    if not number.spoken or number.value is None:
        return True
    known = _KNOWN.search(text[max(0, number.start - _REACH) : number.start])
    return number.value > 1 and not (known and number.value < _SMALL)
