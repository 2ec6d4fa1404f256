"""Verbs and adjectives as cues: who, by what word, and what is told."""

from scenesetter.gather.attribution.clause_ends import clause_end
from scenesetter.gather.attribution.contents import Content, content_after, content_before
from scenesetter.gather.attribution.cues import Found, Sense, fillers
from scenesetter.gather.attribution.read_sentence import Sentence, cue_span
from scenesetter.gather.attribution.speakers import Range, follows_its_object
from scenesetter.gather.attribution.subjects import subject
from scenesetter.gather.attribution.told import Told, relative_between
from scenesetter.gather.lexicon import lexicon

NOTHING = frozenset({"nothing", "no", "neither"})
NOBODY = frozenset({"neither", "nor", "no"})
REFUSES = frozenset({"refused", "declined"})
"""Words that leave no promise or wish: in what is told, before the speaker, before the cue."""
WISHES = frozenset({"commitment", "request"})

_WORDS: dict[str, list[str]] = lexicon("function_words")["contents"]
_LEADS_TO_MAIN = frozenset(_WORDS["leads_to_main"])
_KEEPS_NAMELESS = frozenset(_WORDS["keeps_nameless"])
_ONCE = frozenset(_WORDS["once"])


def told_by_verb(
    sentence: Sentence, found: Found, floor: int, last_speaker: Range | None
) -> Told | None:
    words = sentence.words
    source = subject(sentence, found, floor, last_speaker)
    if source is None or (source[0] <= found.last and source[1] > found.first):
        return None
    relative = relative_between(words, source, found)
    leads = (source[0] > 0 and words[source[0] - 1].word in _LEADS_TO_MAIN) or (
        relative is not None and words[relative - 1].word == ","
    )
    content = content_after(words, found, len(words), sentence.starts, before_main=leads)
    content = content or _before(sentence, source, found)
    if content is None or (found.negated and not content.sense.negated):
        return None
    if _is_filler(sentence, found, source) or _keeps_nameless(sentence, content):
        return None
    if found.cue.frames.keys() <= {"object", "object-to"} and follows_its_object(words, source):
        return None  # "matters he considers his own"
    sense = _in_the_end(sentence, found, source, content)
    contents = _both_sides(sentence, found, content)
    return Told(source, cue_span(sentence, found), contents, sense, relative)


def _in_the_end(sentence: Sentence, found: Found, source: Range, content: Content) -> Sense:
    """What becomes of the sense where it is negated or over: no wish, and no agreement."""
    sense = content.sense
    if sense.kind in WISHES:
        if found.negated or _comes_to_nothing(sentence, found, source, content):
            return Sense("position", friction=True, negated=True)
        if _is_over(sentence, found):
            return Sense("position", friction=False, negated=True)
    elif found.negated and sense.kind == "position":
        return sense._replace(friction=not sense.friction)
    return sense


def _comes_to_nothing(sentence: Sentence, found: Found, source: Range, content: Content) -> bool:
    """`X promised nothing`, `X refused to promise it`, `Neither Y nor X promised it`."""
    words = sentence.words
    refused = any(token.word in REFUSES for token in words[found.first : found.head])
    nobody = words[source[0] - 1 : source[0]] or [words[source[0]]]
    return refused or nobody[0].word in NOBODY or words[content.start].word in NOTHING


def _is_over(sentence: Sentence, found: Found) -> bool:
    """`X once wanted it`, `X used to want it`."""
    return any(token.word in _ONCE for token in sentence.words[found.first : found.head])


def _keeps_nameless(sentence: Sentence, content: Content) -> bool:
    """`asked not to be named`: what a source asks of the paper is none of its wishes."""
    if content.sense.kind != "request":
        return False
    return any(
        token.word in _KEEPS_NAMELESS for token in sentence.words[content.start : content.start + 5]
    )


def _is_filler(sentence: Sentence, found: Found, source: Range) -> bool:
    """`I would say that`: a speaker on his own speaking."""
    said = tuple(token.word for token in sentence.words[found.head : found.last + 1])
    return sentence.words[source[0]].word == "i" and said in fillers()


def _both_sides(sentence: Sentence, found: Found, content: Content) -> tuple[Range, ...]:
    """`The plan, X said, is dead`: what stands before the speaker goes on after the cue."""
    words, at = sentence.words, found.last + 1
    before = (content.start, content.end)
    if content.start > found.last or at + 2 >= len(words) or words[at].word != ",":
        return (before,)
    end = clause_end(words, at, len(words), sentence.starts, asides=True)
    return (before, (at + 1, end)) if end > at + 2 else (before,)


def _before(sentence: Sentence, source: Range, found: Found) -> Content | None:
    """`The plan is dead, X said.`: the content stands before the speaker."""
    sense = found.cue.frames.get("clause")
    if sense is None or found.form == "noun":
        return None
    words, after = sentence.words, found.last + 1
    goes_on = after + 2 < len(words) and words[after].word == "," and words[after + 1].is_word
    content = content_before(words, 0, source[0], shortest=1 if goes_on else 4)
    return Content(*content, sense) if content else None
