"""A pack in every form asked for: filled, turned to HTML, printed."""

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from typing import NamedTuple

from scenesetter.findings import Finding
from scenesetter.library import Library
from scenesetter.model.pack import Pack
from scenesetter.model.reading import ReadBack
from scenesetter.renderers.environment import fill
from scenesetter.renderers.geometry import geometry
from scenesetter.renderers.html import to_html
from scenesetter.renderers.markdown import plain
from scenesetter.renderers.pdf import PdfPrinter, Printed
from scenesetter.renderers.reading import read_back
from scenesetter.settings import EVERY_AUDIENCE, Format, Settings

_NO_GLYPH = re.compile(r"\.notdef glyph .* \(U\+([0-9A-F]+)\)")


class Rendered(NamedTuple):
    """One pack in every form but the printed one, which is on its way."""

    pack: Pack
    markdown: str
    html: str
    printing: Future[Printed] | None


class Finished(NamedTuple):
    """One pack's files by name; those printed also as they were read back."""

    files: dict[str, bytes]
    printed: dict[str, ReadBack]
    findings: tuple[Finding, ...]
    """What the printer complained of."""


def printer_for(settings: Settings) -> PdfPrinter:
    folders = Library.beside(settings.folder).folders
    one = len(settings.audiences) == 1 and EVERY_AUDIENCE not in settings.audiences
    return PdfPrinter(folders, workers=1 if one else 2)


def template_of(pack: Pack, library: Library) -> str:
    """Its style's own for its audience, else the audience's."""
    own = f"{pack.audience}.md.j2"
    if own in library.style(pack.style).templates:
        return f"styles/{pack.style}/{own}"
    return f"audiences/{pack.audience}/pack.md.j2"


def render(
    pack: Pack, library: Library, printer: PdfPrinter | None, settings: Settings
) -> Rendered:
    markdown = fill(template_of(pack, library), pack, library.folders)
    style, audience = library.style(pack.style), library.audience(pack.audience)
    sheets = (*library.stylesheets(pack.audience, pack.style), geometry(style, audience))
    html = to_html(markdown, pack, [sheet for sheet in sheets if sheet])
    sheet = style.sheet_of(audience, settings.paper)
    printing = printer.submit(html, sheet) if printer else None
    return Rendered(pack, markdown, html, printing)


def finished(rendered: Rendered, formats: Sequence[Format]) -> Finished:
    """The pack's files by name, in the order of the formats; waits for the printer."""
    stem = stem_of(rendered.pack)
    files: dict[str, bytes] = {}
    printed: dict[str, ReadBack] = {}
    findings: list[Finding] = []
    for form in formats:
        name = f"{stem}.{form}"
        if form is Format.md:
            files[name] = plain(rendered.markdown, rendered.pack).encode()
        elif form is Format.html:
            files[name] = rendered.html.encode()
        elif rendered.printing:
            pdf = rendered.printing.result()
            files[name] = pdf.pdf
            printed[name] = read_back(pdf.pdf)
            findings += complaints(name, pdf.log)
    return Finished(files, printed, tuple(findings))


def stem_of(pack: Pack) -> str:
    """The names of its files, without what tells their form."""
    return f"{pack.slug}-{pack.audience}"


def complaints(name: str, log: Sequence[str]) -> Iterator[Finding]:
    """What the printer complained of; the letters that it has no font for in one line."""
    lacking = [chr(int(found[1], 16)) for record in log if (found := _NO_GLYPH.search(record))]
    if lacking:
        what = f"printing: no font has these letters, boxes stand for them: {' '.join(lacking)}"
        hint = "install a font that has them, such as one of the Noto family"
        yield Finding("warning", "PDF-01", name, 0, what, hint)
    for record in log:
        if not _NO_GLYPH.search(record):
            yield Finding("warning", "PDF-01", name, 0, f"printing: {record}")
