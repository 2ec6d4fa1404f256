"""Whether the words of a sentence put a time ahead of the writer or behind."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from scenesetter.gather.lexicon import lexicon

_WORDS = {name: frozenset(words) for name, words in lexicon("tense").items()}

_REACH = 160
"""Characters read on either side; a bound that keeps long lines without stops linear."""

_NEAR = 6
"""Words after "Friday's" within which its verb follows: "Friday's round of talks will"."""

_BOUNDARY = re.compile(
    r"""(?:\.(?<![A-Z]\.)(?<!\b[ap]\.m\.)(?<!(?:Mr|Ms|Dr|St|Lt)\.)(?<!(?:Mrs|Jan|Feb|Mar|Apr)\.)
        (?<!(?:Aug|Sep|Oct|Nov|Dec|Sen|Gov|Gen|Rep|Col)\.)(?<!Sept\.)|[!?;]|:(?!\d))
        ["”’'`)]{0,2}\s|\n\n""",
    re.VERBOSE,
)
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")


class Tense(NamedTuple):
    """`words` are those that decide: "is set to attend"."""

    ahead: bool
    words: str


class _Word(NamedTuple):
    start: int
    end: int
    plain: str
    """In small letters, with a straight apostrophe."""
    lower: bool
    """It begins with a small letter."""


def tense_beside(text: str, start: int, end: int) -> Tense | None:
    """What the verb that `text[start:end]` hangs on says; None where none says it."""
    before, after = _before(text, start), _after(text, end)
    lead = _without_lead(before)
    if before and before[-1].plain in _WORDS["up_to_now"]:
        return Tense(False, before[-1].plain)
    if _has_until(before) or (before and before[-1].plain in _WORDS["from_then"]):
        return Tense(True, before[-1].plain)
    if text.startswith(("'s ", "’s "), end):
        opens = len(lead) <= 1  # elsewhere "vowed at Friday's summit to act" is the verb's before
        near = after[1:] if opens else after[1:_NEAR]
        found = _forward(text, near, infinitives=opens)
        return found or _backward(text, before, infinitives=False)
    if before and before[-1].plain in {"the", "a"} and len(lead) > 1:  # "the Nov. 18 talks"
        return _backward(text, before, infinitives=False)
    opens = len(lead) <= 1 or lead[-1].plain in _WORDS["joins_clauses"]
    adjoining = bool(after) and not text[end : after[0].start].strip()
    if opens or (adjoining and _is_auxiliary(after[0].plain)):
        found = _forward(text, after) or _backward(text, before)
    else:
        found = _backward(text, before) or _forward(text, after)
    if found is None and before and before[-1].plain in _WORDS["deadline"]:
        return Tense(True, before[-1].plain)
    return found


def is_past(word: str) -> bool:
    """Whether a word in small letters is a past form."""
    return _of_word(word) is False


def _before(text: str, start: int) -> list[_Word]:
    floor = max(0, start - _REACH)
    window = text[floor:start]
    cut = max((match.end() for match in _BOUNDARY.finditer(window)), default=0)
    return _tokens(window[cut:], floor + cut)


def _after(text: str, end: int) -> list[_Word]:
    window = text[end : end + _REACH]
    boundary = _BOUNDARY.search(window)
    return _tokens(window[: boundary.start() + 1] if boundary else window, end)


def _tokens(window: str, offset: int) -> list[_Word]:
    return [
        _Word(
            offset + match.start(),
            offset + match.end(),
            match[0].lower().replace("’", "'"),
            match[0][0].islower(),
        )
        for match in _WORD.finditer(window)
    ]


def _without_lead(before: Sequence[_Word]) -> Sequence[_Word]:
    """Without the words that lead to the time itself: "in early", "on the"."""
    place = len(before)
    while place and before[place - 1].plain in _WORDS["leads_in"]:
        place -= 1
    return before[:place]


def _has_until(before: Sequence[_Word]) -> bool:
    """ "Has been given until Friday", though "been given" alone looks back."""
    until = bool(before) and before[-1].plain in {"till", "until"}
    return until and any(word.plain in {"has", "have"} for word in before[-8:])


