"""What other programs may call without a briefing folder."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scenesetter.gather.attribution.attributions import attributions as in_prose
from scenesetter.gather.prose.sentences import sentences
from scenesetter.gather.spoken import says_nothing, spoken_kind, spoken_spans
from scenesetter.model.fact import Attribution, Span
from scenesetter.readers.canonical import Paragraph
from scenesetter.readers.turns import is_direction, with_turns

_LINE = re.compile(r"[^\n]*\S[^\n]*")

_FIRST_PERSON = re.compile(r"i|we|our|my", re.IGNORECASE)


class _Turn(NamedTuple):
    """A part of a text; `label` are the words before the colon that name its speaker, None where
    the text is no transcript. A question is the reporter's."""

    label: Span | None
    body: Span
    asked: bool


def attributions(text: str) -> tuple[Attribution, ...]:
    """Who is said to have said, wanted, promised or judged what, in the order of the text.

    Spans are code points of `text`, half-open. A quotation that other words break has several
    content spans; one that goes on in a later sentence has the source of the earlier one. What
    is said in the turns of a transcript ("MR PRICE: ...") has the label as its source and no
    cue; it is verbatim, a sentence each. Questions are the reporters' and attributed to nobody;
    pleasantries ("Thank you all for coming.") are left out. No text raises.
    """
    found: list[Attribution] = []
    for turn in _turns(text):
        if turn.asked:
            continue
        cited = in_prose(text, [turn.body])
        if turn.label:
            found += _spoken(text, turn.label, turn.body)
            cited = tuple(one for one in cited if not _is_first_person(text, one.source))
        found += cited
    return tuple(sorted(found, key=lambda one: min(one.cue + one.content)))


def _turns(text: str) -> Iterator[_Turn]:
    lines = [(match.start(), match[0]) for match in _LINE.finditer(text)]
    margins = [len(line) - len(line.lstrip()) for _, line in lines]
    read = with_turns(Paragraph("body", line.strip()) for _, line in lines)
    places = [
        (start + margin, entry)
        for (start, _), margin, entry in zip(lines, margins, read, strict=True)
    ]
    opened = [
        number
        for number, (_, entry) in enumerate(places)
        if number == 0 or entry.label or entry.speaker != places[number - 1][1].speaker
    ]
    for first, after in pairwise([*opened, len(places)]):
        start, entry = places[first]
        end = places[after][0] if after < len(places) else len(text)
        written = len(entry.text) if entry.kind == "byline" else entry.label  # alone on its line
        label = _label(text, entry.speaker, start, start + written)
        yield _Turn(label, (start + written, end), entry.kind == "question")


def _label(text: str, speaker: str | None, start: int, end: int) -> Span | None:
    """The label's words: the speaker's, or those of the interpreter who speaks for them."""
    if speaker is None or start == end:
        return None
    place = text.find(speaker, start, end)
    return (
        (place, place + len(speaker))
        if place >= 0
        else (start, start + len(text[start:end].partition(":")[0]))
    )


def _is_first_person(text: str, source: tuple[Span, ...]) -> bool:
    """Whether the speaker of the turn is meant, whose words are told already."""
    return any(_FIRST_PERSON.fullmatch(text, start, end) is not None for start, end in source)


def _spoken(text: str, label: Span, body: Span) -> Iterator[Attribution]:
    """The sentences of a turn as its speaker's words."""
    for start, end in sentences(text, *body):
        words = text[start:end]
        said = () if is_direction(words) else spoken_spans(words)
        if any(map(str.isalpha, words)) and said and not says_nothing(words):
            yield Attribution(
                source=(label,),
                cue=(),
                content=tuple((start + first, start + last) for first, last in said),
                verbatim=True,
                kind=spoken_kind(words),
            )
