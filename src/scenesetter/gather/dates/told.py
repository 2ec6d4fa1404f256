"""Which of the times in a passage is that of what it tells."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from scenesetter.gather.dates.expressions import TimeExpression
from scenesetter.model.edtf import is_edtf
from scenesetter.model.fact import Span, Time

_RANGE = re.compile(r"\s?(?:-|–|to|through|until|and)\s?")
_SINCE = re.compile(r"\bsince\s$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_DETERMINER = re.compile(
    r"\b(?:the|an?|its|his|her|their|our|my|your|this|that|every|each)\s$", re.IGNORECASE
)
_NOUN = re.compile(r"['’]s\b|\s(?!(?:and|at|but|by|for|from|in|of|on|or|that|to|with)\b)[A-Za-z]")
_OWNS = {"'s", "’s"}
_RELATIVE = re.compile(r"\b(?:who|which|whose|where)\b[^,;]{0,200}$")


def time_told(
    text: str, told: Sequence[Span], passage: Span, times: Sequence[TimeExpression]
) -> str | None:
    """EDTF of the first time in the spans of what is told, else in the passage, where they are
    one that has a value: "said on Monday that it was signed on 3 May" tells of 3 May.

    A time that only says which thing is meant ("the 1994 treaty", "who was jailed in 2019")
    stands back behind one of the verb's own.
    """
    for span in (*told, passage):
        within = times_within(times, span)
        floors = [span[0], *(one.end for one in within)]
        ranked = [
            (_rank(text, floor, one), one.start, one)
            for floor, one in zip(floors, within, strict=False)
            if one.value
        ]
        if ranked:
            return _with_its_end(text, min(ranked)[2], within)
    return None


def times_within(times: Sequence[TimeExpression], span: Span) -> Sequence[TimeExpression]:
    """Those of a text's, in reading order, that lie in `text[start:end]`."""
    first = bisect_left(times, span[0], key=lambda time: time.start)
    return times[first : bisect_right(times, span[1], key=lambda time: time.end)]


def as_times(times: Iterable[TimeExpression]) -> tuple[Time, ...]:
    """Those that belong to the calendar, resolved or not; lengths of time are figures."""
    return tuple(
        Time(start=one.start, end=one.end, words=one.text, value=one.value, reading=one.reading)
        for one in times
        if one.kind in {"date", "clock"} or one.value
    )


def _rank(text: str, floor: int, one: TimeExpression) -> int:
    """`floor` is where the expression before it ended: a clause of its own has its own time."""
    if one.kind != "date":
        return 2
    before = text[max(floor, one.start - 240) : one.start]
    determined = _DETERMINER.search(before) is not None or text[one.end : one.end + 2] in _OWNS
    return int((determined and bool(_NOUN.match(text, one.end))) or bool(_RELATIVE.search(before)))


def _with_its_end(text: str, first: TimeExpression, within: Sequence[TimeExpression]) -> str | None:
    """ "From 2014 to 2018" is one time in two expressions; "since 2014" has no end."""
    if _SINCE.search(text, max(0, first.start - 8), first.start) and is_edtf(f"{first.value}/.."):
        return f"{first.value}/.."
    place = within.index(first)
    after = within[place + 1] if place + 1 < len(within) else None
    if after is None or not after.value or after.kind != "date":
        return first.value
    between = text[first.end : after.start]
    joined = _RANGE.fullmatch(between)
    if not joined or (
        "and" in between and not _BETWEEN.search(text, max(0, first.start - 9), first.start)
    ):
        return first.value
    value = f"{first.value}/{after.value}"
    return value if is_edtf(value) else first.value
