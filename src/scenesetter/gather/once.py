"""The facts of one passage, each thing once."""

from collections.abc import Collection, Sequence

from scenesetter.gather.attribution.wishes import WISHES
from scenesetter.gather.passages import MOST_TELLING
from scenesetter.model.fact import Fact


def once(facts: Sequence[Fact]) -> list[Fact]:
    """One fact a holder, the most telling; a passage that somebody is cited for is not told a
    second time as the note's own.

    A note may call the same person by several words in a sentence ("the minister ..., but she
    also warned"), and only their holders tell that they are one.
    """
    held = [fact for fact in facts if fact.holder]
    if not held:
        return list(facts[:1])
    by_holder: dict[str, list[Fact]] = {}
    for fact in held:
        by_holder.setdefault(fact.holder.name if fact.holder else "", []).append(fact)
    told = [
        _most_telling(alike) for name, alike in by_holder.items() if not _again(name, by_holder)
    ]
    return _beside_speaker(told)


def _again(name: str, by_holder: Collection[str]) -> bool:
    """The same people in fewer words: "critics of the plan say ..., but the critics agree"."""
    return any(other != name and other.startswith(f"{name} of ") for other in by_holder)


def _beside_speaker(facts: Sequence[Fact]) -> list[Fact]:
    """In a transcript the wishes and promises, or else what comes first: "We know that, and the
    union supports it" is told once."""
    speaks = any(fact.holder and fact.holder.link == "speaker's turn" for fact in facts)
    if len(facts) == 1 or not speaks:
        return list(facts)
    return [fact for fact in facts if fact.kind in WISHES] or [min(facts, key=_cue_start)]


def _cue_start(fact: Fact) -> int:
    return fact.passages[0].cue[0][0] if fact.passages[0].cue else -1


def _most_telling(alike: Sequence[Fact]) -> Fact:
    first = min(alike, key=lambda fact: MOST_TELLING.index(fact.kind))
    return first.model_copy(update={"friction": any(fact.friction for fact in alike)})
