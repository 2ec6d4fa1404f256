"""Which fact or line of a release is which of an earlier one.

An id is derived from a fact's words, so that a changed word is another id: what then says that two
are the same is that one was merged with the other, or that the same holder says nearly the same in
the same note.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import product
from typing import NamedTuple

from scenesetter.model.release import ReleasedFact, ReleasedLine

ALIKE = 0.6
"""Of two sentences, the least share of common words by which they are one that was reworded."""
MOST = 40_000
"""Pairs of words compared letter by letter at most: beyond it only ids tell."""


class Pair(NamedTuple):
    """The same before and after; None where it was not there, or is no longer."""

    before: ReleasedFact | None
    after: ReleasedFact | None


class LinePair(NamedTuple):
    """The same of lines."""

    before: ReleasedLine | None
    after: ReleasedLine | None


def paired_facts(old: Sequence[ReleasedFact], new: Sequence[ReleasedFact]) -> list[Pair]:
    """Those that stand now in their order, then those that are gone."""
    found = _by_id(old, new)
    taken = {one.id for one in found.values()}
    gone = [one for one in old if one.id not in taken]
    found |= _by_likeness(gone, [one for one in new if one.id not in found])
    taken = {one.id for one in found.values()}
    return [
        *(Pair(found.get(one.id), one) for one in new),
        *(Pair(one, None) for one in old if one.id not in taken),
    ]


def paired_lines(old: Sequence[ReleasedLine], new: Sequence[ReleasedLine]) -> list[LinePair]:
    """Those that stand now in their order, then those that are gone."""
    same = {_place(one): one for one in old}
    found = {_place(one): same[_place(one)] for one in new if _place(one) in same}
    gone = [one for one in old if _place(one) not in found]
    come = [one for one in new if _place(one) not in found]
    for one in come:
        likely = [former for former in gone if _same_section(former, one)]
        best = max(likely, key=lambda former: _likeness(former.text, one.text), default=None)
        if best is not None and _is_same_line(best, one):
            found[_place(one)] = best
            gone.remove(best)
    return [
        *(LinePair(found.get(_place(one)), one) for one in new),
        *(LinePair(one, None) for one in gone),
    ]


def _by_id(old: Sequence[ReleasedFact], new: Sequence[ReleasedFact]) -> dict[str, ReleasedFact]:
    """By the id now; each earlier fact is the same as one of now at most."""
    by_name = {name: one for one in reversed(old) for name in one.same_as}
    by_name |= {one.id: one for one in old}
    found: dict[str, ReleasedFact] = {}
    taken: set[str] = set()
    for names in (lambda one: (one.id,), lambda one: one.same_as):
        for one in new:
            former = next((by_name[name] for name in names(one) if name in by_name), None)
            if former is not None and one.id not in found and former.id not in taken:
                found[one.id] = former
                taken.add(former.id)
    return found


def _by_likeness(
    old: Sequence[ReleasedFact], new: Sequence[ReleasedFact]
) -> dict[str, ReleasedFact]:
    """The likest first, so that no sentence takes the place of one that is nearer."""
    if len(old) * len(new) > MOST:
        return {}
    ranked = sorted(
        (
            (_likeness(former.text, one.text), place, former, one)
            for place, (one, former) in enumerate(product(new, old))
            if _could_be(former, one)
        ),
        key=lambda entry: (-entry[0], entry[1]),
    )
    found: dict[str, ReleasedFact] = {}
    taken: set[str] = set()
    for likeness, _, former, one in ranked:
        if likeness >= ALIKE and one.id not in found and former.id not in taken:
            found[one.id] = former
            taken.add(former.id)
    return found


def _could_be(former: ReleasedFact, one: ReleasedFact) -> bool:
    return not set(former.notes).isdisjoint(one.notes) and (
        former.holder == one.holder or former.kind == one.kind
    )


def _place(line: ReleasedLine) -> tuple[str, str, str]:
    return line.purpose, line.paper, line.text


def _same_section(former: ReleasedLine, one: ReleasedLine) -> bool:
    return (former.purpose, former.paper) == (one.purpose, one.paper)


def _is_same_line(former: ReleasedLine, one: ReleasedLine) -> bool:
    """Nearly the same words, or the same facts in words that are not wholly others."""
    likeness = _likeness(former.text, one.text)
    return likeness >= ALIKE or (former.facts == one.facts and likeness >= ALIKE * 2 / 3)


def _likeness(text: str, other: str) -> float:
    """From 0 to 1, by words."""
    words, others = text.casefold().split(), other.casefold().split()
    return SequenceMatcher(None, words, others, autojunk=False).ratio()
