"""Where a note introduces a person: the name, the roles beside it, another name."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scenesetter.gather.countries import country_of
from scenesetter.gather.people import names, roles, unnamed
from scenesetter.gather.people.capitals import names_in_capitals
from scenesetter.model.note import Block, Note

INTRODUCING = frozenset({"body", "question"})
_LISTING = frozenset({"byline", "caption", "heading", "dateline"})
_ALSO_CALLED = re.compile(
    r",?[ ](?:or|(?:also|better|widely|popularly)[ ]known[ ]as|known[ ]as|nicknamed|aka)[ ]"
    r"[\"“‘']?(?P<alias>[A-Z][\w-]{1,20}(?:[ ][A-Z][\w-]{1,20}){0,2})[\"”’']?(?=[\s,.;)])"
)
_IN_BRACKETS = re.compile(r"[ ]\([\"“]?(?P<alias>[A-Z][\w.-]{1,20})[\"”]?\)")
_COUNTRY_IN_BRACKETS = re.compile(r"[ ]\((?P<country>[A-Z][^()\n]{1,40})\)")
_OF_COUNTRY = re.compile(r"[ ]of[ ](?P<country>(?:the[ ])?[A-Z][\w.-]*(?:[ ][A-Z][\w.-]*){0,3})")
_WHO = re.compile(r",[ ]who(?:se)?\b")
_AFFILIATED = re.compile(
    r"[ ](?:of|from|at|with)[ ](?:the[ ])?[A-Z][\w&.-]*(?:[ ][A-Z][\w&.-]*){0,5}"
)
_SPEAKS_FOR = re.compile(
    r",[ ]who[ ](?:\w+[ ]){0,2}?(?:leads|speaks|negotiates|works|acts|answers)[ ]"
    r"(?:on[ ]\w+[ ])?for[ ](?:the[ ])?(?P<body>[A-Z][\w.]*(?:[ ](?:of[ ])?[A-Z][\w.]*){0,4})"
)
_OWNED_ORGAN = re.compile(
    r"\b(?:in|of|at|from)[ ](his|her|its|their)[ ](?:\w+[ ])?"
    r"(?:ministry|office|department|embassy)\b"
)
_OWNER_AFTER = re.compile(r",[ ](his|her|its|their)[ ]")
_OWNER_BEFORE = re.compile(
    r"\b([Hh]is|[Hh]er|[Ii]ts|[Tt]heir)[ ](?:(?:[a-z]+[ ]){0,3}[a-z]+,[ ])?$"
)
_OF_FIELD = re.compile(r"[ ]of(?:[ ][a-z]+){1,4}$")
"""What an office is of, in small letters: "deputy minister of public works"."""
_COUNTERPART = re.compile(r"\bcounterpart\b")
_ENDS_APPOSITION = re.compile(r"[,.;)]|$")
_DEFINITE = re.compile(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur)[ ]$")
_OWNED = re.compile(r"['’]s?[ ]")
_REACH = 160
"""Characters read before a name."""


class Introduction(NamedTuple):
    name: str
    roles: tuple[str, ...]
    alias: str | None
    title: str | None = None
    """A royal title, with which the given name alone is enough: "Prince"."""
    country: str | None = None
    """Told beside the role: "Mr. Rai (Nepal)", "Roe, who speaks for the European Commission"."""
    place: int = 0
    owner: str | None = None
    """ "her" in "her chief negotiator", "its" in "its spokeswoman"."""


def introductions(note: Note, labels: set[str]) -> Iterator[Introduction]:
    """People whom the note names, in its order. `labels` are the last words of the speakers'
    labels: whoever speaks may be introduced in a list or the title."""
    for block in note.blocks:
        introducing = block.kind in INTRODUCING and not _is_headline(note.text, block)
        if introducing or (labels and block.kind in _LISTING):
            yield from _introduced(note.text, block.start, block.end, labels)
    title = note.source.title or ""
    for introduction in _introduced(title, 0, len(title), labels):
        if names.key(introduction.name).split()[-1] in labels:
            yield introduction


def _is_headline(text: str, block: Block) -> bool:
    """A short line whose words are nearly all capitalised tells no name from other words."""
    if block.end - block.start > 200 or text[block.start : block.end].rstrip().endswith((".", '"')):
        return False
    words = [word for word in text[block.start : block.end].split() if word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    return len(words) > 4 and capital >= 0.6 * len(words)


def _introduced(text: str, start: int, end: int, labels: set[str]) -> Iterator[Introduction]:
    runs = [(run, names.without_title(run)) for run in names.capitalised_runs(text, start, end)]
    shouted = [(words, words) for words in names_in_capitals(text, start, end)]
    for run, words in [*runs, *shouted]:
        written = [word.text for word in words]
        full = names.is_name(written)
        if not (full or names.is_one_name(written)):
            continue
        first, last = words[0].start, words[-1].end
        before = roles.role_before(text, first, start)
        ahead = _role_and_comma(text, _head(text, first, before), last, start)
        told = (_of_country(text, last, before or ahead), roles.role_after(text, last, end))
        title = _royal_title(run, words)
        if full:
            known = names.is_given_name(written[0]) or names.key(written[-1]) in labels
            evident = any(told) or known or title or _is_spoken_of(text, first, last)
        else:
            evident = _names_one(before or ahead, told[1], title)
        if evident:
            given = dict.fromkeys(role for role in (*told, ahead) if role)
            kept = tuple(
                _in_full(text, first, role) for role in given if not roles.is_honorific(role)
            )
            alias = _alias(text, last, end, words)
            country = _country_in_brackets(text, last) or _body_spoken_for(text, last)
            owner = _owner(text, first, last, told)
            yield Introduction(" ".join(written), kept, alias, title, country, first, owner)


def _names_one(before: str | None, after: str | None, title: str | None) -> bool:
    """Whether a single word is a name: an office, a calling or a royal title says so."""
    office = before is not None and not roles.is_honorific(before)
    return office or after is not None or title is not None


def _head(text: str, first: int, title: str | None) -> int:
    """Where the title before a name begins: "The chair, | Ms Jane Roe, ..."."""
    place = first - len(title or "") - 1
    return place if title and text.startswith(title, max(0, place)) else first


def _in_full(text: str, first: int, role: str) -> str:
    """The Angolan president for "his Angolan counterpart", where another's president stands
    before."""
    if not _COUNTERPART.search(role):
        return role
    before = text[max(0, first - 3 * _REACH) : first].split()
    words = [word.strip(",;:()") for word in before]
    for place in range(len(words) - 1, -1, -1):
        length = roles.office_length(words, place)
        office = " ".join(words[place : place + length]).lower()
        if not length or _COUNTERPART.search(office):
            continue
        told = " ".join(words[max(0, place - 2) : place + length])
        if roles.party_of(told) != roles.party_of(role):
            longer = place and roles.office_length(words, place - 1) == length + 1
            whole = f"{words[place - 1].lower()} {office}" if longer else office
            return _COUNTERPART.sub(whole, role)
    return role


def _role_and_comma(text: str, first: int, last: int, floor: int) -> str | None:
    """ "Indonesia's fisheries minister, Sutrisno,": a definite role with the name after it."""
    if text[first - 2 : first] != ", " or not _ENDS_APPOSITION.match(text, last):
        return None
    window = text[max(floor, first - _REACH) : first - 2]
    field = _OF_FIELD.search(window)
    window = f"{window[: field.start()] if field else window} "
    role = roles.role_before(window, len(window), 0)
    if role is None or not (
        _OWNED.search(role) or _DEFINITE.search(window.removesuffix(f"{role} "))
    ):
        return None
    return f"{role}{field[0]}" if field else role


def _of_country(text: str, end: int, role: str | None) -> str | None:
    """The role before a name with the country after it: "Ambassador Jane Roe of Peru"."""
    if role is None or roles.party_of(role) or roles.office_of(role) is None:
        return role
    match = _OF_COUNTRY.match(text, end)
    words = match["country"].split() if match else []
    while words and not country_of(" ".join(words).rstrip(".")):
        words.pop()
    return f"{role} of {' '.join(words).rstrip('.')}" if words else role


def _country_in_brackets(text: str, end: int) -> str | None:
    match = _COUNTRY_IN_BRACKETS.match(text, end)
    return country_of(match["country"]) if match else None


def _body_spoken_for(text: str, end: int) -> str | None:
    """The party of the body in ", who leads for the European Commission"."""
    match = _SPEAKS_FOR.match(text, end)
    body = match["body"].strip() if match else ""
    return unnamed.body_of(body) or country_of(body) if body else None


def _owner(text: str, first: int, last: int, told: Sequence[str | None]) -> str | None:
    before, after = told
    inside = _OWNED_ORGAN.search(after or "")
    if inside:
        return inside[1]
    if after and (owner := _OWNER_AFTER.match(text, last)):
        return owner[1]
    window = text[max(0, first - _REACH) : first].rstrip(", ")
    window = window.removesuffix(before).rstrip() + " " if before else ""
    owner = _OWNER_BEFORE.search(window)
    return owner[1].lower() if owner else None


def _royal_title(run: Sequence[names.Word], words: Sequence[names.Word]) -> str | None:
    before = [word.text for word in run if word.end <= words[0].start]
    return before[-1] if before and names.is_royal(before[-1]) else None


def _is_spoken_of(text: str, start: int, end: int) -> bool:
    """A speech verb beside the name, another name, "who", or where the person belongs."""
    if _beside_speech(text, start, end) or _WHO.match(text, end):
        return True
    if _ALSO_CALLED.match(text, end):
        return True
    place = _AFFILIATED.match(text, end, end + 90)
    return place is not None and _beside_speech(text, start, place.end())


def _beside_speech(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 20) : start].split()[-1:]
    after = re.findall(r"[a-z]+", text[end : end + 30])[:2]
    adjoining = text[end : end + 2].strip(" ,").islower()
    return any(map(roles.is_speech, before)) or (adjoining and any(map(roles.is_speech, after)))


def _alias(text: str, end: int, ceiling: int, words: Sequence[names.Word]) -> str | None:
    if called := _ALSO_CALLED.match(text, end, ceiling):
        alias = called["alias"]
        return None if names.is_name(alias.split()) and " or " in called[0] else alias
    bracketed = _IN_BRACKETS.match(text, end, ceiling)
    letters = names.initials([word.text for word in words])
    return bracketed["alias"] if bracketed and bracketed["alias"] == letters else None
