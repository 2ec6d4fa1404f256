"""`scenesetter review`."""

from pathlib import Path
from typing import Annotated

import typer

from scenesetter.cli.arguments import ByOption, FolderArgument, today
from scenesetter.settings import Settings


def review(
    folder: FolderArgument,
    issue: Annotated[str | None, typer.Option(help="Only facts that bear on this issue.")] = None,
    by: ByOption = None,
) -> None:
    """Go through the facts that wait for a decision, one at a time.

    Shows each fact with its passage in its paragraph and takes a letter and Enter: accept, amend
    what is printed of it, reject it with a reason, move it to another issue, raise its marking,
    skip, undo, quit. Each decision is written to DIR/rulings.toml at once: quit at any time, and
    go on later. A fact whose words, holder or kind changed since waits again.

    Which facts a pack prints is said in briefing.toml: with `unreviewed = false` under [briefing]
    only those that were accepted or amended; with true, the default, all but the rejected ones.

    Example:

      scenesetter review briefings/lisbon-visit --issue trade --by "Ana Reis"
    """
    from scenesetter.cli.desk import Desk, refuse_unknown
    from scenesetter.cli.reporting import progress, report
    from scenesetter.cli.session import go_through
    from scenesetter.pipeline.desk import gather_all

    with progress() as step:
        settings = Settings(folder, Path("output"), keeps=True)
        opened, gathered = gather_all(settings, step)
    refuse_unknown(issue, opened, gathered.facts)
    report([one for one in opened.findings if one.path == opened.book.path])
    desk = Desk(opened, gathered.facts, by, today())
    chosen = [fact for fact in desk.waiting() if issue is None or issue in fact.issues]
    ruled = go_through(desk, chosen)
    typer.echo(f"{ruled} decided, {len(chosen) - ruled} wait", err=True)
