"""Who speaks a quotation: a speaker and, mostly, a verb of speaking."""

from collections.abc import Sequence
from typing import NamedTuple

from scenesetter.gather.attribution.cues import Cue, Found, Sense
from scenesetter.gather.attribution.read_sentence import (
    Sentence,
    cue_span,
    quotation,
    source_span,
    without_blanks,
)
from scenesetter.gather.attribution.speakers import Range
from scenesetter.gather.attribution.tokens import Token
from scenesetter.gather.lexicon import lexicon
from scenesetter.model.fact import Attribution, Span

NEUTRAL = Sense("quotation", friction=False, negated=False)
_BY_MANNER = Cue((), frozenset({"past"}), {"quote": NEUTRAL})
"""What a verb that no lexicon lists makes of a quotation beside it: "she fumed"."""
_WORDS: dict[str, list[str]] = lexicon("function_words")["direct_speech"]
_MANNER_PASTS = frozenset(_WORDS["manner_pasts"])
PARTICLES = frozenset(_WORDS["particles"])
_NAMES_TITLES = frozenset(_WORDS["names_titles"])


class Speech(NamedTuple):
    """Who speaks a quotation, and the cue; None where the text does not say."""

    cue: Found | None
    speaker: Range | None


def may_speak(found: Found) -> bool:
    return (
        "quote" in found.cue.frames
        and found.form not in {"noun", "adjective"}
        and not found.negated
        and not found.passive
    )


def is_manner_verb(token: Token) -> bool:
    """Whether a word of unknown meaning can be a verb in the past: "fumed", "shot" (back)."""
    if token.quoted or token.capital or token.word in _NAMES_TITLES:
        return False
    return token.word in _MANNER_PASTS or (token.word.endswith("ed") and len(token.word) > 4)


def by_manner(sentence: Sentence, verb: int, limit: int) -> Found:
    """An unknown verb beside a quotation, with its particle: "shot back"."""
    words = sentence.words
    last = verb + (verb + 1 < limit and words[verb + 1].word in PARTICLES)
    return Found(verb, verb, last, _BY_MANNER, "past", negated=False, passive=False)


def attributed(sentence: Sentence, speech: Speech, quoted: Sequence[Span]) -> Attribution:
    """The quotations as words of a speaker named in `sentence`; `quoted` are spans of its text."""
    sense = speech.cue.cue.frames["quote"] if speech.cue and not speech.cue.passive else NEUTRAL
    text = sentence.text
    source = [source_span(sentence, speech.speaker)] if speech.speaker else []
    cue = [cue_span(sentence, speech.cue)] if speech.cue else []
    return quotation(text, source, cue, [without_blanks(text, span) for span in quoted], sense)
