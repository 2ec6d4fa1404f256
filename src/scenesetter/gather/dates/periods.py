"""Weeks, months, quarters, seasons, years: those named from the note's date or from another."""

from datetime import date, timedelta

from scenesetter.gather.dates.numbers import number
from scenesetter.gather.dates.reckoning import (
    SHIFTS,
    Clue,
    Reckoned,
    Reference,
    nearest,
    reference_of,
    unknown,
    written,
)
from scenesetter.model.edtf import first_day, in_words, last_day
from scenesetter.model.fact import FISCAL_YEAR

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""As EDTF numbers them."""


def shifted_unit(clue: Clue) -> Reckoned:
    """As in "last week", "early this month", "the end of next year", "the current quarter"."""
    shift = SHIFTS.get(clue.parts["shift"].lower(), 0)
    now, unit = clue.reference, clue.parts["unit"].lower()
    rule = f"{unit} named from the note's own"
    value = moved(unit, shift, now)
    if value is None or now is None:
        return unknown(rule, now)
    return Reckoned(value, f"{rule}, counted from {now.words}")


def weekend(clue: Clue) -> Reckoned:
    """ "The weekend": the one before or after the note's date, as the verb says."""
    now = clue.reference
    if now is None or now.day is None:
        return unknown("weekend", now)
    tense = clue.tense
    ahead = tense.ahead if tense else now.day.weekday() > 2
    why = f"“{tense.words}” looks {'ahead of' if ahead else 'back from'}" if tense else "nearest to"
    shift = 0 if ahead or now.day.weekday() > 4 else -1
    return Reckoned(moved("weekend", shift, now), f"weekend; {why} {now.words}")


def counted(clue: Clue) -> Reckoned:
    """As in "five years ago", "two weeks from now"; a vague count stays unresolved."""
    count, unit, now = number(clue.parts["count"]), _unit(clue), clue.reference
    if count is None:
        return Reckoned(None, "counted from the note's date, but how many is not said")
    value = moved(unit, count if clue.parts["forth"] else -count, now)
    if value is None or now is None:
        return unknown("counted from the note's date", now)
    where = "on from" if clue.parts["forth"] else "back from"
    return Reckoned(value, f"counted {where} {now.words}")


def anchored(clue: Clue) -> Reckoned:
    """As in "the same day", "two days later", "the following week": from the last date named."""
    words, unit = clue.words.lower(), _unit(clue)
    if clue.anchor is None:
        return Reckoned(None, "counted from a date named before, and there is none close by")
    count = number(clue.parts.get("count") or "one")
    back = any(word in words for word in ("earlier", "before", "previous", "preceding", "prior"))
    same = not {"same", "that", "in"}.isdisjoint(words.split())
    if count is None:
        return Reckoned(None, "counted from the date named before, but how many is not said")
    value = _from_anchor(clue.anchor, unit, 0 if same else -count if back else count)
    named = in_words(clue.anchor)
    if value is None:
        return Reckoned(None, f"counted from {named}, named before, which gives no {unit}")
    return Reckoned(value, f"counted from the date named before, {named}")


def _from_anchor(anchor: str, unit: str, shift: int) -> str | None:
    start, end = first_day(anchor), last_day(anchor)
    if unit == "year" and start.day == 1 and 27 < (end - start).days < 100 and shift:
        return "/".join(
            written(int(part[:4]) + shift, int(part[5:7])) for part in anchor.split("/")
        )
    known = reference_of(written(*_common(start, end)))
    return moved(unit, shift, known)


def _common(start: date, end: date) -> tuple[int, int | None, int | None]:
    """The date that both share, as far as they do."""
    if start == end:
        return start.year, start.month, start.day
    month = start.month if (start.year, start.month) == (end.year, end.month) else None
    return start.year, month, None


def quarter(clue: Clue) -> Reckoned:
    """As in "the first quarter", "Q3 2024", "the second half of 2023"."""
    parts = clue.parts
    order = number(parts.get("order") or parts.get("digit") or "") or 0
    months = 6 if parts.get("half") else 3
    last = order * months

    def value(year: int) -> str:
        return f"{written(year, last - months + 1)}/{written(year, last)}"

    rule = "half of a year" if months == 6 else "quarter"
    if parts.get("year"):
        return Reckoned(value(int(parts["year"])), f"{rule}, by the calendar's year")
    shift = parts.get("shift")
    if not shift:
        return nearest(clue, rule, value)
    if clue.reference is None:
        return unknown(rule, None)
    year = clue.reference.year + SHIFTS.get(shift.lower(), 0)
    return Reckoned(value(year), f"{rule}, counted from {clue.reference.words}")


