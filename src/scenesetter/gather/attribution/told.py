"""One thing that is told in the writer's words, as token ranges of its sentence."""

from collections.abc import Sequence
from typing import NamedTuple

from scenesetter.gather.attribution.adverbs import is_adverb
from scenesetter.gather.attribution.cues import Found, Sense
from scenesetter.gather.attribution.speakers import Range
from scenesetter.gather.attribution.tokens import Token
from scenesetter.model.fact import Span

_RELATIVES = frozenset({"who", "which", "that"})


class Told(NamedTuple):
    source: Range | None
    cue: Span
    """Code points; the other places are tokens."""
    contents: tuple[Range, ...]
    sense: Sense
    relative: int | None = None
    """The "who" by which the cue's clause takes up its source."""


def relative_between(words: Sequence[Token], source: Range, found: Found) -> int | None:
    """The token of "who" in `Holm, who often said`."""
    at = found.first - 1
    while at >= source[1] and is_adverb(words[at].word):
        at -= 1
    return at if at >= source[1] and words[at].word in _RELATIVES else None
