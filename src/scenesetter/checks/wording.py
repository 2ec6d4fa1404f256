"""A text as the run of its words, however it was written, marked up or broken into lines."""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

_SOFT = re.compile("(?<=\\w)(?:[\u00ad\x02\ufffe]\\s*|[-\u2010\u2011][^\\S\\n]*\\n\\s*)(?=\\w)")
"""A hyphen that a line's end has made, in the forms that printed files are read back with."""
_HARD = re.compile("(?<=\\w)[-\u2010\u2011]\\s*(?=\\w)")
_UNSEEN = re.compile(
    "[\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
"""Characters without a glyph: joiners, directions, variations, tags."""
_LETTERS = re.compile(r"(?<![^\W_])(?:[^\W_][\W_]{1,2})+[^\W_](?![^\W_])")
"""A word spaced out, "s e c r e t"; its words are further apart than its letters."""
_WITHIN = re.compile(r"\[\^\d+\]|(?<=\w)(?:['’][sS]\b|(?:['’*`\\]|\u2060|\u200b)+(?=\w))")
"""An endnote's call, a possessive ending, and what stands inside a word and parts none."""
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[^\W_]+")


def words(text: str, between: str = "") -> list[str]:
    """Without case, accents, ligatures, apostrophes and punctuation; `between` stands for a hyphen
    within a word."""
    whole = _HARD.sub(between, _WITHIN.sub("", _SOFT.sub("", _UNSEEN.sub("", text))))
    plain = unicodedata.normalize("NFKD", whole).casefold()
    return _WORD.findall("".join(one for one in plain if not unicodedata.combining(one)))


def wordings(text: str) -> list[list[str]]:
    """With its hyphened words as one and as several, because people write both."""
    joined, apart = words(text), words(text, " ")
    return [joined] if joined == apart else [joined, apart]


def readings(text: str) -> Iterator[str]:
    """A text as it stands, and as a program would read it: escapes resolved, without tags, words
    that are spaced out as words."""
    resolved = unquote(html.unescape(text))
    plain = _TAG.sub(" ", resolved)
    close = _LETTERS.sub(lambda spaced: "".join(_WORD.findall(spaced[0])), _UNSEEN.sub("", plain))
    yield from dict.fromkeys((text, resolved, plain, _TAG.sub("", resolved), close))


def runs(told: Sequence[str], length: int) -> Iterator[str]:
    """Each so many words that stand beside each other."""
    return (" ".join(told[at : at + length]) for at in range(len(told) - length + 1))
