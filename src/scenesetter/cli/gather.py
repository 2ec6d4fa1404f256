"""`scenesetter gather`."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from scenesetter.cli.arguments import FolderArgument, OutputOption
from scenesetter.settings import Settings

if TYPE_CHECKING:
    from scenesetter.pipeline import Gathered, Opened


def gather(folder: FolderArgument, output: OutputOption = Path("output")) -> None:
    """Gather the facts of a folder and write them to files.

    Says what was left out and why. Writes OUTPUT/<folder>/facts/<issue>.jsonl, one fact a line,
    sorted by id, of all notes whatever their marks. Your notes stay as they are; what was read of
    them is kept in DIR/.scenesetter-cache, so that the next time only what changed is read. Look at
    the facts with: scenesetter facts DIR
    """
    from scenesetter import pipeline
    from scenesetter.cli.reporting import end, progress, report

    settings = Settings(folder=folder, output=output, keeps=True)
    with progress() as step:
        opened, gathered = pipeline.gather_all(settings, step)
        written = pipeline.write_facts(settings, opened.folder.briefing.slug, gathered.facts)
    report(opened.findings)
    for line in account(opened, gathered):
        typer.echo(line, err=True)
    for path in written:
        typer.echo(str(path))
    end(opened.findings)


def account(opened: "Opened", gathered: "Gathered") -> list[str]:
    """What was read, what came of it, and what did not."""
    words = sum(len(note.text.split()) for note in opened.notes)
    facts = gathered.facts
    unsure = sum(fact.holder is not None and fact.holder.unsure for fact in facts)
    undated = sum(fact.as_of is None and fact.when is None for fact in facts)
    lines = [
        f"{len(opened.notes)} notes, {words:,} words, {len(facts)} facts",
        f"by kind: {_counts([fact.kind for fact in facts])}",
        f"by issue: {_counts([fact.issues[0] for fact in facts])}",
        f"not certain who is meant: {unsure}; without a date: {undated}",
    ]
    if gathered.conflicts:
        lines.append(
            f"the notes disagree: {_disagreements(gathered)}; see contradicts in the facts"
        )
    if gathered.left_out:
        left = ", ".join(f"{count} {why}" for why, count in sorted(gathered.left_out.items()))
        lines.append(f"left out: {left}")
    return lines


def _disagreements(gathered: "Gathered") -> str:
    """What each is about: the figures or dates in the notes' words, else the facts' ids."""
    return "; ".join(
        f"{one.difference}: {' or '.join(side.words or side.facts[0] for side in one.sides)}"
        for one in gathered.conflicts
    )


def _counts(names: list[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in Counter(names).most_common()) or "none"
