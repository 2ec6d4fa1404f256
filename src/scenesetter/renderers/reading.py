"""A printed PDF read back."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped] # it has no type marker
from pypdfium2 import raw

from scenesetter.model.reading import EDGE, Bookmark, Extent, Face, ReadBack

LONGEST_NAME = 128
"""Most bytes of a font's name (PDF limits names to 127)."""


def read_back(pdf: bytes) -> ReadBack:
    """Raises pypdfium2.PdfiumError for what is no PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = list(document)
        texts = [list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])) for page in pages]
        return ReadBack(
            tuple(_text(page) for page in pages),
            tuple(page.get_size() for page in pages),
            tuple(map(_bookmark, document.get_toc())),
            document.get_metadata_dict(skip_empty=True),
            tuple(
                document.get_attachment(place).get_name()
                for place in range(document.count_attachments())
            ),
            tuple(_text(page, bottom=(1 - EDGE) * page.get_height()) for page in pages),
            tuple(_text(page, top=EDGE * page.get_height()) for page in pages),
            _language(document),
            _faces(one for objects in texts for one in objects),
            tuple(map(_extent, texts)),
        )
    finally:
        document.close()


def _text(page: pypdfium2.PdfPage, top: float | None = None, bottom: float | None = None) -> str:
    """Of the part between two heights, in points from the foot; None is the page's edge."""
    text: str = page.get_textpage().get_text_bounded(top=top, bottom=bottom)
    return text.replace("\r\n", "\n")


def _bookmark(bookmark: pypdfium2.PdfBookmark) -> Bookmark:
    place = bookmark.get_dest()
    index = place.get_index() if place else None
    if place is None or index is None:
        return Bookmark(bookmark.get_title(), bookmark.level, 0)
    kind, view = place.get_view()
    top = view[1] if kind == raw.PDFDEST_VIEW_XYZ and len(view) > 1 else 0.0
    return Bookmark(bookmark.get_title(), bookmark.level, index + 1, top or 0.0)


def _language(document: pypdfium2.PdfDocument) -> str:
    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    letters = (ctypes.c_ushort * max(1, size // 2))()
    raw.FPDFCatalog_GetLanguage(document, letters, size)
    return bytes(letters).decode("utf-16-le").rstrip("\0")


def _faces(objects: Iterator[pypdfium2.PdfObject]) -> tuple[Face, ...]:
    lengths: dict[tuple[str, float, bool], float] = defaultdict(float)
    for one in objects:
        left, _, right, _ = one.get_bounds()
        lengths[_face(one)] += right - left
    most_used = sorted(lengths.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        Face(name, size, round(length, 1), embedded) for (name, size, embedded), length in most_used
    )


def _face(text: pypdfium2.PdfObject) -> tuple[str, float, bool]:
    font = raw.FPDFTextObj_GetFont(text)
    name = ctypes.create_string_buffer(LONGEST_NAME)
    raw.FPDFFont_GetBaseFontName(font, name, LONGEST_NAME)
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(text, ctypes.byref(size))
    shown = name.value.decode(errors="replace").rpartition("+")[2]
    embedded = raw.FPDFFont_GetIsEmbedded(font) == 1
    return shown, round(size.value * abs(text.get_matrix().d), 1), embedded


def _extent(objects: list[pypdfium2.PdfObject]) -> Extent:
    bounds = [one.get_bounds() for one in objects]
    lines = {round(one.get_matrix().f, 1) for one in objects}
    return Extent(
        min((left for left, *_ in bounds), default=0.0),
        max((right for _, _, right, _ in bounds), default=0.0),
        tuple(sorted(lines, reverse=True)),
    )
