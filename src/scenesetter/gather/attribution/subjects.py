"""The subject of a cue inside its sentence."""

from scenesetter.gather.attribution.cues import Found
from scenesetter.gather.attribution.read_sentence import Sentence
from scenesetter.gather.attribution.speakers import (
    Range,
    possessor_before,
    speaker_after,
    speaker_before,
)
from scenesetter.gather.attribution.tokens import Token
from scenesetter.gather.lexicon import lexicon

_WORDS: dict[str, list[str]] = lexicon("function_words")["subjects"]
_LEADS_PARTICIPLE = frozenset(_WORDS["leads_participle"])
_FARTHEST_LEAD = 40
"""Words to the end of the sentence's first noun phrase, at most."""
_CONDITIONS = frozenset(_WORDS["conditions"])
_NOBODY = frozenset(_WORDS["nobody"])
_OPENERS = frozenset(_WORDS["openers"])


def subject(
    sentence: Sentence, found: Found, floor: int, last_speaker: Range | None
) -> Range | None:
    """Who said, wanted or promised it; None where the sentence does not tell.

    `last_speaker` is the source of the attribution before it in the sentence.
    """
    words = sentence.words
    if found.form == "noun":
        return possessor_before(words, found.first, floor)
    before = words[found.first - 1].word if found.first > floor else ""
    bare = found.form == "ing" and found.first == found.head
    if bare and before in _LEADS_PARTICIPLE:
        return last_speaker or lead_subject(sentence, found.first)
    if before in {"and", "but", "then"}:
        shared = last_speaker or lead_subject(sentence, found.first)
        return shared if found.form != "base" else None
    if not before:
        return None
    speaker = speaker_before(words, found.first, floor)
    if speaker is None or _is_nobody(words[speaker[0]], speaker):
        return None
    condition = words[speaker[0] - 1].word if speaker[0] > 0 else ""
    return None if condition in _CONDITIONS else speaker


def _is_nobody(token: Token, speaker: Range) -> bool:
    return speaker[1] - speaker[0] == 1 and token.word in _NOBODY


def lead_subject(sentence: Sentence, limit: int) -> Range | None:
    """The first noun phrase of the sentence after an introduction set off by a comma."""
    words = sentence.words
    at = 0
    limit = min(limit, _FARTHEST_LEAD)
    while at < limit and not words[at].is_word:
        at += 1
    if at < limit and words[at].word in _OPENERS:
        comma = next((i for i in range(at, limit) if words[i].word == ","), None)
        if comma is None:
            return None
        at = comma + 1
    return speaker_after(words, at, limit) if at < limit else None