def _backward(text: str, words: Sequence[_Word], *, infinitives: bool = True) -> Tense | None:
    """The nearest verb before; an infinitive looks ahead unless its own verb looks back.

    The main verb says nothing of a clause that hangs on it: "listed the points that matter".
    """
    ends = words[-1:] if words[-1:] and words[-1].plain != "on" else words[-2:-1]
    if ends and ends[0].plain in {"is", "are"}:  # "the next round is on Monday"
        return Tense(True, _slice(text, words, words.index(ends[0]), len(words) - 1))
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word.plain == "that" and place and words[place - 1].plain in _WORDS["asks_that"]:
            return Tense(True, _slice(text, words, place - 1, place))
        before = words[place - 1].plain if place else None
        if before and word.plain in _WORDS["opens_clause"] and _of_word(before) is None:
            return None
        if word.plain == "to" and place + 1 < len(words) and words[place + 1].lower:
            if words[place + 1].plain in _WORDS["no_infinitive"]:
                continue
            return _infinitive(text, words, place) if infinitives else None
        found = _verb(text, words, place)
        if found:
            return found
    return None


def _forward(text: str, words: Sequence[_Word], *, infinitives: bool = True) -> Tense | None:
    for place, word in enumerate(words):
        follower = words[place + 1] if place + 1 < len(words) else word
        if word.plain == "to" and follower.lower and follower.plain not in _WORDS["no_infinitive"]:
            return _infinitive(text, words, place) if infinitives else None
        found = _verb(text, words, place)
        if found:
            return found
    return None


def _infinitive(text: str, words: Sequence[_Word], place: int) -> Tense:
    """Of "to" at `place`: "is set to attend", "failed to agree"."""
    governor = place - 1
    while governor >= 0 and words[governor].plain in _WORDS["between"]:
        governor -= 1
    looks_back = governor >= 0 and words[governor].plain in _WORDS["looks_past"]
    first = governor if governor >= 0 and place - governor <= 3 else place
    if first and words[first - 1].plain in {"is", "are", "was", "were"}:
        first -= 1
    return Tense(not looks_back, _slice(text, words, first, place + 1))


def _verb(text: str, words: Sequence[_Word], place: int) -> Tense | None:
    """What the word at `place` says together with the words before it that belong to its form."""
    plain = words[place].plain
    verdict = _of_word(plain)
    if verdict is None and plain not in _WORDS["planned"] and not plain.endswith("ing"):
        return None
    first = place
    while first and words[first - 1].plain in _WORDS["between"]:
        first -= 1
    helpers = {word.plain for word in words[first:place]}
    helper = words[first - 1].plain if first else ""
    if helper != "had" and _is_plan(words, place, helpers):
        return Tense(True, _slice(text, words, first, place))
    if verdict is False and helper in {"will", "shall"} and plain == "have":
        return Tense(True, _slice(text, words, first - 1, place))
    if verdict is None or (verdict is False and "be" in helpers):
        return None  # "must be signed": what stands before decides
    return Tense(verdict, _slice(text, words, first if helpers else place, place))


def _is_plan(words: Sequence[_Word], place: int, helpers: Collection[str]) -> bool:
    """ "Is meeting", "are expected", "a visit scheduled", "a visit set for"."""
    plain = words[place].plain
    if plain.endswith("ing"):
        return not _WORDS["present"].isdisjoint(helpers)
    if plain not in _WORDS["planned"]:
        return False
    arranged = place + 1 < len(words) and words[place + 1].plain == "for"
    being = not {"is", "are", "be", "been"}.isdisjoint(helpers)
    return arranged or being or plain in _WORDS["planned_alone"]


def _slice(text: str, words: Sequence[_Word], first: int, last: int) -> str:
    last = min(last, len(words) - 1)
    return " ".join(text[words[first].start : words[last].end].split())


def _is_auxiliary(word: str) -> bool:
    return word in _WORDS["ahead"] or word in {"was", "were", "had", "has", "have", "did"}


def _of_word(word: str) -> bool | None:
    if word in _WORDS["ahead"]:
        return True
    if word in _WORDS["behind"]:
        return False
    past = len(word) > 4 and word.endswith("ed") and word not in _WORDS["not_past"]
    return False if past else None
