"""`The plan is dead, said X`: the speaker stands after the cue."""

from collections.abc import Sequence

from scenesetter.gather.attribution.contents import content_before
from scenesetter.gather.attribution.cues import Found
from scenesetter.gather.attribution.read_sentence import Sentence, cue_span
from scenesetter.gather.attribution.speakers import Range, speaker_after
from scenesetter.gather.attribution.tokens import Token
from scenesetter.gather.attribution.told import Told
from scenesetter.gather.lexicon import lexicon

_WORDS: dict[str, list[str]] = lexicon("function_words")["contents"]
_PREPOSITIONS = frozenset(_WORDS["prepositions"])
_PREDICATES = frozenset(_WORDS["predicates"])


def told_inverted(sentence: Sentence, found: Found) -> Told | None:
    words, at = sentence.words, found.first
    sense = found.cue.frames.get("clause")
    if (
        sense is None
        or "quote" not in found.cue.frames
        or found.form not in {"past", "third", "base"}
    ):
        return None
    source = _speaker(words, found)
    content = content_before(words, sentence.after_quote(at), at) if source else None
    if source is None or content is None or found.negated:
        return None
    return Told(source, cue_span(sentence, found), (content,), sense)


def ends_with_speaker(words: Sequence[Token], found: Found) -> bool:
    """Whether nothing but a name stands between the cue and the next mark: `..., said Holm.`"""
    source = _speaker(words, found)
    if source is None or not (words[source[0]].capital and words[source[1] - 1].capital):
        return False
    return source[1] == len(words) or not words[source[1]].is_word


def _speaker(words: Sequence[Token], found: Found) -> Range | None:
    """None where a clause follows: `the council, after all, said they had no plan`."""
    if found.first == 0 or words[found.first - 1].word != ",":
        return None
    source = speaker_after(words, found.last + 1, len(words))
    if source is None or words[source[0]].word in _PREPOSITIONS:
        return None
    after = words[source[1] : source[1] + 1]
    return None if after and after[0].word in _PREDICATES else source
