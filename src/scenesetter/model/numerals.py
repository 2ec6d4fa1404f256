"""The figures of a line, and which of them no source has (SRC-05).

Figures are numbers in digits and words, percentages, amounts of money, ordinals and dates, however
they are written: "1.2 million" is "1,200,000", "12 per cent" is "12%", "Nov. 18" is "18 November".
"Doubled" and "half of" are figures too. What merely looks like one is none: "the G20", "the two
countries", "third parties", "first", "double standards".
"""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from scenesetter.model.fact import Fact

Reading = tuple[object, ...]
"""What a figure says, to be compared: ("number", 12.0, "percent"), ("day", 11, 18)."""


class Told(NamedTuple):
    """A figure of a text, in code points, half-open, and each way to read it."""

    start: int
    end: int
    readings: frozenset[Reading]
    plain: bool = False
    """It is no claim where it stands: "the two countries", "third parties"."""
    scale: float = 1.0


def _numbered(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    return {word: first + place * step for place, word in enumerate(words.split())}


_SMALL = _numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_MONTHS = _numbered("jan feb mar apr may jun jul aug sep oct nov dec")
_SCALES = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9,
    "trillion": 1e12, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12,
}  # fmt: skip
_MONEY = {
    "$": "dollar", "USD": "dollar", "CAD": "dollar", "AUD": "dollar", "€": "euro", "EUR": "euro",
    "£": "pound", "GBP": "pound", "¥": "yen", "JPY": "yen", "₹": "rupee", "INR": "rupee",
    "MXN": "peso", "CNY": "yuan", "CHF": "franc", "₽": "rouble", "RUB": "rouble",
}  # fmt: skip

_GAP = "[ \n\u00a0]"
_LONG = "dozen|hundred|thousand|million|billion|trillion"
_DIGITS = (
    r"(?:\d{1,3}(?:\.\d{3}){2,5}(?![\d,])"  # 1.250.000
    "|\\d{1,3}(?:[,'’\u00a0\u202f]\\d{3}){1,5}(?:\\.\\d{1,6})?(?!\\d)"  # 1,250,000
    r"|\d{1,3},\d{1,2}(?![\d,])"  # 3,5
    r"|\d{1,15}(?:\.\d{1,6})?(?!\d))"
)
_UNDER_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_SMALL)}))?|{'|'.join(_SMALL)})\b"
_SPOKEN = (
    rf"(?:half(?:{_GAP}an?)?(?={_GAP}(?:{_LONG})\b)|an?(?={_GAP}(?:{_LONG})\b)"
    rf"|{_UNDER_100}(?:{_GAP}hundred\b(?:{_GAP}(?:and{_GAP})?{_UNDER_100})?)?"
    rf"(?:{_GAP}and{_GAP}a{_GAP}half\b)?)"
)
_FIGURE = re.compile(
    rf"(?<![\w.,])(?<![A-Z]-)(?:(?:US|CA|C|A)?(?P<money>[$€£¥₹₽]|\b[A-Z]{{3}}){_GAP}?(?=\d))?"
    rf"(?:(?P<digits>{_DIGITS})(?P<nth>st\b|nd\b|rd\b|th\b)?|\b(?P<spoken>(?i:{_SPOKEN})))"
    rf"(?P<scale>(?:[ \n\u00a0-](?i:{_LONG})\b){{1,2}}|(?<=\d){_GAP}?(?:mn|mln|bn|bln|tn)\b"
    rf"|(?(money){_GAP}?[mMkK]\b))?(?![A-Z])"
    rf"(?:[ \u00a0-]?(?:(?:U\.?S\.?|[A-Z][a-z]{{2,20}}){_GAP})?(?P<unit>%|per[ ]?cent(?:age)?\b"
    r"|(?:dollar|euro|pound|yen|yuan|rupee|rouble|peso|franc)(?=s?\b)))?"
)
_ORDINAL = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})-)?(?P<nth>{'|'.join(_ORDINALS)})s?\b", re.IGNORECASE
)
_NAMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_AND = "(?:[ ]?[-–][ ]?|[ ](?:and|to|or|through|until)[ ])"
_DATE = re.compile(
    rf"(?<![\d.,])(?:(?P<day>{_DAY})(?:{_AND}(?P<until>{_DAY}))?{_GAP}(?:of{_GAP})?)?"
    rf"\b(?P<month>{_NAMES})"
    rf"(?(day)|(?:{_GAP}(?P<after>{_DAY})(?!\d)(?:{_AND}(?P<last>{_DAY})(?!\d))?)?)"
    rf"(?:,?{_GAP}(?P<year>\d{{4}})(?!\d))?"
)
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?(?!\d)")
_BETWEEN = re.compile(rf"{_GAP}?[-–]{_GAP}?|{_GAP}(?:to|and|or){_GAP}")
_MONTH_ALONE = re.compile(
    r"\b(?P<said>(?:in|by|until|till|since|from|before|after|during|this|last|next|early|late|mid)"
    r"[ \n-])?(?P<month>January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b"
)
_VERBS = frozenset({"March", "May"})
"""Months only behind a word of time."""
_MULTIPLE = re.compile(
    r"\b(?P<claim>doubl(?:ed|ing)|tripl(?:ed|ing)|trebl(?:ed|ing)|quadrupl(?:ed|ing)"
    r"|halv(?:e[sd]?|ing)|(?<=\bto )(?:double|triple|treble|quadruple)"
    r"|twice(?= (?:as|the|its|what))"
    r"|half(?= (?:of|the|its|their|our|all)\b)(?<!first half)(?<!second half))\b"
    r"|\b(?:doubles?|triples?|trebles?|quadruples?|two-?fold|three-?fold|four-?fold|twice|half)\b",
    re.IGNORECASE,
)
_TIMES = {
    "doubl": 2.0, "twice": 2.0, "two": 2.0, "tripl": 3.0, "trebl": 3.0, "three": 3.0,
    "quadrupl": 4.0, "four": 4.0, "hal": 0.5,
}  # fmt: skip
"""By how such a word begins."""
_KNOWN = re.compile(r"\b(?:the|these|those|all|both|we|us|you|other|our)[ \n]$", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?:the|our|their|his|her|its|this|every)[ \n]$", re.IGNORECASE)
_OUTSIDERS = re.compile(r"[ \n-](?:part(?:y|ies)|countr|nation|state|world)", re.IGNORECASE)


