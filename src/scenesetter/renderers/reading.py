"""A printed PDF read back."""

import pypdfium2  # type: ignore[import-untyped] # it has no type marker

from scenesetter.model.reading import EDGE, Bookmark, ReadBack


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
            tuple(_text(page, bottom=(1 - EDGE) * page.get_height()) for page in document),
            tuple(_text(page, top=EDGE * page.get_height()) for page in document),
        )
    finally:
        document.close()


def _text(page: pypdfium2.PdfPage, top: float | None = None, bottom: float | None = None) -> str:
    """Of the part between two heights, in points from the foot; None is the page's edge."""
    text: str = page.get_textpage().get_text_bounded(top=top, bottom=bottom)
    return text.replace("\r\n", "\n")


def _page(bookmark: pypdfium2.PdfBookmark) -> int:
    place = bookmark.get_dest()
    index = place.get_index() if place else None
    return 0 if index is None else index + 1
