"""Who is said to have said, wanted, promised or judged what, by rules.

Each sentence is read alone; only a quotation that stands alone takes its speaker from the
sentence before. A parser would replace `subject` and the clause ends of a sentence: everything
here works on what `read_sentence` gives.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from scenesetter.gather.attribution.carried_speech import Before, carried, contents, introduced
from scenesetter.gather.attribution.direct_speech import (
    credited,
    direct_speech,
    quotes_alone,
    spoken_cues,
)
from scenesetter.gather.attribution.nesting import outermost
from scenesetter.gather.attribution.read_sentence import Sentence, quotation, read_sentence
from scenesetter.gather.attribution.reported_speech import reported_speech
from scenesetter.gather.attribution.speech import NEUTRAL
from scenesetter.gather.prose.paragraphs import paragraphs
from scenesetter.gather.prose.quotations import Quotation, marked
from scenesetter.gather.prose.sentences import sentences
from scenesetter.model.fact import Attribution, Span

_LONGEST_SENTENCE = 6000
"""Code points; beyond it is no prose, and its many cues would take their product in time."""
_MOST_PARTS = 100
"""Parts of one quotation, at most: joining ever more of them would take its square in time."""
_MOST_AFTER = 6
"""Attributions of a sentence after its direct speech that a quotation may still join, at most."""


def attributions(
    text: str, body: Sequence[Span] | None = None, *, nested: bool = False
) -> tuple[Attribution, ...]:
    """The attributions of a text in text order.

    `body` are the spans of the paragraphs to read, in order; None reads all. The content of a
    verbatim attribution lies inside the quotation marks, that of another one includes them.
    `nested` gives also what one source tells of another, "Berg wants ..." of "Holm said that
    Berg wants ...", which is otherwise but a part of Holm's content.
    """
    found: list[Attribution] = []
    before: Before | None = None
    for start, end in [(0, len(text))] if body is None else body:
        made, before = _in_body(text, start, end, before)
        found += made
    return tuple(sorted(found if nested else outermost(found), key=_place))


def _in_body(
    text: str, start: int, end: int, before: Before | None
) -> tuple[list[Attribution], Before | None]:
    """The attributions of text[start:end], and what a lone quotation after it goes on from."""
    quoted = marked(text, start, end)
    found: list[Attribution] = []
    for paragraph in paragraphs(text, start, end):
        same_paragraph = False
        for span in sentences(text, *paragraph):
            if span[1] - span[0] > _LONGEST_SENTENCE:
                continue
            inside = _inside(quoted, span)
            sentence = read_sentence(text, span, [(one.start, one.end) for one in inside])
            add = _alone if quotes_alone(sentence) else _beside
            before = add(sentence, before, found, same_paragraph=same_paragraph)
            before = before._replace(runs_on=bool(inside) and not inside[-1].closed)
            same_paragraph = True
    return found, before


def _inside(quoted: Sequence[Quotation], sentence: Span) -> list[Quotation]:
    """The quotations of a sentence, without what an unclosed one holds of other sentences."""
    start, end = sentence
    first = bisect_right(quoted, start, key=lambda one: one.end)
    last = bisect_left(quoted, end, key=lambda one: one.start)
    return [
        one._replace(start=max(one.start, start), end=min(one.end, end))
        for one in quoted[first:last]
    ]


def _alone(
    sentence: Sentence, before: Before | None, found: list[Attribution], *, same_paragraph: bool
) -> Before:
    """Adds to `found` a quotation that stands alone, or joins it to its speaker's last one."""
    made = credited(sentence, sentence.quotes[-1]) if len(sentence.quotes) == 1 else None
    if before is None:
        found += [made] if made else []
        return Before(sentence, made, None)
    together = same_paragraph or before.runs_on
    made = made or introduced(sentence, before)
    place = _place_of(before.spoken, found) if together and made is None else None
    if before.spoken and place is not None and len(before.spoken.content) < _MOST_PARTS:
        content = _joined(sentence.text, before.spoken.content, contents(sentence))
        made = found[place] = before.spoken.model_copy(update={"content": content})
        return Before(sentence, made, None)
    made = made or carried(sentence, before, same_paragraph=same_paragraph)
    if made is not None:
        found.append(made)
    return Before(sentence, made, None)


def _place_of(one: Attribution | None, found: Sequence[Attribution]) -> int | None:
    last = range(len(found) - 1, max(-1, len(found) - 1 - _MOST_AFTER), -1)
    return next((place for place in last if found[place] is one), None)


def _joined(text: str, content: Sequence[Span], more: Sequence[Span]) -> tuple[Span, ...]:
    """Sentences inside one pair of marks are one span."""
    (start, end), (following, stop) = content[-1], more[0]
    if text[end:following].isspace():
        return (*content[:-1], (start, stop), *more[1:])
    return (*content, *more)


def _beside(
    sentence: Sentence, before: Before | None, found: list[Attribution], *, same_paragraph: bool
) -> Before:
    """Adds to `found` what the words of the sentence attribute."""
    spoken = direct_speech(sentence)
    told = reported_speech(sentence, set(spoken_cues(spoken)))
    last = spoken[-1].attribution if spoken else None
    made = sorted([one.attribution for one in spoken] + told, key=_place)
    said_before = before and (before.spoken or before.told)
    if not made and same_paragraph and said_before and _ends_quotation(sentence):
        words = sentence.words
        content = [(words[0].start, words[-1].end)]
        last = quotation(sentence.text, said_before.source, (), content, NEUTRAL)
        last = last.model_copy(update={"carried": True})
        made = [last]
    found += made
    return Before(sentence, last, made[0] if made else None)


def _ends_quotation(sentence: Sentence) -> bool:
    """A closing mark whose opening one is missing: the speaker before goes on to here."""
    if sentence.quotes or not sentence.words:
        return False
    last = sentence.words[-1].end
    return sentence.text[last - 1 : last + 1] in {'."', ".”", '!"', "!”", '?"', "?”"}


def _place(one: Attribution) -> Span:
    return min(one.cue + one.content)