def unfounded_figures(text: str, sources: Iterable[str]) -> tuple[str, ...]:
    """The figures of a text, as written, that no source has. Dates of sources may be EDTF."""
    known = {reading for source in sources for told in figures(source) for reading in _says(told)}
    return tuple(
        dict.fromkeys(
            " ".join(text[told.start : told.end].split())
            for told in figures(text)
            if not told.plain and not known & told.readings
        )
    )


def told_in(fact: Fact) -> Iterator[str]:
    """Where the figures of a line that cites a fact may stand: its passages, and its dates, which
    the note need not spell out."""
    for passage in fact.passages:
        yield passage.exact
        yield from (time.value for time in passage.times if time.value)
    yield from (date for date in (fact.when, fact.as_of) if date)


def figures(text: str) -> list[Told]:
    """All figures of a text, in their order."""
    dates = list(_dates(text))
    dated = {place for told in dates for place in range(told.start, told.end)}
    dates += _months(text, dated)
    taken = {place for told in dates for place in range(told.start, told.end)}
    numbers = sorted([*_numbers(text), *_ordinals(text)])
    counted = {place for told in numbers for place in range(told.start, told.end)} | taken
    free = [told for told in numbers if taken.isdisjoint(range(told.start, told.end))]
    more = [told for told in _multiples(text) if counted.isdisjoint(range(told.start, told.end))]
    return sorted([*dates, *_ranges(text, free), *more], key=lambda told: told.start)


def _says(told: Told) -> set[Reading]:
    """All that a source says with a figure: with a date its month too, with dollars a number."""
    said = set(told.readings)
    for reading in told.readings:
        match reading:
            case ("date", year, month, day):
                said |= {("day", month, day), ("month", year, month), ("number", year, "")}
                said.add(("month", None, month))
                said.add(("number", day, "nth"))
            case ("day", month, day):
                said |= {("number", day, "nth"), ("month", None, month)}
            case ("month", year, month):
                said |= {("number", year, ""), ("month", None, month)}
            case ("number", 50.0 | 100.0 | 200.0 as share, "percent"):
                said |= {("number", share, ""), ("multiple", 0.5 if share == 50.0 else 2.0)}
            case ("multiple", _):
                pass
            case (_, value, unit):
                said |= {("number", value, "")} | (
                    {("number", value, "nth")} if not unit else set()
                )
    return said


