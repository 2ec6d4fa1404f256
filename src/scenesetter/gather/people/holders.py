"""Whom the source of an attribution means."""

import re
from bisect import bisect_left

from scenesetter.gather.countries import country_of, is_people
from scenesetter.gather.people import names, roles, unnamed
from scenesetter.gather.people.descriptions import described, in_office
from scenesetter.gather.people.joint import is_joint
from scenesetter.gather.people.mentions import Mention, Roster, by_office, mentions, people_in
from scenesetter.gather.people.pronouns import antecedent, block_at
from scenesetter.gather.people.subjects import subjects_before
from scenesetter.gather.people.turns import speaker_of
from scenesetter.gather.prose.sentences import sentences
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Holder, Link, Span
from scenesetter.model.note import Block, Note

_REACH = 400
"""Characters of a paragraph in which the sentence of a pronoun is looked for."""

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_CLAUSE = re.compile(r",|\s\(|\s(?:who|that|which|whose|speaking|familiar|close|on condition)\b")
_LINKS = frozenset({"for", "of", "to", "by", "with", "and", "from", "at", "in", "on", "against"})
_SINGULAR = frozenset({"he", "she", "himself", "herself", "him", "her", "his"})
_PLURAL = frozenset({"they", "them", "themselves", "their"})
_THING = frozenset({"it", "itself", "its"})
_PRONOUNS = _SINGULAR | _PLURAL | _THING | {"i", "we", "our", "my", "you", "who", "one", "this"}
_OWNED = re.compile(r"(its|their|his|her)\s+", re.IGNORECASE)
_BOTH = re.compile(r"\bboth\s$", re.IGNORECASE)
_LISTED_ORGAN = re.compile(
    r"(?:[Tt]he )?(?:[\w.’'-]+ ){0,3}(?:Ministry|Department|Directorate|Office|Secretariat)"
    r" (?:of|for) [\w-]+(?: [\w-]+){0,2}(?:, [\w-]+(?: [\w-]+){0,2}){0,4},? (?:and|&)"
    r" [\w-]+(?: [\w-]+){0,2}"
)
"""A list of fields after an organ: Ministry of Land, Infrastructure and Transport."""
_EMPLOYER = re.compile(r"(?:[A-Z][\w./&-]*\s?){1,4}['’]s")
_AFTER_NAME = re.compile(
    r"$|,|\s\(|\s(?:an?|the|who|also|himself|herself|then|reportedly|of|in|on|at|during|from)\b"
)


def holder_of(note: Note, span: Span, roster: Roster) -> Holder | None:
    """The one name of whoever the words of `span` mean, their own words where they name nobody
    that the roster knows; None where they mean nobody or do not let one know."""
    found = _meant(note, span, roster)
    if found is None:
        return None
    return found.model_copy(
        update={
            "party": roster.side(found.party),
            "joint": is_joint(found.name),
            "words": _words(note, span),
            "link": found.link or "note's words",
        }
    )


def _words(note: Note, span: Span) -> str:
    return " ".join(note.text[span[0] : span[1]].split())


def _meant(note: Note, span: Span, roster: Roster) -> Holder | None:
    words = _words(note, span)
    if words.lower() in _PRONOUNS:
        found = _of_pronoun(note, span, words.lower(), roster)
        return found.model_copy(update={"link": "pronoun"}) if found else None
    if owner := _OWNED.match(words):
        return _of_owned(note, (span[0] + owner.end(), span[1]), owner[1].lower(), roster)
    clause = words if _LISTED_ORGAN.fullmatch(words) else _CLAUSE.split(words, maxsplit=1)[0]
    core = _ARTICLE.sub("", clause, count=1).strip()
    return (
        _of_joint(note, span, core)
        or _of_mention(note, span, roster)
        or described(note, span, words, roster)
        or _of_country(core, roster)
        or _of_capitals(note, words, roster)
        or unnamed.group(words, note.text)
        or _of_stranger(words)
        or _of_shared_name(core, roster)
        or _of_given_name(note, core, roster)
        or unnamed.organisation(clause if core else words, note.text)
        or _of_single_name(note, span, core)
    )


