"""The same fact from several notes becomes one, with every passage."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from scenesetter.merge.alike import pairs, same
from scenesetter.merge.origins import credibility, kin
from scenesetter.merge.tellings import Telling, telling
from scenesetter.model.fact import Fact, Passage
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.note import Source

GRADES = "ABCDEF"


def merge(
    facts: Iterable[Fact], scheme: MarkingScheme, sources: Mapping[str, Source]
) -> tuple[Fact, ...]:
    """One fact for what the notes tell alike, sorted by id; `sources` are those of the notes.

    The fullest telling is printed, so that nothing in a passage is lost, and nothing printed lacks
    one; of equal ones that of the better graded source, and then the one in fewer words. It keeps
    its own id, holder and dates, and names the ids that became one with it. The same words of
    another person or time are another fact.
    """
    alone = _with_ids_of_their_own(_of_the_same_words(facts, scheme), scheme, sources)
    fullest_first = sorted(map(telling, alone), key=lambda one: _rank(one, sources))
    related = kin(alone)
    merged = [_joined(group, scheme, sources, related) for group in _groups(fullest_first)]
    return tuple(sorted(merged, key=lambda fact: fact.id))


def _rank(
    one: Telling, sources: Mapping[str, Source]
) -> tuple[int, int, int, tuple[str, int, int]]:
    passage = one.fact.passages[0]
    source = sources.get(passage.note)
    grade = GRADES.index(source.reliability) if source and source.reliability else len(GRADES)
    return (-len(one.stems) - len(one.said), grade, len(passage.exact), _place(passage))


def _groups(fullest_first: Sequence[Telling]) -> list[list[Telling]]:
    """Each fact with those that tell no more than it; nobody is compared but with the fullest, so
    that what two of them add to a third never makes them one."""
    fuller: dict[int, list[int]] = {}
    for first, second in sorted(set(pairs(fullest_first))):
        fuller.setdefault(second, []).append(first)
    groups: dict[int, list[Telling]] = {}
    for place, one in enumerate(fullest_first):
        heads = (head for head in fuller.get(place, ()) if head in groups)
        head = next((head for head in heads if same(fullest_first[head], one)), place)
        groups.setdefault(head, []).append(one)
    return list(groups.values())


def _joined(
    group: Sequence[Telling],
    scheme: MarkingScheme,
    sources: Mapping[str, Source],
    related: frozenset[frozenset[str]],
) -> Fact:
    printed, *others = [one.fact for one in group]
    if not others:
        return printed
    return printed.model_copy(
        update={
            "passages": _passages([printed, *others]),
            "same_as": tuple(sorted(fact.id for fact in others)),
            "marking": scheme.highest(fact.marking for fact in (printed, *others)),
            "credibility": credibility(group, sources, related) or printed.credibility,
        }
    )


def _of_the_same_words(facts: Iterable[Fact], scheme: MarkingScheme) -> list[Fact]:
    """Words that are the same to the letter are a reprint, as of its first day."""
    merged: dict[tuple[str, str | None, str | None, str | None], Fact] = {}
    for fact in sorted(facts, key=_in_order):
        key = _apart(fact)
        first = merged.get(key)
        merged[key] = _reprinted(first, fact, scheme) if first else fact
    return list(merged.values())


def _apart(fact: Fact) -> tuple[str, str | None, str | None, str | None]:
    """By what facts of the same words are not the same."""
    return (fact.id, fact.holder.name if fact.holder else None, fact.when, fact.engagement)


def _in_order(fact: Fact) -> tuple[str, tuple[str, int, int], str, str]:
    holder = fact.holder.name if fact.holder else ""
    return (fact.id, _place(fact.passages[0]), holder, fact.when or "")


def _reprinted(first: Fact, second: Fact, scheme: MarkingScheme) -> Fact:
    known = [date for date in (first.as_of, second.as_of) if date]
    return first.model_copy(
        update={
            "passages": _passages([first, second]),
            "as_of": min(known, default=None),
            "marking": scheme.highest((first.marking, second.marking)),
        }
    )


def _passages(facts: Sequence[Fact]) -> tuple[Passage, ...]:
    """That of the printed words first, the others in the order of the notes."""
    first, *rest = (passage for fact in facts for passage in fact.passages)
    return tuple(dict.fromkeys([first, *sorted(rest, key=_place)]))


def _with_ids_of_their_own(
    facts: Iterable[Fact], scheme: MarkingScheme, sources: Mapping[str, Source]
) -> list[Fact]:
    """Facts of the same words that are not the same fact: the least restricted keeps the id of its
    words, so that a reader of that one alone knows it by the id that the desk does, and of equals
    the earliest, so that a later note takes no id. The others' is made of what tells them apart."""
    by_id: dict[str, Fact] = {}
    earliest = sorted(facts, key=lambda one: one.as_of or "undated")
    for fact in sorted(earliest, key=lambda one: _restriction(one, scheme, sources)):
        while fact.id in by_id:
            told = " ".join(str(part) for part in _apart(fact))
            fact = fact.model_copy(update={"id": sha256(told.encode()).hexdigest()[:12]})  # noqa: PLW2901 - until it is free
        by_id[fact.id] = fact
    return list(by_id.values())


def _restriction(
    fact: Fact, scheme: MarkingScheme, sources: Mapping[str, Source]
) -> tuple[int, int, bool, bool]:
    """Of the telling that most readers see."""
    unknown = Source(marking=fact.marking)
    told = (sources.get(one.note, unknown) for one in fact.passages)
    return min(_limits(source, scheme) for source in told)


def _limits(source: Source, scheme: MarkingScheme) -> tuple[int, int, bool, bool]:
    """An unknown mark is above all; of one level that with fewer controls is the lower, and of one
    mark what is released and on the record."""
    rank = 0 if source.marking is None else scheme.rank(source.marking)
    controls = len(scheme.controls_of(source.marking)) if source.marking else 0
    above = len(scheme.levels) if rank is None else rank
    return (above, controls, not source.releasable, source.record != "on")


def _place(passage: Passage) -> tuple[str, int, int]:
    return (passage.note, passage.start, passage.end)
