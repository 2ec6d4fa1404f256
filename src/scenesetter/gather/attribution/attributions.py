"""Who is said to have said, wanted, promised or judged what, by rules.

Each sentence is read alone; only the speaker of a quotation that stands alone is carried over
from the sentence before. A parser would replace `subject` and the clause ends of a sentence:
everything here works on what `read_sentence` gives.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from scenesetter.gather.attribution.direct_speech import (
    NEUTRAL,
    direct_speech,
    quotes_alone,
    spoken_cues,
)
from scenesetter.gather.attribution.read_sentence import (
    Sentence,
    inside_marks,
    quotation,
    read_sentence,
)
from scenesetter.gather.attribution.reported_speech import reported_speech
from scenesetter.gather.prose.quotations import quotations
from scenesetter.gather.prose.sentences import sentences
from scenesetter.model.fact import Attribution, Span

_LONGEST_SENTENCE = 6000
"""Code points; beyond it is no prose, and its many cues would take their product in time."""


def attributions(text: str, body: Sequence[Span] | None = None) -> tuple[Attribution, ...]:
    """The attributions of a text in text order.

    `body` are the spans of the paragraphs to read, in order; None reads all. The content of a
    verbatim attribution lies inside the quotation marks, that of another one includes them.
    """
    found: list[Attribution] = []
    last: Attribution | None = None
    for start, end in [(0, len(text))] if body is None else body:
        made, last = _in_body(text, start, end, last)
        found += made
    return tuple(sorted(found, key=_place))


def _in_body(
    text: str, start: int, end: int, before: Attribution | None
) -> tuple[list[Attribution], Attribution | None]:
    """The attributions of text[start:end], and the one that a lone quotation would go on from."""
    quoted = quotations(text, start, end)
    ends = [span[1] for span in quoted]
    starts = [span[0] for span in quoted]
    found: list[Attribution] = []
    last, previous_end = before, start
    for span in sentences(text, start, end):
        if span[1] - span[0] > _LONGEST_SENTENCE:
            continue
        inside = quoted[bisect_right(ends, span[0]) : bisect_left(starts, span[1])]
        sentence = read_sentence(text, span, inside)
        same_paragraph = "\n\n" not in text[previous_end : span[0]] and previous_end > start
        if quotes_alone(sentence):
            last = _carry(sentence, last, found, same_paragraph=same_paragraph)
        else:
            made = _in_sentence(sentence)
            if not made and same_paragraph and last and last.source and _ends_quotation(sentence):
                made = [quotation(text, last.source, (), [(span[0], span[1] - 1)], NEUTRAL)]
            found += made
            last = made[-1] if made else None
        previous_end = span[1]
    return found, last


def _in_sentence(sentence: Sentence) -> list[Attribution]:
    spoken = direct_speech(sentence)
    reported = reported_speech(sentence, set(spoken_cues(spoken)))
    return sorted([one.attribution for one in spoken] + reported, key=_place)


def _ends_quotation(sentence: Sentence) -> bool:
    """A closing mark whose opening one is missing: the speaker before goes on to here."""
    if sentence.quotes or not sentence.words:
        return False
    last = sentence.words[-1].end
    return sentence.text[last - 1 : last + 1] in {'."', ".”", '!"', "!”", '?"', "?”"}


def _carry(
    sentence: Sentence, last: Attribution | None, found: list[Attribution], *, same_paragraph: bool
) -> Attribution | None:
    """Gives a quotation that stands alone to the speaker of the sentence before it.

    In the same paragraph it joins that speaker's quotation. Gives back what a further one
    would go on from.
    """
    if last is None or not last.source:
        return None
    text = sentence.text
    content = [inside_marks(text, (quote.start, quote.end)) for quote in sentence.quotes]
    if same_paragraph and last.verbatim and found and found[-1] is last:
        found[-1] = last.model_copy(update={"content": (*last.content, *content)})
    elif same_paragraph or last.verbatim:
        found.append(quotation(text, last.source, (), content, NEUTRAL))
    else:
        return None
    return found[-1]


def _place(one: Attribution) -> Span:
    return min(one.cue + one.content)
