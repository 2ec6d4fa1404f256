"""From one note to its facts: each voice of each passage that bears on something."""

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from scenesetter.gather.attribution.cues import is_request
from scenesetter.gather.dates.expressions import TimeExpression, time_expressions
from scenesetter.gather.dates.told import as_times, time_told, times_within
from scenesetter.gather.engagement.focus import Focus
from scenesetter.gather.engagement.meetings import Telling, meeting_of
from scenesetter.gather.figures.figures import figures, is_telling
from scenesetter.gather.hearing import heard, speaks_for_himself
from scenesetter.gather.issues import IssueScore, IssueScorer
from scenesetter.gather.once import once
from scenesetter.gather.origins import origin_of
from scenesetter.gather.passages import Voice, voices
from scenesetter.gather.people.holders import holder_of
from scenesetter.gather.people.mentions import Roster
from scenesetter.gather.people.resolution import Resolved, resolved
from scenesetter.gather.people.roles import office_of
from scenesetter.gather.prose.quotations import quotations
from scenesetter.gather.spoken import says_nothing, spoken_kind, spoken_parts
from scenesetter.model.engagement import Engagement
from scenesetter.model.fact import Attribution, Bearing, Fact, FactKind, Holder, Passage, Span
from scenesetter.model.note import Block, Note
from scenesetter.model.topic import NO_TOPIC
from scenesetter.model.typography import unset

CONTEXT = 32
"""Code points of prefix and suffix, as the W3C's own examples have them."""

SHORTEST = 4
"""Words; a shorter sentence ("He did.") says nothing on its own."""

SHORTEST_SPOKEN = 9
"""The same for what a transcript holds besides wishes and promises ("Let me turn to trade.")."""

WORDS: frozenset[FactKind] = frozenset({"quotation", "position"})

NAMED = re.compile(r"(?<!^)\b[A-Z]|^(?!(?:The|An?|He|She|They|It|I|We|Who)\b)[A-Z]")
"""A capital that is not just the sentence's first."""

SUBJECT = re.compile(r"(?:He|She)\b")


class Subject(NamedTuple):
    """What facts are gathered for: the engagement, who is known, and how issues are told."""

    engagement: Engagement
    roster: Roster
    scorer: IssueScorer
    focus: Focus


class Surroundings(NamedTuple):
    """What stands around the passages of a note: names of the engagement in its title and first
    paragraph, its headings by where they end, and the times that it names."""

    names: Callable[[Block], frozenset[str]]
    """These and the names in a block; asked of the same block again it costs nothing."""
    ends: Sequence[int]
    headings: Sequence[str]
    times: Sequence[TimeExpression]

    def heading(self, block: Block) -> str | None:
        """The last heading above the block."""
        place = bisect_right(self.ends, block.start)
        return self.headings[place - 1] if place else None


class Gathered(NamedTuple):
    """The facts of a note, and how many blocks and sentences made none, by reason."""

    facts: tuple[Fact, ...]
    left_out: dict[str, int]


def facts_of(note: Note, subject: Subject) -> Gathered:
    """The facts of a note whose blocks are classified, in the order of the text."""
    left_out: Counter[str] = Counter(block.kind for block in note.blocks if block.kind != "body")
    around = _surroundings(note, subject.focus)
    facts: dict[str, Fact] = {}
    for together in voices(note):
        found = once([fact for voice in together if (fact := _fact(voice, around, subject))])
        if not found:
            left_out[_why_none(together)] += 1
        for fact in found:
            first = facts.get(fact.id)
            facts[fact.id] = _with_passages(first, fact) if first else fact
    return Gathered(tuple(facts.values()), dict(left_out))


def _why_none(together: Sequence[Voice]) -> str:
    empty = all(voice.block.speaker and says_nothing(voice.exact) for voice in together)
    return "sentence that says nothing" if empty else "sentence on no issue"


def _with_passages(first: Fact, again: Fact) -> Fact:
    """The same words a second time in the note."""
    return first.model_copy(update={"passages": first.passages + again.passages})


def _surroundings(note: Note, focus: Focus) -> Surroundings:
    lead = next((block for block in note.blocks if block.kind == "body"), None)
    words = note.text[lead.start : lead.end] if lead else ""
    headings = [block for block in note.blocks if block.kind == "heading"]
    everywhere = focus.mentioned(f"{note.source.title or ''}\n{words}")

    @lru_cache(maxsize=1)
    def around(block: Block) -> frozenset[str]:
        return everywhere | focus.mentioned(note.text[block.start : block.end])

    return Surroundings(
        names=around,
        ends=[block.end for block in headings],
        headings=[note.text[block.start : block.end] for block in headings],
        times=time_expressions(note.text, 0, len(note.text), note.source.published),
    )


def _fact(voice: Voice, around: Surroundings, subject: Subject) -> Fact | None:
    if len(voice.exact.split()) < SHORTEST:
        return None
    identity = _identity(voice)
    voice, holder = heard(voice, subject.roster, subject.engagement.people)
    if speaks_for_himself(voice) and says_nothing(voice.exact):
        return None
    note, block, attribution = voice.note, voice.block, voice.attribution
    paragraph = (block.start, block.end)
    scores = subject.scorer.score(
        note.text, voice.span, paragraph, around.heading(block), voice.source
    )
    about = subject.focus.mentioned(voice.exact)
    near = around.names(block)
    if attribution is None and not _tells(voice, holder, scores, about):
        return None
    text = _text(voice, holder, subject.roster)
    passage = _passage(voice, around)
    return Fact(
        id=identity,
        kind=_kind(voice, holder, passage, subject.roster),
        text=text.text,
        issues=tuple(score.issue for score in scores) or (NO_TOPIC,),
        holder=holder,
        cue=voice.words(attribution.cue) if attribution else None,
        origin=origin_of(voice, holder, subject.roster),
        when=_when(voice, around),
        as_of=note.source.published,
        engagement=_meeting(voice, around, subject.engagement),
        passages=(passage,),
        credibility=6,
        marking=note.source.marking,
        verbatim=_verbatim(voice),
        friction=voice.friction,
        bearings=tuple(Bearing(**score._asdict()) for score in scores),
        brackets=text.brackets,
        about=tuple(sorted(about)),
        near=tuple(sorted(near - about)),
    )


