"""Verb groups: a verb with its auxiliaries, adverbs and "not", read without a parse."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Literal, NamedTuple

from scenesetter.gather.attribution.adverbs import is_adverb
from scenesetter.gather.attribution.tokens import Token
from scenesetter.gather.lexicon import lexicon

Form = Literal["base", "third", "past", "participle", "ing", "adjective", "noun"]


class VerbGroup(NamedTuple):
    first: int
    """Its first token."""
    form: Form
    negated: bool
    be: Sequence[str]
    """The forms of "be" among its auxiliaries."""


_LONGEST = 7
"""Words before the verb, at most."""
_WORDS: dict[str, list[str]] = lexicon("function_words")["cues"]
_BE = frozenset(_WORDS["be"])
_HAVE = frozenset(_WORDS["have"])
_WILL = frozenset(_WORDS["will"])
_DO = frozenset(_WORDS["do"])
_MODAL = frozenset(_WORDS["modal"])
_AUXILIARY = _BE | _HAVE | _WILL | _DO | _MODAL | {"to"}
_NOT = frozenset(_WORDS["not"])
_PLURALS = frozenset(_WORDS["plurals"])
_LEADS_PARTICIPLE = frozenset(_WORDS["leads_participle"])
_TIES = frozenset({"of", "in", "at", "from", "for"})
_DEGREES = frozenset(_WORDS["degrees"])
DOCUMENTS = frozenset(_WORDS["documents"])
_JOINS = frozenset({",", ";", "and", "but", "or", "while", "that", "as"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_FLOATING = frozenset({"both", "all", "each"})
_RAISING = frozenset(_WORDS["raising"])
"""Before "to" these leave the infinitive its subject: "he went on to say"."""
_UNDONE = frozenset(_WORDS["undone"])
_CAN = frozenset({"can", "could", "cannot", "can't", "couldn't"})


def verb_group(words: Sequence[Token], head: int, forms: AbstractSet[Form]) -> VerbGroup | None:
    """Reads the group of the verb or adjective at `head` leftwards; None where it is neither.

    `forms` are those that the word may have.
    """
    first, helpers = _leftwards(words, head, is_adjective="adjective" in forms)
    form = _form(words, first, helpers, forms)
    if form is None:
        return None
    first = _past_raising(words, first, helpers)
    if words[first].word == "to" and first < head:
        return None  # "ostensibly to continue to discuss it" has no subject of its own
    negated = any(_is_not(token.word) or token.word in _UNDONE for token in words[first:head])
    if form == "ing" and not helpers and words[first - 1 : first] and words[first - 1].word == "as":
        first = _past_quoted_as(words, first)
    return VerbGroup(first, form, negated, [word for word in helpers if word in _BE])


def _leftwards(
    words: Sequence[Token], head: int, *, is_adjective: bool
) -> tuple[int, Sequence[str]]:
    """The first token of the group and its auxiliaries, nearest first."""
    first, helpers = head, list[str]()
    while first > 0 and head - first <= _LONGEST and not words[first - 1].quoted:
        word = words[first - 1].word
        if word in _AUXILIARY:
            helpers.append(word)
        elif not (_is_not(word) or (is_adjective and word in _DEGREES)):
            is_name = words[first - 1].capital  # Kelly is no adverb
            if is_name or not is_adverb(word) or stands_for_subject(words, first - 1):
                break
        first -= 1
        if word == "to":
            break
    return first, helpers


def _is_not(word: str) -> bool:
    return word in _NOT or word.endswith("n't")


def stands_for_subject(words: Sequence[Token], at: int) -> bool:
    """`And both vowed`, not `They both vowed`."""
    if at < 0 or words[at].word not in _FLOATING:
        return False
    return at == 0 or words[at - 1].word in _JOINS


def _form(
    words: Sequence[Token], first: int, helpers: Sequence[str], forms: AbstractSet[Form]
) -> Form | None:
    nearest = helpers[0] if helpers else ""
    if "adjective" in forms:
        return "adjective" if any(word in _BE for word in helpers) else None
    if nearest == "to":
        governor = words[first - 1].word if first > 0 else ""
        on = governor == "on" and first > 1 and words[first - 2].word in _RAISING
        return "base" if "base" in forms and (on or governor in _RAISING) else None
    if any(word in _MODAL for word in helpers):
        refuses = nearest in _CAN and any(_is_not(token.word) for token in words[first : first + 3])
        return "base" if refuses and "base" in forms else None
    form = next((form for form in _forms_after(nearest) if form in forms), None)
    before = words[first - 1] if first > 0 and not helpers else None
    joined = first > 1 and (words[first - 2].word == "and" or _is_joint(words, first))
    if before is not None and before.is_word and not (_agrees(before, form) or joined):
        return form if form is not None and _agrees_at_a_distance(words, first, form) else None
    return form


def _is_joint(words: Sequence[Token], edge: int) -> bool:
    """`the ministers and the mayor | agree`"""
    return edge > 3 and words[edge - 3].word == "and" and words[edge - 2].word in _ARTICLES


def _agrees_at_a_distance(words: Sequence[Token], first: int, form: Form) -> bool:
    if form == "ing":
        return words[first - 1].word in DOCUMENTS or _follows_with(words, first)
    return form in {"base", "third"} and _has_head(words, first, form)


def _follows_with(words: Sequence[Token], first: int) -> bool:
    """`with each minister warning that`"""
    for at in range(first - 2, max(-1, first - 8), -1):
        if words[at].word == "with":
            return True
        if not words[at].is_word or words[at].quoted:
            return False
    return False


def _has_head(words: Sequence[Token], edge: int, form: Form) -> bool:
    """`Opponents of the ban warn`, `A poll of voters shows`: what opens the sentence or clause
    agrees with the verb, and the rest is tied on by "of"."""
    for at in range(edge - 2, max(-1, edge - 10), -1):
        if not words[at].is_word or words[at].quoted:
            return False
        if words[at].word in _TIES and at > 0:
            head = words[at - 1]
            opens = at < 3 or any(not token.is_word for token in words[at - 3 : at - 1])
            if opens and _agrees(head, form) and head.word not in _BE | _HAVE | _DO:
                return True
    return False


def _forms_after(helper: str) -> tuple[Form, ...]:
    """The forms that may stand after an auxiliary, or after none."""
    if helper in _WILL or helper in _DO:
        return ("base",)
    if helper in _HAVE:
        return ("participle",)
    if helper in _BE:
        return "participle", "ing"
    return "past", "third", "base", "ing"


def _agrees(subject: Token, form: Form | None) -> bool:
    """Whether the word before may end the subject of this form: a plural before "plan"."""
    word = subject.word
    plural = (
        word in _PLURALS
        or word.isdigit()
        or (word.endswith("s") and not word.endswith(("ss", "us", "'s")))
    )
    if form == "base":
        return plural
    if form == "third":
        return subject.capital or word in {"he", "she", "it", "who", "which", "and"} or not plural
    if form == "ing":
        return plural or subject.capital or word in _LEADS_PARTICIPLE
    return True


def _past_raising(words: Sequence[Token], first: int, helpers: Sequence[str]) -> int:
    if not helpers or helpers[-1] != "to":
        return first
    while first > 0 and (words[first - 1].word in _RAISING | _AUXILIARY | {"on"}):
        first -= 1
    return first


def _past_quoted_as(words: Sequence[Token], first: int) -> int:
    start = first - 1
    while start > 0 and (
        words[start - 1].word in {"quoted", "cited"} or words[start - 1].word in _AUXILIARY
    ):
        start -= 1
    return start if start < first - 1 else first
