"""What has the words of a wish or a promise and is none: refused, over, or of another kind."""

from collections.abc import Sequence

from scenesetter.gather.attribution.contents import Content
from scenesetter.gather.attribution.cues import Found, Sense
from scenesetter.gather.attribution.read_sentence import Sentence
from scenesetter.gather.attribution.speakers import Range
from scenesetter.gather.attribution.tokens import Token
from scenesetter.gather.attribution.wishes import WISHES
from scenesetter.gather.lexicon import lexicon

_WORDS: dict[str, list[str]] = lexicon("function_words")["no_wishes"]
_NOTHING = frozenset(_WORDS["nothing"])
_NOBODY = frozenset(_WORDS["nobody"])
_REFUSES = frozenset(_WORDS["refuses"])
_ONCE = frozenset(_WORDS["once"])
_KEEPS_NAMELESS = frozenset(_WORDS["keeps_nameless"])
_ANSWERS = frozenset(_WORDS["answers"])
_UNDOES = frozenset(_WORDS["undoes"])
_FOR_ONESELF = frozenset(_WORDS["for_oneself"])
_SEEKS = frozenset(_WORDS["seeks"])
_OFFERS = frozenset(_WORDS["offers"])
_WORDS_OFFERED = frozenset(_WORDS["words_offered"])
_ASSERTS = frozenset(_WORDS["asserts"])
_STATES = frozenset(_WORDS["states"])
_AHEAD = frozenset(_WORDS["ahead"])
_PROCEEDINGS = frozenset(_WORDS["proceedings"])
_SUPPOSES = frozenset(_WORDS["supposes"])
_NEAR = 5
"""Words of a content in which its head stands, at most."""
_FARTHEST_VERB = 12
"""Words of a clause in which its auxiliary stands, at most."""
_REFUSAL = Sense("position", friction=True, negated=True)
_REPORT = Sense("position", friction=False, negated=True)


def sense_of(sentence: Sentence, found: Found, source: Range, content: Content) -> Sense:
    """What becomes of the sense where it is negated, over, or no wish at all."""
    sense = content.sense
    if sense.kind in WISHES:
        if found.negated or _comes_to_nothing(sentence, found, source, content):
            return _REFUSAL
        return _REPORT if _is_none(sentence, found, source, content) else sense
    if found.negated and sense.kind == "position":
        return sense._replace(friction=not sense.friction)
    return sense


def is_nobodys(sentence: Sentence, found: Found, source: Range, content: Content) -> bool:
    """A wish of no side, or a promise that is only supposed: no attribution at all."""
    if content.sense.kind == "commitment":
        return not found.negated and _is_supposed(sentence, found, source)
    return _is_asked_of_a_source(sentence, found, source, content)


def _is_asked_of_a_source(
    sentence: Sentence, found: Found, source: Range, content: Content
) -> bool:
    """`asked not to be named`, `did not reply to the paper's requests`: no wish of a side."""
    if content.sense.kind != "request":
        return False
    near = sentence.words[content.start : content.start + _NEAR]
    if any(token.word in _KEEPS_NAMELESS for token in near):
        return True
    before = sentence.words[max(0, source[0] - 3) : source[0]]
    return found.form == "noun" and any(token.word in _ANSWERS for token in before)


def _comes_to_nothing(sentence: Sentence, found: Found, source: Range, content: Content) -> bool:
    """`X promised nothing`, `X refused to promise it`, `Neither Y nor X promised it`."""
    words = sentence.words
    refused = any(token.word in _REFUSES for token in words[found.first : found.head])
    nobody = words[source[0] - 1 : source[0]] or [words[source[0]]]
    return refused or nobody[0].word in _NOBODY or words[content.start].word in _NOTHING


def _is_none(sentence: Sentence, found: Found, source: Range, content: Content) -> bool:
    words = sentence.words
    told = words[content.start : content.end]
    head = words[found.head].word
    return (
        any(token.word in _ONCE for token in words[found.first : found.head])
        or words[source[1] - 1].word in _PROCEEDINGS
        or (head in _SEEKS and _seeks_for_itself(found, told))
        or (head in _OFFERS and any(token.word in _WORDS_OFFERED for token in told[:_NEAR]))
        or (head in _ASSERTS and _tells_a_state(told))
        or (found.form == "noun" and _is_undone(words, source))
    )


def _is_supposed(sentence: Sentence, found: Found, source: Range) -> bool:
    """`She expects a trade: Peru would promise ships`; in `Roe said Peru would promise ships` it is
    what lies ahead, as told by Roe."""

    def supposes(cue: Found) -> bool:
        return any(token.word in _SUPPOSES for token in sentence.words[cue.first : cue.head])

    def tells(cue: Found) -> bool:
        between = [token.word for token in sentence.words[cue.last : source[0]]]
        return cue.last < source[0] and ":" not in between and not supposes(cue)

    return supposes(found) and not any(map(tells, sentence.cues))


def _seeks_for_itself(found: Found, told: Sequence[Token]) -> bool:
    """`sought to calm them`, an attempt; `seeks re-election`, `seek shelter`."""
    if told[0].word == "to":
        return found.form == "past"
    near = [token.word for token in told[:_NEAR]]
    return near[:3] == ["the", "white", "house"] or not _FOR_ONESELF.isdisjoint(near)


def _tells_a_state(told: Sequence[Token]) -> bool:
    """`vowed that she is for it`, not `vowed that it will be`."""
    if told[0].word == "to":
        return False
    near = (token.word for token in told[:_FARTHEST_VERB] if not token.quoted)
    verb = next((word for word in near if word in _STATES | _AHEAD), None)
    return verb in _STATES and not any(token.word in _AHEAD for token in told)


def _is_undone(words: Sequence[Token], owner: Range) -> bool:
    """`would run counter to his pledge`, `broke her promise`."""
    return any(token.word in _UNDOES for token in words[max(0, owner[0] - 2) : owner[0]])
