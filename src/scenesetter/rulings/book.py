"""`rulings.toml`: one table a fact, sorted by id; the person's file too, and kept as it is."""

from pathlib import Path
from typing import NamedTuple

from pydantic import RootModel

from scenesetter.model.ruling import Ruling, RulingTable
from scenesetter.tomlfiles.lines import key_lines
from scenesetter.tomlfiles.values import load, text_of

RULINGS_FILE = "rulings.toml"


class Book(NamedTuple):
    """The rulings of a briefing, sorted by fact, with the lines that they stand on."""

    path: str
    rulings: tuple[Ruling, ...] = ()
    lines: dict[str, int] = {}  # noqa: RUF012 - never written to
    kept_back: frozenset[str] = frozenset()
    """Ids of facts that are there, and that the reader at hand does not see."""

    def line(self, fact: str) -> int:
        return self.lines.get(fact, 0)


class RulingsTables(RootModel[dict[str, RulingTable]]):
    """The file: a table a fact, by its id."""


def read_book(root: Path) -> Book:
    """The rulings of a briefing folder; none where it has no such file. UserError if bad."""
    path = root / RULINGS_FILE
    if not path.exists():
        return Book(str(path))
    file = load(path, RulingsTables)
    rulings = [Ruling(fact=name, **dict(table)) for name, table in sorted(file.root.items())]
    lines = key_lines(text_of(path))
    return Book(str(path), tuple(rulings), {name: lines.get((name,), 0) for name in file.root})
