"""What a citation of a fact leads to."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.model.citations import SHORTEST, Citations, bound_lines
from scenesetter.model.fact import Fact
from scenesetter.model.points import IssuePoints, Line

IDS = st.text("ab1", min_size=12, max_size=12)


def fact(name: str, *same_as: str) -> Fact:
    given: dict[str, Any] = {"id": name, "same_as": same_as}
    return Fact.model_construct(None, **given)


def ids(facts: tuple[Fact, ...]) -> list[str]:
    return [one.id for one in facts]


FACTS = Citations(
    [fact("aaaaaaaaaaaa"), fact("aaaaaaaaaabb", "cccccccccccc"), fact("dddddddddddd")]
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("dddddddddddd", ["dddddddddddd"]),
        ("dddddd", ["dddddddddddd"]),
        ("ddddd", []),
        ("aaaaaaaa", ["aaaaaaaaaaaa", "aaaaaaaaaabb"]),
        ("cccccccc", ["aaaaaaaaaabb"]),
        ("eeeeeeee", []),
        ("", []),
    ],
)
def test_a_citation_leads_to_the_facts_that_it_begins(written: str, expected: list[str]) -> None:
    assert ids(FACTS.found(written)) == expected


@given(known=st.lists(IDS, max_size=20), written=st.text("ab1", max_size=12))
def test_it_finds_what_looking_at_each_would_find(known: list[str], written: str) -> None:
    expected = sorted({one for one in known if one.startswith(written)})
    found = ids(Citations(map(fact, known)).found(written))
    assert found == (expected if len(written) >= SHORTEST else [])


def test_a_line_is_bound_only_where_each_of_its_citations_leads_to_one_fact() -> None:
    def line(*cites: str) -> Line:
        return Line(purpose="response", text="x", cites=cites, answers=cites[:1], number=1)

    lines = (line("dddddd", "cccccc"), line("dddddd", "eeeeee"), line("aaaaaa"))
    points = IssuePoints(issue="trade", path="points/trade.md", lines=lines)
    (bound,) = bound_lines(points, FACTS)
    assert ids(bound.facts) == ["dddddddddddd", "aaaaaaaaaabb"]
    assert ids(bound.answers) == ["dddddddddddd"]
