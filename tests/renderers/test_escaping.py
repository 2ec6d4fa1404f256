"""The law of escaping: what is printed has exactly the characters that were written."""

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scenesetter.renderers.escaping import escape, fold
from scenesetter.renderers.html import parser

MARKUP = "*_`~|<>&#[](){}!:;=+-.\\^\"'/ \t\n\u00a01aX3é"
anything = st.one_of(st.text(), st.text(alphabet=MARKUP))
PLACES = {
    "paragraph": "{}\n",
    "heading": "## {}\n",
    "list item": "- {}\n",
    "cell": "| a | b |\n|---|---|\n| {} | x |\n",
    "emphasis": "*{}*\n",
    "strong": "**{}**\n",
    "quotation": "> {}\n",
    "before a call": "{}[^1]\n\n[^1]: source\n",
    "between labels": "- **Label** {} *particulars*\n",
    "link text": "[{}](#there)\n",
    "after a line": "a line\n{}\n",
    "before a line": "{}\na line\n",
    "between values": "{0}{0}\n",
}


def printed(markdown: str) -> str:
    """The characters a reader sees: the elements' tags taken out of the HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", parser().render(markdown))).strip()


@pytest.mark.holds("SEC-01")
@pytest.mark.parametrize("place", PLACES)
@given(value=anything)
@example("1. x")
@example("[a](javascript:x)")
@example("&amp;")
@example("a | b \\| c\\")
@example("# # #")
@example("<https://a.example>")
@example("![x](y)")
@example("[^1]: x")
@example("::: cover")
def test_markdown_gives_back_the_characters_that_went_in(place: str, value: str) -> None:
    if text := fold(value):
        with_text = PLACES[place].format(escape(value))
        plain = PLACES[place].format("QQQQ")
        assert printed(with_text) == printed(plain).replace("QQQQ", text)


@pytest.mark.parametrize(
    "value",
    [
        "[López Obrador] said so",
        "About ~50 people, 37 % of them",
        "R&D cost $1.5 trillion (in 2022)",
        "snake_case, 5 < 6, a + b - c = d",
        "It was no. 1. The end!",
        "-5 degrees",
        "https://www.example.org/a_b?c=d&e=f",
    ],
)
def test_what_is_no_markup_stays_as_it_is(value: str) -> None:
    assert escape(value) == value


@pytest.mark.parametrize(
    ("value", "escaped"),
    [
        ("# x", "\\# x"),
        ("*x*", "\\*x\\*"),
        ("a | b", "a \\| b"),
        ("1. x", "1\\. x"),
        ("- x", "\\- x"),
        ("[a](javascript:x)", "\\[a\\](javascript:x)"),
        ("<script>", "\\<script>"),
        ("&amp;", "\\&amp;"),
        ("[^1]", "\\[^1\\]"),
        (":::", "\\:::"),
        ("~~x~~", "\\~\\~x\\~\\~"),
        ("{{ 7*7 }}", "{{ 7\\*7 }}"),
        ("not [closed", "not \\[closed"),
    ],
)
def test_only_markup_is_escaped(value: str, escaped: str) -> None:
    assert escape(value) == escaped


def test_a_value_is_one_line() -> None:
    assert fold(" a\x00b\r\n\tc  d\u2028e ") == "ab c de".replace("de", "d e")


def test_a_long_hostile_value_is_escaped_in_little_time() -> None:
    for hostile in ("&", "#", "[", "]", "_", "-", "=", " ", "1", "~", "&a"):
        assert escape(hostile * 200_000) is not None
