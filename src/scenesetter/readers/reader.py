"""One file to one note, whatever its format. The only door to the readers."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from scenesetter.findings import Finding, Severity
from scenesetter.model.edtf import is_edtf
from scenesetter.model.note import Note, Source
from scenesetter.readers import html, markdown, metadata, text
from scenesetter.readers.canonical import assemble
from scenesetter.readers.encoding import SAMPLE, decode
from scenesetter.readers.reading import Reading
from scenesetter.readers.turns import with_turns

LARGEST = 20_000_000
"""Bytes of a file; a page of this size is a mistake or an attack."""

LONGEST = 1_000_000
"""Code points of a note's text: a book of five hundred pages, which takes a minute to gather."""


class Reader(Protocol):
    """What a module must have to read a format."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802 - a constant of the module
        """File name endings that it claims, lower case, with the dot."""

    def charset(self, head: bytes, /) -> str | None:
        """The encoding that the document names."""

    def read(self, text: str, path: str, /) -> Reading:
        """Never raises; `path` is for findings."""


def table(readers: Sequence[Reader]) -> Mapping[str, Reader]:
    """Suffix to reader. Raises ValueError where two readers claim one suffix."""
    claimed: dict[str, Reader] = {}
    for reader in readers:
        for suffix in reader.SUFFIXES:
            if suffix in claimed:
                raise ValueError(f"two readers claim {suffix}")
            claimed[suffix] = reader
    return MappingProxyType(claimed)


READERS = table((text, markdown, html))
SUFFIXES = tuple(READERS)

DOCUMENTS = frozenset(
    {".doc", ".docx", ".eml", ".msg", ".odt", ".pdf", ".ppt", ".pptx", ".rtf", ".xls", ".xlsx"}
)
"""Formats that may well be a note; a picture or a style sheet beside a saved page is none."""

_TRUNCATED = re.compile(
    r"(?:read|see|continue to) the (?:full|whole|rest of the) (?:article|story|text)\b.{0,40}"
    r"|continue reading\b.{0,40}",
    re.IGNORECASE,
)


def read(path: Path, name: str, given: Source) -> tuple[Note | None, list[Finding]]:
    """`name` is the path below the notes folder; `given` is what a person wrote of the note.

    A person's word goes first, then front matter or HTML metadata, then plain statements in
    the text. The note is None where there is an error that leaves nothing to read.
    """
    where = str(path)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        hint = f"save it as one of {', '.join(SUFFIXES)}, or move it out of the notes"
        severity: Severity = "error" if path.suffix.lower() in DOCUMENTS else "warning"
        return None, [Finding(severity, "READ-01", where, 0, "no reader for this format", hint)]
    data = _bytes(path)
    if isinstance(data, Finding):
        return None, [data]
    decoded = decode(data, reader.charset(data[:SAMPLE]))
    if decoded is None:
        hint = "save the text of the document as a note"
        return None, [Finding("error", "READ-01", where, 0, "binary data, not text", hint)]
    reading = reader.read(decoded.text, where)
    findings = [*_doubt(decoded.encoding, decoded.doubt, where), *reading.findings]
    paragraphs = with_turns(reading.paragraphs)
    if not paragraphs:
        hint = "put the text in, or remove the file"
        return None, [*findings, Finding("error", "READ-01", where, 0, "the note is empty", hint)]
    if sum(len(paragraph.text) for paragraph in paragraphs) > LONGEST:
        what = f"its text is longer than a note may be ({LONGEST:,} characters)"
        hint = "keep the part that matters, or split it into several notes"
        return None, [*findings, Finding("error", "READ-01", where, 0, what, hint)]
    source = metadata.first(given, reading.source, metadata.stated(paragraphs))
    source, weak = metadata.dated_by_name(source, where, name)
    source = source.model_copy(update={"sha256": hashlib.sha256(data).hexdigest()})
    content, blocks = assemble(paragraphs)
    note = _marked_truncated(Note(name=name, text=content, blocks=blocks, source=source))
    findings += [*_truncated(note, where), *_by_a_model(note, where), *weak]
    findings += [*metadata.missing(source, where, name)]
    return note, findings


def _bytes(path: Path) -> bytes | Finding:
    where = str(path)
    try:
        if path.is_dir():
            return Finding(
                "error", "READ-01", where, 0, "is a folder", "put its files into the notes folder"
            )
        if not path.is_file():
            # Opening a pipe or a device would wait for ever.
            path.stat()
            return Finding("error", "READ-01", where, 0, "is no regular file", "remove it")
        size = path.stat().st_size
        if size > LARGEST:
            what = f"{size / 1e6:.0f} MB is more than a note may have ({LARGEST / 1e6:.0f} MB)"
            return Finding("error", "READ-01", where, 0, what, "keep the part that matters")
        return path.read_bytes()
    except OSError as error:
        what = f"cannot be read: {error.strerror or error}"
        return Finding("error", "READ-01", where, 0, what, "check that it exists and its rights")
    except ValueError as error:
        return Finding("error", "READ-01", where, 0, f"cannot be read: {error}", "rename it")


def _doubt(encoding: str, doubt: str, where: str) -> Iterator[Finding]:
    if doubt:
        what = f"read as {encoding}, but {doubt}"
        yield Finding("warning", "READ-02", where, 0, what, "save the file as UTF-8")


def _marked_truncated(note: Note) -> Note:
    """With a word in its source where the page holds only the beginning of the article."""
    if not any(_TRUNCATED.fullmatch(note.text[block.start : block.end]) for block in note.blocks):
        return note
    source = note.source.model_copy(update={"truncated": True})
    return note.model_copy(update={"source": source})


def _truncated(note: Note, where: str) -> Iterator[Finding]:
    """SRC-12: the note says so, or a person does."""
    if note.source.truncated:
        what = "the note holds only part of the article"
        yield Finding("warning", "SRC-12", where, 0, what, "add the whole text, or cite with care")


def _by_a_model(note: Note, where: str) -> Iterator[Finding]:
    """SRC-13: text that a model wrote is labelled with the model, its version and the date."""
    told = note.source.drafted_by_model
    if told is None:
        return
    *model, day = (part.strip() for part in told.split(","))
    if len(model) < 2 or not all(model) or not is_edtf(day):
        what = f"“{told[:60]}” does not name a model, its version and the date"
        hint = 'write drafted_by_model = "name, version, 2023-01-09"'
        yield Finding("error", "SRC-13", where, 0, what, hint)
