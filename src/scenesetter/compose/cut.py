"""What an audience may see: decided on notes and facts, before anything is composed from them."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scenesetter.compose.on_record import off_record
from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.model.audience import Audience
from scenesetter.model.engagement import Briefing
from scenesetter.model.fact import Fact
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.note import Note, Source

ALL = "*"


class Cut(NamedTuple):
    """The limits of one reader. `floor` is the mark of whatever has none of its own: the
    briefing's; `ceiling` is the rank of the highest level that the reader may see."""

    scheme: MarkingScheme
    floor: str | None
    ceiling: int
    controls: frozenset[str] = frozenset({ALL})
    releasable: bool = False
    on_record: bool = False
    issues: frozenset[str] = frozenset()
    """Empty: all."""

    @property
    def sees_all(self) -> bool:
        """Whether nothing that has a mark of the scheme can be kept from this reader."""
        kept_out = {one.name for one in self.scheme.controls if not one.permits} - self.controls
        limited = self.releasable or self.on_record or self.issues
        cleared = ALL in self.controls or not kept_out
        return cleared and not limited and self.ceiling == len(self.scheme.levels) - 1

    def sees(self, marking: str | None) -> bool:
        """Whether a mark is within the limits; one that the scheme does not know never is."""
        marking = marking or self.floor
        if marking is None:
            return True
        rank = self.scheme.rank(marking)
        if rank is None or rank > self.ceiling:
            return False
        return ALL in self.controls or self.controls.issuperset(self.scheme.controls_of(marking))

    def admits(self, source: Source) -> bool:
        """Whether a note of this source is read for the reader at all."""
        return (
            self.sees(source.marking)
            and (source.releasable or not self.releasable)
            and (source.record == "on" or not self.on_record)
        )

    def hears_of(self, issue: str) -> bool:
        return not self.issues or issue in self.issues

    def notes(self, notes: Iterable[Note]) -> tuple[Note, ...]:
        return tuple(note for note in notes if self.admits(note.source))

    def withheld(self, facts: Sequence[Fact]) -> list[Fact]:
        """Of facts with the marks and issues that rulings give them those kept from the reader,
        with the passages that are: for one reason at a time, because what is left may read
        otherwise without them."""
        reasons = (
            [fact for fact in facts if not self.sees(fact.marking)],
            [told for fact in facts if self.on_record and (told := off_record(fact))],
            [fact for fact in facts if not any(map(self.hears_of, fact.issues))],
        )
        return next((found for found in reasons if found), [])

    def heard(self, fact: Fact) -> Fact:
        """The fact as if there were no other issues than the reader's."""
        return fact.model_copy(
            update={
                "issues": tuple(filter(self.hears_of, fact.issues)),
                "bearings": tuple(one for one in fact.bearings if self.hears_of(one.issue)),
            }
        )

    def briefing(self, briefing: Briefing) -> Briefing:
        """With the reader's issues alone on the agenda, and nothing said of others; its sources are
        those of notes, and not the briefing's to tell."""
        engagement = briefing.engagement
        agenda = [
            item.model_copy(update={"issues": tuple(filter(self.hears_of, item.issues))})
            for item in engagement.agenda
            if not item.issues or any(map(self.hears_of, item.issues))
        ]
        offices = briefing.offices_on.items()
        fields = [(name.rpartition("/"), told) for name, told in briefing.fields.items()]
        return briefing.model_copy(
            update={
                "issues": tuple(filter(self.hears_of, briefing.issues)),
                "offices_on": {issue: named for issue, named in offices if self.hears_of(issue)},
                "fields": {
                    "".join(name): told
                    for name, told in fields
                    if not name[1] or self.hears_of(name[2])
                },
                "engagement": engagement.model_copy(update={"agenda": tuple(agenda)}),
                "sources": {},
            }
        )


def cut_for(audience: Audience, scheme: MarkingScheme, briefing: Briefing) -> Cut:
    """Raises UserError for a ceiling that the scheme does not know."""
    level = audience.ceiling.get(scheme.name)
    rank = 0 if level is None else scheme.rank(level)
    if rank is None:
        raise UserError(
            f"audience {audience.name}",
            f"its ceiling “{level}” is no level of the scheme {scheme.name}",
            f"the levels are: {scheme.known}",
        )
    return Cut(
        scheme,
        briefing.marking,
        rank,
        frozenset(audience.controls.get(scheme.name, ())),
        audience.releasable,
        audience.on_record,
        frozenset(audience.issues),
    )


def no_cut(scheme: MarkingScheme, briefing: Briefing) -> Cut:
    """That of the desk, which sees whatever has a mark of the scheme."""
    return Cut(scheme, briefing.marking, len(scheme.levels) - 1)


def in_common(cuts: Sequence[Cut]) -> Cut:
    """What every one of these readers may see."""
    first = cuts[0]
    open_to_all = [one.controls for one in cuts if ALL not in one.controls]
    limits = [one.issues for one in cuts if one.issues]
    return first._replace(
        ceiling=min(one.ceiling for one in cuts),
        controls=frozenset.intersection(*open_to_all) if open_to_all else first.controls,
        releasable=any(one.releasable for one in cuts),
        on_record=any(one.on_record for one in cuts),
        issues=frozenset.intersection(*limits) if limits else first.issues,
    )


def counted(notes: Sequence[Note], cut: Cut, audience: Audience, where: str) -> Iterator[Finding]:
    """REL-01, for the desk alone: how many notes an audience's pack is made without."""
    if left := len(notes) - len(cut.notes(notes)):
        what = f"{left} of {len(notes)} notes may not be seen by the audience {audience.name}"
        name = cut.scheme.name
        hint = f"nothing above its lowest level: its audience.toml has no [ceiling] for {name}"
        known = name in audience.ceiling
        yield Finding("info", "REL-01", where, 0, what, "" if known else hint)


def unknown_marks(notes: Sequence[Note], scheme: MarkingScheme) -> Iterator[Finding]:
    """Notes whose mark the scheme does not know: they reach no pack (MRK-06, MRK-40)."""
    for note in notes:
        marking = note.source.marking
        if marking is not None and scheme.rank(marking) is None:
            what = (
                f"its marking “{marking}” is no level of the scheme {scheme.name}; "
                "the note is left out of every pack"
            )
            table = f"[sources.{json.dumps(note.name, ensure_ascii=False)}]"
            hint = (
                f"write its marking here under {table} in briefing.toml: "
                f"{scheme.known}; or name under [briefing] the scheme that has it"
            )
            yield Finding("error", scheme.rule_of_labels, note.name, 0, what, hint)
