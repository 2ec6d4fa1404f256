"""What a stage noticed, in the form that a person can jump to and act on."""

import shlex
from pathlib import Path
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


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


def in_shell(path: Path) -> str:
    """A path as a command in a hint has it: to be pasted, whatever is in its name."""
    return shlex.quote(str(path))
