"""What a build may say: its log travels with its packs. `check` and `gather` stay at the desk."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scenesetter.checks.points import readers_may_see
from scenesetter.checks.withheld import amended_for_others, read_otherwise
from scenesetter.compose.cut import Cut, counted, in_common
from scenesetter.findings import Finding, for_folder, in_shell
from scenesetter.model.citations import Citations
from scenesetter.model.fact import Fact
from scenesetter.pipeline.opening import Opened
from scenesetter.pipeline.per_audience import Composed, findings_on_notes


class Noticed(NamedTuple):
    """What was noticed on the pack of a reader."""

    cut: Cut
    findings: Sequence[Finding]
    read: frozenset[str]
    """Names of the notes that have something for him."""


def noticed_on(made: Composed, findings: Sequence[Finding]) -> Noticed:
    return Noticed(made.seen.cut, findings, made.seen.read)


def told(opened: Opened, noticed: Sequence[Noticed]) -> list[Finding]:
    """Nothing of what one of the readers may not see, nor how much there is of it."""
    cut = in_common([one.cut for one in noticed])
    read = frozenset.intersection(*(one.read for one in noticed))
    findings = [*_of_folder(opened, cut, read), *_unmarked(opened)]
    for one in noticed:
        findings += one.findings if one.cut == cut else ()
    if any(one.cut != cut for one in noticed):
        findings.append(_not_for_all(opened))
    findings = [for_folder(one, opened.folder.root) for one in findings]
    return findings if cut.sees_all else [one._replace(line=0) for one in findings]


def refused_for_some(opened: Opened, findings: Sequence[Finding]) -> Iterator[Finding]:
    """REL-01, where what refuses a release is not for all of its readers to know."""
    if not any(one.severity == "error" for one in findings):
        what = "an error stands open that not every reader of this build may know of"
        hint = f"scenesetter check {in_shell(opened.folder.root)} --release tells the desk of it"
        yield Finding("error", "REL-01", opened.where, 0, what, hint)


def _of_folder(opened: Opened, cut: Cut, read: frozenset[str]) -> Iterator[Finding]:
    """For readers with limits nothing of lines that are not bound to facts: nobody knows whether
    they may see them. Not even a line is told, as others may stand above it."""
    yield from findings_on_notes(opened, cut, read)
    if cut.sees_all:
        yield from opened.of_folder
        yield from (finding for mark, finding in opened.of_points if cut.sees(mark))


def _unmarked(opened: Opened) -> Iterator[Finding]:
    """MRK-06 or MRK-40, without a name: it may be a name that nobody is to know."""
    if opened.unmarked:
        what = f"something has a mark that the scheme {opened.scheme.name} does not know"
        hint = f"it reaches no pack; scenesetter check {in_shell(opened.folder.root)} names it"
        yield Finding("error", opened.scheme.rule_of_labels, opened.where, 0, what, hint)


def _not_for_all(opened: Opened) -> Finding:
    what = "findings on what not every reader of this build may see are left to check"
    hint = f"scenesetter check {in_shell(opened.folder.root)}, or build for one audience"
    return Finding("info", "REL-01", opened.where, 0, what, hint)


def kept_back(opened: Opened, made: Composed, desk: Sequence[Fact]) -> Iterator[Finding]:
    """For the desk, what an audience does not get, and what it reads otherwise for that. `desk`
    are the facts of those who may see everything."""
    audience, seen = made.audience, made.seen
    yield from counted(opened.notes, seen.cut, audience, opened.where)
    citations, theirs = Citations(desk), Citations(seen.gathered.facts)
    read = {file.path for file in seen.points}
    for file in opened.points:
        if file.path in read:
            yield from readers_may_see(file, citations, theirs, audience)
            for line in file.lines:
                if line.marking is not None and not seen.cut.sees(line.marking):
                    what = f"is not in the pack for {audience.name}: it is marked {line.marking}"
                    yield Finding("warning", "REL-01", file.path, line.number, what)
        elif seen.cut.sees(file.marking):
            what = f"is not in the pack for {audience.name}, which does not hear of {file.issue}"
            yield Finding("info", "REL-01", file.path, 0, what)
        else:
            what = f"is not in the pack for {audience.name}: it is marked {file.marking}"
            yield Finding("warning", "REL-01", file.path, 0, what)
    yield from read_otherwise(seen.gathered.facts, desk, opened.notes, audience)
    yield from amended_for_others(seen.gathered.facts, desk, audience)
