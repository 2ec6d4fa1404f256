"""Whom the source of an attribution means."""

import re
from collections.abc import Sequence

from scenesetter.gather.countries import country_of, is_people
from scenesetter.gather.people import unnamed
from scenesetter.gather.people.bodies import body_before
from scenesetter.gather.people.descriptions import described, in_office, open_office
from scenesetter.gather.people.joint import is_joint
from scenesetter.gather.people.mentions import Roster
from scenesetter.gather.people.named import (
    of_apposition,
    of_capitals,
    of_given_name,
    of_mention,
    of_shared_name,
    of_single_name,
    of_stranger,
)
from scenesetter.gather.people.phrases import without_article, without_clause, words_at
from scenesetter.gather.people.pronouns import antecedent, block_at
from scenesetter.gather.people.subjects import subjects_before
from scenesetter.gather.people.turns import speaker_of
from scenesetter.gather.prose.sentences import sentences
from scenesetter.model.fact import Holder, Span
from scenesetter.model.note import Block, Note

_REACH = 400
"""Characters of a paragraph in which the sentence of a pronoun is looked for."""
_LINKS = 8
"""Sentences back through which owners are followed: "its ministry" of "its government"."""

_SINGULAR = frozenset({"he", "she", "himself", "herself", "him", "her", "his"})
_PLURAL = frozenset({"they", "them", "themselves", "their"})
_THING = frozenset({"it", "itself", "its"})
_OURS = frozenset({"i", "we", "our", "my"})
_PRONOUNS = _SINGULAR | _PLURAL | _THING | _OURS | {"you", "who", "one", "this"}
_OWNED = re.compile(r"(its|their|his|her|our|my)\s+", re.IGNORECASE)
_BOTH = re.compile(r"\bboth\s$", re.IGNORECASE)
_LISTED_ORGAN = re.compile(
    r"(?:[Tt]he )?(?:[\w.’'-]+ ){0,3}(?:Ministry|Department|Directorate|Office|Secretariat)"
    r" (?:of|for) [\w-]+(?: [\w-]+){0,2}(?:, [\w-]+(?: [\w-]+){0,2}){0,4},? (?:and|&)"
    r" [\w-]+(?: [\w-]+){0,2}"
)
"""A list of fields after an organ: Ministry of Land, Infrastructure and Transport."""


def holder_of(
    note: Note,
    span: Span,
    roster: Roster,
    told: Sequence[Span] = (),
    *,
    links: int = _LINKS,
) -> Holder | None:
    """The one name of whoever the words of `span` mean, their own words where they name nobody
    that the roster knows; None where they mean nobody or do not let one know. `told` is what they
    say: "he" is none of those whom it names. `links` bounds how far back "it" and "its" are
    followed."""
    found = _meant(note, span, roster, told, links)
    if found is None:
        return None
    return found.model_copy(
        update={
            "party": roster.side(found.party),
            "joint": is_joint(found.name),
            "words": words_at(note, span),
            "link": found.link or "note's words",
        }
    )


def _meant(
    note: Note, span: Span, roster: Roster, told: Sequence[Span], links: int
) -> Holder | None:
    words = words_at(note, span)
    if words.lower() in _PRONOUNS:
        found = _of_pronoun(note, span, roster, told, links)
        return found.model_copy(update={"link": "pronoun"}) if found else None
    if owner := _OWNED.match(words):
        owned = (span[0] + owner.end(), span[1])
        return _of_owned(note, owned, owner[1].lower(), roster, links)
    clause = words if _LISTED_ORGAN.fullmatch(words) else without_clause(words)
    core = without_article(clause).strip()
    return (
        _of_joint(note, span, core)
        or of_mention(note, span, roster)
        or of_apposition(note, span, words, roster)
        or described(note, span, words, roster)
        or _of_country(core, roster)
        or of_capitals(note, words, roster)
        or _of_body(note, span, words, roster)
        or unnamed.group(words, note.text)
        or of_stranger(words)
        or of_shared_name(core, roster)
        or of_given_name(note, core, roster)
        or unnamed.organisation(clause if core else words, note.text)
        or of_single_name(note, span, core)
        or open_office(note, span, words, roster)
    )


