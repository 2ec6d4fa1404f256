"""Cues in the passive: who said it comes after "by", or is not named at all."""

from scenesetter.gather.attribution.clause_ends import clause_end, phrase_end
from scenesetter.gather.attribution.cues import Found, Sense
from scenesetter.gather.attribution.read_sentence import Sentence, cue_span
from scenesetter.gather.attribution.speakers import PRONOUNS, Range, phrase_before, speaker_after
from scenesetter.gather.attribution.told import Told
from scenesetter.gather.lexicon import lexicon

_WORDS: dict[str, list[str]] = lexicon("function_words")["questions"]
_ASKED = frozenset(_WORDS["asked"])
_BEFORE_ASKED = frozenset(_WORDS["before_asked"])
_OPENS_QUESTION = frozenset(_WORDS["opens_question"])
_GIVEN = frozenset(_WORDS["given"])
_NO_GIFT = frozenset(_WORDS["no_gift"])
_QUESTION = Sense("position", friction=False, negated=False)
_FARTHEST_QUESTION = 8
"""Words between "asked" and the question, at most: "asked in Lima on Monday about"."""


def told_in_passive(sentence: Sentence, found: Found, floor: int) -> Told | None:
    """`The talks are expected to ...`, `The plan was rejected by X`."""
    words = sentence.words
    at = found.last + 1
    patient = phrase_before(words, found.first, floor)
    if at >= len(words) or patient is None:
        return None
    if words[at].word == "by":
        return _by_agent(sentence, found, patient)
    if words[found.head].word in _GIVEN and words[at].word not in _NO_GIFT:
        return _given(sentence, found)
    sense = found.cue.frames.get("passive")
    if sense is None or found.negated or words[at].word not in {"to", "that"}:
        return None
    end = clause_end(words, at, len(words), sentence.starts, asides=True)
    is_empty_subject = words[patient[0]].word in PRONOUNS and words[at].word == "that"
    contents = ((at, end),) if is_empty_subject else (patient, (at, end))
    return Told(None, cue_span(sentence, found), contents, sense)


def _given(sentence: Sentence, found: Found) -> Told | None:
    """`The miners were promised jobs by X`."""
    words, at = sentence.words, found.last + 1
    sense = found.cue.frames.get("object")
    if sense is None or found.negated or not (words[at].is_word or words[at].quoted):
        return None
    end = phrase_end(words, at, len(words), sentence.starts)
    by = next((i for i in range(at + 1, end) if words[i].word == "by"), None)
    agent = speaker_after(words, by + 1, end) if by is not None else None
    return Told(agent, cue_span(sentence, found), ((at, by if agent and by else end),), sense)


def _by_agent(sentence: Sentence, found: Found, patient: Range) -> Told | None:
    """`The plan was rejected by X`, `Y was urged by X to come`."""
    words = sentence.words
    agent = speaker_after(words, found.last + 2, len(words))
    if agent is None:
        return None
    contents: tuple[Range, ...] = (patient,)
    sense = found.cue.frames.get("object")
    if agent[1] < len(words) and words[agent[1]].word == "to" and "object-to" in found.cue.frames:
        sense = found.cue.frames["object-to"]
        end = clause_end(words, agent[1], len(words), sentence.starts, asides=True)
        contents = (patient, (agent[1], end))
    return Told(agent, cue_span(sentence, found), contents, sense) if sense else None


def told_as_question(sentence: Sentence, found: Found) -> Told | None:
    """`Asked about the levy, X said ...`: nobody is named who asks."""
    words = sentence.words
    if words[found.head].word not in _ASKED or found.form == "noun":
        return None
    leads = found.first == 0 or words[found.first - 1].word in _BEFORE_ASKED
    if not found.passive and not (leads and found.first == found.head):
        return None
    at = found.last + 1
    places = range(at, min(at + _FARTHEST_QUESTION, len(words)))
    begin = next((i for i in places if words[i].word in _OPENS_QUESTION), None)
    if begin is None:
        return None
    begin += words[begin].word == "about"
    marks = (i for i in range(begin, len(words)) if not (words[i].is_word or words[i].quoted))
    end = next(marks, len(words))
    if end <= begin:
        return None
    return Told(None, cue_span(sentence, found), ((begin, end),), _QUESTION)
