"""Where a text has numbers: amounts, ranges, vague heaps, shares of a whole, multiples."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from scenesetter.gather.figures.numerals import DIGITS, SCALE, SPOKEN, amount, one_of
from scenesetter.gather.lexicon import lexicon

_WORDS = lexicon("figures")


class Number(NamedTuple):
    """`value` is None for a range or a heap; `unit` is a currency before the number, "share" or
    "multiple", None where it must be looked for behind. `spoken`: written as words."""

    start: int
    end: int
    value: float | None
    unit: str | None = None
    hedge: str | None = None
    spoken: bool = False
    scaled: bool = False
    heap: bool = False


_DOLLARS = r"(?:US|CA|C|MX|AU|A|NZ|HK|S)?\$"
_CURRENCY = rf"(?:{one_of(_WORDS['codes'])}|{_DOLLARS}|{one_of(_WORDS['symbols'])})"
_PERCENT = r"(?:[ \u00a0]?%|[ -]per[ ]?cent\b)"


def _amount(number: str) -> str:
    return (
        rf"(?:(?P<symbol{number}>{_CURRENCY})[ \u00a0]?(?=\d))?"
        rf"(?:(?P<digits{number}>{DIGITS})(?![:/]\d)|(?P<spoken{number}>(?i:{SPOKEN})))"
        rf"(?P<scale{number}>(?i:{SCALE}))?"
    )


_AMOUNT = re.compile(
    rf"(?<![\w.,:/%-])(?<!\d[–'’])(?P<sign>[-−](?=[\d$€£]))?"
    rf"(?:(?P<between>\b(?i:between|from))[ \n])?{_amount('')}"
    rf"(?:(?P<percent>{_PERCENT})?"  # which both must be: not "12 percent to 48 billion euros"
    rf"(?(between)[ \n](?:and|to)[ \n]|(?:(?P<dash>[ ]?[-–][ ]?)|[ \n]to[ \n])){_amount('2')}"
    rf"(?(percent)(?={_PERCENT})))?"
)
_HEAP = re.compile(
    rf"\b(?i:(?P<few>{one_of(_WORDS['vague']['few'])})[ \n](?:{one_of(_WORDS['scales'])})\b"
    rf"|(?:(?:{one_of(_WORDS['vague']['tens'])})[ \n]of[ \n])?"
    rf"(?:{one_of(_WORDS['vague']['heaps'])})(?=[ \n]of\b))"
)
_PART = "|".join(word for word in _WORDS["fractions"] if word not in {"half", "halves"})
_SMALL, _TENS = (one_of(lexicon("numbers")[name]) for name in ("numbers", "tens"))
_SHARE = re.compile(
    rf"\b(?i:(?P<top>an?|{_SMALL})[ -](?P<part>{_PART})(?P<plural>s)?\b(?![ -](?i:time|round)s?\b)"
    rf"|(?P<of>{_SMALL}|\d{{1,3}})[ \n](?:in|out[ \n]of)[ \n](?:every[ \n])?"
    rf"(?P<all>{_SMALL}|{_TENS}|\d{{1,4}})\b"
    rf"(?![.,]?\d|[ -](?:{one_of(_WORDS['times'])})s?\b)"
    rf"|(?<!-)(?<!first )(?<!second )(?<!other )(?<!latter )half"
    rf"(?=[ \n](?:of|the|its|his|her|their|our|my|all)\b))"
)
_FACTOR = r"(?=[ \n](?:as|the|its|his|her|their|our|what|that|those)\b)"
_MULTIPLE = re.compile(
    rf"\b(?i:(?P<word>{one_of(_WORDS['multiples'])}){_FACTOR}"
    rf"|(?P<count>{_SMALL}|{_TENS}|\d{{1,4}}(?:\.\d{{1,2}})?)[ -]?"
    rf"(?:fold\b|times(?=[ \n](?:as|more|less|higher|larger|bigger|greater|the|its|what|that)\b)))"
)
_MORE_THAN_SHARE = re.compile(r"[ \n](?:of|more|less|fewer|higher|lower|larger|smaller|bigger)\b")


def numbers(text: str, start: int, end: int) -> Iterator[Number]:
    """Candidates in no order; where several overlap the longest that begins first is meant."""
    for match in _AMOUNT.finditer(text, start, end):
        if number := _ranged(match) if match["digits2"] or match["spoken2"] else _single(match):
            yield number
    for match in _HEAP.finditer(text, start, end):
        yield Number(*match.span(), None, hedge=match["few"], heap=True)
    for match in _SHARE.finditer(text, start, end):
        share = _share(match)
        if share is not None and _is_share(match, text):
            yield Number(*match.span(), share, "share")
    for match in _MULTIPLE.finditer(text, start, end):
        factor = match["word"] and _WORDS["multiples"][match["word"].lower()]
        yield Number(*match.span(), float(factor or _plain(match["count"])), "multiple")


def _single(match: re.Match[str]) -> Number | None:
    words = match["digits"] or match["spoken"]
    if re.match(r"0\d", words):  # the end of a telephone number, a time of day
        return None
    value = amount(words, match["scale"]) * (-1 if match["sign"] else 1)
    first = match.start("symbol") if match["symbol"] else match.start("digits")
    return Number(
        match.start("sign") if match["sign"] else max(first, match.start("spoken")),
        match.end(),
        value,
        _currency(match["symbol"]),
        spoken=match["spoken"] is not None,
        scaled=match["scale"] is not None,
    )


def _ranged(match: re.Match[str]) -> Number | None:
    """None where a dash parts it from a smaller second number: a vote, a score."""
    scale = match["scale2"]
    low = amount(match["digits"] or match["spoken"], match["scale"] or scale)
    high = amount(match["digits2"] or match["spoken2"], scale)
    if low >= high and match["dash"]:
        return None
    return Number(
        match.start(),
        match.end(),
        None,
        _currency(match["symbol"] or match["symbol2"]),
        hedge=match["between"],
        spoken=match["spoken2"] is not None,
        scaled=scale is not None,
    )


def _currency(symbol: str | None) -> str | None:
    if symbol is None:
        return None
    known: str | None = _WORDS["codes"].get(symbol)
    return known or f"{symbol[:-1]} {_WORDS['symbols'][symbol[-1]]}".strip()


def _share(match: re.Match[str]) -> float | None:
    if match["part"]:
        parts: int = _WORDS["fractions"][match["part"].lower()]
        return _plain(match["top"]) / parts
    if match["of"]:
        of, everyone = _plain(match["of"]), _plain(match["all"])
        return of / everyone if of < everyone else None
    return 0.5


def _is_share(match: re.Match[str], text: str) -> bool:
    """Two-thirds are; "a third" may be one more, and "a quarter" three months."""
    if not match["part"] or match["plural"] or "-" in match[0]:
        return True
    return _MORE_THAN_SHARE.match(text, match.end()) is not None


def _plain(words: str) -> float:
    return amount(words, None)
