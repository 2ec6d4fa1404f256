"""Where what is told ends: before what is told next, before an aside, or with the sentence."""

from collections.abc import Mapping, Sequence

from scenesetter.gather.attribution.cues import Found
from scenesetter.gather.attribution.main_clause import subject_at
from scenesetter.gather.attribution.speakers import PRONOUNS
from scenesetter.gather.attribution.tokens import Token
from scenesetter.gather.lexicon import lexicon

_WORDS: dict[str, list[str]] = lexicon("function_words")["contents"]
_OPENS_CLAUSE = frozenset(_WORDS["opens_clause"])
_PREPOSITIONS = frozenset(_WORDS["prepositions"])
_PREDICATES = frozenset(_WORDS["predicates"])
_ENDS = frozenset(_WORDS["ends"])
_TELLS_ON = frozenset(_WORDS["tells_on"])
"""After a comma these begin what is told next, or who tells it."""
_ASIDES = frozenset(_WORDS["asides"])
_INTRODUCES = frozenset(_WORDS["introduces"])
_RELATIVES = frozenset({"which", "who", "whom", "whose", "where"})
_MAIN: dict[str, list[str]] = lexicon("function_words")["main_clause"]
_PASTS = frozenset(_MAIN["pasts"])
_PASTS_OF_ONE_FORM = frozenset(_MAIN["pasts_of_one_form"])
_OPENS_OBJECT = frozenset(_MAIN["opens_object"])
_OBJECT_PRONOUNS = frozenset({"him", "her", "it", "them", "us", "me"})
_JOINTS = frozenset({"and", "but", "so", "yet"})
_MODALS = frozenset({"can", "could", "will", "would", "may", "might"})
_INDEFINITE = frozenset({"a", "an"})
_CONTRACTIONS = frozenset({"'s", "'re", "'ll", "'d", "'ve", "'m"})
_LONGEST = 250
"""Words of what is told, at most."""


def clause_end(
    words: Sequence[Token], start: int, limit: int, starts: Mapping[int, Found], *, asides: bool
) -> int:
    """Where the told thing ends: before what is told next, or the sentence's end.

    `asides`: a comma with "while", "which" ... ends it too.
    """
    limit = min(limit, start + _LONGEST)
    main = _past_introduction(words, start, limit)
    is_list = words[start].word in _INDEFINITE  # "wants a levy, a road and a bridge"
    for index in range(start + 1, limit):
        token = words[index]
        if token.quoted:
            continue
        word = token.word
        if word in _ENDS and index - start > 1:
            return index
        if word == "according" or (word in {"and", "but"} and _goes_on(words, index, starts)):
            return without_marks(words, start, index)
        if asides and word in {"and", "but"} and _acts_on(words, index, limit):
            return without_marks(words, start, index)
        if asides and word in _JOINTS and _clause_follows(words, index, limit):
            return without_marks(words, start, index)
        if index < main or word != "," or index + 1 >= limit:
            continue
        apposes = asides and (
            words[index + 1].word in _INDEFINITE or words[index + 1].word.endswith("ing")
        )
        if _breaks(words, index + 1, starts, asides=asides) or (apposes and not is_list):
            return index
    return without_marks(words, start, limit)


def _past_introduction(words: Sequence[Token], start: int, limit: int) -> int:
    """`that after the vote, Holm will ...`: where a clause that leads in ends."""
    first = start + (words[start].word in _OPENS_CLAUSE)
    if first >= limit or words[first].word not in _INTRODUCES:
        return start
    comma = (i + 1 for i in range(first + 1, limit) if words[i].word == ",")
    return next(comma, start)


