"""Which issues a passage bears on, by the weighted terms of the topics."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from scenesetter.model.fact import Span
from scenesetter.model.terms import folded, forms
from scenesetter.model.topic import Topic

_WORD = re.compile(r"([^\W_]+)(?:['’]s\b)?")
_SOURCE = 0.5  # who speaks ("a professor of energy law") says less than what is said,
_BEFORE = 0.4  # what stands beside it less again,
_HEADING = 0.35
_AFTER = 0.3
_FAR = 0.15  # and least what is not even next to it
_MOST_CONTEXT = 1.5  # so that context decides only where the passage itself is weak
_BESIDE = 200  # code points: about the next sentence
_MOST_LIFT = 0.3  # of what the passage itself says
_NEAR = 1_000  # the far end of a long paragraph is no neighbour
_THRESHOLD = 0.9
_OF_BEST = 0.5  # an issue touched in passing is not listed beside the one it is about,
_STRONG = 1.5  # unless named plainly, as in a list of all that will be discussed
_LONGEST_STEM = 24
_REMEMBERED_WORDS = 100_000


class IssueScore(NamedTuple):
    """`terms` are the topic's terms that decided it, heaviest first."""

    issue: str
    score: float
    terms: tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class _Weighted:
    """A term of a topic, itself and no other: so it is hashed by what it is, not by its words."""

    issue: str
    words: str
    weight: float
    rest: tuple[frozenset[str], ...]
    """What may stand at each word after the first; the last may be a stem."""
    stem: bool


_Hit = tuple[int, _Weighted]
"""A term, and the place of its first word in the text."""


class IssueScorer:
    """Finds all terms of all topics in one walk over the words of a text.

    A text is walked once and remembered, so that asking for each fact of a note costs only
    what stands near the fact. `parties` are names that say nothing of an issue, since the
    whole engagement is about them.
    """

    def __init__(self, topics: Sequence[Topic], parties: Iterable[str] = ()) -> None:
        self._first: dict[str, list[_Weighted]] = {}
        self._stems: dict[str, list[_Weighted]] = {}
        names = frozenset(folded(party) for party in parties)
        for topic in topics:
            for term in topic.terms:
                if not _names_one_of(names, folded(term.words)):
                    self._add(topic.name, term.words, term.weight)
        self._known: dict[str, tuple[str, tuple[_Weighted, ...]]] = {}
        self._hits = lru_cache(maxsize=32)(self._find)

    def score(
        self,
        text: str,
        span: Span,
        paragraph: Span,
        heading: str | None = None,
        source: Sequence[Span] = (),
    ) -> list[IssueScore]:
        """Issues of `text[span]`, best first; empty where it bears on none.

        A term counts once, where it says most: in the passage, in the words for its `source`,
        beside it in its paragraph, or in the heading above.
        """
        start, end = span
        first, last = max(paragraph[0], start - _NEAR), min(paragraph[1], end + _NEAR)
        before, after = max(first, start - _BESIDE), min(last, end + _BESIDE)
        # A dict and no set: sums are then made in the order of the text, alike in every run.
        passage = dict.fromkeys(self._within(text, span, besides=source))
        context: dict[_Weighted, float] = {}
        for factor, terms in (
            (_SOURCE, [term for one in source for term in self._within(text, one)]),
            (_BEFORE, self._within(text, (before, start))),
            (_HEADING, self._within(heading, (0, len(heading))) if heading else []),
            (_AFTER, self._within(text, (end, after))),
            (_FAR, self._within(text, (first, before)) + self._within(text, (after, last))),
        ):
            for term in terms:
                if term not in passage:
                    context.setdefault(term, factor)
        return _ranked(_by_issue((term, 1.0) for term in passage), _by_issue(context.items()))

    def _add(self, issue: str, words: str, weight: float) -> None:
        stem = words.endswith("*")
        first, *others = (folded(word) for word in _WORD.findall(words))
        rest = [forms(word) for word in others]
        if stem and rest:
            rest[-1] = frozenset({others[-1]})
        term = _Weighted(issue, words, weight, tuple(rest), stem)
        if stem and not rest:
            self._stems.setdefault(first[:_LONGEST_STEM], []).append(term)
        else:
            for form in forms(first):
                self._first.setdefault(form, []).append(term)

    def _terms_of(self, word: str) -> tuple[str, tuple[_Weighted, ...]]:
        """The word folded, and the terms that it may begin."""
        known = self._known.get(word)
        if known is None:
            plain = folded(word)
            terms = list(self._first.get(plain, ()))
            for length in range(1, min(len(plain), _LONGEST_STEM) + 1):
                terms += self._stems.get(plain[:length], ())
            known = plain, tuple(terms)
            if len(self._known) < _REMEMBERED_WORDS:
                self._known[word] = known
        return known

    def _find(self, text: str) -> tuple[list[int], list[_Weighted]]:
        """Where terms begin, ascending, and which; a phrase counts where it begins."""
        words = list(_WORD.finditer(text))
        known = [self._terms_of(word[1]) for word in words]
        plain_words = [word for word, _ in known]
        hits = [
            (place, term)
            for place, (_, terms) in enumerate(known)
            for term in terms
            if not term.rest or _goes_on(term, plain_words, place + 1)
        ]
        plain = _without_swallowed(hits)
        return [words[place].start() for place, _ in plain], [term for _, term in plain]

    def _within(self, text: str, span: Span, besides: Sequence[Span] = ()) -> list[_Weighted]:
        starts, found = self._hits(text)
        places = range(bisect_left(starts, span[0]), bisect_left(starts, span[1]))
        return [
            found[place]
            for place in places
            if not any(start <= starts[place] < end for start, end in besides)
        ]


