"""What the name of a bare folder says of its engagement."""

import re

from scenesetter.gather.countries import country_of
from scenesetter.model.calendar import MONTHS
from scenesetter.model.engagement import Engagement, Party

PLAIN = frozenset(
    {
        *("a", "an", "and", "at", "briefing", "call", "for", "in", "meeting", "notes", "of"),
        *("on", "summit", "the", "to", "visit"),
    }
)
NO_NAMES = PLAIN | frozenset(map(str.casefold, MONTHS))


def engagement_named(folder: str) -> Engagement:
    """Title from the folder's words, parties from the countries among them; nothing else."""
    words = [_word(word) for word in re.split(r"[\s_\-.]+", folder) if word]
    title = " ".join(words) or folder
    named = dict.fromkeys(name for word in words if (name := country_of(word)))
    return Engagement(
        title=title[:1].upper() + title[1:],
        parties=tuple(Party(name=name) for name in named),
    )


def names_in(title: str) -> tuple[str, ...]:
    """Words of a title that are names to look for: neither plain words, months nor numbers."""
    return tuple(
        word
        for word in title.split()
        if word.casefold() not in NO_NAMES
        and not word.isdigit()
        and country_of(word) is None
        and any(letter.isupper() for letter in word)
    )


def _word(word: str) -> str:
    """Countries' letters and names with a digit in capitals ("us", "g7"), the rest capitalised."""
    if word != word.lower():
        return word
    if any(letter.isdigit() for letter in word) or country_of(word.upper()):
        return word.upper() if len(word) <= 4 else word.capitalize()
    return word if word in PLAIN else word.capitalize()
