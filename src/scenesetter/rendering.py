"""A pack in every form asked for: filled, turned to HTML, printed."""

from collections.abc import Sequence
from concurrent.futures import Future
from typing import NamedTuple

from scenesetter.findings import Finding
from scenesetter.library import Library
from scenesetter.model.pack import Pack
from scenesetter.renderers.environment import fill
from scenesetter.renderers.html import to_html
from scenesetter.renderers.markdown import plain
from scenesetter.renderers.pdf import PdfPrinter, Printed
from scenesetter.settings import Format, Settings


class Rendered(NamedTuple):
    """One pack in every form but the printed one, which is on its way."""

    pack: Pack
    markdown: str
    html: str
    printing: Future[Printed] | None


def printer_for(settings: Settings) -> PdfPrinter:
    folders = Library.beside(settings.folder).folders
    return PdfPrinter(folders, workers=min(2, len(settings.audiences) or 2))


def render(
    pack: Pack, library: Library, printer: PdfPrinter | None, settings: Settings
) -> Rendered:
    markdown = fill(f"audiences/{pack.audience}/pack.md.j2", pack, library.folders)
    html = to_html(markdown, pack, library.stylesheets(pack.audience))
    printing = printer.submit(html, settings.paper) if printer else None
    return Rendered(pack, markdown, html, printing)


def files_of(
    rendered: Rendered, formats: Sequence[Format]
) -> tuple[dict[str, bytes], list[Finding]]:
    """The pack's files by name, in the order of the formats."""
    stem = f"{rendered.pack.slug}-{rendered.pack.audience}"
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    for form in formats:
        if form is Format.md:
            files[f"{stem}.md"] = plain(rendered.markdown).encode()
        elif form is Format.html:
            files[f"{stem}.html"] = rendered.html.encode()
        elif rendered.printing:
            printed = rendered.printing.result()
            files[f"{stem}.pdf"] = printed.pdf
            findings += [
                Finding("warning", "PDF-01", f"{stem}.pdf", 0, f"printing: {record}")
                for record in printed.log
            ]
    return files, findings
