from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.gather.dates.expressions import TimeExpression, time_expressions
from scenesetter.model.edtf import is_edtf

TUESDAY = "2022-07-12"


def found(text: str, published: str | None = TUESDAY) -> list[TimeExpression]:
    return time_expressions(text, 0, len(text), published)


def values(text: str, published: str | None = TUESDAY) -> list[str | None]:
    return [one.value for one in found(text, published) if one.kind == "date"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Dec. 15, 2020", "2020-12-15"),
        ("18 November 2021", "2021-11-18"),
        ("the 3rd of May 2021", "2021-05-03"),
        ("Thursday, Nov. 18, 2021", "2021-11-18"),
        ("late on Nov. 18, 2021", "2021-11-18"),
        ("18-Nov-2021", "2021-11-18"),
        ("November the 18th, 2021", "2021-11-18"),
        ("January 9-11, 2023", "2023-01-09/2023-01-11"),
        ("3 to 5 May 2021", "2021-05-03/2021-05-05"),
        ("30 June to 2 July 2021", "2021-06-30/2021-07-02"),
        ("November 2021", "2021-11"),
        ("the end of March 2021", "2021-03"),
        ("the first Monday in November 2024", "2024-11-04"),
        ("Good Friday, 2022", "2022-04-15"),
        ("2022-07-08", "2022-07-08"),
        ("25/12/2021", "2021-12-25"),
        ("in 2016", "2016"),
        ("mid-2024", "2024"),
        ("2018-20", "2018/2020"),
        ("the 1990s", "1990/1999"),
        ("the '90s", "1990/1999"),
        ("the 19th century", "1801/1900"),
        ("spring 2023", "2023-21"),
        ("the winter of 2022-23", "2022-24"),
        ("Q3 2024", "2024-07/2024-09"),
        ("the second half of 2023", "2023-07/2023-12"),
        ("fiscal year 2024", "2024~"),
    ],
)
def test_a_date_in_full_needs_no_note_date(words: str, value: str) -> None:
    assert values(f"They met {words}.", None) == [value]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the previous Tuesday", "2022-07-05"),
        ("on the upcoming Tuesday", "2022-07-19"),
        ("yesterday", "2022-07-11"),
        ("the day before yesterday", "2022-07-10"),
        ("overnight", "2022-07-11/2022-07-12"),
        ("last week", "2022-07-04/2022-07-10"),
        ("early this week", "2022-07-11/2022-07-17"),
        ("on Monday of last week", "2022-07-04"),
        ("last month", "2022-06"),
        ("next year", "2023"),
        ("earlier this year", "2022"),
        ("by the end of the year", "2022"),
        ("last quarter", "2022-04/2022-06"),
        ("in the first quarter", "2022-01/2022-03"),
        ("the last two months of last year", "2021-11/2021-12"),
        ("over the weekend", "2022-07-09/2022-07-10"),
        ("last fall", "2021-23"),
        ("last winter", "2021-24"),
        ("this summer", "2022-22"),
        ("five years ago", "2017"),
        ("two months ago", "2022-05"),
        ("last November", "2021-11"),
        ("late last November", "2021-11"),
        ("on Nov. 18", "2021-11-18"),
        ("on 18 Nov", "2021-11-18"),
        ("last Christmas Eve", "2021-12-24"),
        ("last Thanksgiving", "2021-11-25?"),
    ],
)
def test_a_relative_date_is_counted_from_the_note(words: str, value: str) -> None:
    assert values(f"They met {words}.") == [value]
    assert values(f"They met {words}.", None) == [None]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The leaders are set to meet Thursday.", "2022-07-14"),
        ("A vote is expected on Thursday.", "2022-07-14"),
        ("A visit set for Thursday will go ahead.", "2022-07-14"),
        ("He asked that Norway send a team before the end of April.", "2023-04"),
        ("He asked that the team that came in April be paid.", "2022-04"),
        ("The accord must be signed by Thursday.", "2022-07-14"),
        ("The minister is visiting Lima on Thursday.", "2022-07-14"),
        ("The panel has been given until Thursday.", "2022-07-14"),
        ("She met them on Monday and on Thursday will meet them again.", "2022-07-14"),
        ("The vote is Thursday.", "2022-07-14"),
        ("They announced a curfew starting Thursday.", "2022-07-14"),
        ("The envoy arrives in Lima on Thursday.", "2022-07-14"),
        ("They have been on strike since Thursday.", "2022-07-07"),
        ("A visit had been scheduled for Thursday.", "2022-07-07"),
        ("The meeting took place on Thursday.", "2022-07-07"),
        ("The officials who met on Thursday were tired.", "2022-07-07"),
        ("He said Thursday that they would meet again.", "2022-07-07"),
        ("He listed milk among the goods that matter most on Thursday.", "2022-07-14"),
        ("The next round is on Thursday.", "2022-07-14"),
        ("The text is now due at 9 a.m. EDT Thursday.", "2022-07-14"),
        ("On Monday, the minister met union leaders.", "2022-07-11"),
        ("Friday's session will take up energy.", "2022-07-15"),
        ("They looked for a way to live with Friday's ruling.", "2022-07-15"),
        ("The envoy came to Lima on Friday.", "2022-07-08"),
        ("He agreed to sign the text on Aug. 3.", "2022-08-03"),
        ("The ministers will report by Jan. 15.", "2023-01-15"),
        ("The talks will resume in March.", "2023-03"),
        ("The talks collapsed in March.", "2022-03"),
        ("The treaty was signed in December.", "2021-12"),
    ],
)
def test_the_verb_tells_what_lies_ahead(sentence: str, value: str) -> None:
    assert values(sentence)[-1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Prices fell in the first four months of 2021.", "2021-01/2021-04"),
        ("They signed on 3 May 2021. Two days later it was void.", "2021-05-05"),
        ("They signed on 3 May 2021 and left the same day.", "2021-05-03"),
        ("They signed on 3 May 2021. The following week was calm.", "2021-05-10/2021-05-16"),
        ("They signed on 3 May 2021. Later that year it rained.", "2021"),
        ("They signed on 3 May 2021, and met the day before.", "2021-05-02"),
        ("Prices fell in the first quarter of 2021 from a year earlier.", "2020-01/2020-03"),
        ("They signed the pact. Two days later it was void.", None),
        ("They signed in 2021 and left the same day.", None),
    ],
)
def test_some_times_count_from_the_last_date_named(text: str, value: str | None) -> None:
    assert values(text, None)[-1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was built in about 2015.", "2015~"),
        ("They meet around March 2025.", "2025-03~"),
        ("They met almost four years ago.", "2018~"),
        ("They will meet, possibly in May 2025.", "2025-05?"),
        ("They spoke about 2015.", "2015"),
    ],
)
def test_what_is_approximate_or_uncertain_stays_so(text: str, value: str) -> None:
    assert values(text) == [value]


