"""The passages of a note that may become facts, and whose voice each of them is."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scenesetter.gather.attributions import attributions
from scenesetter.gather.sentences import sentences
from scenesetter.model.fact import Attribution, FactKind, Span
from scenesetter.model.note import Block, Note

MOST_TELLING: tuple[FactKind, ...] = (
    "request",
    "commitment",
    "assessment",
    "quotation",
    "position",
    "figure",
    "event",
)
"""Of several kinds in one passage the first that applies: wishes and promises matter most."""

LEANS = re.compile(r"(?:It|Its|He|His|She|Her|They|Their|This|That|These|Those|Both|Such)\b")
"""Words that say nothing at the start of a sentence without the sentence before."""


class Voice(NamedTuple):
    """A passage in the voice of one source; `attribution` is None where nobody is cited for it.

    A passage in which two speak of their own accord is two voices of the same span.
    """

    note: Note
    span: Span
    block: Block
    attribution: Attribution | None
    friction: bool = False

    @property
    def exact(self) -> str:
        return self.note.text[self.span[0] : self.span[1]]

    @property
    def source(self) -> tuple[Span, ...]:
        return self.attribution.source if self.attribution else ()

    def words(self, spans: Sequence[Span]) -> str:
        """The words of some spans of the note, white space folded."""
        return " ".join(" ".join(self.note.text[start:end] for start, end in spans).split())


def voices(note: Note) -> Iterator[list[Voice]]:
    """The voices of each passage of the note's body, in the order of the text."""
    body = [block for block in note.blocks if block.kind == "body"]
    for together in _overlapping(_candidates(note, body)):
        span = (min(one.span[0] for one in together), max(one.span[1] for one in together))
        yield [one._replace(span=span) for one in _apart(together)]


def _candidates(note: Note, body: Sequence[Block]) -> Iterator[Voice]:
    """Attributed passages, and the sentences in between that nobody is cited for."""
    split = {block: sentences(note.text, block.start, block.end) for block in body}
    bounds = [span for spans in split.values() for span in spans]
    taken: list[Span] = []
    for attribution in attributions(note.text, [(block.start, block.end) for block in body]):
        span = _whole_sentences(attribution, bounds)
        block = next((one for one in body if one.start <= span[0] < one.end), None)
        if block is not None:
            taken.append(span)
            yield Voice(note, span, block, attribution, attribution.friction)
    for block in body:
        free = [span for span in split[block] if not _overlaps(span, taken)]
        for span in _with_what_they_lean_on(note, free):
            yield Voice(note, span, block, None)


def _whole_sentences(attribution: Attribution, bounds: Sequence[Span]) -> Span:
    """The sentences that hold cue and content; the source may stand in an earlier one."""
    core = [*attribution.cue, *attribution.content]
    start, end = min(span[0] for span in core), max(span[1] for span in core)
    touched = [span for span in bounds if span[0] < end and start < span[1]]
    if touched:
        start, end = min(start, touched[0][0]), max(end, touched[-1][1])
    return start, end


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


def _with_what_they_lean_on(note: Note, spans: Sequence[Span]) -> list[Span]:
    """A sentence that starts with a pronoun joins the one before, where nobody is cited."""
    joined: list[Span] = []
    for start, end in spans:
        between = note.text[joined[-1][1] : start] if joined else "."
        if LEANS.match(note.text, start) and not between.strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _overlapping(candidates: Iterator[Voice]) -> Iterator[list[Voice]]:
    """Candidates grouped where their passages overlap, in the order of the text."""
    group: list[Voice] = []
    reach = 0
    for candidate in sorted(candidates, key=lambda one: one.span):
        if group and candidate.span[0] >= reach:
            yield group
            group, reach = [], 0
        group.append(candidate)
        reach = max(reach, candidate.span[1])
    if group:
        yield group


def _apart(together: Sequence[Voice]) -> list[Voice]:
    """One a source, with the most telling of its attributions. Whom a speaker speaks of is no
    voice: an attribution that stands inside what another says is left to that other."""
    attributed = [(one, one.attribution) for one in together if one.attribution]
    by_source: dict[str, list[tuple[Voice, Attribution]]] = {}
    for one, attribution in attributed:
        if not any(_inside(attribution, other) for _, other in attributed):
            source = one.words(attribution.source).casefold()
            by_source.setdefault(source, []).append((one, attribution))
    if not by_source:
        return [together[0]]
    return [_most_telling(members) for members in by_source.values()]


def _most_telling(members: Sequence[tuple[Voice, Attribution]]) -> Voice:
    first = min(members, key=lambda member: MOST_TELLING.index(member[1].kind))[0]
    return first._replace(friction=any(attribution.friction for _, attribution in members))


def _inside(attribution: Attribution, other: Attribution) -> bool:
    """Whether one attribution's cue is part of what the other says."""
    return attribution is not other and all(
        any(start <= cue[0] and cue[1] <= end for start, end in other.content)
        for cue in attribution.cue
    )
