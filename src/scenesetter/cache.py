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
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from scenesetter.model.value import Value

FOLDER = ".scenesetter-cache"
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


class Cache:
    """The results of one briefing folder. Nothing here raises for a folder that cannot be used;
    without `keeps` nothing is written or removed in it."""

    def __init__(self, root: Path, *, keeps: bool) -> None:
        self._keeps = keeps
        self._folder = root / FOLDER
        self._used: set[str] = set()

    def get(self, wanted: str, form: type[Kept]) -> Kept | None:
        try:
            found = form.model_validate_json((self._folder / f"{wanted}.json").read_bytes())
        except (OSError, ValidationError):
            return None
        self._used.add(f"{wanted}.json")
        return found

    def put(self, wanted: str, result: Value) -> None:
        if not self._keeps:
            return
        self._used.add(f"{wanted}.json")
        with contextlib.suppress(OSError):
            if not self._folder.is_dir():
                self._folder.mkdir()
                (self._folder / ".gitignore").write_text("*\n", "utf-8")
                (self._folder / "CACHEDIR.TAG").write_text(_TAG, "utf-8")
            handle, part = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                file.write(result.model_dump_json().encode())
            Path(part).replace(self._folder / f"{wanted}.json")

    def prune(self) -> None:
        """Forget what this run neither found nor made: a note that is gone leaves no words."""
        if not self._keeps:
            return
        with contextlib.suppress(OSError):
            for path in self._folder.iterdir():
                if path.suffix in {".json", ".part"} and path.name not in self._used:
                    path.unlink(missing_ok=True)
