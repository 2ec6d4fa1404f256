"""Results kept beside the notes that they were made of, so that an unchanged note is read once.

A result is found by a digest of everything that it was made from, the tool itself included; what
is missing, broken or cannot be written is made again. It holds the words of notes and therefore
lies with them and not with what is handed out.
"""

import contextlib
import hashlib
import os
import platform
import tempfile
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from scenesetter.model.value import Value

FOLDER = ".scenesetter-cache"
MOST = 8
"""Results that are kept of a note: as read, and its facts for readers who see more or less."""
ABANDONED = 3600
"""Seconds after which a file that is still being written belongs to a run that was killed."""
_READ_WITH = ("charset-normalizer", "markdown-it-py", "mdit-py-plugins", "pyyaml", "tinyhtml5")
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by scenesetter; safe to delete.\n"
"""The first line is that of the Cache Directory Tagging Specification: backups pass it over."""

Kept = TypeVar("Kept", bound=Value)


def key(*parts: str | bytes) -> str:
    """The digest of what a result is made from."""
    digest = hashlib.sha256(_tool())
    for part in parts:
        written = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        digest.update(len(written).to_bytes(8, "big") + written)
    return digest.hexdigest()


@cache
def _tool() -> bytes:
    """This version of the tool, to the letter, and of what it reads with."""
    package = Path(__file__).parent
    digest = hashlib.sha256(platform.python_version().encode())
    for name in _READ_WITH:
        digest.update(f"{name} {version(name)}\n".encode())
    for path in sorted([*package.rglob("*.py"), *package.rglob("*.toml")]):
        if "templates" not in path.relative_to(package).parts:  # they are the user's to change
            digest.update(path.relative_to(package).as_posix().encode() + path.read_bytes())
    return digest.digest()


class Slot(NamedTuple):
    """Where a result lies: `note` is the digest of a note's name and file, `key` that of all that
    the result was made from."""

    note: str
    key: str

    @property
    def file(self) -> str:
        return f"{self.note[:16]}-{self.key}.json"


class Cache:
    """The results of one briefing folder. Nothing here raises for a folder that cannot be used;
    without `keeps` nothing is written or removed in it."""

    def __init__(self, root: Path, *, keeps: bool) -> None:
        self._keeps = keeps
        self._folder = root / FOLDER
        self._used: set[Slot] = set()

    def get(self, slot: Slot, form: type[Kept]) -> Kept | None:
        path = self._folder / slot.file
        try:
            found = form.model_validate_json(path.read_bytes())
        except (OSError, ValidationError):
            return None
        self._used.add(slot)
        if self._keeps:
            with contextlib.suppress(OSError):
                path.touch()
        return found

    def put(self, slot: Slot, result: Value) -> None:
        if not self._keeps:
            return
        self._used.add(slot)
        with contextlib.suppress(OSError):
            if not self._folder.is_dir():
                self._folder.mkdir()
                (self._folder / ".gitignore").write_text("*\n", "utf-8")
                (self._folder / "CACHEDIR.TAG").write_text(_TAG, "utf-8")
            handle, part = tempfile.mkstemp(dir=self._folder, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(result.model_dump_json().encode())
                Path(part).replace(self._folder / slot.file)
            finally:
                Path(part).unlink(missing_ok=True)

    def prune(self) -> None:
        """Forget notes that are gone or were changed, whose words nobody keeps; and of the others
        what has not been used for long. What only another run needs, for other readers, stays."""
        if not self._keeps:
            return
        with contextlib.suppress(OSError):
            files = sorted(self._folder.iterdir(), key=_last_used, reverse=True)
            self._drop([path for path in files if path.suffix == ".json"])
            newest = _last_used(files[0]) if files else 0.0
            for path in files:
                if path.suffix == ".part" and newest - _last_used(path) > ABANDONED:
                    path.unlink(missing_ok=True)

    def _drop(self, latest_first: Sequence[Path]) -> None:
        used = {slot.file for slot in self._used}
        notes = {name.partition("-")[0] for name in used}
        kept: Counter[str] = Counter(name.partition("-")[0] for name in used)
        for path in latest_first:
            note = path.name.partition("-")[0]
            if path.name in used:
                continue
            kept[note] += 1
            if note not in notes or kept[note] > MOST:
                path.unlink(missing_ok=True)


def _last_used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