def _breaks(words: Sequence[Token], at: int, starts: Mapping[int, Found], *, asides: bool) -> bool:
    """Whether the part after a comma tells something else."""
    word = words[at].word
    if words[at].quoted:
        return False
    if word in _TELLS_ON or (asides and word in _ASIDES):
        return True
    if word in {"and", "but"}:
        return _goes_on(words, at, starts) or _another_speaks(words, at, starts)
    found = starts.get(at)
    if found is not None:  # "X, who said he would come, told reporters ..."
        by = words[found.last + 1 : found.last + 2]
        reduced = found.form == "past" and bool(by) and by[0].word == "by"
        return (found.form in {"ing", "past", "third"} and not reduced) or found.first < found.head
    return _another_speaks(words, at, starts)


def _goes_on(words: Sequence[Token], at: int, starts: Mapping[int, Found]) -> bool:
    """ "... and said", "... but he added": the next cue in the same sentence."""
    for step in (1, 2):
        found = starts.get(at + step)
        if found is None:
            continue
        if found.form in {"past", "third", "participle"}:
            return step == 1 or words[at + 1].word in PRONOUNS
        if found.form == "ing" and found.first == found.head:
            return step == 1
    return False


def _acts_on(words: Sequence[Token], joint: int, limit: int) -> bool:
    """ "... and took the stage", "... but is unsure", "..., and he is": what comes next."""
    at = joint + 1
    if at + 1 >= limit or words[at].quoted:
        return False
    word = words[at].word
    if words[joint - 1].word == "," and word in PRONOUNS:
        return words[at + 1].word in _PREDICATES | _CONTRACTIONS
    of_one_form = word in _PASTS_OF_ONE_FORM and words[joint - 1].quoted
    acts = of_one_form or (word.endswith("ed") and words[at + 1].word in _OPENS_OBJECT)
    return acts or word in _PASTS or (word in _PREDICATES and word != "may")


def _clause_follows(words: Sequence[Token], joint: int, limit: int) -> bool:
    """ "..., and the union stepped in", "... so he could go on": a clause of its own."""
    at = joint + 1
    if at + 1 >= limit or words[at].quoted:
        return False
    found = subject_at(words, at, limit)
    if found is None or words[joint - 1].word == ",":
        return found is not None
    return words[joint].word == "so" and words[found[1]].word in _MODALS


def _another_speaks(words: Sequence[Token], at: int, starts: Mapping[int, Found]) -> bool:
    """`..., and the ministers want ...`: a clause with its own speaker and cue."""
    if words[at].word in _RELATIVES:
        return False
    for index in range(at + 1, min(at + 7, len(words))):
        if words[index].word == "," and words[at].word in {"and", "but"}:
            return _past_name(words, index + 1) in starts
        if not words[index].is_word or words[index].quoted:
            return False
        found = starts.get(index)
        if found is not None:
            with_participle = words[at].word == "with" and found.form == "ing"
            return found.form not in {"noun", "ing"} or with_participle
    return False


def _past_name(words: Sequence[Token], start: int) -> int | None:
    """`..., and its chair, | Jan Roe, said`: where it goes on; None where no name alone stands
    between the commas."""
    end = start
    while end < min(start + 5, len(words)) and words[end].is_word and words[end].capital:
        end += 1
    closed = start < end < len(words) and words[end].word == ","
    return end + 1 if closed else None


def phrase_end(words: Sequence[Token], start: int, limit: int, starts: Mapping[int, Found]) -> int:
    """Where a noun phrase that is told ends: "praised her | by phone"."""
    limit = clause_end(words, start, limit, starts, asides=True)
    if words[start].word in _OBJECT_PRONOUNS and not words[start].quoted:
        after = words[start + 1].word if start + 1 < limit else ""
        if not after or after in _PREPOSITIONS - {"as", "for", "of"}:
            return start + 1
    for at in range(start + 2, limit):
        if words[at - 1].word == "," and words[at].word in _PREDICATES:
            return at - 1  # "X, who opposes the plan, has said"
    return limit


def without_marks(words: Sequence[Token], start: int, end: int) -> int:
    """The end without the commas and other marks before it."""
    while end > start and not words[end - 1].is_word:
        end -= 1
    return end
