"""Help is worth reading and comes at once."""

import subprocess
import sys
from collections.abc import Callable

import pytest

Command = Callable[..., tuple[int, str, str]]
ARGUMENTS = {
    "new": ("DIR", "--title", "--issue"),
    "gather": ("DIR", "--output"),
    "facts": ("DIR", "--issue", "--kind", "--holder", "--search", "--json"),
    "review": ("DIR", "--issue", "--by"),
    "rule": ("DIR", "ID", "DECISION", "--reason", "--by"),
    "clear": ("DIR", "ISSUE", "--office", "--state", "--by", "--on", "--audience", "--json"),
    "build": ("DIR", "--audience", "--format", "--paper", "--output"),
    "check": ("DIR", "--audience", "--format"),
    "rules": ("ID", "--json"),
    "templates list": ("DIR",),
    "templates new": ("NAME", "DIR", "--like"),
    "templates lint": ("DIR", "--format", "--pdf"),
    "schema": ("facts", "briefing", "topic", "audience", "marking", "rulings", "clearance", "pack"),
    "doctor": ("--output",),
}
HEAVY = {"pydantic", "jinja2", "weasyprint", "markdown_it", "tinyhtml5", "yaml", "rich"}


def test_the_help_of_the_whole_names_every_command(scenesetter: Command) -> None:
    code, out, err = scenesetter("--help")
    assert (code, err) == (0, "")
    for name in ARGUMENTS:
        assert f"\n  {name.split()[0]} " in out


@pytest.mark.parametrize("name", ARGUMENTS)
def test_the_help_of_a_command_names_its_arguments(scenesetter: Command, name: str) -> None:
    code, out, _ = scenesetter(*name.split(), "--help")
    assert code == 0
    for argument in ARGUMENTS[name]:
        assert argument in out


@pytest.mark.parametrize(
    "arguments",
    ["--help", "build --help", "review --help", "rule --help", "templates list -h", "--version"],
)
def test_help_loads_nothing_that_takes_long(arguments: str) -> None:
    """Help answers in a fifth of a second because what is heavy is imported by whom it serves."""
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "scenesetter", *arguments.split()],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    loaded = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines()}
    assert "typer" in loaded
    assert not HEAVY & loaded
