"""`scenesetter doctor`."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from scenesetter.cli.arguments import OutputOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scenesetter.doctor import Check


def doctor(output: OutputOption = Path("output")) -> None:
    """Say what this machine lacks and how to get it.

    Checks Python, the system's text libraries, WeasyPrint, the shipped fonts and the output
    folder. Changes nothing. Exit code 1 where something is missing without which no pack can
    be built.
    """
    from scenesetter import library
    from scenesetter.doctor import examine

    checks = examine(library.shipped(), output)
    typer.echo(report(checks))
    if any(check.state == "missing" for check in checks):
        raise typer.Exit(1)


def report(checks: "Sequence[Check]") -> str:
    """A line for each check, then each remedy once."""
    width = max(len(check.name) for check in checks)
    lines = [f"{check.state:<8} {check.name:<{width}}  {check.detail}" for check in checks]
    remedies = dict.fromkeys(check.remedy for check in checks if check.remedy)
    if not remedies:
        return "\n".join([*lines, "", "Nothing is missing."])
    return "\n".join([*lines, "", "To put this right:", *(f"  {remedy}" for remedy in remedies)])
