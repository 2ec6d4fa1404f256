"""Printing in child processes, so that a bomb, a crash or a leak ends there."""

import json
import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Literal, NamedTuple, Self

from scenesetter.errors import UserError
from scenesetter.renderers import printing

Paper = Literal["a4", "letter", "a6"]


class Limits(NamedTuple):
    """What one PDF may cost: bytes of memory, seconds of processor time and by the clock."""

    memory: int = 3_000_000_000
    seconds: int = 300
    wall: int = 600


class Printed(NamedTuple):
    """A PDF and what the printer complained of."""

    pdf: bytes
    log: tuple[str, ...]


class PdfPrinter:
    """Prints up to `workers` PDFs at a time. Starts its processes at once: make it early.

    with PdfPrinter(folders) as printer:
        waiting = printer.submit(html, "a4")
        ...
        printed = waiting.result()
    """

    def __init__(
        self, folders: Sequence[Path], workers: int = 2, limits: Limits | None = None
    ) -> None:
        self._folders = [str(folder.resolve()) for folder in folders]
        self._limits = limits or Limits()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._idle = deque(_start() for _ in range(workers))
        self._threads = ThreadPoolExecutor(workers)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Waits for what was submitted, or ends it where the caller failed."""
        if kind:
            for process in tuple(self._running):
                process.kill()
        self._threads.shutdown(cancel_futures=kind is not None)
        while self._idle:
            with self._idle.pop() as process:
                process.kill()

    def submit(self, html: str, paper: Paper) -> Future[Printed]:
        """Prints in the background; the future's result raises UserError where it fails."""
        return self._threads.submit(self._print, html, paper)

    def _print(self, html: str, paper: Paper) -> Printed:
        limits = self._limits._asdict()
        job = {"html": html, "paper": paper, "folders": self._folders, **limits}
        try:
            process = self._idle.popleft()
        except IndexError:
            process = _start()
        self._running.add(process)
        try:
            return _talk(process, json.dumps(job).encode(), self._limits.wall)
        finally:
            self._running.discard(process)


_SMALLER = "look in the pack for something very large or deeply nested, and build fewer issues"
_LACKING = "see what this machine lacks: scenesetter doctor"


def print_pdf(html: str, paper: Paper, folders: Sequence[Path]) -> Printed:
    """One PDF; the same HTML gives the same bytes."""
    with PdfPrinter(folders, workers=1) as printer:
        return printer.submit(html, paper).result()


def _start() -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    command = [sys.executable, "-P", str(printing.__file__)]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)  # noqa: S603 - our own script


def _talk(process: subprocess.Popen[bytes], job: bytes, wall: int) -> Printed:
    with process:
        try:
            output, errors = process.communicate(job, wall)
        except subprocess.TimeoutExpired:
            what = f"printing took longer than {wall} seconds"
            raise UserError("", what, _SMALLER) from None
        finally:
            process.kill()
    if process.returncode:
        raise _failure(process.returncode, errors)
    head, _, pdf = output.partition(b"\n")
    reply = json.loads(head)
    if reply["problem"]:
        raise UserError("", reply["problem"], _LACKING)
    return Printed(pdf, tuple(reply["log"]))


def _failure(code: int, errors: bytes) -> UserError:
    if code < 0:
        return UserError("", f"printing was stopped by the system (signal {-code})", _SMALLER)
    last = errors.decode(errors="replace").strip().rpartition("\n")[2]
    if last.startswith(("MemoryError", "RecursionError")):
        return UserError("", f"printing needs too much memory ({last[:200]})", _SMALLER)
    return UserError("", f"printing failed: {last[:300]}", _LACKING)
