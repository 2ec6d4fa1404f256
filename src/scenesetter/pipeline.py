"""The only module that knows the order: read, gather, merge, compose, fill, print, check, write."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple

from scenesetter import store
from scenesetter.cache import Cache
from scenesetter.checks.facts import check_facts
from scenesetter.checks.pack import check_pack
from scenesetter.compose.cut import ceiling_of, may_see, visible, withheld
from scenesetter.compose.pack import Material, compose
from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.gather.engagement.naming import names_in
from scenesetter.gather.people.people import people_of, roster
from scenesetter.merge.conflicts import conflicts, with_contradictions
from scenesetter.merge.merge import merge
from scenesetter.model.audience import Audience
from scenesetter.model.conflict import Conflict
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Fact
from scenesetter.model.note import Note
from scenesetter.model.pack import Pack
from scenesetter.opening import Opened, at, open_briefing
from scenesetter.per_issue import (
    noticed_at_desk,
    noticed_in_pack,
    offer,
    unanswered,
    withheld_lines,
)
from scenesetter.per_note import Frame, Progress, gather_notes
from scenesetter.renderers.environment import fill
from scenesetter.rendering import files_of, printer_for, render
from scenesetter.rulings.apply import apply, raised
from scenesetter.rulings.cut import clear_of, within, without
from scenesetter.rulings.noticed import noticed as noticed_in_rulings
from scenesetter.settings import Format, Settings


class Gathered(NamedTuple):
    """What the given notes hold."""

    facts: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...]
    people: tuple[Person, ...]
    left_out: dict[str, int]


class Built(NamedTuple):
    """The files written, and what was noticed on the way."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]
    packs: tuple[Pack, ...]


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
    return Gathered(with_contradictions(merged, contrary), contrary, known.people, dict(left_out))


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
    facts = [fact for fact in ruled.facts if fact.id not in held]
    if len(facts) == len(gathered.facts):
        return gathered._replace(facts=tuple(facts)), 0
    printed = {fact.id for fact in facts}
    contrary = conflicts(fact for fact in gathered.facts if fact.id in printed)
    alone = [fact.model_copy(update={"contradicts": ()}) for fact in facts]
    kept = gathered._replace(facts=with_contradictions(alone, contrary), conflicts=contrary)
    return kept, len(held)


def gather_all(settings: Settings, progress: Progress) -> tuple[Opened, Gathered]:
    """For the desk: the facts of all notes, whatever their marks and whatever is ruled on them."""
    opened = open_briefing(settings.folder, _cache(settings), progress)
    gathered = gather(opened, opened.notes, progress)
    opened.cache.prune()
    noticed = [
        *check_facts(gathered.facts, opened.notes),
        *_of_rulings(opened, gathered.facts),
        *noticed_at_desk(opened.points, gathered.facts, _ruled(opened, gathered)),
    ]
    return opened._replace(of_folder=(*opened.of_folder, *noticed)), gathered


def _of_rulings(opened: Opened, facts: Sequence[Fact]) -> Iterator[Finding]:
    """For the desk, what is wrong with the rulings and how many facts wait for one."""
    briefing, scheme = opened.folder.briefing, opened.scheme
    issues = [topic.name for topic in opened.topics]
    yield from noticed_in_rulings(facts, opened.book, scheme, issues, briefing.marking)
    waiting = len(apply(facts, opened.book, scheme, briefing.marking).waiting)
    if waiting and not briefing.unreviewed:
        yield _held_back(opened, waiting, "are printed for nobody")


def _held_back(opened: Opened, count: int, what: str) -> Finding:
    path, _, line = opened.folder.place("briefing", "unreviewed").rpartition(":")
    hint = f"scenesetter review {opened.folder.root}"
    return Finding(
        "warning",
        "RUL-05",
        path,
        int(line),
        f"not accepted yet: {count} of the facts, which {what}",
        hint,
    )


def _ruled(opened: Opened, gathered: Gathered) -> tuple[Fact, ...]:
    """What rulings leave for those who may see everything."""
    return printable(opened, gathered, len(opened.scheme.levels))[0].facts


def build(settings: Settings, progress: Progress) -> Built:
    """Build the packs of a folder; nothing is written unless every one of them is whole."""
    with ExitStack() as stack:
        # First of all: the printer loads WeasyPrint while the notes are read and gathered.
        printer = (
            stack.enter_context(printer_for(settings)) if Format.pdf in settings.formats else None
        )
        opened = open_briefing(settings.folder, _cache(settings), progress)
        audiences = _audiences(settings, opened)
        findings = _told(opened, audiences)
        rendered = []
        for pack, noticed in _packs(opened, audiences, progress):
            findings += noticed
            rendered.append(render(pack, opened.library, printer, settings))
        files: dict[str, bytes] = {}
        opened.cache.prune()
        for done, one in enumerate(rendered):
            progress("printing", done, len(rendered))
            made, noticed = files_of(one, settings.formats)
            files |= made
            findings += noticed
    folder = settings.output / opened.folder.briefing.slug
    written = store.publish(folder, files)
    packs = tuple(one.pack for one in rendered)
    return Built(tuple(written), tuple(dict.fromkeys(findings)), packs)


def _cache(settings: Settings) -> Cache:
    return Cache(settings.folder, keeps=settings.keeps)


