"""Rules on what a person's line claims of its facts: their words, and how many say so."""

import re
from collections.abc import Iterator, Sequence

from scenesetter.findings import Finding
from scenesetter.model.citations import BoundLine
from scenesetter.model.fact import Fact
from scenesetter.model.terms import folded

FEWEST = 3
"""Words in quotation marks that are taken for somebody's words; fewer may be a name or a term."""
PROBABLE = 2
"""The credibility from which on a fact has several origins (STANAG 2511)."""

_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_ELLIPSIS = re.compile(r"\s*(?:\[?(?:…|\.\.\.)\]?)\s*")
_WORD = re.compile(r"[^\W_]+")
_SEVERAL = re.compile(
    r"\b(?:several|multiple|many|various|numerous|independent|two|three|four|different) "
    r"(?:\w+ )?(?:sources|outlets|newspapers|papers|reports|agencies)\b",
    re.IGNORECASE,
)


def quoted_words_stand(lines: Sequence[BoundLine]) -> Iterator[Finding]:
    """SRC-04: what a line quotes stands in a fact that it cites, all parts of it in their order."""
    for bound in lines:
        told = [words for fact in bound.facts for words in _told(fact)]
        told += map(_words, bound.line.derived)
        for quoted in _QUOTED.findall(bound.line.words):
            parts = [_words(part) for part in _ELLIPSIS.split(quoted)]
            if sum(len(part.split()) for part in parts) < FEWEST:
                continue
            if not any(_in_order(parts, words) for words in told):
                what = f"“{quoted[:80]}” stands in no fact that the line cites"
                hint = "quote its words; or say that they are yours: [derived: the words]"
                yield Finding("warning", "SRC-04", bound.path, bound.line.number, what, hint)


def several_sources_are_several(lines: Sequence[BoundLine]) -> Iterator[Finding]:
    """SRC-10: a line that speaks of several sources cites more than one origin."""
    for bound in lines:
        claim = _SEVERAL.search(bound.line.words)
        origins = {fact.origin[0] if fact.origin else fact.passages[0].note for fact in bound.facts}
        if claim and len(origins) < 2 and not any(_has_several(fact) for fact in bound.facts):
            what = f"“{claim[0]}”, and all that the line cites has one origin: {min(origins)}"
            hint = "cite a fact of another origin, or name the one there is"
            yield Finding("warning", "SRC-10", bound.path, bound.line.number, what, hint)


def _has_several(fact: Fact) -> bool:
    return fact.credibility <= PROBABLE


def _told(fact: Fact) -> Iterator[str]:
    yield _words(fact.text)
    yield from (_words(passage.exact) for passage in fact.passages)


def _words(text: str) -> str:
    """In a row, between spaces, without case, accents and punctuation."""
    return f" {' '.join(_WORD.findall(folded(text)))} "


def _in_order(parts: Sequence[str], words: str) -> bool:
    place = 0
    for part in parts:
        found = words.find(part, place) if part.strip() else place
        if found < 0:
            return False
        place = max(place, found + len(part) - 1)
    return True
