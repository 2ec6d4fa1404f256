"""Which meeting a fact belongs to, where the note lets one know."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from scenesetter.model.edtf import first_day, last_day
from scenesetter.model.engagement import Engagement
from scenesetter.model.note import Source

AHEAD = timedelta(days=32)
"""Notes of the month before it are taken to be for the meeting that the pack prepares for."""

AROUND = timedelta(days=7)
"""An earlier meeting is in the news for a week on either side; later notes may be of anything."""


def meeting_of(engagement: Engagement, source: Source, passage: str) -> str | None:
    """Title of the meeting that the passage names, that a person gave for the note, or that
    lies close to the note's date; the nearest where a name fits several."""
    meetings = {engagement.title: (engagement.date, (engagement.title,))} | {
        meeting.title: (meeting.date, (meeting.title, *meeting.aliases))
        for meeting in engagement.meetings
    }
    named = [title for title, (_, names) in meetings.items() if _is_named(names, passage)]
    if len(named) == 1:
        return named[0]
    if source.meeting in meetings and (not named or source.meeting in named):
        return source.meeting
    published = _days(source.published)
    if published is None:
        return None
    apart = {
        title: _apart(published, days)
        for title, (when, _) in meetings.items()
        if (not named or title in named) and (days := _days(when)) is not None
    }
    nearest = min(apart, key=lambda title: (apart[title], title), default=None)
    reach = AHEAD if nearest == engagement.title else AROUND
    return nearest if nearest and (named or apart[nearest] <= reach) else None


def _is_named(names: Iterable[str], passage: str) -> bool:
    """In whole words and as written: "Talks" is not named by "because" nor by "left the talks"."""
    return any(
        name.strip() and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", passage) for name in names
    )


def _days(edtf: str | None) -> tuple[date, date] | None:
    """First and last day of a date that is known to the day."""
    try:
        days = (first_day(edtf or ""), last_day(edtf or ""))
    except ValueError:
        return None
    return days if days[1] - days[0] < AHEAD else None


def _apart(one: tuple[date, date], other: tuple[date, date]) -> timedelta:
    return max(one[0] - other[1], other[0] - one[1], timedelta())
