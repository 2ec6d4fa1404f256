"""Which issues a passage bears on, by the weighted terms of the topics."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from scenesetter.model.fact import Span
from scenesetter.model.topic import Topic

_WORD = re.compile(r"([^\W_]+)(?:['’]s\b)?")
_BESIDE = 0.4  # a word beside the passage says less than one in it
_HEADING = 0.35
_MOST_CONTEXT = 1.5  # so that context decides only where the passage itself is weak
_NEAR = 1_000  # code points; the far end of a long paragraph is no neighbour
_THRESHOLD = 0.9
_OF_BEST = 0.4  # an issue touched in passing is not listed beside the one it is about,
_STRONG = 1.5  # unless named plainly, as in a list of all that will be discussed
_LONGEST_STEM = 24
_REMEMBERED_WORDS = 100_000


class IssueScore(NamedTuple):
    """`terms` are the topic's terms that decided it, heaviest first."""

    issue: str
    score: float
    terms: tuple[str, ...]


class _Weighted(NamedTuple):
    issue: str
    words: str
    weight: float
    rest: tuple[frozenset[str], ...]
    """What may stand at each word after the first; the last may be a stem."""
    stem: bool


class IssueScorer:
    """Finds all terms of all topics in one walk over the words of a text.

    A text is walked once and remembered, so that asking for each fact of a note costs only
    what stands near the fact. `parties` are names that say nothing of an issue, since the
    whole engagement is about them.
    """

    def __init__(self, topics: Sequence[Topic], parties: Iterable[str] = ()) -> None:
        self._first: dict[str, list[_Weighted]] = {}
        self._stems: dict[str, list[_Weighted]] = {}
        names = frozenset(_folded(party) for party in parties)
        for topic in topics:
            for term in topic.terms:
                if not _names_one_of(names, _folded(term.words)):
                    self._add(topic.name, term.words, term.weight)
        self._known: dict[str, tuple[str, tuple[_Weighted, ...]]] = {}
        self._hits = lru_cache(maxsize=32)(self._find)

    def score(
        self, text: str, span: Span, paragraph: Span, heading: str | None = None
    ) -> list[IssueScore]:
        """Issues of `text[span]`, best first; empty where it bears on none.

        A term counts once, where it stands nearest: in the passage, its paragraph, or the
        heading above.
        """
        before = (max(paragraph[0], span[0] - _NEAR), span[0])
        after = (span[1], min(paragraph[1], span[1] + _NEAR))
        passage = set(self._within(text, span))
        beside = {*self._within(text, before), *self._within(text, after)} - passage
        above = set(self._within(heading, (0, len(heading)))) if heading else set()
        own = _by_issue((term, 1.0) for term in passage)
        context = [(term, _BESIDE) for term in beside]
        context += [(term, _HEADING) for term in above - beside - passage]
        return _ranked(own, _by_issue(context))

    def _add(self, issue: str, words: str, weight: float) -> None:
        stem = words.endswith("*")
        first, *others = (_folded(word) for word in _WORD.findall(words))
        rest = [_forms(word) for word in others]
        if stem and rest:
            rest[-1] = frozenset({others[-1]})
        term = _Weighted(issue, words, weight, tuple(rest), stem)
        if stem and not rest:
            self._stems.setdefault(first[:_LONGEST_STEM], []).append(term)
        else:
            for form in _forms(first):
                self._first.setdefault(form, []).append(term)

    def _terms_of(self, word: str) -> tuple[str, tuple[_Weighted, ...]]:
        """The word folded, and the terms that it may begin."""
        known = self._known.get(word)
        if known is None:
            folded = _folded(word)
            terms = list(self._first.get(folded, ()))
            for length in range(1, min(len(folded), _LONGEST_STEM) + 1):
                terms += self._stems.get(folded[:length], ())
            known = folded, tuple(terms)
            if len(self._known) < _REMEMBERED_WORDS:
                self._known[word] = known
        return known

    def _find(self, text: str) -> tuple[list[int], list[_Weighted]]:
        """Where terms begin, ascending, and which; a phrase counts where it begins."""
        words = list(_WORD.finditer(text))
        known = [self._terms_of(word[1]) for word in words]
        folded = [word for word, _ in known]
        starts: list[int] = []
        found: list[_Weighted] = []
        for place, (_, terms) in enumerate(known):
            for term in terms:
                if not term.rest or _goes_on(term, folded, place + 1):
                    starts.append(words[place].start())
                    found.append(term)
        return starts, found

    def _within(self, text: str, span: Span) -> list[_Weighted]:
        starts, found = self._hits(text)
        return found[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]


def _names_one_of(names: Iterable[str], words: str) -> bool:
    stem = words.removesuffix("*")
    return any(name.startswith(stem) if stem != words else name == words for name in names)


def _by_issue(terms: Iterable[tuple[_Weighted, float]]) -> dict[str, dict[str, float]]:
    """Issue to the words of its terms to what each counts here."""
    weights: dict[str, dict[str, float]] = {}
    for term, factor in terms:
        weights.setdefault(term.issue, {})[term.words] = term.weight * factor
    return weights


def _ranked(
    own: Mapping[str, Mapping[str, float]], near: Mapping[str, Mapping[str, float]]
) -> list[IssueScore]:
    """Context lifts what the passage speaks of, and decides alone only where it speaks of none."""
    spoken = {issue: sum(weights.values()) for issue, weights in own.items()}
    speaks = max(spoken.values(), default=0.0) >= _THRESHOLD
    scores = {
        issue: spoken.get(issue, 0.0) + min(sum(near.get(issue, {}).values()), _MOST_CONTEXT)
        for issue in (own if speaks else {**own, **near})
    }
    enough = max(_THRESHOLD, _OF_BEST * max(scores.values(), default=0.0))
    kept = [
        IssueScore(issue, round(score, 2), _heaviest({**near.get(issue, {}), **own.get(issue, {})}))
        for issue, score in scores.items()
        if score >= enough or min(score, spoken.get(issue, 0.0)) >= _STRONG
    ]
    return sorted(kept, key=lambda found: (-found.score, found.issue))


def _heaviest(weights: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(sorted(weights, key=lambda words: (-weights[words], words)))


def _goes_on(term: _Weighted, words: Sequence[str], place: int) -> bool:
    following = words[place : place + len(term.rest)]
    if len(following) < len(term.rest):
        return False
    *inner, last = zip(following, term.rest, strict=True)
    if any(word not in forms for word, forms in inner):
        return False
    word, forms = last
    return any(word.startswith(stem) for stem in forms) if term.stem else word in forms


def _forms(word: str) -> frozenset[str]:
    """The word and its regular plurals."""
    plurals = {f"{word}s", f"{word}es"}
    if word.endswith("y"):
        plurals.add(f"{word[:-1]}ies")
    return frozenset({word, *plurals})


def _folded(word: str) -> str:
    """Without case and accents."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
