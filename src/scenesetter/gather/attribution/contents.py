"""What a cue tells: the clause, infinitive or noun phrase that goes with it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scenesetter.gather.attribution.cues import Found, Sense, is_adverb
from scenesetter.gather.attribution.speakers import PRONOUNS, Range
from scenesetter.gather.attribution.tokens import Token
from scenesetter.gather.lexicon import lexicon

_WORDS: dict[str, list[str]] = lexicon("function_words")["contents"]
_OPENS_CLAUSE = frozenset(_WORDS["opens_clause"])
_PREPOSITIONS = frozenset(_WORDS["prepositions"])
_TIMES = frozenset(_WORDS["times"])
_DETERMINERS = frozenset(_WORDS["determiners"])
_PREDICATES = frozenset(_WORDS["predicates"])
_NEVER_OBJECT = _PREPOSITIONS | _PREDICATES | frozenset(_WORDS["adverbial_particles"])
_ENDS = frozenset(_WORDS["ends"])
_TELLS_ON = frozenset(_WORDS["tells_on"])
"""After a comma these begin what is told next, or who tells it."""
_ASIDES = frozenset(_WORDS["asides"])
_LONGEST = 250
"""Words of what is told, at most."""
_FARTHEST_THAT = 14
"""Words between a cue and its "that", at most."""


class Content(NamedTuple):
    start: int
    end: int
    """Token indices, half-open."""
    sense: Sense


def content_after(
    words: Sequence[Token], found: Found, limit: int, starts: Mapping[int, Found]
) -> Content | None:
    """What follows the cue; None where nothing does.

    `starts` are the sentence's cues by their first token.
    """
    at = _past_adverbs(words, found.last + 1, limit)
    if at >= limit or words[at].word in _ENDS or words[at].word in ",)]":
        return None
    begin, frame = _begins(words, found, at, limit)
    if begin is None:
        return None
    sense = found.cue.frames[frame]
    if found.form == "noun" and frame in {"to", "object"}:
        limit = _before_predicate(words, begin, limit)
    end = clause_end(words, begin, limit, starts, asides=frame in {"to", "object", "object-to"})
    return Content(begin, end, sense) if end > begin else None


def _before_predicate(words: Sequence[Token], begin: int, limit: int) -> int:
    """`Its refusal to come | was a signal`: a noun's content ends before the main verb."""
    return next((at for at in range(begin + 1, limit) if words[at].word in _PREDICATES), limit)


def _begins(words: Sequence[Token], found: Found, at: int, limit: int) -> tuple[int | None, str]:
    """The first token of the content and the frame it stands in."""
    begin = _signalled(words, found, at, limit)
    if begin is not None:
        return begin
    frames = found.cue.frames
    if found.form == "noun":
        return (at if "object" in frames and found.cue.particles else None), "object"
    if "recipient" in frames:
        return _after_recipient(words, found, at, limit)
    if "that" in frames and words[at].word in _PREPOSITIONS:
        return _that_ahead(words, at, limit), "that"
    return _plain(words, found, at)


def _after_recipient(
    words: Sequence[Token], found: Found, at: int, limit: int
) -> tuple[int | None, str]:
    after = _past_recipient(words, at, limit)
    if after is None and _only_recipient(words, at, limit):
        return None, "recipient"
    signalled = after is not None and (words[after].quoted or words[after].word in _OPENS_CLAUSE)
    if not signalled and "clause" not in found.cue.frames:  # "he directs the institute"
        return None, "recipient"
    return (after, "recipient") if after is not None else _plain(words, found, at)


def _signalled(words: Sequence[Token], found: Found, at: int, limit: int) -> tuple[int, str] | None:
    """Where a word says which frame it is: a colon, "to", "that"."""
    frames = found.cue.frames
    word = words[at].word
    if word == ":" and "quote" in frames and at + 1 < limit:
        return at + 1, "quote"
    if "to" in frames and word == "to" and _is_infinitive(words, at, limit):
        return at, "to"
    if "that" in frames and word in _OPENS_CLAUSE and not words[at].quoted:
        return at, "that"
    if "object-to" in frames and found.form != "noun" and _object_to(words, at, limit):
        return at, "object-to"
    return None


def _plain(words: Sequence[Token], found: Found, at: int) -> tuple[int | None, str]:
    frames = found.cue.frames
    word = words[at].word
    if not words[at].quoted and (word in _NEVER_OBJECT or word.endswith("self")):
        return None, ""  # "which he said would ..." tells it before the cue
    if found.form == "adjective" and "object" not in frames:
        opens = words[at].word in PRONOUNS | _DETERMINERS
        return (at if opens and "clause" in frames else None), "clause"
    for frame in ("clause", "object"):
        if frame in frames:
            return at, frame
    # `asked "..."` in the middle of a longer clause
    return (at if "quote" in frames and words[at].quoted else None), "quote"


def _past_adverbs(words: Sequence[Token], at: int, limit: int) -> int:
    while at < limit and not words[at].quoted:
        word = words[at].word
        if word in {"on", "in"} and at + 1 < limit and _is_date(words[at + 1].word):
            at = _past_date(words, at + 2, limit)
        elif (is_adverb(word) and word != "all") or _is_time(words, at, limit):
            at += 1
        else:
            break
    return at


