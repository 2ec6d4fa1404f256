"""What a speaker asks or promises in the first person: "we call on", "I will", "we want"."""

import re
from collections.abc import Iterable

from scenesetter.gather.lexicon import lexicon
from scenesetter.model.fact import FactKind

WISHES: frozenset[FactKind] = frozenset({"request", "commitment"})

_WORDS: dict[str, list[str]] = lexicon("function_words")["first_person"]


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


_ASKS = re.compile(
    r"\b(?:I|we)(?:'d| would| do| also| really| still| again)* "
    rf"(?:{_any(_WORDS['asks'])}|need (?:you|them|him|her|the \w+|(?-i:[A-Z])\w+) to)\b"
    rf"(?! (?:our|my)sel| to (?:{_any(_WORDS['asks_no_deed'])})\b)",
    re.IGNORECASE,
)
_COMMITS = re.compile(
    r"\b(?:I|we)(?:(?:'re| are|'m| am|'ve| have| will|'ll| also| again)* "
    rf"(?:{_any(_WORDS['commits'])})\b"
    r"|(?:'ll| will|'re going to| are going to)(?: also| soon| now)* "
    rf"(?!(?:{_any(_WORDS['no_deeds'])})\b)[a-z]{{3,}})",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    rf"(?:\b(?:{_any(_WORDS['takes_back'])})(?: \w+)?(?: that)? )$", re.IGNORECASE
)
_REACH = 40
"""Characters before a wish in which it may be taken back."""


def asked_or_promised(spoken: str) -> FactKind | None:
    plain = spoken.replace("’", "'")
    if _holds(_ASKS, plain):
        return "request"
    return "commitment" if _holds(_COMMITS, plain) else None


def _holds(wish: re.Pattern[str], spoken: str) -> bool:
    """Not `I never said we want it`, `if we want it`."""
    return any(
        not _TAKES_BACK.search(spoken, max(0, match.start() - _REACH), match.start())
        for match in wish.finditer(spoken)
    )
