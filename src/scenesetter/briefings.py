"""Open a briefing folder: `briefing.toml` where there is one, the notes beside it."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.model.edtf import EdtfDate
from scenesetter.model.engagement import (
    AgendaItem,
    Briefing,
    Engagement,
    Meeting,
    Override,
    Party,
    Person,
)
from scenesetter.model.note import Source
from scenesetter.model.release import is_entry
from scenesetter.model.value import Value
from scenesetter.tomlfiles.lines import Keys, key_lines, nearest_line
from scenesetter.tomlfiles.values import load, text_of

BRIEFING_FILE = "briefing.toml"
PERSONS_OWN = frozenset({"templates", "points"})
"""Folders of a briefing that hold no notes."""
PERSONS_FILES = frozenset({BRIEFING_FILE, "rulings.toml", "clearance.toml"})
"""Files of a briefing that are no notes."""


class BriefingTable(Value):
    """The `[briefing]` table."""

    issues: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    scheme: str = "none"
    marking: str | None = None
    language: str = "en"
    prepared: EdtfDate | None = None
    prepared_by: str | None = None
    unreviewed: bool = True
    override: Override | None = None
    style: str = "generic"
    drafter: str | None = None
    approver: str | None = None
    offices: tuple[str, ...] = ()


class EngagementTable(Value):
    """The `[engagement]` table."""

    title: str = Field(min_length=1)
    kind: str | None = None
    date: EdtfDate | None = None
    place: str | None = None
    principal: str | None = None


class BriefingFile(Value):
    """`briefing.toml` as a person writes it."""

    engagement: EngagementTable
    briefing: BriefingTable = BriefingTable()
    parties: tuple[Party, ...] = ()
    people: tuple[Person, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    authority: dict[str, str] = Field(default_factory=dict)
    offices: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    fields: dict[str, str] = Field(default_factory=dict)
    sources: dict[str, Source] = Field(default_factory=dict)


class Folder(NamedTuple):
    """An opened briefing folder. `notes` pairs each note's name with its file, by name."""

    root: Path
    briefing: Briefing
    bare: bool
    """There is no briefing file: all that is known comes from the notes."""
    notes: tuple[tuple[str, Path], ...]
    findings: tuple[Finding, ...]
    """Of the briefing file."""
    unread: tuple[tuple[str, Finding], ...]
    """Files that cannot be notes, by the name that they would have."""
    of_notes: Path
    """Where its notes stand."""
    lines: dict[Keys, int]
    """Where each key of the briefing file stands."""

    def place(self, *keys: str | int) -> str:
        """What a message names: the briefing file, at the line of a key; or the bare folder."""
        if self.bare:
            return str(self.root)
        line = nearest_line(self.lines, keys)
        return f"{self.root / BRIEFING_FILE}:{line}" if line else str(self.root / BRIEFING_FILE)


def refuse_no_folder(root: Path) -> None:
    if not root.exists():
        raise UserError(str(root), "no such folder", "check the name; `scenesetter new` makes one")
    if not root.is_dir():
        raise UserError(str(root), "is not a folder", "give the folder that holds the notes")


def open_folder(root: Path, made: frozenset[Path] = frozenset()) -> Folder:
    """`made` are files below it that are no notes, because the tool wrote them.

    Raises UserError for a folder that is missing, has a briefing file in error, or has none and no
    notes either.
    """
    refuse_no_folder(root)
    path = root / BRIEFING_FILE
    bare = not path.exists()
    slug = root.resolve().name or "briefing"
    briefing = Briefing(slug=slug, engagement=Engagement(title=slug)) if bare else _read(path, slug)
    folder = root / "notes" if (root / "notes").is_dir() else root
    notes, unread = _notes(root, folder, made)
    if bare and not notes:
        raise no_notes(folder)
    lines = {} if bare else key_lines(text_of(path))
    findings = (
        *_unused_sources(path, briefing, {name for name, _ in notes}, lines),
        *_unknown_meetings(path, briefing, lines),
        *_of_no_party(path, briefing, lines),
    )
    return Folder(root, briefing, bare, tuple(notes), findings, tuple(unread), folder, lines)


def no_notes(folder: Path) -> UserError:
    hint = "put .txt, .md or .html files there, then run it again"
    return UserError(str(folder), "holds no notes", hint)


