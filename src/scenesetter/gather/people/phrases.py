"""The words for whoever is meant, taken apart."""

import re

from scenesetter.model.fact import Span
from scenesetter.model.note import Note

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_CLAUSE = re.compile(r",|\s\(|\s(?:who|that|which|whose|speaking|familiar|close|on condition)\b")


def words_at(note: Note, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(note.text[span[0] : span[1]].split())


def without_clause(words: str) -> str:
    """The words before an apposition or a relative clause: "the envoy|, who is ill,"."""
    return _CLAUSE.split(words, maxsplit=1)[0]


def without_article(words: str) -> str:
    return _ARTICLE.sub("", words, count=1)


def has_article(words: str) -> bool:
    return _ARTICLE.match(words) is not None
