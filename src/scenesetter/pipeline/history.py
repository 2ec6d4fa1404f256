"""Earlier releases: which of them a file is, and what changed between two of them, or since."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pypdfium2 import PdfiumError  # type: ignore[import-untyped] # it has no type marker

from scenesetter.cache import Cache
from scenesetter.errors import UserError
from scenesetter.findings import in_shell
from scenesetter.model.release import Change, Contents, Release
from scenesetter.model.verdict import Verdict
from scenesetter.pipeline.opening import Opened, open_briefing
from scenesetter.pipeline.per_audience import composed
from scenesetter.pipeline.per_note import Progress
from scenesetter.pipeline.releasing import changed_templates, notes_for
from scenesetter.releases.comparing import changes
from scenesetter.releases.contents import contents_of
from scenesetter.releases.digests import digest
from scenesetter.releases.register import Register, manifest_beside, read_register, version_names
from scenesetter.releases.verdict import Evidence, identified, source_states
from scenesetter.renderers.reading import read_back

LARGEST = 200_000_000
"""Most bytes of a file that is to be verified."""
DESK = ("briefing.toml", "rulings.toml", "clearance.toml", "points/")
NOW = "now"
"""Stands for a release: what a build would compose of the folder as it is."""


class Difference(NamedTuple):
    """Between two versions of a pack, by their names."""

    old: str
    new: str
    changes: tuple[Change, ...]


def verify(file: Path, root: Path | None, progress: Progress) -> Verdict:
    """Which release a file is, whether it is unaltered, and whether its sources still stand."""
    if root is not None and not root.is_dir():
        raise UserError(str(root), "is no folder", "give the briefing folder, or no folder at all")
    evidence = _evidence(file)
    register = read_register(root) if root else None
    beside = manifest_beside(file)
    known = [one.manifest for one in register.releases] if register else []
    known += [beside] if beside and beside not in known else []
    verdict, manifest = identified(evidence, known)
    if register is None or manifest is None:
        return verdict
    entry = next((one for one in register.releases if one.manifest == manifest), None)
    last = register.last(manifest.audience)
    verdict = verdict.model_copy(update={"latest": last.manifest.version if last else None})
    return verdict if entry is None else _compared(verdict, entry, register.root, progress)


def _evidence(file: Path) -> Evidence:
    try:
        if file.stat().st_size > LARGEST:
            raise UserError(str(file), "is too large for a pack", "give a PDF or Markdown pack")
        content = file.read_bytes()
    except OSError as error:
        what = f"cannot be read: {(error.strerror or 'unknown reason').lower()}"
        raise UserError(str(file), what, "give a PDF or Markdown pack") from error
    return Evidence(file.name, content, _words(content))


def _words(content: bytes) -> str:
    """All that can be read in a PDF or a text; nothing of what is neither."""
    if not content.startswith(b"%PDF-"):
        return content.decode("utf-8", "ignore")
    try:
        read = read_back(content)
    except PdfiumError:
        return ""
    return "\n".join([*read.properties.values(), *read.pages])


def _compared(verdict: Verdict, entry: Release, root: Path, progress: Progress) -> Verdict:
    opened = open_briefing(root, Cache(root, keeps=False), progress)
    manifest = entry.manifest
    paths = dict(opened.folder.notes)
    stored: dict[str, str] = {}
    now: dict[str, str | None] = {}
    for source in manifest.contents.sources:
        then = entry.stored.get(f"notes/{source.name}") or entry.stored.get(source.name)
        stored[source.name] = then or ""
        path = paths.get(source.name)
        now[source.name] = digest(path.read_bytes()) if path and path.is_file() else None
    for note in notes_for(opened, manifest.audience):
        place = paths[note.name].relative_to(root).as_posix()
        if entry.stored.get(place) != note.source.sha256:  # it had nothing for them, and has not
            now.setdefault(note.name, note.source.sha256)
    return verdict.model_copy(
        update={
            "compared": True,
            "sources": source_states(manifest, stored, now),
            "templates": changed_templates(opened, manifest),
            "desk": tuple(_changed_at_desk(entry, root)),
        }
    )


def _changed_at_desk(entry: Release, root: Path) -> Iterator[str]:
    for name, then in entry.stored.items():
        if name.startswith(DESK):
            path = root / name
            if not path.is_file() or digest(path.read_bytes()) != then:
                yield name


def differences(
    opened: Opened, wanted: tuple[str, str], audiences: Sequence[str], progress: Progress
) -> dict[str, Difference]:
    """By audience what differs between two releases, or a release and now."""
    register = read_register(opened.folder.root)
    if not register.releases:
        what = "has no release yet"
        hint = f"scenesetter build {in_shell(register.root)} --release makes one"
        raise UserError(str(register.root), what, hint)
    found: dict[str, Difference] = {}
    for audience in audiences or register.audiences:
        versions = [_version(name, audience, register) for name in wanted]
        if None in versions:
            if audiences:
                raise _unknown(wanted, audience, register)
            continue
        names = [one.name if isinstance(one, Release) else NOW for one in versions]
        old, new = (_contents(opened, audience, one, progress) for one in versions if one)
        found[audience] = Difference(names[0], names[1], changes(old, new))
    if not found:
        raise _unknown(wanted, register.audiences[0], register)
    return found


def _version(name: str, audience: str, register: Register) -> Release | str | None:
    """A release, the word for what is now, or None for a release that these readers never got."""
    if name == NOW:
        return NOW
    if name == "last":
        return register.last(audience)
    return register.numbered(audience, int(name.removeprefix("v")))


def _contents(
    opened: Opened, audience: str, version: Release | str, progress: Progress
) -> Contents:
    if isinstance(version, Release):
        return version.manifest.contents
    made = next(composed(opened, [opened.library.audience(audience)], progress))
    return contents_of(made.pack, made.seen.gathered.facts, made.seen.gathered.read)


def _unknown(wanted: Sequence[str], audience: str, register: Register) -> UserError:
    known = version_names(register.of(audience)) or "none"
    lacking = [name for name in wanted if _version(name, audience, register) is None]
    what = f"there is no release {' or '.join(lacking)} for {audience}"
    return UserError(str(register.root), what, f"its releases: {known}; or: now")
