"""What the notes disagree on, said beside the facts: each side with its source."""

from collections.abc import Sequence
from typing import NamedTuple

from scenesetter.compose.sections import CONFLICTS, Cluster, Selection
from scenesetter.compose.setting import Basis, Setting
from scenesetter.model.conflict import Conflict, Difference
from scenesetter.model.fact import Fact

TITLE = "Where the notes disagree"
LABELS: dict[Difference, str] = {"figure": "Figure", "date": "Date", "opposite": "Yes or no"}


class Disagreement(NamedTuple):
    """A conflict with its facts, side by side, under a label ready to print."""

    label: str
    facts: tuple[Fact, ...]


def disagreements(conflicts: Sequence[Conflict], facts: Sequence[Fact]) -> list[Disagreement]:
    """The section's title says for all of its facts that others stand against them."""
    by_id = {fact.id: fact.model_copy(update={"contradicts": ()}) for fact in facts}
    return [
        Disagreement(
            _label(conflict), tuple(by_id[name] for side in conflict.sides for name in side.facts)
        )
        for conflict in conflicts
    ]


def disagreed_on(
    disagreed: Sequence[Disagreement], facts: Sequence[Fact], setting: Setting
) -> Selection | None:
    """The section of a paper that holds these facts, None where nothing disagrees with them.

    Both sides are printed, however long; the audience's limit counts disagreements.
    """
    held = {fact.id for fact in facts}
    here = [one for one in disagreed if any(fact.id in held for fact in one.facts)]
    if not here:
        return None
    shown = here[: setting.audience.limits.get(CONFLICTS) or None]
    gap = _left(len(here) - len(shown), setting.basis)
    clusters = tuple(Cluster(one.label, None, one.facts) for one in shown)
    return Selection(CONFLICTS, TITLE, "points", clusters, gap)


def one_of_each(facts: Sequence[Fact], contrary: Selection | None) -> list[Fact]:
    """The facts without those that stand against a better one of them in the section `contrary`,
    where both are printed."""
    told: set[str] = set()
    for cluster in contrary.clusters if contrary else ():
        names = {fact.id for fact in cluster.facts}
        told |= {fact.id for fact in [fact for fact in facts if fact.id in names][1:]}
    return [fact for fact in facts if fact.id not in told]


def _left(number: int, basis: Basis) -> str | None:
    if not number:
        return None
    return f"{basis.name} disagree on {number} more {'point' if number == 1 else 'points'} here."


def _label(conflict: Conflict) -> str:
    mark = "{}" if conflict.difference == "date" else "“{}”"
    told = " or ".join(mark.format(side.words) for side in conflict.sides if side.words)
    label = LABELS[conflict.difference]
    return f"{label}: {told}" if told else label
