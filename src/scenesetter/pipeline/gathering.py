"""The facts of some of the notes: gathered, merged, cut and ruled on."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from scenesetter.compose.cut import Cut
from scenesetter.gather.engagement.naming import names_in
from scenesetter.gather.people.people import people_of, roster
from scenesetter.merge.conflicts import conflicts, with_contradictions
from scenesetter.merge.merge import merge
from scenesetter.model.conflict import Conflict
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Fact
from scenesetter.model.note import Note
from scenesetter.pipeline.opening import Opened
from scenesetter.pipeline.per_note import Frame, Progress, gather_notes
from scenesetter.rulings.apply import apply, placed
from scenesetter.rulings.book import Book
from scenesetter.rulings.cut import Sight, within, without


class Gathered(NamedTuple):
    """What the given notes hold."""

    facts: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...]
    people: tuple[Person, ...]
    left_out: dict[str, int]
    read: tuple[Note, ...] = ()
    """The notes as a reader may see them: without what is kept from him."""
    waiting: frozenset[str] = frozenset()
    """Ids of the facts that nobody has ruled on."""
    kept_back: frozenset[str] = frozenset()
    """Ids of the facts that were there before what is kept from a reader was taken out."""


def gather(
    opened: Opened, notes: Sequence[Note], progress: Progress, cut: Cut | None = None
) -> Gathered:
    """The merged facts of some of the notes: nothing of any other note has a part in them.

    For a reader nothing has that a ruling or a limit keeps from him either: such passages are taken
    out, and what is left is gathered anew, until nothing of the kind is left. A note of which a
    reader with limits gets no fact is none of his: its name alone would tell of it.
    """
    gathered = _gathered(opened, notes, progress)
    while cut and (left := _left(opened, gathered, cut)) != gathered.read:
        there = gathered.kept_back | _ids(gathered.facts)
        gathered = _gathered(opened, left, progress)._replace(kept_back=there)
    return gathered


def _left(opened: Opened, gathered: Gathered, cut: Cut) -> tuple[Note, ...]:
    """The notes without what this reader may not see, as far as that is known of these facts."""
    notes = gathered.read
    if kept_back := cut.withheld(_ruled_on(opened, gathered, cut)):
        return without(notes, kept_back)
    told = {passage.note for fact in gathered.facts for passage in fact.passages}
    return notes if cut.sees_all else tuple(note for note in notes if note.name in told)


def _gathered(opened: Opened, notes: Sequence[Note], progress: Progress) -> Gathered:
    engagement = opened.folder.briefing.engagement
    read = {note.name: note for note in opened.notes}
    introduced = [
        (note.name, opened.introduced[note.name] if note is read[note.name] else people_of(note))
        for note in notes
    ]
    known = roster(engagement, introduced)
    more = names_in(engagement.title) if opened.folder.bare else ()
    frame = Frame(engagement, known, opened.topics, more)
    found = gather_notes(notes, frame, opened.cache, progress)
    left_out = sum((Counter(one.left_out) for one in found), Counter[str]())
    sources = {note.name: note.source for note in notes}
    merged = merge([fact for one in found for fact in one.facts], opened.scheme, sources)
    contrary = conflicts(merged)
    facts = with_contradictions(merged, contrary)
    return Gathered(facts, contrary, known.people, dict(left_out), tuple(notes))


def _ruled_on(opened: Opened, gathered: Gathered, cut: Cut) -> tuple[Fact, ...]:
    """All the facts, rejected ones too, with the marks and issues that rulings give them."""
    book = _book_for(opened, gathered, cut)
    return placed(gathered.facts, book, opened.scheme, opened.folder.briefing.marking)


def _book_for(opened: Opened, gathered: Gathered, cut: Cut) -> Book:
    """The rulings as they bear on what this reader may see."""
    notes = frozenset(note.name for note in cut.notes(opened.notes))
    others = frozenset(note.name for note in opened.notes) - notes
    sight = None if cut.sees_all else Sight(_ids(gathered.facts), notes, others)
    return within(opened.book, cut.sees, sight)._replace(kept_back=gathered.kept_back)


def _ids(facts: Sequence[Fact]) -> frozenset[str]:
    return frozenset(name for fact in facts for name in (fact.id, *fact.same_as))


def printable(opened: Opened, gathered: Gathered, cut: Cut) -> tuple[Gathered, tuple[Fact, ...]]:
    """What rulings leave to print for a reader, and the facts held back until somebody has
    accepted them; what is not printed contradicts nothing."""
    briefing = opened.folder.briefing
    seen = _book_for(opened, gathered, cut)
    ruled = apply(gathered.facts, seen, opened.scheme, briefing.marking)
    held = ruled.doubted if briefing.unreviewed else ruled.waiting
    gathered = gathered._replace(waiting=ruled.waiting)
    facts = [cut.heard(fact) for fact in ruled.facts if fact.id not in held]
    if len(facts) == len(gathered.facts):
        return gathered._replace(facts=tuple(facts)), ()
    printed = {fact.id for fact in facts}
    contrary = conflicts(fact for fact in gathered.facts if fact.id in printed)
    alone = [fact.model_copy(update={"contradicts": ()}) for fact in facts]
    kept = gathered._replace(facts=with_contradictions(alone, contrary), conflicts=contrary)
    return kept, tuple(cut.heard(fact) for fact in ruled.facts if fact.id in held)
