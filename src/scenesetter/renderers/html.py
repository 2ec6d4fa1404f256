"""The Markdown pack as one HTML page, ready to print."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from scenesetter.model.edtf import in_words
from scenesetter.model.pack import Pack

CONTAINERS = (
    "cover", "contents", "overview", "scenario", "paper", "questions", "biographies", "chronology",
    "gaps", "changes", "passages", "findings", "clearance", "sources",
)  # fmt: skip
"""Names that may follow ":::"; the words after the name are the element's id."""

MARKS = "marks"
"""Where the parser's environment has the portion marks of the pack."""
LONG = 80
"""Characters of a heading from which style sheets may set it smaller."""

WORD_JOINER = "\u2060"
"""Keeps an endnote's number on the line of the word before it."""


def parser() -> MarkdownIt:
    """Markdown as this product reads it: CommonMark, tables, endnotes and the containers."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable("reference")
    markdown.use(footnote_plugin, inline=False)
    markdown.core.ruler.disable("footnote_tail")  # endnotes stand where the template puts them
    for name in CONTAINERS:
        markdown.use(container_plugin, name, render=_container)
    markdown.core.ruler.push("headings", _name_headings)
    markdown.core.ruler.push("portions", _set_marks_apart)
    markdown.add_render_rule("footnote_ref", _call)
    markdown.add_render_rule("footnote_reference_open", _endnote_open)
    markdown.add_render_rule("footnote_reference_close", _endnote_close)
    markdown.add_render_rule("th_open", _column_head)
    markdown.add_render_rule("ordered_list_open", _numbered_from)
    return markdown


def to_html(markdown: str, pack: Pack, stylesheets: Sequence[str]) -> str:
    """A whole page, its style sheets within."""
    env = {MARKS: frozenset(_portion_marks(pack.model_dump()))}
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(pack.language)}">\n'
        f"<head>\n{_head(pack, stylesheets)}</head>\n"
        f'<body class="{escape(pack.audience)}">\n{_running(pack)}'
        f"<main>\n{parser().render(markdown, env)}</main>\n"
        f'<div class="end">{_banner(pack)}</div>\n</body>\n</html>\n'
    )


def _portion_marks(value: object) -> Iterator[str]:
    """Every portion mark of a pack, wherever it stands in it."""
    if isinstance(value, dict):
        yield from (one for key in ("mark", "own") if isinstance(one := value.get(key), str))
        for inner in value.values():
            yield from _portion_marks(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _portion_marks(inner)


def _head(pack: Pack, stylesheets: Sequence[str]) -> str:
    title = f"{escape(pack.title)} – {escape(pack.audience_title)}"
    created = (
        f'<meta name="dcterms.created" content="{escape(pack.created)}">\n' if pack.created else ""
    )
    styles = "".join(f"<style>\n{_closed(sheet)}\n</style>\n" for sheet in stylesheets)
    version = f'<meta name="description" content="{escape(_version(pack))}">\n'
    released = version if pack.version else ""
    return f'<meta charset="utf-8">\n<title>{title}</title>\n{created}{released}{styles}'


def _version(pack: Pack) -> str:
    """What every page says of a release: "Version 2, 10 January 2023"."""
    number = f"Version {pack.version}" if pack.version else ""
    return f"{number}, {in_words(pack.created)}" if number and pack.created else number


def _running(pack: Pack) -> str:
    """Header and footer of every page; they come before the text, or page 1 had none."""
    banner = _banner(pack)
    status = '<p class="status">Draft</p>' if pack.draft else ""
    title, audience = escape(_shortened(pack.title)), escape(pack.audience_title)
    if pack.version:
        audience += f" · {escape(_version(pack))}"
    return (
        f'<div class="header">{banner}<p class="engagement">{title}</p>{status}</div>\n'
        f'<div class="footer"><p class="audience">{audience}</p>'
        f'<p class="folio"></p>{banner}</div>\n'
    )


def _banner(pack: Pack) -> str:
    """With the look of its scheme, as custom properties of the style sheets."""
    if not pack.banner:
        return ""
    look = pack.look
    given = {
        "align": look.align,
        "size": f"{look.size:g}pt",
        "ground": look.background,
        "letters": look.colour,
    }
    style = "; ".join(f"--{name}: {value}" for name, value in given.items() if value)
    return f'<p class="banner" style="{escape(style)}"><span>{escape(pack.banner)}</span></p>'


def _shortened(title: str) -> str:
    """What fits a line or two of the running header."""
    return title if len(title) <= 2 * LONG else f"{title[: 2 * LONG].rstrip()}…"


def _closed(sheet: str) -> str:
    """A style sheet that cannot end its element; CSS reads the escaped slash as a slash."""
    return sheet.replace("</", "<\\/")


def slug(text: str) -> str:
    """The id of a heading, as widely used: lower case, words joined by hyphens."""
    words = re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFC", text).lower())
    return re.sub(r"\s+", "-", words.strip()) or "section"


def _name_headings(state: StateCore) -> None:
    """Give each heading an id that nothing else on the page has."""
    used = {_container_id(token) for token in state.tokens if _opens_container(token)}
    used |= {_source_id(token) for token in state.tokens if token.type == "footnote_reference_open"}
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type != "heading_open":
            continue
        text = "".join(child.content for child in inline.children or ())
        if marked := _mark_at_start(text, state):
            text = text.removeprefix(marked).lstrip()
            opening.attrSet("data-title", text)
        if len(text) > LONG:
            opening.attrSet("class", "long")
        base = slug(text)
        name, count = base, 1
        while name in used:
            count += 1
            name = f"{base}-{count}"
        used.add(name)
        opening.attrSet("id", name)


def _mark_at_start(text: str, state: StateCore) -> str:
    """The pack's portion mark that a text begins with, "" for none."""
    marks = state.env.get(MARKS, ())
    return next((one for one in marks if text == one or text.startswith(f"{one} ")), "")


