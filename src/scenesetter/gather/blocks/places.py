"""What a rule on the kind of a block may need to know of its surroundings."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scenesetter.gather.blocks.furniture import (
    ABBREVIATED,
    COMMENTS,
    ELSEWHERE,
    PLAIN,
    SENTENCE_END,
    label,
)
from scenesetter.model.note import Block, Note

SENTENCE = 12
"""Words that the first sentence of a text has more than, and a line of its head not."""

LAST = 3
"""Finished paragraphs at the end of a note that may speak of its author."""

FEWEST_BELOW = 3

MOST = 2 / 3
"""Share of a note's prose above its readers' comments."""

NEARLY_ALL = 0.9
"""The same above the links at its end: a box of such links may stand in the middle."""

ENDING_LENGTH = 50
LONGEST_NAME = 400
"""Characters of a title or an author's name."""


class Place(NamedTuple):
    """A block with what a rule may need to know of its surroundings."""

    text: str
    block: Block
    words: int
    closed: bool
    """It ends as a sentence does."""
    head: bool
    """It stands before the first sentence of the note."""
    headline: bool
    """It stands where a headline does: first, above at least FEWEST_BELOW finished paragraphs."""
    deck: bool
    """It follows a first line that ends with a semicolon, as databases join headline and deck."""
    lead: bool
    """It is that first sentence's block, where a wire story has its dateline."""
    transcript: bool
    repeats: bool
    """Its words stand elsewhere in the note, in an earlier block or a longer one."""
    names_author: bool
    names_title: bool
    listed: bool
    """A neighbour is an unfinished line as well: it is an item of a list."""
    below: bool
    """The text has ended: a line above it says so ("Related stories")."""
    last: bool
    """It is among the last finished paragraphs, where the author is told of."""


def places(note: Note) -> Iterator[Place]:
    texts = [note.text[block.start : block.end] for block in note.blocks]
    closed = [_is_closed(text) for text in texts]
    counts = [len(text.split(None, 60)) for text in texts]
    transcript = any(block.speaker for block in note.blocks)
    finished = [n for n, block in enumerate(note.blocks) if block.kind == "body" and closed[n]]
    last = frozenset(() if transcript else finished[-LAST:])
    first = _first(note.blocks, [n for n in finished if counts[n] > SENTENCE])
    headline = None if note.source.title else _headline(note.blocks, finished)
    end = len(texts) if transcript else _end(note.blocks, texts, closed)
    repeats = _repeats(note.blocks, texts)
    author, title = _plain(note.source.author or ""), _plain(note.source.title or "")
    for number, (block, text) in enumerate(zip(note.blocks, texts, strict=True)):
        around = [n for n in (number - 1, number + 1) if 0 <= n < len(texts)]
        plain = _plain(text[:LONGEST_NAME])
        yield Place(
            text=text,
            block=block,
            words=counts[number],
            closed=closed[number],
            head=number < first,
            headline=number == headline,
            deck=headline is not None and number == headline + 1 and texts[headline][-1] == ";",
            lead=number == first,
            transcript=transcript,
            repeats=number in repeats,
            names_author=bool(plain) and plain == author,
            names_title=bool(plain) and plain == title,
            listed=any(note.blocks[n].kind == "body" and not closed[n] for n in around),
            below=number >= end,
            last=number in last,
        )


def _first(blocks: Sequence[Block], sentences: Sequence[int]) -> int:
    """Number of the block with which the text begins: the first turn, or the first sentence."""
    turns = (number for number, block in enumerate(blocks) if block.speaker)
    return next(turns, sentences[0] if sentences else 0)


def _headline(blocks: Sequence[Block], finished: Sequence[int]) -> int | None:
    """Number of the first block of the body, where no heading stands above it and an article,
    no talk, follows."""
    text = (n for n, block in enumerate(blocks) if block.kind in {"body", "heading"})
    first = next(text, None)
    below = sum(number != first for number in finished)
    spoken = any(block.speaker for block in blocks)
    if first is None or spoken or below < FEWEST_BELOW:
        return None
    return first if blocks[first].kind == "body" else None


def _end(blocks: Sequence[Block], texts: Sequence[str], closed: Sequence[bool]) -> int:
    """Number of the first line that ends the text, where most of the prose stands above it."""
    prose = [
        len(text.split()) if block.kind == "body" and ends else 0
        for block, text, ends in zip(blocks, texts, closed, strict=True)
    ]
    above, whole = 0, sum(prose)
    for number, words in enumerate(prose):
        told = label(texts[number]) if len(texts[number]) < ENDING_LENGTH else ""
        least = MOST if told in COMMENTS else NEARLY_ALL if told in ELSEWHERE else 2
        if above >= least * whole > 0:
            return number
        above += words
    return len(texts)


def _plain(text: str) -> str:
    return " ".join(PLAIN.findall(text.lower()))


def _is_closed(text: str) -> bool:
    """It ends as a sentence does, not with "Washington, D.C." """
    abbreviated = len(text) < 50 and ABBREVIATED.search(text)
    return not abbreviated and SENTENCE_END.search(text[-6:]) is not None


def _repeats(blocks: Sequence[Block], texts: Sequence[str]) -> set[int]:
    """Numbers of the blocks whose words all stand in a longer block of the text, or in an earlier
    one; a box of links may well repeat the text's first paragraph.

    Six words in a row are compared at a time: a quotation pulled out for show ends otherwise
    than the sentence it is from.
    """
    words = [
        [] if block.kind in {"navigation", "promotion"} else PLAIN.findall(text.lower())
        for block, text in zip(blocks, texts, strict=True)
    ]
    seen: set[tuple[str, ...]] = set()
    found: set[int] = set()
    for number in sorted(range(len(texts)), key=lambda number: -len(words[number])):
        told = words[number]
        runs = {tuple(told[at : at + 6]) for at in range(max(1, len(told) - 5))}
        if runs <= seen and told and blocks[number].speaker is None:
            found.add(number)
        seen |= runs
    return found
