"""`scenesetter templates`."""

from pathlib import Path
from typing import Annotated, Literal

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


@templates.command("lint")
def lint_templates(
    folder: Annotated[
        Path,
        typer.Argument(metavar="[DIR]", help="A briefing folder with templates of its own."),
    ] = Path(),
    form: Annotated[
        Literal["text", "json", "sarif", "github"],
        typer.Option("--format", help="github: annotations of a workflow run."),
    ] = "text",
    pdf: Annotated[bool, typer.Option("--pdf", help="Print the sample packs too: slower.")] = False,
) -> None:
    """Try every topic, audience, style and marking scheme, and tell what is wrong with them.

    Those of DIR/templates come first, then the shipped ones that they do not stand for: all that a
    build of DIR would choose from. Each template is filled with a pack that has everything, with
    one that has the least, and with an empty one. Exit code 1 where a finding is an error.
    """
    from scenesetter.cli.check import FORMS
    from scenesetter.cli.reporting import end
    from scenesetter.template_lint import lint

    linted = lint(folder, printing=pdf)
    typer.echo(FORMS[form](linted.findings), nl=bool(linted.findings) or form != "github")
    looked = ", ".join(f"{count} {kind}" for kind, count in linted.looked.items())
    typer.echo(f"looked at {looked}", err=True)
    end(linted.findings)
