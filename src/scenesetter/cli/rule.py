"""`scenesetter rule`."""

from pathlib import Path
from typing import Annotated

import typer

from scenesetter.cli.arguments import Act, ByOption, FolderArgument, today
from scenesetter.settings import Settings


def rule(
    folder: FolderArgument,
    fact: Annotated[str, typer.Argument(metavar="ID", help="A fact's id, or its first letters.")],
    act: Annotated[
        Act,
        typer.Argument(metavar="DECISION", help="accept, amend, reject, move or mark."),
    ],
    words: Annotated[
        str | None,
        typer.Argument(
            metavar="[WORDS]",
            help="The text to print (amend), why (reject), an issue (move) or a level (mark).",
        ),
    ] = None,
    reason: Annotated[str | None, typer.Option(help="Why; for whoever reads the file.")] = None,
    by: ByOption = None,
) -> None:
    """Decide on one fact, as a script would; `review` goes through them all.

    Writes DIR/rulings.toml, a table a fact. A fact that is only moved or marked still waits to be
    accepted. A marking goes up only. Prints the fact's id; exit code 1 where it cannot be decided.

    Examples:

      scenesetter rule briefings/lisbon-visit 3f9a accept

      scenesetter rule briefings/lisbon-visit 3f9a reject "of another meeting"

      scenesetter rule briefings/lisbon-visit 3f9a mark TLP:AMBER
    """
    from scenesetter.cli.desk import Desk, fact_of
    from scenesetter.cli.reporting import progress
    from scenesetter.pipeline import recording
    from scenesetter.pipeline.desk import gather_all

    needed = {"amend": "the text to print", "move": "an issue", "mark": "a level"}
    if words is None and act in needed:
        raise typer.BadParameter(f"{act} needs {needed[act]}", param_hint="WORDS")
    if words is not None and act == "accept":
        raise typer.BadParameter("accept takes none; --reason says why", param_hint="WORDS")
    with progress() as step:
        settings = Settings(folder, Path("output"), keeps=True)
        opened, gathered = gather_all(settings, step)
    desk = Desk(opened, gathered.facts, by, today())
    meant = fact_of(gathered.facts, fact, folder)
    given = words if words is not None else reason or ""
    recording.record(opened, desk.ruling(meant, act, given, reason))
    typer.echo(meant.id)
