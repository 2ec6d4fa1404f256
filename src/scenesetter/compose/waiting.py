"""Facts that wait for a ruling and are left out: of what the pack lacks for that it does not say
that the notes lack it.

How many wait is counted of what these readers may see. Readers outside are told of no gap.
"""

from collections import Counter
from collections.abc import Sequence

from scenesetter.compose.papers import OTHER, Draft, issue_of
from scenesetter.compose.sections import UNKNOWN, Selection
from scenesetter.compose.setting import Basis
from scenesetter.model.audience import Audience
from scenesetter.model.engagement import Briefing
from scenesetter.model.fact import Fact


def basis_of(briefing: Briefing, waiting: Sequence[Fact], audience: Audience) -> Basis:
    if not waiting or audience.releasable:
        return Basis()
    stand = "The facts that stand" if briefing.unreviewed else "The facts accepted so far"
    return Basis(stand, tuple(waiting))


def with_waiting(drafts: Sequence[Draft], basis: Basis, audience: Audience) -> list[Draft]:
    """The papers with how many facts wait on each."""
    agenda = {draft.topic.name for draft in drafts}
    counts = Counter(issue_of(fact, agenda) or OTHER.name for fact in basis.waiting)
    return [_with_waiting(draft, counts[draft.topic.name], basis, audience) for draft in drafts]


def gaps_with_waiting(gaps: Sequence[str], basis: Basis) -> tuple[str, ...]:
    """Those of the pack, with how many facts wait at their head."""
    count = len(basis.waiting)
    return (*([f"{_wait(count)}."] if count else []), *gaps)


def _with_waiting(draft: Draft, count: int, basis: Basis, audience: Audience) -> Draft:
    unknown = list(draft.unknown)
    if count and UNKNOWN in audience.sections and draft.held:
        unknown.append(f"{_wait(count, ' on this issue')}.")
    return draft._replace(
        bottom_line=_with_gap(draft.bottom_line, count, basis),
        sections=tuple(_with_gap(one, count, basis) for one in draft.sections),
        unknown=tuple(unknown),
    )


def _with_gap(one: Selection, count: int, basis: Basis) -> Selection:
    if count and one.gap == basis.nothing:
        return one._replace(gap=f"{one.gap.rstrip('.')}; {_wait(count)}.")
    return one


def _wait(count: int, where: str = "") -> str:
    if count == 1:
        return f"1 fact{where} waits for a ruling and is left out"
    return f"{count} facts{where} wait for a ruling and are left out"
