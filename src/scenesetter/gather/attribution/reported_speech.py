"""Reported speech: what is told in the writer's words, with or without a few quoted ones."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from scenesetter.gather.attribution.contents import (
    Content,
    clause_end,
    content_after,
    content_before,
)
from scenesetter.gather.attribution.cues import Found, Sense, fillers
from scenesetter.gather.attribution.read_sentence import (
    Sentence,
    all_quoted,
    content_span,
    cue_span,
    inside_marks,
    quotation,
    source_span,
)
from scenesetter.gather.attribution.speakers import (
    PRONOUNS,
    Range,
    follows_its_object,
    phrase_before,
    speaker_after,
)
from scenesetter.gather.attribution.subjects import subject
from scenesetter.model.fact import Attribution, Span

NOTHING = frozenset({"nothing", "no", "neither"})
NOBODY = frozenset({"neither", "nor", "no"})
REFUSES = frozenset({"refused", "declined"})
"""Words that leave no promise or wish: in what is told, before the speaker, before the cue."""

_ACCORDING = Sense("position", friction=False, negated=False)


class _Told(NamedTuple):
    source: Range | None
    cue: Span
    contents: tuple[Range, ...]
    sense: Sense


def reported_speech(sentence: Sentence, used: AbstractSet[int]) -> list[Attribution]:
    """The attributions of the cues whose head is not in `used`."""
    found = [_attribution(sentence, told) for told in _told(sentence, used)]
    return sorted(found, key=lambda one: one.content)


def _told(sentence: Sentence, used: AbstractSet[int]) -> Iterator[_Told]:
    yield from _according(sentence)
    last_speaker: Range | None = None
    for found in sentence.cues:
        floor = sentence.after_quote(found.first)
        if found.head in used:
            last_speaker = subject(sentence, found, floor, last_speaker) or last_speaker
            continue
        read = _passive if found.passive else _active
        told = read(sentence, found, floor, last_speaker) or _inverted(sentence, found)
        if told is not None:
            last_speaker = told.source or last_speaker
            yield told


def _active(
    sentence: Sentence, found: Found, floor: int, last_speaker: Range | None
) -> _Told | None:
    words = sentence.words
    content = content_after(words, found, len(words), sentence.starts)
    if content is None:
        content = _before(sentence, found, floor)
    if content is None or (found.negated and not content.sense.negated):
        return None
    source = subject(sentence, found, floor, last_speaker)
    if source is None or source[1] > found.first:
        return None
    sense = content.sense
    undone = found.negated or _comes_to_nothing(sentence, found, source, content)
    if undone and sense.kind in {"commitment", "request"}:
        sense = Sense("position", friction=True, negated=True)
    if _is_filler(sentence, found, source):
        return None
    if found.cue.frames.keys() <= {"object", "object-to"} and follows_its_object(words, source):
        return None
    is_it = source[1] - source[0] == 1 and words[source[0]].word == "it"
    if is_it and not found.cue.frames.keys() & {"that", "clause", "quote"}:
        return None
    contents = _both_sides(sentence, found, content)
    return _Told(source, cue_span(sentence, found), contents, sense)


def _comes_to_nothing(sentence: Sentence, found: Found, source: Range, content: Content) -> bool:
    """`X promised nothing`, `X refused to promise it`, `Neither Y nor X promised it`."""
    words = sentence.words
    refused = any(token.word in REFUSES for token in words[found.first : found.head])
    nobody = words[source[0] - 1 : source[0]] or [words[source[0]]]
    return refused or nobody[0].word in NOBODY or words[content.start].word in NOTHING


def _is_filler(sentence: Sentence, found: Found, source: Range) -> bool:
    """`I would say that`: a speaker on his own speaking."""
    said = tuple(token.word for token in sentence.words[found.head : found.last + 1])
    return sentence.words[source[0]].word == "i" and said in fillers()


def _both_sides(sentence: Sentence, found: Found, content: Content) -> tuple[Range, ...]:
    """`The plan, X said, is dead`: what stands before the speaker goes on after the cue."""
    words, at = sentence.words, found.last + 1
    before = (content.start, content.end)
    if content.start > found.last or at + 3 >= len(words) or words[at].word != ",":
        return (before,)
    end = clause_end(words, at, len(words), sentence.starts, asides=True)
    return (before, (at + 1, end)) if end > at + 3 else (before,)


def _before(sentence: Sentence, found: Found, floor: int) -> Content | None:
    """`The plan is dead, X said.`: the content stands before the speaker."""
    sense = found.cue.frames.get("clause")
    if sense is None or found.form == "noun":
        return None
    source = subject(sentence, found, floor, None)
    if source is None:
        return None
    content = content_before(sentence.words, 0, source[0])
    return Content(*content, sense) if content else None


def _inverted(sentence: Sentence, found: Found) -> _Told | None:
    """`The plan is dead, said X.`"""
    words, at = sentence.words, found.first
    sense = found.cue.frames.get("clause")
    if sense is None or "quote" not in found.cue.frames or found.form not in {"past", "third"}:
        return None
    source = speaker_after(words, found.last + 1, len(words)) if words[at - 1].word == "," else None
    content = content_before(words, sentence.after_quote(at), at) if source else None
    if source is None or content is None or found.negated:
        return None
    return _Told(source, cue_span(sentence, found), (content,), sense)


def _passive(
    sentence: Sentence, found: Found, floor: int, _last_speaker: Range | None
) -> _Told | None:
    """`The talks are expected to ...`, `The plan was rejected by X`."""
    words = sentence.words
    at = found.last + 1
    patient = phrase_before(words, found.first, floor)
    if at >= len(words) or patient is None:
        return None
    cue = cue_span(sentence, found)
    if words[at].word == "by":
        agent = speaker_after(words, at + 1, len(words))
        sense = found.cue.frames.get("object")
        return _Told(agent, cue, (patient,), sense) if agent and sense else None
    sense = found.cue.frames.get("passive")
    if sense is None or found.negated or words[at].word not in {"to", "that"}:
        return None
    end = clause_end(words, at, len(words), sentence.starts, asides=True)
    is_empty_subject = words[patient[0]].word in PRONOUNS and words[at].word == "that"
    contents = ((at, end),) if is_empty_subject else (patient, (at, end))
    return _Told(None, cue, contents, sense)


def _according(sentence: Sentence) -> Iterator[_Told]:
    words = sentence.words
    for at, token in enumerate(words[:-2]):
        if token.word != "according" or token.quoted or words[at + 1].word != "to":
            continue
        speaker = speaker_after(words, at + 2, len(words))
        if speaker is None:
            continue
        content = _of_according(sentence, at, speaker)
        if content is not None:
            cue = (token.start, words[at + 1].end)
            yield _Told(speaker, cue, (content,), _ACCORDING)


def _of_according(sentence: Sentence, at: int, speaker: Range) -> Range | None:
    words = sentence.words
    leads = at == 0 or words[at - 1].word in {"and", "but", ";"}
    if not leads:
        start = max((i + 1 for i in range(at) if words[i].word == ";"), default=0)
        end = at
        while end > start and not words[end - 1].is_word:
            end -= 1
        return (start, end) if end - start > 2 else None
    comma = next((i for i in range(speaker[1], len(words)) if words[i].word in ",:"), None)
    if comma is None or comma + 2 >= len(words):
        return None
    end = clause_end(words, comma + 1, len(words), sentence.starts, asides=False)
    return (comma + 1, end) if end > comma + 1 else None


def _attribution(sentence: Sentence, told: _Told) -> Attribution:
    source = (source_span(sentence, told.source),) if told.source else ()
    spans = tuple(content_span(sentence, content) for content in told.contents)
    if all(all_quoted(sentence.words, content) for content in told.contents):
        inner = [_without_marks(sentence.text, span) for span in spans]
        return quotation(sentence.text, source, (told.cue,), inner, told.sense)
    wishes = told.sense.kind == "position" and (
        _wishes(sentence, told.contents) or _asks_that(sentence, told)
    )
    return Attribution(
        source=source,
        cue=(told.cue,),
        content=spans,
        verbatim=False,
        kind="request" if wishes else told.sense.kind,
        friction=told.sense.friction,
    )


def _asks_that(sentence: Sentence, told: _Told) -> bool:
    """`asked that the ban be lifted`, not `asked whether it was`."""
    asks = sentence.text[slice(*told.cue)].lower().startswith("ask")
    return asks and sentence.words[told.contents[0][0]].word == "that"


def _wishes(sentence: Sentence, contents: tuple[Range, ...]) -> bool:
    """Whether what is told says what somebody should do."""
    return any(
        token.word in {"should", "must", "ought"} and not token.quoted
        for start, end in contents
        for token in sentence.words[start:end]
    )


def _without_marks(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in "\"“”„«»'‘’":
        start += 1
    while end > start and text[end - 1] in "\"“”„«»'‘’":
        end -= 1
    return inside_marks(text, (start, end))
