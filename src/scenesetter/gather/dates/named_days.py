"""Days that have a name: Christmas Eve, Good Friday, US Thanksgiving."""

from datetime import date, timedelta

from scenesetter.gather.dates.reckoning import SHIFTS, Clue, Reckoned, nearest, unknown
from scenesetter.gather.lexicon import lexicon
from scenesetter.model.edtf import first_day, last_day

_FIXED: dict[str, str] = lexicon("days")["fixed"]
_FROM_EASTER: dict[str, int] = lexicon("days")["from_easter"]
_EVENTS: dict[str, str] = lexicon("days")["events"]
_UNITED_STATES: dict[str, list[int]] = lexicon("days")["united_states"]
NAMES = (*_FIXED, *_FROM_EASTER, *_EVENTS, *_UNITED_STATES)


def named_day(clue: Clue) -> Reckoned:
    name = " ".join(clue.parts["name"].replace("’", "'").split())
    if name in _EVENTS:
        return Reckoned(_EVENTS[name], "known by its date")
    rule = f"the day called {name}"
    if clue.parts.get("year"):
        return Reckoned(_of_year(name, int(clue.parts["year"])), rule)
    shift = SHIFTS.get(clue.parts.get("shift", "").lower(), 0)
    if not shift:
        return nearest(clue, rule, lambda year: _of_year(name, year))
    now = clue.reference
    if now is None or now.day is None:
        return unknown(rule, now)
    values = [_of_year(name, now.year + away) for away in (-1, 0, 1)]
    passed = [value for value in values if last_day(value) < now.day]
    coming = [value for value in values if first_day(value) > now.day]
    return Reckoned(passed[-1] if shift < 0 else coming[0], f"{rule}, counted from {now.words}")


def _of_year(name: str, year: int) -> str:
    if name in _FIXED:
        return f"{year:04}-{_FIXED[name]}"
    if name in _FROM_EASTER:
        return (easter(year) + timedelta(_FROM_EASTER[name])).isoformat()
    month, weekday, order = _UNITED_STATES[name]
    first = date(year, month, 1)
    day = first + timedelta((weekday - first.weekday()) % 7 + 7 * (order - 1))
    return f"{day.isoformat()}?"  # another country may keep a day of this name on another date


def easter(year: int) -> date:
    """Easter Sunday of the Western churches, by the anonymous Gregorian computus."""
    century = year // 100
    golden = year % 19
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    days = moon - weekday
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))
