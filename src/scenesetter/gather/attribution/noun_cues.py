"""Nouns that are cues and name whose they are after them: "a promise from X that"."""

from scenesetter.gather.attribution.contents import content_after
from scenesetter.gather.attribution.cues import Found
from scenesetter.gather.attribution.read_sentence import Sentence
from scenesetter.gather.attribution.speakers import speaker_after
from scenesetter.gather.attribution.told import Told


def told_by_noun(sentence: Sentence, found: Found) -> Told | None:
    words = sentence.words
    at = found.last + 1
    if found.form != "noun" or at >= len(words) or words[at].word not in {"from", "by"}:
        return None
    source = speaker_after(words, at + 1, len(words))
    if source is None:
        return None
    after = found._replace(last=source[1] - 1)
    content = content_after(words, after, len(words), sentence.starts, before_main=False)
    if content is None or content.start != source[1]:
        return None
    cue = words[found.head].start, words[found.head].end
    return Told(source, cue, ((content.start, content.end),), content.sense)
