"""Whether a person's amended text keeps to the passages of its fact."""

import re

from scenesetter.model.fact import Fact

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")


def unfounded(text: str, fact: Fact) -> tuple[str, ...]:
    """The figures and quoted words of a text that no passage of the fact has, in their order.

    A figure may also be of the fact's dates, which the note need not spell out.
    """
    passages = [passage.exact for passage in fact.passages]
    times = [time.value or "" for passage in fact.passages for time in passage.times]
    known = {
        number
        for words in (*passages, *times, fact.when or "", fact.as_of or "")
        for number in _numbers(words).values()
    }
    said = [_folded(words) for words in passages]
    figures = [written for written, number in _numbers(text).items() if number not in known]
    quoted = [
        words
        for words in _QUOTED.findall(text)
        if not any(_folded(words).rstrip(".,;:!?") in one for one in said)
    ]
    return (*figures, *quoted)


def _numbers(text: str) -> dict[str, str]:
    """As written, and without what is only a way of writing it."""
    return {written: written.replace(",", "").lstrip("0") for written in _NUMBER.findall(text)}


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