def check(settings: Settings, progress: Progress) -> tuple[Finding, ...]:
    """All findings; writes and prints nothing."""
    opened, gathered = gather_all(settings, progress)
    findings = list(opened.findings)
    desk = _ruled(opened, gathered)
    for pack, noticed in _packs(opened, _audiences(settings, opened), progress, desk):
        findings += noticed
        fill(f"audiences/{pack.audience}/pack.md.j2", pack, opened.library.folders)
    opened.cache.prune()
    return tuple(dict.fromkeys(findings))


def write_facts(settings: Settings, slug: str, facts: Sequence[Fact]) -> tuple[Path, ...]:
    """Write `facts/<issue>.jsonl`, each fact in the file of the issue it bears on most."""
    files: dict[str, list[str]] = {}
    for fact in facts:
        lines = files.setdefault(f"facts/{fact.issues[0]}.jsonl", [])
        lines.append(fact.model_dump_json() + "\n")
    content = {name: "".join(lines).encode() for name, lines in sorted(files.items())}
    return tuple(store.publish(settings.output / slug, content))


def offer_points(opened: Opened, gathered: Gathered) -> tuple[list[Path], list[Finding]]:
    """Start the points files that are not there yet, for the agenda that somebody has set."""
    briefing = opened.folder.briefing
    waiting = unanswered(_ruled(opened, gathered), opened.points, briefing.engagement)
    offered = list(offer(opened.folder.root, briefing.issues, opened.topics, waiting))
    return (
        [one for one in offered if isinstance(one, Path)],
        [one for one in offered if isinstance(one, Finding)],
    )


def _audiences(settings: Settings, opened: Opened) -> tuple[Audience, ...]:
    """Those asked for, or the briefing's, or every one that there is."""
    library, folder = opened.library, opened.folder
    if settings.audiences:
        return tuple(map(library.audience, dict.fromkeys(settings.audiences)))
    chosen: dict[str, Audience] = {}
    for number, name in enumerate(folder.briefing.audiences):
        with at(folder.place("briefing", "audiences", number)):
            chosen[name] = library.audience(name)
    return tuple(chosen.values()) or library.audiences()


def _told(opened: Opened, audiences: Sequence[Audience]) -> list[Finding]:
    """What a build says: nothing of a note that none of its audiences may see.

    The log of a build travels with its packs; `check` and `gather` stay at the desk and tell all.
    """
    ceiling = max(ceiling_of(audience, opened.scheme) for audience in audiences)
    briefing, scheme = opened.folder.briefing, opened.scheme
    of_notes = [one for mark, one in opened.of_notes if may_see(mark, briefing, scheme, ceiling)]
    cut = withheld(opened.notes, briefing, scheme, audiences, opened.where)
    return [*opened.of_folder, *of_notes, *cut]


def _packs(
    opened: Opened,
    audiences: Sequence[Audience],
    progress: Progress,
    desk: Sequence[Fact] | None = None,
) -> Iterator[tuple[Pack, list[Finding]]]:
    """A pack for each audience, from the notes that it may see and from nothing else.

    With the facts of the desk it is also told what an audience does not get of the points.
    """
    briefing = opened.folder.briefing
    gathered: dict[int, tuple[tuple[Note, ...], Gathered, int]] = {}
    for audience in audiences:
        ceiling = ceiling_of(audience, opened.scheme)
        _refuse_above(opened, audience, ceiling)
        if ceiling not in gathered:
            notes = visible(opened.notes, briefing, opened.scheme, ceiling)
            found = gather(opened, notes, progress, ceiling)
            gathered[ceiling] = (notes, *printable(opened, found, ceiling))
        notes, found, held = gathered[ceiling]
        may_read = partial(may_see, briefing=briefing, scheme=opened.scheme, ceiling=ceiling)
        points = [one for one in opened.points if may_read(one.marking)]
        material = Material(
            briefing,
            notes,
            found.facts,
            found.conflicts,
            _presented(opened, found),
            opened.topics,
            opened.scheme,
            points,
        )
        pack = compose(material, audience)
        noticed = [*check_facts(found.facts, notes), *check_pack(pack, opened.where)]
        noticed += noticed_in_pack(points, found.facts, pack, audience, opened.where)
        if desk is not None:
            noticed += withheld_lines(opened.points, desk, found.facts, may_read, audience)
        if held:
            noticed.append(_held_back(opened, held, f"are not printed for {audience.name}"))
        yield pack, noticed


def _refuse_above(opened: Opened, audience: Audience, ceiling: int) -> None:
    """A briefing whose own mark is above an audience has no pack for it, not even a title."""
    marking = opened.folder.briefing.marking
    rank = opened.scheme.rank(marking) if marking is not None else 0
    levels = ", ".join(level.name for level in opened.scheme.levels)
    if rank is None:
        raise UserError(
            opened.where,
            f"the marking “{marking}” is no level of the scheme {opened.scheme.name}",
            f"the levels are: {levels}",
        )
    if rank > ceiling:
        raise UserError(
            opened.where,
            f"the briefing is marked {marking}, above the ceiling of the audience {audience.name}",
            "choose others with --audience, or set [ceiling] in the audience's audience.toml",
        )


def _presented(opened: Opened, gathered: Gathered) -> tuple[Person, ...]:
    """The engagement's people, or those whom the notes place on a side and quote."""
    people = opened.folder.briefing.engagement.people
    if people:
        return people
    holders = [fact.holder.name for fact in gathered.facts if fact.holder]
    sides = [person for person in gathered.people if person.party and person.name in holders]
    return tuple(sorted(sides, key=lambda person: (-holders.count(person.name), person.name))[:12])
