"""Whom a description means: "the Mexican president", "the energy minister", "the envoy"."""

import re

from scenesetter.gather.countries import countries_named
from scenesetter.gather.lexicon import lexicon
from scenesetter.gather.people import roles
from scenesetter.gather.people.issuers import Issuer, issuer_of
from scenesetter.gather.people.mentions import (
    Mention,
    Roster,
    mentions_within,
    people_called,
    people_in,
)
from scenesetter.gather.people.phrases import without_article, without_clause
from scenesetter.gather.people.pronouns import block_at
from scenesetter.gather.people.turns import speaker_of
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Holder, Span
from scenesetter.model.note import Note

_LOOKED_AT = 200
"""Mentions back among which somebody without a country is looked for."""


def described(note: Note, span: Span, words: str, roster: Roster) -> Holder | None:
    """The one whom an office or calling after "the" means, by its country or by who is near; the
    description itself, unsure, where an office leads to nobody."""
    core = without_clause(words).strip()
    plain = without_article(core)
    noun, office = roles.noun_of(plain), roles.office_of(plain)
    definite = core.lower().startswith("the ")
    if noun is None or not (definite or (office and plain == core)) or not _ends_with(plain, noun):
        return None
    country = roles.party_of(plain) or (_named_in(plain) if office is None else None)
    if roles.is_former(plain):
        return Holder(name=plain, anonymous=True, link="note's words") if office else None
    if country is None:
        return _without_country(note, span, plain, roster)
    if definite and noun in lexicon("roles")["delegates"]:
        return Holder(name=country, party=country, link="country")
    found = _of_country(note, span, plain, country, roster)
    unknown = Holder(name=plain, role=plain, party=country, unsure=True, link="role")
    return found or (unknown if office else None)


def _without_country(note: Note, span: Span, plain: str, roster: Roster) -> Holder | None:
    """In capitals it is the own one of who writes or speaks, and no other country's."""
    party = roster.side(_own_party(note, span, plain, roster))
    own = roster.described(plain, party) if party else ()
    alone = in_office(note, own[0], roster) if len(own) == 1 else None
    if alone and plain[:1].isupper():
        return alone
    near = _near(note, span, plain, roster)
    its = party if plain[:1].isupper() else None
    if near and (its is None or near.party in {its, None}):
        return near
    office = roles.office_of(plain)
    bare = office is not None and roles.is_bare(plain, office)
    unknown = Holder(name=plain, party=its, unsure=True, link="role")
    return alone or (unknown if bare else None)


def open_office(note: Note, span: Span, words: str, roster: Roster) -> Holder | None:
    """An office after "the" that leads to nobody, unsure, in the note's words: a wish is not lost
    for it. Its party only where all who may be meant share it."""
    core = without_clause(words).strip()
    plain = without_article(core)
    noun = roles.noun_of(plain)
    if noun is None or not core.lower().startswith("the ") or not _ends_with(plain, noun):
        return None
    parties = {person.party for person in _fitting(note, span, noun, roster)}
    party = roles.party_of(plain) or (parties.pop() if len(parties) == 1 else None)
    return Holder(name=plain, party=party, unsure=True, link="role")


def in_office(note: Note, person: Person, roster: Roster) -> Holder:
    """Sure only where the note names the person too: in an older note another one held the
    office."""
    named = person.name in people_called(note.text, roster)
    return _holder(person, unsure=not named)


def _holder(person: Person, *, unsure: bool = False) -> Holder:
    return Holder(
        name=person.name, role=person.role, party=person.party, unsure=unsure, link="role"
    )


def _ends_with(plain: str, noun: str) -> bool:
    head = re.split(r"\s(?:of|to|for|at|in)\s", plain, maxsplit=1)[0].lower()
    return plain.lower().endswith(noun) or head.endswith(noun.split(" of ", maxsplit=1)[0])


def _named_in(words: str) -> str | None:
    named = countries_named(words, 0, len(words))
    return named[0][2] if named else None


def _of_country(note: Note, span: Span, plain: str, country: str, roster: Roster) -> Holder | None:
    """The only one in that office, in the note or else at all."""
    fitting = roster.described(plain, roster.side(country))
    here = people_in(note.text, roster)
    named = [person for person in fitting if person.name in here]
    if len(named) > 1:
        return _nearest(note, span, named, roster)
    return in_office(note, (named or fitting)[0], roster) if len(named or fitting) == 1 else None


def _near(note: Note, span: Span, plain: str, roster: Roster) -> Holder | None:
    """Of those mentioned before the one whom the words fit best."""
    return _nearest(note, span, _fitting(note, span, plain, roster), roster)


def _fitting(note: Note, span: Span, plain: str, roster: Roster) -> list[Person]:
    """Those mentioned before whom the words fit best; a speaker never means herself."""
    block = block_at(note, span[0])
    speaker = speaker_of(note, block.speaker, roster).name if block and block.speaker else None
    earlier = _mentioned_before(note, span, roster)
    people = {m.person.name: m.person for m in earlier if m.person.name != speaker}
    degrees = {name: roster.degree(plain, person) for name, person in people.items()}
    best = max(degrees.values(), default=0)
    return [people[name] for name, degree in degrees.items() if degree == best and best]


def _nearest(note: Note, span: Span, fitting: list[Person], roster: Roster) -> Holder | None:
    """Of several only one alone in the paragraph, or unsure in the one before."""
    if len(fitting) == 1:
        return _holder(fitting[0])
    named = {person.name: person for person in fitting}
    earlier = [m for m in _mentioned_before(note, span, roster) if m.person.name in named]
    if not earlier:
        return None
    block, nearest = block_at(note, span[0]), block_at(note, earlier[-1].start)
    together = {m.person.name for m in earlier if block_at(note, m.start) is nearest}
    if len(together) > 1:
        return None
    return _holder(earlier[-1].person, unsure=nearest is not block)


def _mentioned_before(note: Note, span: Span, roster: Roster) -> tuple[Mention, ...]:
    return mentions_within(note.text, (0, span[0]), roster)[-_LOOKED_AT:]


def _own_party(note: Note, span: Span, plain: str, roster: Roster) -> str | None:
    """Whose office it is in what a government publishes or its people say."""
    issuer, speaks_for = issuer_of(note), _party_of_speaker(note, span, roster)
    if speaks_for and not (issuer and issuer.host and issuer.home == speaks_for):
        issuer = Issuer(speaks_for)  # an embassy's people may speak of either country
    return issuer.party_of(plain) if issuer else None


def _party_of_speaker(note: Note, span: Span, roster: Roster) -> str | None:
    block = block_at(note, span[0])
    return speaker_of(note, block.speaker, roster).party if block and block.speaker else None
