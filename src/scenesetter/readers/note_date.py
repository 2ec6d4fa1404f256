"""The day that a note says it is of. A date in its body is never taken for it."""

import re
from collections.abc import Sequence
from datetime import date

from scenesetter.model.calendar import MONTH, month_number
from scenesetter.model.edtf import is_edtf
from scenesetter.model.press import DAY, dateline_of

HEADING_LINES, LONGEST_HEADING = 6, 25
"""Paragraphs at the head in which a line may end in the note's date, and words of such a line."""

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]? )?"
_TIME = r"\d{1,2}(?:[:.]\d\d(?:[:.]\d\d)?)?(?: ?[ap]\.?m\.?)?"
_CLOCK = rf"(?: ?[,|•·–-]{{0,2}} ?(?:at )?{_TIME}.{{0,20}})?"
_BEFORE = rf"(?:{_TIME}(?: [A-Z]{{2,4}})?,? (?:on )?)?"
_DAYS = tuple(
    re.compile(_BEFORE + _WEEKDAY + form, re.IGNORECASE)
    for form in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{MONTH}),? (?P<year>\d{{4}})",
        rf"(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
        rf"(?P<month>{MONTH}),? (?P<year>\d{{4}})",
    )
)
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_ISO_CLOCK = re.compile(r"(?:[T ]\d\d:?\d\d.{0,24})?")
_REST = re.compile(_CLOCK, re.IGNORECASE)
_FIGURES = re.compile(r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4})")
_DATE_TIME_GROUP = re.compile(
    r"(?:(?:DTG:? )?[ROPZ] )?(?P<day>\d\d)\d{4}[A-Z] (?P<month>[A-Z]{3}) (?P<year>\d{4}|\d\d)\b"
)
_GOES_ON = re.compile(r"\s?(?:-|–|to|and|until|through)\s?(?:\d|[A-Z][a-z]+\.? \d)")
_ENDS_LINE = re.compile(
    rf"(?:[,|–—(]|\s-)\s?{_WEEKDAY}(?P<date>{DAY}){_CLOCK}[)\]]?$", re.IGNORECASE
)
_OPENS_LINE = re.compile(rf"{_WEEKDAY}(?P<date>{DAY}) ?(?:[:|–—]|-\s)", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\b(?:born|died|until|deadline|due|expires)\b", re.IGNORECASE)
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_](\d\d)[-_](\d\d)(?!\d)")


def day(text: str) -> str | None:
    """A date as EDTF at the granularity stated; None where it is not plain ("09/01/2023")."""
    text = text.strip()
    if is_edtf(text):
        return text
    iso = _ISO.match(text)
    if iso and _ISO_CLOCK.fullmatch(text, iso.end()):
        return _edtf(iso["year"], iso["month"], iso["day"])
    for form in _DAYS:
        match = form.match(text)
        if match and _REST.fullmatch(text, match.end()):
            return _of(match)
    figures = _FIGURES.fullmatch(text)
    return _only_reading(figures) if figures else date_time_group(text)


def leading_day(text: str) -> str | None:
    """The date that a line begins with, whatever follows but the end of a range."""
    for form in (*_DAYS, _ISO):
        match = form.match(text)
        if match and not _GOES_ON.match(text, match.end()) and text[match.end() :][:1] not in "/-":
            found = _of(match)
            if found:
                return found
    return day(text)


def heading_date(head: Sequence[str]) -> str | None:
    """The date that ends or opens a line above the text: "Press conference, Oslo, 3 March 2025"."""
    for text in head[:HEADING_LINES]:
        alone = day(text)
        if alone and len(alone) == 10:
            return alone
        if len(text) > 240 or len(text.split()) > LONGEST_HEADING or text[-1:] in ".!?":
            continue
        match = _ENDS_LINE.search(text) or _OPENS_LINE.match(text)
        if match and not _OF_ANOTHER.search(text):
            return day(match["date"])
    return None


def dateline_day(text: str) -> str | None:
    """The day of a dateline that gives its year."""
    words, _agency = dateline_of(text)
    found = day(words) if words else None
    return found if found and len(found) == 10 else None


def date_time_group(text: str) -> str | None:
    """The day of a cable's "R 031530Z MAR 25" at the beginning of a line."""
    match = _DATE_TIME_GROUP.match(text)
    if not match:
        return None
    year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
    try:
        return _edtf(year, f"{month_number(match['month']):02}", match["day"])
    except KeyError:
        return None


def day_in_name(name: str) -> str | None:
    """The one ISO date in a file's name; a weak source."""
    found = {"-".join(parts) for parts in _IN_NAME.findall(name.rpartition("/")[2])}
    only = found.pop() if len(found) == 1 else ""
    return only if is_edtf(only) else None


def _of(match: re.Match[str]) -> str | None:
    found = match.groupdict()
    month, number = found["month"], found.get("day")
    if month and not month.isdigit():
        month = f"{month_number(month):02}"
    return _edtf(found["year"], month, f"{int(number):02}" if number else None)


def _only_reading(figures: re.Match[str]) -> str | None:
    first, second = f"{int(figures['first']):02}", f"{int(figures['second']):02}"
    readings = {_edtf(figures["year"], *order) for order in ((first, second), (second, first))} - {
        None
    }
    return readings.pop() if len(readings) == 1 else None


def _edtf(year: str, month: str | None, number: str | None) -> str | None:
    try:
        date(int(year), int(month or 1), int(number or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, number) if part)
