"""Whether a description ("the fisheries minister") fits the role that somebody has."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from scenesetter.gather.countries import countries_named
from scenesetter.gather.lexicon import lexicon
from scenesetter.gather.people import names, roles

_WORD = re.compile(r"[^\W\d_][\w-]*\.?")
_LINKS = frozenset({"of", "for", "to", "the", "and", "s", "a", "an", "at", "in", "on"})
_CHIEFS = frozenset({"president", "prime minister", "chancellor", "king", "queen", "emir"})
_STEM = 5
"""Letters by which words of a field are the same: Fisheries, fishery."""


class Office(NamedTuple):
    """The head of a role ("minister") and what goes with it, folded; countries are left out."""

    head: str
    with_it: frozenset[str]

    @property
    def ranks(self) -> frozenset[str]:
        return self.with_it & _listed("ranks")


def fits(described: str, role: str) -> int:
    """2 where the description fits the role, 1 where the role ranks below it, else 0.

    A deputy minister may be "the minister"; a prime minister never is.
    """
    asked, held = office(described), office(role)
    if asked is None or held is None or roles.is_former(role) != roles.is_former(described):
        return 0
    if asked.head == "leader" and not asked.with_it:
        return 2 * (_whole(held) in _CHIEFS)
    apart = _listed("telling_apart")
    if asked.head != held.head or asked.with_it & apart != held.with_it & apart:
        return 0
    if not all(any(_alike(word, other) for other in held.with_it) for word in asked.with_it):
        return 0
    return 2 if asked.ranks == held.ranks else 1


def kind_of_office(role: str) -> tuple[str, frozenset[str]]:
    """What is the same for President and U.S. President, and not for Vice President."""
    held = office(role)
    return (held.head, held.with_it & _listed("telling_apart")) if held else (role, frozenset())


@lru_cache(maxsize=4096)
def office(role: str) -> Office | None:
    """The office or calling of a role, None where it names none."""
    noun = roles.noun_of(role)
    if noun is None:
        return None
    written = {names.key(word) for word in noun.split()}
    noun = lexicon("roles")["same_office"].get(noun, noun)
    *before, head = noun.split(" of ")[0].split()
    head = lexicon("roles")["same_office"].get(head, head)
    if head == "general" and before:  # attorney general, consul general
        head, before = before[-1], [*before[:-1], "general"]
    rest = {word for word in _words(_without_countries(role)) if word != head}
    further = rest - written if " of " not in noun else rest
    return Office(head, frozenset({*map(names.key, before), *further} - _LINKS - {""}))


def _whole(held: Office) -> str:
    return " ".join([*sorted(held.with_it & {"prime"}), held.head])


def _alike(word: str, other: str) -> bool:
    return word == other or (len(word) >= _STEM and word[:_STEM] == other[:_STEM])


def _words(text: str) -> list[str]:
    return [names.key(match[0]).rstrip(".") for match in _WORD.finditer(text)]


def _without_countries(role: str) -> str:
    pieces, place = [], 0
    for start, end, _country in countries_named(role, 0, len(role)):
        if _is_body(role[start:end]):
            continue
        pieces.append(role[place:start])
        place = end
    return " ".join([*pieces, role[place:]])


def _is_body(words: str) -> bool:
    """A body that a country's name stands for: "European Commission"."""
    return words in lexicon("roles")["bodies"]


@cache
def _listed(field: str) -> frozenset[str]:
    return frozenset(lexicon("roles")[field])