def _of_pronoun(
    note: Note, span: Span, roster: Roster, told: Sequence[Span], links: int
) -> Holder | None:
    pronoun = words_at(note, span).lower()
    block = block_at(note, span[0])
    before = note.text[max(block.start, span[0] - 3 * _REACH) : span[0]] if block else ""
    if pronoun in _OURS and block and block.speaker:
        return speaker_of(note, block.speaker, roster)
    if pronoun in _SINGULAR:
        found = antecedent(note, span[0], pronoun, roster, told)
        return found or unnamed.last_person(before)
    if pronoun in _PLURAL:
        return (
            unnamed.last_group(note.text[_sentence_start(note, block, span[0]) : span[0]])
            or _of_subject(note, span[0], roster, links, plural=True)
            or _unsure(unnamed.last_group(before))
        )
    return _of_subject(note, span[0], roster, links, plural=False) if pronoun in _THING else None


def _unsure(holder: Holder | None) -> Holder | None:
    return holder.model_copy(update={"unsure": True}) if holder else None


def _of_subject(
    note: Note, place: int, roster: Roster, links: int, *, plural: bool
) -> Holder | None:
    """What the nearest sentence before is about, where "they" or "it" may mean it."""
    for span in subjects_before(note.text, block_at(note, place), place) if links else ():
        if note.text[span[0] : span[1]].lower() in _PRONOUNS:
            continue
        if found := holder_of(note, span, roster, links=links - 1):
            several = is_joint(found.name) or found.anonymous
            return None if several != plural or roster.named(found.name) else found
    return None


def _sentence_start(note: Note, block: Block | None, place: int) -> int:
    spans = sentences(note.text, max(block.start, place - _REACH), place) if block else []
    return spans[-1][0] if spans else place


def _of_owned(note: Note, span: Span, owner: str, roster: Roster, links: int) -> Holder | None:
    """ "its economy ministry", "his spokesman": what is owned, of the owner's party."""
    found = holder_of(note, span, roster, links=links)
    if found is None and owner in _OURS:
        found = unnamed.organisation(f"the {words_at(note, span)}", note.text)
    if found is None or found.party or (owner in _OURS and found.anonymous):
        return found
    before = (span[0] - len(owner) - 1, span[0] - 1)
    owning = _of_pronoun(note, before, roster, (), links)
    party = owning.party if owning else None
    ours = owner in _OURS
    own = roster.described(words_at(note, span), party) if party else ()
    if ours and len(own) == 1:
        return in_office(note, own[0], roster)
    return found.model_copy(
        update={"party": party, "unsure": found.unsure or (party is not None and not ours)}
    )


def _of_joint(note: Note, span: Span, core: str) -> Holder | None:
    """Several sides together, by the note's words: "both sides", "two governments"."""
    both = _BOTH.search(note.text[max(0, span[0] - 5) : span[0]])
    name = f"both {core}" if both else core
    if " and " in name or not is_joint(name):
        return None
    return Holder(name=name[:1].lower() + name[1:], link="group")


def _of_body(note: Note, span: Span, words: str, roster: Roster) -> Holder | None:
    """ "The board", where the note has named one."""
    named = body_before(note.text, span[0], words)
    if named is None:
        return None
    name, alone = named
    found = _of_country(name, roster) or unnamed.organisation(name, note.text)
    return found if alone else _unsure(found)


def _of_country(core: str, roster: Roster) -> Holder | None:
    """A country as an actor: "Mexico", "Washington", "the Mexican government"."""
    plain = core.removesuffix("'s").removesuffix("’s")
    if unnamed.body_of(plain) or is_people(plain):
        return None
    actor, _, noun = plain.rpartition(" ")
    country = country_of(plain)
    if country is None and noun.lower() in unnamed.government_words():
        owner = roster.named(actor.removesuffix("'s").removesuffix("’s"))
        country = owner[0].party if len(owner) == 1 else country_of(actor)
    if country is None:
        country = next((p.name for p in roster.parties if plain in {p.name, *p.aliases}), None)
    if country is None:
        return None
    own = next((p.name for p in roster.parties if country in {p.name, *p.aliases}), country)
    return Holder(name=own, party=own, link="country")