def _holder(person: Person, link: Link) -> Holder:
    return Holder(name=person.name, role=person.role, party=person.party, link=link)


def _of_pronoun(note: Note, span: Span, pronoun: str, roster: Roster) -> Holder | None:
    block = block_at(note, span[0])
    before = note.text[max(block.start, span[0] - 3 * _REACH) : span[0]] if block else ""
    if pronoun in {"i", "we"} and block and block.speaker:
        return speaker_of(note, block.speaker, roster)
    if pronoun in _SINGULAR:
        found = antecedent(note, span[0], pronoun, roster)
        return found or unnamed.last_person(before)
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
    return Holder(name=name[:1].lower() + name[1:], link="group")


def _of_mention(note: Note, span: Span, roster: Roster) -> Holder | None:
    """The person named at the head of the span, titles before and apposition after it aside."""
    inside = _mentions_in(note, span, roster)
    if not inside:
        return None
    head = inside[0]
    before = " ".join(note.text[span[0] : head.start].split())
    after = note.text[head.end : span[1]].rstrip()
    shortened = _is_shortened(before, head.person.role or "")
    if not (shortened or _only_title(before) or _stray(before)):
        return None
    others = {mention.person.name for mention in inside} - {head.person.name}
    if others and " and " in after:  # a joint statement is nobody's alone
        return Holder(name=_words(note, span), link="group")
    if not _AFTER_NAME.match(after) and after not in {"'s", "’s"}:
        return None
    if by_office(note.text, head):
        return in_office(note, head.person, roster)
    titled = shortened or (bool(before) and not _stray(before))
    return _holder(head.person, _link(note.text[head.start : head.end], head.person, titled=titled))


def _link(words: str, person: Person, *, titled: bool) -> Link:
    """By what a name leads to a person."""
    key, whole = names.key(words), names.identity(person.name)
    if key in map(names.key, person.aliases):
        return "alias"
    told = names.identity(words)
    if (len(told) > 1 and told[0] == whole[0]) or (told == whole and not titled):
        return "full name"
    return "title" if titled else "surname"


def _is_shortened(before: str, role: str) -> bool:
    """A title by its initials: "CS Kamau", the Cabinet Secretary."""
    initials = "".join(word[0] for word in role.split()).upper()
    return before.isupper() and len(before) > 1 and before in initials


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
        return Holder(name=" ".join(written), role=role, party=party, link="full name")
    return None


def _of_shared_name(core: str, roster: Roster) -> Holder | None:
    """A name that several people have: "Mr. Biden" where father and son are known."""
    words = core.split()
    while len(words) > 1 and not roster.named(" ".join(words)) and _is_title(words[0]):
        words.pop(0)
    name = " ".join(words)
    return Holder(name=name, unsure=True, link="surname") if roster.named(name) else None


def _is_title(word: str) -> bool:
    return word.lower() in names.title_words()


def _of_given_name(note: Note, core: str, roster: Roster) -> Holder | None:
    """ "Gayle", as colleagues call each other, where the note names one of that name."""
    if not names.is_given_name(core) or len(core.split()) > 1:
        return None
    here = people_in(note.text, roster)
    own = names.identity(core)
    called = [one for one in roster.people if names.identity(one.name)[:1] == own]
    known = [one for one in called if one.name in here]
    if len(known) == 1:
        return _holder(known[0], "alias")
    return Holder(name=core, unsure=True)


def _of_single_name(note: Note, span: Span, core: str) -> Holder | None:
    """A single name with what its bearer does beside it: "Sani, the driver"."""
    role = roles.role_after(note.text, span[1], len(note.text))
    if role is None or not names.is_one_name(core.split()):
        return None
    return Holder(name=core, role=role, link="note's words")
