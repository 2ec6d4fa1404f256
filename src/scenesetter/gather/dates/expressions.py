"""Time expressions of running text, resolved against the note's own date."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scenesetter.gather.dates.patterns import HEADS, OPENED, OPENINGS, RULES, Kind, Rule
from scenesetter.gather.dates.reckoning import Clue, Reckoned, Reference, reference_of
from scenesetter.model.edtf import first_day, is_edtf, last_day

ANCHOR_REACH = 600
"""Characters after which a date is no longer the one that "two days later" counts from."""

SAME_SENTENCE = 120
"""Characters within which a time of day and its day stand, with no stop between them."""

_ABOUT = re.compile(
    r"\b(?:(?P<about>around|approximately|roughly|circa|some ?time in|"
    r"(?:(?<=in )|(?<=since )|(?<=by )|(?<=from )|(?<=until )|(?<=at ))about)|"
    r"(?P<count>about|almost|nearly|some|over|more than|less than|at least)|"
    r"(?P<perhaps>perhaps|possibly|maybe|probably)(?: in| on)?)[ \n]$",
    re.IGNORECASE,
)
"""What makes a date approximate or uncertain; a few only before a number: "about a year ago", but
"talks about 2015"."""

_WORD = re.compile(r"[A-Za-z]+|[0-9]+")
_FREE = re.compile(r"(?<![\w$€£¥.])(?<!\d[-–/])")
"""Not inside a longer word or number; "v1.2020" and "$2020" are no years."""

_PART = re.compile(
    r"(?:the )?(?:early|earlier|later?|mid(?:dle)?|end|close|start|beginning|rest)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?](?<!\b[ap]\.m\.)[\"'”’)\]]{0,2}\s+[A-Z\"“‘]|\n\n")


class TimeExpression(NamedTuple):
    """`value` is EDTF, None where the note does not let one know; `reading` says how it came
    about. `duration` is a length of time as ISO 8601 writes it, "X" for a number not said."""

    start: int
    end: int
    text: str
    value: str | None
    kind: Kind
    reading: str
    duration: str | None


def time_expressions(
    text: str, start: int, end: int, published: str | None
) -> list[TimeExpression]:
    """Those of `text[start:end]` in reading order, offsets into `text`.

    `published` is the note's date as EDTF; without it a relative expression keeps value None.
    """
    reference = reference_of(published)
    found: list[TimeExpression] = []
    anchor: TimeExpression | None = None
    for match, rule in _matches(text, start, end):
        near = anchor if anchor and match.start() - anchor.end <= ANCHOR_REACH else None
        expression = _read(text, match, rule, reference, near)
        if expression.kind == "date" and expression.value:
            anchor = expression
        found.append(expression)
    return _with_days(text, found, reference)


def _matches(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], Rule]]:
    """Leftmost first, the longest where several begin together."""
    free = start
    for word in _WORD.finditer(text, start, end):
        if word.start() < free or not _may_begin(text, word):
            continue
        longest: tuple[re.Match[str], Rule] | None = None
        for rule in RULES:
            match = rule.pattern.match(text, word.start(), end)
            if match and (longest is None or match.end() > longest[0].end()):
                longest = match, rule
        if longest:
            free = longest[0].end()
            yield longest


def _may_begin(text: str, word: re.Match[str]) -> bool:
    plain = word[0].lower()
    if plain in OPENINGS:
        return OPENED.match(text, word.start()) is not None
    known = plain in HEADS or plain[0].isdigit()
    return known and _FREE.match(text, word.start()) is not None


def _read(
    text: str,
    match: re.Match[str],
    rule: Rule,
    reference: Reference | None,
    anchor: TimeExpression | None,
) -> TimeExpression:
    start, end = match.span()
    parts = match.groupdict(default="")
    clue = Clue(text, start, end, parts, reference, anchor.value if anchor else None)
    value, reading, duration = _reckoned(rule, clue)
    return TimeExpression(start, end, match[0], value, rule.kind, reading, duration)


def _reckoned(rule: Rule, clue: Clue) -> Reckoned:
    try:
        reckoned = rule.reckoner(clue)
    except (ValueError, OverflowError):  # 31 February, or a year beyond the calendar
        return Reckoned(None, "there is no such day")
    if reckoned.value is None or not is_edtf(reckoned.value):
        return reckoned._replace(value=None)
    return _hedged(reckoned, clue)


def _hedged(reckoned: Reckoned, clue: Clue) -> Reckoned:
    """ "About 2015" is approximate and "possibly in May" uncertain, as EDTF marks them."""
    value = reckoned.value or ""
    part = _PART.match(clue.words)
    if part and len(value) != len("2021-11-18"):
        said = f"{reckoned.reading}; “{part[0].lower()}” tells a part of it"
        reckoned = reckoned._replace(reading=said)
    hedge = _ABOUT.search(clue.text, max(0, clue.start - 24), clue.start)
    if hedge is None or "/" in value or not value[-1:].isdigit():
        return reckoned
    of_another = clue.text.startswith(("'s", "’s"), clue.end)  # "ways around Friday's ruling"
    if of_another or (hedge["count"] and not clue.parts.get("count")):
        return reckoned
    mark, said = ("?", "uncertain") if hedge["perhaps"] else ("~", "approximate")
    word = hedge[0].strip().lower()
    return reckoned._replace(value=value + mark, reading=f"{reckoned.reading}; {said}: “{word}”")


def _with_days(
    text: str, found: Sequence[TimeExpression], reference: Reference | None
) -> list[TimeExpression]:
    """Times of day with their day: one that the sentence names, else the last named before, else
    the note's own, which is not sure."""
    read = list(found)
    last: TimeExpression | None = None
    for place, one in enumerate(found):
        if one.kind == "date":
            last = one if _is_day(one) else last
        if one.kind != "clock":
            continue
        around = [*found[place + 1 : place + 4], *reversed(found[max(0, place - 3) : place])]
        day = next((other for other in around if _shares_sentence(text, one, other)), None)
        if day is None and last and one.start - last.end <= ANCHOR_REACH:
            day = last
        if day:
            reading = f"time of day; its day is that of “{day.text}”: {day.reading}"
            read[place] = one._replace(value=day.value, reading=reading)
        elif reference and reference.day:
            reading = f"time of day; no day is named: uncertainly the note's own, {reference.words}"
            read[place] = one._replace(value=f"{reference.day.isoformat()}?", reading=reading)
    return read


def _is_day(one: TimeExpression) -> bool:
    value = one.value
    return one.kind == "date" and value is not None and first_day(value) == last_day(value)


def _shares_sentence(text: str, one: TimeExpression, other: TimeExpression) -> bool:
    start, end = min(one.end, other.end), max(one.start, other.start)
    near = end - start <= SAME_SENTENCE and not _STOP.search(text, start, end)
    return near and _is_day(other)
