import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from scenesetter.errors import UserError
from scenesetter.model.pack import Pack
from scenesetter.model.reading import Bookmark
from scenesetter.renderers.environment import fill
from scenesetter.renderers.html import to_html
from scenesetter.renderers.pdf import Limits, PdfPrinter, Printed, print_pdf
from scenesetter.renderers.reading import read_back

LETTER, A4 = (612, 792), (595, 842)


def page(pack: Pack, audience: str, templates: Path) -> str:
    text = fill(f"audiences/{audience}/pack.md.j2", pack, [templates])
    sheets = ("shared/base.css", f"audiences/{audience}/print.css")
    return to_html(text, pack, [(templates / name).read_text("utf-8") for name in sheets])


@pytest.fixture(scope="module")
def printer(templates: Path) -> Iterator[PdfPrinter]:
    with PdfPrinter([templates]) as made:
        yield made


@pytest.fixture(scope="module")
def book(printer: PdfPrinter, summit: Pack, templates: Path) -> tuple[Printed, Printed]:
    """The same book printed twice, by two processes."""
    html = page(summit, "delegation", templates)
    first, second = printer.submit(html, "a4"), printer.submit(html, "a4")
    return first.result(), second.result()


def read(printed: Printed) -> PdfReader:
    return PdfReader(io.BytesIO(printed.pdf))


def test_the_same_html_gives_the_same_bytes(book: tuple[Printed, Printed]) -> None:
    assert book[0].pdf == book[1].pdf


@pytest.mark.holds("SEC-05")
def test_printing_complains_of_nothing(book: tuple[Printed, Printed]) -> None:
    assert book[0].log == ()


def test_every_page_has_its_banner_twice_and_its_number(book: tuple[Printed, Printed]) -> None:
    pages = [sheet.extract_text() for sheet in read(book[0]).pages]
    for number, text in enumerate(pages, 1):
        assert text.count("OFFICIAL") >= 2
        assert f"page {number} of {len(pages)}" in text
        assert "DRAFT" in text
        assert "Tenth North American Leaders" in text


@pytest.mark.holds("PDF-04")
def test_the_document_has_title_language_date_and_tags(book: tuple[Printed, Printed]) -> None:
    reader = read(book[0])
    assert reader.metadata
    assert reader.metadata.title == "Tenth North American Leaders’ Summit – Delegation book"
    assert str(reader.metadata["/CreationDate"]) == "D:20230118"
    assert "/Author" not in reader.metadata
    catalog: Any = reader.root_object
    assert catalog["/Lang"] == "en"
    assert catalog["/MarkInfo"]["/Marked"]
    assert b'pdfuaid:part="1"' in catalog["/Metadata"].get_data()


def test_bookmarks_name_each_paper(book: tuple[Printed, Printed], summit: Pack) -> None:
    top: Any = read(book[0]).outline[1]
    titles = [mark.title for mark in top if not isinstance(mark, list)]
    assert titles[2:6] == [paper.title for paper in summit.papers]


def test_the_contents_give_the_page_of_each_paper(
    book: tuple[Printed, Printed], summit: Pack
) -> None:
    pages = [sheet.extract_text() for sheet in read(book[0]).pages]
    for paper in summit.papers:
        (line,) = (row for row in pages[1].splitlines() if row.startswith(paper.title))
        assert paper.title in pages[int(line.split()[-1]) - 1]


def test_every_fact_is_printed_with_its_accents(
    book: tuple[Printed, Printed], summit: Pack
) -> None:
    words = "".join("".join(s.extract_text().split()) for s in read(book[0]).pages)
    for name in ("Łódź", "İzmir", "HàNội", "Київ", "Θεσσαλονίκη", "Villaseñor-Etxeberría"):
        assert name in words
    assert all("".join(p.title.split()) in words for p in summit.papers)


