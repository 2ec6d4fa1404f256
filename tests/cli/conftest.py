"""The command line as a person meets it: through its one door, in a process of its own or not."""

import io
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
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
TALKS = """\
[engagement]
title = "Lisbon talks"
date = "2027-03-14"

[briefing]
scheme = "tlp"
{more}
[[parties]]
name = "{home}"
side = "home"

[[parties]]
name = "{counterpart}"
side = "counterpart"
"""
PRESS = """\
title = "For the press"
summary = "What may be handed out."
parts = ["overview", "papers", "biographies", "chronology", "gaps", "sources"]
sections = ["bottom-line", "they-want", "we-want", "said", "figures", "dates", "unknown"]

[ceiling]
tlp = "TLP:GREEN"
"""
STEEL = "Portuguese foreign minister Ana Lima said Portugal would ask Spain to lift its tariff.\n\n"
PATROL = "Lima wants Spain to join a border patrol on migration from 2 April 2027.\n\n"
VIGO = "Spanish envoy Hortensia Umbrage said Spain would open the port of Vigo to 40 ships.\n\n"


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
def talks(tmp_path: Path) -> Callable[..., Path]:
    """Writes a briefing folder below `root` with these notes, and with an audience "press" that may
    see TLP:GREEN. `more` stands under [briefing]; the first of `sides` is ours.
    """

    def write(
        notes: Mapping[str, str | bytes],
        more: str = "",
        root: Path = tmp_path,
        press: str = PRESS,
        sides: tuple[str, str] = ("Portugal", "Spain"),
    ) -> Path:
        folder = root / "lisbon-talks"
        home, counterpart = sides
        of_press = folder / "templates" / "audiences" / "press"
        files: dict[Path, str | bytes] = {
            folder / "briefing.toml": TALKS.format(more=more, home=home, counterpart=counterpart),
            of_press / "audience.toml": press,
            of_press / "pack.md.j2": '{% extends "audiences/delegation/pack.md.j2" %}\n',
            **{folder / "notes" / name: told for name, told in notes.items()},
        }
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return folder

    return write


@pytest.fixture
def note() -> Callable[..., str]:
    """A note's text below its source and mark."""

    def of(text: str, marking: str = "TLP:GREEN", publisher: str = "Tagus Courier") -> str:
        source = f"title: Before the talks\npublisher: {publisher}\npublished: 2027-03-10"
        return f"---\n{source}\nmarking: {marking}\n---\n\n{text}"

    return of


@pytest.fixture
def three_facts(talks: Callable[..., Path], note: Callable[..., str]) -> Path:
    """A briefing folder of one note: a tariff, a border patrol, the port of Vigo."""
    return talks({"courier.md": note(STEEL + PATROL + VIGO)})


@pytest.fixture
def two_facts(talks: Callable[..., Path], note: Callable[..., str], tmp_path: Path) -> Path:
    """The same as if nobody had ever written of Vigo."""
    return talks({"courier.md": note(STEEL + PATROL)}, root=tmp_path / "two")


@pytest.fixture
def fact_id(scenesetter: Callable[..., Ran]) -> Callable[[Path, str], str]:
    """The id of the first fact of a folder with these words."""

    def find(folder: Path, words: str) -> str:
        return scenesetter("facts", folder, "--search", words).out[:12]

    return find


@pytest.fixture
def pack(scenesetter: Callable[..., Ran], tmp_path: Path) -> Callable[..., tuple[str, str]]:
    """The Markdown of a folder's pack, and what its build said without the pack's name."""

    def build(folder: Path, audience: str = "press", code: int = 0) -> tuple[str, str]:
        out = tmp_path / "packs"
        ran = scenesetter("build", folder, "-f", "md", "--audience", audience, "-o", out)
        assert ran.code == code
        return Path(ran.out.strip()).read_text("utf-8"), ran.err

    return build


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
