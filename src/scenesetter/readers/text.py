"""Plain text: paragraphs parted by blank lines, by line ends, or hard-wrapped."""

import re
from collections.abc import Iterator
from itertools import pairwise

from scenesetter.model.note import Source
from scenesetter.readers.canonical import Paragraph, canonical, paragraph
from scenesetter.readers.pasted import without_page
from scenesetter.readers.reading import Reading

SUFFIXES = (".txt", ".text")

WRAP = 90
"""Characters; longer lines are not broken by hand."""

_ITEM = re.compile(r"(?:[-*•–] |\(?\d{1,3}[.)] |[A-Z][A-Z .'’-]{1,40}: )")
_CLOSED = re.compile(r"[.!?…:;]['\"”’)\]]*$")


def charset(head: bytes) -> str | None:  # noqa: ARG001 - a text does not say
    return None


def read(text: str, path: str) -> Reading:  # noqa: ARG001 - nothing to find fault with
    return Reading(without_page(tuple(split(text))), Source())


def split(text: str) -> Iterator[Paragraph]:
    """The paragraphs, wrapped lines joined."""
    lines = canonical(text).split("\n")
    width = _width(lines)
    joined: list[str] = []
    for number, written in enumerate(lines):
        if joined and not (written and _goes_on(lines[number - 1], written, width)):
            yield from paragraph("body", " ".join(joined))
            joined = []
        if written:
            joined.append(written)
    yield from paragraph("body", " ".join(joined))


def _width(lines: list[str]) -> int:
    """Length of the longest line of a hard-wrapped text, 0 where it is not wrapped."""
    written = [len(line) for line in lines if line]
    short = [length for length in written if length < WRAP]
    if len(written) - len(short) > len(written) / 20 or not short:
        return 0
    width = max(short)
    full = sum(
        1 for line, after in pairwise(lines) if line and after and _is_full(line, after, width)
    )
    return width if width >= 40 and full >= 2 else 0


def _is_full(written: str, after: str, width: int) -> bool:
    """The first word of the next line would not have fitted; ragged by a few characters."""
    return len(written) + 1 + len(after.split(" ", 1)[0]) > width - 4


def _goes_on(written: str, after: str, width: int) -> bool:
    if not width or not written or _ITEM.match(after):
        return False
    broken = after[0].islower() and not _CLOSED.search(written)
    return _is_full(written, after, width) or broken
