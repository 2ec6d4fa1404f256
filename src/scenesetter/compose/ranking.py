"""Which facts a short paper prints first, and which are about this engagement at all."""

import re
from collections import Counter
from collections.abc import Sequence
from math import log

from scenesetter.compose.sides import side_of
from scenesetter.model.engagement import Engagement
from scenesetter.model.fact import Fact, FactKind
from scenesetter.model.terms import names_one

KIND: dict[FactKind, float] = {
    "request": 3.0,
    "commitment": 3.0,
    "quotation": 2.0,
    "position": 2.0,
    "assessment": 1.5,
    "figure": 1.5,
    "event": 0.5,
}
DISAGREES = 1.0
PARTY_SPEAKS = 2.0
PERSON_OF_ENGAGEMENT = 1.0
THIS_MEETING = 2.0
ON_ITS_ISSUE = 4.0
MOST_RELEVANT = 2.5
"""Beyond it, names no longer add up: a list of those present is no better for being long."""
NEAR = 0.5
"""What a name in the paragraph counts beside one in the passage."""
OUT_OF_CONTEXT = 3.0
TOO_SHORT = 8
"""Words below which a fact seldom stands on its own ("We have committed to use it.")."""
LEANS = re.compile(
    r"[“\"\[]*(?:It|Its|They|He|She|This|That|These|Those|Both|Such|Then|But|And|So|Also"
    r"|However|(?:\w+ ){1,3}(?:later|earlier|before|after)\b)"
)
"""Beginnings that lean on the sentence before."""
TOO_LONG = 45
"""Words above which a fact is hard to take in at a glance."""


class Relevance:
    """How much facts are about the engagement, by the rarity of its names among them.

    Inverse document frequency: a name that nearly every fact has near (the country whose
    ministry wrote all the notes) tells little. A meeting has two sides, and a fact must bear on
    the one that is less often named, or it is about something else (`bears`). That is asked only
    of a bare folder most of whose facts fail it, such as one of general press briefings: what a
    person put into a briefing, and what stands between facts about the meeting, belongs to it.
    """

    def __init__(self, facts: Sequence[Fact], engagement: Engagement) -> None:
        counts = Counter(name for fact in facts for name in (*fact.about, *fact.near))
        self._rarity = {name: log(len(facts) / count) for name, count in counts.items()}
        sides = [party.name for party in engagement.parties] or list(counts)
        rarities = sorted(self._rarity[name] for name in sides if name in counts)
        self._least = NEAR * rarities[min(1, len(rarities) - 1)] if rarities else 0.0
        passing = sum(map(self._names_it, facts))
        self._all = engagement.home is not None or passing == 0 or 2 * passing >= len(facts)

    def of(self, fact: Fact) -> float:
        """From the names in the passage itself."""
        return sum(self._rarity[name] for name in fact.about)

    def bears(self, fact: Fact) -> bool:
        """Whether it, with what stands around it, is about the engagement."""
        return self._all or self._names_it(fact)

    def _names_it(self, fact: Fact) -> bool:
        around = NEAR * sum(self._rarity[name] for name in fact.near)
        return bool(fact.about or fact.near) and self.of(fact) + around >= self._least


def names_its_issue(fact: Fact) -> bool:
    """Whether the issue shows in the fact itself, not only in the paragraph around it."""
    return bool(fact.bearings) and names_one(fact.text, fact.bearings[0].terms)


def ranked(facts: Sequence[Fact], engagement: Engagement, relevance: Relevance) -> list[Fact]:
    """Best first; equal ones in the order of their notes and passages."""
    people = {person.name for person in engagement.people}

    def weight(fact: Fact) -> float:
        words = len(fact.text.split())
        return (
            KIND[fact.kind]
            + (DISAGREES if fact.friction else 0.0)
            + (PARTY_SPEAKS if side_of(fact, engagement) else 0.0)
            + (PERSON_OF_ENGAGEMENT if fact.holder and fact.holder.name in people else 0.0)
            + (THIS_MEETING if fact.engagement == engagement.title else 0.0)
            + min(relevance.of(fact), MOST_RELEVANT)
            + (ON_ITS_ISSUE if names_its_issue(fact) else 0.0)
            - max(0, words - TOO_LONG) / TOO_LONG
            - (OUT_OF_CONTEXT if words < TOO_SHORT or LEANS.match(fact.text) else 0.0)
        )

    return sorted(
        facts, key=lambda fact: (-weight(fact), fact.passages[0].note, fact.passages[0].start)
    )
