"""`scenesetter templates`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from scenesetter.findings import in_shell

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from scenesetter.library import Kind, Library

KINDS: "tuple[Kind, ...]" = ("topics", "audiences", "styles", "markings")
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
    name. A new one is a new folder: scenesetter templates new.
    """


@templates.command("list")
def list_templates(
    folder: Annotated[
        Path,
        typer.Argument(metavar="[DIR]", help="A briefing folder with templates of its own."),
    ] = Path(),
) -> None:
    """List topics, audiences, house styles and marking schemes, and whose each is.

    Those in DIR/templates are yours; one that has the name of a shipped one stands instead of it.
    Of files that all share, yours are listed.
    """
    from scenesetter.briefings import refuse_no_folder
    from scenesetter.cli.reporting import end
    from scenesetter.library import Library

    refuse_no_folder(folder)
    library = Library.beside(folder)
    broken = library.broken()
    at_fault = {one.path for one in broken}
    listed: dict[str, list[tuple[str, str, str, Path]]] = {
        kind: [_row(library, kind, name, at_fault) for name in library.names(kind)]
        for kind in KINDS
    }
    if shared := list(_shared(library)):
        listed["shared"] = shared
    every = [row for rows in listed.values() for row in rows]
    widths = [max(len(str(row[column])) for row in every) for column in (0, 1, 2)]
    for kind, rows in listed.items():
        typer.echo(kind)
        for name, title, whose, where in rows:
            columns = f"  {name:{widths[0]}}  {title:{widths[1]}}  {whose:{widths[2]}}"
            typer.echo(f"{columns}  {where}")
    for finding in broken:
        typer.echo(str(finding), err=True)
    end(broken)


def _row(
    library: "Library", kind: "Kind", name: str, at_fault: "Collection[str]"
) -> tuple[str, str, str, Path]:
    broken = str(library.file(kind, name)) in at_fault
    title = "cannot be read" if broken else library.title(kind, name)
    return name, title, _whose(library, kind, name), library.where(kind, name)


def _shared(library: "Library") -> "Iterator[tuple[str, str, str, Path]]":
    """A user's own among the files that all have in common."""
    for path, file in library.files("shared").items():
        if library.own(file):
            yield path.removeprefix("shared/"), "", _owner(library, file), file


def _owner(library: "Library", file: Path) -> str:
    if not library.own(file):
        return "shipped"
    return "yours (instead of the shipped one)" if library.shadowed(file) else "yours"


def _whose(library: "Library", kind: "Kind", name: str) -> str:
    """Whose data file it is, and which files beside it are the user's all the same."""
    data = library.file(kind, name)
    if kind == "markings" or library.own(data):
        return _owner(library, data)
    prefix = f"{kind}/{name}/"
    own = [path for path, file in library.files(prefix).items() if library.own(file)]
    names = ", ".join(path.removeprefix(prefix) for path in own)
    return f"shipped (but yours: {names})" if own else "shipped"


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
    build of DIR would choose from. Each template is filled with packs that have
    everything, that lack a thing here and there, and that have next to nothing. Exit code 1
    where a finding is an error.
    """
    from scenesetter.cli.check import FORMS
    from scenesetter.cli.reporting import end
    from scenesetter.pipeline.template_lint import lint

    linted = lint(folder, printing=pdf)
    typer.echo(FORMS[form](linted.findings), nl=bool(linted.findings) or form != "github")
    looked = ", ".join(f"{count} {kind}" for kind, count in linted.looked.items())
    typer.echo(f"looked at {looked}", err=True)
    end(linted.findings)


@templates.command("new")
def new_template(
    kind: Annotated[
        Literal["topic", "audience", "style"],
        typer.Argument(metavar="topic|audience|style", help="What to make.", show_default=False),
    ],
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="Its name: lower-case letters, digits and hyphens.",
            show_default=False,
        ),
    ],
    folder: Annotated[
        Path,
        typer.Argument(metavar="[DIR]", help="The briefing folder whose templates/ it goes into."),
    ] = Path(),
    like: Annotated[
        str | None,
        typer.Option("--like", metavar="NAME", help="Copy this one instead of a commented start."),
    ] = None,
) -> None:
    """Start a topic, an audience or a house style of your own.

    Makes DIR/templates/<kind>/NAME/ with commented files that build as they are, or with a copy of
    a known one. One that has the name of a shipped one stands instead of it. Nothing that is
    already there is touched.

    Examples:

      scenesetter templates new topic sea-ports briefings/lisbon

      scenesetter templates new audience cabinet briefings/lisbon --like principal
    """
    from scenesetter.library import Library
    from scenesetter.pipeline.template_starts import KINDS as FOLDERS
    from scenesetter.pipeline.template_starts import start

    made = start(kind, name, folder, like)
    for path in made:
        typer.echo(str(path))
    library = Library.beside(folder)
    if library.shadowed(library.file(FOLDERS[kind], name)):
        typer.echo(f"it stands instead of the shipped {kind} of that name", err=True)
    use = {
        "topic": f"name it under issues in {folder / 'briefing.toml'}",
        "audience": f"scenesetter build {in_shell(folder)} --audience {name}",
        "style": f'write style = "{name}" under [briefing] in {folder / "briefing.toml"}',
    }
    typer.echo(
        f"next: edit {made[0].parent}, then scenesetter templates lint {in_shell(folder)}", err=True
    )
    typer.echo(f"to use it: {use[kind]}", err=True)
