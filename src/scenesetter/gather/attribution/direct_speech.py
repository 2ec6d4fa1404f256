"""Direct speech: a quotation with the words beside it that name its speaker."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scenesetter.gather.attribution.cues import Found
from scenesetter.gather.attribution.lead_ins import lead_in
from scenesetter.gather.attribution.read_sentence import Quote, Sentence, quotation, without_blanks
from scenesetter.gather.attribution.speakers import Range
from scenesetter.gather.attribution.speech import NEUTRAL, Speech, attributed
from scenesetter.gather.attribution.speech_tags import pauses, speech_tag
from scenesetter.model.fact import Attribution

_LONGEST_GAP = 32
"""Words between a speaker and the next part of the same quotation."""
_NAME = r"[A-Z][\w.’'-]{0,30}(?: (?:[A-Z][\w.’'-]{0,30}|of|the|de|van|for|and)){0,8}"
_CREDIT = re.compile(
    r"[\"”’'»]{1,2}\s?[.…]?\s?\[(?P<bracketed>[A-Z][^\[\]\n]{1,80}?)\.?\]"
    rf"|[\"”’'»]{{1,2}}\s{{0,2}}(?:[—–―~]|--?)\s?(?P<signed>{_NAME})(?=\s?(?:[,.(\n]|\Z))"
)
_SHORTEST_CREDITED = 6
"""Words; fewer in quotation marks before a bracket are rather a name."""


class Spoken(NamedTuple):
    attribution: Attribution
    cue: Found | None
    quotes: range
    """Which of the sentence's quotations are its content."""
    speaker: Range | None


def direct_speech(sentence: Sentence) -> list[Spoken]:
    """The attributions of whole quotations in a sentence, in order."""
    found: list[Spoken] = []
    number = 0
    while number < len(sentence.quotes):
        spoken = _spoken(sentence, number, found[-1].speaker if found else None)
        number = spoken.quotes.stop if spoken else number + 1
        if spoken:
            found.append(spoken)
    return found


def _spoken(sentence: Sentence, number: int, last_speaker: Range | None) -> Spoken | None:
    quote = sentence.quotes[number]
    speech = speech_tag(sentence, number)
    stop = number + 1
    if speech is not None:
        stop = _last_part(sentence, number, speech)
    elif _ends_whole(sentence, quote):
        floor = sentence.quotes[number - 1].last if number else 0
        speech = lead_in(sentence, floor, quote.first, last_speaker)
    if speech is None:
        made = credited(sentence, quote)
        return Spoken(made, None, range(number, stop), None) if made else None
    parts = [(part.start, part.end) for part in sentence.quotes[number:stop]]
    made = attributed(sentence, speech, parts)
    return Spoken(made, speech.cue, range(number, stop), speech.speaker)


def _last_part(sentence: Sentence, number: int, speech: Speech) -> int:
    """Where a quotation broken by its speaker ends, as a number of the sentence's quotations."""
    edge = speech.speaker[1] if speech.speaker else 0
    if speech.cue:
        edge = max(edge, speech.cue.last + 1)
    stop = number + 1
    while stop < len(sentence.quotes) and _resumes(sentence, edge, sentence.quotes[stop]):
        edge = sentence.quotes[stop].last
        stop += 1
    return stop


def credited(sentence: Sentence, quote: Quote) -> Attribution | None:
    """`"It holds and will hold." [Andean Post]`, `"..." — Ana Holm`: a source without a verb."""
    text = sentence.text
    credit = _CREDIT.match(text, quote.end)
    whole = text[quote.start : quote.end].endswith((".", "!", "?", "…"))
    if credit is None or (quote.last - quote.first < _SHORTEST_CREDITED and not whole):
        return None
    content = without_blanks(text, (quote.start, quote.end))
    start, end = credit.span(credit.lastgroup or 0)
    end -= text[start:end].endswith(".")  # the line's, not the name's
    return quotation(text, [(start, end)], (), [content], NEUTRAL)


def _ends_whole(sentence: Sentence, quote: Quote) -> bool:
    """Whether the quotation is a statement of its own, not a few words in another clause."""
    words = sentence.words
    if quote.last >= len(words) or not words[quote.last].is_word:
        return True
    return pauses(sentence, quote)


def _resumes(sentence: Sentence, edge: int, quote: Quote) -> bool:
    """`"...," X said, "..."`: what stands between is only more of the speaker's description."""
    between = sentence.words[edge : quote.first]
    cues = [found for found in sentence.cues if edge <= found.head < quote.first]
    ends = not between or between[-1].word[-1] in ",:.—–-"  # "... in N.Y. "Then ..."
    return ends and not cues and len(between) <= _LONGEST_GAP


def quotes_alone(sentence: Sentence) -> bool:
    """Nothing but quotations in the sentence."""
    return bool(sentence.quotes) and all(
        token.quoted or not token.is_word for token in sentence.words
    )


def spoken_cues(spoken: Sequence[Spoken]) -> Iterator[int]:
    """The heads of the cues that direct speech has used up."""
    return (one.cue.head for one in spoken if one.cue is not None)
