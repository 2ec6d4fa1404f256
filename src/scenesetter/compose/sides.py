"""Whose side a fact's holder is on."""

from scenesetter.model.engagement import Engagement, Party
from scenesetter.model.fact import Fact


def party_of(fact: Fact, engagement: Engagement) -> Party | None:
    """The party of the engagement that the holder speaks for, or is."""
    if fact.holder is None or fact.holder.anonymous:
        return None
    names = {fact.holder.party, fact.holder.name}
    return next((party for party in engagement.parties if party.name in names), None)


def side_of(fact: Fact, engagement: Engagement) -> str | None:
    """home, counterpart or third; "party" where nobody has said which side is ours."""
    party = party_of(fact, engagement)
    return (party.side or "party") if party else None