def test_a_month_is_enough_to_place_a_day_and_a_year_is_not() -> None:
    assert found("The Nov. 18 talks ended.", "2021-12")[0].value == "2021-11-18"
    assert found("The Nov. 18 talks ended.", "2021")[0].value is None


@pytest.mark.parametrize(
    "text",
    ["They may march.", "2021 people", "12/11/10", "version 1.2020.3", "the Women's March on Rome",
     "a 44-year-old man", "President May spoke.", "the fall of the government"],
)  # fmt: skip
def test_what_is_no_date_is_left(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "words", ["31 February 2021", "03/04/2025", "the day before the vote", "a few years ago"]
)
def test_what_the_words_leave_open_stays_unresolved(words: str) -> None:
    assert [one.value for one in found(f"It was signed {words}.")] in ([None], [])


@pytest.mark.parametrize(
    ("words", "kind", "duration"),
    [
        ("five years", "duration", "P5Y"),
        ("a 16-hour flight", "duration", "PT16H"),
        ("several weeks", "duration", "PXW"),
        ("two decades", "duration", "P20Y"),
        ("every two weeks", "set", "P2W"),
        ("daily", "set", "P1D"),
        ("on Tuesdays", "set", "P1W"),
    ],
)
def test_lengths_and_what_recurs_are_no_dates(words: str, kind: str, duration: str) -> None:
    assert [(one.kind, one.value, one.duration) for one in found(f"They met {words}.")] == [
        (kind, None, duration)
    ]


def test_a_length_up_to_the_note_has_its_ends() -> None:
    assert found("It fell over the past two years.")[0].value == "2020/2022"
    assert found("It fell over the past two years.", None)[0].value is None


def test_a_time_of_day_has_the_day_beside_it_or_uncertainly_the_notes() -> None:
    clock = found("The doors opened at 10:30 a.m. and the vote on Monday began.")[0]
    assert (clock.kind, clock.value) == ("clock", "2022-07-11")
    assert found("The doors opened at noon.")[0].value == f"{TUESDAY}?"
    assert found("The doors opened at noon.", None)[0].value is None


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "He is set to attend on Thursday.",
            "weekday; “is set to attend” looks ahead of 12 July 2022",
        ),
        ("They met on Thursday.", "weekday; “met” looks back from 12 July 2022"),
        ("The Thursday talks.", "weekday; the nearest to 12 July 2022"),
        ("They met a year ago.", "counted back from 12 July 2022"),
        ("It was 03/04/2025.", "written in figures; day and month could stand either way"),
        (
            "They met in late June.",
            "month without a year; “met” looks back from 12 July 2022; “late” tells a part of it",
        ),
    ],
)
def test_the_reading_says_how_a_value_came_about(text: str, reading: str) -> None:
    assert found(text)[0].reading == reading


def test_without_a_note_date_the_reading_says_so() -> None:
    assert found("They met on Thursday.", None)[0].reading == (
        "weekday; the note's own date is not known"
    )


@given(
    st.text(alphabet="Nov. 18,2021-/ Tuesdaylstmonhg\n")
    | st.lists(
        st.sampled_from(
            [
                "last",
                "the",
                "year",
                "a",
                "two",
                "days later",
                "18",
                "May",
                "-",
                "early",
                "Friday",
                "Q3",
                "2021",
                "ago",
            ]
        )
    ).map(" ".join),
    st.sampled_from([TUESDAY, "2022-07", "2022", None, "x"]),
)
def test_expressions_are_slices_in_order_with_edtf_values(text: str, published: str | None) -> None:
    expressions = found(text, published)
    assert all(text[each.start : each.end] == each.text for each in expressions)
    assert all(each.value is None or is_edtf(each.value) for each in expressions)
    assert all(each.reading for each in expressions)
    assert all(a.end <= b.start for a, b in pairwise(expressions))
