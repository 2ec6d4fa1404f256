"""Whom "he" and "she" mean: the last fitting holder before them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from scenesetter.gather.lexicon import lexicon
from scenesetter.gather.people import names, roles, unnamed
from scenesetter.gather.people.mentions import Mention, Roster, mentions_within
from scenesetter.gather.people.turns import speaker_of
from scenesetter.gather.prose.quoted import is_quoted
from scenesetter.gather.prose.sentences import sentences
from scenesetter.model.fact import Holder, Span
from scenesetter.model.note import Block, Note

_PARAGRAPHS = 3
"""How far back a pronoun may reach, its own paragraph included."""

_OF_A_WOMAN = frozenset({"she", "her", "herself"})
_KNOWN_WOMAN = 2
"""How much a woman's given name says against one that may be either's."""
_CLEAR = 2
"""How far one who did not speak stands before another, where the choice is sure."""

_REACH = 3000
"""Characters of a paragraph that are read; a bound that keeps one endless paragraph linear."""


def antecedent(
    note: Note, start: int, pronoun: str, roster: Roster, told: Sequence[Span] = ()
) -> Holder | None:
    """Whom a singular pronoun at `start` means, None where nobody fits.

    Looked for sentence by sentence backwards, outside quotation marks; inside a sentence the
    speaker comes before the subject and the subject before an object. In a transcript it is
    never the speaker of the turn; nor whom a speaker names in what he tells (`told`): "Roe did it,
    he said".
    """
    blocks = _bodies_before(note, start)
    speaker = blocks[0].speaker if blocks else None
    himself = speaker_of(note, speaker, roster).name if speaker else None
    passed = False
    for distance, block in enumerate(blocks):
        end = min(block.end, start)
        for span in reversed(sentences(note.text, max(block.start, end - _REACH), end)):
            here = [
                mention
                for mention in mentions_within(note.text, span, roster)
                if names.may_be(pronoun, mention.person.name)
                and mention.person.name != himself
                and not _is_named_in(note.text, mention, told)
                and not is_quoted(note.text, mention.start, mention.end)
            ]
            opening = None if distance else _opening(note.text, span, here)
            if opening or here:
                doubted = passed and len({mention.person.name for mention in here}) > 1
                far = distance > 1 or doubted
                return opening or _choice(note.text, span[0], here, pronoun, far=far)
            passed = passed or unnamed.opens_with_office(note.text, span)
    return None


def _is_named_in(text: str, mention: Mention, told: Sequence[Span]) -> bool:
    """Also where the name leads into a quotation: `Roe "did it," he said`. Not as an owner: in
    "Roe's letter was late, he said" it may be Roe who speaks."""
    inside = any(
        (start <= mention.start and mention.end <= end) or mention.end + len(' "') == start
        for start, end in told
    )
    return inside and not text.startswith(("'s", "’s"), mention.end)


def block_at(note: Note, place: int) -> Block | None:
    """The block that begins last at or before a place of the note."""
    after = bisect_right(note.blocks, place, key=lambda block: block.start)
    return note.blocks[after - 1] if after else None


def paragraph_start(text: str, place: int) -> int:
    """Where the paragraph begins, a dateline before its block included."""
    blank = text.rfind("\n\n", 0, place)
    return blank + 2 if blank >= 0 else 0


def _opening(text: str, span: Span, here: list[Mention]) -> Holder | None:
    """Somebody without a name who opens the sentence is its subject: "A clerk met Roe"."""
    first = here[0].start if here else span[1]
    return unnamed.opening_person(text, (span[0], first))


def _bodies_before(note: Note, start: int) -> list[Block]:
    """The last body paragraphs that begin before `start`, the nearest first."""
    last = bisect_right(note.blocks, start, key=lambda block: block.start)
    near = note.blocks[max(0, last - 3 * _PARAGRAPHS) : last]
    return [block for block in reversed(near) if block.kind == "body"][:_PARAGRAPHS]


def _choice(text: str, first: int, here: list[Mention], pronoun: str, *, far: bool) -> Holder:
    """Sure of a speaker, and of a subject that stands beside an object alone."""
    scores: dict[str, int] = {}
    people = {mention.person.name: mention.person for mention in here}
    for place, mention in enumerate(here):
        score = _fitness(text, first, mention) + (place == 0)
        score += _KNOWN_WOMAN * names.is_woman(mention.person.name) * (pronoun in _OF_A_WOMAN)
        name = mention.person.name
        scores[name] = max(score, scores.get(name, score))
    ranked = sorted(scores.values(), reverse=True)
    best = people[max(scores, key=lambda name: scores[name])]  # of equals the first in the sentence
    close = len(ranked) > 1 and ranked[0] - ranked[1] < (1 if ranked[0] > 1 else _CLEAR)
    return Holder(
        name=best.name, role=best.role, party=best.party, unsure=close or far, link="pronoun"
    )


def _fitness(text: str, first: int, mention: Mention) -> int:
    """2 for a speaker, less for an object or an owner."""
    after = re.findall(r"[\w’']+", text[mention.end : mention.end + 40])[:2]
    adjoining = text[mention.end : mention.end + 1] == " "
    before = text[max(first, mention.start - 60) : mention.start].split()[-5:]
    verbs = [word for word in after if word not in _words("between_subject_and_verb")][:1]
    speaks = any(roles.is_speech(verb) and verb not in _words("no_words") for verb in verbs)
    score = 2 * (adjoining and speaks)
    score = max(score, 2 * any(word in _words("inverted_speech") for word in before))
    score -= bool(before) and before[-1].lower() in _words("before_object")
    score -= 2 * (before[-1:] == ["the"] or before[-1:] == ["The"])  # the Biden administration
    return score - text.startswith(("'s", "’s"), mention.end)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("roles")[name])
