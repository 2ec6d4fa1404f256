"""What rulings keep from a reader: before anything is merged or composed for them."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Sequence
from typing import NamedTuple

from scenesetter.model.fact import Fact, Span
from scenesetter.model.note import Block, Note
from scenesetter.model.ruling import Ruling
from scenesetter.rulings.book import Book

_MARKS = re.compile(r"[^\w\s]*")
_OPENING = re.compile(r"(?:^|\s)[“\"‘'(\[]*\Z")
"""A full stop and closing quotation marks stand after a passage, opening ones before it, and go
with it."""
_NOTHING = {"decision": None, "text": None, "reason": None}


class Sight(NamedTuple):
    """What a reader with limits can know: ids of facts, and names of the notes that are his;
    `others` are those of the notes that are kept from him."""

    facts: Container[str]
    notes: Collection[str]
    others: Collection[str] = ()


def within(book: Book, may_see: Callable[[str | None], bool], sight: Sight | None = None) -> Book:
    """Without the texts written in sight of what this reader may not see: of a mark, of a telling
    or of a note; `sight` is None where nothing is kept from him.

    A fact that several notes tell has the highest of their marks at the desk; for a reader who
    sees the lower note alone it waits, because the person's words may hold the higher one's. A
    ruling on a fact that is not there for him does not reach another of the same words either,
    where it was made in sight of a higher mark or of none of his notes.
    """

    def cut(one: Ruling) -> Ruling:
        whole = may_see(one.original_marking) and _whole(one, sight)
        hidden = (one.decision == "amend" and not whole) or _of_others(one, sight)
        changes = {"digest": ""} if _away(one, may_see, sight) else {}
        return one.model_copy(update=changes | (_NOTHING if hidden else {}))

    return book._replace(rulings=tuple(map(cut, book.rulings)))


def _whole(one: Ruling, sight: Sight | None) -> bool:
    """Whether all that was ruled on is in sight."""
    if sight is None:
        return True
    told = all(name in sight.facts for name in (one.fact, *one.same_as))
    return told and all(name in sight.notes for name in one.notes)


def _of_others(one: Ruling, sight: Sight | None) -> bool:
    """Whether it accepts what only notes that are kept from this reader told: the same words of
    his own note are another fact, on which somebody may have decided otherwise."""
    told = sight is not None and one.notes and all(name in sight.others for name in one.notes)
    return one.decision == "accept" and bool(told)


def _away(one: Ruling, may_see: Callable[[str | None], bool], sight: Sight | None) -> bool:
    """Whether it is on a fact that is not there for this reader, who is to know nothing of it."""
    if sight is None or one.fact in sight.facts:
        return False
    theirs = not one.notes or any(name in sight.notes for name in one.notes)
    return not (theirs and may_see(one.original_marking))


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
