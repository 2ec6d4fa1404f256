"""What two notes tell of one thing: the same, the contrary, or neither."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from scenesetter.merge.conflicts import conflicts, with_contradictions
from scenesetter.merge.merge import merge
from scenesetter.model.fact import Fact
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.note import Source

CASES = Path(__file__).parents[1] / "cases" / "conflicts"
Told = Callable[..., list[Fact]]


def pairs() -> Iterator[object]:
    for path in sorted(CASES.glob("*.toml")):
        for pair in tomllib.loads(path.read_text("utf-8"))["pair"]:
            yield pytest.param(pair, id=f"{path.stem}: {pair['is']}: {pair['one'][:48]}")


@pytest.mark.parametrize("pair", list(pairs()))
def test_two_notes_agree_disagree_or_tell_of_two_things(
    told: Told, scheme: MarkingScheme, pair: dict[str, Any]
) -> None:
    days = pair.get("on", ["2024-03-05", "2024-03-05"])
    sources = tuple(Source(published=day) for day in days)
    facts = merge(told(pair["one"], pair["other"], sources=sources), scheme, {})
    found: list[str] = [conflict.difference for conflict in conflicts(facts)]
    in_both = any(len({passage.note for passage in fact.passages}) == 2 for fact in facts)
    assert (found or ["same" if in_both else "apart"]) == [pair["is"]]


def test_notes_that_agree_stand_on_one_side(told: Told) -> None:
    facts = told(
        "Kenya sent 300 soldiers to the border.",
        "Kenya sent 450 soldiers to the border.",
        "To the border Kenya sent 450 soldiers.",
    )
    (conflict,) = conflicts(facts)
    assert sorted((side.words, len(side.facts)) for side in conflict.sides) == [
        ("300 soldiers", 1),
        ("450 soldiers", 2),
    ]


def test_each_fact_names_those_that_stand_against_it(told: Told) -> None:
    facts = told(
        "Kenya sent 300 soldiers to the border.",
        "Kenya sent 450 soldiers to the border.",
        "Kenya sent flowers to its neighbours.",
    )
    one, other, third = with_contradictions(facts, conflicts(facts))
    assert (one.contradicts, other.contradicts) == ((other.id,), (one.id,))
    assert third.contradicts == ()


def test_one_voice_in_one_note_corrects_itself(told: Told) -> None:
    facts = told("Kenya sent 300 soldiers to Busia. Kenya sent 450 soldiers to Busia.")
    assert len(facts) == 2
    assert conflicts(facts) == ()


def test_the_order_of_the_facts_changes_nothing(told: Told) -> None:
    facts = told("Kenya sent 300 soldiers to the border.", "Kenya sent 450 soldiers to the border.")
    assert conflicts(facts) == conflicts(facts[::-1])
