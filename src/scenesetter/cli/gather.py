"""`scenesetter gather`."""

from pathlib import Path

import typer

from scenesetter.cli.arguments import FolderArgument, OutputOption
from scenesetter.settings import Settings


def gather(folder: FolderArgument, output: OutputOption = Path("output")) -> None:
    """Gather the facts of a folder and write them to files.

    Says what was left out and why. Writes OUTPUT/<folder>/facts/<issue>.jsonl, one fact a line,
    sorted by id, of all notes whatever their marks. Your notes stay as they are; what was read of
    them is kept in DIR/.scenesetter-cache, so that the next time only what changed is read. Look at
    the facts with: scenesetter facts DIR

    For each issue of the briefing that has none, DIR/points/<issue>.md is started: what waits for
    your answer stands in it. A file
    into which you have written anything is never touched.
    """
    from scenesetter.cli.account import account
    from scenesetter.cli.reporting import end, progress, report
    from scenesetter.pipeline.desk import gather_all, offer_points, write_facts

    settings = Settings(folder=folder, output=output, keeps=True)
    with progress() as step:
        opened, gathered = gather_all(settings, step)
        written = write_facts(settings, opened, gathered.facts)
        started, noticed = offer_points(opened, gathered)
    report((*opened.findings, *noticed))
    for line in account(opened.notes, gathered):
        typer.echo(line, err=True)
    for path in (*written, *started):
        typer.echo(str(path))
    end(opened.findings)
