"""Time expressions of running text, resolved against the note's own date."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from scenesetter.gather.dates import reckoning
from scenesetter.gather.dates.reckoning import (
    MONTHS,
    NUMBERS,
    WEEKDAYS,
    Clue,
    Reckoner,
    Reference,
    reference_of,
)
from scenesetter.gather.dates.tense import lies_ahead
from scenesetter.model.edtf import first_day, is_edtf, last_day


class TimeExpression(NamedTuple):
    """`value` is EDTF, None where the note does not let one know; `ahead` of the note's date."""

    start: int
    end: int
    text: str
    value: str | None
    ahead: bool | None


_S = r"[ \n\u00a0]{1,2}(?<!\n\n)"
_MONTH = r"(?:{names})\b\.?".format(names="|".join([*MONTHS, *(m.upper() for m in MONTHS)]))
_WEEKDAY = r"(?:{names})".format(names="|".join(WEEKDAYS))
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b"
_YEAR = r"(?:1[5-9]|20)\d\d\b(?![,.]\d|%)"
_TO = rf"(?:[ ]?[-–][ ]?|{_S}(?:to|through|until){_S})"
_COUNT = r"(?:\d{{1,4}}|a{s}couple{s}of|{words})".format(
    s=_S, words="|".join(sorted(set(NUMBERS) - {"a couple of"}, key=lambda word: -len(word)))
)
_VAGUE = rf"(?:several|many|some|recent|(?:a{_S})?few)"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"


def time_expressions(
    text: str, start: int, end: int, published: str | None
) -> list[TimeExpression]:
    """Those of `text[start:end]` in reading order, offsets into `text`.

    `published` is the note's date as EDTF; without it a relative expression keeps value None.
    """
    reference = reference_of(published)
    found: list[TimeExpression] = []
    for match, reckoner in _matches(text, start, end):
        ahead = lies_ahead(text, *match.span())
        parts = match.groupdict(default="")
        value = _checked(reckoner, Clue(match[0], parts, reference, ahead))
        side = _side(value, reference, tense=ahead)
        found.append(TimeExpression(*match.span(), match[0], value, side))
    return found


def _matches(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], Reckoner]]:
    """Leftmost first, the longest where several begin together."""
    candidates = [
        (match.start(), -match.end(), order, match, reckoner)
        for order, (pattern, reckoner) in enumerate(_RULES)
        for match in pattern.finditer(text, start, end)
    ]
    free = start
    for first, negative_end, _order, match, reckoner in sorted(
        candidates, key=lambda candidate: candidate[:3]
    ):
        if first >= free:
            free = -negative_end
            yield match, reckoner


def _checked(reckoner: Reckoner, clue: Clue) -> str | None:
    try:
        value = reckoner(clue)
    except (ValueError, OverflowError):  # 31 February, or a year beyond the calendar
        return None
    return value if value and is_edtf(value) else None


def _side(value: str | None, reference: Reference | None, *, tense: bool | None) -> bool | None:
    if value is None or reference is None or reference.day is None:
        return tense
    if first_day(value) > reference.day:
        return True
    return False if last_day(value) < reference.day else tense


def _rule(pattern: str, reckoner: Reckoner) -> tuple[re.Pattern[str], Reckoner]:
    return re.compile(rf"(?<![\w$€£.])(?<!\d[-–])(?:{pattern})(?!\w)"), reckoner


