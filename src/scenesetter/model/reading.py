"""A printed pack as it was read back: what a reader's program shows of it."""

from typing import NamedTuple

EDGE = 0.15
"""The part of a page's height in which running lines stand."""


class Bookmark(NamedTuple):
    """`level` 0 is the outermost, `page` counts from 1; 0 where it leads nowhere. `top` is where
    on the page, in points above its foot."""

    title: str
    level: int
    page: int
    top: float = 0.0


class Face(NamedTuple):
    """A font in one size, in points. `name` is the file's, without the letters of its subset;
    `length` is how much is printed in it, in points along the line."""

    name: str
    size: float
    length: float
    embedded: bool


class Extent(NamedTuple):
    """Where the text of a page stands, in points from its left and above its foot."""

    left: float
    right: float
    baselines: tuple[float, ...]
    """Of its lines, from the top down, those of head and foot of the page too."""


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
    language: str = ""
    faces: tuple[Face, ...] = ()
    """The most used first."""
    extents: tuple[Extent, ...] = ()
    """Of each page."""
