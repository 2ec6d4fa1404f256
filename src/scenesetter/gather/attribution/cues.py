"""Cues: the words that tell that somebody said, wanted, promised or judged something.

The words are data (`lexicons/cues.toml`); here they are inflected and found in a sentence.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from scenesetter.gather.attribution.tokens import Token
from scenesetter.gather.attribution.verb_groups import DOCUMENTS, Form, verb_group
from scenesetter.gather.lexicon import lexicon
from scenesetter.model.fact import FactKind


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
_AFTER_NOUNS = frozenset(_WORDS["after_nouns"])
_STANDS_ALONE = frozenset(lexicon("function_words")["speakers"]["stands_alone"])
_JOINS = frozenset(
    {"and", "but", "while", "that", "though", "although", "as", "because", "so", "yet"}
)
_AFTER_VERBS = frozenset(_WORDS["after_verbs"])
_DEGREES = frozenset({"most", "more", "very", "so", "less"})
_BEFORE_NOUNS = frozenset(_WORDS["before_nouns"])
_NAMES_A_THING = frozenset(_WORDS["names_a_thing"])
"""After these a word that could be a verb is a noun."""
_WILL = frozenset(_WORDS["will"] + _WORDS["do"])
_SINGULAR = frozenset({"he", "she", "it", "who", "which", "that", "also", "report", "law"})
_LONGER = 5
"""Letters of a word that a title begins with a capital, at least."""
_FEWEST_CAPITALS = 4
_ARTICLES = frozenset({"a", "an", "the"})
_POSSESSIVES = frozenset({"his", "her", "their", "its", "our", "my"})


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
    return {word: tuple(sorted(found.values(), key=_trial_order)) for word, found in table.items()}


def _trial_order(cue: Cue) -> tuple[int, bool]:
    """The longest first; `is committed to` is an adjective before it is a passive."""
    return -len(cue.particles), "adjective" not in cue.forms


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
    head: str, part: str, irregular: Mapping[str, Sequence[str | list[str]]]
) -> dict[str, frozenset[Form]]:
    if part == "adjectives":
        return {head: frozenset({"adjective"})}
    if part == "nouns":
        return {head: frozenset({"noun"})}
    third, past, participle, ing = irregular.get(head) or _regular(head)
    forms: dict[str, set[Form]] = {}
    pairs: tuple[tuple[str | list[str], Form], ...] = (
        (head, "base"),
        (third, "third"),
        (past, "past"),
        (participle, "participle"),
        (ing, "ing"),
    )
    for written, form in pairs:
        for word in [written] if isinstance(written, str) else written:
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
    is_title = _is_title(words)
    for index, token in enumerate(words):
        if index <= busy or token.quoted or token.word not in table:
            continue
        in_name = token.capital and index > 0 and words[index - 1].is_word
        finite = is_title and any(cue.forms & {"third", "past"} for cue in table[token.word])
        if in_name and not finite:
            continue  # "the United States"
        found = _read(words, index, table[token.word])
        if found is not None:
            busy = found.last
            yield found


def _is_title(words: Sequence[Token]) -> bool:
    """`Holm Says the Port Is Open`: every longer word begins with a capital."""
    if not all(token.capital for token in words if len(token.word) >= _LONGER):
        return False
    return sum(token.capital for token in words) >= _FEWEST_CAPITALS


def _read(words: Sequence[Token], index: int, candidates: tuple[Cue, ...]) -> Found | None:
    noun_here = _is_noun_here(words, index)
    for cue in candidates:
        last = index + len(cue.particles)
        if cue.particles != tuple(token.word for token in words[index + 1 : last + 1]):
            continue
        if cue.particles[-1:] == ("to",) and _is_infinitive(words, last + 1, candidates):
            continue  # "agreed to lower it" is "agree" with an infinitive
        if "noun" in cue.forms:
            if noun_here or _is_possessed(words, index) or _is_described(words, index):
                return Found(index, index, last, cue, "noun", negated=False, passive=False)
            continue
        if noun_here and "adjective" not in cue.forms:
            continue
        if not cue.particles and _is_noun_by_its_neighbour(words, index):
            continue
        found = _as_verb(words, index, last, cue)
        if found is not None:
            return found
    return None


def _as_verb(words: Sequence[Token], head: int, last: int, cue: Cue) -> Found | None:
    group = verb_group(words, head, cue.forms)
    if group is None:
        return None
    has = group.be == ["'s"] and "passive" not in cue.frames  # "he's called for it"
    passive = group.form == "participle" and bool(group.be) and not has
    return Found(group.first, head, last, cue, group.form, group.negated, passive)


@cache
def _also_nouns() -> frozenset[str]:
    bases = lexicon("cues")["also_nouns"]["words"]
    return frozenset(bases) | {_regular(base)[0] for base in bases}


@cache
def _mostly_nouns() -> frozenset[str]:
    return frozenset(lexicon("cues")["mostly_nouns"]["words"])


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
    before = words[index - 1].word if index > 0 else ""
    if before in _DEGREES and words[index].word.endswith("ing"):
        return True  # "the most telling promise"
    if index + 1 >= len(words) or words[index].word not in _also_nouns():
        return False
    if index > 0 and words[index - 1].word in _WILL:
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
    if before in _STANDS_ALONE and _is_verb_of_some(words, index):
        return False
    if before in _BEFORE_NOUNS and words[index].word in _also_nouns():
        return True
    if before in _NAMES_A_THING or (before != "'s" and before.endswith(("'s", "s'"))):
        return True
    return words[index].word in _mostly_nouns() and not (
        words[index - 1].capital or before in _SINGULAR | DOCUMENTS
    )


def _is_verb_of_some(words: Sequence[Token], index: int) -> bool:
    """`Some say`, `Many agreed with it`, not `Many claims were made`."""
    opens = index == 1 or not words[index - 2].is_word or words[index - 2].word in _JOINS
    if not opens or index + 1 >= len(words):
        return False
    after = words[index + 1].word
    sure = words[index].word not in _also_nouns() and not words[index].word.endswith(("ed", "s"))
    return sure or after in _AFTER_VERBS


def _is_described(words: Sequence[Token], index: int) -> bool:
    """`a forceful promise`: no verb of this form follows a noun in the singular."""
    if words[index].word.endswith("s") or words[index - 1].word.endswith("s"):
        return False
    for at in range(index - 1, max(0, index - 3), -1):
        between = words[at]
        if not between.is_word or between.capital or between.word in _NAMES_A_THING | _WILL:
            return False
        if words[at - 1].word in _ARTICLES:
            return True
    return False


def _is_possessed(words: Sequence[Token], index: int) -> bool:
    """`Peru's controversial proposal`: a possessive with nothing but adjectives after it."""
    for at in range(index - 2, max(-1, index - 4), -1):
        between = words[at + 1]
        if not between.is_word or between.capital or between.word in cues_by_word():
            return False
        if words[at].word in _POSSESSIVES or words[at].word.endswith(("'s", "s'")):
            return not between.word.endswith("s")
    return False
