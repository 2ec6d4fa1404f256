"""Countries and organisations of states that a text names, in plain English."""

import re
from functools import cache
from typing import Any, NamedTuple

from scenesetter.gather.lexicon import lexicon

_WORD_BEFORE = re.compile(r"([^\W\d_][\w.'’-]*)[ ]$")
_DOTTED = re.compile(r"(?:[Tt]he )?(?:[A-Z]\.){2,6}")
_WORD_AFTER = re.compile(r"[ ]([^\W\d_][\w'’-]*)")


class _Index(NamedTuple):
    pattern: "re.Pattern[str]"
    countries: dict[str, str]
    """From the words of a text to the country's name; "" for words that only look like one."""


def countries_named(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Start, end and country of every name, adjective, people or seat in `text[start:end]`."""
    index = _index()
    return [
        (match.start(), match.end(), country)
        for match in index.pattern.finditer(text, start, end)
        if (country := index.countries[_plain(match[0])]) and _means_country(text, match)
    ]


def country_of(words: str) -> str | None:
    """The country that these words name, article aside, and nothing more: "the Mexicans"."""
    plain = _plain(words.strip().removesuffix("'s").removesuffix("’s"))
    article, _, rest = plain.partition(" ")
    countries = _index().countries
    name = countries.get(plain) or (countries.get(rest) if article.lower() == "the" else None)
    if not name and _DOTTED.fullmatch(plain):
        return country_of(plain.replace(".", ""))
    return name or None


def is_people(words: str) -> bool:
    """Whether the words are a country's people ("Mexicans") rather than the country."""
    return words in _nationals()


@cache
def _nationals() -> frozenset[str]:
    return frozenset(word for entry in _entries() for word in entry.get("nationals", ()))


def _entries() -> list[dict[str, Any]]:
    words = lexicon("countries")
    return [*words["countries"], *words["organisations"]]


@cache
def _index() -> _Index:
    countries = dict.fromkeys(lexicon("countries")["not_countries"], "")
    for entry in _entries():
        for field in ("aliases", "adjectives", "nationals", "seats"):
            countries |= dict.fromkeys(entry.get(field, ()), entry["name"])
    countries |= {entry["name"]: entry["name"] for entry in _entries()}
    longest_first = sorted(countries, key=lambda words: (-len(words), words))
    alternatives = "|".join(re.escape(words).replace(r"\ ", r"[ \n]") for words in longest_first)
    return _Index(re.compile(rf"(?<![\w&@#])(?<!\w\.)(?:{alternatives})(?!\w)"), countries)


@cache
def _also_names() -> frozenset[str]:
    return frozenset(lexicon("countries")["also_names"])


def _plain(words: str) -> str:
    return " ".join(words.split())


def _means_country(text: str, match: "re.Match[str]") -> bool:
    if match[0] == "US":  # the pronoun of a headline in capitals
        before = _WORD_BEFORE.search(text[max(0, match.start() - 20) : match.start()])
        return not (before and len(before[1]) > 1 and before[1].isupper() and before[1] != "THE")
    return match[0] not in _also_names() or not _in_a_name(text, match)


def _in_a_name(text: str, match: "re.Match[str]") -> bool:
    """Beside another capitalised word: Jim Jordan, Chad Wolf, Washington Irving."""
    before = _WORD_BEFORE.search(text[max(0, match.start() - 30) : match.start()])
    after = _WORD_AFTER.match(text, match.end())
    neighbours = [found[1] for found in (before, after) if found]
    return any(
        word[0].isupper() and word not in lexicon("countries")["plain_neighbours"]
        for word in neighbours
    )
