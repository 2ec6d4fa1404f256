"""A Markdown file as headings and lines: each list item and each paragraph is one line.

For what people write by hand. Nothing of it is dropped but comments and rules (`---`).
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

DEEPEST = 19
"""Level of the list item inside which the parser reads no further."""
CONTROLS = dict.fromkeys([*range(32), *range(127, 160)])
"""Dropped: a finding that quotes them could write over a terminal."""
HTML = "HTML, or a comment that is not closed or not alone in its lines, is not read"


SYNTAX = (
    "heading", "lheading", "list", "hr", "html_block",
    "escape", "entity", "emphasis", "newline", "html_inline",
)  # fmt: skip


class Part(NamedTuple):
    """A heading, a line, or, as "lost", why something could not be read.

    `text` is plain, its white space single spaces; `number` is the line of the file, from 1.
    """

    kind: Literal["heading", "line", "lost"]
    text: str
    number: int
    level: int = 0
    """Of a heading, 1 to 6."""


def outline(text: str) -> tuple[Part, ...]:
    """In the order in which they begin; the paragraphs of a list item are one line."""
    return tuple(_parts(_parser().parse(text)))


def _parser() -> MarkdownIt:
    """What is not switched on here (links, tables, quotations, code) stays text as typed, so that
    nothing gets lost; link definitions would swallow "[f:ID]: words"."""
    return MarkdownIt("zero", {"html": True}).enable(list(SYNTAX))


def _parts(tokens: Sequence[Token]) -> list[Part]:
    parts: list[Part] = []
    said: dict[int, list[str]] = {}  # paragraphs of the list item at a place in `parts`
    around: list[int] = []  # the list items around the token, by their places
    for before, token in zip([None, *tokens], tokens, strict=False):
        number = token.map[0] + 1 if token.map else 0
        if token.type == "list_item_open":
            around.append(len(parts))
            parts.append(Part("line", "", number))
            if token.level >= DEEPEST:
                parts.append(Part("lost", "lists are nested too deeply to be read", number))
        elif token.type == "list_item_close":
            around.pop()
        elif token.type == "html_block" and _without_comments(token.content).strip():
            parts.append(Part("lost", HTML, number))
        elif token.type == "inline" and around:
            said.setdefault(around[-1], []).append(_plain(token))
        elif token.type == "inline" and before is not None and before.type == "heading_open":
            parts.append(Part("heading", _plain(token), number, int(before.tag[1:])))
        elif token.type == "inline":
            parts.append(Part("line", _plain(token), number))
    whole = [
        part._replace(text=" ".join(said.get(place, [part.text])))
        for place, part in enumerate(parts)
    ]
    return [part for part in whole if part.text or part.kind == "heading"]


def _plain(inline: Token) -> str:
    pieces = (
        " "
        if child.type in ("softbreak", "hardbreak")
        else _without_comments(child.content)
        if child.type == "html_inline"
        else child.content
        for child in inline.children or ()
    )
    return " ".join("".join(pieces).split()).translate(CONTROLS)


def _without_comments(html: str) -> str:
    """What stands between comments; an open one is no comment."""
    pieces = []
    place = 0
    while (start := html.find("<!--", place)) >= 0:
        end = html.find("-->", start + 4)
        if end < 0:
            break
        pieces.append(html[place:start])
        place = end + 3
    return "".join([*pieces, html[place:]])
