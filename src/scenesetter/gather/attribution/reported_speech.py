"""Reported speech: what is told in the writer's words, with or without a few quoted ones."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from scenesetter.gather.attribution.according import told_according
from scenesetter.gather.attribution.contents import content_after
from scenesetter.gather.attribution.cues import Found
from scenesetter.gather.attribution.inverted import ends_with_speaker, told_inverted
from scenesetter.gather.attribution.noun_cues import told_by_noun
from scenesetter.gather.attribution.passive_cues import told_as_question, told_in_passive
from scenesetter.gather.attribution.read_sentence import (
    Sentence,
    all_quoted,
    content_span,
    quotation,
    source_span,
    without_outer_marks,
)
from scenesetter.gather.attribution.speakers import Range
from scenesetter.gather.attribution.subjects import subject
from scenesetter.gather.attribution.told import Told
from scenesetter.gather.attribution.undertakings import is_told_by_cue, undertaking
from scenesetter.gather.attribution.verb_cues import told_by_verb
from scenesetter.gather.lexicon import lexicon
from scenesetter.model.fact import Attribution, Span

_WORDS: dict[str, list[str]] = lexicon("function_words")["duties"]
_DUTIES = frozenset(_WORDS["duties"])
_NO_ADDRESSEE = frozenset(_WORDS["no_addressee"])
_FARTHEST_FOR = 6
"""Words from who is asked to "for", at most."""


def reported_speech(sentence: Sentence, used: AbstractSet[int]) -> list[Attribution]:
    """The attributions of the cues whose head is not in `used`."""
    found = [_attribution(sentence, told) for told in _told(sentence, used)]
    return sorted(found, key=lambda one: one.content)


def _told(sentence: Sentence, used: AbstractSet[int]) -> Iterator[Told]:
    yield from told_according(sentence)
    last_speaker: Range | None = None
    outer: Told | None = None
    unsaid = 0
    for found in sentence.cues:
        floor = sentence.after_quote(found.first)
        if found.head in used:
            last_speaker = subject(sentence, found, floor, last_speaker) or last_speaker
            continue
        if found.first < unsaid:
            continue
        told = _told_by(sentence, found, floor, last_speaker)
        if told is None:
            unsaid = _end_of_unsaid(sentence, found)
            continue
        if found.form == "noun":
            told = _of_another(told, outer)
        else:
            last_speaker = told.source or last_speaker
            outer = told
        acts = undertaking(sentence, told) if _states(found, told) else None
        if acts is not None and acts.sense.friction:
            told = told._replace(sense=told.sense._replace(friction=True))
        yield told
        if acts is not None and not (acts.sense.friction and is_told_by_cue(sentence, acts)):
            yield acts


def _of_another(told: Told, outer: Told | None) -> Told:
    """`Berg attacked Holm's plan to close it`: what one promised as a rival tells of it."""
    if outer is None or told.source is None or told.sense.kind != "commitment":
        return told
    owner, against = told.source, outer.sense.friction
    inside = any(start <= owner[0] and owner[1] <= end for start, end in outer.contents)
    return told._replace(sense=told.sense._replace(kind="position")) if inside and against else told


def _told_by(
    sentence: Sentence, found: Found, floor: int, last_speaker: Range | None
) -> Told | None:
    if ends_with_speaker(sentence.words, found) and (told := told_inverted(sentence, found)):
        return told
    if found.passive:
        told = told_in_passive(sentence, found, floor)
    else:
        told = told_by_verb(sentence, found, floor, last_speaker)
    return (
        told
        or told_inverted(sentence, found)
        or told_as_question(sentence, found)
        or told_by_noun(sentence, found)
    )


def _end_of_unsaid(sentence: Sentence, found: Found) -> int:
    """`X never said that Y wants it`: up to which token nothing is told."""
    if not found.negated or "quote" not in found.cue.frames:
        return 0
    words = sentence.words
    content = content_after(words, found, len(words), sentence.starts, before_main=False)
    return content.end if content and not content.sense.negated else 0


def _states(found: Found, told: Told) -> bool:
    speaks = "quote" in found.cue.frames and "clause" in found.cue.frames
    return speaks and told.sense.kind == "position" and not told.sense.friction


def _attribution(sentence: Sentence, told: Told) -> Attribution:
    source = _source_spans(sentence, told)
    spans = tuple(content_span(sentence, content) for content in told.contents)
    if all(all_quoted(sentence.words, content) for content in told.contents):
        inner = [without_outer_marks(sentence.text, span) for span in spans]
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


def _source_spans(sentence: Sentence, told: Told) -> tuple[Span, ...]:
    if told.source is None:
        return ()
    named = source_span(sentence, told.source)
    if told.relative is None:
        return (named,)
    relative = sentence.words[told.relative]
    return named, (relative.start, relative.end)


def _asks_that(sentence: Sentence, told: Told) -> bool:
    """`asked that the ban be lifted`, `asked the court for time`, not `asked whether it was`."""
    if not sentence.text[slice(*told.cue)].lower().startswith("ask"):
        return False
    start, end = told.contents[0]
    near = sentence.words[start : min(end, start + _FARTHEST_FOR)]
    return near[0].word == "that" or any(token.word == "for" for token in near[1:])


def _wishes(sentence: Sentence, contents: tuple[Range, ...]) -> bool:
    """Whether what is told says what somebody else should do: not "people must", "he should"."""
    words = sentence.words
    return any(
        words[at].word in _DUTIES
        and not words[at].quoted
        and (at == 0 or words[at - 1].word not in _NO_ADDRESSEE)
        for start, end in contents
        for at in range(start, end)
    )
