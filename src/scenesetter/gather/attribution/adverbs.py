"""Adverbs, told by form and by list."""

from scenesetter.gather.lexicon import lexicon

_WORDS: dict[str, list[str]] = lexicon("function_words")["cues"]
_ADVERBS = frozenset(_WORDS["adverbs"])
_NOT_ADVERBS = frozenset(_WORDS["not_adverbs"])


def is_adverb(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS)
