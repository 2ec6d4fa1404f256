"""Numbers as notes write them, in digits and in words, and what they amount to."""

import re
from collections.abc import Iterable

from scenesetter.gather.lexicon import lexicon

_WORDS = lexicon("figures")
_NUMBERS = lexicon("numbers")


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; a blank is any single white space."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"[ \n\u00a0]") for word in longest_first)


_SMALL: dict[str, int] = _NUMBERS["numbers"] | _NUMBERS["tens"]
_SCALES: dict[str, float] = _WORDS["scales"] | _WORDS["short_scales"]
_LONG_SCALES = one_of(_WORDS["scales"])
_GAP = r"[ \n\u00a0-]"
_UNDER_100 = (
    rf"(?:(?:{one_of(_NUMBERS['tens'])})(?:{_GAP}(?:{one_of(_NUMBERS['numbers'])}))?"
    rf"|{one_of(_NUMBERS['numbers'])})\b"
)
_UNDER_1000 = (
    rf"(?:(?:an?|{_UNDER_100}){_GAP}hundred\b(?:{_GAP}(?:and{_GAP})?{_UNDER_100})?|{_UNDER_100})"
)

DIGITS = (
    r"(?:\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)"  # 1.250,50
    r"|\d{1,3}(?:\.\d{3}){2,5}(?![\d,])"  # 1.250.000
    r"|\d{1,2}(?:,\d{2}){1,4},\d{3}(?:\.\d{1,6})?(?!\d)"  # 1,25,000
    r"|\d{1,3}(?:[,'’]\d{3}){1,5}(?:\.\d{1,6})?(?!\d)"  # 1,250,000
    r"|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,5}(?:[.,]\d{1,6})?(?!\d)"  # 1 250 000
    r"|\d{1,3},\d{1,2}(?![\d,])"  # 3,5
    r"|\d{1,15}(?:\.\d{1,6})?(?![\d]))"
)
SPOKEN = (
    rf"(?:half(?:{_GAP}an?)?(?={_GAP}(?:{_LONG_SCALES})\b)|an?(?={_GAP}(?:{_LONG_SCALES})\b)"
    rf"|{_UNDER_1000}(?:{_GAP}and{_GAP}a{_GAP}half\b)?)"
)
SCALE = (
    rf"(?:(?:{_GAP}(?:{_LONG_SCALES})\b){{1,2}}(?!{_GAP}of\b)"
    rf"|(?<=\d)[ \u00a0]?(?:{one_of(_WORDS['short_scales'])})\b(?![-’'²³/]))"
)

_OTHER_DECIMAL = re.compile(
    r"\d{1,3}(?:\.\d{3})*,\d{1,2}|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+,\d+"
)
_SEVERAL_DOTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_GROUPING = re.compile(r"[,'’ \u00a0\u202f\u2009]")


def amount(number: str, scale: str | None) -> float:
    """What a number matched by DIGITS or SPOKEN and its SCALE are worth."""
    value = _of_digits(number) if number[0].isdigit() else _of_words(number)
    for word in re.findall(r"[a-z]+", (scale or "").lower()):
        value *= _SCALES[word]
    return round(value, 6) if value < 1e9 else float(round(value))


def _of_digits(number: str) -> float:
    if _OTHER_DECIMAL.fullmatch(number):
        whole, _, rest = number.rpartition(",")
        return float(f"{_GROUPING.sub('', whole).replace('.', '')}.{rest}")
    if _SEVERAL_DOTS.fullmatch(number):
        return float(number.replace(".", ""))
    return float(_GROUPING.sub("", number))


def _of_words(number: str) -> float:
    """As in "one hundred and twenty", "two and a half", "half a"; "a" alone is one."""
    value = 0.0
    for word in re.findall(r"[a-z]+", number.lower()):
        if word == "hundred":
            value = (value or 1) * 100
        else:
            value += 0.5 if word == "half" else _SMALL.get(word, 0)
    return value or 1.0
