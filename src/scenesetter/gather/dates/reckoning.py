"""From the parts of a time expression to its EDTF value, against the note's date."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from scenesetter.gather.dates.numbers import number
from scenesetter.gather.dates.tense import Tense, tense_beside
from scenesetter.model.calendar import WEEKDAYS, month_number, weekday_number
from scenesetter.model.edtf import first_day, in_words, is_edtf, last_day

SHIFTS = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1, "upcoming": 1}
"""Periods from the present one; any other word ("this", "current") stands for the present."""

_AGAINST_TENSE, _OTHER_WEEKDAY = 300, 1000
"""Days that a date may lie nearer and still lose to one that fits the verb, or the weekday."""


class Reference(NamedTuple):
    """What is known of the note's date: a year, perhaps a month, perhaps a day."""

    year: int
    month: int | None
    day: date | None

    @property
    def words(self) -> str:
        return in_words(self.day.isoformat() if self.day else written(self.year, self.month))


class Clue(NamedTuple):
    """An expression: where it stands, its named parts ("" where absent), the note's date, and
    the date that the text named last before it."""

    text: str
    start: int
    end: int
    parts: dict[str, str]
    reference: Reference | None
    anchor: str | None

    @property
    def words(self) -> str:
        return " ".join(self.text[self.start : self.end].split())

    @property
    def tense(self) -> Tense | None:
        return tense_beside(self.text, self.start, self.end)


class Reckoned(NamedTuple):
    """An EDTF value or None, how it came about, and a length of time as ISO 8601 writes it."""

    value: str | None
    reading: str
    duration: str | None = None


Reckoner = Callable[[Clue], Reckoned]


def reference_of(published: str | None) -> Reference | None:
    if not published or not is_edtf(published) or "/" in published:
        return None
    start, end = first_day(published), last_day(published)
    known = published.rstrip("?~%").count("-") if start.month == end.month else 0
    return Reference(start.year, start.month if known else None, start if start == end else None)


def unknown(rule: str, reference: Reference | None) -> Reckoned:
    if reference is None:
        return Reckoned(None, f"{rule}; the note's own date is not known")
    return Reckoned(None, f"{rule}; the note's date, {reference.words}, is not known to the day")


def month_date(clue: Clue) -> Reckoned:
    """Month, perhaps with a day, a second day, a year; without the year by tense and nearness."""
    month = month_number(clue.parts["month"])
    last_month = month_number(clue.parts["month2"]) if clue.parts.get("month2") else month
    day, last = _day(clue.parts.get("day")), _day(clue.parts.get("day2"))

    def value(year: int) -> str:
        start, until = written(year, month, day), year + (last_month < month)
        return f"{start}/{written(until, last_month, last)}" if last else start

    if clue.parts.get("year"):
        return Reckoned(value(int(clue.parts["year"])), "written in full")
    rule = "month and day without a year" if day else "month without a year"
    return nearest(clue, rule, value)


def nearest(clue: Clue, rule: str, of_year: Callable[[int], str]) -> Reckoned:
    """Of last year's, this year's and next year's the one that fits the verb beside it and lies
    nearest to the note's date; a weekday that is named beside it weighs most."""
    now = clue.reference
    if now is None or now.month is None:
        return unknown(rule, now)
    around = (now.day, now.day) if now.day else _month_of(now)
    tense = clue.tense

    def cost(value: str) -> int:
        start, end = first_day(value), last_day(value)
        ahead, behind = (start - around[1]).days, (around[0] - end).days
        against = tense is not None and (behind if tense.ahead else ahead) > 0
        named = clue.parts.get("weekday")
        other_day = named and WEEKDAYS[start.weekday()] != named.capitalize()
        return max(ahead, behind, 0) + _AGAINST_TENSE * against + _OTHER_WEEKDAY * bool(other_day)

    values = _existing(of_year(year) for year in (now.year - 1, now.year, now.year + 1))
    if not values:
        return Reckoned(None, f"{rule}; there is no such day")
    best = min(values, key=cost)
    return Reckoned(best, f"{rule}; {_weighed(best, tense, now)}")


def _month_of(now: Reference) -> tuple[date, date]:
    month = written(now.year, now.month)
    return first_day(month), last_day(month)


def _weighed(value: str, tense: Tense | None, now: Reference) -> str:
    """What decided between the dates that the words leave open."""
    behind, ahead = now.day and last_day(value) < now.day, now.day and first_day(value) > now.day
    if tense and tense.ahead and not behind:
        return f"“{tense.words}” looks ahead of {now.words}"
    if tense and not tense.ahead and not ahead:
        return f"“{tense.words}” looks back from {now.words}"
    return f"the nearest to {now.words}"


