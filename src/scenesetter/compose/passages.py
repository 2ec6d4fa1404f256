"""Every fact with the words that it rests on, in their paragraph: for readers who check."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from scenesetter.compose.papers import OTHER, issue_of
from scenesetter.model.fact import Fact, Passage, Span
from scenesetter.model.grade import reliability_of
from scenesetter.model.note import Note
from scenesetter.model.pack import PassageEntry

AROUND = 240
"""Most characters of a paragraph that are shown on either side of a passage."""


class Records(NamedTuple):
    """What the passages of a pack are looked up in."""

    notes: Mapping[str, Note]
    """As these readers have them: what is blank there is told nowhere."""
    titles: Mapping[str, str]
    """Of the issues of the agenda, in its order."""
    numbers: Mapping[str, int]
    """Endnotes by note."""
    printed: Collection[str]
    """Ids of the facts that stand elsewhere in the pack."""


def passages(facts: Sequence[Fact], records: Records) -> tuple[PassageEntry, ...]:
    """By issue of the agenda; then those of no such issue."""
    order = [*records.titles, None]
    in_order = sorted(facts, key=lambda fact: order.index(issue_of(fact, records.titles)))
    return tuple(
        _entry(fact, passage, list(_marked_otherwise(fact, passage, facts)), records)
        for fact in in_order
        for passage in fact.passages
    )


def _marked_otherwise(fact: Fact, passage: Passage, facts: Sequence[Fact]) -> Iterator[Span]:
    """Passages of the note that have another mark: they are no part of this one's context."""
    for other in facts:
        if other.marking != fact.marking:
            for one in other.passages:
                if one.note == passage.note:
                    yield one.start, one.end


def _entry(fact: Fact, passage: Passage, others: Sequence[Span], records: Records) -> PassageEntry:
    note = records.notes[passage.note]
    number, (start, end) = _paragraph(passage, note)
    start = max([start, *(stop for _, stop in others if stop <= passage.start)])
    end = min([end, *(begin for begin, _ in others if begin >= passage.end)])
    return PassageEntry(
        paper=records.titles.get(issue_of(fact, records.titles) or "", OTHER.title),
        fact=fact.id,
        text=fact.text,
        grade=f"{reliability_of(note.source)}{fact.credibility}",
        holder=fact.holder.name if fact.holder else None,
        note=note.name,
        place=f"paragraph {number}",
        exact=" ".join(passage.exact.split()),
        before=_last(note.text[start : passage.start]),
        after=_first(note.text[passage.end : end]),
        source=records.numbers[note.name] if fact.id in records.printed else None,
    )


def _paragraph(passage: Passage, note: Note) -> tuple[int, Span]:
    """Number of its first paragraph, counted over all blocks from 1, and the span of all."""
    touched = [
        (number, block)
        for number, block in enumerate(note.blocks, 1)
        if block.start < passage.end and passage.start < block.end
    ]
    return touched[0][0], (touched[0][1].start, touched[-1][1].end)


def _last(text: str) -> str:
    """The end of a text, of whole words."""
    words = " ".join(text.split())
    return words if len(words) <= AROUND else f"… {words[-AROUND:].partition(' ')[2]}"


def _first(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= AROUND else f"{words[:AROUND].rpartition(' ')[0]} …"
