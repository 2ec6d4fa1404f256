"""Sources without a person's name: groups, officials, organisations."""

import re
from functools import cache

from scenesetter.gather import roles
from scenesetter.gather.countries import countries_named, country_of, is_people
from scenesetter.gather.lexicon import lexicon
from scenesetter.model.fact import Holder

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_CLAUSE = re.compile(r",|\s\(|\s(?:who|that|which|whose|speaking|on condition)\b")
_COMPLEMENT = re.compile(r"\s(?:of|in|on|at|from|with|for|to|close|familiar|within|by|near)\b")


def group(words: str) -> Holder | None:
    """ "two Mexican officials who asked", "a senior official": anonymous, in the note's words."""
    phrase = _ARTICLE.sub("", _CLAUSE.split(words, maxsplit=1)[0], count=1).strip()
    head = _COMPLEMENT.split(phrase, maxsplit=1)[0].split()
    if not head or not (is_unnamed(head) or is_people(" ".join(head))):
        return None
    party = roles.party_of(" ".join([*head[:-1], _singular(head[-1])]))
    name = phrase if _ARTICLE.match(words) else _lower(phrase)
    return Holder(name=name, party=party, anonymous=True)


def last_group(text: str) -> Holder | None:
    """The last group that a text speaks of in the plural, for a "they" after it."""
    found = list(_groups().finditer(text[-600:]))
    return group(found[-1][0]) if found else None


def organisation(words: str) -> Holder:
    """An organisation by the note's words; what has no capital is nobody by name."""
    name = _ARTICLE.sub("", words, count=1)
    if " " in name and not any(character.isupper() for character in name[1:]):
        return Holder(name=name if name != words else _lower(name), anonymous=True)
    if not name[:1].isupper():
        return Holder(name=name, anonymous=not any(character.isupper() for character in name))
    return Holder(name=name, party=body_of(name) or country_of_organ(name))


def body_of(words: str) -> str | None:
    """The country whose organ these words name: "the U.S. State Department"."""
    for body, country in lexicon("roles")["bodies"].items():
        if words == body or words.endswith(f" {body}"):
            return str(country)
    return None


def is_unnamed(words: list[str]) -> bool:
    """Whether the head word is one of people without names ("officials", "moderator")."""
    if not words:
        return False
    last = words[-1].lower()
    return _singular(last) in _unnamed() or last in lexicon("roles")["unnamed_plurals"]


def government_words() -> frozenset[str]:
    return frozenset(lexicon("roles")["government"])


def country_of_organ(name: str) -> str | None:
    """The country whose ministry, army or the like a name tells: "Embassy of Peru"."""
    if not any(word in lexicon("roles")["organs"] for word in name.split()):
        return None
    named = countries_named(name, 0, len(name))
    return named[0][2] if named else None


def _lower(phrase: str) -> str:
    first, blank, rest = phrase.partition(" ")
    proper = (
        first in lexicon("roles")["not_names"]
        or country_of(first)
        or (len(first) > 1 and not first[1:].islower())
    )
    return phrase if proper else f"{first.lower()}{blank}{rest}"


def _singular(word: str) -> str:
    lower = word.lower()
    if lower.endswith("ies"):
        return f"{lower[:-3]}y"
    if lower.endswith(("men",)):
        return f"{lower[:-3]}man"
    return lower.removesuffix("s")


@cache
def _unnamed() -> frozenset[str]:
    return frozenset(lexicon("roles")["unnamed"]) | {"moderator", "interviewer", "participant"}


@cache
def _groups() -> "re.Pattern[str]":
    nouns = "|".join(re.escape(noun) for noun in sorted(_unnamed()))
    return re.compile(rf"\b(?:[A-Za-z][\w.-]{{0,20}}[ ]){{0,2}}(?:{nouns})s\b", re.IGNORECASE)