def _existing(values: Iterable[str]) -> list[str]:
    return [value for value in values if is_edtf(value)]


def shifted_month(clue: Clue) -> Reckoned:
    """As in "last November", "next June", "this May"."""
    now, rule = clue.reference, "month named from the note's own"
    if now is None or now.month is None:
        return unknown(rule, now)
    month, shift = month_number(clue.parts["month"]), SHIFTS.get(clue.parts["shift"].lower(), 0)
    year = now.year
    if shift:
        year += shift * (month >= now.month if shift < 0 else month <= now.month)
    return Reckoned(written(year, month), f"{rule}, counted from {now.words}")


def weekday(clue: Clue) -> Reckoned:
    """As in "Tuesday", "last Friday", "Monday of next week"."""
    if clue.reference is None or clue.reference.day is None:
        return unknown("weekday", clue.reference)
    today, now = clue.reference.day, clue.reference.words
    wanted = weekday_number(clue.parts["weekday"])
    back, forth = (today.weekday() - wanted) % 7, (wanted - today.weekday()) % 7
    if clue.parts.get("week"):
        weeks = SHIFTS.get(clue.parts["week"].lower(), 0)
        monday = today - timedelta(today.weekday()) + timedelta(weeks=weeks)
        return _weekday(monday + timedelta(wanted), f"of {clue.parts['week']} week, from {now}")
    shift = clue.parts["shift"].lower()
    if SHIFTS.get(shift, 0) < 0:
        return _weekday(today - timedelta(back or 7), f"“{shift}”, before {now}")
    if SHIFTS.get(shift, 0) > 0:
        return _weekday(today + timedelta(forth or 7), f"“{shift}”, after {now}")
    if not forth:
        return _weekday(today, f"the day of the note, {now}")
    tense = clue.tense
    ahead = tense.ahead if tense else shift == "this" or forth < back
    day = today + timedelta(forth if ahead else -back)
    return _weekday(day, _weighed(day.isoformat(), tense, clue.reference))


def _weekday(day: date, why: str) -> Reckoned:
    return Reckoned(day.isoformat(), f"weekday; {why}")


def counted_weekday(clue: Clue) -> Reckoned:
    """As in "the first Monday in November 2024", "the last Sunday of May"."""
    month, wanted = month_number(clue.parts["month"]), weekday_number(clue.parts["weekday"])
    order = number(clue.parts["order"])

    def value(year: int) -> str:
        first, last = first_day(written(year, month)), last_day(written(year, month))
        if order is None:
            return (last - timedelta((last.weekday() - wanted) % 7)).isoformat()
        return (first + timedelta((wanted - first.weekday()) % 7 + 7 * (order - 1))).isoformat()

    if clue.parts.get("year"):
        return Reckoned(value(int(clue.parts["year"])), "counted within the month")
    return nearest(clue, "counted within the month", value)


def near_day(clue: Clue) -> Reckoned:
    """As in "yesterday", "last night", "tomorrow morning", "overnight"."""
    if clue.reference is None or clue.reference.day is None:
        return unknown("day named from the note's own", clue.reference)
    words, today = clue.words.lower(), clue.reference.day
    reading = f"day named from the note's own, {clue.reference.words}"
    if words == "overnight":
        ahead = clue.tense is not None and clue.tense.ahead
        first = today if ahead else today - timedelta(1)
        return Reckoned(f"{first.isoformat()}/{(first + timedelta(1)).isoformat()}", reading)
    far = 2 if "day before" in words or "day after" in words else 1
    back = "yesterday" in words or words.startswith("last")
    shift = -far if back else far if "tomorrow" in words else 0
    return Reckoned((today + timedelta(shift)).isoformat(), reading)


def numeric(clue: Clue) -> Reckoned:
    """Day and month in figures: resolved only where one order alone makes a date."""
    if clue.parts["iso"]:
        return Reckoned(clue.parts["iso"].replace("/", "-"), "written in full")
    first, second, year = (int(clue.parts[name]) for name in ("first", "second", "year"))
    readings = {written(year, *order) for order in ((first, second), (second, first))}
    possible = _existing(readings)
    if len(possible) == 1:
        return Reckoned(possible[0], "written in figures that make one date only")
    return Reckoned(None, "written in figures; day and month could stand either way")


def written(year: int, month: int | None = None, day: int | None = None) -> str:
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


def _day(words: str | None) -> int | None:
    digits = (words or "").rstrip("stndrh")
    return int(digits) if digits.isdecimal() else None
