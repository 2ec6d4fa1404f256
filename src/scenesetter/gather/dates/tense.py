"""Whether the words of a sentence put a time ahead of the writer or behind."""

import re
from functools import cache

from scenesetter.gather.lexicon import lexicon

_REACH = 240
"""Characters read on either side; a bound that keeps long lines without stops linear."""

_BOUNDARY = re.compile(
    r"""(?:(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)(?<!Jan)(?<!Feb)(?<!Mar)(?<!Apr)(?<!Aug)
        (?<!Sep)(?<!Sept)(?<!Oct)(?<!Nov)(?<!Dec)(?<!Sen)(?<!Gov)(?<!Gen)(?<!Rep)\.|[!?:;])
        ["”’'`)]{0,2}\s|\n\n""",
    re.VERBOSE,
)
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")


def lies_ahead(text: str, start: int, end: int) -> bool | None:
    """True where the verb nearest to `text[start:end]` speaks of the future, False of the past."""
    before = _words_before(text, start)
    after = _words_after(text, end)
    possessive = text.startswith(("'s ", "’s "), end)
    if possessive or len(before) <= 2:  # "On Monday, they met", "Monday's meeting will"
        order = (_forward(after), _backward(before))
    else:
        order = (_backward(before), _forward(after))
    return next((found for found in order if found is not None), None)


def _words_before(text: str, start: int) -> list[str]:
    window = text[max(0, start - _REACH) : start]
    cut = max((match.end() for match in _BOUNDARY.finditer(window)), default=0)
    return _WORD.findall(window[cut:])


def _words_after(text: str, end: int) -> list[str]:
    window = text[end : end + _REACH]
    boundary = _BOUNDARY.search(window)
    return _WORD.findall(window[: boundary.start() + 1] if boundary else window)


def _backward(words: list[str]) -> bool | None:
    """The nearest verb before; an infinitive looks ahead unless its own verb looks back.

    The main verb says nothing of a clause that hangs on it: "listed the points that matter".
    """
    if words[-2:-1] in (["is"], ["are"]) and words[-1] == "on":  # "the next round is on Monday"
        return True
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word in _words("opens_clause") and place and _of_word(words[place - 1]) is None:
            return None
        if word == "to" and place + 1 < len(words) and words[place + 1].islower():
            if words[place + 1] in _words("no_infinitive"):
                continue
            return _governor(words[:place]) not in _words("looks_past")
        verdict = _of_word(word.lower().replace("’", "'"))
        if verdict is not None:
            return verdict
    return None


def _forward(words: list[str]) -> bool | None:
    return next(
        (
            verdict
            for word in words
            if (verdict := _of_word(word.lower().replace("’", "'"))) is not None
        ),
        None,
    )


def _governor(words: list[str]) -> str:
    return next((word.lower() for word in reversed(words) if word not in _words("between")), "")


def is_past(word: str) -> bool:
    """Whether a word in small letters is a past form."""
    return _of_word(word) is False


def _of_word(word: str) -> bool | None:
    if word in _words("ahead"):
        return True
    if word in _words("behind"):
        return False
    past = len(word) > 4 and word.endswith("ed") and word not in _words("not_past")
    return False if past else None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("tense")[name])
