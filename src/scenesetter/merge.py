"""The same fact from several notes becomes one, with every passage."""

from collections.abc import Iterable
from hashlib import sha256

from scenesetter.model.fact import Fact, Passage
from scenesetter.model.marking import MarkingScheme


def merge(facts: Iterable[Fact], scheme: MarkingScheme) -> tuple[Fact, ...]:
    """One fact for the same words of the same voice about the same time, sorted by id.

    Words that are the same to the letter are a reprint: they add a passage and no origin, so
    that credibility stays. The same words of another person or time are another fact.
    """
    merged: dict[tuple[str, str | None, str | None, str | None], Fact] = {}
    for fact in sorted(facts, key=lambda one: (one.id, _place(one.passages[0]))):
        key = (fact.id, fact.holder.name if fact.holder else None, fact.when, fact.engagement)
        first = merged.get(key)
        merged[key] = _joined(first, fact, scheme) if first else fact
    return _with_ids_of_their_own(merged.values())


def _joined(first: Fact, second: Fact, scheme: MarkingScheme) -> Fact:
    passages = tuple(dict.fromkeys(sorted(first.passages + second.passages, key=_place)))
    known = [date for date in (first.as_of, second.as_of) if date]
    return first.model_copy(
        update={
            "passages": passages,
            "as_of": min(known, default=None),
            "marking": scheme.highest((first.marking, second.marking)),
        }
    )


def _with_ids_of_their_own(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts of the same words that are not the same fact: the first keeps the id of its words."""
    by_id: dict[str, Fact] = {}
    for fact in facts:
        told = fact.id
        while fact.id in by_id:
            place = f"{told} {fact.passages[0].note} {fact.passages[0].start} {len(by_id)}"
            fact = fact.model_copy(update={"id": sha256(place.encode()).hexdigest()[:12]})  # noqa: PLW2901 - until it is free
        by_id[fact.id] = fact
    return tuple(by_id[key] for key in sorted(by_id))


def _place(passage: Passage) -> tuple[str, int, int]:
    return (passage.note, passage.start, passage.end)
