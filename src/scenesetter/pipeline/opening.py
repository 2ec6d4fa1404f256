"""Open a briefing folder: its file, its notes and rulings, and everything that it names."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from scenesetter import store
from scenesetter.briefings import Folder, no_notes, open_folder
from scenesetter.cache import Cache
from scenesetter.clearance.book import Clearances, read_clearances
from scenesetter.compose.cut import unknown_marks
from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.gather.engagement.naming import engagement_named
from scenesetter.library import Library
from scenesetter.model.engagement import Person
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.note import Note, Source
from scenesetter.model.points import IssuePoints
from scenesetter.model.style import Style
from scenesetter.model.topic import NO_TOPIC, Topic
from scenesetter.pipeline.per_issue import read_points
from scenesetter.pipeline.per_note import Progress, Unread, read_notes
from scenesetter.readers.marks import with_its_marks
from scenesetter.releases.digests import of_value
from scenesetter.rulings.book import Book, read_book


class Opened(NamedTuple):
    """A briefing folder with its notes read and everything it names found."""

    folder: Folder
    library: Library
    scheme: MarkingScheme
    style: Style
    topics: tuple[Topic, ...]
    notes: tuple[Note, ...]
    book: Book
    introduced: dict[str, tuple[Person, ...]]
    """By the name of a note, whom it names in full."""
    cache: Cache
    of_folder: tuple[Finding, ...]
    of_notes: tuple[tuple[Source, Finding], ...]
    """What was noticed in each note, with its source."""
    of_points: tuple[tuple[str | None, Finding], ...] = ()
    """What was noticed in each points file, with the mark that it has."""
    unmarked: tuple[Finding, ...] = ()
    """Notes and points files whose mark the scheme does not know: they reach no pack."""
    points: tuple[IssuePoints, ...] = ()
    clearances: Clearances = Clearances("")

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them, for the desk."""
        in_files = (finding for _, finding in (*self.of_notes, *self.of_points))
        return (*self.of_folder, *self.unmarked, *in_files)

    @property
    def known_by(self) -> tuple[str, ...]:
        """Digests by which what was made of this engagement is known, whatever its folder; one of
        them stays when its title or its date and place are mended. None where nobody has named
        it yet."""
        if self.folder.bare:
            return ()
        one = self.folder.briefing.engagement
        told: list[list[str | None]] = [[one.title], [one.date, one.place]]
        return tuple(of_value(known) for known in told if any(known))

    @property
    def where(self) -> str:
        """What a message names where no note is to blame."""
        return self.folder.place()


def open_briefing(root: Path, cache: Cache, progress: Progress) -> Opened:
    """Read a briefing folder. One that has a briefing file may be without notes: a reader who may
    see none of them has the pack of a folder that holds none."""
    folder = open_folder(root, store.made_below(root))
    if folder.bare:
        engagement = engagement_named(folder.briefing.slug)
        briefing = folder.briefing.model_copy(update={"engagement": engagement})
        folder = folder._replace(briefing=briefing)
    library = Library.beside(root)
    briefing = folder.briefing
    with at(folder.place("briefing", "scheme")):
        scheme = library.scheme(briefing.scheme)
    with at(folder.place("briefing", "style")):
        style = library.style(briefing.style)
    _refuse_unknown_issues(folder, library)
    others = [one for one in library.schemes() if one.name != scheme.name]
    read = _read(folder, (scheme, *others), cache, progress)
    paths = dict(folder.notes)
    topics = library.topics()
    written = read_points(root, topics, briefing.issues, scheme)
    unmarked = unknown_marks(read.notes, scheme)
    opened = Opened(
        folder=folder,
        library=library,
        scheme=scheme,
        style=style,
        topics=topics,
        notes=tuple(read.notes),
        book=read_book(root),
        introduced=read.introduced,
        cache=cache,
        of_folder=folder.findings,
        of_notes=tuple(read.noticed),
        of_points=written.noticed,
        unmarked=(
            *written.unmarked,
            *(one._replace(path=str(paths[one.path])) for one in unmarked),
        ),
        points=written.files,
        clearances=read_clearances(root),
    )
    if folder.bare:
        refuse_empty(opened)
    return opened


class _Read(NamedTuple):
    """The notes that could be read, whom each names in full, and what was noticed in any."""

    notes: list[Note]
    introduced: dict[str, tuple[Person, ...]]
    noticed: list[tuple[Source, Finding]]


def _read(
    folder: Folder, schemes: Sequence[MarkingScheme], cache: Cache, progress: Progress
) -> _Read:
    """The notes with the marks that they bear; `schemes` are the briefing's, then all others."""
    (scheme, *others), briefing = schemes, folder.briefing
    given = briefing.sources
    files = [Unread(name, path, given.get(name, Source())) for name, path in folder.notes]
    noticed = [(given.get(name, Source()), finding) for name, finding in folder.unread]
    read = _Read([], {}, noticed)
    for file, one in zip(files, read_notes(files, cache, progress), strict=True):
        decided = file.given.marking is not None
        note = one.note and with_its_marks(
            one.note, scheme, briefing.marking, others, decided=decided
        )
        found = [*one.findings, *_bears(file, one.note, note)]
        noticed += [(note.source if note else file.given, finding) for finding in found]
        if note is not None:
            read.notes.append(note)
            read.introduced[note.name] = one.people
    return read


def _bears(file: Unread, read: Note | None, marked: Note | None) -> Iterator[Finding]:
    """MRK-01: a note is at least what it says itself."""
    if read and marked and read.source.marking != marked.source.marking:
        stated = read.source.marking
        above = f", above {stated}, which is stated of it" if stated else ""
        what = f"the note bears the mark {marked.source.marking}{above}; all of it has that mark"
        hint = (
            "parts with other marks can be notes of their own; "
            "take a mark that no longer holds out of the note"
        )
        yield Finding("warning" if stated else "info", "MRK-01", str(file.path), 0, what, hint)


def refuse_empty(opened: Opened) -> None:
    """UserError where there is no note to work with."""
    folder = opened.folder
    if not folder.notes:
        raise no_notes(folder.of_notes)
    if not opened.notes:
        wrong = [str(finding) for _, finding in opened.of_notes]
        what = "\n".join(["none of its notes can be read", *wrong])
        raise UserError(str(folder.root), what, "see above what is wrong with each")


def _refuse_unknown_issues(folder: Folder, library: Library) -> None:
    for number, issue in enumerate(folder.briefing.issues):
        with at(folder.place("briefing", "issues", number)):
            library.topic(issue)
    for number, item in enumerate(folder.briefing.engagement.agenda):
        for place, issue in enumerate(item.issues):
            with at(folder.place("agenda", number, "issues", place)):
                library.topic(issue)
    for issue in folder.briefing.offices_on:
        with at(folder.place("offices", issue)):
            if issue != NO_TOPIC:
                library.topic(issue)


@contextmanager
def at(place: str) -> Iterator[None]:
    """An error that does not know where its cause stands is told."""
    try:
        yield
    except UserError as error:
        raise UserError(error.where or place, error.what, error.hint) from error
