"""What a person's citation of a fact leads to."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scenesetter.model.fact import Fact
from scenesetter.model.points import IssuePoints, Line

SHORTEST = 6
"""Letters of an id that a citation has at least. A shorter one could lead to another fact as soon
as facts come, or are withheld from a reader."""


class Citations:
    """Facts by id, by the first letters of an id, and by the ids of facts that became one."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        known = list(facts)
        merged = {former: fact for fact in known for former in fact.same_as}
        self._facts = merged | {fact.id: fact for fact in known}
        self._ids = sorted(self._facts)

    def found(self, written: str, shortest: int = SHORTEST) -> tuple[Fact, ...]:
        """The facts that are meant: one where all is well, none, or several."""
        if written in self._facts:
            return (self._facts[written],)
        return tuple({fact.id: fact for fact in self._beginning(written, shortest)}.values())

    def _beginning(self, written: str, shortest: int) -> Iterator[Fact]:
        place = bisect_left(self._ids, written)
        while len(written) >= shortest and place < len(self._ids):
            if not self._ids[place].startswith(written):
                return
            yield self._facts[self._ids[place]]
            place += 1


class BoundLine(NamedTuple):
    """A line with the facts that it rests on, in the order cited; `answers` are those of them
    that a response answers. `path` and `marking` are its file's."""

    line: Line
    facts: tuple[Fact, ...]
    answers: tuple[Fact, ...]
    path: str
    marking: str | None


def bound_lines(points: IssuePoints, citations: Citations) -> tuple[BoundLine, ...]:
    """The lines each of whose citations leads to one fact; the others are as if never written."""
    return tuple(
        BoundLine(
            line,
            _facts(line.cites, citations),
            _facts(line.answers, citations),
            points.path,
            points.marking,
        )
        for line in points.lines
        if all(len(citations.found(written)) == 1 for written in line.cites)
    )


def _facts(cited: Iterable[str], citations: Citations) -> tuple[Fact, ...]:
    found = (citations.found(written)[0] for written in cited)
    return tuple({fact.id: fact for fact in found}.values())
