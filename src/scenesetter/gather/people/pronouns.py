"""Whom "he" and "she" mean: the last fitting holder before them."""

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from scenesetter.gather.lexicon import lexicon
from scenesetter.gather.people import names, roles
from scenesetter.gather.people.mentions import Mention, Roster, mentions
from scenesetter.gather.prose.quoted import is_quoted
from scenesetter.gather.prose.sentences import sentences
from scenesetter.model.engagement import Person
from scenesetter.model.note import Block, Note

_PARAGRAPHS = 3
"""How far back a pronoun may reach, its own paragraph included."""

_REACH = 3000
"""Characters of a paragraph that are read; a bound that keeps one endless paragraph linear."""


class Antecedent(NamedTuple):
    person: Person
    unsure: bool


def antecedent(note: Note, start: int, pronoun: str, roster: Roster) -> Antecedent | None:
    """The person that a singular pronoun at `start` means, None where nobody fits.

    Looked for sentence by sentence backwards, outside quotation marks; inside a sentence the
    speaker comes before the subject and the subject before an object.
    """
    known = mentions(note.text, roster)
    for distance, block in enumerate(_bodies_before(note, start)):
        end = min(block.end, start)
        for first, last in reversed(sentences(note.text, max(block.start, end - _REACH), end)):
            low, high = (
                bisect_left(known, place, key=lambda mention: mention.start)
                for place in (first, last)
            )
            here = [
                mention
                for mention in known[low:high]
                if names.may_be(pronoun, mention.person.name)
                and not is_quoted(note.text, mention.start, mention.end)
            ]
            if here:
                return _choice(note.text, first, here, far=distance > 1)
    return None


def _bodies_before(note: Note, start: int) -> list[Block]:
    """The last body paragraphs that begin before `start`, the nearest first."""
    last = bisect_right(note.blocks, start, key=lambda block: block.start)
    near = note.blocks[max(0, last - 3 * _PARAGRAPHS) : last]
    return [block for block in reversed(near) if block.kind == "body"][:_PARAGRAPHS]


def _choice(text: str, first: int, here: list[Mention], *, far: bool) -> Antecedent:
    scores: dict[str, int] = {}
    people = {mention.person.name: mention.person for mention in here}
    for place, mention in enumerate(here):
        score = _fitness(text, first, mention) + (place == 0)
        name = mention.person.name
        scores[name] = max(score, scores.get(name, score))
    ranked = sorted(scores.values(), reverse=True)
    best = max(scores, key=lambda name: scores[name])  # of equals the first in the sentence
    close = len(ranked) > 1 and ranked[0] - ranked[1] < 1
    return Antecedent(people[best], close or far)


def _fitness(text: str, first: int, mention: Mention) -> int:
    """2 for a speaker, less for an object or an owner."""
    after = re.findall(r"[\w’']+", text[mention.end : mention.end + 40])[:2]
    adjoining = text[mention.end : mention.end + 1] == " "
    before = text[max(first, mention.start - 60) : mention.start].split()[-5:]
    verbs = [word for word in after if word not in _words("between_subject_and_verb")][:1]
    score = 2 * (adjoining and any(map(roles.is_speech, verbs)))
    score = max(score, 2 * any(word in _words("inverted_speech") for word in before))
    score -= bool(before) and before[-1].lower() in _words("before_object")
    score -= 2 * (before[-1:] == ["the"] or before[-1:] == ["The"])  # the Biden administration
    return score - text.startswith(("'s", "’s"), mention.end)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("roles")[name])
