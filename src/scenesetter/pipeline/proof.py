"""REL-01: the proof that a finished pack holds nothing that its readers may not see.

Packs are made from what their readers may see, and this reads them again as if they were not: the
files, byte for byte, are searched for all that was kept from those readers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scenesetter.checks.leaks import Kept, Leak, Secrets
from scenesetter.findings import Finding, in_shell
from scenesetter.library import shipped
from scenesetter.model.calendar import MONTHS
from scenesetter.model.citations import Citations, bound_lines
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Fact, Holder
from scenesetter.model.note import Note, Source
from scenesetter.pipeline.gathering import gather
from scenesetter.pipeline.opening import Opened
from scenesetter.pipeline.per_audience import Composed, Seen
from scenesetter.pipeline.rendering import Finished, Rendered, stem_of
from scenesetter.renderers.strings import texts_in


class Part(NamedTuple):
    """A text of a finished file, and where it stands, for a message."""

    file: str
    place: str
    text: str


class Proofs:
    """Made once a build: the secrets of each reader, where anything is kept from him. `desk` are
    the facts of all notes, gathered where they are needed and not given."""

    def __init__(self, opened: Opened, desk: tuple[Fact, ...] | None = None) -> None:
        self._opened = opened
        self._desk = desk
        self._known: list[tuple[Seen, Secrets | None]] = []

    def refusals(self, made: Composed, parts: Iterable[Part]) -> Iterator[Finding]:
        """One for each file that holds what it must not. The secret is not repeated: this goes
        into the log of the build."""
        found: dict[str, Finding] = {}
        for part, leak in self._leaks(made, parts):
            what = f"{part.place}: {leak.kind} that the audience {made.audience.name} may not see"
            folder = in_shell(self._opened.folder.root)
            hint = (
                f"nothing was written; scenesetter check {folder} says what, "
                "unless it stands in the printed file alone"
            )
            found.setdefault(part.file, Finding("error", "REL-01", part.file, 0, what, hint))
        yield from found.values()

    def named(self, made: Composed, rendered: Rendered, where: str) -> Iterator[Finding]:
        """For the desk, with the secrets that templates and stylesheets print."""
        texts = (stem_of(rendered.pack), rendered.markdown, rendered.html)
        leaks = self._leaks(made, [Part(where, "", text) for text in texts])
        for leak in dict.fromkeys(leak for _, leak in leaks):
            what = f"the pack for {made.audience.name} has “{leak.words}”: {leak.kind} kept from it"
            hint = "look for it in the briefing's own templates and in briefing.toml"
            yield Finding("error", "REL-01", where, 0, what, hint)

    def _leaks(self, made: Composed, parts: Iterable[Part]) -> Iterator[tuple[Part, Leak]]:
        secrets = self._secrets(made.seen)
        for part in parts if secrets else ():
            for leak in dict.fromkeys(secrets.found_in(part.text) if secrets else ()):
                yield part, leak

    def _secrets(self, seen: Seen) -> Secrets | None:
        for one, secrets in self._known:
            if one is seen:
                return secrets
        secrets = self._made(seen)
        self._known.append((seen, secrets))
        return secrets

    def _made(self, seen: Seen) -> Secrets | None:
        opened = self._opened
        read = {note.name: note for note in seen.gathered.read}
        whole = all(read.get(note.name) is note for note in opened.notes)
        if seen.cut.sees_all and whole and len(seen.points) == len(opened.points):
            return None
        if self._desk is None:
            self._desk = gather(opened, opened.notes, lambda _step, _done, _total: None).facts
        kept = _kept(opened, seen, self._desk)
        shipped_words = list(_vocabulary())
        return Secrets(kept, [*_seen(opened, seen), *shipped_words], [*shipped_words, *MONTHS])


def _kept(opened: Opened, seen: Seen, desk: Sequence[Fact]) -> Kept:
    known = {name for fact in seen.gathered.facts for name in (fact.id, *fact.same_as)}
    facts = [fact for fact in desk if fact.id not in known]
    read = {note.name: note for note in seen.gathered.read}
    notes = [note for note in opened.notes if note.name not in read]
    shortened = [note for note in opened.notes if read.get(note.name, note) is not note]
    unread = [name for name, _ in opened.folder.notes if name not in read]
    lines = _lines(seen)
    sources = [note.source for note in notes] + [
        source for name, source in opened.folder.briefing.sources.items() if name not in read
    ]
    return Kept(
        texts=[
            *(note.text for note in (*notes, *shortened)),
            *(passage.exact for fact in facts for passage in fact.passages),
            *(text for source in sources for text in _texts(source)),
            *(text for text in _written(opened) if text not in lines),
            *(text for one in opened.book.rulings for text in (one.text, one.reason) if text),
        ],
        names=[
            *(fact.holder.name for fact in facts if fact.holder and not fact.holder.anonymous),
            *(one.name for note in (*notes, *shortened) for one in opened.introduced[note.name]),
            *(name for source in sources for name in (source.author, source.publisher) if name),
            *(source.title for source in sources if source.title and len(source.title.split()) < 3),
        ],
        files=unread,
        ids=frozenset(name for fact in facts for name in (fact.id, *fact.same_as)) - known,
    )


def _texts(source: Source) -> Iterator[str]:
    told = (
        *(source.title, source.url, source.descriptor, source.author, source.publisher),
        *(source.document, source.drafted_by_model),
    )
    return (text for text in told if text)


def _written(opened: Opened) -> Iterator[str]:
    for line in (line for file in opened.points for line in file.lines):
        yield from filter(None, (line.text, line.changed))


def _lines(seen: Seen) -> set[str]:
    citations = Citations(seen.gathered.facts)
    bound = (one.line for file in seen.points for one in bound_lines(file, citations))
    return {text for line in bound for text in (line.text, line.changed) if text}


def _seen(opened: Opened, seen: Seen) -> Iterator[str]:
    """What the readers may see, in the orders in which print sets it side by side."""
    for note in seen.gathered.read:
        yield note.text
        yield note.name
        yield from map(str, note.source.model_dump(exclude_none=True).values())
        yield " ".join(_of_source(note))
    for fact in seen.gathered.facts:
        yield " ".join((fact.text, *_of_person(fact.holder)))
        yield " ".join(fact.origin)
    for person in opened.folder.briefing.engagement.people:
        yield " ".join(_of_person(person))
    yield from _lines(seen)
    yield from _strings(seen.cut.briefing(opened.folder.briefing).model_dump())
    for topic in opened.topics:
        if seen.cut.hears_of(topic.name):
            yield from _strings(topic.model_dump())


def _of_person(one: Person | Holder | None) -> Iterator[str]:
    parts = (one.name, one.role, one.party) if one else ()
    return (part for part in parts if part)


def _of_source(note: Note) -> Iterator[str]:
    source = note.source
    return (part for part in (source.author, source.title, source.publisher) if part)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)


def _vocabulary() -> Iterator[str]:
    """The words of the shipped templates, whose own sentences every pack may print."""
    for path in sorted(shipped().rglob("*")):
        if path.suffix in {".toml", ".j2", ".css"}:
            yield path.read_text("utf-8")


def parts_of(rendered: Rendered, finished: Finished) -> Iterator[Part]:
    """All texts of a pack's files: of a PDF what its pages show, what stands beside them, and every
    string in its bytes; and the text that it is printed from, whether that is written or not."""
    for name, content in finished.files.items():
        yield Part(name, "its name", name)
        read = finished.printed.get(name)
        if read is None:
            yield Part(name, "its text", content.decode("utf-8", "replace"))
            yield Part(name, "what it shows", rendered.html)
            continue
        for number, page in enumerate(read.pages, 1):
            yield Part(name, f"page {number}", page)
        yield from (Part(name, "a bookmark", one.title) for one in read.bookmarks)
        yield from (Part(name, "its properties", one) for one in read.properties.values())
        yield from (Part(name, "an attachment", one) for one in read.attachments)
        yield Part(name, "its bytes", "\n".join(texts_in(content)))
        yield Part(name, "what it is printed from", rendered.html)
        yield Part(name, "what it is printed from", rendered.markdown)