def _past_date(words: Sequence[Token], at: int, limit: int) -> int:
    """Past the rest of "July 20, 2022"."""
    while at < limit and (
        words[at].word.isdigit()
        or (words[at].word == "," and at + 1 < limit and words[at + 1].word.isdigit())
    ):
        at += 1
    return at


def _is_date(word: str) -> bool:
    return word in _TIMES or (word.isdigit() and len(word) == 4)


def _is_time(words: Sequence[Token], at: int, limit: int) -> bool:
    if words[at].word == "this":
        return at + 1 < limit and words[at + 1].word in _TIMES
    return words[at].word in _TIMES


def _is_infinitive(words: Sequence[Token], to: int, limit: int) -> bool:
    if to + 1 >= limit:
        return False
    after = words[to + 1]
    return not (after.word in _DETERMINERS or after.word in PRONOUNS) and (
        not after.capital or after.quoted
    )


def _object_to(words: Sequence[Token], at: int, limit: int) -> bool:
    if words[at].word == "to":
        return False
    for index in range(at + 1, min(limit, at + 12)):
        word = words[index].word
        if word in _ENDS or word in ",:" or word in _OPENS_CLAUSE:
            return False
        if word == "to" and _is_infinitive(words, index, limit):
            return True
    return False


def _past_recipient(words: Sequence[Token], at: int, limit: int) -> int | None:
    """Where the told thing begins after "reporters", "the Senate", "him"; None: not found."""
    that = _that_ahead(words, at, limit)
    if that is not None:
        return that
    end = at
    if words[end].word in PRONOUNS | {"him", "us", "me", "them", "her"}:
        end += 1
    else:
        if words[end].word in _DETERMINERS:
            end += 1
        first = end
        while end < limit and words[end].is_word and words[end].capital and end - first < 6:
            end += 1
        end += end == first
    if end < limit and words[end].word == "'s":
        return None
    end = _past_adverbs(words, end, limit)
    if end >= limit or words[end].word in _ENDS or words[end].word in _PREPOSITIONS | {",", "and"}:
        return None
    return end


def _only_recipient(words: Sequence[Token], at: int, limit: int) -> bool:
    """`The talks failed, an official told Reuters.`: nothing but a name up to the end."""
    end = next((i for i in range(at, min(limit, at + 7)) if words[i].word in _ENDS), None)
    told = words[at + (words[at].word in _DETERMINERS) : end]
    return end is not None and bool(told) and all(token.capital for token in told)


def _that_ahead(words: Sequence[Token], at: int, limit: int) -> int | None:
    for index in range(at, min(limit, at + _FARTHEST_THAT)):
        if words[index].word in _ENDS or words[index].word in ",:":
            return None
        if words[index].word in {"that", "whether", "if"}:
            return index
    return None


def clause_end(
    words: Sequence[Token], start: int, limit: int, starts: Mapping[int, Found], *, asides: bool
) -> int:
    """Where the told thing ends: before what is told next, or the sentence's end.

    `asides`: a comma with "while", "which" ... ends it too.
    """
    limit = min(limit, start + _LONGEST)
    for index in range(start + 1, limit):
        token = words[index]
        if token.quoted:
            continue
        word = token.word
        if word in _ENDS and index - start > 1:
            return index
        if word == "according" or (word in {"and", "but"} and _goes_on(words, index, starts)):
            return _without_marks(words, start, index)
        if word == "," and index + 1 < limit and _breaks(words, index + 1, starts, asides=asides):
            return index
    return _without_marks(words, start, limit)


def _breaks(words: Sequence[Token], at: int, starts: Mapping[int, Found], *, asides: bool) -> bool:
    """Whether the part after a comma tells something else."""
    word = words[at].word
    if word in _TELLS_ON or (asides and word in _ASIDES):
        return True
    if word in {"and", "but"}:
        return _goes_on(words, at, starts) or (asides and _another_speaks(at, starts))
    found = starts.get(at)
    return found is not None and found.form == "ing" and not words[at].quoted


def _goes_on(words: Sequence[Token], at: int, starts: Mapping[int, Found]) -> bool:
    """ "... and said", "... but he added": the next cue in the same sentence."""
    for step in (1, 2):
        found = starts.get(at + step)
        if found is not None and found.form in {"past", "third", "participle"}:
            return step == 1 or words[at + 1].word in PRONOUNS
    return False


def _another_speaks(at: int, starts: Mapping[int, Found]) -> bool:
    """`..., and the ministers want ...`: a clause with its own speaker and cue."""
    ahead = (starts.get(at + step) for step in range(2, 7))
    return any(found is not None and found.form not in {"noun", "ing"} for found in ahead)


def _without_marks(words: Sequence[Token], start: int, end: int) -> int:
    """The end without the commas and other marks before it."""
    while end > start and not words[end - 1].is_word:
        end -= 1
    return end


def content_before(words: Sequence[Token], floor: int, edge: int) -> Range | None:
    """The clause that ends with a comma before token `edge`: "The plan is dead, he said"."""
    if edge - 1 <= floor or words[edge - 1].word not in {",", "--", "—", "–"}:
        return None
    start = floor
    while start < edge and not words[start].is_word:
        start += 1
    end = _without_marks(words, start, edge)
    return (start, end) if end - start >= 4 else None
