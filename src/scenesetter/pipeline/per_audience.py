"""What is composed for each audience, from what it may see and from nothing else."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from scenesetter.checks.facts import check_facts
from scenesetter.checks.marks import check_marks
from scenesetter.checks.pack import check_pack
from scenesetter.checks.sources import grades_are_independent, single_sources_are_described
from scenesetter.checks.style import StyledPack, check_style
from scenesetter.compose.cut import Cut, cut_for
from scenesetter.compose.pack import Material, compose
from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.model.audience import Audience
from scenesetter.model.clearance import Clearers, Standing
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Fact
from scenesetter.model.pack import FindingEntry, Pack
from scenesetter.model.points import IssuePoints
from scenesetter.pipeline.clearing import cleared
from scenesetter.pipeline.gathering import Gathered, gather, printable
from scenesetter.pipeline.opening import Opened
from scenesetter.pipeline.per_issue import noticed_in_pack, readable
from scenesetter.pipeline.per_note import Progress
from scenesetter.tomlfiles.lines import nearest_line


class Seen(NamedTuple):
    """All that a pack is made from: what its reader may see."""

    cut: Cut
    gathered: Gathered
    points: tuple[IssuePoints, ...]
    held: tuple[Fact, ...]
    """Facts held back until somebody has accepted them."""

    @property
    def read(self) -> frozenset[str]:
        """Names of the notes that have something for him."""
        return frozenset(note.name for note in self.gathered.read)


class Composed(NamedTuple):
    """A pack, whom it is for, what it was made from and what was noticed on the way."""

    audience: Audience
    seen: Seen
    pack: Pack
    findings: tuple[Finding, ...]
    clearers: Clearers = Clearers()
    standings: tuple[Standing, ...] = ()
    """Where each office stands with each paper of the pack."""


def cuts_for(opened: Opened, audiences: Sequence[Audience]) -> list[Cut]:
    """Raises UserError for an audience that there can be no pack for."""
    briefing = opened.folder.briefing
    cuts = [cut_for(audience, opened.scheme, briefing) for audience in audiences]
    for audience, cut in zip(audiences, cuts, strict=True):
        _refuse_above(opened, audience, cut)
        for issue in audience.issues:
            opened.library.topic(issue)
    return cuts


def composed(
    opened: Opened, audiences: Sequence[Audience], progress: Progress, *, at_desk: bool = False
) -> Iterator[Composed]:
    """A pack for each audience. Those of the same limits are gathered for once."""
    made: list[Seen] = []
    for audience, cut in zip(audiences, cuts_for(opened, audiences), strict=True):
        seen = next((one for one in made if one.cut == cut), None)
        if seen is None:
            seen = _seen(opened, cut, progress)
            made.append(seen)
        pack = _pack(opened, audience, seen)
        shown = cleared(opened, audience, pack, at_desk=at_desk)
        noticed = tuple(_noticed(opened, audience, seen, pack))
        pack = _with_findings(shown.pack, noticed, opened, seen)
        noticed += shown.findings
        yield Composed(audience, seen, pack, noticed, shown.clearers, shown.standings)


def held_back(opened: Opened, count: int, what: str) -> Finding:
    """RUL-05: facts that wait for a ruling and are not printed: in a briefing that prints no other
    than accepted ones, else those that may be what somebody rejected."""
    folder, book = opened.folder, opened.book
    path, line = book.path, 0
    if not folder.briefing.unreviewed:
        path, line = opened.where, nearest_line(folder.lines, ("briefing", "unreviewed"))
    why = "rejected before, in other words or of another holder"
    waits = why if folder.briefing.unreviewed else "not accepted yet"
    facts = "a fact, which is" if count == 1 else f"{count} of the facts, which are"
    return Finding(
        "warning", "RUL-05", path, line, f"{waits}: {facts} {what}", "scenesetter review DIR"
    )


def _seen(opened: Opened, cut: Cut, progress: Progress) -> Seen:
    found = gather(opened, cut.notes(opened.notes), progress, cut)
    heard = [one for one in opened.points if cut.hears_of(one.issue)]
    points = tuple(readable(heard, cut.sees))
    gathered, held = printable(opened, found, cut)
    return Seen(cut, gathered, points, held)


def _pack(opened: Opened, audience: Audience, seen: Seen) -> Pack:
    material = Material(
        seen.cut.briefing(opened.folder.briefing),
        seen.gathered.read,
        seen.gathered.facts,
        seen.gathered.conflicts,
        _presented(opened, seen.gathered),
        [topic for topic in opened.topics if seen.cut.hears_of(topic.name)],
        opened.scheme,
        seen.points,
        opened.style,
        seen.held,
    )
    return compose(material, audience)


def findings_on_notes(opened: Opened, cut: Cut, read: Collection[str]) -> Iterator[Finding]:
    """What was noticed in the notes that a reader may see, as far as they have something for him:
    `read` are the names of those. Of a file that is no note yet nobody knows what it has."""
    names = {note.name for note in opened.notes}.difference(read)
    away = {str(path) for name, path in opened.folder.notes if name in names}
    for source, finding in opened.of_notes:
        if cut.admits(source) and finding.path not in away:
            yield finding


def _with_findings(pack: Pack, noticed: Sequence[Finding], opened: Opened, seen: Seen) -> Pack:
    """With those on this pack and on its notes, where it has a part for them. A path begins at the
    briefing folder, and commands have DIR: a pack is the same wherever that lies."""
    if "findings" not in pack.parts:
        return pack
    root = f"{opened.folder.root}/"
    of_notes = findings_on_notes(opened, seen.cut, seen.read)
    told = [one if seen.cut.sees_all else one._replace(line=0) for one in (*noticed, *of_notes)]
    entries = tuple(
        FindingEntry(
            severity=one.severity,
            rule=one.rule,
            where=one.where.removeprefix(root),
            what=one.what,
            hint=one.hint,
        )
        for one in dict.fromkeys(told)
    )
    return pack.model_copy(update={"findings": entries})


def _noticed(opened: Opened, audience: Audience, seen: Seen, pack: Pack) -> Iterator[Finding]:
    facts = seen.gathered.facts
    yield from check_facts(facts, seen.gathered.read)
    yield from check_pack(pack, opened.where)
    yield from check_marks(pack, opened.scheme, opened.folder.briefing, opened.folder.place)
    yield from single_sources_are_described(pack, opened.where)
    yield from grades_are_independent(facts, seen.gathered.read, opened.where)
    briefing = seen.cut.briefing(opened.folder.briefing)
    yield from check_style(StyledPack(pack, opened.style, audience, briefing, opened.where))
    yield from noticed_in_pack(seen.points, facts, pack, audience, opened.where)
    if not facts:
        what = f"no fact of the notes reaches the audience {audience.name}"
        hint = "what is kept from it: scenesetter check DIR"
        yield Finding("warning", "STR-08", opened.where, 0, what, hint)
    if seen.held:
        yield held_back(opened, len(seen.held), f"not printed for {audience.name}")


def unknown_marking(opened: Opened) -> Finding | None:
    """MRK-06, MRK-40: there is no pack of a briefing whose own mark the scheme does not know."""
    marking, scheme = opened.folder.briefing.marking, opened.scheme
    if marking is None or scheme.rank(marking) is not None:
        return None
    folder = opened.folder
    what = f"the marking “{marking}” is no level of the scheme {scheme.name}"
    line = nearest_line(folder.lines, ("briefing", "marking"))
    hint = f"the levels are: {scheme.known}"
    return Finding("error", scheme.rule_of_labels, opened.where, line, what, hint)


def _refuse_above(opened: Opened, audience: Audience, cut: Cut) -> None:
    """A briefing whose own mark is above an audience has no pack for it, not even a title."""
    briefing, scheme = opened.folder.briefing, opened.scheme
    marking, override = briefing.marking, briefing.override
    if wrong := unknown_marking(opened):
        raise UserError(wrong.where, f"{wrong.what} [{wrong.rule}]", wrong.hint)
    for mark in (marking, override.marking if override else None):
        if mark is not None and scheme.read(mark) and not cut.sees(mark):
            raise UserError(
                opened.where,
                f"the briefing is marked {mark}, above the ceiling of the audience {audience.name}",
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
