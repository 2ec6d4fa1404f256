"""Facts and rulings to the facts that may be printed."""

from collections.abc import Sequence
from typing import NamedTuple

from scenesetter.model.fact import Fact
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.ruling import Ruling
from scenesetter.model.topic import NO_TOPIC
from scenesetter.rulings.book import Book
from scenesetter.rulings.standing import Standing, standings


class Ruled(NamedTuple):
    """The facts to print, in the order given; `waiting` are the ids that nobody has accepted,
    `doubted` those of them that may be what somebody rejected."""

    facts: tuple[Fact, ...]
    waiting: frozenset[str]
    doubted: frozenset[str] = frozenset()


def apply(
    facts: Sequence[Fact], book: Book, scheme: MarkingScheme, floor: str | None = None
) -> Ruled:
    """`floor` is the mark of a fact that has none of its own: the briefing's."""
    kept: list[Fact] = []
    waiting: set[str] = set()
    doubted: set[str] = set()
    for fact, standing in standings(facts, book):
        decision = standing.decided.decision if standing.decided else None
        if decision is None:
            waiting.add(fact.id)
        if standing.doubted:
            doubted.add(fact.id)
        if decision != "reject":
            changes = {"marking": mark_of(fact, standing, scheme, floor)}
            kept.append(fact.model_copy(update=changes | _changes(fact, standing.decided)))
    return Ruled(tuple(kept), frozenset(waiting), frozenset(doubted))


def placed(
    facts: Sequence[Fact], book: Book, scheme: MarkingScheme, floor: str | None = None
) -> tuple[Fact, ...]:
    """All the facts, rejected ones among them, with the marks and issues that rulings give."""
    return tuple(
        fact.model_copy(
            update={
                "marking": mark_of(fact, standing, scheme, floor),
                "issues": _issues(fact, standing.decided),
            }
        )
        for fact, standing in standings(facts, book)
    )


def _issues(fact: Fact, decided: Ruling | None) -> tuple[str, ...]:
    """Moved to an issue a fact keeps the others; moved to none, it keeps none."""
    if decided is None or not decided.issue:
        return fact.issues
    rest = [name for name in fact.issues if name not in (decided.issue, NO_TOPIC)]
    return (decided.issue, *(rest if decided.issue != NO_TOPIC else ()))


def _changes(fact: Fact, decided: Ruling | None) -> dict[str, object]:
    changes: dict[str, object] = {"issues": _issues(fact, decided)}
    if decided and decided.decision == "amend":
        changes |= {"text": decided.text, "original": fact.told}
    return changes


def mark_of(
    fact: Fact, standing: Standing, scheme: MarkingScheme, floor: str | None = None
) -> str | None:
    """The highest of its own and of its rulings (MRK-01); one that the scheme does not know is
    above every ceiling."""
    marks = [one.marking for one in standing.reach if one.marking is not None]
    unknown = sorted(mark for mark in marks if scheme.rank(mark) is None)
    if unknown:
        return unknown[0]
    own = fact.marking or floor
    if not marks or (own is not None and scheme.rank(own) is None):
        return fact.marking
    highest = scheme.highest([own, *marks])
    return fact.marking if highest == own else highest


def is_lower(marking: str, than: str | None, scheme: MarkingScheme) -> bool:
    """Whether a mark is of a lower level than another, or of the same with fewer controls; none at
    all is the lowest. A higher level keeps the controls of what it was raised from."""
    rank, other = scheme.rank(marking), 0 if than is None else scheme.rank(than)
    if rank is None or other is None:
        return False
    return rank < other or (rank == other and not scheme.covers(marking, than))
