"""Whose side a fact's holder is on."""

from collections import Counter
from collections.abc import Sequence

from scenesetter.model.engagement import Engagement, Party
from scenesetter.model.fact import Fact


def party_of(fact: Fact, engagement: Engagement) -> Party | None:
    """The party of the engagement that the holder speaks for, or is: its unnamed officials too."""
    if fact.holder is None:
        return None
    names = {fact.holder.party, fact.holder.name}
    return next((party for party in engagement.parties if party.name in names), None)


def side_of(fact: Fact, engagement: Engagement) -> str | None:
    """home, counterpart or third; "party" where nobody has said which side is ours."""
    party = party_of(fact, engagement)
    return (party.side or "party") if party else None


def with_speaking_parties(engagement: Engagement, facts: Sequence[Fact]) -> Engagement:
    """Where fewer than two of the stated parties speak in the notes: those besides for whom the
    notes' holders speak, most facts first. Nobody has said which side they are on, and none is
    guessed. An engagement with a home side is complete."""
    if engagement.home is not None:
        return engagement
    stated = {party.name for party in engagement.parties}
    holders = [fact.holder for fact in facts if fact.holder]
    speaking = Counter(holder.party for holder in holders if holder.party)
    most = sorted(speaking.keys() - stated, key=lambda name: (-speaking[name], name))
    added = [Party(name=name) for name in most[: max(0, 2 - len(stated & speaking.keys()))]]
    return engagement.model_copy(update={"parties": (*engagement.parties, *added)})
