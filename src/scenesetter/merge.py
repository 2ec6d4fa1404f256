"""The same fact from several notes becomes one, with every passage."""

from collections.abc import Iterable

from scenesetter.model.fact import Fact, Passage
from scenesetter.model.marking import MarkingScheme

PROBABLY_TRUE = 2
"""Admiralty credibility of what independent origins agree on; 1, "confirmed", is a person's."""


def merge(facts: Iterable[Fact], scheme: MarkingScheme) -> tuple[Fact, ...]:
    """One fact an id, sorted by id; credibility rises only with independent origins."""
    merged: dict[str, Fact] = {}
    for fact in sorted(facts, key=lambda one: (one.id, _place(one.passages[0]))):
        first = merged.get(fact.id)
        merged[fact.id] = _joined(first, fact, scheme) if first else fact
    return tuple(merged.values())


def _joined(first: Fact, second: Fact, scheme: MarkingScheme) -> Fact:
    passages = tuple(dict.fromkeys(sorted(first.passages + second.passages, key=_place)))
    # The same words in two notes are one origin printed twice unless two voices speak them.
    independent = first.origin[0] != second.origin[0] and first.holder != second.holder
    known = [date for date in (first.as_of, second.as_of) if date]
    return first.model_copy(
        update={
            "passages": passages,
            "as_of": min(known, default=None),
            "marking": scheme.highest((first.marking, second.marking)),
            "credibility": PROBABLY_TRUE if independent else first.credibility,
        }
    )


def _place(passage: Passage) -> tuple[str, int, int]:
    return (passage.note, passage.start, passage.end)
