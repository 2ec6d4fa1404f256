"""Lengths of time, what recurs, and times that no calendar holds."""

from datetime import timedelta

from scenesetter.gather.dates.numbers import number
from scenesetter.gather.dates.periods import moved
from scenesetter.gather.dates.reckoning import Clue, Reckoned, Reference, written

_LETTERS = {
    "second": ("PT", "S", 1), "minute": ("PT", "M", 1), "hour": ("PT", "H", 1),
    "day": ("P", "D", 1), "night": ("P", "D", 1), "weekend": ("P", "D", 2),
    "week": ("P", "W", 1), "fortnight": ("P", "W", 2), "month": ("P", "M", 1),
    "quarter": ("P", "M", 3), "year": ("P", "Y", 1), "decade": ("P", "Y", 10),
    "century": ("P", "Y", 100), "centurie": ("P", "Y", 100),
}  # fmt: skip
_ADVERBS = {
    "dai": "day", "night": "day", "week": "week", "month": "month", "quarter": "quarter",
    "annual": "year", "year": "year", "hour": "hour",
}  # fmt: skip


def duration(clue: Clue) -> Reckoned:
    """As in "five years", "16-hour", "several weeks", "decades"."""
    length = _length(clue.parts.get("count") or "", clue.parts["unit"].lower())
    return Reckoned(None, "a length of time", length)


def span(clue: Clue) -> Reckoned:
    """As in "the past two years", "the next five days": up to the note's date or on from it."""
    count = number(clue.parts["count"] or "one")
    unit, now = clue.parts["unit"].lower(), clue.reference
    length = _length(clue.parts.get("count") or "one", unit)
    if now is None or count is None:
        return Reckoned(None, "a length of time up to the note's date or on from it", length)
    ahead = clue.parts["way"].lower() in {"next", "coming"}
    value = _reaching(unit, count, now, ahead=ahead)
    where = "on from" if ahead else "up to"
    return Reckoned(value, f"a length of time {where} {now.words}", length)


def recurring(clue: Clue) -> Reckoned:
    """As in "daily", "every two years", "each month", "Tuesdays"."""
    word = clue.words.lower()
    unit = clue.parts.get("unit") or next(
        (unit for start, unit in _ADVERBS.items() if word.startswith(start)), "week"
    )
    return Reckoned(None, "comes again and again", _length(clue.parts.get("count") or "one", unit))


def time_of_day(clue: Clue) -> Reckoned:  # noqa: ARG001 - the day beside it gives the value
    return Reckoned(None, "time of day; its day is not named")


def vague(clue: Clue) -> Reckoned:  # noqa: ARG001 - the words themselves say it all
    return Reckoned(None, "no time of the calendar")


def _reaching(unit: str, count: int, now: Reference, *, ahead: bool) -> str | None:
    if unit in {"day", "night", "week", "weekend", "fortnight"}:
        if now.day is None:
            return None
        days = {"week": 7, "weekend": 7, "fortnight": 14}.get(unit, 1)
        far = (now.day + timedelta(days * count if ahead else -days * count)).isoformat()
        return f"{now.day.isoformat()}/{far}" if ahead else f"{far}/{now.day.isoformat()}"
    years = {"decade": 10, "century": 100, "centurie": 100}.get(unit, 1)
    scale, unit = (years * count, "year") if unit != "month" else (count, unit)
    far_value = moved(unit, scale if ahead else -scale, now)
    near = written(now.year, now.month if unit == "month" else None)
    if far_value is None:
        return None
    return f"{near}/{far_value}" if ahead else f"{far_value}/{near}"


def _length(count: str, unit: str) -> str | None:
    """ISO 8601, with X where the number is not said: "P5Y", "PT16H", "PXW"."""
    if unit not in _LETTERS:
        return None
    prefix, letter, scale = _LETTERS[unit]
    counted = number(count.removesuffix(" 1/2"))
    if counted is None:
        return f"{prefix}X{letter}"
    return f"{prefix}{counted * scale}{'.5' if count.endswith(' 1/2') else ''}{letter}"
