"""Quotations that stand alone: their speaker is named in the sentence before, or in none."""

from bisect import bisect_left
from typing import NamedTuple

from scenesetter.gather.attribution.lead_ins import lead_in
from scenesetter.gather.attribution.main_clause import main_subject
from scenesetter.gather.attribution.read_sentence import (
    Sentence,
    quotation,
    source_span,
    without_blanks,
)
from scenesetter.gather.attribution.speakers import PRONOUNS
from scenesetter.gather.attribution.speech import NEUTRAL, attributed
from scenesetter.model.fact import Attribution, Span


class Before(NamedTuple):
    """The sentence before, and what it says: `spoken` in direct speech, `told` in any other."""

    sentence: Sentence
    spoken: Attribution | None
    told: Attribution | None
    runs_on: bool = False
    """It ends inside a quotation that no mark closes: the next paragraph goes on with it."""


def introduced(sentence: Sentence, before: Before) -> Attribution | None:
    """`X put it plainly:` and in the next paragraph the quotation."""
    words = before.sentence.words
    if not words or words[-1].word != ":" or words[-1].quoted:
        return None
    floor = before.sentence.quotes[-1].last if before.sentence.quotes else 0
    speech = lead_in(before.sentence, floor, len(words))
    if speech is None:
        return None
    return attributed(before.sentence, speech, contents(sentence))


def carried(sentence: Sentence, before: Before, *, same_paragraph: bool) -> Attribution | None:
    """The quotations as words of whoever spoke, or acted, in the sentence before."""
    if before.spoken is not None:
        source = before.spoken.source
    elif before.told is not None:
        source = before.told.source if same_paragraph or _is_somebody(before) else ()
    else:
        source = _actor(before.sentence) if same_paragraph else ()
    if not source:
        return None
    made = quotation(sentence.text, source, (), contents(sentence), NEUTRAL)
    return made if before.runs_on else made.model_copy(update={"carried": True})


def _is_somebody(before: Before) -> bool:
    """Whether what is told has a name or a pronoun as its source, and no more than one."""
    source = before.told.source if before.told else ()
    if len(source) != 1:
        return False
    place = bisect_left(before.sentence.words, source[0][1], key=lambda word: word.start)
    last = before.sentence.words[place - 1]
    return place > 0 and (last.capital or last.word in PRONOUNS)


def _actor(sentence: Sentence) -> tuple[Span, ...]:
    subject = main_subject(sentence.words, 0, len(sentence.words))
    return (source_span(sentence, subject),) if subject else ()


def contents(sentence: Sentence) -> list[Span]:
    return [without_blanks(sentence.text, (quote.start, quote.end)) for quote in sentence.quotes]
