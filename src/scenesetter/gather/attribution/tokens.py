"""Words and marks of a sentence, as far as telling who said what needs them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scenesetter.model.fact import Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Prof|Rev|Jr|Sr|St|[A-Z])\.(?=\s)"
    r"|(?i:he|she|it|they|we|i|you|who|that|there)(?=['’](?:s|re|ll|d|ve|m)\b)"
    r"|['’](?:s|re|ll|d|ve|m)\b"
    r"|\d+(?:[.,]\d+)+"
    r"|\w+(?:[-'’.&/@]\w+)*['’]?"
    r"|[,;:()\[\]?!—–…]|\.(?!,)|--"
)


class Token(NamedTuple):
    start: int
    end: int
    word: str
    """Lower case, with a straight apostrophe."""
    capital: bool
    quoted: bool
    """Stands inside quotation marks."""

    @property
    def is_word(self) -> bool:
        return self.word[0].isalnum() or self.word[0] == "'"


def tokens(text: str, span: Span, quoted: Sequence[Span]) -> list[Token]:
    """The tokens of text[span]; `quoted` are spans inside quotation marks, in order."""
    found = []
    place = 0
    for match in _TOKEN.finditer(text, *span):
        start = match.start()
        while place < len(quoted) and quoted[place][1] <= start:
            place += 1
        inside = place < len(quoted) and quoted[place][0] <= start
        form = match.group()
        word = form.lower().replace("’", "'")
        found.append(Token(start, match.end(), word, form[0].isupper(), inside))
    return found
