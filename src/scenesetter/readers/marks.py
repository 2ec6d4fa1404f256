"""The marks that a note bears in its own words: a banner, a labelled line, marks of portions."""

import re
from collections.abc import Iterable, Iterator

from scenesetter.model.marking import MarkingScheme
from scenesetter.model.note import Block, Note

EDGE = 4
"""Blocks at the beginning and the end of a note in which its banner stands."""

_LABEL = re.compile(
    r"(?:(?:overall |security |protective )?(?:classification|marking)|handling|sensitivity) ?: ?",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?:[A-Z] ){4,}[A-Z]\b")
"""As a cable writes its level: C O N F I D E N T I A L."""
_CABLE = re.compile(r" SECTION \d{1,2} OF \d{1,2}\b.*")
_PORTION = re.compile(
    r"(?:\(?\d{1,3}[.)] ?|[-*•–] )?(\([A-Z][A-Z/ ,:+-]{0,60}\))(?! ?(?:19|20)\d\d\b) ?"
)
"""At the start of a paragraph, after its number; "(C) 2027" is a copyright."""
_WITHIN = re.compile(r"""(?<=[.!?:;"”] )\([A-Z][A-Z/ ,:+-]{0,60}\)(?= )""")


def with_its_marks(
    note: Note, scheme: MarkingScheme, floor: str | None, others: Iterable[MarkingScheme]
) -> Note:
    """The note with the highest of the mark that was stated of it and those that it bears itself;
    marks of portions are no part of its paragraphs.

    `floor` is the mark of a note that has none. Where nobody stated a mark and the note bears one
    of another scheme it has that one, which this scheme does not know: a person is to say what it
    is here.
    """
    stated = note.source.marking
    borne = list(_borne(note, scheme))
    if stated is None and not borne:
        foreign = (mark for other in others for mark in _banners(note, other))
        return _with_mark(note, next(foreign, None))
    before = stated or floor
    if before is not None and scheme.read(before) is None:
        return _without_portions(note, scheme)
    raised = scheme.highest([before, *borne])
    marked = stated if scheme.covers(before or scheme.levels[0].name, raised) else raised
    return _without_portions(_with_mark(note, marked), scheme)


def _borne(note: Note, scheme: MarkingScheme) -> Iterator[str]:
    yield from _banners(note, scheme)
    for text in (*_texts(note, note.blocks), note.source.title or ""):
        at_start = _PORTION.match(text)
        for written in ([at_start[1]] if at_start else []) + _WITHIN.findall(text):
            if mark := scheme.of_portion(written):
                yield mark


def _banners(note: Note, scheme: MarkingScheme) -> Iterator[str]:
    levels = {_close(one.banner): one.name for one in scheme.levels}
    # "TLP:RED" is nothing else wherever it stands.
    plain = sorted((one.name for one in scheme.levels if ":" in one.name), key=len, reverse=True)
    anywhere = re.compile("|".join(rf"{re.escape(name)}(?![A-Z+])" for name in plain) or "(?!)")
    edges = dict.fromkeys((*note.blocks[:EDGE], *note.blocks[-EDGE:]))
    for text in _texts(note, edges):
        yield from anywhere.findall(text)
        line = _CABLE.sub("", _LABEL.sub("", text, count=1)).strip("[]() .")
        spaced = _SPACED.match(line)
        level, parted, controls = (spaced[0] if spaced else line).partition("//")
        name = levels.get(_close(level))
        if name and scheme.read(name + parted + controls):
            yield name + parted + controls


def _close(level: str) -> str:
    """OFFICIAL - SENSITIVE is OFFICIAL-SENSITIVE."""
    return re.sub("[ -]", "", level)


def _texts(note: Note, blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield note.text[block.start : block.end]


def _with_mark(note: Note, marking: str | None) -> Note:
    if marking in (None, note.source.marking):
        return note
    source = note.source.model_copy(update={"marking": marking})
    return note.model_copy(update={"source": source})


def _without_portions(note: Note, scheme: MarkingScheme) -> Note:
    blocks = tuple(
        block.model_copy(update={"start": block.start + _mark_ends(text, scheme)})
        for block, text in zip(note.blocks, _texts(note, note.blocks), strict=True)
    )
    title = note.source.title
    source = note.source.model_copy(
        update={"title": (title and title[_mark_ends(title, scheme) :]) or None}
    )
    return note.model_copy(update={"blocks": blocks, "source": source})


def _mark_ends(text: str, scheme: MarkingScheme) -> int:
    """Where the words of a portion begin; nothing is taken of one that has no words."""
    found = _PORTION.match(text)
    return found.end() if found and found.end() < len(text) and scheme.of_portion(found[1]) else 0
