"""Verbs and adjectives as cues: who, by what word, and what is told."""

from scenesetter.gather.attribution.clause_ends import clause_end
from scenesetter.gather.attribution.contents import Content, content_after, content_before
from scenesetter.gather.attribution.cues import Found, fillers
from scenesetter.gather.attribution.no_wishes import is_nobodys, sense_of
from scenesetter.gather.attribution.object_relatives import object_before
from scenesetter.gather.attribution.read_sentence import Sentence, cue_span
from scenesetter.gather.attribution.speakers import Range, follows_its_object
from scenesetter.gather.attribution.subjects import subject
from scenesetter.gather.attribution.told import Told, relative_between
from scenesetter.gather.attribution.wishes import WISHES
from scenesetter.gather.lexicon import lexicon

_WORDS: dict[str, list[str]] = lexicon("function_words")["contents"]
_LEADS_TO_MAIN = frozenset(_WORDS["leads_to_main"])
_PREDICATES = frozenset(_WORDS["predicates"])
_DEFINITE = frozenset({"the", "two", "three", "his", "her", "its", "their", "this", "both"})


def told_by_verb(
    sentence: Sentence, found: Found, floor: int, last_speaker: Range | None
) -> Told | None:
    words = sentence.words
    source = subject(sentence, found, floor, last_speaker)
    if source is None or (source[0] <= found.last and source[1] > found.first):
        return None
    relative = relative_between(words, source, found)
    if found.first > 0 and words[found.first - 1].word == "without":
        found = found._replace(negated=True)
    leads = _leads_to_main(sentence, found, source, relative)
    limit = len(words)
    if source[0] > found.last and words[source[0] - 1].word == ",":
        limit = source[0]  # "Hoping to win, Holm ..."
    content = content_after(words, found, limit, sentence.starts, before_main=leads)
    if content is not None and _is_restrictive(sentence, source, relative):
        content = _before_main_verb(sentence, found, content)
    content = content or _before(sentence, source, found)
    content = content or object_before(sentence, source, found)
    if content is None or (found.negated and not content.sense.negated):
        return None
    if _is_filler(sentence, found, source):
        return None
    if is_nobodys(sentence, found, source, content) or _wants_whom(sentence, source):
        return None
    if found.cue.frames.keys() <= {"object", "object-to"} and follows_its_object(words, source):
        return None  # "matters he considers his own"
    sense = sense_of(sentence, found, source, content)
    if sense.kind in WISHES and relative is not None and _is_anybody(sentence, source, relative):
        sense = sense._replace(kind="position")
    contents = _both_sides(sentence, found, content)
    return Told(source, cue_span(sentence, found), contents, sense, relative)


def _leads_to_main(sentence: Sentence, found: Found, source: Range, relative: int | None) -> bool:
    """`While X and Y want it, ...`, `X, who wants it, ...`, `X, hoping to win, ...`."""
    words = sentence.words
    if relative is not None:
        return words[relative - 1].word == ","
    before = words[source[0] - 1].word if source[0] > 0 else ""
    if before in _LEADS_TO_MAIN:
        return True
    if found.form == "ing" and found.first == found.head == source[1] + 1:
        return words[source[1]].word == ","
    opens = before == "and" and words[0].word in _LEADS_TO_MAIN
    return opens and all(token.word != "," for token in words[: found.first])


def _is_restrictive(sentence: Sentence, source: Range, relative: int | None) -> bool:
    """`those who want it`, `the road that X promised to build`."""
    words = sentence.words
    if relative is not None:
        return words[relative - 1].word != ","
    return source[0] > 1 and words[source[0] - 1].word in {"that", "which"}


def _before_main_verb(sentence: Sentence, found: Found, content: Content) -> Content:
    """`those who want | to open the port | are few`."""
    words = sentence.words
    if words[content.start].word != "to" and "clause" in found.cue.frames:
        return content
    places = range(content.start + 1, content.end)
    end = next((i for i in places if not words[i].quoted and _is_main(sentence, i)), None)
    return content if end is None else content._replace(end=end)


def _is_main(sentence: Sentence, at: int) -> bool:
    other = sentence.starts.get(at)
    finite = other is not None and other.form in {"base", "third", "past"}
    return finite or sentence.words[at].word in _PREDICATES


def _wants_whom(sentence: Sentence, source: Range) -> bool:
    """`the man whom they would like to see`: what is wanted stands before."""
    return source[0] > 0 and sentence.words[source[0] - 1].word == "whom"


def _is_anybody(sentence: Sentence, source: Range, relative: int) -> bool:
    """`women who seek it`, `some who want it`: a kind of people and no side."""
    words = sentence.words
    if words[relative - 1].word == "," or any(token.capital for token in words[slice(*source)]):
        return source[0] == 0 and source[1] == 1 and relative == 1
    return words[source[0]].word not in _DEFINITE


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
