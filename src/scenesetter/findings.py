"""What a stage noticed, in the form that a person can jump to and act on."""

import re
import shlex
from pathlib import Path
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]
_COMMAND = re.compile(r"(scenesetter(?: [a-z]+)+ )DIR\b")
"""A command in a hint; the folder stands in it only where it is told, and not in a pack."""


class Finding(NamedTuple):
    """`rule` is an id of the rules that a pack must satisfy (SRC-02 ...), `line` counts from 1,
    0 where there is none."""

    severity: Severity
    rule: str
    path: str
    line: int
    what: str
    hint: str = ""

    @property
    def where(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path

    def __str__(self) -> str:
        message = f"{self.where}: {self.severity}: {self.what} [{self.rule}]"
        return f"{message}\nhint: {self.hint}" if self.hint else message


def for_folder(finding: Finding, folder: Path) -> Finding:
    """With the commands of its hint as they are run on this folder."""
    named = _COMMAND.sub(lambda command: f"{command[1]}{in_shell(folder)}", finding.hint)
    return finding._replace(hint=named)


def in_shell(path: Path) -> str:
    """A path as a command in a hint has it: to be pasted, whatever is in its name."""
    return shlex.quote(str(path))
