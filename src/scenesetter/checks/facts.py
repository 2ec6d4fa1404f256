"""Rules on facts."""

import re
from collections.abc import Iterator, Sequence

from scenesetter.findings import Finding
from scenesetter.model.fact import Fact
from scenesetter.model.note import Note

BRACKETED = re.compile(r"\[[^\[\]]*\]")
REPLACED = 120
"""Code points that a bracket may stand for: a name, a role, an alias with its definition."""


def check_facts(facts: Sequence[Fact], notes: Sequence[Note]) -> tuple[Finding, ...]:
    """SRC-04 and SRC-05 of every fact."""
    by_name = {note.name: note for note in notes}
    return tuple(
        finding
        for fact in facts
        for finding in (*passages_stand(fact, by_name), *words_stand(fact, by_name))
    )


def passages_stand(fact: Fact, notes: dict[str, Note]) -> Iterator[Finding]:
    """SRC-04: a passage's words are the note's, at the offsets given."""
    for passage in fact.passages:
        note = notes[passage.note]
        if note.text[passage.start : passage.end] != passage.exact:
            yield Finding(
                "error",
                "SRC-04",
                passage.note,
                line_of(note, passage.start),
                f"fact {fact.id} does not stand in the note at its offsets",
                "this is a fault of the tool: gather again and report it if it stays",
            )


def words_stand(fact: Fact, notes: dict[str, Note]) -> Iterator[Finding]:
    """SRC-05: outside brackets a fact has its passage's words and figures, all and in order."""
    passage = fact.passages[0]
    words = [re.escape(part.strip()) for part in BRACKETED.split(fact.text)]
    replaced = rf".{{0,{REPLACED}}}?"
    if not re.fullmatch(replaced.join(words), " ".join(passage.exact.split())):
        yield Finding(
            "error",
            "SRC-05",
            passage.note,
            line_of(notes[passage.note], passage.start),
            f"fact {fact.id} does not say what its passage says: “{fact.text[:80]}”",
            "this is a fault of the tool: report it",
        )


def line_of(note: Note, offset: int) -> int:
    """Paragraph lines of the canonical text, from 1."""
    return note.text.count("\n", 0, offset) + 1
