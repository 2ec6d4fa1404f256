"""Words of two facts made comparable: folded, stemmed, of one group of meaning one word."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

_LISTS: dict[str, Any] = tomllib.loads(
    (files(__package__) / "words.toml").read_text(encoding="utf-8")
)
_WORD = re.compile(r"\w+(?:-\w+)*(?:\.\w+)*")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_NOT = re.compile(r"n['’]t\b")
_CALLED = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_LISTS['called'], key=len, reverse=True)))})(?!\w)"
)
_DEMONYMS = ("ians", "ian", "ans", "an", "ese", "ish")
_ENDINGS = (
    ("ss", "ss"), ("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""),
)  # fmt: skip
_SHORTEST_STEM = 4
_GROUPS: dict[str, str] = {word: group[0] for group in _LISTS["alike"] for word in group}


class Word(NamedTuple):
    """A word of a text and what it counts as; `named` where it has a capital."""

    plain: str
    stem: str
    named: bool


def words(text: str) -> Iterator[Word]:
    """Those of a text in its order; "don't" is "do not"."""
    text = _CALLED.sub(lambda name: _LISTS["called"][name[0]], text)
    for match in _WORD.finditer(_POSSESSIVE.sub("", _NOT.sub(" not", text))):
        plain = _folded(match[0])
        yield Word(plain, _stem(plain, named=match[0][0].isupper()), match[0][0].isupper())


def listed(name: str) -> frozenset[str]:
    """One of the lists of words.toml."""
    return frozenset(_LISTS[name])


@cache
def stems(name: str) -> frozenset[str]:
    """A list as stems."""
    return frozenset(_stem(word, named=False) for word in _LISTS[name])


def _folded(word: str) -> str:
    apart = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@lru_cache(maxsize=50_000)
def _stem(word: str, *, named: bool) -> str:
    if word in _GROUPS:
        return _GROUPS[word]
    if not word.isalpha():  # "2255", "F-16": nothing comes off
        return word
    if named:
        return _nation(word)
    stem = _ending_off(word)
    return _GROUPS.get(stem, stem)


def _nation(word: str) -> str:
    """Of a country's people the country, as far as the ending tells: "Kenyan" is "kenya"."""
    irregular: str | None = _LISTS["nations"].get(word)
    name = irregular or _ending_off(word)
    for ending in () if irregular else _DEMONYMS:
        if name.endswith(ending) and len(name) - len(ending) >= _SHORTEST_STEM:
            name = name.removesuffix(ending)
            break
    return name.rstrip("aeiou") if len(name) > _SHORTEST_STEM else name


def _ending_off(word: str) -> str:
    """A light stemmer: enough to bring "asks", "asked" and "asking" together."""
    stem = next(
        (
            word.removesuffix(ending) + instead
            for ending, instead in _ENDINGS
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM - 1
        ),
        word,
    )
    if len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2]:
        stem = stem[:-1]
    return stem.rstrip("e") if len(stem) >= _SHORTEST_STEM else stem


class Side(NamedTuple):
    """A word that has an opposite: the word for both, and on which side it stands."""

    stem: str
    against: bool


def _sides() -> dict[str, Side]:
    sides = {}
    for line in _LISTS["opposite"]:
        turn = line.index("against")
        for place, word in enumerate(line):
            if place != turn:
                sides[word] = Side(line[0], place > turn)
    return sides


SIDES = _sides()
