"""A ruling into the text of `rulings.toml`; whatever else a person wrote there stays.

By itself because tomlkit takes long to load, and a build only reads.
"""

import tomllib
from collections.abc import Sequence
from typing import Any

import tomlkit

from scenesetter.errors import UserError
from scenesetter.model.ruling import Ruling, RulingTable
from scenesetter.rulings.book import RULINGS_FILE
from scenesetter.tomllines import key_lines

HEAD = """\
# What was decided on each fact, by its id: written by `scenesetter review` and `scenesetter rule`.
# Yours to edit too: comments and keys stay where they are.
"""


def with_ruling(text: str, ruling: Ruling) -> str:
    """The file's text with the table of this ruling in its place.

    A table that is there and has comments keeps them; a new one goes before the first of a
    greater id, above the comment that leads it. Raises UserError where the text is such that
    another table would change.
    """
    lines = (text or HEAD).rstrip("\n").split("\n")
    tables = {str(keys[0]): line - 1 for keys, line in key_lines(text).items() if len(keys) == 1}
    headers = {name: line for name, line in tables.items() if lines[line].lstrip().startswith("[")}
    start = headers.get(ruling.fact)
    if start is None:
        greater = [line for name, line in headers.items() if name > ruling.fact]
        place = _above_comment(lines, min(greater)) if greater else len(lines)
        parts = [lines[:place], _table(ruling), lines[place:]]
    else:
        later = [line for line in headers.values() if line > start]
        end = _last_key(lines, min(later, default=len(lines)))
        parts = [lines[:start], _changed(lines[start:end], ruling), lines[end:]]
    changed = "\n\n".join("\n".join(part).strip("\n") for part in parts if any(part)) + "\n"
    if _parsed(changed) != {**tomllib.loads(text), ruling.fact: _written(ruling)}:
        what = f"the table of {ruling.fact} cannot be written without touching others"
        raise UserError(RULINGS_FILE, what, "write each fact as a [table] of its own")
    return changed


def _above_comment(lines: Sequence[str], place: int) -> int:
    """Where the comment begins that leads a table."""
    while place > 0 and lines[place - 1].lstrip().startswith("#"):
        place -= 1
    return place


def _last_key(lines: Sequence[str], place: int) -> int:
    """Where a table's keys end: blank lines and comments may follow."""
    while not lines[place - 1].strip() or lines[place - 1].lstrip().startswith("#"):
        place -= 1
    return place


def _table(ruling: Ruling) -> list[str]:
    return tomlkit.dumps({ruling.fact: _written(ruling)}).strip("\n").split("\n")


def _changed(table: Sequence[str], ruling: Ruling) -> list[str]:
    """The table key by key, so that its comments stay; the whole of one that has none."""
    if not any("#" in line for line in table):
        return _table(ruling)
    document = tomlkit.parse("\n".join(table).rstrip("\n") + "\n")
    for key in RulingTable.model_fields:
        _set(document[ruling.fact], key, _written(ruling).get(key))
    return tomlkit.dumps(document).split("\n")


def _written(ruling: Ruling) -> dict[str, Any]:
    """What the table holds, in the model's order: nothing that says nothing."""
    held = ruling.model_dump(mode="json", exclude={"fact"})
    return {key: held[key] for key in RulingTable.model_fields if held[key]}


def _set(table: Any, key: str, value: object) -> None:  # noqa: ANN401 - tomlkit's items have no common type
    if value is None:
        table.pop(key, None)
    elif table.get(key) != value:
        table[key] = value


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
