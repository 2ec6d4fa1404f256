"""`Holm said Kenya would lift its levy`: what somebody told of will do, or will not."""

from scenesetter.gather.attribution.adverbs import is_adverb
from scenesetter.gather.attribution.clause_ends import clause_end
from scenesetter.gather.attribution.cues import Sense
from scenesetter.gather.attribution.read_sentence import Sentence
from scenesetter.gather.attribution.speakers import speaker_after
from scenesetter.gather.attribution.told import Told
from scenesetter.gather.lexicon import lexicon

_WORDS: dict[str, list[str]] = lexicon("function_words")["undertakings"]
_WILL = frozenset(_WORDS["will"])
_NO_DEEDS = frozenset(_WORDS["no_deeds"])
_NOBODY = frozenset(_WORDS["nobody"])
_WILL_NOT = frozenset(_WORDS["will_not"])
_NOT = frozenset({"not", "never"})
_NO_REFUSALS = _NO_DEEDS | frozenset(_WORDS["no_refusals"])
_COMMITMENT = Sense("commitment", friction=False, negated=True)
_REFUSAL = Sense("position", friction=True, negated=True)


def undertaking(sentence: Sentence, told: Told) -> Told | None:
    """Part of what is told: whose source is whoever would do it, whose cue is "would".

    What somebody would not do is a position, and friction.
    """
    words = sentence.words
    start, end = told.contents[0]
    start += words[start].word == "that"
    actor = speaker_after(words, start, end)
    if actor is None or words[actor[0]].word in _NOBODY or words[start].quoted:
        return None
    will = actor[1]
    deed = will + 1
    refuses = will < end and words[will].word in _WILL_NOT
    while deed < end and (is_adverb(words[deed].word) or words[deed].word in _NOT):
        refuses = refuses or words[deed].word in _NOT
        deed += 1
    if deed >= end or words[will].word not in _WILL | _WILL_NOT:
        return None
    if words[deed].word in (_NO_REFUSALS if refuses else _NO_DEEDS):
        return None
    stop = clause_end(words, deed, end, sentence.starts, asides=True)
    cue = words[will].start, words[deed - 1 if refuses else will].end
    sense = _REFUSAL if refuses else _COMMITMENT
    return Told(actor, cue, ((deed, max(stop, deed + 1)),), sense)


def is_told_by_cue(sentence: Sentence, refusal: Told) -> bool:
    """`would not accept`: its verb is a cue that tells the same by itself."""
    deed = refusal.contents[0][0]
    return any(
        found.head == deed and any(sense.negated for sense in found.cue.frames.values())
        for found in sentence.cues
    )
