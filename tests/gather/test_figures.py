from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.gather.figures import figures


def found(text: str) -> list[tuple[str, float | None, str | None, str | None]]:
    return [(each.text, *each[3:]) for each in figures(text, 0, len(text))]


@pytest.mark.parametrize(
    ("words", "value", "unit", "counted"),
    [
        ("$1.5 billion", 1.5e9, "dollar", None),
        ("500 million pesos", 5e8, "peso", None),
        ("€30m", 3e7, "euro", None),
        ("25 percent", 25, "percent", None),
        ("3.5%", 3.5, "percent", None),
        ("128 people", 128, None, "people"),
        ("3,000 Border Patrol agents", 3000, None, "Border Patrol agents"),
        ("two million migrants", 2e6, None, "migrants"),
        ("thousands of migrants", None, None, "migrants"),
        ("10 to 20 percent", None, "percent", None),
        ("six weeks", 6, "week", None),
    ],
)
def test_an_amount_has_value_unit_and_what_is_counted(
    words: str, value: float | None, unit: str | None, counted: str | None
) -> None:
    assert found(f"They spoke of {words}, he said.") == [(words, value, unit, counted)]


@pytest.mark.parametrize(
    "text",
    [
        "on 18 November 2021",
        "the Nov. 18 talks",
        "the 2016 gathering",
        "at 9 a.m. sharp",
        "at 10:35 sharp",
        "one of the leaders",
        "the two countries",
        "1. Trade talks",
        "Title 42 restrictions",
        "COVID-19 cases",
        "a 13-year-old boy",
        "No. 5 ranks",
    ],
)
def test_dates_clock_times_and_list_numbers_are_no_figures(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet="0123456789,.$% milonpeople-\n"))
def test_figures_are_slices_in_order(text: str) -> None:
    each = figures(text, 0, len(text))
    assert all(text[one.start : one.end] == one.text for one in each)
    assert all(a.end <= b.start for a, b in pairwise(each))