def months_of_year(clue: Clue) -> Reckoned:
    """As in "the first four months of 2024", "the last three months of last year"."""
    count, parts = number(clue.parts["count"]) or 0, clue.parts
    rule = "months of a year"
    if not 0 < count <= 12:
        return Reckoned(None, f"{rule}, but a year has not so many")
    first, last = (1, count) if parts["edge"].lower() == "first" else (13 - count, 12)

    def value(year: int) -> str:
        return f"{written(year, first)}/{written(year, last)}"

    if parts.get("year"):
        return Reckoned(value(int(parts["year"])), f"{rule}, year as written")
    if clue.reference is None:
        return unknown(rule, None)
    year = clue.reference.year + SHIFTS.get(parts["shift"].lower(), 0)
    return Reckoned(value(year), f"{rule}, counted from {clue.reference.words}")


def season(clue: Clue) -> Reckoned:
    """As in "spring 2023", "last fall", "the summer of 2019"."""
    code = SEASONS[clue.parts["season"].lower()]
    if clue.parts.get("year"):
        return Reckoned(written(int(clue.parts["year"]), code), "season and year as written")
    now, rule = clue.reference, "season, as the northern half of the world counts"
    if now is None or now.month is None:
        return unknown(rule, now)
    here, wanted = (now.month % 12) // 3, code % 20 % 4  # 0 is winter
    year = now.year - (now.month < 3)  # a winter has the year in which it began
    here_in_year, wanted_in_year = (here - 1) % 4, (wanted - 1) % 4
    shift = SHIFTS.get(clue.parts["shift"].lower(), 0)
    if shift < 0:
        year -= wanted_in_year >= here_in_year
    elif shift > 0:
        year += wanted_in_year <= here_in_year
    return Reckoned(written(year, code), f"{rule}, counted from {now.words}")


def year(clue: Clue) -> Reckoned:
    """As in "2021", "2018-20", "the end of 2024"."""
    first, last = clue.parts["year"], clue.parts.get("year2")
    value = f"{first}/{first[: 4 - len(last)]}{last}" if last else first
    return Reckoned(value, "year as written")


def fiscal_year(clue: Clue) -> Reckoned:
    reading = f"{FISCAL_YEAR}, which begins and ends in other months than the calendar's"
    if clue.parts.get("year"):
        return Reckoned(f"{clue.parts['year']}~", reading)
    if clue.reference is None:
        return unknown(FISCAL_YEAR, None)
    shifted = clue.reference.year + SHIFTS.get(clue.parts["shift"].lower(), 0)
    return Reckoned(f"{shifted:04}~", f"{reading}, counted from {clue.reference.words}")


def decade(clue: Clue) -> Reckoned:
    tens = clue.parts.get("decade") or f"19{clue.parts['short']}"
    return Reckoned(f"{tens}0/{tens}9", "decade as written")


def century(clue: Clue) -> Reckoned:
    hundreds = int(clue.parts["century"]) - 1
    return Reckoned(f"{hundreds:02}01/{hundreds + 1:02}00", "century as written")


def moved(unit: str, shift: int, now: Reference | None) -> str | None:
    """The whole day, week, month or year so many units from a date; None where it is not known
    closely enough."""
    if now is None:
        return None
    if unit in {"year", "decade", "century"}:
        return _moved_years(unit, shift, now.year)
    if unit in {"month", "quarter"}:
        return _moved_months(unit, shift, now)
    return _moved_day(unit, shift, now.day) if now.day else None


def _moved_years(unit: str, shift: int, here: int) -> str:
    if unit == "year":
        return written(here + shift)
    if shift:
        return f"{written(here + (10 if unit == 'decade' else 100) * shift)}~"
    if unit == "decade":
        return f"{written(here // 10 * 10)}/{written(here // 10 * 10 + 9)}"
    first = (here - 1) // 100 * 100 + 1
    return f"{written(first)}/{written(first + 99)}"


def _moved_months(unit: str, shift: int, now: Reference) -> str | None:
    if now.month is None:
        return None
    if unit == "month":
        months = now.year * 12 + now.month - 1 + shift
        return written(months // 12, months % 12 + 1)
    quarters = now.year * 4 + (now.month - 1) // 3 + shift
    first = quarters % 4 * 3 + 1
    return f"{written(quarters // 4, first)}/{written(quarters // 4, first + 2)}"


def _moved_day(unit: str, shift: int, today: date) -> str | None:
    if unit in {"day", "night"}:
        return (today + timedelta(shift)).isoformat()
    if unit == "fortnight":
        return _moved_day("week", 2 * shift, today)
    if unit not in {"week", "weekend"}:
        return None
    monday = today - timedelta(today.weekday()) + timedelta(weeks=shift)
    first = monday + timedelta(5) if unit == "weekend" else monday
    return f"{first.isoformat()}/{(monday + timedelta(6)).isoformat()}"


def _unit(clue: Clue) -> str:
    plain = (clue.parts["unit"] or clue.parts["part_of_day"]).lower()
    return {"centurie": "century", "morning": "day", "afternoon": "day", "evening": "day"}.get(
        plain, plain
    )
