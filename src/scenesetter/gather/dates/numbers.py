"""Small numbers as prose writes them."""

from scenesetter.gather.lexicon import lexicon

_UNITS: dict[str, int] = lexicon("numbers")["numbers"]
_TENS: dict[str, int] = lexicon("numbers")["tens"]
_DIGITS = [word for word, value in _UNITS.items() if value < 10]
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
NUMBERS = {
    "a": 1, "an": 1, "a couple of": 2, "couple of": 2, "a dozen": 12, "a hundred": 100,
} | _UNITS | _TENS  # fmt: skip
"""Number words and what they count."""

NUMBER_WORDS = (*_UNITS, *_TENS)
NUMBER = r"(?:(?:{tens})[- ](?:{units})|{words})".format(
    tens="|".join(_TENS),
    units="|".join(_DIGITS),
    words="|".join(sorted(NUMBER_WORDS, key=lambda word: -len(word))),
)
"""A pattern for a number in words, in small letters."""


def number(words: str) -> int | None:
    """As in "12", "twenty-five", "a couple of", "third"; None for anything else."""
    plain = " ".join(words.lower().replace("-", " ").split())
    if plain.isdecimal() and len(plain) < 6:
        return int(plain)
    tens, _, unit = plain.partition(" ")
    if tens in _TENS and unit in _DIGITS:
        return _TENS[tens] + _UNITS[unit]
    return NUMBERS.get(plain, _ORDINALS.get(plain))
