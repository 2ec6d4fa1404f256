"""Nouns that are cues and whose owner is no possessive before them: "a promise from X that"."""

from scenesetter.gather.attribution.contents import content_after
from scenesetter.gather.attribution.cues import Found
from scenesetter.gather.attribution.read_sentence import Sentence
from scenesetter.gather.attribution.speakers import Range, speaker_after, speaker_before
from scenesetter.gather.attribution.subjects import clause_subject
from scenesetter.gather.attribution.told import Told
from scenesetter.gather.attribution.verb_groups import verb_group
from scenesetter.gather.lexicon import lexicon

_WORDS: dict[str, list[str]] = lexicon("function_words")["noun_cues"]
_GIVES = frozenset(_WORDS["gives"])
_GAVE = frozenset(_WORDS["gave"])
_ALONG = frozenset(_WORDS["along"])
_INDEFINITE = frozenset({"a", "an"})
_WORD_GIVEN = frozenset(_WORDS["word_given"])
_HAVE = frozenset({"has", "have", "had"})
_LONGEST_DESCRIPTION = 4
"""Words between a verb and the noun that it gives: "made a very public promise"."""
_LONGEST_OWNER = 8


def told_by_noun(sentence: Sentence, found: Found) -> Told | None:
    if found.form != "noun":
        return None
    named = _owner_after(sentence, found) or _giver_after(sentence, found)
    owned = named or _giver_before(sentence, found) or _bearer(sentence, found)
    words = sentence.words
    if owned is None:
        return _nobodys(sentence, found)
    source, at = owned
    after = found._replace(last=at - 1)
    content = content_after(words, after, len(words), sentence.starts, before_main=False)
    if content is None or (named and content.start != at):
        return None
    cue = words[found.head].start, words[found.head].end
    return Told(source, cue, ((content.start, content.end),), content.sense)


def _nobodys(sentence: Sentence, found: Found) -> Told | None:
    """`The promise to lower it was kept`: a word given, and nobody is named who gave it."""
    words, at = sentence.words, found.last + 1
    given = words[found.head].word.removesuffix("s") in _WORD_GIVEN
    if not given or at >= len(words) or words[at].word not in {"to", "that"}:
        return None
    content = content_after(words, found, len(words), sentence.starts, before_main=False)
    if content is None or content.start != at:
        return None
    cue = words[found.head].start, words[found.head].end
    return Told(None, cue, ((content.start, content.end),), content.sense)


def _owner_after(sentence: Sentence, found: Found) -> tuple[Range, int] | None:
    """`a promise from Holm | to`, `the pledge of the ministers | to`."""
    words, at = sentence.words, found.last + 1
    of = found.cue.particles[-1:] == ("of",)
    if at >= len(words) or not (of or words[at].word in {"from", "by"}):
        return None
    begin = at + (not of)
    near = range(begin, min(begin + _LONGEST_OWNER, len(words)))
    limit = next((i for i in near if words[i].word in {"to", "that"}), None)
    source = speaker_after(words, begin, len(words) if limit is None else limit)
    if source is None or source[1] >= len(words) or (of and source[1] != limit):
        return None
    return source, source[1]


def _giver_after(sentence: Sentence, found: Found) -> tuple[Range, int] | None:
    """`the promise Holm made | to lower it`."""
    words, at = sentence.words, found.last + 1
    at += at < len(words) and words[at].word == "that"
    near = range(at, min(at + _LONGEST_OWNER, len(words)))
    limit = next((i for i in near if words[i].word in _GAVE | _HAVE), None)
    source = speaker_after(words, at, limit) if limit is not None else None
    if source is None or source[1] != limit:
        return None
    verb = source[1]
    verb += verb < len(words) and words[verb].word in _HAVE
    after = verb + 1
    if after >= len(words) or words[verb].word not in _GAVE:
        return None
    after += words[after].word in {"is", "was"}
    return (source, after) if after < len(words) else None


def _bearer(sentence: Sentence, found: Found) -> tuple[Range, int] | None:
    """`Holm won farmers over with promises | to lower it`: whoever acts in the clause."""
    words, at = sentence.words, found.first - 1
    opens = _ALONG | (_INDEFINITE if words[found.head].word in _WORD_GIVEN else frozenset())
    while at > 0 and found.first - at <= _LONGEST_DESCRIPTION and words[at].word not in opens:
        if not words[at].is_word or words[at].word == "the":
            return None
        at -= 1
    if at <= 0 or words[at].word not in opens or words[at].quoted:
        return None
    source = clause_subject(sentence, at)
    return (source, found.last + 1) if source else None


def _giver_before(sentence: Sentence, found: Found) -> tuple[Range, int] | None:
    """`Holm made a public promise | to lower it`."""
    words, verb = sentence.words, found.first - 1
    while verb > 0 and found.first - verb <= _LONGEST_DESCRIPTION and words[verb].is_word:
        if words[verb].word in _GIVES:
            break
        verb -= 1
    if verb <= 0 or words[verb].word not in _GIVES or words[verb].quoted:
        return None
    group = verb_group(words, verb, frozenset({"past", "participle", "third", "base", "ing"}))
    if group is None or group.negated or (group.form == "participle" and group.be):
        return None
    source = speaker_before(words, group.first, sentence.after_quote(verb))
    return (source, found.last + 1) if source else None
