"""Open a briefing folder: its file, its notes and rulings, and everything that it names."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from scenesetter import store
from scenesetter.briefings import Folder, open_folder
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
from scenesetter.per_issue import read_points
from scenesetter.per_note import Progress, Unread, read_notes
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
    of_notes: tuple[tuple[str | None, Finding], ...]
    """What was noticed in each note and points file, with the mark that it has."""
    points: tuple[IssuePoints, ...] = ()
    clearances: Clearances = Clearances("")

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (*self.of_folder, *(finding for _, finding in self.of_notes))

    @property
    def where(self) -> str:
        """What a message names where no note is to blame."""
        return self.folder.place()


def open_briefing(root: Path, cache: Cache, progress: Progress) -> Opened:
    """Read a briefing folder. Raises UserError where none of its notes can be read."""
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
    files = [
        Unread(name, path, briefing.sources.get(name, Source())) for name, path in folder.notes
    ]
    noticed_in: list[tuple[str | None, Finding]] = []
    notes: list[Note] = []
    introduced: dict[str, tuple[Person, ...]] = {}
    for file, one in zip(files, read_notes(files, cache, progress), strict=True):
        marking = one.note.source.marking if one.note else file.given.marking
        noticed_in += [(marking, finding) for finding in one.findings]
        if one.note is not None:
            notes.append(one.note)
            introduced[one.note.name] = one.people
    if not notes:
        wrong = [str(finding) for _, finding in noticed_in]
        raise UserError(
            str(root),
            "\n".join(["none of its notes can be read", *wrong]),
            "see above what is wrong with each",
        )
    paths = dict(folder.notes)
    topics = library.topics()
    written = read_points(root, topics, briefing.issues, scheme)
    of_folder = (
        *folder.findings,
        *written.unmarked,
        *(
            finding._replace(path=str(paths[finding.path]))
            for finding in unknown_marks(notes, briefing, scheme)
        ),
    )
    return Opened(
        folder,
        library,
        scheme,
        style,
        topics,
        tuple(notes),
        read_book(root),
        introduced,
        cache,
        of_folder,
        (*noticed_in, *written.noticed),
        written.files,
        read_clearances(root),
    )


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
