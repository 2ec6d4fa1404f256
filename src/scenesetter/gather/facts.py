"""From one note to its facts: each voice of each passage that bears on something."""

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import groupby
from typing import NamedTuple

from scenesetter.gather.dates import time_expressions
from scenesetter.gather.figures import figures
from scenesetter.gather.focus import Focus
from scenesetter.gather.holders import holder_of, speaker_of
from scenesetter.gather.issues import IssueScore, IssueScorer
from scenesetter.gather.meetings import meeting_of
from scenesetter.gather.mentions import Roster
from scenesetter.gather.passages import Voice, voices
from scenesetter.gather.quotations import quotations
from scenesetter.gather.resolution import resolved
from scenesetter.model.engagement import Engagement
from scenesetter.model.fact import Fact, FactKind, Holder, Passage
from scenesetter.model.note import Block, Note

OTHER = "other"
"""The issue of a fact that bears on no topic."""

CONTEXT = 32
"""Code points of prefix and suffix, as the W3C's own examples have them."""

SHORTEST = 4
"""Words; a shorter sentence ("He did.") says nothing on its own."""

SHORTEST_SPOKEN = 9
"""The same for what a transcript holds besides wishes and promises ("Let me turn to trade.")."""

FIRST_PERSON = re.compile(r"(?:I|we|our)\b", re.IGNORECASE)
PRONOUN = re.compile(r"(?:he|she|they|it|i|we|who)\b", re.IGNORECASE)
TOLD = re.compile(r"\btold\s+((?:the\s+)?[A-Z][\w.&’'-]*(?:\s+[A-Z][\w.&’'-]*){0,4})")


class Subject(NamedTuple):
    """What facts are gathered for: the engagement, who is known, and how issues are told."""

    engagement: Engagement
    roster: Roster
    scorer: IssueScorer
    focus: Focus


class Gathered(NamedTuple):
    """The facts of a note, and how many blocks and sentences made none, by reason."""

    facts: tuple[Fact, ...]
    left_out: dict[str, int]


def facts_of(note: Note, subject: Subject) -> Gathered:
    """The facts of a note whose blocks are classified, in the order of the text."""
    left_out: Counter[str] = Counter(block.kind for block in note.blocks if block.kind != "body")
    around = _around(note, subject.focus)
    facts: dict[str, Fact] = {}
    for together in voices(note):
        found = [fact for voice in together if (fact := _fact(voice, around, subject))]
        if not found:
            left_out["sentence on no issue"] += 1
        for fact in found:
            first = facts.get(fact.id)
            facts[fact.id] = _with_passages(first, fact) if first else fact
    return Gathered(tuple(facts.values()), dict(left_out))


def _with_passages(first: Fact, again: Fact) -> Fact:
    """The same words a second time in the note."""
    return first.model_copy(update={"passages": first.passages + again.passages})


def _around(note: Note, focus: Focus) -> frozenset[str]:
    """Names of the engagement in the note's title and first paragraph."""
    lead = next((block for block in note.blocks if block.kind == "body"), None)
    words = note.text[lead.start : lead.end] if lead else ""
    return focus.mentioned(f"{note.source.title or ''}\n{words}")


def _fact(voice: Voice, around: frozenset[str], subject: Subject) -> Fact | None:
    note, block, attribution = voice.note, voice.block, voice.attribution
    if len(voice.exact.split()) < SHORTEST:
        return None
    paragraph = (block.start, block.end)
    scores = subject.scorer.score(note.text, voice.span, paragraph, _heading(note, block))
    about = subject.focus.mentioned(voice.exact)
    near = around | subject.focus.mentioned(note.text[block.start : block.end])
    holder = _holder(voice, subject)
    if attribution is None and not _tells(voice, holder, scores, about):
        return None
    times = time_expressions(note.text, *voice.span, note.source.published)
    return Fact(
        id=_identity(voice),
        kind=_kind(voice, holder),
        text=_text(voice, holder, subject.roster),
        issues=tuple(score.issue for score in scores) or (OTHER,),
        holder=holder,
        cue=voice.words(attribution.cue) if attribution else None,
        origin=_origin(voice, holder, subject.roster),
        when=next((time.value for time in times if time.value), None),
        as_of=note.source.published,
        engagement=meeting_of(subject.engagement, note.source, voice.exact),
        passages=(_passage(voice),),
        credibility=6,
        marking=note.source.marking,
        verbatim=_verbatim(voice),
        friction=voice.friction,
        about=tuple(sorted(about)),
        near=tuple(sorted(near - about)),
    )


