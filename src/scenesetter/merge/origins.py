"""How many independent origins a fact has, and the credibility that follows.

The credibility of the Admiralty code (STANAG 2511, AJP-2.1) is a grade of the information, apart
from the reliability of its source: 1 "confirmed by other sources" where it is certain that it
comes from another source than what was known; 2 "probably true" where that cannot be guaranteed
and the reports are many or good enough all the same; 6 where nothing can be judged. So:

- what somebody said, wished or promised has one origin, the speaker, in however many papers: 6;
- words alike over a long run are one origin: a reprint, or a wire story in two papers;
- notes that have another such run in common, one publisher, one author, or a link of their chains
  (an agency, a spokesperson) are one origin;
- two notes whose publishers are known and differ, and that tell a thing in their own words, are
  two. Where both authors are known too the fact is confirmed (1), else it is probably true (2).

A note that tells less than what is printed confirms nothing of the rest and is not counted.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from scenesetter.merge.tellings import Telling
from scenesetter.merge.words import words
from scenesetter.model.fact import Fact
from scenesetter.model.note import Source

RUN = 8
"""Words on end that two who tell one thing do not hit upon by chance."""
RUN_OF_NOTES = 14
"""The same for two notes that may tell of other things as well."""
ALL_OF_IT = 0.8
"""The part of a fact's telling words that a note must have to confirm it."""

Kin = frozenset[frozenset[str]]
"""Pairs of notes, by name, of which one drew on the other, or both on a third."""


def kin(facts: Iterable[Fact]) -> Kin:
    """Notes that have a long run of words in common that nobody is quoted for."""
    first: dict[tuple[str, ...], str] = {}
    related = set()
    for fact in facts:
        for passage in fact.passages:
            for run in () if fact.verbatim else _runs(passage.exact, RUN_OF_NOTES):
                note = first.setdefault(run, passage.note)
                if note != passage.note:
                    related.add(frozenset((note, passage.note)))
    return frozenset(related)


def credibility(
    group: Sequence[Telling], sources: Mapping[str, Source], related: Kin
) -> int | None:
    """The grade of a fact that the members of the group tell, the printed one first; None where
    nothing raises it."""
    printed = group[0]
    if printed.fact.holder is not None or printed.fact.cue is not None:
        return None
    telling_all = [
        one for one in group if len(one.stems & printed.stems) >= ALL_OF_IT * len(printed.stems)
    ]
    apart = [
        (one, other)
        for one, other in combinations(telling_all, 2)
        if _independent(one.fact, other.fact, sources, related)
    ]
    if not apart:
        return None
    return 1 if any(_authors_known(*both, sources) for both in apart) else 2


def _independent(one: Fact, other: Fact, sources: Mapping[str, Source], related: Kin) -> bool:
    first, second = one.passages[0], other.passages[0]
    source, against = sources.get(first.note), sources.get(second.note)
    if source is None or against is None or frozenset((first.note, second.note)) in related:
        return False
    if not source.publisher or not against.publisher:
        return False
    if source.author and source.author == against.author:
        return False
    chains = [{name.casefold() for name in fact.origin} for fact in (one, other)]
    publishers = {source.publisher.casefold(), against.publisher.casefold()}
    return (
        len(publishers) == 2
        and not chains[0] & chains[1]
        and not set(_runs(first.exact, RUN)) & set(_runs(second.exact, RUN))
    )


def _authors_known(one: Telling, other: Telling, sources: Mapping[str, Source]) -> bool:
    return all(sources[telling.fact.passages[0].note].author for telling in (one, other))


def _runs(text: str, length: int) -> list[tuple[str, ...]]:
    plain = [word.plain for word in words(text)]
    return [tuple(plain[place : place + length]) for place in range(len(plain) - length + 1)]
