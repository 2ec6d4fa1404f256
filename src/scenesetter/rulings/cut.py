"""What rulings keep from a reader: before anything is merged or composed for them."""

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Sequence

from scenesetter.model.fact import Fact, Span
from scenesetter.model.note import Block, Note
from scenesetter.model.ruling import Ruling
from scenesetter.rulings.book import Book

_MARKS = re.compile(r"[^\w\s]*")
_OPENING = re.compile(r"(?:^|\s)[“\"‘'(\[]*\Z")
"""A full stop and closing quotation marks stand after a passage, opening ones before it, and go
with it."""


def within(
    book: Book, may_see: Callable[[str | None], bool], known: Container[str] | None = None
) -> Book:
    """Without the texts written in sight of what this reader may not see: of a mark, or of a
    telling whose id is not among those `known` to him; None where nothing is kept from him.

    A fact that several notes tell has the highest of their marks at the desk; for a reader who
    sees the lower note alone it waits, because the person's words may hold the higher one's. A
    ruling on a fact that is not there for him does not reach another of the same words either,
    where it was made in sight of a higher mark.
    """
    nothing = {"decision": None, "text": None, "reason": None}

    def may_read(one: Ruling) -> bool:
        seen = known is None or all(told in known for told in (one.fact, *one.same_as))
        return seen and may_see(one.original_marking)

    def cut(one: Ruling) -> Ruling:
        away = known is not None and one.fact not in known and not may_see(one.original_marking)
        changes = {"digest": ""} if away else {}
        hidden = one.decision == "amend" and not may_read(one)
        return one.model_copy(update=changes | (nothing if hidden else {}))

    return book._replace(rulings=tuple(map(cut, book.rulings)))


def without(notes: Iterable[Note], withheld: Iterable[Fact]) -> tuple[Note, ...]:
    """The notes as if the passages of these facts had never been written: nothing in them tells
    who "he" is, which issue a neighbour bears on, or how much is gone."""
    spans = _spans(withheld)
    return tuple(
        _shortened(note, spans[note.name]) if note.name in spans else note for note in notes
    )


def _shortened(note: Note, spans: Sequence[Span]) -> Note:
    """A paragraph of which nothing is left goes with its label and the blank line before it."""
    pieces: list[str] = []
    blocks: list[Block] = []
    read = written = 0
    for block in note.blocks:
        lead, text = note.text[read : block.start], _left(note.text, block, spans)
        read = block.end
        if not text and block.start < block.end:
            continue
        lead = lead if pieces else lead.lstrip("\n")
        start = written + len(lead)
        written = start + len(text)
        pieces += [lead, text]
        blocks.append(block.model_copy(update={"start": start, "end": written}))
    pieces.append(note.text[read:])
    return note.model_copy(update={"text": "".join(pieces), "blocks": tuple(blocks)})


def _left(text: str, block: Block, spans: Sequence[Span]) -> str:
    """What is left of a block, sentences still parted by one space."""
    pieces, place = [], block.start
    for start, end in spans:
        if end <= block.start or start >= block.end:
            continue
        closing = _MARKS.match(text, end, block.end) if end < block.end else None
        pieces.append(_OPENING.sub("", text[place : max(place, start)]))
        place = min(block.end, max(place, closing.end() if closing else end))
    if not pieces:
        return text[block.start : block.end]
    pieces.append(text[place : block.end])
    return " ".join(piece for one in pieces if (piece := one.strip()))


def _spans(facts: Iterable[Fact]) -> dict[str, list[Span]]:
    """Where their passages stand, by note."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for fact in facts:
        for passage in fact.passages:
            spans[passage.note].append((passage.start, passage.end))
    return {note: _joined(sorted(found)) for note, found in spans.items()}


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Sorted spans, those that touch as one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
