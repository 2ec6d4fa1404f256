"""What is wrong with rulings: for the desk, which sees all facts.

A build says none of it: already the line of a ruling tells how many others stand above it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from scenesetter.findings import Finding
from scenesetter.model.fact import Fact
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.ruling import Ruling
from scenesetter.model.topic import NO_TOPIC
from scenesetter.rulings.apply import is_lower
from scenesetter.rulings.book import Book
from scenesetter.rulings.grounds import unfounded
from scenesetter.rulings.standing import Standing, may_have_become, standings

REVIEW = "rule on it again: scenesetter review DIR"


def noticed(
    facts: Sequence[Fact],
    book: Book,
    scheme: MarkingScheme,
    issues: Iterable[str],
    floor: str | None = None,
) -> tuple[Finding, ...]:
    """RUL-01 to RUL-04, SRC-05, MRK-01 and MRK-06 of every ruling, each at its line."""
    found = list(_of_book(book, scheme, {*issues, NO_TOPIC}))
    used: set[str] = set()
    reached: dict[str, str] = {}
    doubted: set[str] = set()
    for fact, standing in standings(facts, book):
        used |= {one.fact for one in standing.reach}
        reached |= {one.fact: fact.id for one in standing.changed}
        doubted |= {fact.id} if standing.doubted else set()
        found += _stale(fact, standing, book)
        found += _rivals(standing, book)
        found += _unfounded(fact, standing, book)
        found += _lowered(fact, standing, book, scheme, floor)
    gone = [one for one in book.rulings if one.fact not in used or one.fact in reached]
    found += _gone(gone, book, reached, doubted, facts)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.line))


def _stale(fact: Fact, standing: Standing, book: Book) -> Iterator[Finding]:
    """RUL-01: a decision holds for what was seen."""
    if standing.decided:
        return
    for one in standing.reach:
        if one is standing.own and (one.decision or one.issue):
            changed = f"the fact {fact.id} changed since it was ruled on, and waits again"
            unseen = f"it does not say which words of the fact {fact.id} were ruled on"
            what = changed if one.digest else unseen
        elif one.fact in fact.same_as and one.decision == "accept":
            what = f"what it accepts is told more fully by the fact {fact.id}, which waits"
        else:
            continue
        yield Finding("warning", "RUL-01", book.path, book.line(one.fact), what, REVIEW)


def _gone(
    rulings: Iterable[Ruling],
    book: Book,
    reached: Mapping[str, str],
    doubted: Collection[str],
    facts: Sequence[Fact],
) -> Iterator[Finding]:
    """RUL-02: a ruling whose fact no note holds any more; `reached` is what it reaches still."""
    ruled = {one.fact for one in book.rulings}
    unruled = [fact for fact in facts if ruled.isdisjoint((fact.id, *fact.same_as))]
    for one in rulings:
        now = reached.get(one.fact)
        reaches = f"holds for {now}" if now else "protects nothing"
        mark = f", and its mark {one.marking} {reaches}" if one.marking else ""
        out = f"; {now} may be the same and is left out until it is ruled on"
        doubt = out if one.decision == "reject" and now in doubted else ""
        what = f"no note holds the fact {one.fact} any more{mark}{doubt}"
        new = " or ".join(fact.id for fact in unruled if may_have_become(one, fact))
        look = f"its words may now be those of {new}" if new else "look for its new words"
        hint = f"{look}: rule on them with scenesetter review DIR, then delete this table"
        yield Finding("warning", "RUL-02", book.path, book.line(one.fact), what, hint)


def _rivals(standing: Standing, book: Book) -> Iterator[Finding]:
    """RUL-03: two rulings met in one fact and decide otherwise."""
    for one in standing.rivals:
        if standing.decided:
            what = f"its fact is one with that of the ruling {standing.decided.fact}, which holds"
            yield Finding("warning", "RUL-03", book.path, book.line(one.fact), what, REVIEW)


def _unfounded(fact: Fact, standing: Standing, book: Book) -> Iterator[Finding]:
    """SRC-05: the figures and quoted words of an amended text stand in a passage of its fact."""
    held = standing.decided
    if held and held.text is not None:
        for words in unfounded(held.text, fact):
            what = f"the amended text has “{words}”, which no passage of the fact {fact.id} has"
            hint = "take it from the passage, or make sure that the desk vouches for it"
            yield Finding("warning", "SRC-05", book.path, book.line(held.fact), what, hint)


def _lowered(
    fact: Fact, standing: Standing, book: Book, scheme: MarkingScheme, floor: str | None
) -> Iterator[Finding]:
    """MRK-01: an override goes up only."""
    own = standing.own
    if own is None or own.marking is None:
        return
    before = own.original_marking or fact.marking or floor
    if is_lower(own.marking, before, scheme):
        what = f"an override goes up only: {own.marking} is below {before}, which stands"
        hint = "delete this marking, or mark the note anew if its own mark is wrong"
        yield Finding("error", "MRK-01", book.path, book.line(own.fact), what, hint)


def _of_book(book: Book, scheme: MarkingScheme, issues: set[str]) -> Iterator[Finding]:
    """RUL-04: an issue is a topic. MRK-06, MRK-40: a mark is a level of the scheme."""
    for one in book.rulings:
        line = book.line(one.fact)
        if one.issue is not None and one.issue not in issues:
            what = f"the fact {one.fact} is moved to “{one.issue}”, which is no topic"
            hint = "scenesetter templates list DIR names the topics"
            yield Finding("error", "RUL-04", book.path, line, what, hint)
        if one.marking is not None and scheme.rank(one.marking) is None:
            what = (
                f"the marking “{one.marking}” is no level of the scheme {scheme.name}; "
                f"the fact {one.fact} is left out of every pack"
            )
            hint = f"its levels: {scheme.known}"
            yield Finding("error", scheme.rule_of_labels, book.path, line, what, hint)
