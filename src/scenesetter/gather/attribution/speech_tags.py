"""What follows a quotation and names its speaker: `"...," X said`, `"...," fumed X, a pilot`."""

from collections.abc import Sequence

from scenesetter.gather.attribution.adverbs import is_adverb
from scenesetter.gather.attribution.cues import Found
from scenesetter.gather.attribution.main_clause import is_finite
from scenesetter.gather.attribution.read_sentence import Quote, Sentence
from scenesetter.gather.attribution.speakers import PRONOUNS, Range, speaker_after
from scenesetter.gather.attribution.speech import Speech, by_manner, is_manner_verb, may_speak
from scenesetter.gather.attribution.subjects import subject
from scenesetter.gather.attribution.tokens import Token
from scenesetter.gather.lexicon import lexicon

_BREATHS = ",?!-—–…."
"""A quotation that ends with one of these may be followed by its speaker."""
_NESTED_MARKS = "'‘’\"”“"
_FARTHEST_CUE = 30
"""Words from a quotation to the cue after it."""
_WORDS: dict[str, list[str]] = lexicon("function_words")["direct_speech"]
_APPOSITION_OPENS = frozenset(_WORDS["apposition_opens"])
_NEVER_SPEAKERS = frozenset(_WORDS["never_speakers"])
_ARTICLES = frozenset(_WORDS["articles"])
_BREAKS_PHRASE = frozenset(_WORDS["breaks_phrase"])
_LONGEST_SPEAKER = 14
"""Words of a speaker's description without a comma."""


def speech_tag(sentence: Sentence, number: int) -> Speech | None:
    """`"...," X said` and `"...," said X`."""
    quote = sentence.quotes[number]
    words, at = sentence.words, quote.last
    limit = _next_quote(sentence, number)
    if at < limit and words[at].word == "(":
        at = next((i + 1 for i in range(at, limit) if words[i].word == ")"), at)
    paused = pauses(sentence, quote)
    if at < limit and words[at].word == ",":
        at += 1
    elif not paused:
        return _speech_beside(sentence, number, at, limit)
    for found in sentence.cues:
        if found.first < at:
            continue
        if found.first >= limit or found.first > at + _FARTHEST_CUE:
            break
        if may_speak(found):
            speech = _by_cue_after(sentence, number, found, at, limit)
            return speech or _by_manner_after(sentence, number, at, limit)
    return _by_manner_after(sentence, number, at, limit)


def pauses(sentence: Sentence, quote: Quote) -> bool:
    """Whether it ends with a comma or the like, inside its marks and any nested ones."""
    end = quote.end
    while end > quote.start and sentence.text[end - 1] in _NESTED_MARKS:
        end -= 1
    return sentence.text[end - 1] in _BREATHS


def _speech_beside(sentence: Sentence, number: int, at: int, limit: int) -> Speech | None:
    """`"It holds" X said`: without a comma only where nothing stands before or between."""
    if not _opens(sentence, number):
        return None
    found = next((one for one in sentence.cues if one.first >= at), None)
    if found is None or found.first >= limit or not may_speak(found) or found.form != "past":
        return None
    if found.first == at:
        speaker = speaker_after(sentence.words, found.last + 1, limit)
        named = speaker and sentence.words[speaker[1] - 1].capital
        return Speech(found, speaker) if named else None
    speaker = speaker_after(sentence.words, at, found.first)
    return Speech(found, speaker) if speaker and speaker[1] == found.first else None


def _opens(sentence: Sentence, number: int) -> bool:
    """Whether no word of the writer's stands before the quotation."""
    words = sentence.words
    before = words[: sentence.quotes[number].first]
    return all(not token.is_word for token in before)


def _by_cue_after(
    sentence: Sentence, number: int, found: Found, at: int, limit: int
) -> Speech | None:
    words = sentence.words
    before = not _opens(sentence, number)
    if found.first == at and found.form in {"past", "third", "base"}:
        after = _past_addressee(sentence, found.last + 1, limit)
        speaker = speaker_after(words, after, limit)
        if speaker and before and speaker[1] < limit and is_finite(words[speaker[1]]):
            return None  # `Ng, who "wants nothing," said the plan failed`
    else:
        speaker = _speaker_ahead(sentence, found, at)
    return Speech(found, speaker) if speaker else None


def _by_manner_after(sentence: Sentence, number: int, at: int, limit: int) -> Speech | None:
    """`"...," X fumed`, `"...!" beamed X`: a verb that no lexicon lists."""
    words = sentence.words
    if at >= limit or not _opens(sentence, number):
        return None
    if is_manner_verb(words[at]):
        found = by_manner(sentence, at, limit)
        speaker = speaker_after(words, found.last + 1, limit)
        named = speaker and any(token.capital for token in words[slice(*speaker)])
        return Speech(found, speaker) if named else None
    near = range(at + 1, min(limit, at + _LONGEST_SPEAKER))
    verb = next((i for i in near if is_manner_verb(words[i]) and _has_subject(words, at, i)), limit)
    speaker = speaker_after(words, at, verb) if verb < limit else None
    if speaker is None:
        return None
    last = words[speaker[1] - 1]
    named = last.capital or last.word in PRONOUNS or words[at].word in _ARTICLES
    return Speech(by_manner(sentence, verb, limit), speaker) if named else None


def _has_subject(words: Sequence[Token], at: int, verb: int) -> bool:
    speaker = speaker_after(words, at, verb)
    return speaker is not None and all(is_adverb(token.word) for token in words[speaker[1] : verb])


def _speaker_ahead(sentence: Sentence, found: Found, at: int) -> Range | None:
    """`"...," X said`, `"...," X, who leads the bank, said`."""
    words = sentence.words
    if words[at].word in _NEVER_SPEAKERS or (
        words[at].word.endswith("ing") and not words[at].capital
    ):
        return None
    speaker = speaker_after(words, at, found.first)
    if speaker is None or speaker[1] == found.first:
        return speaker
    between = words[at : found.first]
    if len(between) <= _LONGEST_SPEAKER and all(_may_name(token) for token in between):
        return at, found.first
    nearest = subject(sentence, found, at, None)
    word = words[speaker[1]].word
    if word in _APPOSITION_OPENS or is_adverb(word):
        if word == "," and nearest and nearest[1] == found.first and nearest[0] > speaker[1]:
            named = words[nearest[1] - 1].capital and not words[speaker[1] - 1].capital
            return nearest if named else speaker
        return speaker
    return nearest if nearest and nearest[0] <= at + 2 else None


def _may_name(token: Token) -> bool:
    """Whether a word may stand inside the phrase that names a speaker."""
    return token.is_word and not token.quoted and token.word not in _BREAKS_PHRASE


def _past_addressee(sentence: Sentence, at: int, limit: int) -> int:
    """`"...," added a laughing X`: nothing to pass but "to him"."""
    words = sentence.words
    if at + 1 < limit and words[at].word == "to" and words[at + 1].word in {"him", "her", "them"}:
        return at + 2
    return at


def _next_quote(sentence: Sentence, number: int) -> int:
    following = sentence.quotes[number + 1 : number + 2]
    return following[0].first if following else len(sentence.words)
