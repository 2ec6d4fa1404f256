"""What a cue tells: the clause, infinitive or noun phrase that goes with it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scenesetter.gather.attribution.adverbs import is_adverb
from scenesetter.gather.attribution.clause_ends import clause_end, phrase_end, without_marks
from scenesetter.gather.attribution.cues import Found, Sense, cues_by_word
from scenesetter.gather.attribution.main_clause import subject_at
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
_CONNECTS = frozenset({"and", "or", "but", "that", "who", "which", ","})
_LONGEST_ASIDE = 10
_FARTHEST_TO = 10
"""Words between a cue and its "to", at most."""
_FARTHEST_THAT = 14
"""Words between a cue and its "that", at most."""


class Content(NamedTuple):
    start: int
    end: int
    """Token indices, half-open."""
    sense: Sense


def content_after(
    words: Sequence[Token],
    found: Found,
    limit: int,
    starts: Mapping[int, Found],
    *,
    before_main: bool,
) -> Content | None:
    """What follows the cue; None where nothing does.

    `starts` are the sentence's cues by their first token; `before_main`: the cue's clause leads
    to the sentence's main clause, which begins after the next comma.
    """
    at = _past_aside(words, found, _past_adverbs(words, found.last + 1, limit), limit)
    if at >= limit or words[at].word in _ENDS or words[at].word in ",)]":
        return None
    begin, frame = _begins(words, found, at, limit)
    if begin is None:
        return None
    sense = found.cue.frames[frame]
    if found.form == "noun":
        limit = _before_predicate(words, begin, limit, own=int(frame == "that"))
    if frame == "object":
        end = phrase_end(words, begin, limit, starts)
    else:
        # "promised a veto" where "promised they would come" may stand: a phrase, no clause
        either = frame == "clause" and "object" in found.cue.frames
        is_phrase = either and subject_at(words, begin, limit) is None
        asides = is_phrase or frame in {"to", "object-to"}
        end = clause_end(words, begin, limit, starts, asides=asides)
    if before_main:
        end = next((i for i in range(begin + 1, end) if words[i].word == ","), end)
    return Content(begin, end, sense) if end > begin else None


def _before_predicate(words: Sequence[Token], begin: int, limit: int, *, own: int) -> int:
    """`Its refusal to come | was a signal`: a noun's content ends before the main verb.

    `own` are the predicates of the content itself: one in `the claim that it is shut | is wrong`.
    """
    is_clause = own > 0
    for at in range(begin + 1, limit):
        if words[at].word in _PREDICATES:
            if own == 0:
                return at
            own -= 1
        elif is_clause and words[at].word in _CONNECTS:
            break
        elif own == 0 and _is_finite_third(words, at):
            return at
    return limit


def _is_finite_third(words: Sequence[Token], at: int) -> bool:
    """`its commitment to trade | clearly softens`: an adverb before a third person."""
    if not words[at].word.endswith("ly") or words[at].quoted or at + 1 >= len(words):
        return False
    verb = words[at + 1]
    return verb.word.endswith("s") and not verb.word.endswith("ss") and is_adverb(words[at].word)


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
    if not signalled and "clause" not in found.cue.frames:
        if "object" in found.cue.frames:  # "urged restraint", not "directs the institute"
            return _plain(words, found, at)
        return None, "recipient"
    return (after, "recipient") if after is not None else _plain(words, found, at)


def _signalled(words: Sequence[Token], found: Found, at: int, limit: int) -> tuple[int, str] | None:
    """Where a word says which frame it is: a colon, "to", "that"."""
    frames = found.cue.frames
    word = words[at].word
    if word == ":" and "quote" in frames and at + 1 < limit:
        return at + 1, "quote"
    to = _with_to(words, found, at, limit) if "to" in frames else None
    if to is not None:
        return to, "to"
    if "that" in frames and word in _OPENS_CLAUSE and not words[at].quoted:
        return at, "that"
    if "object-to" in frames and found.form != "noun" and _object_to(words, at, limit):
        return at, "object-to"
    return None


def _with_to(words: Sequence[Token], found: Found, at: int, limit: int) -> int | None:
    """Where an infinitive begins, or what a cue takes with "to": `agreed in May to | a treaty`."""
    to = at + (words[at].word in {"not", "never"})
    if to < limit and words[to].word == "to":
        in_title = found.head > 0 and words[found.head].capital
        if to > at or in_title or _is_infinitive(words, to, limit):
            return at
        return to + 1 if _also_takes_to(words, found) and to + 1 < limit else None
    if words[at].word not in _PREPOSITIONS:
        return None
    ahead = _to_ahead(words, at, limit, any_to=_also_takes_to(words, found))
    if ahead is None:
        return None
    return ahead if _is_infinitive(words, ahead, limit) else ahead + 1


def _plain(words: Sequence[Token], found: Found, at: int) -> tuple[int | None, str]:
    frames = found.cue.frames
    word = words[at].word
    counts = at + 1 < len(words) and words[at + 1].word[0].isdigit()  # "deemed about 100 of them"
    if not words[at].quoted and not counts and (word in _NEVER_OBJECT or word == "itself"):
        return None, ""  # "which he said would ..." tells it before the cue
    if word.endswith("self") and "object" not in frames:
        return None, ""
    if found.form == "adjective" and "object" not in frames:
        opens = words[at].word in PRONOUNS | _DETERMINERS
        return (at if opens and "clause" in frames else None), "clause"
    if frames.keys() == {"object"} and found.cue.particles == ("with",):
        that = _that_ahead(words, at, min(at + _FARTHEST_THAT, len(words)))
        if that is not None and words[that].word == "that":
            return that, "object"  # "agreed with him that"
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


def _past_aside(words: Sequence[Token], found: Found, at: int, limit: int) -> int:
    """`testified, for example, | that`, `described, in harsh terms, | a plan`."""
    if at + 2 >= limit or words[at].word != "," or words[at + 1].word not in _PREPOSITIONS:
        return at
    places = range(at + 2, min(at + _LONGEST_ASIDE, limit - 1))
    after = next((i + 1 for i in places if words[i].word == ","), at)
    told = words[after].word == "that" or found.cue.frames.keys() <= {"object", "that"}
    return after if told and after > at else at


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
    noun = after.word in _DETERMINERS or after.word in PRONOUNS or after.word[0].isdigit()
    return not noun and (not after.capital or after.quoted)


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


def _also_takes_to(words: Sequence[Token], found: Found) -> bool:
    """`agreed in May to a treaty`: the cue has a fellow with "to" and an object."""
    return found.form not in {"noun", "adjective"} and any(
        cue.particles == ("to",) and "object" in cue.frames
        for cue in cues_by_word()[words[found.head].word]
    )


def _to_ahead(words: Sequence[Token], at: int, limit: int, *, any_to: bool) -> int | None:
    """`promised at the talks in Lima | to open the port`."""
    for index in range(at + 1, min(limit, at + _FARTHEST_TO)):
        if not words[index].is_word or words[index].quoted or words[index].word in _OPENS_CLAUSE:
            return None
        if words[index].word == "to" and (any_to or _is_infinitive(words, index, limit)):
            return index if index + 1 < limit else None
    return None


def content_before(
    words: Sequence[Token], floor: int, edge: int, *, shortest: int = 4
) -> Range | None:
    """The clause that ends with a comma before token `edge`: "The plan is dead, he said"."""
    if edge - 1 <= floor or words[edge - 1].word not in {",", "--", "—", "–"}:
        return None
    start = floor
    while start < edge and not words[start].is_word:
        start += 1
    end = without_marks(words, start, edge)
    return (start, end) if end - start >= shortest else None
