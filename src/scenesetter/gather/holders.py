"""Whom the source of an attribution means."""

import re
from bisect import bisect_left, bisect_right

from scenesetter.gather import names, roles, unnamed
from scenesetter.gather.countries import country_of, is_people
from scenesetter.gather.mentions import Mention, Roster, mentions, people_in
from scenesetter.gather.pronouns import antecedent
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Holder, Span
from scenesetter.model.note import Block, Note

_REACH = 400
"""Characters back within which "the president" may mean the last one mentioned."""

_LOOKED_AT = 200
"""Mentions back among which an officeholder without a country is looked for."""

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_CLAUSE = re.compile(r",|\s\(|\s(?:who|that|which|whose|speaking|familiar|close|on condition)\b")
_LINKS = frozenset({"for", "of", "to", "by", "with", "and", "from", "at", "in", "on", "against"})
_SINGULAR = frozenset({"he", "she", "himself", "herself", "him", "her"})
_PRONOUNS = _SINGULAR | {"they", "them", "themselves", "it", "i", "we", "you", "who", "one", "this"}
_AFTER_NAME = re.compile(
    r"$|,|\s\(|\s(?:an?|the|who|also|himself|herself|then|reportedly|in|on|at|during|from)\b"
)


def holder_of(note: Note, span: Span, roster: Roster) -> Holder:
    """The one name of whoever the words of `span` mean; their own words where that is not clear."""
    words = " ".join(note.text[span[0] : span[1]].split())
    if words.lower() in _PRONOUNS:
        return _of_pronoun(note, span, words, roster)
    core = _ARTICLE.sub("", _CLAUSE.split(words, maxsplit=1)[0], count=1).strip()
    return (
        _of_mention(note, span, roster)
        or _of_role(note, span, words, roster)
        or _of_country(core, roster)
        or _of_capitals(note, words, roster)
        or unnamed.group(words)
        or _of_stranger(words)
        or unnamed.organisation(core or words)
    )


def speaker_of(note: Note, label: str, roster: Roster) -> Holder:
    """The speaker of a turn by its label ("MR PRICE"); the label itself where no one fits."""
    words = label.strip().rstrip(":").split()
    rest = [word for word in words if word.rstrip(".").lower() not in _title_words()]
    wanted = names.key(" ".join(rest))
    people = [person for person in roster.people if wanted and _is_called(person, wanted)]
    here = [person for person in people if _named_in(note, person, roster)]
    if len(here) == 1 or len(people) == 1:
        person = (here or people)[0]
        return _holder(person, unsure=not here and not _same_title(person, words))
    spoken = " ".join(word.capitalize() if word.isupper() else word for word in words)
    return Holder(name=spoken, anonymous=unnamed.is_unnamed(words), unsure=len(people) > 1)


def _holder(person: Person, *, unsure: bool = False) -> Holder:
    return Holder(name=person.name, role=person.role, party=person.party, unsure=unsure)


def _of_pronoun(note: Note, span: Span, words: str, roster: Roster) -> Holder:
    pronoun = words.lower()
    block = _block_at(note, span[0])
    if pronoun in {"i", "we"} and block and block.speaker:
        return speaker_of(note, block.speaker, roster)
    if pronoun in _SINGULAR:
        found = antecedent(note, span[0], pronoun, roster)
        return _holder(found.person, unsure=found.unsure) if found else _unclear(pronoun)
    if pronoun in {"they", "them"} and block:
        return unnamed.last_group(note.text[block.start : span[0]]) or _unclear(pronoun)
    return _unclear(pronoun)


def _block_at(note: Note, place: int) -> Block | None:
    after = bisect_right(note.blocks, place, key=lambda block: block.start)
    return note.blocks[after - 1] if after else None


def _unclear(words: str) -> Holder:
    return Holder(name=words, anonymous=True, unsure=True)


def _of_mention(note: Note, span: Span, roster: Roster) -> Holder | None:
    """The person named at the head of the span, titles before and apposition after it aside."""
    inside = _mentions_in(note, span, roster)
    if not inside:
        return None
    head = inside[0]
    before = " ".join(note.text[span[0] : head.start].split())
    after = note.text[head.end : span[1]].rstrip()
    if not _only_title(before):
        return None
    others = {mention.person.name for mention in inside} - {head.person.name}
    if others and " and " in after:  # a joint statement is nobody's alone
        return Holder(name=" ".join(note.text[span[0] : span[1]].split()))
    if _AFTER_NAME.match(after) or after in {"'s", "’s"}:
        return _holder(head.person)
    return None


