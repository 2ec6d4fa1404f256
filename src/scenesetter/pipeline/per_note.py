"""What is done with each note by itself: read, and gathered once everybody is known."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from scenesetter.cache import Cache, Slot, key
from scenesetter.findings import Finding
from scenesetter.gather.blocks.kinds import classify
from scenesetter.gather.engagement.focus import focus
from scenesetter.gather.facts import Gathered, Subject, facts_of
from scenesetter.gather.issues import IssueScorer
from scenesetter.gather.people.mentions import Roster
from scenesetter.gather.people.people import people_of
from scenesetter.model.engagement import Engagement, Person
from scenesetter.model.fact import Fact
from scenesetter.model.note import Note, Source
from scenesetter.model.topic import Topic
from scenesetter.model.value import Value
from scenesetter.parallel import each
from scenesetter.readers.reader import LARGEST, read

HEAVY = 600_000
"""Bytes of notes to read, or code points to gather from, that take longer than starting processes
does (measured: about a second)."""

Progress = Callable[[str, int, int], None]
"""Told of each step: what is done, how many of how many."""

_Note = TypeVar("_Note")
_Common = TypeVar("_Common")
_Done = TypeVar("_Done", bound=Value)


class _Job(NamedTuple, Generic[_Note]):
    """`slot` is None where the result is not to be kept; `weight` tells how long it takes."""

    note: _Note
    slot: Slot | None
    weight: int


class _Step(NamedTuple, Generic[_Common, _Note, _Done]):
    """What is done with each note: of what all share, the function of one."""

    name: str
    work: Callable[[_Common], Callable[[_Note], _Done]]
    form: type[_Done]


class Unread(NamedTuple):
    """A file that may be a note, and what a person wrote of its source."""

    name: str
    path: Path
    given: Source


class ReadNote(Value):
    """A note with its blocks classified, None where it cannot be read, and whom it introduces."""

    note: Note | None
    findings: tuple[Finding, ...]
    people: tuple[Person, ...]


class Frame(NamedTuple):
    """What the facts of every note are gathered for; `more` are further names to look for."""

    engagement: Engagement
    roster: Roster
    topics: tuple[Topic, ...]
    more: tuple[str, ...]


class NoteFacts(Value):
    """The facts of one note, and what made none, by reason."""

    facts: tuple[Fact, ...]
    left_out: dict[str, int]


def read_notes(files: Sequence[Unread], cache: Cache, progress: Progress) -> list[ReadNote]:
    """The notes in the order given; one that cannot be read is a finding."""
    jobs = [_Job(file, _slot_of(file), _size(file.path)) for file in files]
    return _each(_Step("reading", _reader, ReadNote), None, jobs, cache, progress)


def gather_notes(
    notes: Sequence[Note], frame: Frame, cache: Cache, progress: Progress
) -> list[NoteFacts]:
    """The facts of the notes in the order given."""
    known = (*frame.roster.people, *frame.roster.parties, *frame.topics, frame.engagement)
    told = key(*(value.model_dump_json() for value in known), *frame.more)
    jobs = [
        _Job(
            note,
            Slot(
                _digest(note.name, note.source.sha256 or ""),
                key("facts", told, note.model_dump_json()),
            ),
            len(note.text),
        )
        for note in notes
    ]
    return _each(_Step("gathering", _gatherer, NoteFacts), frame, jobs, cache, progress)


def _each(
    step: _Step[_Common, _Note, _Done],
    common: _Common,
    jobs: Sequence[_Job[_Note]],
    cache: Cache,
    progress: Progress,
) -> list[_Done]:
    """What is kept, and the rest made now; each result is kept as soon as it is there."""
    done = {
        place: kept
        for place, job in enumerate(jobs)
        if job.slot and (kept := cache.get(job.slot, step.form))
    }
    left = [place for place in range(len(jobs)) if place not in done]
    heavy = sum(jobs[place].weight for place in left) > HEAVY
    made = each(step.work, common, [jobs[place].note for place in left], heavy=heavy)
    for place, result in zip(left, made, strict=True):
        progress(step.name, len(done), len(jobs))
        done[place] = result
        if slot := jobs[place].slot:
            cache.put(slot, result)
    return [done[place] for place in range(len(jobs))]


def _slot_of(file: Unread) -> Slot | None:
    """None where the file cannot be read, which the reader is to tell."""
    try:
        if not file.path.is_file() or _size(file.path) > LARGEST:
            return None
        content = file.path.read_bytes()
    except (OSError, ValueError):
        return None
    made_from = key("note", str(file.path), file.name, file.given.model_dump_json(), content)
    return Slot(_digest(file.name, hashlib.sha256(content).hexdigest()), made_from)


def _digest(name: str, sha256: str) -> str:
    """Of a note: its name and the bytes of its file."""
    return hashlib.sha256(f"{sha256} {name}".encode("utf-8", "surrogateescape")).hexdigest()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _reader(_: None) -> Callable[[Unread], ReadNote]:
    return _read


def _read(file: Unread) -> ReadNote:
    note, findings = read(file.path, file.name, file.given)
    if note is None:
        return ReadNote(note=None, findings=tuple(findings), people=())
    note = classify(note)
    return ReadNote(note=note, findings=tuple(findings), people=people_of(note))


def _gatherer(frame: Frame) -> Callable[[Note], NoteFacts]:
    engagement = frame.engagement
    parties = [name for party in engagement.parties for name in (party.name, *party.aliases)]
    scorer = IssueScorer(frame.topics, parties)
    subject = Subject(engagement, frame.roster, scorer, focus(engagement, frame.more))

    def gather(note: Note) -> NoteFacts:
        found: Gathered = facts_of(note, subject)
        return NoteFacts(facts=found.facts, left_out=found.left_out)

    return gather
