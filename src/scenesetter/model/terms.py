"""Terms of topics as texts have them: whole words and their plurals, a final "*" for any ending."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache


class _Folding(dict[int, str]):
    """Each letter small and without its accent; learned as letters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = unicodedata.normalize("NFD", chr(code))[0].lower()[:1]
        return self[code]


_FOLDING = _Folding()


def folded(text: str) -> str:
    """Small letters without accents, as many as the text has."""
    return text.translate(_FOLDING)


def forms(word: str) -> frozenset[str]:
    """The word and its regular plurals."""
    plurals = {f"{word}s", f"{word}es"}
    if word.endswith("y"):
        plurals.add(f"{word[:-1]}ies")
    return frozenset({word, *plurals})


@cache
def pattern_of(term: str) -> re.Pattern[str]:
    """Finds a term in a folded text."""
    words = re.findall(r"[^\W_]+", folded(term))
    stem = words.pop() if term.endswith("*") else None
    parts = ["(?:" + "|".join(sorted(map(re.escape, forms(word)))) + ")" for word in words]
    if stem is not None:
        parts.append(rf"{re.escape(stem)}[^\W_]*")
    return re.compile(r"(?<![^\W_])" + r"(?:['’]s)?[\W_]+".join(parts) + r"(?![^\W_])")


def names_one(text: str, terms: Iterable[str]) -> bool:
    """Whether a text has one of the terms."""
    plain = folded(text)
    return any(pattern_of(term).search(plain) for term in terms)
