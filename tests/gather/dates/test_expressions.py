from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.gather.dates.expressions import TimeExpression, time_expressions
from scenesetter.model.edtf import is_edtf

TUESDAY = "2022-07-12"


def found(text: str, published: str | None = TUESDAY) -> list[TimeExpression]:
    return time_expressions(text, 0, len(text), published)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Dec. 15, 2020", "2020-12-15"),
        ("18 November 2021", "2021-11-18"),
        ("the 3rd of May 2021", "2021-05-03"),
        ("Thursday, Nov. 18, 2021", "2021-11-18"),
        ("January 9-11, 2023", "2023-01-09/2023-01-11"),
        ("30 June to 2 July 2021", "2021-06-30/2021-07-02"),
        ("November 2021", "2021-11"),
        ("2022-07-08", "2022-07-08"),
        ("25/12/2021", "2021-12-25"),
        ("in 2016", "2016"),
        ("2018-20", "2018/2020"),
        ("from 2014 to 2018", "2014/2018"),
        ("between 2014 and 2018", "2014/2018"),
        ("the 1990s", "1990/1999"),
    ],
)
def test_a_date_in_full_needs_no_note_date(words: str, value: str) -> None:
    assert [each.value for each in found(f"They met {words}.", None)] == [value]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("yesterday", "2022-07-11"),
        ("last week", "2022-07-04/2022-07-10"),
        ("last month", "2022-06"),
        ("next year", "2023"),
        ("five years ago", "2017"),
        ("two months ago", "2022-05"),
        ("last November", "2021-11"),
        ("on Nov. 18", "2021-11-18"),
    ],
)
def test_a_relative_date_is_counted_from_the_note(words: str, value: str) -> None:
    assert [each.value for each in found(f"They met {words}.")] == [value]
    assert [each.value for each in found(f"They met {words}.", None)] == [None]


@pytest.mark.parametrize(
    ("sentence", "value", "ahead"),
    [
        ("The leaders are set to meet Thursday.", "2022-07-14", True),
        ("The meeting took place on Thursday.", "2022-07-07", False),
        ("He listed milk among the goods that matter most on Thursday.", "2022-07-14", True),
        ("The officials who met on Thursday were tired.", "2022-07-07", False),
        ("The next round is on Thursday.", "2022-07-14", True),
        ("On Monday, the minister met union leaders.", "2022-07-11", False),
        ("Friday's session will take up energy.", "2022-07-15", True),
        ("The envoy came to Lima on Friday.", "2022-07-08", False),
        ("He agreed to sign the text on Aug. 3.", "2022-08-03", True),
        ("The ministers will report by Jan. 15.", "2023-01-15", True),
    ],
)
def test_the_verb_tells_what_lies_ahead(sentence: str, value: str, *, ahead: bool) -> None:
    assert [(each.value, each.ahead) for each in found(sentence)] == [(value, ahead)]


def test_a_month_is_enough_to_place_a_day_and_a_year_is_not() -> None:
    assert found("The Nov. 18 talks ended.", "2021-12")[0].value == "2021-11-18"
    assert found("The Nov. 18 talks ended.", "2021")[0].value is None


@pytest.mark.parametrize("text", ["They may march.", "2021 people", "12/11/10", "version 1.2020.3"])
def test_what_is_no_date_is_left(text: str) -> None:
    assert found(text) == []


def test_a_day_that_does_not_exist_stays_unresolved() -> None:
    assert [each.value for each in found("It was signed on 31 February 2021.")] == [None]


@given(st.text(alphabet="Nov. 18,2021-/ Tuesdaylstmonhg\n"), st.sampled_from([TUESDAY, None, "x"]))
def test_expressions_are_slices_in_order_with_edtf_values(text: str, published: str | None) -> None:
    expressions = found(text, published)
    assert all(text[each.start : each.end] == each.text for each in expressions)
    assert all(each.value is None or is_edtf(each.value) for each in expressions)
    assert all(a.end <= b.start for a, b in pairwise(expressions))
