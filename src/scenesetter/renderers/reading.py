"""A printed PDF read back: what a reader's program shows of it."""

from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped] # it has no type marker


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


def read_back(pdf: bytes) -> ReadBack:
    """Raises pypdfium2.PdfiumError for what is no PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return ReadBack(
            tuple(_text(page) for page in document),
            tuple(page.get_size() for page in document),
            tuple(Bookmark(one.get_title(), one.level, _page(one)) for one in document.get_toc()),
            document.get_metadata_dict(skip_empty=True),
            tuple(
                document.get_attachment(place).get_name()
                for place in range(document.count_attachments())
            ),
        )
    finally:
        document.close()


def _text(page: pypdfium2.PdfPage) -> str:
    text: str = page.get_textpage().get_text_bounded()
    return text.replace("\r\n", "\n")


def _page(bookmark: pypdfium2.PdfBookmark) -> int:
    place = bookmark.get_dest()
    index = place.get_index() if place else None
    return 0 if index is None else index + 1
