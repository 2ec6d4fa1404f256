"""The Typer app and the one door through which errors leave."""

import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer

from scenesetter.cli.build import build
from scenesetter.cli.check import check
from scenesetter.cli.clear import clear
from scenesetter.cli.diff import diff
from scenesetter.cli.doctor import doctor
from scenesetter.cli.facts import facts
from scenesetter.cli.gather import gather
from scenesetter.cli.new import new
from scenesetter.cli.review import review
from scenesetter.cli.rule import rule
from scenesetter.cli.rules import rules
from scenesetter.cli.schema import schema
from scenesetter.cli.templates import templates
from scenesetter.cli.verify import verify
from scenesetter.errors import UserError

NAME = "scenesetter"
USAGE, BUG = 2, 3
UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""Typer has no name for it of its own."""

app = typer.Typer(
    name=NAME,
    help="From a folder of source notes to a print-ready briefing pack.\n\n"
    "Every sentence of a pack leads back to a passage in a note; what the notes do not say is "
    "said out loud. Works offline, and gives the same bytes from the same notes.",
    epilog="Start with: scenesetter build FOLDER, on any folder of .txt, .md or .html notes.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={
        "help_option_names": ["-h", "--help"],
        # A --help that is not given counts as None, and Typer loads pydantic to make it False.
        "default_map": {"help": False, "templates": {"help": False}},
    },
)
app.command()(new)
app.command()(gather)
app.command()(facts)
app.command()(review)
app.command()(rule)
app.command()(clear)
app.command()(build)
app.command()(check)
app.command()(verify)
app.command()(diff)
app.command()(rules)
app.add_typer(templates)
app.command()(schema)
app.command()(doctor)


@app.callback(invoke_without_command=True)
def root(
    *, version: bool = typer.Option(False, "--version", help="Print the version and end.")
) -> None:
    if version:
        from importlib.metadata import version as version_of

        typer.echo(f"scenesetter {version_of('scenesetter')}")
        raise typer.Exit


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the app: exit codes 0 done, 1 a person's error, 2 usage, 3 a bug, 130 interrupted.

    `arguments` are those of the process where none are given.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        sys.exit(app(given, prog_name=NAME, standalone_mode=False))
    except UserError as error:
        typer.echo(str(error), err=True)
        sys.exit(1)
    except typer.Abort:
        typer.echo("stopped", err=True)
        sys.exit(1)
    except UsageError as error:
        typer.echo(_usage(error), err=True)
        sys.exit(USAGE)
    except Exception:  # noqa: BLE001 - the one door: whatever is left is a bug
        with tempfile.NamedTemporaryFile(
            "w", prefix="scenesetter-", suffix=".log", delete=False, encoding="utf-8"
        ) as log:
            log.write(f"{' '.join(given)}\n{traceback.format_exc()}")
        typer.echo(
            f"error: this is a bug in scenesetter\nhint: report it with the log {Path(log.name)}",
            err=True,
        )
        sys.exit(BUG)


def _usage(error: Any) -> str:  # noqa: ANN401 - see UsageError
    """Typer's words in the form of every other error; a group without a command gets its help."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error.ctx.get_help())
    what = " ".join(error.format_message().replace("Value error, ", "").split()).rstrip(".")
    command = error.ctx.command_path if error.ctx else NAME
    return f"error: {what[:1].lower()}{what[1:]}\nhint: {command} --help"