def _when(voice: Voice, around: Surroundings) -> str | None:
    told = voice.attribution.content if voice.attribution else ()
    return time_told(voice.note.text, (*told, *_clause(voice)), voice.span, around.times)


def _clause(voice: Voice) -> tuple[Span, ...]:
    """Who speaks to the end of what is told and what leads in without a comma ("and last month
    he said"), where they stand in the passage: a clause beside it has a time of its own."""
    if voice.attribution is None or not voice.source:
        return ()
    parts = sorted((*voice.source, *voice.attribution.content))
    start, end = parts[0][0], max(part[1] for part in parts)
    if start < voice.span[0] or end > voice.span[1]:
        return ()
    comma = voice.note.text.rfind(", ", voice.span[0], start)
    return ((comma + 2 if comma >= 0 else voice.span[0], end),)


def _meeting(voice: Voice, around: Surroundings, engagement: Engagement) -> str | None:
    """What a source says is said in view of the meeting, of whatever time it speaks."""
    when = None if voice.attribution else _when(voice, around)
    telling = Telling(voice.note.text, voice.span, times_within(around.times, voice.span), when)
    return meeting_of(engagement, voice.note.source, telling)


def _tells(
    voice: Voice, holder: Holder | None, scores: Sequence[IssueScore], about: Collection[str]
) -> bool:
    """Whether a passage that nobody is cited for bears on an issue or names the engagement."""
    if holder is None:
        return bool(scores or about)
    return spoken_kind(voice.exact) != "quotation" or (
        bool(scores) and len(voice.exact.split()) >= SHORTEST_SPOKEN
    )


def _kind(voice: Voice, holder: Holder | None, passage: Passage, roster: Roster) -> FactKind:
    """An outsider who says what others should do judges, and asks for nothing. Who tells of a
    wish or a promise of the own side tells more than words."""
    if voice.attribution is None:
        if holder is not None:
            return spoken_kind(voice.exact)
        return "figure" if any(map(is_telling, passage.figures)) else "event"
    kind = voice.attribution.kind
    if kind == "request" and not is_request(voice.words(voice.attribution.cue)):
        outsider = holder is not None and not holder.party and not office_of(holder.role or "")
        return "assessment" if outsider else kind
    if kind in WORDS and not voice.friction and holder is not None and holder.party:
        for wish in voice.wishes:
            if (whose := _whose(wish, voice, roster)) and whose.party == holder.party:
                return wish.kind
    return kind


def _whose(wish: Attribution, voice: Voice, roster: Roster) -> Holder | None:
    """Whose wish it is, where its cue says that it is one: "should" is a judgement."""
    said = wish.kind == "commitment" or is_request(voice.words(wish.cue))
    return holder_of(voice.note, wish.source[0], roster) if wish.source and said else None


def _text(voice: Voice, holder: Holder | None, roster: Roster) -> Resolved:
    """A speaker's own words of a transcript stay as they are; others' words name people."""
    if speaks_for_himself(voice):
        return Resolved(" ".join(voice.exact.split()), ())
    sources = [(part, holder) for part in voice.source]
    opening = SUBJECT.match(voice.note.text, *voice.span)
    if opening and opening.span() not in voice.source:
        sources.append((opening.span(), holder_of(voice.note, opening.span(), roster)))
    return resolved(voice.note, voice.span, sources, roster)


def _verbatim(voice: Voice) -> tuple[str, ...]:
    """Words in quotation marks; in a turn of a transcript every word is the speaker's but
    for stage directions."""
    if speaks_for_himself(voice):
        return spoken_parts(voice.exact)
    text = voice.note.text
    return tuple(text[start:end] for start, end in quotations(text, *voice.span))


def _passage(voice: Voice, around: Surroundings) -> Passage:
    text, (start, end) = voice.note.text, voice.span
    return Passage(
        note=voice.note.name,
        start=start,
        end=end,
        exact=voice.exact,
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        source=voice.source,
        cue=voice.attribution.cue if voice.attribution else (),
        content=voice.attribution.content if voice.attribution else (),
        times=as_times(times_within(around.times, voice.span)),
        figures=tuple(figures(text, start, end)),
    )


def _identity(voice: Voice) -> str:
    """Twelve hexadecimal digits of the passage's words and its voice, case and typography apart.

    Nothing of another note enters, so that an id stays when notes come and go. Where the voice
    is not named ("he", "the president"), the words before it tell whose it is.
    """
    said_by = voice.words(voice.source)
    if said_by and not NAMED.search(said_by):
        start = voice.span[0]
        said_by += voice.note.text[max(0, start - CONTEXT) : start]
    folded = unset(f"{voice.exact} {said_by} {voice.block.speaker or ''}").casefold()
    return hashlib.sha256(folded.encode()).hexdigest()[:12]
