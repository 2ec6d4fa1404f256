"""A printed pack as it was read back: what a reader's program shows of it."""

from typing import NamedTuple

EDGE = 0.15
"""The part of a page's height in which running lines stand."""


class Bookmark(NamedTuple):
    """`level` 0 is the outermost, `page` counts from 1; 0 where it leads nowhere."""

    title: str
    level: int
    page: int


class ReadBack(NamedTuple):
    """The text of each page, line by line as printed, with what stands beside the pages."""

    pages: tuple[str, ...]
    sizes: tuple[tuple[float, float], ...]
    """Width and height of each page in points."""
    bookmarks: tuple[Bookmark, ...]
    properties: dict[str, str]
    """Of the document: Title, Author, CreationDate ..."""
    attachments: tuple[str, ...]
    """Their names."""
    heads: tuple[str, ...] = ()
    """Of each page, what stands in the top part of `EDGE`; `feet` in the bottom one."""
    feet: tuple[str, ...] = ()
