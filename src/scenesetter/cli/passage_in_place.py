"""A fact's passage in its paragraph, with the words that tell of whom and of what it is."""

import re
import textwrap
from bisect import bisect_right
from collections.abc import Iterator

from scenesetter.model.edtf import in_words
from scenesetter.model.fact import Passage, Span
from scenesetter.model.note import Note
from scenesetter.model.terms import folded

WIDTH = 96
LONGEST = 1200
"""Characters on either side of a passage that are shown of its paragraph."""

LEGEND = "»» «« around the passage, ‹ › around the cue"
_EXCERPT = 70


def passage_shown(passage: Passage, note: Note) -> Iterator[str]:
    number, (start, end) = paragraphs_of(passage, note)
    yield f"{passage.note}, paragraph {number} (characters {passage.start} to {passage.end})"
    yield f"  {_publication(note)}"
    before = note.text[max(start, passage.start - LONGEST) : passage.start]
    after = note.text[passage.end : min(end, passage.end + LONGEST)]
    opens = "… " if passage.start - start > LONGEST else ""
    closes = " …" if end - passage.end > LONGEST else ""
    marked = f"{opens}{before}»»{_with_cue(passage, note)}««{after}{closes}"
    for part in marked.split("\n"):
        yield textwrap.indent(textwrap.fill(part, WIDTH - 2, break_on_hyphens=False), "  ")


def _publication(note: Note) -> str:
    source = note.source
    title = f"“{source.title}”" if source.title else None
    published = in_words(source.published) if source.published else "date not known"
    parts = (source.author, title, source.publisher or "publisher not known", published)
    return ", ".join(part for part in parts if part)


def _with_cue(passage: Passage, note: Note) -> str:
    shown, place = "", passage.start
    for start, end in passage.cue:
        if place <= start and end <= passage.end:
            shown += f"{note.text[place:start]}‹{note.text[start:end]}›"
            place = end
    return shown + note.text[place : passage.end]


def paragraphs_of(passage: Passage, note: Note) -> tuple[int, Span]:
    """Number, from 1, and span of the paragraphs that the passage stands in."""
    touched = [
        (number, block)
        for number, block in enumerate(note.blocks, 1)
        if block.start < passage.end and passage.start < block.end
    ]
    return touched[0][0], (touched[0][1].start, touched[-1][1].end)


def paragraph_at(note: Note, place: int) -> int:
    """Number, from 1, of the paragraph in which a character stands."""
    return max(1, bisect_right(note.blocks, place, key=lambda block: block.start))


def last_named(name: str, note: Note, before: int) -> str | None:
    """Where a note last has a name ahead of a character: "paragraph 3: ..."; where it has the
    name's last word alone, this."""
    words = folded(name).split()
    text = folded(note.text[:before])
    forms = (" ".join(words), words[-1]) if words else ()
    found = (list(re.finditer(rf"\b{re.escape(form)}\b", text)) for form in forms)
    last = next((matches[-1] for matches in found if matches), None)
    if last is None:
        return None
    around = note.text[max(0, last.start() - _EXCERPT) : last.end() + _EXCERPT]
    place = paragraph_at(note, last.start())
    return f"paragraph {place}: “… {' '.join(around.split())} …”"


def words_at(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(f"“{' '.join(text[start:end].split())}”" for start, end in spans)
