"""Sentences of a written text that tell nothing of its matter: questions for effect, signposts to
what follows, that nobody answered, looks and gestures."""

import re

from scenesetter.gather.attribution.main_clause import is_finite
from scenesetter.gather.attribution.tokens import tokens
from scenesetter.gather.lexicon import lexicon
from scenesetter.gather.prose.plain import plain
from scenesetter.gather.prose.quotations import quotations

_WORDS: dict[str, list[str]] = lexicon("filler")
_SIGNPOST_WORDS = 14
_GESTURE_WORDS = 16
_SCRAP_WORDS = 6
_LEANING_WORDS = 4
_VERBLESS_WORDS = 14


def _any(name: str) -> str:
    return "|".join(map(re.escape, _WORDS[name]))


_LEANS = re.compile(r"(?:but |and |so )?(?:it|that|this|they|those|these)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\?[\"'”’)\]]*\Z")
_SIGNPOST = re.compile(
    rf"\b(?:(?:{_any('signposts')})[.:!…]?\Z|(?:{_any('not_only')})\b)", re.IGNORECASE
)
_NO_ANSWER = re.compile(rf"\b(?:{_any('no_answer')})\b", re.IGNORECASE)
_REFUSAL = re.compile(rf"\b(?:{_any('refuses')}) (?:\w+ )?(?:{_any('to_answer')})\b", re.IGNORECASE)
_GESTURE = re.compile(rf"\b(?:{_any('gestures')})\b(?:(?! and )[^,;:]){{0,50}}\.\Z", re.IGNORECASE)
_SAYS_MORE = re.compile(r",? (?:but|and|because)(?: \S+){5}")
_TOLD = re.compile(r"(?<!^)\b[A-Z]|\d")
_NO_VERB = frozenset(_WORDS["no_verbs"])
"""Words in -s that are no verb."""
_OPENS_VERBLESS = frozenset(_WORDS["verbless_openers"])
_IRREGULAR = frozenset(_WORDS["irregular_pasts"])


def tells_nothing(sentence: str) -> bool:
    """Of a sentence that nobody is cited for."""
    words = plain(sentence)
    count = words.count(" ") + 1
    if _QUESTION.search(words) or refuses_to_answer(words):
        return True
    if count <= _SIGNPOST_WORDS and _SIGNPOST.search(words):
        return True
    if count <= _GESTURE_WORDS and _GESTURE.search(words):
        return True
    if _TOLD.search(words):
        return False
    leans = count <= _LEANING_WORDS and _LEANS.match(words) is not None
    return leans or (count <= _SCRAP_WORDS and is_verbless(sentence))


def refuses_to_answer(sentence: str) -> bool:
    """Nobody commented, and nothing else is told: no "but", no "and" with a clause."""
    words = plain(sentence)
    silence = _REFUSAL.search(words) or _NO_ANSWER.search(words)
    return silence is not None and _SAYS_MORE.search(words, silence.end()) is None


def is_verbless(sentence: str) -> bool:
    """`A policy known as "patience first."`: it leans on the sentence before it.

    In doubt there is a verb: any word in -s or -ed outside quotation marks may be one.
    """
    if sentence.count(" ") >= _VERBLESS_WORDS:
        return False
    opening, _, more = sentence.partition(" ")
    if opening.rstrip(",").lower() not in _OPENS_VERBLESS or not more:
        return False
    marked = quotations(sentence, 0, len(sentence))
    words = [word for word in tokens(sentence, (0, len(sentence)), marked) if word.is_word]
    return not any(
        is_finite(word) or word.word in _IRREGULAR for word in words if word.word not in _NO_VERB
    )
