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
    told = {
        (one.note, one.exact): fact.holder.name if fact.holder else None
        for fact in desk
        for one in fact.passages
    }
    for fact in seen:
        passage = fact.passages[0]
        here = fact.holder.name if fact.holder else None
        there = told.get((passage.note, passage.exact), here)
        words = f"“{passage.exact[:60]}” in the pack for {audience.name}"
        if passage.exact not in texts.get(passage.note, passage.exact):
            what = f"runs over words that these readers may not see: {words}"
        elif here != there:
            what = f"is told of {here or 'nobody'}, and at the desk of {there or 'nobody'}: {words}"
        else:
            continue
        hint = "if that misleads, raise its mark too: scenesetter review"
        yield Finding("warning", "REL-01", passage.note, 0, what, hint)
