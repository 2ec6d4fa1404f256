"""What the notes do not say: said out loud, never left blank."""

from collections.abc import Mapping, Sequence

from scenesetter.compose.sections import UNKNOWN, Selection
from scenesetter.compose.setting import Basis, Setting
from scenesetter.compose.sides import party_of
from scenesetter.model.engagement import Engagement, Person
from scenesetter.model.fact import Fact
from scenesetter.model.terms import names_one
from scenesetter.model.topic import Topic

FEW = 4
"""Names that a line of gaps lists one by one."""
AT_LEAST = 3
"""Lines of gaps that even a paper of a single fact may have."""


def of_issue(
    facts: Sequence[Fact], printed: Sequence[Fact], topic: Topic, setting: Setting
) -> tuple[str, ...]:
    """Gaps of one issue, the gravest first; `printed` are those of its facts that are shown."""
    engagement, within = setting.engagement, setting.basis.within
    gaps = []
    speaking = {party_of(fact, engagement) for fact in facts}
    if silent := [party.name for party in engagement.parties if party not in speaking]:
        gaps.append(f"Nobody speaks for {_either(silent)} on this issue in {within}.")
    if unsure := _unsure(printed):
        gaps.append(f"Not certain who is meant: {'; '.join(unsure)}.")
    missing = [
        expected.label
        for expected in topic.expects
        if not any(names_one(fact.text, expected.terms) for fact in facts)
    ]
    if missing:
        gaps.append(f"Nothing in {within} on: {'; '.join(missing)}.")
    notes = {passage.note for fact in facts for passage in fact.passages}
    if len(notes) == 1:
        gaps.append("Everything on this issue comes from a single note.")
    undated = sum(fact.as_of is None for fact in facts)
    if undated == len(facts):
        gaps.append("Everything on this issue comes from notes without a date.")
    elif undated:
        gaps.append(f"{_counted(undated, 'fact rests', 'facts rest')} on a note without a date.")
    if engagement.date and not any(fact.engagement == engagement.title for fact in facts):
        gaps.append("Nothing here is known to be about this meeting; see the dates.")
    return tuple(gaps)


def shortened(
    gaps: Sequence[str], empty: Sequence[Selection], printed: int, setting: Setting
) -> tuple[str, ...]:
    """At most as many gaps as the readers' limit says, and the empty sections in a line of their
    own, but hardly more lines than the paper has printed facts."""
    kept = list(gaps[: setting.audience.limits.get(UNKNOWN, 0) or None])
    if empty:
        titles = ", ".join(one.title.lower() for one in empty)
        kept = [
            *kept[: max(printed, AT_LEAST) - 1],
            f"Nothing further in {setting.basis.within} under: {titles}.",
        ]
    return tuple(kept[: max(printed, AT_LEAST)])


def _unsure(facts: Sequence[Fact]) -> list[str]:
    """By whose words of the note it is uncertain which name is meant, each once."""
    holders = [fact.holder for fact in facts if fact.holder and fact.holder.unsure]
    told = (
        f"“{one.words}” is taken for {one.name}"
        if one.words and one.words != one.name
        else one.name
        for one in holders
    )
    return list(dict.fromkeys(told))


def _either(names: Sequence[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


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
        named = ", ".join(untold) if len(untold) <= FEW else f"{len(untold)} of the people"
        gaps.append(f"No biography was given of {named}.")
    return tuple(gaps)


def of_agenda(
    empty: Sequence[str], silent: Mapping[str, Sequence[str]], elsewhere: int, basis: Basis
) -> tuple[str, ...]:
    """Titles of issues without a fact, and by side of those without its wish; `elsewhere`
    counts facts that bear on something else."""
    gaps = [f"No information on {title} in {basis.within}." for title in empty]
    gaps += [
        f"No request or undertaking by {side} in {basis.within} on {', '.join(titles)}."
        for side, titles in silent.items()
        if titles
    ]
    if elsewhere:
        gaps.append(
            f"{_counted(elsewhere, 'further fact', 'further facts')} of the notes did not seem "
            "to be about this engagement; scenesetter facts lists them."
        )
    return tuple(gaps)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
