"""Markdown with front matter, to plain paragraphs."""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from scenesetter.readers.canonical import Paragraph, paragraph
from scenesetter.readers.front_matter import front_matter
from scenesetter.readers.reading import Reading

SUFFIXES = (".md", ".markdown")

_PARSER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def charset(head: bytes) -> str | None:  # noqa: ARG001 - Markdown does not say
    return None


def read(text: str, path: str) -> Reading:
    front = front_matter(text.replace("\r\n", "\n"), path)
    paragraphs = tuple(_paragraphs(_PARSER.parse(front.body)))
    return Reading(paragraphs, front.source, front.findings)


def _paragraphs(tokens: Sequence[Token]) -> Iterator[Paragraph]:
    row: list[str] = []
    within = ""
    for token in tokens:
        if token.type == "inline":
            words = _plain(token.children or [])
            if within in {"td_open", "th_open"}:
                row.append(words)
            else:
                yield from paragraph("heading" if within == "heading_open" else "body", words)
            yield from _captions(token.children or [])
        elif token.type == "tr_close":
            yield from paragraph("body", "; ".join(row))
            row.clear()
        elif token.type in {"fence", "code_block"}:
            for part in token.content.split("\n\n"):
                yield from paragraph("body", part)
        within = token.type


def _captions(children: Sequence[Token]) -> Iterator[Paragraph]:
    for child in children:
        if child.type == "image":
            yield from paragraph("caption", child.content)


def _plain(children: Sequence[Token]) -> str:
    """Words of inline content: links as their text, emphasis and images dropped."""
    return "".join(
        " " if child.type in {"softbreak", "hardbreak"} else child.content
        for child in children
        if child.type in {"text", "code_inline", "softbreak", "hardbreak", "text_special"}
    )
