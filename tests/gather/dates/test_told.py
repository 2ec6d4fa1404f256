"""Which time is that of what a passage tells."""

import pytest

from scenesetter.gather.dates.expressions import time_expressions
from scenesetter.gather.dates.told import as_times, time_told

NOTE = "2024-03-13"  # a Wednesday


def told(text: str, content: str = "") -> str | None:
    times = time_expressions(text, 0, len(text), NOTE)
    start = text.index(content) if content else 0
    spans = [(start, start + len(content))] if content else []
    return time_told(text, spans, (0, len(text)), times)


@pytest.mark.parametrize(
    ("text", "content", "when"),
    [
        ("He said on Tuesday that exports fell in 2019.", "exports fell in 2019", "2019"),
        ("He said Tuesday they would meet next month.", "they would meet next month", "2024-04"),
        (
            "They signed the treaty on 3 May, the minister said on Monday.",
            "They signed the treaty on 3 May",
            "2023-05-03",
        ),
        ("He said on Tuesday that exports fell.", "exports fell", "2024-03-12"),
    ],
)
def test_it_is_that_of_the_event_and_not_of_the_speech(text: str, content: str, when: str) -> None:
    assert told(text, content) == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The 1994 treaty was renewed on 3 May 2021.", "2021-05-03"),
        ("A man who was jailed in 2019 was freed on 3 May 2021.", "2021-05-03"),
        ("Last week's vote was upheld on Monday.", "2024-03-11"),
        ("At 9 a.m. on Monday the talks began.", "2024-03-11"),
        ("It ran from 2014 to 2018.", "2014/2018"),
        ("It ran between 2014 and 2018.", "2014/2018"),
        ("It met in 2014 and 2018.", "2014"),
        ("It has fallen since March 2014.", "2014-03/.."),
        ("It fell over the past two years.", "2022/2024"),
        ("Nothing is said of when.", None),
    ],
)
def test_a_time_of_the_verb_goes_before_one_that_names_a_thing(text: str, when: str | None) -> None:
    assert told(text) == when


def test_lengths_of_time_are_left_to_the_figures() -> None:
    text = "On Monday they talked for two hours, until an unnamed day the following week."
    times = as_times(time_expressions(text, 0, len(text), None))
    assert [(time.words, time.value) for time in times] == [
        ("Monday", None),
        ("the following week", None),
    ]