def _names_one_of(names: Iterable[str], words: str) -> bool:
    stem = words.removesuffix("*")
    return any(name.startswith(stem) if stem != words else name == words for name in names)


def _without_swallowed(hits: Sequence[_Hit]) -> list[_Hit]:
    """Without the words that are only part of another issue's phrase: a trade union is no trade.

    A word that weighs more than the phrase stays, and so does one whose own issue weighs the
    phrase too.
    """
    phrases = [(place, term) for place, term in hits if term.rest and term.weight > 0]
    at: dict[int, list[_Weighted]] = {
        inner: [] for place, term in phrases for inner in _places(place, term)
    }
    for place, term in hits:
        if place in at:
            at[place].append(term)
    swallowed = {
        (inner, term)
        for place, phrase in phrases
        for inner in _places(place, phrase)
        for term in _parts(phrase, at[place], at[inner], inner - place)
    }
    return [hit for hit in hits if hit not in swallowed]


def _places(place: int, term: _Weighted) -> range:
    return range(place, place + 1 + len(term.rest))


def _parts(
    phrase: _Weighted, beside: Sequence[_Weighted], inside: Sequence[_Weighted], offset: int
) -> Iterator[_Weighted]:
    """Those of `inside`, terms `offset` words into the phrase, that the phrase swallows."""
    knowing = {other.issue for other in beside if len(other.rest) == len(phrase.rest)}
    for term in inside:
        short_enough = offset + len(term.rest) <= len(phrase.rest)
        if short_enough and term.issue not in knowing and 0 < term.weight <= phrase.weight:
            yield term


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
    around = {issue: min(sum(weights.values()), _MOST_CONTEXT) for issue, weights in near.items()}
    if max(spoken.values(), default=0.0) >= _THRESHOLD:
        scores = {
            issue: score + min(around.get(issue, 0.0), _MOST_LIFT * max(score, 0.0))
            for issue, score in spoken.items()
        }
    else:
        scores = {
            issue: spoken.get(issue, 0.0) + around.get(issue, 0.0) for issue in {**own, **near}
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
    last = len(term.rest) - 1
    if place + last >= len(words):
        return False
    for offset, known in enumerate(term.rest):
        word = words[place + offset]
        if word not in known and not (
            term.stem and offset == last and any(word.startswith(stem) for stem in known)
        ):
            return False
    return True
