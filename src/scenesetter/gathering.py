"""The facts of some of the notes: gathered, merged, cut and ruled on."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from scenesetter.compose.cut import may_see
from scenesetter.gather.engagement.naming import names_in
from scenesetter.gather.people.people import people_of, roster
from scenesetter.merge.conflicts import conflicts, with_contradictions
from scenesetter.merge.merge import merge
from scenesetter.model.conflict import Conflict
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Fact
from scenesetter.model.note import Note
from scenesetter.opening import Opened
from scenesetter.per_note import Frame, Progress, gather_notes
from scenesetter.rulings.apply import apply, raised
from scenesetter.rulings.cut import clear_of, within, without


class Gathered(NamedTuple):
    """What the given notes hold."""

    facts: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...]
    people: tuple[Person, ...]
    left_out: dict[str, int]
    read: tuple[Note, ...] = ()
    """The notes as these readers may see them: blanks where something is withheld."""
    waiting: frozenset[str] = frozenset()
    """Ids of the facts that nobody has ruled on."""


def gather(
    opened: Opened,
    notes: Sequence[Note],
    progress: Progress,
    ceiling: int | None = None,
    withheld: Sequence[Fact] = (),
) -> Gathered:
    """The merged facts of some of the notes: nothing of any other note has a part in them.

    With a ceiling, no passage has that a ruling marks above it: it is as never written, and so
    are the passages of the facts `withheld`.
    """
    engagement = opened.folder.briefing.engagement
    read = without(notes, withheld)
    introduced = [
        (note.name, opened.introduced[note.name] if note is whole else people_of(note))
        for note, whole in zip(read, notes, strict=True)
    ]
    known = roster(engagement, introduced)
    more = names_in(engagement.title) if opened.folder.bare else ()
    frame = Frame(engagement, known, opened.topics, more)
    found = gather_notes(read, frame, opened.cache, progress)
    left_out = sum((Counter(one.left_out) for one in found), Counter[str]())
    facts = clear_of((fact for one in found for fact in one.facts), withheld)
    merged = merge(facts, opened.scheme, {note.name: note.source for note in notes})
    if above := _above(opened, merged, ceiling):
        return gather(opened, notes, progress, ceiling, [*withheld, *above])
    contrary = conflicts(merged)
    together = with_contradictions(merged, contrary)
    return Gathered(together, contrary, known.people, dict(left_out), tuple(read))


def _above(opened: Opened, facts: Sequence[Fact], ceiling: int | None) -> list[Fact]:
    """Those that a ruling marks above the ceiling."""
    if ceiling is None:
        return []
    briefing, scheme = opened.folder.briefing, opened.scheme
    marked = raised(facts, opened.book, scheme, briefing.marking)
    return [fact for fact in marked if not may_see(fact.marking, briefing, scheme, ceiling)]


def printable(opened: Opened, gathered: Gathered, ceiling: int) -> tuple[Gathered, int]:
    """What rulings leave to print for a ceiling, and how many facts are held back until somebody
    has accepted them; what is not printed contradicts nothing."""
    briefing, scheme = opened.folder.briefing, opened.scheme
    seen = within(opened.book, lambda mark: may_see(mark, briefing, scheme, ceiling))
    ruled = apply(gathered.facts, seen, scheme, briefing.marking)
    held = frozenset[str]() if briefing.unreviewed else ruled.waiting
    gathered = gathered._replace(waiting=ruled.waiting)
    facts = [fact for fact in ruled.facts if fact.id not in held]
    if len(facts) == len(gathered.facts):
        return gathered._replace(facts=tuple(facts)), 0
    printed = {fact.id for fact in facts}
    contrary = conflicts(fact for fact in gathered.facts if fact.id in printed)
    alone = [fact.model_copy(update={"contradicts": ()}) for fact in facts]
    kept = gathered._replace(facts=with_contradictions(alone, contrary), conflicts=contrary)
    return kept, len(held)
