"""What the sentences before a place are about, for a "they" or "it" there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from scenesetter.gather.attribution.read_sentence import Sentence, read_sentence, source_span
from scenesetter.gather.attribution.speakers import Range
from scenesetter.gather.attribution.subjects import lead_subject
from scenesetter.gather.dates.tense import is_past
from scenesetter.gather.prose.quotations import quotations
from scenesetter.gather.prose.sentences import sentences
from scenesetter.model.fact import Span
from scenesetter.model.note import Block

_SENTENCES = 3
_REACH = 700
"""Characters of the paragraph that are read; a bound that keeps one endless paragraph linear."""


def subjects_before(text: str, block: Block | None, place: int) -> Iterator[Span]:
    """The subjects of the paragraph's sentences before `place`, nearest first."""
    if block is None:
        return
    start = max(block.start, place - _REACH)
    quoted = quotations(text, start, place)
    starts, ends = [span[0] for span in quoted], [span[1] for span in quoted]
    for span in sentences(text, start, place)[: -_SENTENCES - 1 : -1]:
        inside = quoted[bisect_right(ends, span[0]) : bisect_left(starts, span[1])]
        sentence = read_sentence(text, span, inside)
        subject = lead_subject(sentence, len(sentence.words))
        if subject is not None:
            yield source_span(sentence, _without_verb(sentence, subject))


def _without_verb(sentence: Sentence, subject: Range) -> Range:
    """The phrase before a past form that is no cue: "the two sides met"."""
    first, last = subject
    verbs = (at for at in range(first + 1, last) if is_past(sentence.words[at].word))
    return first, next(verbs, last)
