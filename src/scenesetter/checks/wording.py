"""A text as the run of its words, however it was written, marked up or broken into lines."""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

_SOFT = re.compile("(?<=\\w)(?:[\u00ad\x02\ufffe]\\s*|[-\u2010\u2011][^\\S\\n]*\\n\\s*)(?=\\w)")
"""A hyphen that a line's end has made, in the forms that printed files are read back with."""
_HARD = re.compile("(?<=\\w)[-\u2010\u2011]\\s*(?=\\w)")
_WITHIN = re.compile(r"\[\^\d+\]|(?<=\w)(?:['’][sS]\b|(?:['’*`\\]|\u2060|\u200b)+(?=\w))")
"""An endnote's call, a possessive ending, and what stands inside a word and parts none."""
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[^\W_]+")


def words(text: str, between: str = "") -> list[str]:
    """Without case, accents, ligatures, apostrophes and punctuation; `between` stands for a hyphen
    within a word."""
    whole = _HARD.sub(between, _WITHIN.sub("", _SOFT.sub("", text)))
    plain = unicodedata.normalize("NFKD", whole).casefold()
    return _WORD.findall("".join(one for one in plain if not unicodedata.combining(one)))


def wordings(text: str) -> list[list[str]]:
    """With its hyphened words as one and as several, because people write both."""
    joined, apart = words(text), words(text, " ")
    return [joined] if joined == apart else [joined, apart]


def readings(text: str) -> Iterator[str]:
    """A text as it stands, and as a program would read it: escapes resolved, without tags."""
    resolved = unquote(html.unescape(text))
    yield from dict.fromkeys((text, resolved, _TAG.sub(" ", resolved), _TAG.sub("", resolved)))


def runs(told: Sequence[str], length: int) -> Iterator[str]:
    """Each so many words that stand beside each other."""
    return (" ".join(told[at : at + length]) for at in range(len(told) - length + 1))
