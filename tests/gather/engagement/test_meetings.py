"""Which meeting a fact belongs to."""

import pytest

from scenesetter.gather.dates.expressions import time_expressions
from scenesetter.gather.engagement.meetings import Telling, meeting_of
from scenesetter.model.engagement import Engagement, Meeting, Party, Person
from scenesetter.model.note import Source

TURKU, MALMO, TALKS = "Nordic Forum, Turku", "Nordic Forum, Malmö", "Border talks"
OSLO, BERGEN = "Energy summit", "Fisheries visit"
ENGAGEMENT = Engagement(
    title=TURKU,
    date="2024-05-06/2024-05-07",
    place="Town Hall, Turku",
    parties=(Party(name="Finland"), Party(name="Sweden", aliases=("Stockholm",))),
    people=(Person(name="Aino Salo", short="Salo"),),
    meetings=(
        Meeting(title=MALMO, date="2022-03-03", place="Malmö", aliases=("Nordic Forum", "Malmö")),
        Meeting(title=TALKS, date="2023-10-01", place="Geneva", aliases=("border talks",)),
        Meeting(title=OSLO, date="2024-02-05", place="Oslo"),
        Meeting(title=BERGEN, date="2024-02-20", place="Bergen"),
    ),
)


def placed(source: Source, passage: str, when: str | None = None) -> str | None:
    times = time_expressions(passage, 0, len(passage), source.published)
    return meeting_of(ENGAGEMENT, source, Telling(passage, (0, len(passage)), times, when))


@pytest.mark.parametrize(
    ("source", "passage", "expected"),
    [
        (Source(published="2024-05-01"), "They want a deal.", TURKU),
        (Source(published="2022-03-08"), "They want a deal.", MALMO),
        (Source(published="2022-03-20"), "They want a deal.", None),
        (Source(published="2023-01-01"), "They want a deal.", None),
        (Source(), "They want a deal.", None),
        (Source(published="2024-05-01"), "At the border talks they agreed.", TALKS),
        (Source(meeting=TALKS), "They want a deal.", TALKS),
        (Source(published="2021"), "They want a deal.", None),
        (Source(), "The Malmöans want a deal.", None),
        (Source(), "They met at the Nordic Forum, Turku, in May.", TURKU),
    ],
)
def test_a_meeting_is_named_given_or_near_and_else_unknown(
    source: Source, passage: str, expected: str | None
) -> None:
    assert placed(source, passage) == expected


@pytest.mark.parametrize(
    ("published", "passage", "expected"),
    [
        ("2024-03-04", "They agreed on cables at last month's summit.", OSLO),
        ("2024-03-04", "They agreed on quotas during last month's visit.", BERGEN),
        ("2024-03-04", "They agreed on quotas at last month's talks.", None),
        ("2024-05-01", "They agreed on cables at the Feb. 5 summit.", OSLO),
        ("2024-05-01", "They agreed at talks in Geneva last October.", TALKS),
        ("2024-05-01", "They spoke of it at the Geneva talks.", TALKS),
        ("2024-05-01", "She spoke of it during her visit to Nairobi.", None),
        ("2024-05-01", "They will speak of it at next week's summit.", TURKU),
        ("2024-05-01", "They will speak of it at next year's summit.", None),
        ("2024-05-01", "Salo prepares for her visit to Sweden.", TURKU),
        ("2024-05-01", "He spoke at the Lisbon conference.", None),
        ("2024-05-06", "The ministers opened the summit.", TURKU),
        ("2024-02-05", "The ministers opened the summit.", OSLO),
        ("2024-05-07", "Trade takes up most of Tuesday’s formal session.", TURKU),
    ],
)
def test_a_passage_tells_its_meeting_by_day_and_place(
    published: str, passage: str, expected: str | None
) -> None:
    assert placed(Source(published=published), passage) == expected


def test_two_meetings_as_near_to_the_note_leave_it_open() -> None:
    meetings = (Meeting(title="A", date="2024-02-01"), Meeting(title="B", date="2024-02-05"))
    engagement = Engagement(title="C", date="2024-09-01", meetings=meetings)
    text = "They want a deal."
    telling = Telling(text, (0, len(text)))
    assert meeting_of(engagement, Source(published="2024-02-03"), telling) is None
    assert meeting_of(engagement, Source(published="2024-02-05"), telling) == "B"


def test_a_meeting_may_be_named_only_to_say_when_another_was() -> None:
    source = Source(published="2024-02-06")
    text = "On Monday, months after the border talks, the ministers met again."
    assert placed(source, text, "2024-02-05") == OSLO
    assert placed(source, "At the border talks they agreed.", "2023-10") == TALKS


def test_what_happened_long_before_is_not_of_the_meeting_that_the_note_prepares() -> None:
    source = Source(published="2024-05-01")
    assert placed(source, "The bridge was closed in 2019.", "2019") is None
    assert placed(source, "The bridge was closed on Monday.", "2024-04-29") == TURKU
    assert placed(source, "The bridge will close in 2030.", "2030") == TURKU
