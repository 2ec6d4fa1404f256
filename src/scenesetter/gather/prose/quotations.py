"""What stands inside quotation marks: straight, curly, low, angled; a missing mark is borne.

Marks are paired paragraph by paragraph, so that one missing mark never reaches further than
its own paragraph. Of nested quotations only the outer one is given.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scenesetter.gather.prose.paragraphs import paragraphs
from scenesetter.model.fact import Span

_MARK = re.compile("''|[\"“”„«»]|(?<!\\w)[‘'](?=[^\\W\\d_])|(?<=\\S)[’'](?!\\w)")
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")
_CLOSES = {"“": '”"', "”": '”"', '"': '"”', "''": "''", "„": '“”"', "«": "»"}
_SINGLE = {"‘": "’", "'": "'"}
_OPENING_CONTEXT = " \t\n\xa0([{-–—/‘'"
_ENDS = ".,!?…"
"""A mark after one of these closes, whatever follows it: `it.”[1]`."""
_OPENING_MARKS = "“„«"
_CLOSING_CONTEXT = " \t\n\xa0.,;:!?)]}-–—/’'…"
_LONGEST_SCARE_QUOTE = 80
"""Code points between single marks beyond which only punctuation makes them a quotation."""


class Quotation(NamedTuple):
    """`start` to `end` lie inside the marks; `closed` is False where a mark is missing."""

    start: int
    end: int
    closed: bool


class _Mark(NamedTuple):
    start: int
    end: int
    sign: str
    opens: bool
    """The blanks around it say that it may open."""
    closes: bool

    @property
    def only_closes(self) -> bool:
        return self.closes and not self.opens


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans inside quotation marks, without the marks, in text order."""
    return [(found.start, found.end) for found in marked(text, start, end)]


def marked(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """The quotations in text[start:end]; one that runs over paragraphs gives one for each."""
    spans = paragraphs(text, start, end)
    return [found for span in spans for found in _in_paragraph(text, *span)]


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    opener: _Mark | None = None
    inner_end = -1
    marks = [_mark(text, match, start, end) for match in _MARK.finditer(text, start, end)]
    for place, mark in enumerate(marks):
        if place == inner_end:
            continue
        following = marks[place + 1 : place + 3]
        if opener is None:
            opener = mark if _starts_quotation(mark, following, text) else None
        elif _ends_quotation(text, opener, mark):
            if mark.start > opener.end:
                yield Quotation(opener.end, mark.start, closed=True)
            opener = None
        elif _nests(opener, mark, following):
            inner_end = place + 1
        elif _replaces(opener, mark):
            if _is_double(opener):
                yield from _unclosed(text, opener, mark.start, to_end=False)
            opener = mark
    if opener is not None and _is_double(opener):
        yield from _unclosed(text, opener, end, to_end=True)


def _nests(opener: _Mark, mark: _Mark, following: Sequence[_Mark]) -> bool:
    """A quotation inside a quotation: two closing marks follow its opening one.

    `"He said "no" to me," Holm said`, `"He calls it “a wall” and a shame," Holm said`.
    """
    if len(following) < 2 or not _is_double(opener):
        return False
    if mark.sign != opener.sign:
        return mark.sign in "“„" and following[0].sign in _CLOSES[mark.sign]
    return _replaces(opener, mark) and all(
        _is_double(after) and after.only_closes for after in following
    )


def _mark(text: str, match: re.Match[str], start: int, end: int) -> _Mark:
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    opens = before in _OPENING_CONTEXT and not after.isspace()
    ends = before in _ENDS and not (after.isalnum() or after in _OPENING_MARKS)
    closes = ends or (after in _CLOSING_CONTEXT and not before.isspace())
    return _Mark(match.start(), match.end(), match.group(), opens, closes)


def _is_double(mark: _Mark) -> bool:
    return mark.sign not in "‘’'"


def _starts_quotation(mark: _Mark, following: Sequence[_Mark], text: str) -> bool:
    if mark.sign in "‘'":
        return mark.opens
    if mark.sign in "’»":
        return False
    if not mark.only_closes:
        return mark.opens or mark.sign != "”"
    # the blank stands on the wrong side of an opening mark; 6" is a measure
    is_inch = text[mark.start - 1].isdigit()
    return bool(following) and following[0].only_closes and not is_inch


def _ends_quotation(text: str, opener: _Mark, mark: _Mark) -> bool:
    if _is_double(opener):
        if not _is_double(mark):
            return False
        if mark.sign in _CLOSES.get(opener.sign, ""):
            return mark.sign in "”»“" or mark.closes or not mark.opens
        return mark.only_closes and mark.sign not in "«»" and opener.sign != "«"
    if mark.sign != _SINGLE[opener.sign] or not mark.closes:
        return False
    return mark.start - opener.end <= _LONGEST_SCARE_QUOTE or text[mark.start - 1] in ".,!?"


def _replaces(opener: _Mark, mark: _Mark) -> bool:
    """A second opening mark: the first one was never closed, or was an apostrophe."""
    if mark.start == opener.end and _is_double(mark) and not mark.only_closes:
        return True  # two marks side by side open one quotation
    if not _is_double(opener):
        return mark.opens and mark.sign in _CLOSES.keys() | {"‘", "'"}
    return mark.sign == opener.sign and mark.opens and not mark.closes


def _unclosed(text: str, opener: _Mark, limit: int, *, to_end: bool) -> Iterator[Quotation]:
    """To the paragraph's end where that is the convention for a quotation that goes on in the
    next paragraph; else to the end of its first sentence."""
    whole = to_end and (_starts_paragraph(text, opener) or _goes_on(text, limit))
    stop = None if whole else _SENTENCE_END.search(text, opener.end, limit)
    end = stop.end() if stop else limit
    while end > opener.end and text[end - 1].isspace():
        end -= 1
    if end > opener.end:
        yield Quotation(opener.end, end, closed=False)


def _starts_paragraph(text: str, mark: _Mark) -> bool:
    return mark.start == 0 or text[mark.start - 1] == "\n"


def _goes_on(text: str, end: int) -> bool:
    return text[end : end + 4].lstrip("\n").startswith(('"', "“", "„", "«", "''"))
