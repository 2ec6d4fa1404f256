"""Rules on facts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from scenesetter.findings import Finding
from scenesetter.model.fact import Fact
from scenesetter.model.note import Note
from scenesetter.model.terms import folded
from scenesetter.model.topic import NO_TOPIC


def check_facts(facts: Sequence[Fact], notes: Sequence[Note]) -> tuple[Finding, ...]:
    """SRC-04, SRC-05, SRC-06 and ADM-02 of every fact."""
    by_name = {note.name: note for note in notes}
    return tuple(
        finding
        for fact in facts
        for finding in (
            *passages_stand(fact, by_name),
            *words_stand(fact, by_name),
            *speaker_stands(fact, by_name),
            *two_confirm(fact, by_name),
        )
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
    """SRC-05: with the note's words in place of our brackets a fact says its passage, all of it.

    A bracket that the note itself has is one of the passage's words. Of an amended fact the
    original is meant.
    """
    passage = fact.passages[0]
    if _without_ours(fact) != " ".join(passage.exact.split()):
        yield Finding(
            "error",
            "SRC-05",
            passage.note,
            line_of(notes[passage.note], passage.start),
            f"fact {fact.id} does not say what its passage says: “{fact.told[:80]}”",
            "this is a fault of the tool: report it",
        )


def _without_ours(fact: Fact) -> str | None:
    """The text with the note's words where our names stand; None where a bracket is none."""
    pieces: list[str] = []
    place = 0
    for bracket in fact.brackets:
        ours = fact.told[bracket.start : bracket.end]
        if bracket.start < place or not (ours.startswith("[") and ours.endswith("]")):
            return None
        pieces += [fact.told[place : bracket.start], bracket.words]
        place = bracket.end
    return "".join([*pieces, fact.told[place:]])


def speaker_stands(fact: Fact, notes: dict[str, Note]) -> Iterator[Finding]:
    """SRC-06: whoever is quoted is named by the note, under the printed name or in its own words
    for that person."""
    holder = fact.holder
    if not fact.verbatim or holder is None:
        return
    names = (holder.name, holder.name.rpartition(" ")[2], holder.words or holder.name)
    told = [part for passage in fact.passages for part in _words_of(notes[passage.note])]
    if not any(_plain(name) in part for name in names for part in told):
        passage = fact.passages[0]
        yield Finding(
            "error",
            "SRC-06",
            passage.note,
            line_of(notes[passage.note], passage.start),
            f"fact {fact.id} quotes somebody whom its note does not name",
            "this is a fault of the tool: report it; scenesetter facts DIR --explain ID tells more",
        )


def _words_of(note: Note) -> Iterator[str]:
    """All in which a note may name whoever speaks."""
    source = note.source
    yield from (_plain(text) for text in (source.title, source.author, source.publisher) if text)
    yield _plain(note.text)


@lru_cache(maxsize=64)
def _plain(text: str) -> str:
    return " ".join(folded(text).split())


def two_confirm(fact: Fact, notes: dict[str, Note]) -> Iterator[Finding]:
    """ADM-02: what is graded as confirmed stands in notes of at least two publishers."""
    passage = fact.passages[0]
    publishers = {notes[one.note].source.publisher for one in fact.passages} - {None}
    if fact.credibility == 1 and len(publishers) < 2:
        yield Finding(
            "error",
            "ADM-02",
            passage.note,
            line_of(notes[passage.note], passage.start),
            f"fact {fact.id} is graded as confirmed, and fewer than two publishers tell it",
            "this is a fault of the tool: report it",
        )


def off_the_agenda(facts: Sequence[Fact], agenda: Sequence[str], where: str) -> Iterator[Finding]:
    """STR-08: for the desk, how many facts bear on issues that nobody has put on the agenda."""
    if not agenda:
        return
    elsewhere = [fact for fact in facts if not {*fact.issues} & {*agenda, NO_TOPIC}]
    counts = Counter(fact.issues[0] for fact in elsewhere)
    if elsewhere:
        ranked = sorted(counts, key=lambda issue: (-counts[issue], issue))
        listed = ", ".join(f"{issue} {counts[issue]}" for issue in ranked)
        bears = "fact bears" if len(elsewhere) == 1 else "facts bear"
        what = f"{len(elsewhere)} {bears} on issues that are not on the agenda: {listed}"
        hint = "add those that matter to issues under [briefing] in briefing.toml"
        yield Finding("info", "STR-08", where, 0, what, hint)


def line_of(note: Note, offset: int) -> int:
    """Paragraph lines of the canonical text, from 1."""
    return note.text.count("\n", 0, offset) + 1