_ON_WEEKDAY = rf"(?:{_WEEKDAY.replace('(?:', '(?P<weekday>')},?{_S})?"
_THEN_YEAR = rf"(?:,?{_S}(?P<year>{_YEAR}))?"
_HOURS = rf"(?:{_S}(?:morning|afternoon|evening|night))?"
_PART = rf"(?:(?:[Ee]arl(?:y|ier)|[Ll]ater?){_S})?"
_RULES: tuple[tuple[re.Pattern[str], Reckoner], ...] = (
    _rule(
        rf"{_ON_WEEKDAY}(?P<month>{_MONTH}){_S}(?P<day>{_DAY})"
        rf"(?:{_TO}(?:(?P<month2>{_MONTH}){_S})?(?P<day2>{_DAY}))?{_THEN_YEAR}",
        reckoning.month_date,
    ),
    _rule(
        rf"{_ON_WEEKDAY}(?P<day>{_DAY})(?:{_TO}(?P<day2>{_DAY}))?{_S}(?:of{_S})?"
        rf"(?P<month>{_MONTH}){_THEN_YEAR}",
        reckoning.month_date,
    ),
    _rule(
        rf"(?P<day>{_DAY}){_S}(?P<month>{_MONTH}){_TO}(?P<day2>{_DAY}){_S}(?P<month2>{_MONTH})"
        rf"{_THEN_YEAR}",
        reckoning.month_date,
    ),
    _rule(rf"(?P<month>{_MONTH}),?{_S}(?:of{_S})?(?P<year>{_YEAR})", reckoning.month_date),
    _rule(
        rf"{_PART}(?P<shift>[Ll]ast|[Tt]his|[Nn]ext){_S}(?P<month>{_MONTH})(?!{_S}\d)",
        reckoning.shifted_month,
    ),
    _rule(
        r"(?P<month>(?:January|February|April|June|July|August|September|October|November"
        r"|December)|(?:(?<=[Ii]n )|(?<=[Bb]y )|(?<=of )|(?<=[Ss]ince )|(?<=[Uu]ntil )"
        r"|(?<=early )|(?<=late )|(?<=mid-))(?:March|May))(?P<year>)",
        reckoning.month_date,
    ),
    _rule(
        rf"(?:(?P<shift>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming){_S})?(?P<weekday>{_WEEKDAY}){_HOURS}",
        reckoning.weekday,
    ),
    _rule(
        rf"(?:[Tt]oday|[Yy]esterday|[Tt]omorrow){_HOURS}|[Tt]onight|[Ll]ast{_S}night"
        rf"|[Tt]his{_S}(?:morning|afternoon|evening)",
        reckoning.near_day,
    ),
    _rule(
        rf"{_PART}(?P<shift>[Ll]ast|[Pp]revious|[Tt]his|[Cc]urrent|[Nn]ext|[Cc]oming){_S}"
        r"(?P<unit>week|weekend|month|year)",
        reckoning.shifted_unit,
    ),
    _rule(
        rf"(?P<count>{_COUNT.replace('a|an', '[Aa]n?')}|{_VAGUE}){_S}{_UNIT}"
        rf"(?:{_S}ago|(?P<from_now>{_S}from{_S}now))",
        reckoning.counted,
    ),
    _rule(
        r"(?P<iso>\d{4}([-/])\d\d\2\d\d)|(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.]"
        r"(?P<year>(?:19|20)\d\d)",
        reckoning.numeric,
    ),
    _rule(rf"(?P<year>{_YEAR})[-–](?P<year2>(?:19|20)?\d\d)", reckoning.year),
    _rule(
        rf"(?:(?<=[Ff]rom )|(?<=[Bb]etween ))(?P<year>{_YEAR}){_S}(?:to|through|until|and){_S}"
        rf"(?P<year2>{_YEAR})",
        reckoning.year,
    ),
    _rule(r"(?:the[ ])?(?P<decade>(?:1[5-9]|20)\d)0s", reckoning.decade),
    _rule(
        rf"(?P<year>(?:19[4-9]\d|20[0-4]\d)\b(?![,.]\d|%|{_S}(?:people|dollars|troops|miles|"
        r"kilomet|men|women|children|euros|pounds|pesos|migrants|soldiers|feet|tons|tonnes|years))"
        rf"|(?:(?<=[Ii]n )|(?<=[Bb]y )|(?<=of )|(?<=[Ss]ince )|(?<=from )|(?<=[Uu]ntil )){_YEAR})",
        reckoning.year,
    ),
)
