"""A sentence as read: its words, its cues and its quotations, and spans made from them."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scenesetter.gather.attribution.cues import Found, Sense, cues_in
from scenesetter.gather.attribution.speakers import Range
from scenesetter.gather.attribution.tokens import Token, tokens
from scenesetter.gather.attribution.wishes import asked_or_promised
from scenesetter.model.fact import Attribution, FactKind, Span

_EDGES = " \t\n\xa0"
_MARKS = "\"“”„«»'‘’"
_CURRENCIES = frozenset("$€£¥")


class Quote(NamedTuple):
    """A quotation of a sentence: `start` to `end` inside its marks, `first` to `last` in tokens,
    half-open."""

    start: int
    end: int
    first: int
    last: int


class Sentence(NamedTuple):
    text: str
    words: Sequence[Token]
    cues: Sequence[Found]
    starts: Mapping[int, Found]
    """The cues by their first token."""
    quotes: Sequence[Quote]

    def after_quote(self, token: int) -> int:
        """The token after the last quotation that ends before `token`, 0 where there is none."""
        place = bisect_right(self.quotes, token, key=lambda quote: quote.last)
        return self.quotes[place - 1].last if place else 0


def read_sentence(text: str, span: Span, quoted: Sequence[Span]) -> Sentence:
    """`quoted` are the spans inside quotation marks that overlap the sentence."""
    words = tokens(text, span, quoted)
    cues = list(cues_in(words))
    begins = [word.start for word in words]
    quotes = []
    for start, end in quoted:
        quote = Quote(start, end, bisect_left(begins, start), bisect_left(begins, end))
        if quote.last > quote.first:
            quotes.append(quote)
    return Sentence(text, words, cues, {found.first: found for found in cues}, quotes)


def source_span(sentence: Sentence, phrase: Range) -> Span:
    """The speaker's own words, without a possessive ending."""
    start, end = sentence.words[phrase[0]].start, sentence.words[phrase[1] - 1].end
    if sentence.text[end - 2 : end] in {"'s", "’s"}:
        end -= 2
    elif sentence.text[end - 1] in "'’":
        end -= 1
    return start, end


def cue_span(sentence: Sentence, found: Found) -> Span:
    whole = found.negated or found.form == "ing"
    first = found.first if whole else found.head
    return sentence.words[first].start, sentence.words[found.last].end


def content_span(sentence: Sentence, content: Range) -> Span:
    """From word to word; a quotation mark at an edge is taken along, and the sign of an amount."""
    start = sentence.words[content[0]].start
    start -= sentence.text[start - 1 : start] in _CURRENCIES
    end = sentence.words[content[1] - 1].end
    for quote in sentence.quotes:
        if quote.first == content[0]:
            start = _past_mark(sentence.text, quote.start, -1)
        if quote.first < content[1] <= quote.last and not any(
            token.is_word for token in sentence.words[content[1] : quote.last]
        ):
            end = _past_mark(sentence.text, quote.end, 1)
    return start, end


def _past_mark(text: str, at: int, step: int) -> int:
    """Over the mark beside a quotation's edge: `''` counts as one."""
    beside = at - 1 if step < 0 else at
    while 0 <= beside < len(text) and text[beside] in _MARKS and abs(at - beside) < 3:
        at, beside = at + step, beside + step
    return at


def without_blanks(text: str, span: Span) -> Span:
    """The span without blanks at its edges."""
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def without_outer_marks(text: str, span: Span) -> Span:
    """The span without quotation marks and blanks at its edges."""
    start, end = span
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return without_blanks(text, (start, end))


def all_quoted(words: Sequence[Token], content: Range) -> bool:
    return all(token.quoted for token in words[slice(*content)] if token.is_word)


def quotation(
    text: str, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span], sense: Sense
) -> Attribution:
    """A verbatim attribution; what the speaker asks or promises in it decides its kind."""
    kind: FactKind = sense.kind
    if kind in {"position", "assessment"}:
        kind = "quotation"
        spoken = " ".join(text[start:end] for start, end in content)
        kind = asked_or_promised(spoken) or kind
    return Attribution(
        source=tuple(source),
        cue=tuple(cue),
        content=tuple(content),
        verbatim=True,
        kind=kind,
        friction=sense.friction,
    )