def _mentions_in(note: Note, span: Span, roster: Roster) -> tuple[Mention, ...]:
    known = mentions(note.text, roster)
    low, high = (bisect_left(known, place, key=lambda mention: mention.start) for place in span)
    return known[low:high]


def _of_capitals(note: Note, words: str, roster: Roster) -> Holder | None:
    """A speaker whom a transcript inside the text names in capitals: "PENCE"."""
    speaker = speaker_of(note, words, roster) if words.isupper() else None
    return speaker if speaker and roster.named(speaker.name) else None


def _only_title(before: str) -> bool:
    """Whether nothing but titles stands before a name: no "spokesman for", no verb."""
    plain = _ARTICLE.sub("", before.rstrip(","), count=1)
    if not plain:
        return True
    role = roles.role_before(f"{plain} ", len(plain) + 1, 0)
    if role is None:
        return False
    rest = plain[: len(plain) - len(role)].split()
    return len(rest) <= 6 and not any(word in _LINKS or roles.is_speech(word) for word in rest)


def _of_role(note: Note, span: Span, words: str, roster: Roster) -> Holder | None:
    """ "the Mexican president", "Canada's prime minister", "the president" where one fits."""
    core = _CLAUSE.split(words, maxsplit=1)[0]
    plain = _ARTICLE.sub("", core, count=1)
    office = roles.office_of(plain)
    definite = core.lower().startswith("the ") or plain == core
    if office is None or not definite or not _ends_with_office(plain, office):
        return None
    country, name = roles.party_of(plain), plain
    if roles.is_former(plain):
        return Holder(name=name, anonymous=True)
    holders = roster.officeholders(country, office)
    if country is None:
        return _last_of(note, span, holders, roster) or Holder(name=name, unsure=True)
    if len(holders) == 1:
        return _holder(holders[0])
    return Holder(name=name, role=plain, party=country, unsure=True)


def _ends_with_office(plain: str, office: str) -> bool:
    head = re.split(r"\s(?:of|to|for)\s", plain, maxsplit=1)[0].lower()
    return plain.lower().endswith(office) or head.endswith(office.split(" of ", maxsplit=1)[0])


def _last_of(note: Note, span: Span, holders: tuple[Person, ...], roster: Roster) -> Holder | None:
    """The one officeholder mentioned before the span; of several, only one alone nearby."""
    known = mentions(note.text, roster)
    fitting = {person.name for person in holders}
    last = bisect_left(known, span[0], key=lambda mention: mention.start)
    earlier = known[max(0, last - _LOOKED_AT) : last]
    people = {m.person.name: m.person for m in earlier if m.person.name in fitting}
    if len(people) == 1:
        return _holder(next(iter(people.values())))
    near = {m.person.name for m in earlier if m.start >= span[0] - _REACH} & fitting
    return _holder(people[near.pop()], unsure=True) if len(near) == 1 else None


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
    return Holder(name=own, party=own)


def _of_stranger(words: str) -> Holder | None:
    """A person in full whom the roster does not know, with the role beside the name."""
    for run in names.capitalised_runs(words, 0, len(words)):
        name = names.without_title(run)
        written = [word.text for word in name]
        first, last = name[0].start, name[-1].end
        if not names.is_name(written) or not _only_title(words[:first].strip()):
            return None
        told = roles.role_before(words, first, 0) or roles.role_after(words, last, len(words))
        if not told and not names.is_given_name(written[0]):
            return None
        role = None if told and roles.is_honorific(told) else told
        party = roles.party_of(role) if role else None
        return Holder(name=" ".join(written), role=role, party=party)
    return None


def _is_called(person: Person, wanted: str) -> bool:
    called = [names.key(name) for name in (person.name, person.short or "", *person.aliases)]
    return any(name == wanted or name.endswith(f" {wanted}") for name in called)


def _named_in(note: Note, person: Person, roster: Roster) -> bool:
    titled = people_in(note.source.title or "", roster)
    return person.name in people_in(note.text, roster) | titled


def _same_title(person: Person, label: list[str]) -> bool:
    """SECRETARY BLINKEN, where the only one of that surname is a secretary."""
    return any(word.lower() in (person.role or "").lower().split() for word in label)


def _title_words() -> frozenset[str]:
    return names.title_words() | {"mr", "ms", "mrs", "dr", "amb", "gen", "sen", "gov", "rep"}
