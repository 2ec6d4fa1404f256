"""Whether two facts tell the same, and which facts to compare at all."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta

from scenesetter.merge.amounts import equal
from scenesetter.merge.tellings import WISHES, Telling
from scenesetter.model.edtf import first_day, is_edtf, last_day
from scenesetter.model.fact import Figure

LEAST = 3
"""Telling words that both must have."""
DAYS = 7
"""Between the notes, where the facts tell no time: longer, and it may have happened again."""
SHORTEST_QUOTATION = 3
"""Words of a quotation that another holds."""
MOST = 64
"""Facts that one fact is compared with; a word that more of them have tells nothing."""
FAMILIES = {"quotation": "words", "position": "words", "event": "told", "figure": "told"}


def pairs(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Places of each fact and of those that have its rarest word, the earlier of them first.

    Where all that one fact tells is told by another, that other has its rarest word.
    """
    has: dict[str, list[int]] = {}
    for place, one in enumerate(tellings):
        for word in (*one.stems, *_quoted(one)):
            has.setdefault(word, []).append(place)
    counts = Counter({word: len(places) for word, places in has.items()})
    for place, one in enumerate(tellings):
        rarest = {_rarest(one.stems, counts), _rarest(_quoted(one), counts)} - {None}
        near = {other for word in rarest for other in has[word or ""][:MOST]}
        for other in sorted(near - {place}):
            yield min(place, other), max(place, other)


def _quoted(one: Telling) -> frozenset[str]:
    return frozenset(f"“{word}" for word in one.said)


def _rarest(among: frozenset[str], counts: Counter[str]) -> str | None:
    return min(among, key=lambda word: (counts[word], word), default=None)


def same(one: Telling, other: Telling) -> bool:
    """Whether both tell one thing: all that the shorter tells, the longer tells too, and nothing
    speaks against it (holder, time, figures, negation, names and their order, "may", "if")."""
    return _of_one_voice(one, other) and (_one_quotation(one, other) or _told_alike(one, other))


def _of_one_voice(one: Telling, other: Telling) -> bool:
    first, second = one.fact, other.fact
    if one.voice != other.voice:
        return False
    if any(fact.holder and fact.holder.unsure for fact in (first, second)):
        return False
    kinds = [FAMILIES.get(fact.kind, fact.kind) for fact in (first, second)]
    meetings = {fact.engagement for fact in (first, second)} - {None}
    return kinds[0] == kinds[1] and len(meetings) < 2


def _told_alike(one: Telling, other: Telling) -> bool:
    shorter, longer = sorted((one, other), key=lambda telling: len(telling.stems))
    return (
        len(shorter.stems) >= LEAST
        and shorter.stems <= longer.stems
        and len(longer.stems) <= 2 * len(shorter.stems)
        and _same_terms(one, other)
        and one.times == other.times
        and one.fact.when == other.fact.when
        and (one.fact.when is not None or near(one, other, DAYS))
        and _same_figures(one, other)
        and not _names_nobody(one)
        and ("first" in one.pronouns) == ("first" in other.pronouns)
        and _quote_alike(one, other)
        and (one.fact.kind not in WISHES or _same_wish(one, other))
    )


def _same_terms(one: Telling, other: Telling) -> bool:
    return (
        one.negated == other.negated
        and one.manner == other.manner
        and one.sides == other.sides
        and same_order(one, other)
    )


def same_order(one: Telling, other: Telling) -> bool:
    """Who does it to whom: the names of both facts come in one order."""
    shared = frozenset().union(*one.names) & frozenset().union(*other.names)
    return _order(one, shared) == _order(other, shared)


def _order(one: Telling, shared: frozenset[str]) -> list[frozenset[str]]:
    return [group & shared for group in one.names if group & shared]


def _same_figures(one: Telling, other: Telling) -> bool:
    return len(one.figures) == len(other.figures) and all(map(equal, one.figures, other.figures))


def _same_wish(one: Telling, other: Telling) -> bool:
    """What is expected may be feared or hoped for: the cue must be the same."""
    return one.fact.kind != "assessment" or one.fact.cue == other.fact.cue


def _names_nobody(one: Telling) -> bool:
    """It tells of a "he" or an "it", and nobody knows who that is."""
    return one.fact.holder is None and "third" in one.pronouns


def _one_quotation(one: Telling, other: Telling) -> bool:
    """The same words of one speaker, cut shorter in one of the notes."""
    shorter, longer = sorted((one, other), key=lambda telling: len(telling.said))
    return (
        one.fact.holder is not None
        and len(shorter.said) >= SHORTEST_QUOTATION
        and _holds(longer.said, shorter.said)
        and near(one, other, DAYS)
        and one.negated == other.negated
        and one.manner == other.manner
        and all(any(equal(a, b) for b in _all_figures(longer)) for a in _all_figures(shorter))
        and (one.times <= other.times or other.times <= one.times)
    )


def _quote_alike(one: Telling, other: Telling) -> bool:
    """Words that two notes quote within what they tell are exact: one must have the other's."""
    if _speaks(one) or _speaks(other) or not (one.said and other.said):
        return True
    return _holds(one.said, other.said) or _holds(other.said, one.said)


def _speaks(one: Telling) -> bool:
    """A turn of a transcript, all of it the speaker's words."""
    return one.fact.verbatim == (one.fact.passages[0].exact,)


def _all_figures(one: Telling) -> tuple[Figure, ...]:
    """Those of the whole passage: a quotation may reach beyond what is told."""
    return one.fact.passages[0].figures


def _holds(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether the words stand in the longer ones one after the other."""
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def near(one: Telling, other: Telling, days: int) -> bool:
    """Whether their notes are of nearly the same day; never where a date is not known."""
    dates = (one.fact.as_of, other.fact.as_of)
    if not all(date and is_edtf(date) and ".." not in date for date in dates):
        return False
    first, second = (date or "" for date in dates)
    apart = max(last_day(second) - first_day(first), last_day(first) - first_day(second))
    return apart <= timedelta(days)
