"""Whom a source means that has a name in it: known people, strangers, surnames of several."""

import re
from collections.abc import Sequence

from scenesetter.gather.people import names, roles, unnamed
from scenesetter.gather.people.descriptions import in_office
from scenesetter.gather.people.mentions import (
    Mention,
    Roster,
    by_office,
    mentions_within,
    people_in,
)
from scenesetter.gather.people.phrases import without_article, words_at
from scenesetter.gather.people.turns import speaker_of
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Holder, Link, Span
from scenesetter.model.note import Note

_APPOSED = 80
"""Characters after an office in which its holder is named beside it."""

_LINKS = frozenset({"for", "of", "to", "by", "with", "and", "from", "at", "in", "on", "against"})
_EMPLOYER = re.compile(r"(?:[A-Z][\w./&-]*\s?){1,4}['’]s")
_OWNER = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)|\w[’']s?)\s$")
_AFTER_NAME = re.compile(
    r"$|,|\s\(|\s(?:an?|the|who|also|himself|herself|then|reportedly|of|in|on|at|during|from)\b"
)


def of_mention(note: Note, span: Span, roster: Roster) -> Holder | None:
    """The person named at the head of the span, titles before and apposition after it aside."""
    inside = mentions_within(note.text, span, roster)
    if not inside:
        return None
    head = _head_of(note.text, inside)
    before = " ".join(note.text[span[0] : head.start].split())
    after = note.text[head.end : span[1]].rstrip()
    shortened = _is_shortened(before, head.person.role or "")
    if not (shortened or _only_title(before) or _stray(before)):
        return None
    later = inside[inside.index(head) :]
    others = {mention.person.name for mention in later} - {head.person.name}
    if others and " and " in after:  # a joint statement is nobody's alone
        return Holder(name=words_at(note, span), link="group")
    if not _AFTER_NAME.match(after) and after not in {"'s", "’s"}:
        return None
    if by_office(note.text, head):
        return in_office(note, head.person, roster)
    titled = shortened or (bool(before) and not _stray(before))
    return _holder(head.person, _link(note.text[head.start : head.end], head.person, titled=titled))


def of_apposition(note: Note, span: Span, words: str, roster: Roster) -> Holder | None:
    """Who is named right after an office: "The chair|, Ambassador Jane Roe, said", "her
    spokesman|, Jan Doe, said"."""
    before = note.text[max(0, span[0] - 8) : span[0]]
    definite = words.lower().startswith("the ") or _OWNER.search(before)
    told = definite and roles.noun_of(words) is not None
    if not told or not note.text.startswith(", ", span[1]):
        return None
    inside = mentions_within(note.text, (span[1], span[1] + _APPOSED), roster)
    if not inside or not note.text.startswith((",", ")"), inside[0].end):
        return None
    title = note.text[span[1] + 2 : inside[0].start].strip()
    return _holder(inside[0].person, "full name") if _only_title(title) else None


def of_capitals(note: Note, words: str, roster: Roster) -> Holder | None:
    """A speaker whom a transcript inside the text names in capitals: "PENCE"."""
    speaker = speaker_of(note, words, roster) if words.isupper() else None
    return speaker if speaker and roster.named(speaker.name) else None


def of_stranger(words: str) -> Holder | None:
    """A person in full whom the roster does not know, with the role beside the name."""
    for run in names.capitalised_runs(words, 0, len(words)):
        name = names.without_title(run)
        written = [word.text for word in name]
        first, last = name[0].start, name[-1].end
        if words.startswith(("'s ", "’s "), last):  # an employer: "the Post's Ana Ruiz"
            continue
        if not names.is_name(written):
            continue
        if not _only_title(words[:first].strip()):
            return None
        told = roles.role_before(words, first, 0) or roles.role_after(words, last, len(words))
        employed = _EMPLOYER.fullmatch(without_article(words[:first].strip()))
        if not (told or employed or names.is_given_name(written[0])):
            return None
        role = None if told and roles.is_honorific(told) else told
        party = roles.party_of(role) if role else None
        return Holder(name=" ".join(written), role=role, party=party, link="full name")
    return None


def of_shared_name(core: str, roster: Roster) -> Holder | None:
    """A name that several people have: "Mr. Biden" where father and son are known."""
    words = core.split()
    while len(words) > 1 and not roster.named(" ".join(words)) and _is_title(words[0]):
        words.pop(0)
    name = " ".join(words)
    return Holder(name=name, unsure=True, link="surname") if roster.named(name) else None


def of_given_name(note: Note, core: str, roster: Roster) -> Holder | None:
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


def of_single_name(note: Note, span: Span, core: str) -> Holder | None:
    """A single name with what its bearer does beside it: "Sani, the driver"."""
    role = roles.role_after(note.text, span[1], len(note.text))
    if role is None or not names.is_one_name(core.split()):
        return None
    return Holder(name=core, role=role, link="note's words")


def _holder(person: Person, link: Link) -> Holder:
    return Holder(name=person.name, role=person.role, party=person.party, link=link)


def _head_of(text: str, inside: Sequence[Mention]) -> Mention:
    """The first, or whoever serves the one named first: "Roe spokesman | Jan Doe"."""
    head = inside[0]
    for following in inside[1:]:
        between = text[head.end : following.start].strip()
        if not between or roles.role_before(f"{between} ", len(between) + 1, 0) != between:
            break
        head = following
    return head


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
    noun = without_article(before)
    plain = noun.isalpha() and noun.islower()
    return plain and noun not in _LINKS and not unnamed.is_unnamed([noun])


def _only_title(before: str) -> bool:
    """Whether nothing but titles stands before a name: no "spokesman for", no verb."""
    plain = without_article(before.rstrip(","))
    if not plain or _EMPLOYER.fullmatch(plain):
        return True
    role = roles.role_before(f"{plain} ", len(plain) + 1, 0)
    if role is None:
        return False
    rest = plain[: len(plain) - len(role)].split()
    return len(rest) <= 6 and not any(word in _LINKS or roles.is_speech(word) for word in rest)


def _is_title(word: str) -> bool:
    return word.lower() in names.title_words()
