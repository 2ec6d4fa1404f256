"""What is wanted or promised, where it stands before its holder: "the wall that Holm promised"."""

from scenesetter.gather.attribution.contents import Content
from scenesetter.gather.attribution.cues import Found
from scenesetter.gather.attribution.read_sentence import Sentence
from scenesetter.gather.attribution.speakers import Range, follows_its_object, phrase_before
from scenesetter.gather.attribution.wishes import WISHES

_LINKS = frozenset({"that", "which"})


def object_before(sentence: Sentence, source: Range, found: Found) -> Content | None:
    """`the wall he promised`, `the wall that Holm promised`, `what she is promising`."""
    sense = found.cue.frames.get("object")
    words, edge = sentence.words, source[0]
    if sense is None or sense.kind not in WISHES or edge == 0 or words[edge - 1].quoted:
        return None
    before = words[edge - 1].word
    if before == "what":
        return Content(edge - 1, edge, sense)
    edge -= before in _LINKS
    if edge == source[0] and not follows_its_object(words, source):
        return None
    thing = phrase_before(words, edge, 0)
    if thing is None or (sense.kind == "request" and found.form == "past" and thing[0] > 0):
        return None  # "Peru sent the files that Chile asked for": what was asked is done
    return Content(*thing, sense)
