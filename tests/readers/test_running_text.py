import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.readers.html import read

FIRST = "The envoys of both countries met in the capital on Monday and spoke for nine hours."
SECOND = (
    "Carriers had asked for a pause of one season, and the minister said she would think of it."
)
TEASER = "A portrait of the lock keeper, who has seen every winter on the river since he was a boy."
STORY = f"<p>{FIRST}</p><p>{SECOND}</p>"


def body(markup: str) -> list[str]:
    return [entry.text for entry in read(markup, "p.html").paragraphs if entry.kind == "body"]


def test_the_text_is_found_where_the_page_marks_nothing() -> None:
    column = "<div>Home</div><div>News</div>"
    assert body(f"<div>{column}<div>{STORY}</div></div>") == [FIRST, SECOND]


def test_what_calls_itself_comments_or_related_is_no_text() -> None:
    page = f"<div>{STORY}<p>{TEASER}</p><div class='article-comments'><p>{TEASER}</p></div></div>"
    assert body(page) == [FIRST, SECOND, TEASER]


def test_a_name_does_not_make_furniture_of_most_of_the_page() -> None:
    assert body(f"<div class='share-page has-sidebar'>{STORY}</div>") == [FIRST, SECOND]


def test_parts_of_one_name_that_hold_the_text_together_stay() -> None:
    parts = "".join(f"<div class='ad-grid'><p>{text}</p></div>" for text in (FIRST, SECOND))
    assert body(f"<div>{parts}</div>") == [FIRST, SECOND]


def test_a_second_part_like_the_first_is_not_left_behind() -> None:
    long = f"<section>{STORY * 4}</section>"
    assert body(f"<div>{long}<section><p>{TEASER}</p></section></div>")[-1] == TEASER


def test_a_paragraph_that_is_a_link_leads_away_and_one_with_a_link_does_not() -> None:
    link = f"<p><a href='/x'>{TEASER}</a></p>"
    cited = "<p>It will publish its share, according to <a href='/x'>the ministry</a>.</p>"
    assert body(f"<article>{STORY}{link}{cited}</article>")[2:] == [
        "It will publish its share, according to the ministry."
    ]


def test_a_page_that_is_one_link_keeps_its_text() -> None:
    assert body(f"<article><a href='/x'>{STORY}</a></article>") == [FIRST, SECOND]


def test_byline_and_date_between_headline_and_text_are_kept() -> None:
    page = f"<div>Menu<h1>Talks</h1><div>By Ana Solano</div><div>{STORY}</div></div>"
    told = [(entry.kind, entry.text) for entry in read(page, "p.html").paragraphs]
    assert told[:3] == [("navigation", "Menu"), ("heading", "Talks"), ("body", "By Ana Solano")]


def test_a_page_of_short_lines_keeps_them_whatever_its_parts_are_called() -> None:
    assert body("<div class='share-banner'><p>We agreed.</p></div>") == ["We agreed."]


def test_a_page_inside_a_form_is_read() -> None:
    assert body(f"<form><div>Search</div><div>{STORY}</div></form>") == [FIRST, SECOND]


def test_a_page_that_hides_itself_has_no_text() -> None:
    assert body(f"<body style='visibility: hidden'>{STORY}") == []


TAGS = ("div", "p", "section", "article", "main", "aside", "span", "a href=x", "h1", "li class=ad")


@given(st.lists(st.sampled_from([*(f"<{tag}>" for tag in TAGS), "</div>", "</p>", "words. "])))
def test_no_words_go_away(parts: list[str]) -> None:
    told = " ".join(entry.text for entry in read("".join(parts), "p.html").paragraphs)
    assert told.count("words") == parts.count("words. ")


@pytest.mark.parametrize("element", ["<div class='ad'>", "<section>", "<span>"])
def test_many_elements_take_linear_time(element: str) -> None:
    assert len(body(f"<article>{STORY}{element * 20_000}{STORY}")) == 4
