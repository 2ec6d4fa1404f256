"""What is composed for each audience, from what it may see and from nothing else."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from scenesetter.checks.facts import check_facts
from scenesetter.checks.pack import check_pack
from scenesetter.clearing import cleared
from scenesetter.compose.cut import ceiling_of, may_see, visible, withheld
from scenesetter.compose.pack import Material, compose
from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.gathering import Gathered, gather, printable
from scenesetter.model.audience import Audience
from scenesetter.model.clearance import Clearers, Standing
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Fact
from scenesetter.model.note import Note
from scenesetter.model.pack import FindingEntry, Pack
from scenesetter.opening import Opened
from scenesetter.per_issue import noticed_in_pack, withheld_lines
from scenesetter.per_note import Progress


class Seen(NamedTuple):
    """All that a pack is made from: what its audience may see."""

    notes: tuple[Note, ...]
    gathered: Gathered
    held: int
    """Facts held back until somebody has accepted them."""


class Composed(NamedTuple):
    """A pack, the audience that it is for and what was noticed on the way."""

    audience: Audience
    pack: Pack
    findings: tuple[Finding, ...]
    seen: Seen
    clearers: Clearers = Clearers()
    standings: tuple[Standing, ...] = ()
    """Where each office stands with each paper of the pack."""


def composed(
    opened: Opened,
    audiences: Sequence[Audience],
    progress: Progress,
    desk: Sequence[Fact] | None = None,
) -> Iterator[Composed]:
    """A pack for each audience.

    With the facts of the desk it is also told what an audience does not get of the points.
    """
    by_ceiling: dict[int, Seen] = {}
    for audience in audiences:
        ceiling = ceiling_of(audience, opened.scheme)
        _refuse_above(opened, audience, ceiling)
        if ceiling not in by_ceiling:
            by_ceiling[ceiling] = _seen(opened, ceiling, progress)
        seen = by_ceiling[ceiling]
        pack, findings = _composed(opened, audience, ceiling, seen)
        if desk is not None:
            facts = seen.gathered.facts
            may_read = partial(
                may_see, briefing=opened.folder.briefing, scheme=opened.scheme, ceiling=ceiling
            )
            findings += withheld_lines(opened.points, desk, facts, may_read, audience)
        if seen.held:
            findings.append(held_back(opened, seen.held, f"are not printed for {audience.name}"))
        made = cleared(opened, audience, pack, at_desk=desk is not None)
        findings += made.findings
        yield Composed(audience, made.pack, tuple(findings), seen, made.clearers, made.standings)


def told(opened: Opened, audiences: Sequence[Audience]) -> list[Finding]:
    """What a build says of its folder: nothing of a note that none of its audiences may see.

    The log of a build travels with its packs; `check` and `gather` stay at the desk and tell all.
    """
    ceiling = max(ceiling_of(audience, opened.scheme) for audience in audiences)
    briefing, scheme = opened.folder.briefing, opened.scheme
    of_notes = [one for mark, one in opened.of_notes if may_see(mark, briefing, scheme, ceiling)]
    cut = withheld(opened.notes, briefing, scheme, audiences, opened.where)
    return [*opened.of_folder, *of_notes, *cut]


def held_back(opened: Opened, count: int, what: str) -> Finding:
    """RUL-05: facts that wait for a ruling in a briefing that prints no other."""
    path, _, line = opened.folder.place("briefing", "unreviewed").rpartition(":")
    hint = f"scenesetter review {opened.folder.root}"
    waiting = f"not accepted yet: {count} of the facts, which {what}"
    return Finding("warning", "RUL-05", path, int(line), waiting, hint)


def _seen(opened: Opened, ceiling: int, progress: Progress) -> Seen:
    notes = visible(opened.notes, opened.folder.briefing, opened.scheme, ceiling)
    found = gather(opened, notes, progress, ceiling)
    return Seen(notes, *printable(opened, found, ceiling))


def _composed(
    opened: Opened, audience: Audience, ceiling: int, seen: Seen
) -> tuple[Pack, list[Finding]]:
    briefing, found = opened.folder.briefing, seen.gathered
    points = [
        one for one in opened.points if may_see(one.marking, briefing, opened.scheme, ceiling)
    ]
    material = Material(
        briefing,
        found.read,
        found.facts,
        found.conflicts,
        _presented(opened, found),
        opened.topics,
        opened.scheme,
        points,
        opened.style,
    )
    pack = compose(material, audience)
    noticed = [
        *check_facts(found.facts, seen.notes),
        *check_pack(pack, opened.where),
        *noticed_in_pack(points, found.facts, pack, audience, opened.where),
    ]
    if "findings" in audience.parts:
        of_notes = [
            one for mark, one in opened.of_notes if may_see(mark, briefing, opened.scheme, ceiling)
        ]
        pack = pack.model_copy(update={"findings": _entries([*noticed, *of_notes], opened)})
    return pack, noticed


def _entries(noticed: Sequence[Finding], opened: Opened) -> tuple[FindingEntry, ...]:
    """In print a path begins at the briefing folder: a pack is the same wherever that lies."""
    root = f"{opened.folder.root}/"
    return tuple(
        FindingEntry(
            severity=one.severity,
            rule=one.rule,
            where=one.where.removeprefix(root),
            what=one.what,
            hint=one.hint,
        )
        for one in dict.fromkeys(noticed)
    )


def _refuse_above(opened: Opened, audience: Audience, ceiling: int) -> None:
    """A briefing whose own mark is above an audience has no pack for it, not even a title."""
    marking = opened.folder.briefing.marking
    rank = opened.scheme.rank(marking) if marking is not None else 0
    levels = ", ".join(level.name for level in opened.scheme.levels)
    if rank is None:
        raise UserError(
            opened.where,
            f"the marking “{marking}” is no level of the scheme {opened.scheme.name}",
            f"the levels are: {levels}",
        )
    if rank > ceiling:
        raise UserError(
            opened.where,
            f"the briefing is marked {marking}, above the ceiling of the audience {audience.name}",
            "choose others with --audience, or set [ceiling] in the audience's audience.toml",
        )


def _presented(opened: Opened, gathered: Gathered) -> tuple[Person, ...]:
    """The engagement's people, or those whom the notes place on a side and quote."""
    people = opened.folder.briefing.engagement.people
    if people:
        return people
    holders = [fact.holder.name for fact in gathered.facts if fact.holder]
    sides = [person for person in gathered.people if person.party and person.name in holders]
    return tuple(sorted(sides, key=lambda person: (-holders.count(person.name), person.name))[:12])
