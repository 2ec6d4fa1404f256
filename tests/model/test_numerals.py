"""Which figures of a line no source has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.model.numerals import figures, unfounded_figures


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("1200 tons", "1,200 tons"),
        ("12 million", "12,000,000"),
        ("2,500", "2.5 thousand"),
        ("twenty-five ships", "25 ships"),
        ("two and a half million", "2,500,000"),
        ("half a million", "500,000"),
        ("a dozen", "12"),
        ("12%", "12 per cent"),
        ("1.5 percent", "1.50 %"),
        ("10 percent", "between 10 and 12 percent"),
        ("$40", "40 dollars"),
        ("40 Mexican pesos", "MXN 40"),
        ("$1.2bn", "1.2 billion dollars"),
        ("$3 million", "$3-4 million"),
        ("the third meeting", "the 3rd meeting"),
        ("two-thirds", "two thirds"),
        ("18 November 2021", "Nov. 18, 2021"),
        ("on 3rd of March", "March 3"),
        ("9 and 10 May", "May 9 and 10"),
        ("November 2021", "2021-11-18"),
        ("9-11 January 2023", "2023-01-09/2023-01-11"),
        ("mid-2023", "2023"),
        ("in March", "3 March 2027"),
        ("by next May", "2027-05"),
        ("Exports doubled", "exports grew by 100 percent"),
        ("Half of the lorries", "50 per cent of the lorries"),
        ("We have to double it", "twice as much"),
        ("two and a half million", "2.5 million"),
    ],
)
def test_a_figure_is_the_same_however_it_is_written(line: str, source: str) -> None:
    assert unfounded_figures(line, [source]) == ()


@pytest.mark.parametrize(
    ("line", "source", "figure"),
    [
        ("1,300 tons", "1,200 tons", "1,300"),
        ("12 billion", "12 million", "12 billion"),
        ("12 percent", "12 migrants", "12 percent"),
        ("€40", "$40", "€40"),
        ("two ports", "many ports", "two"),
        ("the third meeting", "the second meeting", "third"),
        ("18 November 2022", "18 November 2021, 2022", "18 November 2022"),
        ("November 2022", "2021-11-18", "November 2022"),
        ("by 2028", "soon", "2028"),
        ("in March", "4 May 2027", "March"),
        ("since September", "2027-05", "September"),
        ("Exports doubled", "exports tripled", "doubled"),
        ("Half of the lorries", "some of the lorries", "Half"),
        ("twice as many", "half as many", "twice"),
    ],
)
def test_another_figure_is_found(line: str, source: str, figure: str) -> None:
    assert unfounded_figures(line, [source]) == (figure,)


@pytest.mark.parametrize(
    "line",
    [
        "the G20, COVID-19 and 5G",
        "the two countries, our two governments and all three leaders",
        "First, we ask third parties for a second.",
        "One thing we may do on the March of Brussels, with no double standards",
        "In the first half of it, half-heartedly",
    ],
)
def test_what_only_looks_like_a_figure_is_none(line: str) -> None:
    assert unfounded_figures(line, []) == ()


@given(st.integers(2, 10**12))
def test_a_number_is_found_with_and_without_its_commas(number: int) -> None:
    assert unfounded_figures(f"{number:,} tons", [f"It was {number}."]) == ()
    assert unfounded_figures(f"{number:,} tons", [f"It was {number + 1}."]) == (f"{number:,}",)


@given(st.text("19 ,.$%-–toandMay th", max_size=40) | st.text(max_size=40))
def test_figures_stand_within_the_text_and_a_text_founds_its_own(text: str) -> None:
    assert all(0 <= told.start < told.end <= len(text) for told in figures(text))
    assert unfounded_figures(text, [text]) == ()
