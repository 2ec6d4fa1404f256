"""Cues: the words that tell that somebody said, wanted, promised or judged something.

The words are data (`lexicons/cues.toml`); here they are inflected and found in a sentence.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from scenesetter.gather.attribution.tokens import Token
from scenesetter.gather.lexicon import lexicon
from scenesetter.model.fact import FactKind

Form = Literal["base", "third", "past", "participle", "ing", "adjective", "noun"]


class Sense(NamedTuple):
    """What a cue makes of what it tells, in one frame."""

    kind: FactKind
    friction: bool
    negated: bool
    """Worth telling when negated."""


class Cue(NamedTuple):
    particles: tuple[str, ...]
    """The words after the head: "for" of "call for"."""
    forms: frozenset[Form]
    """The forms that the matched word may be: "asked" is past or participle."""
    frames: Mapping[str, Sense]


class Found(NamedTuple):
    """A cue in a sentence: token indices, `first` to `last` inclusive with its auxiliaries."""

    first: int
    head: int
    last: int
    cue: Cue
    form: Form
    negated: bool
    passive: bool


_WORDS: dict[str, list[str]] = lexicon("function_words")["cues"]
_BE = frozenset(_WORDS["be"])
_HAVE = frozenset(_WORDS["have"])
_WILL = frozenset(_WORDS["will"])
_DO = frozenset(_WORDS["do"])
_MODAL = frozenset(_WORDS["modal"])
_AUXILIARY = _BE | _HAVE | _WILL | _DO | _MODAL | {"to"}
_AFTER_NOUNS = frozenset(_WORDS["after_nouns"])
_NOT = frozenset(_WORDS["not"])
_ADVERBS = frozenset(_WORDS["adverbs"])
_NOT_ADVERBS = frozenset(_WORDS["not_adverbs"])
_NAMES_A_THING = frozenset(_WORDS["names_a_thing"])
"""After these a word that could be a verb is a noun."""
_PLURALS = frozenset(_WORDS["plurals"])
_LEADS_PARTICIPLE = frozenset(_WORDS["leads_participle"])
_TIES = frozenset({"of", "in", "at", "from", "for"})
_RAISING = frozenset(_WORDS["raising"])
"""Before "to" these leave the infinitive its subject: "he went on to say"."""


@cache
def cues_by_word() -> dict[str, tuple[Cue, ...]]:
    """Every inflected first word and the cues it may start, longest first."""
    data = lexicon("cues")
    table: dict[str, dict[tuple[tuple[str, ...], str], Cue]] = {}
    for part in ("verbs", "adjectives", "nouns"):
        for entry in data[part]:
            sense = Sense(entry["kind"], entry.get("friction", False), entry.get("negated", False))
            frames = dict.fromkeys(entry["frames"], sense)
            for phrase in entry["words"]:
                head, *particles = phrase.lower().split()
                for word, forms in _inflected(head, part, data["irregular"]).items():
                    key = (tuple(particles), part)
                    known = table.setdefault(word, {}).get(key)
                    senses = {**frames, **(known.frames if known else {})}
                    known_forms = known.forms if known else frozenset()
                    table[word][key] = Cue(tuple(particles), forms | known_forms, senses)
    return {
        word: tuple(sorted(found.values(), key=lambda cue: -len(cue.particles)))
        for word, found in table.items()
    }


def is_request(words: str) -> bool:
    """Whether the words of a cue ask by themselves: "urged", not "said" of what should be."""
    told = words.lower().split()
    return any(
        sense.kind == "request"
        for place, word in enumerate(told)
        for cue in cues_by_word().get(word, ())
        if cue.particles == tuple(told[place + 1 :])
        for sense in cue.frames.values()
    )


def _inflected(
    head: str, part: str, irregular: Mapping[str, Sequence[str]]
) -> dict[str, frozenset[Form]]:
    if part == "adjectives":
        return {head: frozenset({"adjective"})}
    if part == "nouns":
        return {head: frozenset({"noun"})}
    third, past, participle, ing = irregular.get(head) or _regular(head)
    forms: dict[str, set[Form]] = {}
    pairs: tuple[tuple[str, Form], ...] = (
        (head, "base"),
        (third, "third"),
        (past, "past"),
        (participle, "participle"),
        (ing, "ing"),
    )
    for word, form in pairs:
        forms.setdefault(word, set()).add(form)
    return {word: frozenset(found) for word, found in forms.items()}


def _regular(base: str) -> tuple[str, str, str, str]:
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base[:-1]}ied", f"{base}ing"
    third = f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s"
    if base.endswith("ee"):
        return third, f"{base}d", f"{base}d", f"{base}ing"
    stem = base.removesuffix("e")
    return third, f"{stem}ed", f"{stem}ed", f"{stem}ing"


def cues_in(words: Sequence[Token]) -> Iterator[Found]:
    """The cues of a sentence outside its quotation marks, in order."""
    table = cues_by_word()
    busy = -1
    for index, token in enumerate(words):
        if index <= busy or token.quoted or token.word not in table:
            continue
        if token.capital and index > 0 and words[index - 1].is_word:
            continue  # part of a name or a headline: "the United States"
        found = _read(words, index, table[token.word])
        if found is not None:
            busy = found.last
            yield found


def _read(words: Sequence[Token], index: int, candidates: tuple[Cue, ...]) -> Found | None:
    noun_here = _is_noun_here(words, index)
    for cue in candidates:
        last = index + len(cue.particles)
        if cue.particles != tuple(token.word for token in words[index + 1 : last + 1]):
            continue
        if cue.particles[-1:] == ("to",) and _is_infinitive(words, last + 1, candidates):
            continue  # "agreed to lower it" is "agree" with an infinitive
        if "noun" in cue.forms:
            if noun_here:
                return Found(index, index, last, cue, "noun", negated=False, passive=False)
            continue
        if noun_here and "adjective" not in cue.forms:
            continue
        if not cue.particles and _is_noun_by_its_neighbour(words, index):
            continue
        found = _with_auxiliaries(words, index, last, cue)
        if found is not None:
            return found
    return None


@cache
def _also_nouns() -> frozenset[str]:
    bases = lexicon("cues")["also_nouns"]["words"]
    return frozenset(bases) | {_regular(base)[0] for base in bases}


@cache
def fillers() -> frozenset[tuple[str, ...]]:
    """The cues, as words, by which a speaker speaks of his own speaking."""
    data = lexicon("cues")
    return frozenset(
        (word, *particles)
        for phrase in data["fillers"]["words"]
        for head, *particles in [phrase.split()]
        for word in _inflected(head, "verbs", data["irregular"])
    )


def _is_noun_by_its_neighbour(words: Sequence[Token], index: int) -> bool:
    """Told from what follows: "criminal charges were ...", "tweets shaming ..."."""
    if index + 1 >= len(words) or words[index].word not in _also_nouns():
        return False
    after = words[index + 1]
    return not after.quoted and (
        after.word in _AFTER_NOUNS or (after.word.endswith(("ing", "ed")) and not after.capital)
    )


def _is_infinitive(words: Sequence[Token], at: int, candidates: tuple[Cue, ...]) -> bool:
    """Whether token `at`, after "to", is a verb, where one of the cues would take it."""
    if not any("to" in cue.frames and not cue.particles for cue in candidates):
        return False
    return at < len(words) and not (
        words[at].capital or words[at].word in _NAMES_A_THING or words[at].word.endswith("ing")
    )


def _is_noun_here(words: Sequence[Token], index: int) -> bool:
    if index == 0:
        return False
    before = words[index - 1].word
    return before in _NAMES_A_THING or before.endswith(("'s", "s'"))


def _with_auxiliaries(words: Sequence[Token], index: int, last: int, cue: Cue) -> Found | None:
    """Reads the verb group leftwards and tells which form the word has in it."""
    first, negated, helpers = index, False, list[str]()
    while first > 0 and not words[first - 1].quoted:
        word = words[first - 1].word
        if word in _NOT or word.endswith("n't"):
            negated = True
        if word in _AUXILIARY:
            helpers.append(word)
        elif not (word in _NOT or is_adverb(word)):
            break
        first -= 1
        if word == "to" or index - first > 7:
            break
    form = _form(words, first, helpers, cue)
    if form is None:
        return None
    first = _past_raising(words, first, helpers)
    if form == "ing" and not helpers and words[first - 1 : first] and words[first - 1].word == "as":
        first = _past_quoted_as(words, first)
    passive = form == "participle" and any(word in _BE for word in helpers)
    return Found(first, index, last, cue, form, negated, passive)


def _form(words: Sequence[Token], first: int, helpers: Sequence[str], cue: Cue) -> Form | None:
    nearest = helpers[0] if helpers else ""
    if "adjective" in cue.forms:
        return "adjective" if any(word in _BE for word in helpers) else None
    if nearest == "to":
        governor = words[first - 1].word if first > 0 else ""
        on = governor == "on" and first > 1 and words[first - 2].word in _RAISING
        return "base" if "base" in cue.forms and (on or governor in _RAISING) else None
    if any(word in _MODAL for word in helpers):
        return None
    form = next((form for form in _forms_after(nearest) if form in cue.forms), None)
    before = words[first - 1] if first > 0 and not helpers else None
    joined = first > 1 and words[first - 2].word == "and"
    if before is not None and before.is_word and not (_agrees(before, form) or joined):
        return form if form == "base" and _has_plural_head(words, first) else None
    return form


def _has_plural_head(words: Sequence[Token], edge: int) -> bool:
    """`Opponents of the ban warn`: a plural opens the sentence or clause, tied on by "of"."""
    for at in range(edge - 2, max(-1, edge - 10), -1):
        if not words[at].is_word or words[at].quoted:
            return False
        if words[at].word in _TIES and at > 0:
            head = words[at - 1]
            opens = at < 3 or any(not token.is_word for token in words[at - 3 : at - 1])
            if opens and _agrees(head, "base") and head.word not in _BE | _HAVE | _DO:
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
    plural = word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "'s")))
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


def is_adverb(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS)
