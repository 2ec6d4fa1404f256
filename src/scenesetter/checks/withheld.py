"""Rules on what is kept from a reader."""

from collections.abc import Iterator, Sequence

from scenesetter.findings import Finding
from scenesetter.model.audience import Audience
from scenesetter.model.fact import Fact
from scenesetter.model.note import Note


def read_otherwise(
    seen: Sequence[Fact], desk: Sequence[Fact], notes: Sequence[Note], audience: Audience
) -> Iterator[Finding]:
    """REL-01, for the desk alone: facts that are another's words, or that run over a gap, because
    what stands before them is kept from these readers."""
    texts = {note.name: note.text for note in notes}
    told: dict[tuple[str, str], list[str | None]] = {}
    """Of a passage, which may hold several facts, whose words each of them is."""
    for fact in desk:
        for one in fact.passages:
            told.setdefault((one.note, one.exact), []).append(_whose(fact))
    for fact in seen:
        passage = fact.passages[0]
        here = _whose(fact)
        there = told.get((passage.note, passage.exact), [here])
        words = f"“{passage.exact[:60]}” in the pack for {audience.name}"
        if passage.exact not in texts.get(passage.note, passage.exact):
            what = f"runs over words that these readers may not see: {words}"
        elif here not in there:
            others = " or ".join(name or "nobody" for name in there)
            what = f"is told of {here or 'nobody'}, and at the desk of {others}: {words}"
        else:
            continue
        hint = "if that misleads, raise its mark too: scenesetter review"
        yield Finding("warning", "REL-01", passage.note, 0, what, hint)


def amended_for_others(
    seen: Sequence[Fact], desk: Sequence[Fact], audience: Audience
) -> Iterator[Finding]:
    """REL-01, for the desk alone: facts whose amended text these readers do not get, because it was
    written in sight of what they may not see."""
    amended = {
        name for fact in desk if fact.original is not None for name in (fact.id, *fact.same_as)
    }
    for fact in seen:
        if fact.original is None and fact.id in amended:
            words = f"“{fact.text[:60]}”"
            what = f"is in the note's own words in the pack for {audience.name}: {words}"
            hint = "its amended text was written in sight of what these readers may not see"
            yield Finding("info", "REL-01", fact.passages[0].note, 0, what, hint)


def _whose(fact: Fact) -> str | None:
    return fact.holder.name if fact.holder else None
