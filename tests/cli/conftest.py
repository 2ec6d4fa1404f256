"""The command line as a person meets it: through its one door, in a process of its own or not."""

import io
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from scenesetter.cli.app import main

ROOT = Path(__file__).parents[2]
HARBOUR = """\
Harbour minister Ana Lima said on 3 March 2027 that Portugal would open the new port in May.

"We ask Spain to lift the tariff on steel," Lima said.
"""
BORDER = """\
Spanish foreign minister Luis Ortega wants Portugal to take back 400 migrants a month.

Ortega said trade between the two countries had grown by 12 percent in 2026.
"""


class Ran(NamedTuple):
    """What a command left: its exit code and what it said."""

    code: int
    out: str
    err: str


def run(*arguments: object) -> Ran:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    code = ended.value.code
    assert code is None or isinstance(code, int)
    return Ran(code or 0, out.getvalue(), err.getvalue())


@pytest.fixture(scope="session")
def scenesetter() -> Callable[..., Ran]:
    """The command in this process."""
    return run


@pytest.fixture(scope="session")
def start() -> Callable[..., subprocess.Popen[str]]:
    """The command as a process of its own, with more of the environment set."""

    def begin(
        *arguments: object, stdout: int = subprocess.PIPE, **environment: str
    ) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "scenesetter", *map(str, arguments)],
            stdout=stdout,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
            # A run in the background ignores Ctrl-C, and its children would inherit that.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
        )

    return begin


@pytest.fixture(scope="session")
def example() -> Path:
    return ROOT / "briefings" / "north-american-leaders-summit-2023"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A bare folder of two good notes."""
    folder = tmp_path / "lisbon-talks"
    folder.mkdir()
    (folder / "harbour.txt").write_text(HARBOUR, "utf-8")
    (folder / "border.txt").write_text(BORDER, "utf-8")
    return folder


@pytest.fixture
def briefing(notes: Path) -> Callable[[str], Path]:
    """The same folder with a briefing file, which starts with two lines of its own."""

    def write(more: str) -> Path:
        head = '[engagement]\ntitle = "Lisbon talks"\n'
        (notes / "briefing.toml").write_text(head + more, "utf-8")
        return notes

    return write


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if mount is None or unmount is None:
        pytest.skip("this system mounts no disks")
    options = ["-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if subprocess.run([mount, *options], check=False, capture_output=True).returncode:
        pytest.skip("only an administrator can mount a small disk")
    yield disk
    subprocess.run([unmount, str(disk)], check=True)
