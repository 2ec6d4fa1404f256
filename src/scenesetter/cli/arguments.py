"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

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
        help="Build for this audience; repeat for several. "
        "[default: those of briefing.toml, else all]",
        show_default=False,
    ),
]
