"""Which meeting a fact belongs to."""

import pytest

from scenesetter.gather.engagement.meetings import meeting_of
from scenesetter.model.engagement import Engagement, Meeting
from scenesetter.model.note import Source

ENGAGEMENT = Engagement(
    title="Nordic Forum, Turku",
    date="2024-05-06/2024-05-07",
    meetings=(
        Meeting(title="Nordic Forum, Malmö", date="2022-03-03", aliases=("Nordic Forum", "Malmö")),
        Meeting(title="Border talks", date="2023-10-01", aliases=("border talks",)),
    ),
)


@pytest.mark.parametrize(
    ("source", "passage", "expected"),
    [
        (Source(published="2024-05-01"), "They want a deal.", "Nordic Forum, Turku"),
        (Source(published="2022-03-08"), "They want a deal.", "Nordic Forum, Malmö"),
        (Source(published="2022-03-20"), "They want a deal.", None),
        (Source(published="2023-01-01"), "They want a deal.", None),
        (Source(), "They want a deal.", None),
        (Source(published="2024-05-01"), "At the border talks they agreed.", "Border talks"),
        (Source(meeting="Border talks"), "They want a deal.", "Border talks"),
        (Source(published="2021"), "They want a deal.", None),
        (Source(), "The Malmöans want a deal.", None),
    ],
)
def test_a_meeting_is_named_given_or_near_and_else_unknown(
    source: Source, passage: str, expected: str | None
) -> None:
    assert meeting_of(ENGAGEMENT, source, passage) == expected
