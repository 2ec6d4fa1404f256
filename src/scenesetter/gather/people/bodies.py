"""Which body "the board" means: the last one that the note gives its full name."""

import re
from functools import cache, lru_cache

from scenesetter.gather.lexicon import lexicon

_REACH = 1500
"""Characters back within which the full name is looked for."""

_DEFINITE = re.compile(r"[Tt]he ([A-Za-z]+)")
_WORD = r"[A-ZÀ-Þ][\w&.’'-]{0,30}"
_LINK = r"(?:(?:of|and|for|the) ){0,2}"
_IN_BRACKETS = re.compile(r" \((?P<acronym>[A-Z]{2,8})\)")
_LONGEST_NAME = 90
_NOT_ONE = frozenset({"government", "administration", "side", "team", "business", "industry"})
"""Of these a text speaks without having named one."""


def spelt_out(acronym: str, text: str) -> str | None:
    """The name that the text itself gives for an acronym: "the Drug Enforcement Administration
    (DEA)"."""
    return _defined(text).get(acronym)


@lru_cache(maxsize=16)
def _defined(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _IN_BRACKETS.finditer(text):
        words = text[max(0, match.start() - _LONGEST_NAME) : match.start()].split()
        for first in range(len(words) - 2, -1, -1):
            initials = "".join(word[0] for word in words[first:] if word[0].isupper())
            if initials == match["acronym"] and words[first][0].isupper():
                found.setdefault(match["acronym"], " ".join(words[first:]))
                break
            if not match["acronym"].endswith(initials):
                break
    return found


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
