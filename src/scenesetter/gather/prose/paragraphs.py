"""Paragraphs as spans of a text."""

import re

from scenesetter.model.fact import Span

_LINE = re.compile(r"[^\n]+")
_LONGEST_WRAPPED = 100
"""Code points of a line that its writer may have broken; the end of a longer one is meant."""


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Paragraph spans inside text[start:end], parted by blank lines or the ends of long lines."""
    found: list[Span] = []
    goes_on = False
    for line in _LINE.finditer(text, start, len(text) if end is None else end):
        if line.group().isspace():
            goes_on = False
            continue
        if goes_on and line.start() == found[-1][1] + 1:
            found[-1] = (found[-1][0], line.end())
        else:
            found.append(line.span())
        goes_on = len(line.group()) <= _LONGEST_WRAPPED
    return found
