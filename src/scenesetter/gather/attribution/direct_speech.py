"""Direct speech: a quotation with the words beside it that name its speaker."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scenesetter.gather.attribution.cues import Found, Sense, is_adverb
from scenesetter.gather.attribution.read_sentence import (
    Quote,
    Sentence,
    cue_span,
    inside_marks,
    quotation,
    source_span,
)
from scenesetter.gather.attribution.speakers import Range, phrase_before, speaker_after
from scenesetter.gather.attribution.subjects import subject
from scenesetter.gather.lexicon import lexicon
from scenesetter.model.fact import Attribution

NEUTRAL = Sense("quotation", friction=False, negated=False)
_BREATHS = ",?!-—–…."
"""A quotation that ends with one of these may be followed by its speaker."""
_LONGEST_GAP = 16
"""Words between a cue and the quotation after it."""
_WORDS: dict[str, list[str]] = lexicon("function_words")["direct_speech"]
_GAP_OPENS = frozenset(_WORDS["gap_opens"])


_APPOSITION_OPENS = frozenset(_WORDS["apposition_opens"])


class Spoken(NamedTuple):
    attribution: Attribution
    cue: Found | None
    quotes: range
    """Which of the sentence's quotations are its content."""


class _Speech(NamedTuple):
    cue: Found | None
    speaker: Range


def direct_speech(sentence: Sentence) -> list[Spoken]:
    """The attributions of whole quotations in a sentence, in order."""
    found: list[Spoken] = []
    number = 0
    while number < len(sentence.quotes):
        spoken = _spoken(sentence, number)
        number = spoken.quotes.stop if spoken else number + 1
        if spoken:
            found.append(spoken)
    return found


def _spoken(sentence: Sentence, number: int) -> Spoken | None:
    quote = sentence.quotes[number]
    speech = _speech_after(sentence, number)
    stop = number + 1
    if speech is not None:
        edge = max(speech.speaker[1], speech.cue.last + 1 if speech.cue else 0)
        while stop < len(sentence.quotes) and _resumes(sentence, edge, sentence.quotes[stop]):
            edge = sentence.quotes[stop].last
            stop += 1
    else:
        speech = _speech_before(sentence, number) if _ends_whole(sentence, quote) else None
    if speech is None:
        return None
    sense = speech.cue.cue.frames["quote"] if speech.cue else NEUTRAL
    text = sentence.text
    content = [inside_marks(text, (part.start, part.end)) for part in sentence.quotes[number:stop]]
    cue = [cue_span(sentence, speech.cue)] if speech.cue else []
    source = [source_span(sentence, speech.speaker)]
    made = quotation(text, source, cue, content, sense)
    return Spoken(made, speech.cue, range(number, stop))


def _speech_after(sentence: Sentence, number: int) -> _Speech | None:
    """`"...," X said` and `"...," said X`."""
    quote = sentence.quotes[number]
    words, at = sentence.words, quote.last
    limit = _next_quote(sentence, number)
    if at < limit and words[at].word == "(":
        at = next((i + 1 for i in range(at, limit) if words[i].word == ")"), at)
    if at < limit and words[at].word == ",":
        at += 1
    elif sentence.text[quote.end - 1] not in _BREATHS:
        return None
    for found in sentence.cues:
        if found.first < at:
            continue
        if found.first >= limit or found.first > at + 30:
            return None
        if not _may_speak(found):
            continue
        if found.first == at and found.form in {"past", "third", "base"}:
            after = _past_addressee(sentence, found.last + 1, limit)
            speaker = speaker_after(words, after, limit)
        else:
            speaker = _speaker_ahead(sentence, found, at)
        return _Speech(found, speaker) if speaker else None
    return None


def _speaker_ahead(sentence: Sentence, found: Found, at: int) -> Range | None:
    """`"...," X said`, `"...," X, who leads the bank, said`."""
    speaker = speaker_after(sentence.words, at, found.first)
    if speaker is None:
        return None
    word = sentence.words[speaker[1]].word
    if speaker[1] == found.first or word in _APPOSITION_OPENS or is_adverb(word):
        return speaker
    nearest = subject(sentence, found, at, None)
    return nearest if nearest and nearest[0] <= at + 2 else None


def _past_addressee(sentence: Sentence, at: int, limit: int) -> int:
    """`"...," added a laughing X`: nothing to pass but "to him"."""
    words = sentence.words
    if at + 1 < limit and words[at].word == "to" and words[at + 1].word in {"him", "her", "them"}:
        return at + 2
    return at


def _speech_before(sentence: Sentence, number: int) -> _Speech | None:
    """`X said: "..."` and `X: "..."`."""
    words, quote = sentence.words, sentence.quotes[number]
    floor = sentence.quotes[number - 1].last if number else 0
    edge = quote.first
    if edge == floor:
        return None
    for found in reversed(sentence.cues):
        if found.last >= edge or found.first < floor or not _may_speak(found):
            continue
        if not _leads_to(sentence, found.last + 1, edge):
            break
        speaker = subject(sentence, found, floor, None)
        return _Speech(found, speaker) if speaker else None
    if words[edge - 1].word != ":" or floor:
        return None
    speaker = phrase_before(words, edge - 1, floor)
    if speaker is None or speaker[0] != 0 or not words[speaker[1] - 1].capital:
        return None
    return _Speech(None, speaker)


def _may_speak(found: Found) -> bool:
    return (
        "quote" in found.cue.frames
        and found.form not in {"noun", "adjective"}
        and not found.negated
        and not found.passive
    )


def _leads_to(sentence: Sentence, start: int, edge: int) -> bool:
    """Whether the words between a cue and a quotation may stand between the two."""
    if start == edge:
        return True
    words = sentence.words
    if edge - start > _LONGEST_GAP or any(token.quoted for token in words[start:edge]):
        return False
    mark = words[edge - 1].word
    if mark == ":":
        return True
    return mark in {",", "that", "—", "–", "--"} and (
        edge - start == 1 or words[start].word in _GAP_OPENS or edge - start < 6
    )


def _ends_whole(sentence: Sentence, quote: Quote) -> bool:
    """Whether the quotation is a statement of its own, not a few words in another clause."""
    words = sentence.words
    if quote.last >= len(words) or not words[quote.last].is_word:
        return True
    return sentence.text[quote.end - 1] in _BREATHS


def _resumes(sentence: Sentence, edge: int, quote: Quote) -> bool:
    """`"...," X said, "..."`: what stands between is only more of the speaker's description."""
    between = sentence.words[edge : quote.first]
    cues = [found for found in sentence.cues if edge <= found.head < quote.first]
    ends = not between or between[-1].word in {",", ":", ".", "—", "–", "--"}
    return ends and not cues and len(between) <= _LONGEST_GAP * 2


def _next_quote(sentence: Sentence, number: int) -> int:
    following = sentence.quotes[number + 1 : number + 2]
    return following[0].first if following else len(sentence.words)


def quotes_alone(sentence: Sentence) -> bool:
    """Nothing but quotations in the sentence."""
    return bool(sentence.quotes) and all(
        token.quoted or not token.is_word for token in sentence.words
    )


def spoken_cues(spoken: Sequence[Spoken]) -> Iterator[int]:
    """The heads of the cues that direct speech has used up."""
    return (one.cue.head for one in spoken if one.cue is not None)
