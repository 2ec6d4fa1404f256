"""Rules on the layout of a printed file, on files that WeasyPrint printed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scenesetter.checks.layout import check_layout, spans_of
from scenesetter.checks.printed import PrintedPack
from scenesetter.model.audience import Audience
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.pack import Group, Pack, Paper, Section
from scenesetter.model.reading import ReadBack
from scenesetter.model.style import Style
from scenesetter.renderers.geometry import geometry
from scenesetter.renderers.pdf import PdfPrinter
from scenesetter.renderers.reading import read_back

ROOT = Path(__file__).parents[2]
RULE = {"authority": "Nobody"}
TYPE = {**RULE, "family": "Times New Roman", "printed": "Liberation Serif", "size": 14}
TYPED = Style.model_validate(
    {
        "name": "typed", "title": "T", "summary": "S", "typeface": TYPE,
        "page": {**RULE, "paper": "letter", "margin": "1in"},
        "limits": [{**RULE, "of": "paper", "measure": "pages", "most": 1}],
    }
)  # fmt: skip
BOOK = Audience(name="book", title="B", summary="S", parts=(), sections=(), pages={"pack": 3})
FOOT = '@page { @bottom-left { content: "page " counter(page) " of " counter(pages) } }'
PAPERS = """\
<h1>Talks</h1><p>Before.</p>
<h2 style="break-before: page">(U) Trade</h2><p>Words on trade.</p>
<p style="break-before: page">More words on trade.</p>
<h2>Migration</h2><p>Words on migration.</p>
<h2 style="break-before: page">Energy</h2><p>Words on energy.</p>"""
BARE = "<h1>Talks</h1><p>Words on talks in the month of May.</p>"


@pytest.fixture(scope="module")
def read() -> Callable[..., ReadBack]:
    """Prints a body with a style sheet and reads it back."""
    sheets = ("shared/base.css", "styles/us-state/style.css")
    lines = "".join((ROOT / "templates" / name).read_text("utf-8") for name in sheets).splitlines()
    faces = "\n".join(line for line in lines if "@font-face" in line)

    def printed(body: str, css: str, paper: Any = "letter", language: str = "en") -> ReadBack:  # noqa: ANN401 - a literal
        lang = f' lang="{language}"' if language else ""
        sheet = f"<style>{faces}html {{ font-family: var(--serif) }}{css}</style>"
        page = f"<html{lang}><title>Talks</title>{sheet}{body}"
        with PdfPrinter([ROOT / "templates"], 1) as printer:
            return read_back(printer.submit(page, paper).result().pdf)

    return printed


@pytest.fixture(scope="module")
def papers(read: Callable[..., ReadBack]) -> ReadBack:
    """Three papers of two, one and one pages, as the style asks for them."""
    return read(PAPERS, geometry(TYPED, BOOK) + FOOT)


def rules(back: ReadBack, *titles: str, audience: Audience = BOOK, **more: Any) -> list[str]:  # noqa: ANN401 - fields of the value
    given: dict[str, Any] = {"audience": "book"}
    group = Group(label=None, points=())
    held = Section(name="said", title="Said", form="points", groups=(group,), gap=None)
    made = tuple(
        Paper(issue=title, title=title, anchor=title, template="t", sections=(held,))
        for title in titles
    )
    pack = Pack.model_construct(None, **given, papers=made)
    nothing: dict[str, Any] = {}
    scheme = MarkingScheme.model_construct(None, **nothing)
    printed = PrintedPack("talks-book.pdf", back, pack, audience, scheme, TYPED, "letter")
    return [one.rule for one in check_layout(printed._replace(**more))]


def test_pages_are_counted_by_the_bookmarks_of_papers(papers: ReadBack) -> None:
    spans = spans_of(papers, ["Trade", "Migration", "Energy"])
    assert [(mark.page, pages) for mark, pages in spans] == [(2, 2), (3, 1), (4, 1)]


def test_what_is_longer_than_a_style_or_an_audience_allows_is_named(papers: ReadBack) -> None:
    assert rules(papers, "Trade") == ["LEN-05", "LEN-05"]
    roomy = BOOK.model_copy(update={"pages": {}})
    assert rules(papers, "Migration", "Energy", audience=roomy) == []


def test_a_font_that_is_not_in_the_file_is_an_error(papers: ReadBack) -> None:
    assert "PDF-01" not in rules(papers)
    outside = tuple(face._replace(embedded=False) for face in papers.faces)
    assert "PDF-01" in rules(papers._replace(faces=outside))


def test_a_paper_without_a_bookmark_is_named(papers: ReadBack) -> None:
    roomy = BOOK.model_copy(update={"pages": {}})
    assert rules(papers, "Fisheries", audience=roomy) == ["PDF-02"]


def test_a_line_in_the_overview_is_no_bookmark_of_its_paper(
    read: Callable[..., ReadBack],
) -> None:
    body = "<h1>Talks</h1><h2>Overview</h2><h3>Trade</h3><p>{}</p><h2>{}</h2><p>B.</p>"
    found = [
        rules(
            read(body.format("Words on trade. " * 9, head), geometry(TYPED, BOOK) + FOOT), "Trade"
        )
        for head in ("Sources", "(U) Trade")
    ]
    assert found == [["PDF-02"], []]


def test_the_pages_of_a_paper_are_not_those_of_a_title_deeper_in_another_part(
    read: Callable[..., ReadBack],
) -> None:
    deep = PAPERS.replace("(U) Trade</h2>", "Background</h2><h3>Trade</h3>")
    roomy = BOOK.model_copy(update={"pages": {}})
    back = read(deep, geometry(TYPED, BOOK) + FOOT)
    assert rules(back, "Trade", audience=roomy) == []


def test_the_banner_of_a_nearly_empty_pack_is_in_the_type_that_the_style_asks_for(
    read: Callable[..., ReadBack],
) -> None:
    banner = '<p class="banner">TOP SECRET//NOFORN AND WHAT MORE THERE IS</p>'
    sized = ".banner { font-size: 12pt }" + geometry(TYPED, BOOK) + FOOT
    assert rules(read(f"{banner}<h1>Talks</h1><p>Few.</p>{banner}", sized)) == []


def test_type_sheet_and_margins_are_read_back(read: Callable[..., ReadBack]) -> None:
    plain = read(BARE, '@page { margin: 5mm } :root { --serif: "Fira Sans" }' + FOOT, "a4")
    found = rules(plain)
    assert found == ["TYP-01"] * 4  # the sheet, the family, the size, the margin
    cards = BOOK.model_copy(update={"paper": "a4"})
    assert rules(plain, audience=cards, sheet="a4") == []


def test_pages_without_number_and_language_are_named(read: Callable[..., ReadBack]) -> None:
    assert rules(read(BARE, geometry(TYPED, BOOK), language="")) == ["TYP-02", "PDF-03"]


def test_a_heading_at_the_foot_of_a_page_is_named(read: Callable[..., ReadBack]) -> None:
    alone = '<h1>Talks</h1><p>Words.</p><h2>Trade</h2><p style="break-before: page">Words.</p>'
    loose = "h2 { break-after: auto !important }"
    assert "TYP-05" in rules(read(alone, geometry(TYPED, BOOK) + FOOT + loose), "Trade")


def test_words_that_run_off_the_page_are_named(read: Callable[..., ReadBack]) -> None:
    wide = read(f"<h1>Talks</h1><p>{'x' * 200}</p>", geometry(TYPED, BOOK) + FOOT)
    assert rules(wide) == ["TYP-05"]
