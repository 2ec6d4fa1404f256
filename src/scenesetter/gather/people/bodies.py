"""Which body "the board" means: the last one that the note gives its full name."""

import re
from functools import cache

from scenesetter.gather.lexicon import lexicon

_REACH = 1500
"""Characters back within which the full name is looked for."""

_DEFINITE = re.compile(r"[Tt]he ([A-Za-z]+)")
_WORD = r"[A-ZÀ-Þ][\w&.’'-]{0,30}"
_LINK = r"(?:(?:of|and|for|the) ){0,2}"
_NOT_ONE = frozenset({"government", "administration", "side", "team", "business", "industry"})
"""Of these a text speaks without having named one."""


def body_before(text: str, place: int, words: str) -> tuple[str, bool] | None:
    """The full name, and whether no other body of that kind is near: "the board" after
    "the Northwest Fisheries Board"."""
    told = _DEFINITE.fullmatch(words)
    noun = told[1].lower() if told else ""
    if noun not in _kinds():
        return None
    found = _named(noun).findall(text, max(0, place - _REACH), place)
    full = [name for one in found if " " in (name := _without_opener(one))]
    return (full[-1], len(set(full)) == 1) if full else None


def _without_opener(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first in lexicon("roles")["openers"] else name


@cache
def _kinds() -> frozenset[str]:
    return frozenset(lexicon("roles")["institutions"]) - _NOT_ONE


@cache
def _named(noun: str) -> "re.Pattern[str]":
    kind = noun.capitalize()
    return re.compile(
        rf"\b(?:{_WORD} {_LINK}){{1,6}}{kind}\b(?! (?:of|for) (?:the )?[A-Z])"
        rf"|\b(?:{_WORD} ){{0,3}}{kind} (?:of|for) (?:the )?{_WORD}(?: (?:and )?{_WORD}){{0,4}}"
    )
