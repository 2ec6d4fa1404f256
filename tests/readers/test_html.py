import time

import pytest

from scenesetter.readers.html import charset, read


def paragraphs(markup: str) -> list[tuple[str, str]]:
    return [(entry.kind, entry.text) for entry in read(markup, "p.html").paragraphs]


@pytest.mark.parametrize("closed", ["</div>" * 10_000, ""])
def test_ten_thousand_elements_deep_reads_in_time(closed: str) -> None:
    began = time.process_time()
    assert paragraphs("<div>" * 10_000 + "deep" + closed + "<p>after") == [
        ("body", "deep"),
        ("body", "after"),
    ]
    assert time.process_time() - began < 5


def test_a_publisher_in_hundreds_of_lists_is_nobody() -> None:
    nested = "[" * 700 + '"Post"' + "]" * 700
    linked = f'{{"@type": "NewsArticle", "headline": "H", "publisher": {nested}}}'
    source = read(f'<script type="application/ld+json">{linked}</script>', "p.html").source
    assert (source.publisher, source.title) == (None, "H")


def test_deep_attributes_do_not_become_text() -> None:
    assert paragraphs("<div title='a b'>" * 400 + "x") == [("body", "x")]


def test_scripts_comments_and_hidden_elements_are_not_read() -> None:
    markup = "<p>a<!-- b --><script>c</script><span hidden>d</span><i aria-hidden=true>e</i>f"
    assert paragraphs(markup) == [("body", "af")]


def test_what_lies_outside_the_article_is_navigation() -> None:
    assert paragraphs("<p>Menu</p><article><p>Words</p></article><p>Legal") == [
        ("navigation", "Menu"),
        ("body", "Words"),
        ("navigation", "Legal"),
    ]


def test_a_row_is_one_paragraph() -> None:
    assert paragraphs("<table><tr><th>Lock<th>Toll<tr><td>North<td>40</table>") == [
        ("body", "Lock; Toll"),
        ("body", "North; 40"),
    ]


def test_markup_in_entities_stays_text() -> None:
    assert paragraphs("<p>&lt;b&gt; {{ 7*7 }}</p>") == [("body", "<b> {{ 7*7 }}")]


def test_metadata_that_is_no_text_is_left_out() -> None:
    head = """<meta name=author content="https://x.example/ann"><link rel=canonical href="/here">
    <meta property="article:published_time" content="yesterday">
    <script type="application/ld+json">{"@type": ["NewsArticle"], "author": [{"name": "Ann Lee"}],
    "datePublished": "2023-01-09", "publisher": {"name": "Post"}, "headline": "H"}</script>"""
    source = read(f"<head>{head}</head><p>x", "p.html").source
    assert (source.author, source.url, source.published) == ("Ann Lee", None, "2023-01-09")
    assert (source.publisher, source.title) == ("Post", "H")


@pytest.mark.parametrize("data", ["[" * 100_000, "{", "3", '{"@graph": 7}', '{"@type": {"a": 1}}'])
def test_broken_linked_data_is_passed_over(data: str) -> None:
    source = read(f'<script type="application/ld+json">{data}</script><p>x', "p.html").source
    assert source.published is None


def test_one_time_is_the_page_s_but_several_are_not() -> None:
    one = '<article><time datetime="2023-01-09">Monday</time><p>x'
    assert read(one, "p").source.published == "2023-01-09"
    assert read(one + '<time datetime="2022-05-01">then</time>', "p").source.published is None


def test_a_title_keeps_what_is_not_the_site_s_name() -> None:
    page = "<title>Talks - Ministry</title><meta property=og:site_name content={}><p>x"
    assert read(page.format("Ministry"), "p").source.title == "Talks"
    assert read(page.format("Office"), "p").source.title == "Talks - Ministry"


@pytest.mark.parametrize(
    "head", [b'<meta charset="koi8-r">', b'<META http-equiv=x content="text/html; charset=koi8-r">']
)
def test_the_page_names_its_encoding(head: bytes) -> None:
    assert charset(head) == "koi8-r"
