"""`scenesetter templates`."""

from pathlib import Path
from typing import Annotated

import typer

templates = typer.Typer(
    name="templates",
    help="The topics, audiences, house styles and marking schemes that there are.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@templates.callback()
def group() -> None:
    """The topics, audiences, house styles and marking schemes that there are.

    Those of a briefing folder's own templates/ folder come before the shipped ones of the same
    name. A new topic or audience is a new folder; CONTRIBUTING says how.
    """


@templates.command("list")
def list_templates(
    folder: Annotated[
        Path,
        typer.Argument(metavar="[DIR]", help="A briefing folder with templates of its own."),
    ] = Path(),
) -> None:
    """List topics, audiences, house styles and marking schemes, each with its folder."""
    from scenesetter.library import Library

    library = Library.beside(folder)
    rows = {
        "topics": [(topic.name, topic.title) for topic in library.topics()],
        "audiences": [(one.name, one.title) for one in library.audiences()],
        "styles": [(style.name, style.title) for style in library.styles()],
        "markings": [(scheme.name, scheme.title) for scheme in library.schemes()],
    }
    everything = [row for listed in rows.values() for row in listed]
    names, titles = (max(len(row[column]) for row in everything) for column in (0, 1))
    for kind in ("topics", "audiences", "styles", "markings"):
        typer.echo(kind)
        for name, title in rows[kind]:
            typer.echo(f"  {name:{names}}  {title:{titles}}  {library.where(kind, name)}")
