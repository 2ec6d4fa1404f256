"""What stands behind a number: its unit, what it counts, how often."""

import re

from scenesetter.gather.figures.numerals import one_of
from scenesetter.gather.lexicon import lexicon

_WORDS = lexicon("figures")
_STOP = one_of(_WORDS["counted"]["stop"])
_GAP = r"[ \n\u00a0]"


def _by_form(table: str) -> dict[str, str]:
    return {form: unit for unit, forms in _WORDS[table].items() for form in forms}


TIMES = frozenset(_WORDS["times"])
_UNITS, _CURRENCIES, _SPANS = _by_form("units"), _by_form("currencies"), _by_form("times")
_UNIT = re.compile(rf"(?:{_GAP}|-)?(?P<unit>{one_of(_UNITS)})(?!\w)")
_MONEY = re.compile(
    rf"(?:{_GAP}|-)(?:(?P<whose>U\.?S\.?|[A-Z][a-z]{{2,20}}|[A-Z]{{3}}){_GAP})?"
    rf"(?P<currency>{one_of(_CURRENCIES)})(?!\w)"
)
_CODE = re.compile(
    rf"{_GAP}?(?P<code>{one_of(_WORDS['codes'].keys() - {'R', 'Rs', 'Rs.', 'TRY'})})(?!\w)"
)
_SPAN = re.compile(
    rf"(?P<gap>{_GAP}(?:more{_GAP})?|-)(?P<span>{one_of([*_SPANS, *_WORDS['times']])})(?!\w)"
)
_RATE = re.compile(
    rf"(?:{_GAP}(?:{one_of(_WORDS['rates']['per'])}){_GAP}|/)"
    rf"(?P<time>{one_of(_WORDS['rates']['of'])})(?!\w)"
)

_WORD = r"[A-Za-z][\w.'’-]{0,30}(?<![.'’-])"
_PLURAL = (  # "police officers" and not "police"
    rf"(?!(?:{one_of(_WORDS['counted']['not_plurals'])})\b)"
    rf"(?:(?:{one_of(_WORDS['counted']['plurals'])})(?![\w-])(?!{_GAP}(?!(?:{_STOP})\b)[a-z]+s\b)|[A-Za-z][\w-]{{1,30}}s(?<!ss)(?<!ous))"
    rf"(?!['’]s|\w)"
)
_FREE = rf"(?!(?i:{_STOP})\b(?![-'’]))"
_THINGS = re.compile(
    rf"(?:{_GAP}|-)(?:(?:of|more){_GAP}(?:(?:the|its|their|these|those){_GAP})?)?"
    rf"(?P<counted>(?:{_FREE}{_WORD}{_GAP}){{0,3}}?{_FREE}{_PLURAL})"
)
_TIED = re.compile(rf"-(?P<counted>{one_of(_WORDS['counted']['tied'])})\b")
_PHRASE = (
    rf"(?P<counted>(?:{_FREE}{_WORD}{_GAP}){{0,2}}?{_FREE}{_PLURAL}"
    rf"|{_FREE}{_WORD}(?:{_GAP}{_FREE}{_WORD}){{0,2}})"
)
_OF = re.compile(
    rf"{_GAP}(?:worth{_GAP})?of{_GAP}(?:(?:all|the|its|his|her|their|our|these|those){_GAP}){{0,2}}{_PHRASE}"
)
_IN = re.compile(rf"{_GAP}in{_GAP}(?=[a-z]){_PHRASE}")
_OF_ITS = re.compile(rf"{_GAP}(?:(?:all|the|its|his|her|their|our){_GAP}){{1,2}}{_PHRASE}")
_NEXT = re.compile(
    rf"(?:{_GAP}|-)(?P<counted>{_FREE}[a-z][a-z-]{{1,30}}(?<!ly)(?<!ed)"
    rf"(?:{_GAP}{_FREE}[a-z][a-z-]{{1,30}}(?<!ly)(?<!ed)){{0,1}})(?=[.,;:)]|{_GAP}(?i:{_STOP})\b|$)"
)


def unit_after(text: str, at: int, end: int, value: float | None) -> tuple[str | None, int]:
    """The unit behind a number and where it ends."""
    if unit := _UNIT.match(text, at, end):
        return _UNITS[_folded(unit["unit"])], unit.end()
    if money := _MONEY.match(text, at, end):
        whose = (money["whose"] or "").replace(".", "")
        return f"{whose} {_CURRENCIES[_folded(money['currency'])]}".strip(), money.end()
    if code := _CODE.match(text, at, end):
        currency: str = _WORDS["codes"][code["code"]]
        return currency, code.end()
    span = _SPAN.match(text, at, end)
    if span and (span["gap"] == "-" or _agrees(span["span"], value)):
        return _SPANS.get(span["span"], span["span"]), span.end()
    return None, at


def of_what(text: str, at: int, end: int, unit: str) -> re.Match[str] | None:
    """What an amount with a unit is of: "of wheat", "in aid", "its budget", "loan"."""
    if found := _OF.match(text, at, end):
        return found
    if unit in TIMES or unit == "multiple":
        return None
    if unit == "share":
        return _OF_ITS.match(text, at, end) or _THINGS.match(text, at, end)
    if is_currency(unit) and (found := _IN.match(text, at, end)):
        return found
    return _NEXT.match(text, at, end) if is_currency(unit) or unit == "percent" else None


def things(text: str, at: int, end: int) -> re.Match[str] | None:
    """What a bare number counts."""
    return _THINGS.match(text, at, end) or _TIED.match(text, at, end)


def rate_after(text: str, at: int, end: int) -> re.Match[str] | None:
    return _RATE.match(text, at, end)


def is_currency(unit: str) -> bool:
    return unit.rpartition(" ")[2] in _WORDS["currencies"]


def _agrees(span: str, value: float | None) -> bool:
    """ "one day", "two days", but not "two day"."""
    return span not in TIMES or (value is not None and value <= 1)


def _folded(words: str) -> str:
    return re.sub(r"\s", " ", words)
