"""Whether words of a note stand inside quotation marks, asked often of one text."""

from bisect import bisect_left
from functools import lru_cache

from scenesetter.gather.prose.quotations import quotations
from scenesetter.model.fact import Span


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether any of `text[start:end]` stands inside quotation marks."""
    spans = _quotations(text)
    after = bisect_left(spans, end, key=lambda span: span[0])
    return after > 0 and spans[after - 1][1] > start


@lru_cache(maxsize=16)
def _quotations(text: str) -> tuple[Span, ...]:
    return tuple(quotations(text))