@pytest.mark.holds("SEC-07")
def test_nothing_of_this_machine_is_in_the_file(book: tuple[Printed, Printed]) -> None:
    assert str(Path.cwd()).encode() not in book[0].pdf
    assert b"templates.invalid" not in book[0].pdf
    told = read(book[0])
    assert told.metadata is not None
    assert told.xmp_metadata is not None
    assert "/Producer" not in told.metadata
    assert b"WeasyPrint" not in told.xmp_metadata.stream.get_data()


@pytest.mark.parametrize("audience", ["principal", "delegation"])
def test_a_nearly_empty_pack_prints_on_either_paper(
    printer: PdfPrinter, bare: Pack, templates: Path, audience: str
) -> None:
    html = page(bare, audience, templates)
    waiting = [printer.submit(html, "a4"), printer.submit(html, "letter")]
    for printed, size in zip((job.result() for job in waiting), (A4, LETTER), strict=True):
        box = read(printed).pages[0].mediabox
        assert (round(box.width), round(box.height)) == size
        assert printed.log == ()


def test_a_very_long_title_and_word_stay_on_the_page(
    printer: PdfPrinter, summit: Pack, templates: Path
) -> None:
    long = summit.model_copy(update={"title": "An Extraordinary Ministerial " * 6 + "x" * 120})
    assert printer.submit(page(long, "principal", templates), "letter").result().log == ()


@pytest.mark.holds("SEC-02")
@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "https://example.org/a.png",
        "/../../etc/passwd",
        "/shared/macros.md.j2",
        "data:image/png;base64,AAAA",
    ],
)
def test_nothing_but_the_templates_own_files_is_served(printer: PdfPrinter, url: str) -> None:
    html = f'<html lang="en"><title>x</title><h1>x</h1><img alt="x" src="{url}">'
    (record,) = printer.submit(html, "a4").result().log
    assert record.startswith("Failed to load image")


def test_a_link_out_of_the_template_folder_is_not_served(tmp_path: Path) -> None:
    (tmp_path / "secret.css").write_text("h1 { color: red }")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "out.css").symlink_to(tmp_path / "secret.css")
    html = '<html lang="en"><title>x</title><link rel="stylesheet" href="/out.css"><h1>x</h1>'
    assert print_pdf(html, "a4", [folder]).log != ()


@pytest.mark.holds("SEC-06")
@pytest.mark.parametrize(
    ("limits", "what"),
    [
        (Limits(wall=2), "longer than 2 seconds"),
        (Limits(seconds=1), "stopped by the system"),
        (Limits(memory=50_000_000), "memory|stopped|failed"),
    ],
)
def test_a_bomb_ends_in_an_error_with_a_hint(templates: Path, limits: Limits, what: str) -> None:
    html = f'<html lang="en"><title>x</title><h1>x</h1><p>{"word " * 400_000}</p>'
    with (
        PdfPrinter([templates], 1, limits) as printer,
        pytest.raises(UserError, match=what) as caught,
    ):
        printer.submit(html, "a4").result()
    assert caught.value.hint


def test_deep_nesting_is_an_error_and_the_printer_goes_on(printer: PdfPrinter) -> None:
    head = '<html lang="en"><title>x</title><h1>x</h1>'
    with pytest.raises(UserError):
        printer.submit(head + "<div>" * 3000, "a4").result()
    assert printer.submit(head, "a4").result().pdf.startswith(b"%PDF-")


def test_a_printed_page_is_read_back_as_a_reader_sees_it(templates: Path) -> None:
    html = "<html lang=en><title>Talks</title><h1>Fish</h1><p>We agree.</p>"
    printed = print_pdf(html, "a4", [templates])
    found = read_back(printed.pdf)
    assert found.pages == ("Fish\nWe agree.",)
    assert found.bookmarks == (Bookmark("Fish", 0, 1, found.bookmarks[0].top),)
    assert 0 < found.bookmarks[0].top < A4[1]
    assert found.language == "en"
    assert found.properties["Title"] == "Talks"
