"""`Holm said Kenya would lift its levy`: what somebody will do, in what another one tells."""

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
_COMMITMENT = Sense("commitment", friction=False, negated=True)


def undertaking(sentence: Sentence, told: Told) -> Told | None:
    """Part of what is told: whose source is whoever would do it, whose cue is "would"."""
    words = sentence.words
    start, end = told.contents[0]
    start += words[start].word == "that"
    actor = speaker_after(words, start, end)
    if actor is None or words[actor[0]].word in _NOBODY or words[start].quoted:
        return None
    will = actor[1]
    deed = will + 1
    while deed < end and is_adverb(words[deed].word):
        deed += 1
    if deed >= end or words[will].word not in _WILL or words[deed].word in _NO_DEEDS:
        return None
    stop = clause_end(words, deed, end, sentence.starts, asides=True)
    cue = words[will].start, words[will].end
    return Told(actor, cue, ((deed, max(stop, deed + 1)),), _COMMITMENT)
