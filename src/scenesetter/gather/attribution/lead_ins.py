"""What introduces a quotation: `X said: "..."`, `X put it plainly: "..."`, `Said X, 61, "..."`."""

from collections.abc import Sequence

from scenesetter.gather.attribution.adverbs import is_adverb
from scenesetter.gather.attribution.cues import Found
from scenesetter.gather.attribution.main_clause import main_subject
from scenesetter.gather.attribution.read_sentence import Sentence
from scenesetter.gather.attribution.speakers import (
    PRONOUNS,
    Range,
    phrase_before,
    possessor_before,
    speaker_after,
    speaker_before,
)
from scenesetter.gather.attribution.speech import (
    PARTICLES,
    Speech,
    by_manner,
    is_manner_verb,
    may_speak,
)
from scenesetter.gather.attribution.subjects import subject
from scenesetter.gather.attribution.tokens import Token
from scenesetter.gather.lexicon import lexicon

_WORDS: dict[str, list[str]] = lexicon("function_words")["direct_speech"]
_GAP_OPENS = frozenset(_WORDS["gap_opens"])
_BEFORE_PARTICIPLE = frozenset(_WORDS["before_participle"])
_LONGEST_GAP = 24
"""Words between a cue and the quotation after it."""
_LONGEST_LABEL = 8
"""Words of a name before a colon, at most."""
_ARTICLES = frozenset(_WORDS["articles"])
_LEADS_FROM = frozenset(_WORDS["leads_from"])


def lead_in(
    sentence: Sentence, floor: int, edge: int, last_speaker: Range | None = None
) -> Speech | None:
    """Who speaks the quotation that begins at token `edge`, by the words from `floor` on.

    `last_speaker` spoke the quotation before it in the sentence.
    """
    if edge <= floor:
        return None
    nearer = _by_manner(sentence, floor, edge)
    by_cue = _by_cue(sentence, floor, edge, last_speaker)
    if nearer and nearer.cue and by_cue and by_cue.cue and nearer.cue.head > by_cue.cue.last:
        return nearer
    return (
        by_cue
        or _inverted(sentence, floor, edge)
        or nearer
        or _in_words(sentence, floor, edge)
        or _by_colon(sentence, floor, edge)
    )


def _by_cue(sentence: Sentence, floor: int, edge: int, last_speaker: Range | None) -> Speech | None:
    """`X said: "..."`, `X told reporters in Lima, "..."`, `..., adding: "..."`."""
    for found in reversed(sentence.cues):
        if found.last >= edge or found.first < floor:
            continue
        asked = found.passive and sentence.words[found.head].word == "asked"
        if not (asked or may_speak(found)):
            continue
        if not _leads_to(sentence, found.last + 1, edge) or _takes_infinitive(
            sentence, found, edge
        ):
            return None
        if asked:
            return Speech(found, _agent(sentence.words, found.last + 1, edge))
        speaker = _speaker_of(sentence, found, floor, last_speaker)
        return Speech(found, speaker) if speaker else None
    return None


def _agent(words: Sequence[Token], at: int, edge: int) -> Range | None:
    return speaker_after(words, at + 1, edge) if words[at].word == "by" else None


def _speaker_of(
    sentence: Sentence, found: Found, floor: int, last_speaker: Range | None
) -> Range | None:
    words = sentence.words
    before = words[found.first - 1].word if found.first > floor else ","
    if before in {"that", "which"}:  # `a sign that read "..."`
        return phrase_before(words, found.first - 1 - (words[found.first - 2].word == ","), floor)
    if found.form != "ing" or found.first < found.head or before not in _BEFORE_PARTICIPLE:
        return subject(sentence, found, floor, last_speaker)
    if last_speaker is not None:
        return last_speaker
    for other in reversed(sentence.cues):
        if floor <= other.head < found.first and may_speak(other) and other.form != "ing":
            return subject(sentence, other, floor, None)
    return main_subject(words, 0, found.first)


def _leads_to(sentence: Sentence, start: int, edge: int) -> bool:
    """Whether the words between a cue and a quotation may stand between the two."""
    if start == edge:
        return True
    words = sentence.words
    if edge - start > _LONGEST_GAP or any(token.quoted for token in words[start:edge]):
        return False
    mark = words[edge - 1].word
    if mark == ":":
        return True
    return mark in {",", "that", "—", "–", "--"} and (
        edge - start == 1 or words[start].word in _GAP_OPENS or edge - start < 6
    )


def _takes_infinitive(sentence: Sentence, found: Found, edge: int) -> bool:
    """`promised to put her in charge because, in his words, "..."`."""
    words, to = sentence.words, found.last + 1
    takes = "to" in found.cue.frames and edge - to > 1 and words[to].word == "to"
    return takes and words[edge - 1].word != ":"