def _set_marks_apart(state: StateCore) -> None:
    """The portion mark that a paragraph, heading, item or cell begins with, in a span."""
    for inline in state.tokens:
        children = inline.children if inline.type == "inline" else None
        place = next((at for at, one in enumerate(children or ()) if one.content), None)
        if children and place is not None and children[place].type == "text":
            first = children[place]
            if mark := _mark_at_start(first.content, state):
                opening = Token("mark_open", "span", 1, attrs={"class": "mark"})
                text = Token("text", "", 0, content=mark)
                first.content = first.content.removeprefix(mark)
                children[place:place] = [opening, text, Token("mark_close", "span", -1)]


def _opens_container(token: Token) -> bool:
    return token.type.startswith("container_") and token.nesting == 1


def _container_id(token: Token) -> str:
    name, *words = token.info.split()
    return "-".join(words) or name


def _source_id(token: Token) -> str:
    return f"source-{token.meta['label']}"


Tokens = Sequence[Token]


def _container(_: RendererHTML, tokens: Tokens, index: int, _o: OptionsDict, _e: EnvType) -> str:
    token = tokens[index]
    if token.nesting == -1:
        return "</section>\n"
    name = token.info.split()[0]
    return f'<section class="{name}" id="{escape(_container_id(token))}">\n'


def _call(_: RendererHTML, tokens: Tokens, index: int, _o: OptionsDict, _e: EnvType) -> str:
    """The source's own number; a link holds plain text and nothing else (PDF/UA-1)."""
    label = escape(tokens[index].meta["label"])
    follows = tokens[index - 1].type if index else ""
    joined = WORD_JOINER if follows else ""
    comma = "," if follows == "footnote_ref" else ""
    return f'{joined}<sup>{comma}<a href="#source-{label}">{label}</a></sup>'


def _endnote_open(_: RendererHTML, tokens: Tokens, index: int, _o: OptionsDict, _e: EnvType) -> str:
    follows = index and tokens[index - 1].type == "footnote_reference_close"
    label = escape(tokens[index].meta["label"])
    opening = "" if follows else '<ol class="endnotes">\n'
    return f'{opening}<li id="{escape(_source_id(tokens[index]))}" data-number="{label}">'


def _endnote_close(
    _: RendererHTML, tokens: Tokens, index: int, _o: OptionsDict, _e: EnvType
) -> str:
    after = tokens[index + 1].type if index + 1 < len(tokens) else ""
    return "</li>\n" if after == "footnote_reference_open" else "</li>\n</ol>\n"


def _column_head(
    renderer: RendererHTML, tokens: Tokens, index: int, options: OptionsDict, env: EnvType
) -> str:
    tokens[index].attrSet("scope", "col")
    return renderer.renderToken(tokens, index, options, env)


def _numbered_from(
    renderer: RendererHTML, tokens: Tokens, index: int, options: OptionsDict, env: EnvType
) -> str:
    """WeasyPrint counts every list from one, whatever its `start` says."""
    start = tokens[index].attrs.get("start")
    if start is not None:
        tokens[index].attrSet("style", f"counter-reset: list-item {int(start) - 1}")
    return renderer.renderToken(tokens, index, options, env)
