"""What rulings keep from a reader: before anything is merged or composed for them."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from scenesetter.model.fact import Fact, Span
from scenesetter.model.note import Note
from scenesetter.rulings.book import Book

_MARKS = re.compile(r"[^\w\s]*")
"""A full stop and closing quotation marks stand after a passage and go with it."""


def within(book: Book, may_see: Callable[[str | None], bool]) -> Book:
    """Without the texts written in sight of a mark that this reader may not see.

    A fact that several notes tell has the highest of their marks at the desk; for a reader who
    sees the lower note alone it waits, because the person's words may hold the higher one's.
    """
    nothing = {"decision": None, "text": None, "reason": None}
    return book._replace(
        rulings=tuple(
            one
            if one.decision != "amend" or may_see(one.original_marking)
            else one.model_copy(update=nothing)
            for one in book.rulings
        )
    )


def clear_of(facts: Iterable[Fact], withheld: Iterable[Fact]) -> list[Fact]:
    """The facts that share no word of a note with those withheld: a mark on a fact is one on its
    passages, whatever else was read in them."""
    spans = _spans(withheld)
    return [
        fact
        for fact in facts
        if not any(
            _overlaps(spans.get(one.note, []), (one.start, one.end)) for one in fact.passages
        )
    ]


def without(notes: Iterable[Note], withheld: Iterable[Fact]) -> list[Note]:
    """The notes with blanks for the passages of these facts, so that nothing in them tells who
    "he" is or which issue a neighbour bears on; every other word keeps its place."""
    spans = _spans(withheld)
    return [_blanked(note, spans[note.name]) if note.name in spans else note for note in notes]


def _blanked(note: Note, spans: Sequence[Span]) -> Note:
    pieces, place = [], 0
    for start, end in spans:
        close = _MARKS.match(note.text, end)
        after = close.end() if close else end
        pieces += [note.text[place:start], " " * (after - max(place, start))]
        place = after
    text = "".join([*pieces, note.text[place:]])
    blocks = tuple(block for block in note.blocks if text[block.start : block.end].strip())
    return note.model_copy(update={"text": text, "blocks": blocks})


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


def _overlaps(joined: Sequence[Span], span: Span) -> bool:
    place = bisect_left(joined, (span[1], -1))
    return place > 0 and joined[place - 1][1] > span[0]
