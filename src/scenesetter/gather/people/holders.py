"""Whom the source of an attribution means."""

import re
from bisect import bisect_left, bisect_right

from scenesetter.gather.countries import country_of, is_people
from scenesetter.gather.people import names, roles, unnamed
from scenesetter.gather.people.joint import is_joint
from scenesetter.gather.people.mentions import Mention, Roster, by_office, mentions, people_in
from scenesetter.gather.people.pronouns import antecedent
from scenesetter.gather.people.subjects import subjects_before
from scenesetter.gather.people.turns import speaker_of
from scenesetter.gather.prose.sentences import sentences
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
_SINGULAR = frozenset({"he", "she", "himself", "herself", "him", "her", "his"})
_PLURAL = frozenset({"they", "them", "themselves", "their"})
_THING = frozenset({"it", "itself", "its"})
_PRONOUNS = _SINGULAR | _PLURAL | _THING | {"i", "we", "our", "my", "you", "who", "one", "this"}
_OWNED = re.compile(r"(its|their|his|her)\s+", re.IGNORECASE)
_BOTH = re.compile(r"\bboth\s$", re.IGNORECASE)
_EMPLOYER = re.compile(r"(?:[A-Z][\w./&-]*\s?){1,4}['’]s")
_AFTER_NAME = re.compile(
    r"$|,|\s\(|\s(?:an?|the|who|also|himself|herself|then|reportedly|in|on|at|during|from)\b"
)


def holder_of(note: Note, span: Span, roster: Roster) -> Holder | None:
    """The one name of whoever the words of `span` mean, their own words where they name nobody
    that the roster knows; None where they mean nobody or do not let one know."""
    found = _meant(note, span, roster)
    return found.model_copy(update={"joint": is_joint(found.name)}) if found else None


def _meant(note: Note, span: Span, roster: Roster) -> Holder | None:
    words = " ".join(note.text[span[0] : span[1]].split())
    if words.lower() in _PRONOUNS:
        return _of_pronoun(note, span, words.lower(), roster)
    if owner := _OWNED.match(words):
        return _of_owned(note, (span[0] + owner.end(), span[1]), owner[1].lower(), roster)
    clause = _CLAUSE.split(words, maxsplit=1)[0]
    core = _ARTICLE.sub("", clause, count=1).strip()
    return (
        _of_joint(note, span, core)
        or _of_mention(note, span, roster)
        or _of_role(note, span, words, roster)
        or _of_country(core, roster)
        or _of_capitals(note, words, roster)
        or unnamed.group(words)
        or _of_stranger(words)
        or _of_shared_name(core, roster)
        or unnamed.organisation(clause if core else words, note.text)
    )


def _holder(person: Person, *, unsure: bool = False) -> Holder:
    return Holder(name=person.name, role=person.role, party=person.party, unsure=unsure)


def _of_pronoun(note: Note, span: Span, pronoun: str, roster: Roster) -> Holder | None:
    block = _block_at(note, span[0])
    before = note.text[max(block.start, span[0] - 3 * _REACH) : span[0]] if block else ""
    if pronoun in {"i", "we"} and block and block.speaker:
        return speaker_of(note, block.speaker, roster)
    if pronoun in _SINGULAR:
        found = antecedent(note, span[0], pronoun, roster)
        return _holder(found.person, unsure=found.unsure) if found else unnamed.last_person(before)
    if pronoun in _PLURAL:
        return (
            unnamed.last_group(note.text[_sentence_start(note, block, span[0]) : span[0]])
            or _of_subject(note, block, span[0], roster, plural=True)
            or _unsure(unnamed.last_group(before))
        )
    return _of_subject(note, block, span[0], roster, plural=False) if pronoun in _THING else None


def _unsure(holder: Holder | None) -> Holder | None:
    return holder.model_copy(update={"unsure": True}) if holder else None


def _of_subject(
    note: Note, block: Block | None, place: int, roster: Roster, *, plural: bool
) -> Holder | None:
    """What the nearest sentence before is about, where "they" or "it" may mean it."""
    for span in subjects_before(note.text, block, place):
        if note.text[span[0] : span[1]].lower() in _PRONOUNS:
            continue
        if found := holder_of(note, span, roster):
            several = is_joint(found.name) or found.anonymous
            return None if several != plural or roster.named(found.name) else found
    return None


