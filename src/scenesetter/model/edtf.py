"""The part of EDTF (ISO 8601-2, levels 0 and 1) that briefings need."""

import re
from calendar import monthrange
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from scenesetter.model.calendar import MONTHS

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?", re.ASCII)
_QUALIFIERS = {"?": "{} (uncertain)", "~": "about {}", "%": "about {} (uncertain)"}
_MONTHS = {"en": MONTHS}
_SEASONS = {"en": {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}}


def is_edtf(text: str) -> bool:
    """Whether `text` is YYYY, YYYY-MM, YYYY-MM-DD or an interval "START/END" of these.

    A month of 21 to 24 is spring, summer, autumn or winter, of either hemisphere. A date may end
    in "?", "~" or "%". An open end is written "..": "2021-03/..".
    """
    start, slash, end = text.partition("/")
    if not slash:
        return _is_date(start)
    if ".." in (start, end):
        return start != end and all(part == ".." or _is_date(part) for part in (start, end))
    return _is_date(start) and _is_date(end) and first_day(start) <= last_day(end)


def first_day(edtf: str) -> date:
    """The first day of a date or a closed interval; `ValueError` for anything else.

    A season may lie anywhere in its year: EDTF does not say of which hemisphere it is.
    """
    year, month, day = _parts(edtf.partition("/")[0])
    month = 0 if month in _SEASONS["en"] else month
    return date(year, month or 1, day or 1)


def last_day(edtf: str) -> date:
    """The last day of a date or a closed interval; `ValueError` for anything else."""
    year, month, day = _parts(edtf.rpartition("/")[2])
    month = 0 if month in _SEASONS["en"] else month
    return date(year, month or 12, day or monthrange(year, month or 12)[1])


def in_words(edtf: str, language: str = "en") -> str:
    """A date as a reader expects it: "18 November 2021", "9–11 January 2023".

    What is not EDTF comes back unchanged, and a language without month names reads as ISO 8601.
    """
    if not is_edtf(edtf) or language not in _MONTHS:
        return edtf
    start, slash, end = edtf.partition("/")
    if not slash:
        return _date_in_words(start, language)
    if end == "..":
        return f"from {_date_in_words(start, language)}"
    if start == "..":
        return f"until {_date_in_words(end, language)}"
    return _interval_in_words(start, end, language)


def _checked(text: str) -> str:
    if not is_edtf(text):
        raise ValueError('is no date such as "2023", "2023-01" or "2023-01-09/2023-01-11"')
    return text


EdtfDate = Annotated[str, AfterValidator(_checked)]
"""A field that holds a date as `is_edtf` knows it."""


def _parts(text: str) -> tuple[int, int, int]:
    """Year, month and day; 0 where the date does not go so far."""
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(text)
    year, month, day = (int(group or 0) for group in match.groups())
    return year, month, day


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if not match:
        return False
    year, month, day = match.groups()
    season = int(month or 0) in _SEASONS["en"] and day is None
    try:
        date(int(year), 1 if season else int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


def _date_in_words(text: str, language: str) -> str:
    plain = text.rstrip("?~%")
    year, month, day = _parts(plain)
    words = [str(day)] if day else []
    words += [_SEASONS[language].get(month) or _MONTHS[language][month - 1]] if month else []
    spoken = " ".join([*words, f"{year:04}"])
    return _QUALIFIERS[text[-1]].format(spoken) if text != plain else spoken


def _interval_in_words(start: str, end: str, language: str) -> str:
    first, last = _parts(start.rstrip("?~%")), _parts(end.rstrip("?~%"))
    whole = _date_in_words(end, language)
    plain = start[-1].isdigit() and end[-1].isdigit()
    if plain and start == end:
        return whole
    if plain and first[:2] == last[:2] and first[2] and last[2]:
        return f"{first[2]}–{whole}"
    if plain and first[0] == last[0] and first[1] and last[1]:
        return f"{_date_in_words(start, language).rpartition(' ')[0]} – {whole}"
    return f"{_date_in_words(start, language)} – {whole}"
