"""Canonical text: one form of every paragraph, and the blocks over it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from scenesetter.model.note import Block, BlockKind

_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
# Zero-width space, joiners of words, soft hyphen, marks and overrides of direction, and the
# interlinear annotation marks: nobody sees them, and they hide or turn round what is seen.
_UNSEEN = {
    *range(0x200B, 0x200C),
    *range(0x200E, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFFF9, 0xFFFC),
    0x00AD,
    0x061C,
    0x180E,
    0xFEFF,
}
_SPACES = re.compile(" {2,}")
_EDGES = re.compile(" ?\n ?")


class Paragraph(NamedTuple):
    """A paragraph as a reader found it. `label` is the length of a speaker's label before it,
    in code points of `text`, which is canonical."""

    kind: BlockKind
    text: str
    speaker: str | None = None
    label: int = 0


def canonical(text: str) -> str:
    """NFC without control, unseen or unassigned code points; spaces folded, line ends kept."""
    text = text.replace("\r\n", "\n")
    text = text.translate({ord(character): _plain(character) for character in set(text)})
    return _EDGES.sub("\n", _SPACES.sub(" ", unicodedata.normalize("NFC", text))).strip(" \n")


def line(text: str) -> str:
    """Canonical text on one line."""
    return _SPACES.sub(" ", canonical(text).replace("\n", " "))


def paragraph(kind: BlockKind, text: str) -> Iterator[Paragraph]:
    """The paragraph, or nothing where the text is blank."""
    plain = line(text)
    if plain:
        yield Paragraph(kind, plain)


def assemble(paragraphs: Iterable[Paragraph]) -> tuple[str, tuple[Block, ...]]:
    """The note's text, paragraphs parted by a blank line, and a block for each."""
    texts: list[str] = []
    blocks: list[Block] = []
    position = 0
    for kind, text, speaker, label in paragraphs:
        end = position + len(text)
        blocks.append(Block(kind=kind, start=position + label, end=end, speaker=speaker))
        texts.append(text)
        position = end + 2
    return "\n\n".join(texts), tuple(blocks)


@cache
def _plain(character: str) -> str:
    code = ord(character)
    category = unicodedata.category(character)
    if character in _BREAKS:
        return "\n"
    if character == "\t" or category == "Zs":
        return " "
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return "" if category in {"Cc", "Cs"} or noncharacter or code in _UNSEEN else character
