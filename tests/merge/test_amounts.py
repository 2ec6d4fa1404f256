"""Which figures leave room for each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.gather.figures.figures import figures
from scenesetter.merge.amounts import compatible, equal
from scenesetter.model.fact import Figure


def figure(words: str) -> Figure:
    (found,) = figures(words, 0, len(words))
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("about 300 ships", "304 ships"),
        ("300 ships", "296 ships"),
        ("more than 300 ships", "450 ships"),
        ("up to 500 ships", "350 ships"),
        ("$1.2 billion", "$1.23 billion"),
        ("3 percent", "3.4 percent"),
        ("a third of ships", "33 percent of ships"),
        ("thousands of ships", "7,000 ships"),
        ("20 to 30 ships", "45 ships"),
    ],
)
def test_vague_and_rounded_figures_leave_room(one: str, other: str) -> None:
    assert compatible(figure(one), figure(other))
    assert compatible(figure(other), figure(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("300 ships", "340 ships"),
        ("about 300 ships", "450 ships"),
        ("more than 300 ships", "250 ships"),
        ("up to 500 ships", "700 ships"),
        ("12 ships", "13 ships"),
        ("3 percent", "4 percent"),
        ("$1.2 billion", "$1.4 billion"),
    ],
)
def test_others_do_not(one: str, other: str) -> None:
    assert not compatible(figure(one), figure(other))
    assert not compatible(figure(other), figure(one))


def test_a_figure_with_another_hedge_is_not_the_same() -> None:
    assert equal(figure("300 ships"), figure("300 ships"))
    assert not equal(figure("300 ships"), figure("more than 300 ships"))
    assert not equal(figure("300 ships"), figure("300 boats"))


@given(st.integers(min_value=2, max_value=10**12))
def test_every_figure_is_compatible_with_itself(number: int) -> None:
    told = figure(f"{number:,} ships")
    assert compatible(told, told)
    assert equal(told, told)
