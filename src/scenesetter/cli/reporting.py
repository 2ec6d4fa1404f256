"""How commands speak: progress on a terminal, findings to stderr, exit codes."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from scenesetter.findings import Finding

if TYPE_CHECKING:
    from rich.progress import TaskID

    from scenesetter.pipeline.per_note import Progress


@contextmanager
def progress() -> Iterator["Progress"]:
    """A bar a step on a terminal that goes away; silence anywhere else."""
    if not sys.stderr.isatty():
        yield lambda _step, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description:9}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        steps: dict[str, TaskID] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in steps:
                steps[step] = bars.add_task(step)
            bars.update(steps[step], completed=done + 1, total=total)

        yield show


ALIKE = 3
"""Findings of one wording that are listed one by one; of more, the rest are counted."""


def report(findings: Sequence[Finding]) -> None:
    """The gravest last, where the eye falls, and how many there are."""
    order = {"info": 0, "warning": 1, "error": 2}
    alike: Counter[tuple[str, str, str]] = Counter()
    for finding in sorted(findings, key=lambda one: order[one.severity]):
        wording = (finding.severity, finding.rule, finding.what)
        alike[wording] += 1
        if alike[wording] <= ALIKE:
            typer.echo(str(finding), err=True)
    for (severity, rule, what), count in alike.items():
        if count > ALIKE:
            more = f"{count - ALIKE} more: {severity}: {what} [{rule}]"
            typer.echo(f"{more}\nhint: scenesetter check lists them all", err=True)
    counts = Counter[str](finding.severity for finding in findings)
    plural = {"info": "remarks", "warning": "warnings", "error": "errors"}
    named = [
        f"{count} {plural[name] if count > 1 else plural[name][:-1]}"
        for name in reversed(order)
        if (count := counts[name])
    ]
    if named:
        typer.echo(", ".join(named), err=True)


def end(findings: Sequence[Finding]) -> None:
    """Raises typer.Exit(1) where a finding is an error."""
    if any(finding.severity == "error" for finding in findings):
        raise typer.Exit(1)