def _read(path: Path, slug: str) -> Briefing:
    file = load(path, BriefingFile)
    engagement = Engagement(
        **file.engagement.model_dump(),
        parties=file.parties,
        people=file.people,
        meetings=tuple(sorted(file.meetings, key=lambda meeting: meeting.date or "")),
        agenda=file.agenda,
    )
    return Briefing(
        slug=slug,
        engagement=engagement,
        sources=file.sources,
        authority=file.authority,
        fields=file.fields,
        offices_on=file.offices,
        **file.briefing.model_dump(),
    )


def _notes(
    root: Path, folder: Path, made: frozenset[Path]
) -> tuple[list[tuple[str, Path]], list[tuple[str, Finding]]]:
    notes: list[tuple[str, Path]] = []
    unread: list[tuple[str, Finding]] = []
    try:
        paths = sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix())
    except OSError as error:
        raise UserError(str(folder), "cannot be read", "check its permissions") from error
    for path in paths:
        relative = path.relative_to(folder)
        own = folder == root and relative.parts[0] in PERSONS_OWN | PERSONS_FILES
        of_releases = folder == root and is_entry(relative.as_posix())
        if own or of_releases or path in made or _hidden(relative):
            continue
        why = _unreadable(path, folder)
        if why:
            unread.append((relative.as_posix(), _not_read(_printable(str(path)), why)))
        elif not path.is_dir():
            notes.append((relative.as_posix(), path))
    return notes, unread


def _unreadable(path: Path, folder: Path) -> str | None:
    if path.is_dir():
        return "is a link to a folder" if path.is_symlink() else None
    if _printable(str(path)) != str(path):
        return "has a name that cannot be printed"
    if not path.resolve().is_relative_to(folder.resolve()):
        return "is a link that leads out of the notes folder"
    return None


def _hidden(relative: Path) -> bool:
    return any(part.startswith(".") for part in relative.parts)


def _printable(name: str) -> str:
    """Escaped where it holds bytes that are no UTF-8, or a control character such as a line end."""
    return "".join(
        ascii(letter)[1:-1] if unicodedata.category(letter) in {"Cc", "Cs"} else letter
        for letter in name
    )


def _not_read(path: str, why: str) -> Finding:
    hint = "put a copy of it there instead, under a plain name"
    return Finding("error", "READ-04", path, 0, f"{why}, and is not read", hint)


def _unused_sources(
    path: Path, briefing: Briefing, names: set[str], lines: dict[Keys, int]
) -> list[Finding]:
    """Source tables whose note is not there: mostly a misspelt name.

    The notes' names are not listed: some may be above the audience of a build (REL-01).
    """
    return [
        Finding(
            "warning",
            "SRC-02",
            str(path),
            nearest_line(lines, ("sources", name)),
            f'[sources."{name}"] names a note that is not there',
            "a note's name is its path below the notes folder, with its ending",
        )
        for name in briefing.sources
        if name not in names
    ]


def _of_no_party(path: Path, briefing: Briefing, lines: dict[Keys, int]) -> Iterator[Finding]:
    """People whose words count for no side, mostly by a misspelt name."""
    parties = briefing.engagement.parties
    known = {name for party in parties for name in (party.name, *party.aliases)}
    for number, person in enumerate(briefing.engagement.people):
        if parties and person.party and person.party not in known:
            what = f"the party “{person.party}” of {person.name} is none of [[parties]]"
            hint = f"its names: {', '.join(party.name for party in parties)}"
            line = nearest_line(lines, ("people", number, "party"))
            yield Finding("warning", "TYP-04", str(path), line, what, hint)


def _unknown_meetings(path: Path, briefing: Briefing, lines: dict[Keys, int]) -> list[Finding]:
    """Meetings of source tables that the briefing does not have: they would be ignored."""
    engagement = briefing.engagement
    titles = [engagement.title, *(meeting.title for meeting in engagement.meetings)]
    return [
        Finding(
            "warning",
            "SRC-02",
            str(path),
            nearest_line(lines, ("sources", name, "meeting")),
            f"no meeting has the title “{source.meeting}”",
            f"the meetings are: {'; '.join(titles)}",
        )
        for name, source in briefing.sources.items()
        if source.meeting is not None and source.meeting not in titles
    ]
