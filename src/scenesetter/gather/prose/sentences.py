"""Sentences as spans of a text."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from scenesetter.gather.lexicon import lexicon
from scenesetter.gather.prose.paragraphs import paragraphs
from scenesetter.gather.prose.quotations import Quotation, marked
from scenesetter.model.fact import Span

_END = re.compile(r"[.!?…]+(?:\s?[\"”’'»)\]]+|“)?(?=\s)")
_NEXT_WORD = re.compile(r"\s*[\"“„«‘'(\[]*([^\s]*)")
_LAST_WORD = re.compile(r"([^\s(\[\"“„«]{1,24})$")
_WORDS: dict[str, list[str]] = lexicon("function_words")["sentences"]
_TITLES = frozenset(_WORDS["titles"])
"""A full stop after these never ends a sentence."""
_OFTEN_LAST = frozenset(_WORDS["often_last"])
"""A full stop after these ends a sentence only where a new one clearly begins."""
_OPENERS = frozenset(_WORDS["openers"])
_LETTERS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?|[A-Z]")
_SPEAKS = "|".join(_WORDS["speaks"])
_SPEAKER_FOLLOWS = re.compile(
    r"\s+(?:(?:(?:[\w’'-]+,?|(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen)\.)\s+){1,5}"
    rf"(?:(?i:{_SPEAKS})\b(?!\s?[,:]\s?[\"“])|\w+ed\.)"  # Holm said, Holm pressed.
    rf"|[A-Z][\w’' -]{{1,40}}, [^.,;:?!\"“”\n]{{3,80}}, (?i:{_SPEAKS})\b)"  # Holm, a pilot, said
)

_ONLY_SPEAKER_FOLLOWS = re.compile(rf"\s+(?:[A-Z][\w’'-]+\s+){{1,3}}(?:{_SPEAKS})[.,]")
"""After a full stop inside the marks: `It is open.” Holm said.`"""
_FARTHEST_SPEAKER = 160


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Sentence spans inside text[start:end], without the blanks around them.

    A blank line always ends a sentence. A closed quotation is never broken, so that several
    quoted sentences stay together with the words that name their speaker.
    """
    around = paragraphs(text, start, end)
    return [span for paragraph in around for span in _in_paragraph(text, *paragraph)]


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    closed = [found for found in marked(text, start, end) if found.closed]
    starts = [found.start for found in closed]
    begin = start
    for match in _END.finditer(text, start, end):
        if _inside(match.end(), closed, starts) or not _ends(text, match, begin, end):
            continue
        yield begin, match.end()
        begin = match.end()
        while begin < end and text[begin].isspace():
            begin += 1
    end = start + len(text[start:end].rstrip())
    if begin < end:
        yield begin, end


def _inside(stop: int, closed: list[Quotation], starts: list[int]) -> bool:
    """`stop` is where the end sign and any marks after it end."""
    index = bisect_right(starts, stop) - 1
    return index >= 0 and stop <= closed[index].end


def _ends(text: str, match: re.Match[str], begin: int, limit: int) -> bool:
    following = _NEXT_WORD.match(text, match.end(), min(limit, match.end() + 60))
    word = following.group(1) if following else ""
    if not word:
        return True
    if word[0].islower():
        return False
    if match.group() == ".":
        return _full_stop_ends(text, match.start(), begin, word)
    if match.group()[-1] in "\"”’'»“":
        speaker = _SPEAKER_FOLLOWS if match.group()[0] in "?!…" else _ONLY_SPEAKER_FOLLOWS
        return not speaker.match(text, match.end(), min(limit, match.end() + _FARTHEST_SPEAKER))
    return True


def _full_stop_ends(text: str, stop: int, begin: int, following: str) -> bool:
    last = _LAST_WORD.search(text, max(begin, stop - 24), stop)
    word = last.group(1) if last else ""
    bare = word.lower().rstrip(".")
    if bare in _TITLES and (word[:1].isupper() or "." in word):
        return False
    if _LETTERS.fullmatch(word) and word != "I":
        return len(word) > 1 and _opens_sentence(following)
    if bare in _OFTEN_LAST and (word[:1].isupper() or "." in word):
        return _opens_sentence(following)
    return True


def _opens_sentence(word: str) -> bool:
    return word.lower().rstrip(",.’'\"") in _OPENERS
