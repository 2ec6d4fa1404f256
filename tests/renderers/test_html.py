import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from scenesetter.model.pack import Pack
from scenesetter.renderers.environment import fill
from scenesetter.renderers.html import CONTAINERS, parser, slug, to_html

CASES = Path(__file__).parents[1] / "cases" / "markdown"


@pytest.mark.parametrize("case", sorted(CASES.glob("*.md")), ids=lambda path: path.stem)
def test_markdown_gives_the_html_beside_it(case: Path, *, renew: bool) -> None:
    html = parser().render(case.read_text(encoding="utf-8"))
    if renew:
        case.with_suffix(".html").write_text(html, encoding="utf-8")
    assert html == case.with_suffix(".html").read_text(encoding="utf-8")


def page(pack: Pack, templates: Path, audience: str = "delegation") -> str:
    return to_html(fill(f"audiences/{audience}/pack.md.j2", pack, [templates]), pack, ())


@pytest.mark.parametrize("audience", ["principal", "delegation"])
@pytest.mark.parametrize("which", ["summit", "bare"])
def test_headings_start_with_h1_and_skip_none(
    audience: str, which: str, templates: Path, request: pytest.FixtureRequest
) -> None:
    html = page(request.getfixturevalue(which), templates, audience)
    levels = [int(level) for level in re.findall(r"<h(\d)", html)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_every_link_within_leads_to_one(summit: Pack, templates: Path) -> None:
    html = page(summit, templates)
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(ids)


def test_a_link_holds_plain_text_only(summit: Pack, templates: Path) -> None:
    assert not re.search(r"<a [^>]*>[^<]*<(?!/a>)", page(summit, templates))


def test_rows_of_a_table_have_as_many_cells_and_none_is_empty(
    summit: Pack, templates: Path
) -> None:
    html = page(summit, templates)
    rows = [
        re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
        for row in re.findall(r"(?s)<tr>.*?</tr>", html)
    ]
    assert rows
    assert {len(row) for row in rows} == {3}
    assert all(cell for row in rows for cell in row)
    assert "<th>" not in html


def test_a_source_has_the_number_that_the_pack_gives_it(summit: Pack, templates: Path) -> None:
    numbers = re.findall(r'<li id="source-(\d+)"', page(summit, templates))
    assert numbers == [str(entry.number) for entry in summit.sources]


def test_title_language_and_date_are_in_the_head(summit: Pack, templates: Path) -> None:
    pack = summit.model_copy(update={"title": "A <b> & B", "language": "es-MX"})
    html = page(pack, templates)
    assert '<html lang="es-MX">' in html
    assert "<title>A &lt;b&gt; &amp; B – Delegation book</title>" in html
    assert '<meta name="dcterms.created" content="2023-01-18">' in html


def test_every_element_is_closed(summit: Pack, templates: Path) -> None:
    balance: dict[str, int] = {}

    class Count(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's own signature
            balance[tag] = balance.get(tag, 0) + 1

        def handle_endtag(self, tag: str) -> None:
            balance[tag] -= 1

    Count().feed(page(summit, templates))
    assert {tag for tag, open_ones in balance.items() if open_ones} <= {"meta", "br", "hr"}


def test_a_style_sheet_cannot_end_its_element(bare: Pack) -> None:
    html = to_html("# x\n", bare, ["a { content: '</style><script>' }"])
    assert html.count("</style>") == 1


def test_every_container_has_rules_in_a_shipped_style_sheet(templates: Path) -> None:
    styles = "".join(path.read_text(encoding="utf-8") for path in templates.rglob("*.css"))
    assert all(f".{name}" in styles for name in CONTAINERS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("What they want", "what-they-want"), ("Łódź & Київ!", "łódź-київ"), ("…", "section")],
)
def test_a_slug_is_lower_case_words(text: str, expected: str) -> None:
    assert slug(text) == expected
