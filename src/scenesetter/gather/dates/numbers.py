"""Small numbers as prose writes them."""

_UNITS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
NUMBERS = {
    "a": 1, "an": 1, "a couple of": 2, "couple of": 2, "a dozen": 12, "a hundred": 100,
} | {word: value for value, word in enumerate(_UNITS, 1)} | _TENS  # fmt: skip
"""Number words and what they count."""

NUMBER_WORDS = (*_UNITS, *_TENS)
NUMBER = r"(?:(?:{tens})[- ](?:{units})|{words})".format(
    tens="|".join(_TENS),
    units="|".join(_UNITS[:9]),
    words="|".join(sorted(NUMBER_WORDS, key=lambda word: -len(word))),
)
"""A pattern for a number in words, in small letters."""


def number(words: str) -> int | None:
    """As in "12", "twenty-five", "a couple of", "third"; None for anything else."""
    plain = " ".join(words.lower().replace("-", " ").split())
    if plain.isdecimal() and len(plain) < 6:
        return int(plain)
    tens, _, unit = plain.partition(" ")
    if tens in _TENS and unit in _UNITS[:9]:
        return _TENS[tens] + _UNITS.index(unit) + 1
    return NUMBERS.get(plain, _ORDINALS.get(plain))
