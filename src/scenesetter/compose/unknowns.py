"""What the notes do not say: said out loud, never left blank."""

import re
from collections.abc import Mapping, Sequence

from scenesetter.compose.sides import party_of
from scenesetter.model.engagement import Engagement, Person
from scenesetter.model.fact import Fact
from scenesetter.model.topic import Topic


def of_issue(facts: Sequence[Fact], topic: Topic | None, engagement: Engagement) -> tuple[str, ...]:
    """Gaps of one issue, the gravest first."""
    gaps = [
        f"Nobody speaks for {party.name} on this issue in the notes."
        for party in engagement.parties
        if not any(party_of(fact, engagement) == party for fact in facts)
    ]
    missing = [
        expected.label
        for expected in (topic.expects if topic else ())
        if not any(_speaks_of(fact, expected.terms) for fact in facts)
    ]
    if missing:
        gaps.append(f"Nothing in the notes on: {'; '.join(missing)}.")
    notes = {passage.note for fact in facts for passage in fact.passages}
    if len(notes) == 1:
        gaps.append("Everything on this issue comes from a single note.")
    undated = sum(fact.as_of is None for fact in facts)
    if undated:
        gaps.append(f"{_counted(undated, 'fact rests', 'facts rest')} on a note without a date.")
    unsure = sum(fact.holder is not None and fact.holder.unsure for fact in facts)
    if unsure:
        gaps.append(f"In {_counted(unsure, 'fact', 'facts')} it is not certain who is meant.")
    if facts and not any(fact.engagement == engagement.title for fact in facts):
        gaps.append("Nothing here is known to be about this meeting; see the dates.")
    return tuple(gaps)


def of_engagement(engagement: Engagement, people: Sequence[Person]) -> tuple[str, ...]:
    """What nobody has said of the engagement itself."""
    wanted = {
        "the date": engagement.date,
        "the place": engagement.place,
        "the principal": engagement.principal,
        "the parties": engagement.parties or None,
    }
    gaps = []
    if unknown := [name for name, value in wanted.items() if value is None]:
        gaps.append(f"Not stated for this engagement: {', '.join(unknown)}.")
    if engagement.parties and engagement.home is None:
        gaps.append("Nobody has said which party is ours; positions stand by party.")
    if engagement.date and not engagement.meetings:
        gaps.append("The last meeting is not stated.")
    if untold := [person.name for person in people if not person.biography]:
        gaps.append(f"No biography was given of {', '.join(untold)}.")
    return tuple(gaps)


def of_agenda(
    empty: Sequence[str], silent: Mapping[str, Sequence[str]], elsewhere: int
) -> tuple[str, ...]:
    """Titles of issues without a fact, and by side of those without its wish; `elsewhere`
    counts facts that bear on something else."""
    gaps = [f"No information on {title} in the notes." for title in empty]
    gaps += [
        f"No request or undertaking by {side} in the notes on {', '.join(titles)}."
        for side, titles in silent.items()
        if titles
    ]
    if elsewhere:
        gaps.append(
            f"{_counted(elsewhere, 'further fact', 'further facts')} of the notes did not seem "
            "to be about this engagement; scenesetter facts lists them."
        )
    return tuple(gaps)


def _speaks_of(fact: Fact, terms: Sequence[str]) -> bool:
    """A term stands at the start of a word; a final "*" is implied by that."""
    stems = "|".join(re.escape(term.rstrip("*")) for term in terms)
    return re.search(rf"\b(?:{stems})", fact.text, re.IGNORECASE) is not None


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
