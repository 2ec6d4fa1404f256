"""For whom an office without a country acts, in what a government publishes."""

import re
from typing import NamedTuple

from scenesetter.gather.countries import countries_named
from scenesetter.gather.lexicon import lexicon
from scenesetter.gather.people import roles, unnamed
from scenesetter.model.note import Note

_ABROAD = re.compile(r"\b(?:Embassy|High Commission|Consulate|Mission)\b")
_PLACED = re.compile(r"\bin[ \n]$")


class Issuer(NamedTuple):
    """`home` is whose organ publishes; `host` where its embassy stands; `away` says that the
    note tells of a place in another country, whose offices it may name without the country."""

    home: str
    host: str | None = None
    away: bool = False

    def party_of(self, role: str) -> str | None:
        """The party of an office that names no country; None where it may be either's."""
        office = roles.office_of(role)
        if office is None or office in lexicon("roles")["offices_not_of"].get(self.home, ()):
            return None
        if self.host and office not in lexicon("roles")["diplomatic"]:
            return self.host
        return None if self.away and not self.host else self.home


def issuer_of(note: Note) -> Issuer | None:
    publisher = note.source.publisher or ""
    home = unnamed.country_of_organ(publisher)
    if home is None:
        return None
    named = [country for _start, _end, country in countries_named(publisher, 0, len(publisher))]
    host = next((country for country in named if country != home), None)
    return Issuer(home, host if _ABROAD.search(publisher) else None, _is_away(note, home))


def _is_away(note: Note, home: str) -> bool:
    """Whether the first paragraph places what it tells in another country: "met in Hanoi"."""
    first = next((block for block in note.blocks if block.kind == "body"), None)
    if first is None:
        return False
    return any(
        country != home and _PLACED.search(note.text[max(first.start, start - 4) : start])
        for start, _end, country in countries_named(note.text, first.start, first.end)
    )
