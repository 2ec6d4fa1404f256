"""For whom somebody acts whose office names no country: by the issuer, the place, the owner."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from scenesetter.gather.countries import countries_named, country_of
from scenesetter.gather.lexicon import lexicon
from scenesetter.gather.people import roles, unnamed
from scenesetter.gather.people.introductions import Introduction
from scenesetter.gather.people.issuers import Issuer
from scenesetter.gather.people.mentions import Roster, office_after
from scenesetter.gather.people.offices import fits
from scenesetter.gather.people.pronouns import antecedent, block_at, paragraph_start
from scenesetter.model.calendar import WEEKDAY
from scenesetter.model.engagement import Person
from scenesetter.model.note import Note

_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][^\W\d_]+(?:[ '-][A-ZÀ-Þ][^\W\d_]+){0,2})"
    rf"(?:,[ ]{WEEKDAY}[.:]|(?:,[ ][\w. ]{{3,25}})?(?:[ ]\([A-Z][\w/ ]{{1,25}}\))?"
    r"[ ]?[-–—]{1,2}[ ])"
)
_ITS = frozenset({"its", "their"})
_DESCRIBED = 20
"""Descriptions back among which one is looked for."""
_REACH = 400
"""Characters of a paragraph in which an owner is looked for."""


class _Described(NamedTuple):
    place: int
    office: str
    country: str


def placed(
    note: Note,
    people: Sequence[tuple[Person, Sequence[Introduction]]],
    issuer: Issuer | None,
) -> tuple[Person, ...]:
    """The people with a party wherever the note lets one know it."""
    offices = {person.name: roles.office_of(person.role or "") for person, _introduced in people}
    taken = {(person.party, offices[person.name]) for person, _introduced in people}
    unplaced = Counter(offices[one.name] for one, _ in people if not one.party and " " in one.name)
    lines, described = _datelines(note), _offices_described(note)
    found = []
    for person, introduced in people:
        party, office = person.party, offices[person.name]
        if party is None and person.role and not roles.is_former(person.role):
            party = _of_description(described, person.role, introduced[0].place)
            several = _is_one_of_several(person, office, unplaced)
            if party is None and not several:
                own = issuer.party_of(person.role) if issuer else None
                party = own or (None if issuer else _of_place(lines, person, introduced))
                party = None if (party, office) in taken else party  # its own one is somebody else
        found.append(person.model_copy(update={"party": party}))
    known = Roster(people=tuple(found))
    return tuple(
        one
        if person.party
        else one.model_copy(update={"party": _of_owner(note, introduced, known) or one.party})
        for one, (person, introduced) in zip(found, people, strict=True)
    )


def _is_one_of_several(person: Person, office: str | None, held: Counter[str | None]) -> bool:
    """Whether several hold an office that one person has in each country, or only a surname
    stands there: it may be another country's."""
    if office not in lexicon("roles")["alone_in_office"]:
        return False
    return held[office] > 1 or (office != "minister" and " " not in person.name)


def _of_owner(note: Note, introduced: Sequence[Introduction], known: Roster) -> str | None:
    """ "her chief negotiator", "its spokeswoman": the owner's party."""
    for one in introduced:
        if one.owner is None or not any(map(_serves, one.roles)):
            continue
        if one.owner in _ITS:
            party = _last_named(note, one.place)
        else:
            owner = antecedent(note, one.place, one.owner, known)
            party = owner.party if owner and not owner.unsure else None
        if party:
            return party
    return None


def _serves(role: str) -> bool:
    """Whether one acts for the owner: a spokesman or an adviser, and no wife."""
    return roles.office_of(role) is not None or roles.noun_of(role) in lexicon("roles")["staff"]


def _last_named(note: Note, place: int) -> str | None:
    """The country or organ of one that the paragraph named last."""
    block = block_at(note, place)
    start = max(block.start, place - _REACH) if block else place
    named = countries_named(note.text, start, place)
    return named[-1][2] if named else unnamed.last_body(note.text[start:place])


def _of_description(described: Sequence[_Described], role: str, place: int) -> str | None:
    """ "They met the Lebanese consul general. Consul General Haddad said": the country
    of the last one told of."""
    before = described[: bisect_left(described, place, key=lambda one: one.place)]
    return next(
        (one.country for one in reversed(before[-_DESCRIBED:]) if fits(one.office, role) == 2), None
    )


def _offices_described(note: Note) -> list[_Described]:
    """Where the note tells of an office and its country without a name."""
    return [
        _Described(start, " ".join(note.text[slice(*found)].split()), country)
        for start, end, country in countries_named(note.text, 0, len(note.text))
        if (found := office_after(note.text, end))
    ]


def _of_place(
    datelines: Sequence[tuple[int, str | None]],
    person: Person,
    introduced: Sequence[Introduction],
) -> str | None:
    """A news report names no country for the ministers of the place that it comes from."""
    if not set((person.role or "").lower().split()) & set(lexicon("roles")["of_the_place"]):
        return None
    before = bisect_right(datelines, introduced[0].place, key=lambda dateline: dateline[0])
    return datelines[before - 1][1] if before else None


def _datelines(note: Note) -> list[tuple[int, str | None]]:
    """Where the note's datelines stand, and the countries of their places."""
    found = []
    for block in note.blocks:
        start = paragraph_start(note.text, block.start)
        if match := _DATELINE.match(note.text, start, block.end):
            place = match["place"]
            found.append((start, country_of(place.title()) or country_of(place)))
    return found