def _inverted(sentence: Sentence, floor: int, edge: int) -> Speech | None:
    """`Said X, who lives there: "..."`."""
    words = sentence.words
    first = sentence.starts.get(floor)
    if first is None or not may_speak(first) or first.form not in {"past", "third"}:
        return None
    speaker = speaker_after(words, first.last + 1, edge)
    if speaker is None or edge - speaker[1] > _LONGEST_GAP or words[edge - 1].word not in ",:":
        return None
    return Speech(first, speaker)


def _by_manner(sentence: Sentence, floor: int, edge: int) -> Speech | None:
    """`X fumed, "..."`, `he yelled "You lie!"`: a verb that no lexicon lists."""
    words = sentence.words
    at = edge - (words[edge - 1].word in {":", ","})
    while at > floor and (words[at - 1].word in PARTICLES or is_adverb(words[at - 1].word)):
        at -= 1
    if at <= floor or not is_manner_verb(words[at - 1]) or not _sounds_spoken(sentence, edge):
        return None
    speaker = speaker_before(words, at - 1, floor)
    if speaker is None or speaker[1] != at - 1:
        return None
    named = words[at - 2].capital or words[at - 2].word in PRONOUNS | {"who"}
    if not (named or words[speaker[0]].word in _ARTICLES):
        return None
    return Speech(by_manner(sentence, at - 1, edge), speaker)


def _sounds_spoken(sentence: Sentence, edge: int) -> bool:
    """Whether the quotation at token `edge`, where there is one, is a sentence and no title."""
    quoted = [token for token in sentence.words[edge:] if token.is_word]
    if not quoted:
        return True
    inside = next((one for one in sentence.quotes if one.first == edge), None)
    if inside is None or not quoted[0].capital:
        return False
    told = [token for token in quoted if token.start < inside.end]
    marks = ".!?" if sentence.words[edge - 1].word == ":" else "!?"
    ends = sentence.text[inside.end - 1] in marks
    return ends or any(not token.capital and len(token.word) > 3 for token in told)


def _in_words(sentence: Sentence, floor: int, edge: int) -> Speech | None:
    """`In X's words, "..."`."""
    words = sentence.words
    if edge - floor < 3 or words[edge - 1].word != "," or words[edge - 2].word != "words":
        return None
    speaker = possessor_before(words, edge - 2, floor)
    return Speech(None, speaker) if speaker else None


def _by_colon(sentence: Sentence, floor: int, edge: int) -> Speech | None:
    """`X: "..."`, `More from X: "..."`, `X put it plainly: "..."`."""
    words = sentence.words
    colon = edge - 1
    if words[colon].word != ":" or colon == floor or not _sounds_spoken(sentence, edge):
        return None
    speaker = _label(sentence, floor, colon)
    if speaker is None and floor == 0:
        speaker = main_subject(words, 0, colon)
        if speaker is None or not _is_person_like(words[speaker[1] - 1]):
            speaker = _name_before(words, colon) or speaker
    return Speech(None, speaker) if speaker else None


def _label(sentence: Sentence, floor: int, colon: int) -> Range | None:
    """A name alone before the colon, after a dash, "from" or "here is"."""
    words = sentence.words
    nearest = range(colon - 2, max(floor, colon - _LONGEST_LABEL) - 1, -1)
    of_whom = next(((at + 1, colon) for at in nearest if words[at].word == "from"), None)
    if of_whom and words[floor].word in _LEADS_FROM:
        return of_whom
    speaker = phrase_before(words, colon, floor)
    if speaker is not None and speaker[0] == floor == 0 and words[colon - 1].capital:
        return speaker
    if words[floor].word == "here" and words[floor + 1].word in {"'s", "is"}:
        return speaker_after(words, floor + 2, colon)
    start = colon
    while start > max(floor, colon - _LONGEST_LABEL) and _is_name_part(words[start - 1]):
        start -= 1
        before = sentence.text[words[start - 1].end : words[start].start] if start else ""
        if start and before.strip(" \xa0") in {"-", "–", "—"}:
            return start, colon
    return of_whom


def _name_before(words: Sequence[Token], colon: int) -> Range | None:
    """`The rise is no surprise to Daron Roe: "..."`."""
    start = colon
    while start > max(0, colon - _LONGEST_LABEL) and words[start - 1].capital:
        start -= 1
    return (start, colon) if colon - start > 1 else None


def _is_person_like(token: Token) -> bool:
    return token.capital or token.word in PRONOUNS


def _is_name_part(token: Token) -> bool:
    return token.capital or token.word == "and"