def _sentence_start(note: Note, block: Block | None, place: int) -> int:
    spans = sentences(note.text, max(block.start, place - _REACH), place) if block else []
    return spans[-1][0] if spans else place


def _of_owned(note: Note, span: Span, owner: str, roster: Roster) -> Holder | None:
    """ "its economy ministry", "his spokesman": what is owned, of the owner's party."""
    found = holder_of(note, span, roster)
    if found is None or found.party:
        return found
    owning = _of_pronoun(note, (span[0] - len(owner) - 1, span[0] - 1), owner, roster)
    party = owning.party if owning else None
    return found.model_copy(update={"party": party, "unsure": found.unsure or party is not None})


def _of_joint(note: Note, span: Span, core: str) -> Holder | None:
    """Several sides together, by the note's words: "both sides", "two governments"."""
    both = _BOTH.search(note.text[max(0, span[0] - 5) : span[0]])
    name = f"both {core}" if both else core
    if " and " in name or not is_joint(name):
        return None
    return Holder(name=name[:1].lower() + name[1:])


def _block_at(note: Note, place: int) -> Block | None:
    after = bisect_right(note.blocks, place, key=lambda block: block.start)
    return note.blocks[after - 1] if after else None


def _of_mention(note: Note, span: Span, roster: Roster) -> Holder | None:
    """The person named at the head of the span, titles before and apposition after it aside."""
    inside = _mentions_in(note, span, roster)
    if not inside:
        return None
    head = inside[0]
    before = " ".join(note.text[span[0] : head.start].split())
    after = note.text[head.end : span[1]].rstrip()
    if not _only_title(before) and not _stray(before):
        return None
    others = {mention.person.name for mention in inside} - {head.person.name}
    if others and " and " in after:  # a joint statement is nobody's alone
        return Holder(name=" ".join(note.text[span[0] : span[1]].split()))
    if not _AFTER_NAME.match(after) and after not in {"'s", "’s"}:
        return None
    if by_office(note.text, head):
        return _in_office(note, head.person, roster)
    return _holder(head.person)


def _stray(before: str) -> bool:
    """A noun of the words ahead of the name: "Before the trip | López said"."""
    plain = before.isalpha() and before.islower()
    return plain and before not in _LINKS and not unnamed.is_unnamed([before])


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
    if not plain or _EMPLOYER.fullmatch(plain):
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
        return (
            _last_of(note, span, holders, roster)
            or _of_issuer(note, holders, roster)
            or (Holder(name=name, unsure=True) if roles.is_bare(plain, office) else None)
        )
    if len(holders) == 1:
        return _in_office(note, holders[0], roster)
    return Holder(name=name, role=plain, party=country, unsure=True)


def _in_office(note: Note, person: Person, roster: Roster) -> Holder:
    """Sure only where the note names the person too: in an older note another one held the
    office."""
    return _holder(person, unsure=person.name not in people_in(note.text, roster))


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


def _of_issuer(note: Note, holders: tuple[Person, ...], roster: Roster) -> Holder | None:
    """In what a government publishes, "the President" is its own."""
    issuer = unnamed.country_of_organ(note.source.publisher or "")
    own = [person for person in holders if issuer and person.party == issuer]
    return _in_office(note, own[0], roster) if len(own) == 1 else None


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
        if words.startswith(("'s ", "’s "), last):  # an employer: "the Post's Ana Ruiz"
            continue
        if not names.is_name(written) or not _only_title(words[:first].strip()):
            return None
        told = roles.role_before(words, first, 0) or roles.role_after(words, last, len(words))
        employed = _EMPLOYER.fullmatch(_ARTICLE.sub("", words[:first].strip()))
        if not (told or employed or names.is_given_name(written[0])):
            return None
        role = None if told and roles.is_honorific(told) else told
        party = roles.party_of(role) if role else None
        return Holder(name=" ".join(written), role=role, party=party)
    return None


def _of_shared_name(core: str, roster: Roster) -> Holder | None:
    """A name that several people have: "Biden" where father and son are known."""
    return Holder(name=core, unsure=True) if roster.named(core) else None
