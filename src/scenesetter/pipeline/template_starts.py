"""A new topic, audience or house style: a commented start, or a copy of a known one."""

import json
import re
from pathlib import Path
from typing import Literal

import tomlkit

from scenesetter import store
from scenesetter.errors import UserError
from scenesetter.findings import in_shell
from scenesetter.library import Kind, Library, shipped
from scenesetter.tomlfiles.values import text_of

Start = Literal["topic", "audience", "style"]
KINDS: dict[Start, Kind] = {"topic": "topics", "audience": "audiences", "style": "styles"}
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST = 40
"""Most characters of a name: it is part of file names."""


def start(kind: Start, name: str, folder: Path, like: str | None = None) -> list[Path]:
    """The files made. Raises UserError where one is there already, or for a name that is none."""
    _refuse_name(name)
    if not folder.is_dir():
        hint = f"make a briefing folder first: scenesetter new {in_shell(folder)}"
        raise UserError(str(folder), "no such folder", hint)
    place = folder / "templates" / KINDS[kind] / name
    if place.exists():
        what = "is already there and is left as it is"
        raise UserError(str(place), what, "choose another name, or edit what is there")
    title = name.replace("-", " ").capitalize()
    files = _copied(kind, name, title, Library.beside(folder), like) if like else _begun(kind, name)
    return [_written(place / path, content) for path, content in files.items()]


def _written(path: Path, content: str | bytes) -> Path:
    store.create(path, content)
    return path


def _refuse_name(name: str) -> None:
    if _NAME.fullmatch(name) and len(name) <= LONGEST:
        return
    plain = "-".join(re.findall(r"[a-z0-9]+", name.lower()))[:LONGEST].strip("-")
    hint = f"for example {plain}" if plain else "for example sea-ports"
    what = f"`{name}` cannot be its name: that has lower-case letters, digits and single hyphens"
    raise UserError("", f"{what}, {LONGEST} characters at most", hint)


def _begun(kind: Start, name: str) -> dict[str, str]:
    folder = shipped() / "starts" / kind
    words = name.replace("-", " ")
    return {
        file.name: text_of(file)
        .replace('"TITLE"', json.dumps(words.capitalize()))
        .replace('"WORDS"', json.dumps(words))
        for file in sorted(folder.iterdir())
    }


def _copied(
    kind: Start, name: str, title: str, library: Library, like: str
) -> dict[str, str | bytes]:
    """All files of a known one, with a title of its own."""
    data = library.file(KINDS[kind], like)
    known = f"{KINDS[kind]}/{like}/"
    files: dict[str, str | bytes] = {}
    for path, file in library.files(known).items():
        place = path.removeprefix(known)
        if file.suffix not in {".toml", ".j2", ".css"}:
            files[place] = file.read_bytes()
            continue
        text = text_of(file).replace(known, f"{KINDS[kind]}/{name}/")
        if file == data:
            tables = tomlkit.parse(text)
            tables["title"] = title
            text = tomlkit.dumps(tables)
        files[place] = text
    return files
