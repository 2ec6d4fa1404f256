"""Endnotes: the notes that a pack cites, numbered in the order of their first citation."""

from collections.abc import Iterable, Sequence

from scenesetter.model.edtf import in_words
from scenesetter.model.fact import Fact
from scenesetter.model.note import Note, Source
from scenesetter.model.pack import SourceEntry


def numbered(facts: Iterable[Fact]) -> dict[str, int]:
    """Endnote number by note, for facts in the order in which they are printed."""
    numbers: dict[str, int] = {}
    for fact in facts:
        for passage in fact.passages:
            numbers.setdefault(passage.note, len(numbers) + 1)
    return numbers


def entries(
    numbers: dict[str, int], notes: Sequence[Note], facts: Iterable[Fact]
) -> tuple[SourceEntry, ...]:
    by_name = {note.name: note for note in notes}
    starts: dict[str, set[int]] = {}
    for fact in facts:
        for passage in fact.passages:
            starts.setdefault(passage.note, set()).add(passage.start)
    return tuple(_entry(number, by_name[name], starts[name]) for name, number in numbers.items())


def _entry(number: int, note: Note, starts: set[int]) -> SourceEntry:
    source = note.source
    wanted = {
        "author": source.author,
        "publisher": source.publisher,
        "date of publication": source.published,
    }
    return SourceEntry(
        number=number,
        note=note.name,
        citation=_citation(source),
        url=source.url,
        marking=source.marking,
        paragraphs=_paragraphs(note, starts),
        missing=tuple(name for name, value in wanted.items() if value is None),
        descriptor=_descriptor(source),
    )


def _citation(source: Source) -> str:
    """Author, “Title”, publisher, number, date; what is not known is left to `missing`."""
    title = f"“{source.title}”" if source.title else "Untitled"
    published = in_words(source.published) if source.published else None
    parts = (source.author, title, source.publisher, source.document, published)
    return ", ".join(part for part in parts if part)


def _descriptor(source: Source) -> str | None:
    """What a reader must know of it (SRC-08), whether the whole of it was read (SRC-12), and
    whether a model wrote it (SRC-13)."""
    told = " ".join((source.descriptor or "").split()).rstrip(".")
    part = "only part of it was at hand" if source.truncated else ""
    model = f"drafted by a model: {source.drafted_by_model}" if source.drafted_by_model else ""
    return "; ".join(one for one in (told, part, model) if one) or None


def _paragraphs(note: Note, starts: set[int]) -> str:
    """Paragraphs are counted over all blocks of the note, from 1."""
    numbers = sorted({1 + sum(block.end <= start for block in note.blocks) for start in starts})
    if len(numbers) == 1:
        return f"paragraph {numbers[0]}"
    words = [word for first, last in _runs(numbers) for word in _run(first, last)]
    return "paragraphs " + " and ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of the numbers that follow each other."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        first = runs.pop()[0] if runs and runs[-1][1] == number - 1 else number
        runs.append((first, number))
    return runs


def _run(first: int, last: int) -> list[str]:
    """Only three or more are told by the first and the last."""
    return [f"{first}–{last}"] if last - first > 1 else [str(first), str(last)][: last - first + 1]
