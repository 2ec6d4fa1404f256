"""Figures of running text: amounts, counts, shares and spans of time."""

import re
from bisect import bisect_right
from typing import NamedTuple

from scenesetter.gather.dates.expressions import time_expressions
from scenesetter.gather.dates.reckoning import NUMBERS


class Figure(NamedTuple):
    """`value` is None for a range or a vague number ("thousands").

    `unit` is a singular word: a currency ("dollar"), "percent", "percentage point" or a unit of
    time; `counted` is what is counted, in the note's words.
    """

    start: int
    end: int
    text: str
    value: float | None
    unit: str | None
    counted: str | None


_WORDS = {word: float(number) for word, number in NUMBERS.items() if " " not in word} | {
    "sixty": 60.0,
    "seventy": 70.0,
    "eighty": 80.0,
    "ninety": 90.0,
    "half": 0.5,
    "half a": 0.5,
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6,
    "billion": 1e9, "bn": 1e9, "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
_SYMBOLS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_CURRENCIES = "dollars?|euros?|pesos?|pounds? sterling|yen|yuan|rubles?|roubles?|rupees?|francs?"
_TIMES = "second|minute|hour|day|week|month|year|decade"
_PEOPLE = "people|persons|men|women|children|police|personnel|staff|percent"

_DIGITS = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?"
_SPOKEN = "|".join(sorted(_WORDS, key=lambda word: -len(word))).replace(" ", "[ ]")
_SCALE = r"(?:[ \u00a0-]?(?P<scale>hundred|thousand|[mb]illion|trillion|bn|mn|tn|[mk]\b)\b)"
_SECOND = rf"(?:[ ]?(?:-|–|to|and)[ ]?[$€£¥]?(?P<second>{_DIGITS})(?![\d:]))"

_NUMBER = re.compile(
    rf"""(?<![\w.,:/%-])(?<!\d–)
    (?:(?P<symbol>(?:US|C|CA|MX|AU?)?\$|[€£¥])[ ]?)?
    (?:(?P<digits>{_DIGITS})(?![\d:/])|(?P<spoken>(?:{_SPOKEN})\b))
    {_SECOND}?{_SCALE}?""",
    re.VERBOSE | re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:(?:tens|hundreds|thousands|[mb]illions|trillions|dozens|scores) of )"
    r"(?:(?:thousands|millions|billions) of )?",
    re.IGNORECASE,
)
_SHARE = re.compile(r"[ \u00a0]?%|[ -](?:percent|per cent)\b(?! points?)")
_POINTS = re.compile(r"[ -]percent(?:age)?[ -]points?\b")
_MONEY = re.compile(rf"[ -](?:(?P<whose>U\.?S\.?|[A-Z][a-z]+)[ ])?(?P<currency>{_CURRENCIES})\b")
_SPAN = re.compile(rf"[ -](?P<unit>{_TIMES})s?\b(?![ -]old)")
_AGE = re.compile(rf"[ -](?:{_TIMES})s?[ -]old\b")
_CLOCK = re.compile(r"[ ]?[ap]\.?m\b|[ ]?o['’]clock|(?:st|nd|rd|th)\b", re.IGNORECASE)
_NOUN = rf"(?:{_PEOPLE}|[A-Za-z][\w-]{{1,30}}s)(?<!ss)(?<!['’]s)"
_STOP = (
    "and|or|of|in|on|at|to|from|for|by|with|is|was|were|are|has|have|had|as|his|its|this|that|"
    "the|but|than|more|per|after|before|until|since|across|against|s"
)
_COUNTED = re.compile(
    rf"[ -](?:of the )?(?P<counted>(?:(?!(?:{_STOP})\b)[A-Za-z][\w.'’-]{{0,30}}[ ]){{0,3}}?"
    rf"(?!(?:{_STOP})\b){_NOUN})\b"
)
_NUMBERED = re.compile(
    r"(?:\b(?:Title|Article|Section|Chapter|Resolution|Page|Paragraph|Route|Highway|Room|Flight|"
    r"Phase|Tier|Level|Annex|Part|Rule|Line|Number|Figure|Table|Chapter|Protocol|[Nn]o\.|Nos\.)"
    r"|\n[(\[]?|^[(\[]?|\()[ ]?$"
)


def figures(text: str, start: int, end: int) -> list[Figure]:
    """Those of `text[start:end]` in reading order; dates, clock times and list numbers are none."""
    dates = [(found.start, found.end) for found in time_expressions(text, start, end, None)]
    starts = [first for first, _last in dates]
    found: list[Figure] = []
    free = start
    candidates = [*_NUMBER.finditer(text, start, end), *_VAGUE.finditer(text, start, end)]
    for match in sorted(candidates, key=lambda match: match.start()):
        place = bisect_right(starts, match.end() - 1) - 1
        in_date = place >= 0 and dates[place][1] > match.start()
        if match.start() < free or in_date:
            continue
        figure = _figure(text, match, end)
        if figure:
            found.append(figure)
            free = figure.end
    return found


def _figure(text: str, match: "re.Match[str]", end: int) -> Figure | None:
    after = match.end()
    if _CLOCK.match(text, after, end) or _AGE.match(text, after, end):
        return None
    if _NUMBERED.search(text[max(0, match.start() - 14) : match.start()]):
        return None
    unit, last = _unit(text, match, end)
    counted = None if unit else _COUNTED.match(text, max(after - (match.re is _VAGUE), 0), end)
    if counted:
        last = counted.end()
    if not _telling(match, unit, counted=counted is not None):
        return None
    return Figure(
        match.start(),
        last,
        text[match.start() : last],
        _value(match),
        unit,
        counted["counted"] if counted else None,
    )


def _telling(match: "re.Match[str]", unit: str | None, *, counted: bool) -> bool:
    """Not a bare number, nor the small number words of any sentence: "two leaders", "a day"."""
    if match.re is _VAGUE:
        return counted or unit is not None
    if match["scale"]:
        return True
    if match["spoken"] and unit is None:
        return counted and _WORDS[match["spoken"].lower()] >= 10
    if match["spoken"] and unit in _TIMES.split("|"):
        return match["spoken"].lower() not in {"a", "an", "one"}
    return unit is not None or counted


def _unit(text: str, match: "re.Match[str]", end: int) -> tuple[str | None, int]:
    """The unit and where it ends; a symbol before the number goes before the words after it."""
    after = match.end()
    symbol = match.groupdict().get("symbol")
    if symbol:
        return f"{symbol[:-1]} {_SYMBOLS[symbol[-1]]}".strip(), after
    before = after - 1 if match.re is _VAGUE else after  # its own last blank
    for pattern, unit in ((_SHARE, "percent"), (_POINTS, "percentage point")):
        if share := pattern.match(text, before, end):
            return unit, share.end()
    if money := _MONEY.match(text, before, end):
        singular = money["currency"].partition(" ")[0].rstrip("s")
        return " ".join(filter(None, (money["whose"], singular))), money.end()
    if span := _SPAN.match(text, before, end):
        return span["unit"], span.end()
    return None, after


def _value(match: "re.Match[str]") -> float | None:
    parts = match.groupdict()
    if match.re is _VAGUE or parts["second"]:
        return None
    number = (
        float(parts["digits"].replace(",", ""))
        if parts["digits"]
        else _WORDS[parts["spoken"].lower()]
    )
    return number * _SCALES[parts["scale"].lower()] if parts["scale"] else number
