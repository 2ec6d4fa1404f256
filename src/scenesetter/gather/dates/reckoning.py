"""From the parts of a time expression to its EDTF value, against the note's date."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from scenesetter.model.edtf import is_edtf

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January|Jan", "February|Feb", "March|Mar", "April|Apr", "May", "June|Jun", "July|Jul",
    "August|Aug", "September|Sept|Sep", "October|Oct", "November|Nov", "December|Dec",
)  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "a couple of": 2,
}  # fmt: skip
_MONTH_NUMBER = {
    name.lower(): number for number, names in enumerate(MONTHS, 1) for name in names.split("|")
}
_SHIFTS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_AGAINST_TENSE, _OTHER_WEEKDAY = 120, 1000
"""Days that a year may lie nearer and still lose to one that fits the verb, or the weekday."""


class Reference(NamedTuple):
    """What is known of the note's date: a year, perhaps a month, perhaps a day."""

    year: int
    month: int | None
    day: date | None


class Clue(NamedTuple):
    """An expression: its named parts ("" where absent), the note's date, the tense beside it."""

    words: str
    parts: dict[str, str]
    reference: Reference | None
    ahead: bool | None


Reckoner = Callable[[Clue], str | None]


def reference_of(published: str | None) -> Reference | None:
    if not published or not is_edtf(published) or "/" in published:
        return None
    year, month, day = ([int(part) for part in published.rstrip("?~%").split("-")] + [0, 0])[:3]
    return Reference(year, month or None, date(year, month, day) if day else None)


def month_date(clue: Clue) -> str | None:
    """Month, perhaps with a day, a second day, a year; without the year by tense and nearness."""
    month = _month(clue.parts["month"])
    last_month = _month(clue.parts["month2"]) if clue.parts.get("month2") else month
    day, last = _number(clue.parts.get("day")), _number(clue.parts.get("day2"))
    year = int(clue.parts["year"]) if clue.parts["year"] else _nearest_year(clue, month, day)
    if year is None:
        return None
    value = written(year, month, day)
    return f"{value}/{written(year + (last_month < month), last_month, last)}" if last else value


def _nearest_year(clue: Clue, month: int, day: int | None) -> int | None:
    """The year that brings the date closest; the weekday and the tense of the verb weigh in."""
    if clue.reference is None or clue.reference.month is None:
        return None
    today = clue.reference.day or date(clue.reference.year, clue.reference.month, 15)

    def cost(year: int) -> int:
        try:
            named = date(year, month, day or min(today.day, 28))
        except ValueError:  # 29 February
            return 10_000
        distance = (named - today).days
        against = clue.ahead is not None and distance != 0 and clue.ahead != (distance > 0)
        other_day = clue.parts.get("weekday") not in {None, "", WEEKDAYS[named.weekday()]}
        return abs(distance) + _AGAINST_TENSE * against + _OTHER_WEEKDAY * other_day

    return min((today.year - 1, today.year, today.year + 1), key=cost)


def shifted_month(clue: Clue) -> str | None:
    """As in "last November", "next June", "this May"."""
    now = clue.reference
    if now is None or now.month is None:
        return None
    month, shift = _month(clue.parts["month"]), _SHIFTS[clue.parts["shift"].lower()]
    passed = month >= now.month if shift < 0 else month <= now.month
    return written(now.year + shift * passed, month)


def weekday(clue: Clue) -> str | None:
    if clue.reference is None or clue.reference.day is None:
        return None
    today, wanted = clue.reference.day, WEEKDAYS.index(clue.parts["weekday"])
    back, forth = (today.weekday() - wanted) % 7, (wanted - today.weekday()) % 7
    shift = clue.parts["shift"].lower()
    if shift == "last":
        days = -(back or 7)
    elif shift in {"next", "coming"}:
        days = forth or 7
    elif clue.ahead is None:  # the nearer day
        days = forth if shift == "this" or forth < back else -back
    else:
        days = forth if clue.ahead else -back
    return (today + timedelta(days)).isoformat()


def near_day(clue: Clue) -> str | None:
    """As in "yesterday", "last night", "tomorrow morning"."""
    if clue.reference is None or clue.reference.day is None:
        return None
    words = clue.words.lower()
    back = words.startswith(("yesterday", "last"))
    shift = -1 if back else 1 if words.startswith("tomorrow") else 0
    return (clue.reference.day + timedelta(shift)).isoformat()


def shifted_unit(clue: Clue) -> str | None:
    """As in "last week", "this month", "next year"."""
    shift = _SHIFTS[clue.parts["shift"].lower()]
    return _moved(clue.parts["unit"].lower(), shift, clue.reference)


def counted(clue: Clue) -> str | None:
    """As in "five years ago", "two weeks from now"; a vague count stays unresolved."""
    count = _number(clue.parts["count"])
    if count is None:
        return None
    return _moved(
        clue.parts["unit"].lower(), count if clue.parts["from_now"] else -count, clue.reference
    )


def year(clue: Clue) -> str:
    """As in "2021", "2018-20", "from 2014 to 2018"."""
    first, last = clue.parts["year"], clue.parts.get("year2")
    return f"{first}/{first[: 4 - len(last)]}{last}" if last else first


def decade(clue: Clue) -> str:
    return f"{clue.parts['decade']}0/{clue.parts['decade']}9"


def numeric(clue: Clue) -> str | None:
    """Day and month in figures: resolved only where one order alone makes a date."""
    if clue.parts["iso"]:
        return clue.parts["iso"].replace("/", "-")
    first, second, in_year = (int(clue.parts[name]) for name in ("first", "second", "year"))
    if first > 12:
        return written(in_year, second, first)
    return written(in_year, first, second) if second > 12 or first == second else None


def written(year: int, month: int | None = None, day: int | None = None) -> str:
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


def _moved(unit: str, shift: int, now: Reference | None) -> str | None:
    """The whole day, week, month or year so many units from the note's date."""
    if now is None:
        return None
    if unit in {"year", "decade"}:
        return written(now.year + shift) if unit == "year" else f"{written(now.year + 10 * shift)}~"
    if unit == "month":
        months = now.year * 12 + (now.month or 0) - 1 + shift
        return written(months // 12, months % 12 + 1) if now.month else None
    return _moved_day(unit, shift, now.day) if now.day else None


def _moved_day(unit: str, shift: int, today: date) -> str:
    if unit == "day":
        return (today + timedelta(shift)).isoformat()
    monday = today - timedelta(today.weekday()) + timedelta(weeks=shift)
    first = monday + timedelta(5) if unit == "weekend" else monday
    return f"{first.isoformat()}/{(monday + timedelta(6)).isoformat()}"


def _month(words: str) -> int:
    return _MONTH_NUMBER[words.rstrip(".").lower()]


def _number(words: str | None) -> int | None:
    digits = (words or "").rstrip("stndrh")
    if digits.isdecimal():
        return int(digits)
    return NUMBERS.get(" ".join((words or "").lower().split()))
