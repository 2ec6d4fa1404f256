"""Which rulings bear on a fact, and which of them holds.

What opens a fact (to accept it) holds for the very words that a person saw, and goes stale with
them. What closes it (a mark, a rejection) reaches every fact that it may mean: a mark holds even
where the fact changed since, because the other way round a changed word would publish a secret,
and what may be a rejected fact in other words is left out until somebody rules on it.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from scenesetter.model.fact import Fact
from scenesetter.model.ruling import Decision, Ruling
from scenesetter.model.typography import unset
from scenesetter.rulings.book import Book

FIRST: dict[Decision | None, int] = {"reject": 0, "amend": 1, "accept": 2, None: 3}
"""Where several come together in one fact."""

MOST = 0.6
"""Share of the words that were ruled on from which on others of the same note may be their new
form: another figure, a mended name, a clause more."""


class Standing(NamedTuple):
    """The rulings that bear on a fact."""

    own: Ruling | None
    """That of its own id, even where it is stale."""
    decided: Ruling | None
    """The one that holds."""
    rivals: tuple[Ruling, ...]
    """Others that would hold, and a stale one of its own, where they decide otherwise."""
    reach: tuple[Ruling, ...]
    """All of them, whose marks hold in any case."""
    changed: tuple[Ruling, ...]
    """Those of them whose own words are gone, where these may be what became of them."""

    @property
    def doubted(self) -> bool:
        """Nothing holds, and it may be what was rejected, in other words or of another holder."""
        before = (self.own, *self.changed)
        rejected = any(one.decision == "reject" for one in before if one is not None)
        return self.decided is None and rejected


def digest_of(fact: Fact) -> str:
    """Of what a person rules on: the words before any amendment, the holder, the kind."""
    holder = unset(fact.holder.name) if fact.holder else None
    ruled_on = [unset(fact.told), holder, fact.kind]
    return sha256(json.dumps(ruled_on).encode()).hexdigest()[:16]


def standings(facts: Sequence[Fact], book: Book) -> Iterator[tuple[Fact, Standing]]:
    """Each fact with the rulings that bear on it."""
    by_fact = {one.fact: one for one in book.rulings}
    by_digest: dict[str, list[Ruling]] = defaultdict(list)
    covering: dict[str, list[Ruling]] = defaultdict(list)
    notes = _notes(facts)
    away = [one for one in book.rulings if one.digest and _is_away(one, notes, book)]
    for one in sorted(away, key=lambda one: one.fact):
        by_digest[one.digest].append(one)
    for one in sorted(book.rulings, key=lambda one: one.fact):
        for name in one.same_as:
            covering[name].append(one)
    for fact in facts:
        own = by_fact.get(fact.id)
        merged = [by_fact[name] for name in fact.same_as if name in by_fact]
        covers = [one for name in (fact.id, *fact.same_as) for one in covering[name]]
        elsewhere = [
            one
            for one in by_digest[digest_of(fact)]
            if one is not own and (one.fact not in notes or _is_of_its_notes(one, fact))
        ]
        changed = [
            one
            for one in away
            if one is not own
            and one not in elsewhere
            and (one.marking or one.decision == "reject")
            and may_have_become(one, fact)
        ]
        yield fact, _standing(fact, own, [*merged, *covers], elsewhere, changed)


def standing_of(fact: Fact, facts: Sequence[Fact], book: Book) -> Standing:
    """That of one of the facts."""
    return next(standing for one, standing in standings(facts, book) if one.id == fact.id)


def _notes(facts: Sequence[Fact]) -> dict[str, set[str]]:
    """The notes that tell each fact, by every id that it has."""
    notes: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        for name in (fact.id, *fact.same_as):
            notes[name] |= {passage.note for passage in fact.passages}
    return dict(notes)


def _is_away(one: Ruling, notes: Mapping[str, set[str]], book: Book) -> bool:
    """Whether its id is gone, or has gone to words of other notes: of two facts of the same words
    the less restricted one has their id, and may have come later."""
    if one.fact in notes:
        return bool(one.notes) and notes[one.fact].isdisjoint(one.notes)
    return one.fact not in book.kept_back


def _is_of_its_notes(one: Ruling, fact: Fact) -> bool:
    return not one.notes or any(passage.note in one.notes for passage in fact.passages)


def may_have_become(one: Ruling, fact: Fact) -> bool:
    """Whether the words that were ruled on may have been changed into those of the fact."""
    if not _is_of_its_notes(one, fact):
        return False
    ruled_on, told = (
        Counter(re.findall(r"\w+", text.casefold())) for text in (one.original or "", fact.told)
    )
    return bool(ruled_on) and (ruled_on & told).total() >= MOST * ruled_on.total()


def _standing(
    fact: Fact,
    own: Ruling | None,
    others: Sequence[Ruling],
    elsewhere: Sequence[Ruling],
    changed: Sequence[Ruling],
) -> Standing:
    """`elsewhere` are rulings on the same words under an id that is not there: words that stand
    twice have other ids where one of their notes is not seen. Where its own ruling is stale, one on
    another telling opens nothing either."""
    told = digest_of(fact)
    exact = [one for one in (own, *elsewhere) if one is not None and one.digest == told]
    holding = exact or [
        one
        for one in others
        if _holds(one, fact, told) and (own is None or one.decision == "reject")
    ]
    ranked = sorted(holding, key=lambda one: (FIRST[one.decision], one is not own, one.fact))
    decided = ranked[0] if ranked else None
    stale = [own] if own and own.decision and own not in ranked else []
    rivals = [
        one
        for one in (*ranked[1:], *stale)
        if decided and (one.decision, one.text) != (decided.decision, decided.text)
    ]
    everything = [one for one in (own, *others, *elsewhere, *changed) if one is not None]
    reach = {one.fact: one for one in everything}
    return Standing(own, decided, tuple(rivals), tuple(reach.values()), tuple(changed))


def _holds(one: Ruling, fact: Fact, told: str) -> bool:
    """Whether a ruling on another telling holds for this one.

    To accept is to accept the words that were seen. A rejection, an amendment and a move are of
    what is told, in whatever words; but a telling that left the fact again is only closed by it.
    """
    if one.fact in fact.same_as:
        return one.decision != "accept" or one.digest == told
    return one.decision == "reject"
