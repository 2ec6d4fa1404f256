"""`According to X, ...`, wherever it stands in its sentence."""

from collections.abc import Iterator

from scenesetter.gather.attribution.clause_ends import clause_end, without_marks
from scenesetter.gather.attribution.cues import Sense
from scenesetter.gather.attribution.read_sentence import Sentence
from scenesetter.gather.attribution.speakers import Range, speaker_after
from scenesetter.gather.attribution.told import Told

_ACCORDING = Sense("position", friction=False, negated=False)
_SHORTEST = 3
"""Words of what stands before "according to", at least."""


def told_according(sentence: Sentence) -> Iterator[Told]:
    words = sentence.words
    for at, token in enumerate(words[:-2]):
        if token.word != "according" or token.quoted or words[at + 1].word != "to":
            continue
        speaker = speaker_after(words, at + 2, len(words))
        content = _content(sentence, at, speaker) if speaker else None
        if content is not None:
            yield Told(speaker, (token.start, words[at + 1].end), (content,), _ACCORDING)


def _content(sentence: Sentence, at: int, speaker: Range) -> Range | None:
    words = sentence.words
    leads = at == 0 or words[at - 1].word in {"and", "but", ";"}
    if not leads:
        start = max((i + 1 for i in range(at) if words[i].word == ";"), default=0)
        end = without_marks(words, start, at)
        return (start, end) if end - start >= _SHORTEST else None
    comma = next((i for i in range(speaker[1], len(words)) if words[i].word in ",:"), None)
    if comma is None or comma + 2 >= len(words):
        return None
    end = clause_end(words, comma + 1, len(words), sentence.starts, asides=False)
    return (comma + 1, end) if end > comma + 1 else None
