"""Write a person's rulings, and take them back."""

from typing import NamedTuple

from scenesetter import store
from scenesetter.model.ruling import Ruling
from scenesetter.opening import Opened
from scenesetter.rulings.book import RULINGS_FILE, read_book
from scenesetter.rulings.writing import HEAD, with_ruling
from scenesetter.tomlfile import text_of


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
