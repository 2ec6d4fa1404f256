"""A table into the text of a TOML file that a person edits too; whatever else stands there stays.

By itself because tomlkit takes long to load, and a build only reads.
"""

import tomllib
from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import reduce
from typing import Any

import tomlkit

from scenesetter.errors import UserError
from scenesetter.tomlfiles.lines import key_lines

Names = tuple[str, ...]
"""Of a table and those that it lies in: `[a.b]` is ("a", "b")."""


def with_table(text: str, names: Names, held: Mapping[str, Any], keys: Sequence[str]) -> str:
    """The text with this table in its place among those of as many names.

    `keys` are all that such a table may have, in their order. A table that is there and has
    comments keeps them; a new one goes before the first of greater names, above the comment that
    leads it. Raises UserError, without a place, where the text is such that another table would
    change.
    """
    lines = text.rstrip("\n").split("\n")
    headers = _headers(text, lines)
    start = headers.get(names)
    if start is None:
        alike = {path: line for path, line in headers.items() if len(path) == len(names)}
        greater = [line for path, line in alike.items() if path > names]
        place = _above_comment(lines, min(greater)) if greater else len(lines)
        parts = [lines[:place], _table(names, held), lines[place:]]
    else:
        later = [line for line in headers.values() if line > start]
        end = _last_key(lines, min(later, default=len(lines)))
        lead = _above_comment(lines, start)
        table = [*lines[lead:start], *_changed(lines[start:end], names, held, keys)]
        parts = [lines[:lead], table, lines[end:]]
    changed = "\n\n".join("\n".join(part).strip("\n") for part in parts if any(part)) + "\n"
    if _parsed(changed) != _with(tomllib.loads(text), names, held):
        what = f"the table of {', '.join(names)} cannot be written without touching others"
        hint = f"write each as a table of its own: [{'.'.join('NAME' for _ in names)}]"
        raise UserError("", what, hint)
    return changed


def _headers(text: str, lines: Sequence[str]) -> dict[Names, int]:
    """The line, from 0, that each table is headed by, "[[...]]" left out."""
    found = {
        tuple(map(str, path)): line - 1
        for path, line in key_lines(text).items()
        if all(isinstance(name, str) for name in path)
    }
    return {path: line for path, line in found.items() if lines[line].lstrip().startswith("[")}


def _with(tables: dict[str, Any], names: Names, held: Mapping[str, Any]) -> dict[str, Any]:
    expected = deepcopy(tables)
    reduce(lambda table, name: table.setdefault(name, {}), names[:-1], expected)[names[-1]] = held
    return expected


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


def _table(names: Names, held: Mapping[str, Any]) -> list[str]:
    nested: Mapping[str, Any] = held
    for name in reversed(names):
        nested = {name: nested}
    return tomlkit.dumps(nested).strip("\n").split("\n")


def _changed(
    table: Sequence[str], names: Names, held: Mapping[str, Any], keys: Sequence[str]
) -> list[str]:
    """The table key by key, so that its comments stay; the whole of one that has none."""
    if not any("#" in line for line in table):
        return _table(names, held)
    document = tomlkit.parse("\n".join(table).rstrip("\n") + "\n")
    place: Any = document
    for name in names:
        place = place[name]
    for key in keys:
        _set(place, key, held.get(key))
    return tomlkit.dumps(document).split("\n")


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