def _tells(
    voice: Voice, holder: Holder | None, scores: Sequence[IssueScore], about: Collection[str]
) -> bool:
    """Whether a passage that nobody is cited for bears on an issue or names the engagement."""
    if holder is None:
        return bool(scores or about)
    return bool(scores) and len(voice.exact.split()) >= SHORTEST_SPOKEN


def _kind(voice: Voice, holder: Holder | None) -> FactKind:
    if voice.attribution is not None:
        return voice.attribution.kind
    if holder is not None:
        return "quotation"
    return "figure" if figures(voice.note.text, *voice.span) else "event"


def _holder(voice: Voice, subject: Subject) -> Holder | None:
    """The source's holder. "I" and "we" are the turn's speaker in a transcript, and the party of
    its author in a note that one of the engagement's own people wrote."""
    if _speaks_for_himself(voice):
        return speaker_of(voice.note, voice.block.speaker or "", subject.roster)
    if not voice.source:
        return None
    first_person = FIRST_PERSON.fullmatch(voice.words(voice.source))
    if first_person and (party := _party_of_author(voice.note, subject)):
        return Holder(name=party, party=party)
    return holder_of(voice.note, voice.source[0], subject.roster)


def _speaks_for_himself(voice: Voice) -> bool:
    """A turn of a transcript that cites nobody but its speaker."""
    words = voice.words(voice.source)
    return voice.block.speaker is not None and (not words or bool(FIRST_PERSON.fullmatch(words)))


def _party_of_author(note: Note, subject: Subject) -> str | None:
    people = subject.engagement.people
    return next((one.party for one in people if one.name == note.source.author), None)


def _text(voice: Voice, holder: Holder | None, roster: Roster) -> str:
    """A speaker's own words of a transcript stay as they are; others' words name people."""
    if _speaks_for_himself(voice):
        return " ".join(voice.exact.split())
    start, end = voice.span
    source = [part for part in voice.source if start <= part[0] and part[1] <= end]
    return resolved(voice.note, voice.span, source, holder, roster)


def _verbatim(voice: Voice) -> tuple[str, ...]:
    """Words in quotation marks; in a turn of a transcript every word is the speaker's."""
    if _speaks_for_himself(voice):
        return (voice.exact,)
    text = voice.note.text
    return tuple(text[start:end] for start, end in quotations(text, *voice.span))


def _origin(voice: Voice, holder: Holder | None, roster: Roster) -> tuple[str, ...]:
    """From the first voice to the note's publisher, the one through whom it came between."""
    told = TOLD.search(voice.exact) if holder else None
    through = told[1] if told else None
    if voice.block.speaker and not _speaks_for_himself(voice):
        through = speaker_of(voice.note, voice.block.speaker, roster).name
    publisher = voice.note.source.publisher or voice.note.name
    chain = [holder.name if holder else None, through, publisher]
    return tuple(name for name, _ in groupby(name for name in chain if name))


def _heading(note: Note, block: Block) -> str | None:
    before = [one for one in note.blocks if one.kind == "heading" and one.end <= block.start]
    return note.text[before[-1].start : before[-1].end] if before else None


def _passage(voice: Voice) -> Passage:
    text, (start, end) = voice.note.text, voice.span
    return Passage(
        note=voice.note.name,
        start=start,
        end=end,
        exact=voice.exact,
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def _identity(voice: Voice) -> str:
    """Twelve hexadecimal digits of the passage's words and its voice, case and spaces apart.

    Nothing of another note enters, so that an id stays when notes come and go. Where a pronoun
    speaks, the words before it are part of what is said.
    """
    said_by = voice.words(voice.source)
    if PRONOUN.fullmatch(said_by):
        start = voice.span[0]
        said_by += voice.note.text[max(0, start - CONTEXT) : start]
    folded = " ".join(f"{voice.exact} {said_by}".casefold().split())
    return hashlib.sha256(folded.encode()).hexdigest()[:12]
