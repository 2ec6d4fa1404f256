"""Rules that a draft may break and a release may not."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from scenesetter.checks.estimates import is_estimate
from scenesetter.checks.rules import at_release
from scenesetter.findings import Finding
from scenesetter.model.citations import BoundLine
from scenesetter.model.engagement import Briefing
from scenesetter.model.note import Note, Source
from scenesetter.model.pack import Pack, points_in
from scenesetter.model.points import JUDGING

_ON_THE_PACK = {"SRC-02", "STR-05", "RUL-05"}
"""Rules that the checks below hold a release to, on what it prints: their warnings tell of notes
that it does not cite, of readers who answer nobody, of facts that it leaves out."""


class Candidate(NamedTuple):
    """A pack that is to be released, with what its audience may see."""

    pack: Pack
    notes: Sequence[Note]
    waiting: frozenset[str]
    """Facts that nobody has accepted."""
    printed: frozenset[str]
    """Facts that the pack rests on."""
    briefing: Briefing
    answers_required: bool
    """By the house style."""
    where: str
    """The briefing's file."""
    lines: Sequence[tuple[BoundLine, str | None]] = ()
    """A person's lines, each with its words in the last release, None where it was not there."""


def is_dated(candidate: Candidate) -> Iterator[Finding]:
    """VER-01: a release bears a date, and the tool reads no clock."""
    if candidate.briefing.prepared is None:
        hint = 'write under [briefing]: prepared = "2023-01-10"'
        yield _error("VER-01", candidate.where, "a release needs the day it was prepared", hint)


def is_reviewed(candidate: Candidate) -> Iterator[Finding]:
    """RUL-05: somebody has accepted every fact that is released."""
    waiting = sorted(candidate.waiting & candidate.printed)
    if waiting:
        what = (
            f"{len(waiting)} of the facts in the pack for {candidate.pack.audience} wait for a "
            f"ruling: {', '.join(waiting[:3])}{' ...' if len(waiting) > 3 else ''}"
        )
        hint = "scenesetter review DIR; or unreviewed = false under [briefing] leaves them out"
        yield _error("RUL-05", candidate.where, what, hint)


def requests_are_answered(candidate: Candidate) -> Iterator[Finding]:
    """STR-05: where the house style demands it, every request has a response."""
    if not candidate.answers_required:
        return
    for paper in candidate.pack.papers:
        waiting = [point for point in points_in(paper.sections) if point.awaits_response]
        if waiting:
            many = "requests" if len(waiting) > 1 else "request"
            what = f"{len(waiting)} {many} without a response in “{paper.title}”"
            hint = f"in points/{paper.issue}.md under Response: - [f:{waiting[0].facts[0]}] ..."
            yield _error("STR-05", candidate.where, what, hint)


def sources_are_complete(candidate: Candidate) -> Iterator[Finding]:
    """SRC-02: who says it, under what title, when, where it is found, and its mark."""
    cited = {entry.note for entry in candidate.pack.sources}
    for note in candidate.notes:
        lacking = list(_lacking(note.source, candidate.briefing)) if note.name in cited else []
        if lacking:
            what = f"a release cites the note {note.name}, of which is not known: "
            hint = f'write it under [sources."{note.name}"] in briefing.toml'
            yield _error("SRC-02", candidate.where, what + "; ".join(lacking), hint)


def _lacking(source: Source, briefing: Briefing) -> Iterator[str]:
    if source.author is None and source.publisher is None:
        yield "publisher or author"
    if source.title is None:
        yield "title"
    if source.published is None:
        yield "the day of publication (published)"
    if source.url is None and source.document is None:
        yield "its address (url) or its number or file (document)"
    if source.retrieved is None:
        yield "the day on which the desk got it (retrieved)"
    if source.marking is None and briefing.marking is None and briefing.scheme != "none":
        yield "marking"


def changed_judgments_say_why(candidate: Candidate) -> Iterator[Finding]:
    """EST-07: a judgment that is not what it was in the last release says why, and no other does
    (ICD 203, standard 7). Its former words are not told: they may be marked higher by now."""
    for bound, before in candidate.lines:
        line = bound.line
        judged = line.purpose in JUDGING and any(map(is_estimate, (line.text, before or "")))
        if before and before != line.text and judged and not line.changed:
            what = "the judgment is another than in the last release, and nothing says why"
            hint = "behind the line: [changed: the reason]"
        elif line.changed and before in (None, line.text):
            what = "says why it changed, and the last release has no other words of it"
            hint = "take [changed: ...] out"
        else:
            continue
        yield Finding("error", "EST-07", bound.path, line.number, what, hint)


RULES: tuple[Callable[[Candidate], Iterator[Finding]], ...] = (
    is_dated,
    is_reviewed,
    requests_are_answered,
    sources_are_complete,
    changed_judgments_say_why,
)


def check_release(candidate: Candidate) -> tuple[Finding, ...]:
    """All rules of a release."""
    return tuple(finding for rule in RULES for finding in rule(candidate))


def as_released(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings with the severity that they have at release."""
    return tuple(one if one.rule in _ON_THE_PACK else at_release(one) for one in findings)


def _error(rule: str, where: str, what: str, hint: str) -> Finding:
    return Finding("error", rule, where, 0, what, hint)
