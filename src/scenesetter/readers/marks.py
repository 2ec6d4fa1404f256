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
_CONTROLS = re.compile(r"(?://?[A-Z][A-Z0-9/ ,:+-]*)?")
"""What stands behind the level of a banner."""
_LISTED = re.compile(r"\([ABD-RTV-Z]\) ")
"""Where others are listed by letters, (C) and (S) are no marks of another scheme."""
_SIGNED = re.compile(r"(?:\w+\W+){0,2}\w*\W*\Z|.*\b(?:copyright|rights reserved)\b", re.IGNORECASE)
"""What stands behind a (C) that is a copyright."""


def with_its_marks(
    note: Note,
    scheme: MarkingScheme,
    floor: str | None,
    others: Iterable[MarkingScheme],
    *,
    decided: bool = False,
) -> Note:
    """The note with the highest of the mark that was stated of it and those that it bears itself;
    marks of portions are no part of its paragraphs.

    `floor` is the mark of a note that has none. One that bears a mark which this scheme does not
    know (a control that it lacks, a void mark, one of the other schemes) has that one, so that it
    reaches nobody until a person says what it is here: `decided`.
    """
    stated = note.source.marking
    borne = list(_borne(note, scheme))
    if not decided:
        borne += (mark for other in others for mark in _foreign(note, other))
        if strange := [mark for mark in borne if scheme.read(mark) is None]:
            return _with_mark(note, strange[0])
    before = stated or floor
    if before is not None and scheme.read(before) is None:
        return _without_portions(note, scheme)
    raised = scheme.highest([before, *borne])
    marked = stated if scheme.covers(before or scheme.levels[0].name, raised) else raised
    return _without_portions(_with_mark(note, marked), scheme)


def _borne(note: Note, scheme: MarkingScheme) -> Iterator[str]:
    """Its marks of this scheme, as they are written where the scheme does not know all of one."""
    yield from _banners(note, scheme)
    for text in (*_texts(note, note.blocks), note.source.title or ""):
        at_start = _PORTION.match(text)
        for written in ([at_start[1]] if at_start else []) + _WITHIN.findall(text):
            if mark := scheme.of_portion(written) or _in_part(written, scheme):
                yield mark


def _in_part(written: str, scheme: MarkingScheme) -> str | None:
    """A portion mark of which the scheme knows the level alone, or a void one."""
    inside = written.strip("()")
    level, parted, _ = inside.partition("/")
    known = bool(parted) and scheme.of_portion(f"({level.strip()})") is not None
    return inside if known or inside in scheme.legacy else None


def _foreign(note: Note, other: MarkingScheme) -> list[str]:
    """Its marks of another scheme, the highest alone, or what that does not know either."""
    borne = [*_banners(note, other), *_foreign_portions(note, other)]
    highest = other.highest(borne)
    return [*([highest] if highest else []), *(one for one in borne if other.read(one) is None)]


def _foreign_portions(note: Note, other: MarkingScheme) -> Iterator[str]:
    """One letter is a mark of another scheme only before a sentence, in no list."""
    texts = [*_texts(note, [one for one in note.blocks if one.kind in ("body", "heading")])]
    texts.append(note.source.title or "")
    listed = any(_LISTED.match(text) for text in texts)
    for text in texts:
        at_start = _PORTION.match(text)
        doubtful = listed or (at_start and _SIGNED.match(text, at_start.end()))
        for written in ([at_start[1]] if at_start else []) + _WITHIN.findall(text):
            alone = len(written) == len("(C)") and (doubtful or not at_start)
            if not alone and (mark := other.of_portion(written) or _in_part(written, other)):
                yield mark


def _banners(note: Note, scheme: MarkingScheme) -> Iterator[str]:
    levels = {_close(one.banner): one.name for one in scheme.levels}
    # "TLP:RED" is nothing else wherever it stands.
    plain = {one.name.replace(":", " "): one.name for one in scheme.levels if ":" in one.name}
    longest = sorted(plain, key=len, reverse=True)
    forms = "|".join(re.escape(name).replace(r"\ ", "(?::| |: )") for name in longest) or "(?!)"
    anywhere = re.compile(rf"\b({forms})(?![A-Z+])", re.IGNORECASE)
    edges = dict.fromkeys((*note.blocks[:EDGE], *note.blocks[-EDGE:]))
    for text in _texts(note, edges):
        for found in anywhere.findall(text):
            yield plain[re.sub(": ?", " ", found).upper()]
        line = _CABLE.sub("", _LABEL.sub("", text, count=1)).strip("[]() .")
        spaced = _SPACED.match(line)
        if spaced:
            behind = _CONTROLS.match(line, spaced.end())
            line = spaced[0] + (behind[0] if behind else "")
        level, parted, controls = line.partition("/")
        name = levels.get(_close(level))
        if line in scheme.legacy:
            yield line
        elif name and not parted:
            yield name
        elif name and _CONTROLS.fullmatch(f"/{controls}"):
            yield f"{name}//{controls.removeprefix('/')}"


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
