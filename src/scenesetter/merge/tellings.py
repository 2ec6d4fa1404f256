"""What a fact tells, in the form in which two facts are compared."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scenesetter.merge.words import SIDES, Word, listed, words
from scenesetter.model.fact import Fact, Figure, Passage, Span

_STOP = listed("stop") | listed("light")
_NEGATIONS, _POSSIBLE = listed("negations"), listed("possible")
_FUTURE, _CONDITIONS = listed("future"), listed("conditions")
_FIRST, _THIRD, _PLACES = listed("first_persons"), listed("third_persons"), listed("places")
_IS_TO = re.compile(r"\b(?:is|are|was|were) to (?=[a-z])")

WISHES = ("request", "commitment", "assessment")
"""Kinds that are somebody's alone: another may wish or expect the contrary."""


class Telling(NamedTuple):
    """A fact and what it tells, without who says it, its times and its figures.

    `stems` are its telling words; `sides` those with an opposite, and on which side they stand;
    `names` the order of its names, of which those joined by "and" have none; `capitals` every word
    that may be a name.
    """

    fact: Fact
    voice: frozenset[str]
    """Whose words they are; "ministers of Spain and Peru" are "ministers of Peru and Spain"."""
    stems: frozenset[str]
    names: tuple[frozenset[str], ...]
    capitals: frozenset[str]
    sides: frozenset[tuple[str, bool]]
    negated: bool
    manner: frozenset[str]
    figures: tuple[Figure, ...]
    times: frozenset[str]
    said: tuple[str, ...]
    """The words inside quotation marks, folded."""
    pronouns: frozenset[str]
    """ "first" and "third": whose words they are, or of whom, only the holder tells."""


def telling(fact: Fact) -> Telling:
    """What is told in the fact's first passage, from which its text is made."""
    passage = fact.passages[0]
    spans = passage.content or ((passage.start, passage.end),)
    figures = tuple(one for one in passage.figures if _within(one.start, spans))
    measured = [(one.start, one.end) for one in figures]
    times = [
        time
        for time in passage.times
        if _within(time.start, spans) and not _within(time.start, measured)
    ]
    masked = _masked(passage, [*measured, *((time.start, time.end) for time in times)])
    told = [word for span in spans for word in words(_slice(masked, passage, span))]
    cue = [word for span in passage.cue for word in words(_slice(passage.exact, passage, span))]
    plain = {word.plain for word in told}
    counted = [word for one in figures for word in words(one.counted or "")]
    content = [word for word in (*told, *counted) if word.plain not in _STOP]
    sides = [SIDES[word.plain] for word in (*told, *cue) if word.plain in SIDES]
    return Telling(
        fact=fact,
        voice=frozenset(word.stem for word in words(fact.holder.name if fact.holder else "")),
        stems=frozenset(
            SIDES[word.plain].stem if word.plain in SIDES else word.stem
            for word in content
            if word.plain not in _NEGATIONS | _POSSIBLE | _FUTURE | _CONDITIONS
        ),
        names=tuple(_in_order(told)),
        capitals=frozenset(word.stem for word in told if word.named),
        sides=frozenset((side.stem, side.against) for side in sides),
        negated=sum(word.plain in _NEGATIONS for word in (*told, *cue)) % 2 == 1,
        manner=_manner(plain, masked),
        figures=figures,
        times=frozenset(time.value or time.words for time in times),
        said=tuple(word.plain for quoted in fact.verbatim for word in words(quoted)),
        pronouns=_pronouns(told),
    )


def _within(offset: int, spans: Sequence[Span]) -> bool:
    return any(start <= offset < end for start, end in spans)


def _slice(text: str, passage: Passage, span: Span) -> str:
    return text[max(0, span[0] - passage.start) : max(0, span[1] - passage.start)]


def _masked(passage: Passage, spans: Sequence[Span]) -> str:
    """The passage with blanks for the spans."""
    text = list(passage.exact)
    for start, end in spans:
        first, last = start - passage.start, min(end - passage.start, len(text))
        text[first:last] = " " * (last - first)
    return "".join(text)


def _manner(plain: set[str], text: str) -> frozenset[str]:
    """How it is told: as possible, as what lies ahead, on a condition, as a question."""
    manner = set(plain & _CONDITIONS)
    if plain & _POSSIBLE:
        manner.add("possible")
    if plain & _FUTURE or _IS_TO.search(text):
        manner.add("future")
    if text.rstrip(" \"”'’»").endswith("?"):
        manner.add("question")
    return frozenset(manner)


def _pronouns(told: Sequence[Word]) -> frozenset[str]:
    first = {"first"} if any(word.plain in _FIRST for word in told) else set()
    third = {"third"} if told and told[0].plain in _THIRD else set()
    return frozenset(first | third)


def _in_order(told: Sequence[Word]) -> Iterator[frozenset[str]]:
    """Words that may be names; "in Lima" may stand anywhere, and "A and B" is "B and A"."""
    group: set[str] = set()
    before = ""
    for word in told:
        if word.named and word.plain not in _STOP and before not in _PLACES:
            if before != "and" and group:
                yield frozenset(group)
                group = set()
            group.add(word.stem)
        before = word.plain
    if group:
        yield frozenset(group)
