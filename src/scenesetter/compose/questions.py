"""Questions and answers for the press: what others have said on the record, and our press line.

The tool writes no question and no answer: the one is a fact, the other a person's line.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scenesetter.compose.lines import GAPS, Lines, worded
from scenesetter.compose.papers import OTHER, Draft, issue_of
from scenesetter.compose.points import point
from scenesetter.compose.sections import short_enough
from scenesetter.compose.sides import side_of
from scenesetter.model.audience import Audience
from scenesetter.model.citations import BoundLine
from scenesetter.model.engagement import Engagement
from scenesetter.model.fact import Fact
from scenesetter.model.pack import Point, Question


class Asked(NamedTuple):
    """What may be asked about on an issue, and a person's press lines on it."""

    title: str
    facts: tuple[Fact, ...]
    answers: tuple[BoundLine, ...]

    def basis(self) -> tuple[Fact, ...]:
        """What the answers cite, each once."""
        cited = {fact.id: fact for bound in self.answers for fact in bound.facts}
        return tuple(cited.values())

    def in_order(self) -> Iterator[Fact]:
        """In the order of print."""
        yield from self.facts
        yield from self.basis()


def asked_of(
    papers: Sequence[Draft],
    facts: Sequence[Fact],
    lines: Lines,
    engagement: Engagement,
    audience: Audience,
) -> tuple[Asked, ...]:
    """Requests and criticism of others, by issue; our own are no question to us."""
    agenda = {draft.topic.name: draft.topic.title for draft in papers if draft.topic is not OTHER}
    most = audience.limits.get("questions") or None
    found = []
    for issue, title in agenda.items():
        pressing = [
            fact
            for fact in facts
            if issue_of(fact, agenda) == issue
            and (fact.kind == "request" or fact.friction)
            and side_of(fact, engagement) != "home"
        ]
        answers = [one for one in lines.get(issue, ()) if one.line.purpose == "press-line"]
        chosen = short_enough(pressing, audience)[:most]
        if chosen:
            found.append(Asked(title, tuple(chosen), tuple(answers)))
    return tuple(found)


def questions(
    asked: Sequence[Asked], numbers: Mapping[str, int], engagement: Engagement
) -> tuple[Question, ...]:
    """In words; `numbers` are the endnotes by note."""

    def points(facts: Sequence[Fact]) -> tuple[Point, ...]:
        return tuple(point(fact, dict(numbers), engagement) for fact in facts)

    return tuple(
        Question(
            paper=one.title,
            asked=points(one.facts),
            answers=tuple(worded(bound, numbers) for bound in one.answers),
            basis=points(one.basis()),
            gap=None if one.answers else GAPS["press-line"],
        )
        for one in asked
    )
