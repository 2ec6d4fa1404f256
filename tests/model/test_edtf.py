from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.model.edtf import first_day, in_words, is_edtf, last_day


@pytest.mark.parametrize(
    "text",
    [
        "2021",
        "2021-11",
        "2021-11-18",
        "2023-01-09/2023-01-11",
        "2021~",
        "2021-11?",
        "2021-03/..",
        "2021-21",
        "2021-24~",
    ],
)
def test_dates_and_intervals_are_edtf(text: str) -> None:
    assert is_edtf(text)


@pytest.mark.parametrize(
    "text",
    ["", "21", "2021-13", "2021-02-30", "2021-1-1", "18 November 2021", "../..", "2021/2020", "/",
     "2021-20", "2021-25", "2021-21-01",
     "2021-11-18T10:00", "٢٠٢١"],
)  # fmt: skip
def test_anything_else_is_not(text: str) -> None:
    assert not is_edtf(text)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2021", "2021"),
        ("2021-11", "November 2021"),
        ("2021-11-18", "18 November 2021"),
        ("2023-01-09/2023-01-11", "9–11 January 2023"),
        ("2021-06-30/2021-07-02", "30 June – 2 July 2021"),
        ("2020-12-30/2021-01-02", "30 December 2020 – 2 January 2021"),
        ("2021-11/2021-12", "November – December 2021"),
        ("2021~", "about 2021"),
        ("2021-23", "autumn 2021"),
        ("2021-03/..", "from March 2021"),
        ("last summer", "last summer"),
    ],
)
def test_a_date_reads_as_words(edtf: str, words: str) -> None:
    assert in_words(edtf) == words


def test_a_season_may_lie_anywhere_in_its_year() -> None:
    assert (first_day("2021-21"), last_day("2021-21")) == (date(2021, 1, 1), date(2021, 12, 31))


@given(st.dates())
def test_a_day_is_its_own_first_and_last_day(day: date) -> None:
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == day


@given(st.dates(max_value=date(9999, 12, 1)))
def test_the_day_after_the_last_of_a_month_opens_the_next(day: date) -> None:
    following = last_day(f"{day:%Y-%m}".rjust(7, "0")) + timedelta(1)
    assert following.day == 1


@given(st.text())
def test_no_text_makes_it_fail(text: str) -> None:
    assert isinstance(in_words(text), str)
