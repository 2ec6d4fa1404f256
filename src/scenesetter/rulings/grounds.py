"""Whether a person's amended text keeps to the passages of its fact."""

import re

from scenesetter.model.fact import Fact
from scenesetter.model.numerals import told_in, unfounded_figures

_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")


def unfounded(text: str, fact: Fact) -> tuple[str, ...]:
    """The figures and quoted words of a text that no passage of the fact has."""
    said = [_folded(passage.exact) for passage in fact.passages]
    quoted = [
        words
        for words in _QUOTED.findall(text)
        if not any(_folded(words).rstrip(".,;:!?") in one for one in said)
    ]
    return (*unfounded_figures(text, told_in(fact)), *quoted)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
