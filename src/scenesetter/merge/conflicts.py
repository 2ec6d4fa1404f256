"""Facts that cannot both hold.

Facts disagree only where they tell of one thing in the same terms: the same names in the same
order, as certain, as far ahead, of the same time. A figure that was another one in an older note
is no disagreement but news, unless it is of a time that was over for both notes. Precision before
reach: a pack that cries disagreement where there is none is not read again.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from scenesetter.merge.alike import near, pairs, same_order
from scenesetter.merge.amounts import compatible, equal, of_one_thing
from scenesetter.merge.tellings import WISHES, Telling, telling
from scenesetter.merge.words import stems
from scenesetter.model.conflict import Conflict, Difference, Side
from scenesetter.model.edtf import first_day, in_words, is_edtf, last_day
from scenesetter.model.fact import Fact, FactKind

STATED: frozenset[FactKind] = frozenset({"quotation", "position", "commitment"})
"""Kinds that one speaker's contrary words may be, "we will" and "we will not"."""
LEAST = 2
"""Telling words that both must have."""
EXTRA = 1
"""Words that one may have and the other lacks: more of them may narrow what is told."""
DAYS = 3
"""Between the notes, where what they tell may change."""
A_YEAR = 300
"""Days after which what happens once a year may have happened again."""


def conflicts(facts: Iterable[Fact]) -> tuple[Conflict, ...]:
    """What merged facts disagree on, sorted by id."""
    tellings = sorted(map(telling, facts), key=lambda one: one.fact.id)
    against: dict[tuple[Difference, int], set[int]] = {}
    for first, second in sorted(set(pairs(tellings))):
        if difference := difference_of(tellings[first], tellings[second]):
            against.setdefault((difference, first), set()).add(second)
            against.setdefault((difference, second), set()).add(first)
    found = [
        _conflict(difference, sorted((tellings[place] for place in places), key=_oldest_first))
        for difference, places in _connected(against)
    ]
    return tuple(sorted(found, key=lambda conflict: conflict.id))


def with_contradictions(facts: Iterable[Fact], found: Iterable[Conflict]) -> tuple[Fact, ...]:
    """The facts, each with the ids of those that stand against it."""
    against: dict[str, set[str]] = {}
    for conflict in found:
        for side in conflict.sides:
            for name in side.facts:
                others = (other.facts for other in conflict.sides if other is not side)
                against.setdefault(name, set()).update(*others)
    return tuple(
        fact.model_copy(update={"contradicts": tuple(sorted(against[fact.id]))})
        if fact.id in against
        else fact
        for fact in facts
    )


def difference_of(one: Telling, other: Telling) -> Difference | None:
    """What two facts disagree on, None where both can hold."""
    if not _of_one_thing(one, other):
        return None
    if one.negated != other.negated or one.sides != other.sides:
        return "opposite" if _opposite(one, other) else None
    if one.times != other.times or one.fact.when != other.fact.when:
        return "date" if _other_date(one, other) else None
    return "figure" if _other_figure(one, other) else None


def _of_one_thing(one: Telling, other: Telling) -> bool:
    shorter, longer = sorted((one, other), key=lambda telling: len(telling.stems))
    return (
        len(shorter.stems) >= LEAST
        and shorter.stems <= longer.stems
        and len(longer.stems) - len(shorter.stems) <= EXTRA
        and not (longer.stems - shorter.stems) & longer.capitals
        and same_order(one, other)
        and one.manner == other.manner
        and "question" not in one.manner
        and len(one.figures) == len(other.figures)
        and not _in_one_breath(one, other)
        and _may_disagree(one, other)
    )


def _in_one_breath(one: Telling, other: Telling) -> bool:
    """One voice in one note: it goes on, or corrects itself."""
    notes, others = ({place.note for place in each.fact.passages} for each in (one, other))
    return bool(notes & others) and one.voice == other.voice


