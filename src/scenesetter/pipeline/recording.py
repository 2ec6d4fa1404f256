"""Write a person's rulings, and take them back; write clearances."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from scenesetter import store
from scenesetter.clearance.book import CLEARANCE_FILE, read_clearances
from scenesetter.clearance.writing import with_clearance
from scenesetter.model.clearance import Clearance
from scenesetter.model.ruling import Ruling
from scenesetter.pipeline.opening import Opened, at
from scenesetter.rulings.book import RULINGS_FILE, read_book
from scenesetter.rulings.writing import HEAD, with_ruling
from scenesetter.tomlfiles.values import text_of


class Recorded(NamedTuple):
    """A ruling written, with the text of the rulings' file before and after it."""

    opened: Opened
    before: str
    after: str


def record(opened: Opened, ruling: Ruling) -> Recorded:
    """Write a ruling to the person's file, beside whatever else stands there by now.

    Raises UserError where the file is in error or cannot be written.
    """
    path = opened.folder.root / RULINGS_FILE
    read_book(opened.folder.root)  # a mistake that was made in it meanwhile is told
    before = text_of(path) if path.exists() else None
    with at(str(path)):
        after = with_ruling(before or "", ruling)
    store.replace(path, after, before)
    return Recorded(opened._replace(book=read_book(opened.folder.root)), before or HEAD, after)


def take_back(recorded: Recorded) -> Opened:
    """The file as it was before; where there was none, its head alone.

    Raises UserError where somebody has changed it since.
    """
    root = recorded.opened.folder.root
    store.replace(root / RULINGS_FILE, recorded.before, recorded.after)
    return recorded.opened._replace(book=read_book(root))


def record_clearances(root: Path, clearances: Iterable[Clearance]) -> None:
    """Write them to the person's file, beside whatever else stands there by now.

    Raises UserError where the file is in error or cannot be written.
    """
    path = root / CLEARANCE_FILE
    read_clearances(root)  # a mistake that was made in it meanwhile is told
    before = text_of(path) if path.exists() else None
    after = before or ""
    with at(str(path)):
        for one in clearances:
            after = with_clearance(after, one)
    store.replace(path, after, before)
