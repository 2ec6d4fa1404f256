"""Arguments and options that several commands share."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

FolderArgument = Annotated[
    Path,
    typer.Argument(
        metavar="DIR", help="A briefing folder, or any folder of notes.", show_default=False
    ),
]
OutputOption = Annotated[
    Path,
    typer.Option("--output", "-o", metavar="DIR", help="Folder for what is made."),
]
AudienceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--audience",
        "-a",
        metavar="NAME",
        help="For this audience; repeat for several; “all” is every one there is. "
        "[default: those of briefing.toml, else all built unasked]",
        show_default=False,
    ),
]
StyleOption = Annotated[
    str | None,
    typer.Option(
        "--style",
        metavar="NAME",
        help="Print in this house style. [default: that of briefing.toml, else generic]",
        show_default=False,
    ),
]
Act = Literal["accept", "amend", "reject", "move", "mark"]
"""What a person does to a fact."""
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides, for the file.")
]


def version(written: str) -> int:
    """The number of a release, "v2" or "2"."""
    number = written.casefold().removeprefix("v")
    if not (number.isascii() and number.isdigit() and int(number)):
        raise typer.BadParameter(f"“{written}” is no release: write it as v1")
    return int(number)


def today() -> str:
    """ISO 8601, by this machine's calendar: the day on which somebody decides something."""
    return date.today().isoformat()  # noqa: DTZ011 - the day of the desk, wherever it stands