def _may_disagree(one: Telling, other: Telling) -> bool:
    """Of a wish, an expectation or "we will" only its holder can say the contrary."""
    pronouns = one.pronouns | other.pronouns
    if "third" in pronouns:
        return False
    first, second = one.fact, other.fact
    if "first" not in pronouns and first.kind not in WISHES and second.kind not in WISHES:
        return True
    if first.holder is None or second.holder is None:
        return False
    if first.kind != second.kind and not {first.kind, second.kind} <= STATED:
        return False
    sure = not first.holder.unsure and not second.holder.unsure
    return sure and one.voice == other.voice


def _opposite(one: Telling, other: Telling) -> bool:
    turned = {stem for stem, _ in one.sides ^ other.sides}
    return (
        (one.negated != other.negated) + len(turned) == 1
        and _of_one_time(one, other, DAYS)
        and all(map(equal, one.figures, other.figures))
    )


def _other_figure(one: Telling, other: Telling) -> bool:
    measured = list(zip(one.figures, other.figures, strict=True))
    if not all(of_one_thing(*both) for both in measured):
        return False
    if all(compatible(*both) for both in measured):
        return False
    return _of_one_time(one, other, 0 if one.stems & stems("moving") else DAYS)


def _other_date(one: Telling, other: Telling) -> bool:
    """Two days for what happens once, unless the later note tells that it was moved."""
    first, second = one.fact.when, other.fact.when
    if not first or not second or not (_closed(first) and _closed(second)):
        return False
    if (
        len(one.times) > 1
        or len(other.times) > 1
        or not all(map(equal, one.figures, other.figures))
    ):
        return False
    apart = max(
        (first_day(second) - last_day(first)).days, (first_day(first) - last_day(second)).days
    )
    if apart <= 0 or not ((_over(one) and _over(other)) or near(one, other, DAYS)):
        return False
    shared = one.stems & other.stems
    return bool(shared & stems("once_ever")) or (bool(shared & stems("once")) and apart <= A_YEAR)


def _of_one_time(one: Telling, other: Telling, days: int) -> bool:
    """Of a time that was over for both notes, or as of nearly the same day."""
    if one.times != other.times or one.fact.when != other.fact.when:
        return False
    return (days > 0 and _over(one) and _over(other)) or near(one, other, days)


def _over(one: Telling) -> bool:
    when, as_of = one.fact.when, one.fact.as_of
    if not (when and as_of and _closed(when) and _closed(as_of)):
        return False
    return last_day(when) < first_day(as_of)


def _closed(edtf: str) -> bool:
    return is_edtf(edtf) and ".." not in edtf


def _connected(
    against: dict[tuple[Difference, int], set[int]],
) -> Iterator[tuple[Difference, set[int]]]:
    """Places that hang together by disagreements of one kind."""
    seen: set[tuple[Difference, int]] = set()
    for start in against:
        if start in seen:
            continue
        difference, group, waiting = start[0], set[int](), [start[1]]
        while waiting:
            place = waiting.pop()
            if place not in group:
                group.add(place)
                seen.add((difference, place))
                waiting += against[difference, place]
        yield difference, group


def _oldest_first(one: Telling) -> tuple[str, str, int, str]:
    passage = one.fact.passages[0]
    return (one.fact.as_of or "9999", passage.note, passage.start, one.fact.id)


def _conflict(difference: Difference, tellings: Sequence[Telling]) -> Conflict:
    sides: dict[tuple[str, bool, frozenset[tuple[str, bool]]], list[Fact]] = {}
    for one in tellings:
        stands = (one.negated, one.sides) if difference == "opposite" else (False, frozenset())
        sides.setdefault((_words(difference, one, tellings), *stands), []).append(one.fact)
    ids = " ".join(one.fact.id for one in tellings)
    return Conflict(
        id=sha256(f"{difference} {ids}".encode()).hexdigest()[:12],
        difference=difference,
        sides=tuple(
            Side(facts=tuple(fact.id for fact in members), words=words)
            for (words, *_), members in sides.items()
        ),
    )


def _words(difference: Difference, one: Telling, others: Sequence[Telling]) -> str:
    if difference == "date":
        return in_words(one.fact.when or "")
    if difference == "opposite":
        return ""
    return next(
        figure.words
        for place, figure in enumerate(one.figures)
        if not all(compatible(figure, other.figures[place]) for other in others)
    )
