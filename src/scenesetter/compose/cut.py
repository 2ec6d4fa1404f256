"""What an audience may see: decided on notes, before anything is gathered from them."""

from collections.abc import Iterator, Sequence

from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.model.audience import Audience
from scenesetter.model.engagement import Briefing
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.note import Note


def ceiling_of(audience: Audience, scheme: MarkingScheme) -> int:
    """Rank of the highest level the audience may see."""
    level = audience.ceiling.get(scheme.name)
    if level is None:
        return 0
    rank = scheme.rank(level)
    if rank is None:
        raise UserError(
            f"audience {audience.name}",
            f"its ceiling “{level}” is no level of the scheme {scheme.name}",
            f"the levels are: {', '.join(one.name for one in scheme.levels)}",
        )
    return rank


def visible(
    notes: Sequence[Note], briefing: Briefing, scheme: MarkingScheme, ceiling: int
) -> tuple[Note, ...]:
    """The notes at or below the ceiling. A note without a mark of its own has the briefing's;
    one whose mark the scheme does not know is above every ceiling."""
    return tuple(note for note in notes if may_see(note.source.marking, briefing, scheme, ceiling))


def may_see(marking: str | None, briefing: Briefing, scheme: MarkingScheme, ceiling: int) -> bool:
    """Whether a note of this mark, None where it has none of its own, is under the ceiling."""
    rank = _rank(marking, briefing, scheme)
    return rank is not None and rank <= ceiling


def withheld(
    notes: Sequence[Note],
    briefing: Briefing,
    scheme: MarkingScheme,
    audiences: Sequence[Audience],
    where: str,
) -> Iterator[Finding]:
    """REL-01: how many notes an audience's pack is made without; which they are is not said."""
    for audience in audiences:
        seen = visible(notes, briefing, scheme, ceiling_of(audience, scheme))
        if left := len(notes) - len(seen):
            what = f"{left} of {len(notes)} notes may not be seen by the audience {audience.name}"
            hint = "scenesetter check tells of every note, whatever its mark"
            yield Finding("warning", "REL-01", where, 0, what, hint)


def unknown_marks(
    notes: Sequence[Note], briefing: Briefing, scheme: MarkingScheme
) -> tuple[Finding, ...]:
    """Notes whose mark is no level of the scheme: they reach no pack (MRK-06)."""
    levels = ", ".join(level.name for level in scheme.levels)
    return tuple(
        Finding(
            "error",
            "MRK-06",
            note.name,
            0,
            f"its marking “{note.source.marking}” is no level of the scheme {scheme.name}; "
            "the note is left out of every pack",
            f'its levels: {levels}; to use another, write under [briefing]: scheme = "us"',
        )
        for note in notes
        if _rank(note.source.marking, briefing, scheme) is None
    )


def _rank(marking: str | None, briefing: Briefing, scheme: MarkingScheme) -> int | None:
    marking = marking or briefing.marking
    return 0 if marking is None else scheme.rank(marking)
