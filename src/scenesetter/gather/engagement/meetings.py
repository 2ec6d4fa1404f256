"""Which meeting a fact belongs to, where the note lets one know; none rather than a wrong one."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from scenesetter.gather.dates.expressions import TimeExpression
from scenesetter.gather.engagement.references import Reference, references
from scenesetter.model.edtf import first_day, last_day
from scenesetter.model.engagement import Engagement
from scenesetter.model.fact import Span
from scenesetter.model.note import Source

AHEAD = timedelta(days=32)
"""Notes of the month before it are taken to be for the meeting that the pack prepares for."""

AROUND = timedelta(days=7)
"""An earlier meeting is in the news for a week on either side; later notes may be of anything."""

DAY = timedelta(days=1)
"""A visit's talks and its dinner may stand on two days."""

Days = tuple[date, date]


class Telling(NamedTuple):
    """A passage of a note's text, the times in it, and the EDTF of what it tells where that is
    the note's own word; nobody's statement is of the day that it speaks of."""

    text: str
    span: Span
    times: Sequence[TimeExpression] = ()
    when: str | None = None


class _Known(NamedTuple):
    """A meeting of the briefing: `days` where it is dated, `place` in small letters."""

    title: str
    names: tuple[str, ...]
    days: Days | None
    place: str


def meeting_of(engagement: Engagement, source: Source, telling: Telling) -> str | None:
    """Title of the meeting that the passage names or tells by day or place, else the one that a
    person gave for the note, else one that lies close to the note's date.

    A passage that tells of a meeting which is none of the briefing's belongs to none of them;
    neither does what happened long before the meeting that its note is close to.
    """
    known = _known(engagement)
    start, end = telling.span
    named = _named(known, telling.text[start:end])
    if len(named) == 1:
        return _meant(named[0], known, telling.when).title
    spoken_of = references(telling.text, telling.span, telling.times)
    told = [_told(one, known, engagement) for one in spoken_of]
    elsewhere = [fitting for fitting in told if fitting is not None]
    if elsewhere and not named:
        titles = {one.title for fitting in elsewhere for one in fitting}
        return titles.pop() if len(titles) == 1 and all(elsewhere) else None
    given = source.meeting
    if given in {one.title for one in named or known}:
        return given
    nearest = _nearest(named or known, source.published)
    if nearest is None or named:
        return nearest.title if nearest else None
    return nearest.title if _is_close(nearest, engagement, source, telling.when) else None


def _known(engagement: Engagement) -> list[_Known]:
    this = _Known(
        engagement.title,
        (engagement.title,),
        _days(engagement.date),
        (engagement.place or "").casefold(),
    )
    return [
        this,
        *(
            _Known(
                one.title, (one.title, *one.aliases), _days(one.date), (one.place or "").casefold()
            )
            for one in engagement.meetings
        ),
    ]


def _named(known: Sequence[_Known], passage: str) -> list[_Known]:
    """Those with the longest of the names that stand in the same place of the passage."""
    found = [
        (place, one) for one in known for name in one.names for place in _places(name, passage)
    ]
    longest: list[_Known] = []
    last = (-1, 0)
    for place, one in sorted(found, key=lambda named: (named[0][0], -named[0][1])):
        if place[1] > last[1] or place == last:
            longest.append(one)
            last = place
    return list(dict.fromkeys(longest))


def _meant(named: _Known, known: Sequence[_Known], when: str | None) -> _Known:
    """Another meeting than the one named, where what is told happened on its days: "On 12 July,
    a month after the summit in Lima, they met"."""
    days = _days(when)
    if days is None or named.days is None or _apart(days, named.days) <= DAY:
        return named
    others = [one for one in known if one.days and _apart(days, one.days) == timedelta()]
    return others[0] if len(others) == 1 else named


def _places(name: str, passage: str) -> Iterable[Span]:
    """In whole words and as written: "Talks" is not named by "because" nor by "left the talks"."""
    if not name.strip():
        return ()
    return (match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", passage))


def _told(
    reference: Reference, known: Sequence[_Known], engagement: Engagement
) -> list[_Known] | None:
    """The meetings that a reference fits; None where it may be any of them."""
    by_place = _at(reference.place, known, engagement) if reference.place else None
    fitting = list(known) if by_place is None else by_place
    if reference.days:
        fitting = [one for one in fitting if one.days and _apart(one.days, reference.days) <= DAY]
    elif by_place is None:
        return None
    if len(fitting) > 1:
        called = [one for one in fitting if reference.noun in " ".join(one.names).casefold()]
        fitting = called or fitting
    return fitting


def _at(place: str, known: Sequence[_Known], engagement: Engagement) -> list[_Known] | None:
    """The meetings at a place; None where the words may be no place but a side or a person."""
    folded = place.casefold()
    sides = [name for party in engagement.parties for name in (party.name, *party.aliases)]
    people = [
        name
        for person in engagement.people
        for name in (person.name, person.short or "", *person.aliases)
    ]
    if folded in map(str.casefold, [*sides, *people]):
        return None
    there = [one for one in known if re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", one.place)]
    titles = " ".join(name for one in known for name in one.names).casefold()
    return there or (None if folded in titles else [])


def _nearest(candidates: Sequence[_Known], published: str | None) -> _Known | None:
    """The one nearest to the note's date; None where two are as near."""
    day = _days(published)
    if day is None:
        return None
    apart = sorted((_apart(day, one.days), one.title, one) for one in candidates if one.days)
    if not apart or (len(apart) > 1 and apart[0][0] == apart[1][0]):
        return None
    return apart[0][2]


def _is_close(meeting: _Known, engagement: Engagement, source: Source, when: str | None) -> bool:
    published = _days(source.published)
    if published is None or meeting.days is None:
        return False
    reach = AHEAD if meeting.title == engagement.title else AROUND
    happened = _days(when, longest=None)
    long_before = happened is not None and happened[1] < min(meeting.days[0], published[0]) - AHEAD
    return _apart(published, meeting.days) <= reach and not long_before


def _days(edtf: str | None, longest: timedelta | None = AHEAD) -> Days | None:
    """First and last day of a date that is known to the month or closer."""
    try:
        days = (first_day(edtf or ""), last_day(edtf or ""))
    except ValueError:
        return None
    return days if longest is None or days[1] - days[0] < longest else None


def _apart(one: Days, other: Days) -> timedelta:
    return max(one[0] - other[1], other[0] - one[1], timedelta())
