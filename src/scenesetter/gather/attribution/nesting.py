"""What one source tells of another: "Holm said that Berg wants the port open"."""

from collections.abc import Sequence

from scenesetter.model.fact import Attribution


def outermost(found: Sequence[Attribution]) -> list[Attribution]:
    """Without the attributions whose cue is part of what another one tells, in the same order."""
    pending = sorted(found, key=lambda one: one.content, reverse=True)
    around: list[Attribution] = []
    nested: set[int] = set()
    for one in sorted((one for one in found if one.cue), key=lambda one: one.cue):
        at = one.cue[0][0]
        while pending and pending[-1].content[0][0] <= at:
            around.append(pending.pop())
            while len(around) > 1 and around[-2].content[-1][1] <= at:
                del around[-2]
        if any(is_around(other, one) for other in around):
            nested.add(id(one))
    return [one for one in found if id(one) not in nested]


def is_around(outer: Attribution, inner: Attribution) -> bool:
    """Of two that each hold the other's cue the first told is around: `He agreed, records show`."""
    if outer is inner or not tells_of(outer, inner):
        return False
    return not tells_of(inner, outer) or outer.content < inner.content


def tells_of(outer: Attribution, inner: Attribution) -> bool:
    """Whether the cue of one attribution stands in the content of the other."""
    return bool(inner.cue) and all(
        any(start <= cue[0] and cue[1] <= end for start, end in outer.content) for cue in inner.cue
    )