def _dates(text: str) -> Iterator[Told]:
    for match in _ISO.finditer(text):
        yield _date(match, int(match["month"]), match["day"])
    for match in _DATE.finditer(text):
        month = _MONTHS[match["month"][:3].lower()]
        days = [match[name] for name in ("day", "until", "after", "last") if match[name]]
        for day in days or ([None] if match["year"] else []):
            yield _date(match, month, day)


def _months(text: str, taken: Collection[int]) -> Iterator[Told]:
    """Those without a day and a year."""
    for match in _MONTH_ALONE.finditer(text):
        place = match.span("month")
        if place[0] not in taken and (match["said"] or match["month"] not in _VERBS):
            month = _MONTHS[match["month"][:3].lower()]
            yield Told(*place, frozenset({("month", None, month)}))


def _multiples(text: str) -> Iterator[Told]:
    """What is half or several times as much; what only sounds so is no claim."""
    for match in _MULTIPLE.finditer(text):
        word = match[0].lower()
        times = next(times for start, times in _TIMES.items() if word.startswith(start))
        yield Told(*match.span(), frozenset({("multiple", times)}), match["claim"] is None)


def _date(match: re.Match[str], month: int, day: str | None) -> Told:
    year = float(match["year"]) if match["year"] else None
    number = float(re.sub(r"\D", "", day)) if day else None
    reading: Reading = ("date", year, month, number)
    if number is None:
        reading = ("month", year, month)
    elif year is None:
        reading = ("day", month, number)
    return Told(*match.span(), frozenset({reading}))


def _numbers(text: str) -> Iterator[Told]:
    for match in _FIGURE.finditer(text):
        spoken = match["spoken"]
        scale = 1.0
        for word in re.findall("[a-z]+", (match["scale"] or "").lower()):
            scale *= _SCALES[word]
        value = scale * (_of_words(spoken) if spoken else _of_digits(match["digits"]))
        bare = spoken is not None and scale == 1 and not match["unit"]
        if bare and value == 1:
            continue
        unit = "nth" if match["nth"] else _unit(match["money"], match["unit"])
        known = (
            bare and value < 10 and _KNOWN.search(text[max(0, match.start() - 8) : match.start()])
        )
        reading: Reading = ("number", round(value, 6), unit)
        yield Told(*match.span(), frozenset({reading}), bool(known), scale)


def _ordinals(text: str) -> Iterator[Told]:
    for match in _ORDINAL.finditer(text):
        value = _TENS.get((match["tens"] or "").lower(), 0) + _ORDINALS[match["nth"].lower()]
        whose = _WHOSE.search(text[max(0, match.start() - 8) : match.start()])
        plain = value == 1 or (value == 2 and not whose)
        plain = plain or (value == 3 and _OUTSIDERS.match(text, match.end()) is not None)
        yield Told(*match.span(), frozenset({("number", float(value), "nth")}), plain)


def _ranges(text: str, numbers: list[Told]) -> Iterator[Told]:
    """ "10 to 12 percent" says 10 percent too, "$3-4 million" three million dollars."""
    for told, after in pairwise([*numbers, None]):
        if told is None:
            continue
        readings = set(told.readings)
        if after is not None and _BETWEEN.fullmatch(text, told.end, after.start):
            units = {unit for _, _, unit in after.readings} | {unit for _, _, unit in told.readings}
            values = [value for _, value, _ in told.readings if isinstance(value, float)]
            readings |= {
                ("number", round(value * scale, 6), unit)
                for value in values
                for scale in {1.0, after.scale / told.scale}
                for unit in units
            }
        yield told._replace(readings=frozenset(readings))


def _unit(money: str | None, unit: str | None) -> str:
    if unit:
        return "percent" if unit == "%" or unit.lower().startswith("per") else unit.lower()
    return _MONEY.get(money, "") if money else ""


def _of_digits(written: str) -> float:
    if re.fullmatch(r"\d{1,3},\d{1,2}", written):
        return float(written.replace(",", "."))
    if written.count(".") > 1:
        return float(written.replace(".", ""))
    return float(re.sub(r"[^\d.]", "", written))


def _of_words(written: str) -> float:
    """As in "two hundred and fifty", "two and a half", "half a"; "a" alone is one."""
    value = 0.0
    for word in re.findall("[a-z]+", written.lower()):
        if word == "hundred":
            value = (value or 1) * 100
        else:
            value += 0.5 if word == "half" else {**_SMALL, **_TENS}.get(word, 0)
    return value or 1.0
