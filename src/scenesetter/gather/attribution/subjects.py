"""The subject of a cue inside its sentence."""

from collections.abc import Sequence

from scenesetter.gather.attribution.adverbs import is_adverb
from scenesetter.gather.attribution.cues import Found
from scenesetter.gather.attribution.main_clause import is_finite, main_subject
from scenesetter.gather.attribution.read_sentence import Sentence
from scenesetter.gather.attribution.speakers import (
    Range,
    possessor_before,
    speaker_after,
    speaker_before,
)
from scenesetter.gather.attribution.tokens import Token
from scenesetter.gather.attribution.verb_groups import DOCUMENTS, stands_for_subject
from scenesetter.gather.lexicon import lexicon

_WORDS: dict[str, list[str]] = lexicon("function_words")["subjects"]
_LEADS_PARTICIPLE = frozenset(_WORDS["leads_participle"])
_FARTHEST_LEAD = 40
"""Words to the end of the sentence's first noun phrase, at most."""
_JOINS = frozenset({"and", "but", "then"})
_CONDITIONS = frozenset(_WORDS["conditions"])
_NOBODY = frozenset(_WORDS["nobody"])
_ARTICLES = frozenset({"the", "a", "an", "some", "many", "several", "most"})
_OPENERS = frozenset(_WORDS["openers"])


def subject(
    sentence: Sentence, found: Found, floor: int, last_speaker: Range | None
) -> Range | None:
    """Who said, wanted or promised it; None where the sentence does not tell.

    `last_speaker` is the source of the attribution before it in the sentence.
    """
    words = sentence.words
    if found.form == "noun":
        return _possessor(words, found.first, floor)
    if _leads_participle(words, found):
        by = words[found.first - 1].word == "by" if found.first > floor else False
        nearest = _of_clause(words, found.first, floor) if by else None
        return nearest or last_speaker or _of_participle(sentence, found.first)
    before = words[found.first - 1].word if found.first > floor else ""
    if before in _JOINS:
        shared = last_speaker or _of_sentence(sentence, found.first)
        return shared if found.form != "base" else None
    if stands_for_subject(words, found.first - 1):
        return found.first - 1, found.first
    nearest = _nearest(words, found.first, floor) if before else None
    if nearest and nearest[0] and words[nearest[0] - 1].word == "be":  # "not to be named said"
        nearest = last_speaker or _of_sentence(sentence, found.first)
    if nearest and last_speaker and nearest[0] <= last_speaker[0] < nearest[1]:
        return last_speaker  # "Holm met Berg, thanked him and left"
    return nearest


def _leads_participle(words: Sequence[Token], found: Found) -> bool:
    """`..., saying that`, `by saying that`, `sent a letter saying that`."""
    if found.form != "ing" or found.first != found.head:
        return False
    if found.first == 0:
        return True
    before = words[found.first - 1]
    if before.quoted:  # `talked up her "plan," promising ...`
        return before.word == ","
    return before.word in _LEADS_PARTICIPLE | DOCUMENTS


def _nearest(words: Sequence[Token], cue: int, floor: int) -> Range | None:
    near = range(cue - 1, max(floor, cue - _FARTHEST_LEAD), -1)
    floor = next((at + 1 for at in near if words[at].word == ";"), floor)
    while floor < cue and words[floor].word in _JOINS:
        floor += 1
    speaker = speaker_before(words, cue, floor)
    if speaker is None or _is_nobody(words[speaker[0]], speaker):
        return None
    before = words[speaker[0] - 1] if speaker[0] > floor else None
    if before is not None and before.word in _CONDITIONS:
        return None
    return _past_object(words, speaker) if before is not None and is_finite(before) else speaker


def _past_object(words: Sequence[Token], speaker: Range) -> Range:
    """`Roe mocked Chile and | Berg said`: what stands between a verb and "and" is its object."""
    joint = next((at for at in range(*speaker) if words[at].word == "and"), None)
    return speaker if joint is None else (joint + 1, speaker[1])


def _possessor(words: Sequence[Token], noun: int, floor: int) -> Range | None:
    """`which may allay Holm's concerns`: of a phrase that opens with no article, the name alone."""
    whose = possessor_before(words, noun, floor)
    if whose is None or not words[whose[1] - 1].capital or words[whose[0]].word in _ARTICLES:
        return whose
    start = whose[1] - 1
    while start > whose[0] and words[start - 1].capital:
        start -= 1
    return start, whose[1]


def _is_nobody(token: Token, speaker: Range) -> bool:
    return speaker[1] - speaker[0] == 1 and token.word in _NOBODY


def _of_participle(sentence: Sentence, participle: int) -> Range | None:
    """`Citing the vote, Holm said`: after the comma where the participle opens the sentence."""
    words = sentence.words
    if participle > 2 or words[participle - 1].word == ",":
        return _of_sentence(sentence, participle)
    commas = (i + 1 for i in range(participle, len(words)) if words[i].word == ",")
    after = next((i for i in commas if not words[i : i + 1] or not words[i].quoted), len(words))
    return main_subject(words, after, len(words)) or speaker_after(words, after, len(words))


def _of_clause(words: Sequence[Token], edge: int, floor: int) -> Range | None:
    """`While they push for tolls, Holm won by promising`: who acts in the clause of a "by"."""
    commas = (i + 1 for i in range(edge - 1, floor, -1) if words[i].word == ",")
    start = next(commas, floor)
    found = main_subject(words, start, edge)
    return found if found and found[0] == start else None


def clause_subject(sentence: Sentence, edge: int) -> Range | None:
    """Who acts in the clause that token `edge` stands in, else in the sentence."""
    floor = sentence.after_quote(edge)
    return _of_clause(sentence.words, edge, floor) or _of_sentence(sentence, edge)


def _of_sentence(sentence: Sentence, edge: int) -> Range | None:
    return main_subject(sentence.words, 0, edge) or lead_subject(sentence, edge)


def lead_subject(sentence: Sentence, limit: int) -> Range | None:
    """The first noun phrase of the sentence after an introduction set off by a comma."""
    words = sentence.words
    at = 0
    limit = min(limit, _FARTHEST_LEAD)
    while at < limit and not words[at].is_word:
        at += 1
    if at < limit and _opens(words, at, limit):
        comma = next((i for i in range(at, limit) if words[i].word == ","), None)
        if comma is None:
            return None
        at = comma + 1
    return speaker_after(words, at, limit) if at < limit else None


def _opens(words: Sequence[Token], at: int, limit: int) -> bool:
    """Whether an introduction begins here: "After the vote", "Two weeks later", "Indeed"."""
    if words[at].word in _OPENERS or is_adverb(words[at].word):
        return True
    return any(
        words[i].word in {"later", "after", "before", "ago", "earlier"}
        for i in range(at + 1, min(at + 4, limit))
    )
