"""The subject of a sentence's main clause, past what introduces it.

Told without a parse: the first noun phrase that begins a part of the sentence and has a finite
verb after it. `In Lima on Monday, after long talks, the minister's letter made one point:`
"""

from collections.abc import Sequence

from scenesetter.gather.attribution.adverbs import is_adverb
from scenesetter.gather.attribution.cues import cues_by_word
from scenesetter.gather.attribution.speakers import Range, speaker_after
from scenesetter.gather.attribution.tokens import Token
from scenesetter.gather.lexicon import lexicon

_WORDS: dict[str, list[str]] = lexicon("function_words")["main_clause"]
_INTRODUCES = frozenset(_WORDS["introduces"])
_AUXILIARIES = frozenset(_WORDS["auxiliaries"])
_PASTS = frozenset(_WORDS["pasts"])
_PASTS_OF_ONE_FORM = frozenset(_WORDS["pasts_of_one_form"])
_OPENS_OBJECT = frozenset(_WORDS["opens_object"])
_JOINS = frozenset(_WORDS["joins"])
_OPENS_APPOSITION = frozenset(_WORDS["opens_apposition"])
_PARTS = frozenset({",", "—", "–", "--", ";", ":", ")"})
_FARTHEST = 60
"""Words from the sentence's start to its subject, at most."""


def main_subject(words: Sequence[Token], floor: int, limit: int) -> Range | None:
    """The subject of words[floor:limit]; None where no part of it is plainly a clause."""
    for start in _parts(words, floor, min(limit, floor + _FARTHEST)):
        phrase = subject_at(words, start, limit)
        if phrase is not None:
            return phrase
    return None


def _parts(words: Sequence[Token], floor: int, limit: int) -> list[int]:
    starts = [floor] + [at + 1 for at in range(floor, limit) if words[at].word in _PARTS]
    return [_past_joint(words, at, limit) for at in starts]


def _past_joint(words: Sequence[Token], at: int, limit: int) -> int:
    while at < limit and (not words[at].is_word or words[at].word in _JOINS):
        at += 1
    return at


def subject_at(words: Sequence[Token], start: int, limit: int) -> Range | None:
    """The subject that begins at `start`, where a finite verb follows it."""
    if start >= limit or _introduces(words[start]):
        return None
    phrase = speaker_after(words, start, limit)
    if phrase is None:
        return None
    phrase = _without_verb(words, phrase, limit)
    return phrase if _verb_follows(words, phrase, limit) else None


def _introduces(token: Token) -> bool:
    word = token.word
    if not token.capital and word.endswith("ed"):
        return True
    return word in _INTRODUCES or is_adverb(word) or (word.endswith("ing") and not token.capital)


def _without_verb(words: Sequence[Token], phrase: Range, limit: int) -> Range:
    """`Holm's letter makes | a case`, `Holm put | it plainly`: before an object stands the verb."""
    start, end = phrase
    end = next((at for at in range(start + 1, end) if words[at].word in _PASTS), end)
    last = words[end - 1]
    third = last.word.endswith("s") and not last.capital
    is_verb = (third or last.word in _PASTS_OF_ONE_FORM) and end - start > 1
    before_object = end < limit and words[end].word in _OPENS_OBJECT
    return (start, end - 1) if is_verb and before_object else (start, end)


def _verb_follows(words: Sequence[Token], phrase: Range, limit: int) -> bool:
    at = phrase[1]
    while at < limit and is_adverb(words[at].word):
        at += 1
    if at >= limit:
        return False
    if words[at].word in {",", "(", "who"}:  # `Holm, 61, ...`, `Holm (who ...`
        return words[at - 1].capital and _apposition_follows(words, at, limit)
    return is_finite(words[at])


def _apposition_follows(words: Sequence[Token], at: int, limit: int) -> bool:
    """`Holm, 61, ...`, `Holm, who ...`, `Holm (Labour) ...`."""
    if words[at].word != ",":
        return True
    after = words[at + 1] if at + 1 < limit else words[at]
    return after.word.isdigit() or after.word in _OPENS_APPOSITION


def is_finite(token: Token) -> bool:
    """Whether a word can be the verb of a clause, told by its form."""
    word = token.word
    if token.quoted or not token.is_word:
        return False
    if word in _AUXILIARIES | _PASTS | _PASTS_OF_ONE_FORM or (
        word.endswith("ed") and not token.capital
    ):
        return True
    if word in cues_by_word():
        return any(cue.forms & {"past", "third", "base"} for cue in cues_by_word()[word])
    return word.endswith("s") and not token.capital
