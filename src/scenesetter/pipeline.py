"""The only module that knows the order: read, gather, merge, compose, fill, print, check, write."""

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from scenesetter import store
from scenesetter.briefings import Folder, open_folder
from scenesetter.cache import Cache
from scenesetter.checks.facts import check_facts
from scenesetter.checks.pack import check_pack
from scenesetter.compose.cut import ceiling_of, may_see, unknown_marks, visible, withheld
from scenesetter.compose.pack import Material, compose
from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.gather.engagement.naming import engagement_named, names_in
from scenesetter.gather.people.people import roster
from scenesetter.library import Library
from scenesetter.merge.conflicts import conflicts, with_contradictions
from scenesetter.merge.merge import merge
from scenesetter.model.audience import Audience
from scenesetter.model.conflict import Conflict
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Fact
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.note import Note, Source
from scenesetter.model.pack import Pack
from scenesetter.model.topic import Topic
from scenesetter.per_note import Frame, Progress, Unread, gather_notes, read_notes
from scenesetter.renderers.environment import fill
from scenesetter.renderers.html import to_html
from scenesetter.renderers.markdown import plain
from scenesetter.renderers.pdf import PdfPrinter, Printed
from scenesetter.settings import Format, Settings


class Opened(NamedTuple):
    """A briefing folder with its notes read and everything it names found."""

    folder: Folder
    library: Library
    scheme: MarkingScheme
    topics: tuple[Topic, ...]
    notes: tuple[Note, ...]
    introduced: dict[str, tuple[Person, ...]]
    """By the name of a note, whom it names in full."""
    cache: Cache
    of_folder: tuple[Finding, ...]
    of_notes: tuple[tuple[str | None, Finding], ...]
    """What was noticed in each note, with the mark that this note has."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (*self.of_folder, *(finding for _, finding in self.of_notes))

    @property
    def where(self) -> str:
        """What a message names where no note is to blame."""
        return self.folder.place()


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


class Rendered(NamedTuple):
    """One pack in every form but the printed one, which is on its way."""

    pack: Pack
    markdown: str
    html: str
    printing: Future[Printed] | None


def open_briefing(root: Path, cache: Cache, progress: Progress) -> Opened:
    """Read a briefing folder. Raises UserError where none of its notes can be read."""
    folder = open_folder(root, store.made_below(root))
    if folder.bare:
        engagement = engagement_named(folder.briefing.slug)
        briefing = folder.briefing.model_copy(update={"engagement": engagement})
        folder = folder._replace(briefing=briefing)
    library = Library.beside(root)
    briefing = folder.briefing
    with _at(folder.place("briefing", "scheme")):
        scheme = library.scheme(briefing.scheme)
    for number, issue in enumerate(briefing.issues):
        with _at(folder.place("briefing", "issues", number)):
            library.topic(issue)
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
    of_folder = (
        *folder.findings,
        *(
            finding._replace(path=str(paths[finding.path]))
            for finding in unknown_marks(notes, briefing, scheme)
        ),
    )
    return Opened(
        folder,
        library,
        scheme,
        library.topics(),
        tuple(notes),
        introduced,
        cache,
        of_folder,
        tuple(noticed_in),
    )


def gather(opened: Opened, notes: Sequence[Note], progress: Progress) -> Gathered:
    """The merged facts of some of the notes: nothing of any other note has a part in them."""
    engagement = opened.folder.briefing.engagement
    known = roster(engagement, [(note.name, opened.introduced[note.name]) for note in notes])
    more = names_in(engagement.title) if opened.folder.bare else ()
    frame = Frame(engagement, known, opened.topics, more)
    found = gather_notes(notes, frame, opened.cache, progress)
    left_out = sum((Counter(one.left_out) for one in found), Counter[str]())
    facts = [fact for one in found for fact in one.facts]
    merged = merge(facts, opened.scheme, {note.name: note.source for note in notes})
    contrary = conflicts(merged)
    return Gathered(with_contradictions(merged, contrary), contrary, known.people, dict(left_out))


def gather_all(settings: Settings, progress: Progress) -> tuple[Opened, Gathered]:
    """For the desk: the facts of all notes, whatever their marks."""
    opened = open_briefing(settings.folder, _cache(settings), progress)
    gathered = gather(opened, opened.notes, progress)
    opened.cache.prune()
    noticed = check_facts(gathered.facts, opened.notes)
    return opened._replace(of_folder=opened.of_folder + noticed), gathered


def build(settings: Settings, progress: Progress) -> Built:
    """Build the packs of a folder; nothing is written unless every one of them is whole."""
    with ExitStack() as stack:
        # First of all: the printer loads WeasyPrint while the notes are read and gathered.
        printer = (
            stack.enter_context(_printer(settings)) if Format.pdf in settings.formats else None
        )
        opened = open_briefing(settings.folder, _cache(settings), progress)
        audiences = _audiences(settings, opened)
        findings = _told(opened, audiences)
        rendered = []
        for pack, noticed in _packs(opened, audiences, progress):
            findings += noticed
            rendered.append(_render(pack, opened.library, printer, settings))
        files: dict[str, bytes] = {}
        opened.cache.prune()
        for done, one in enumerate(rendered):
            progress("printing", done, len(rendered))
            made, noticed = _files(one, settings.formats)
            files |= made
            findings += noticed
    folder = settings.output / opened.folder.briefing.slug
    written = store.publish(folder, files)
    packs = tuple(one.pack for one in rendered)
    return Built(tuple(written), tuple(dict.fromkeys(findings)), packs)


def _cache(settings: Settings) -> Cache:
    return Cache(settings.folder, keeps=settings.keeps)


def _printer(settings: Settings) -> PdfPrinter:
    folders = Library.beside(settings.folder).folders
    return PdfPrinter(folders, workers=min(2, len(settings.audiences) or 2))


def check(settings: Settings, progress: Progress) -> tuple[Finding, ...]:
    """All findings; writes and prints nothing."""
    opened, _ = gather_all(settings, progress)
    findings = list(opened.findings)
    for pack, noticed in _packs(opened, _audiences(settings, opened), progress):
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


@contextmanager
def _at(place: str) -> Iterator[None]:
    """An error that does not know where its cause stands is told."""
    try:
        yield
    except UserError as error:
        raise UserError(error.where or place, error.what, error.hint) from error


def _audiences(settings: Settings, opened: Opened) -> tuple[Audience, ...]:
    """Those asked for, or the briefing's, or every one that there is."""
    library, folder = opened.library, opened.folder
    if settings.audiences:
        return tuple(map(library.audience, dict.fromkeys(settings.audiences)))
    chosen: dict[str, Audience] = {}
    for number, name in enumerate(folder.briefing.audiences):
        with _at(folder.place("briefing", "audiences", number)):
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
    opened: Opened, audiences: Sequence[Audience], progress: Progress
) -> Iterator[tuple[Pack, list[Finding]]]:
    """A pack for each audience, from the notes that it may see and from nothing else."""
    briefing = opened.folder.briefing
    gathered: dict[int, tuple[tuple[Note, ...], Gathered]] = {}
    for audience in audiences:
        ceiling = ceiling_of(audience, opened.scheme)
        _refuse_above(opened, audience, ceiling)
        if ceiling not in gathered:
            notes = visible(opened.notes, briefing, opened.scheme, ceiling)
            gathered[ceiling] = (notes, gather(opened, notes, progress))
        notes, found = gathered[ceiling]
        material = Material(
            briefing,
            notes,
            found.facts,
            found.conflicts,
            _presented(opened, found),
            opened.topics,
            opened.scheme,
        )
        pack = compose(material, audience)
        noticed = [*check_facts(found.facts, notes), *check_pack(pack, opened.where)]
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


def _render(
    pack: Pack, library: Library, printer: PdfPrinter | None, settings: Settings
) -> Rendered:
    markdown = fill(f"audiences/{pack.audience}/pack.md.j2", pack, library.folders)
    html = to_html(markdown, pack, library.stylesheets(pack.audience))
    printing = printer.submit(html, settings.paper) if printer else None
    return Rendered(pack, markdown, html, printing)


def _files(rendered: Rendered, formats: Sequence[Format]) -> tuple[dict[str, bytes], list[Finding]]:
    """The pack's files by name, in the order of the formats."""
    stem = f"{rendered.pack.slug}-{rendered.pack.audience}"
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    for form in formats:
        if form is Format.md:
            files[f"{stem}.md"] = plain(rendered.markdown).encode()
        elif form is Format.html:
            files[f"{stem}.html"] = rendered.html.encode()
        elif rendered.printing:
            printed = rendered.printing.result()
            files[f"{stem}.pdf"] = printed.pdf
            findings += [
                Finding("warning", "PDF-01", f"{stem}.pdf", 0, f"printing: {record}")
                for record in printed.log
            ]
    return files, findings
