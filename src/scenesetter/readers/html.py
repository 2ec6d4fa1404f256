"""HTML pages: their metadata, and their text as paragraphs told apart by place."""

# ruff: noqa: SIM905 - lists of words read as words

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import tinyhtml5  # type: ignore[import-untyped] # ships no types

from scenesetter.model.note import BlockKind
from scenesetter.readers.canonical import Paragraph, line, paragraph
from scenesetter.readers.page import page_source
from scenesetter.readers.reading import Reading

SUFFIXES = (".html", ".htm")

DEPTH = 256
"""Elements inside each other. Parsing costs the square of the depth; browsers stop at 512."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:[^<>]{0,2000}(/)>)?")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_MAY_STAY_OPEN = frozenset(
    "html head body p li dt dd option optgroup tr td th thead tbody tfoot colgroup rp rt".split()
)
_DRAWING = frozenset(
    "path circle rect g line polygon polyline ellipse use stop image animate symbol text".split()
)
_UNSEEN = frozenset(
    "head title script style template noscript svg math iframe object canvas select option "
    "textarea button input audio video".split()
)
_NAVIGATION = frozenset("nav footer form menu dialog search".split())
_ROLES = {
    "navigation": "navigation",
    "banner": "navigation",
    "contentinfo": "navigation",
    "search": "navigation",
    "complementary": "promotion",
}
_BLOCKS = frozenset(
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table "
    "caption thead tbody tfoot tr ul center dialog search".split()
)
_BREAKS = re.compile(r"\n(?: ?\n)+")
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def charset(head: bytes) -> str | None:
    match = _CHARSET.search(head)
    return match[1].decode("ascii", "replace") if match else None


def read(text: str, path: str) -> Reading:  # noqa: ARG001 - a page's faults are mended in silence
    root = tinyhtml5.parse(shallow(text), namespace_html_elements=False)
    main = _main(root)
    return Reading(tuple(_paragraphs(root, main)), page_source(root, main))


def shallow(markup: str) -> str:
    """The markup without the elements that lie deeper than DEPTH; their text stays."""
    depth = 0
    kept: list[str] = []
    position = 0
    for match in _TAG.finditer(markup):
        tag = match[2].lower()
        if tag in _VOID or tag in _MAY_STAY_OPEN or (match[3] and tag in _DRAWING):
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > DEPTH or (match[1] and depth == DEPTH):
            # A block still parts paragraphs; the attributes stay within a tag.
            kept += [markup[position : match.start(1)], match[1], "p" if tag in _BLOCKS else "wbr"]
            position = match.end(2)
    return "".join([*kept, markup[position:]]) if kept else markup


def _main(root: Element) -> Element:
    """The element that holds the page's own text."""
    for found in (
        root.findall(".//main"),
        root.findall(".//*[@role='main']"),
        root.findall(".//article"),
    ):
        if len(found) == 1 and line("".join(found[0].itertext())):
            inner = found[0].findall(".//article")
            return inner[0] if len(inner) == 1 else found[0]
    body = root.find("body")
    return root if body is None else body


def _walk(root: Element) -> Iterator[tuple[str, Element | None]]:
    """("open", element), (text, None) and ("close", element) in document order.

    A stack of its own: pages may be nested deeper than Python may recurse.
    """
    stack: list[Element | str] = [root]
    closing: set[int] = set()
    while stack:
        top = stack.pop()
        if isinstance(top, str):
            yield top, None
        elif id(top) in closing:
            yield "close", top
            if top.tail and top is not root:
                yield top.tail, None
        elif _is_seen(top):
            closing.add(id(top))
            yield "open", top
            stack += [top, *reversed(top), *([top.text] if top.text else [])]
        elif top.tail:
            yield top.tail, None


def _is_seen(element: Element) -> bool:
    return (
        isinstance(element.tag, str)  # a comment's is a function
        and element.tag not in _UNSEEN
        and "hidden" not in element.attrib
        and element.get("aria-hidden") != "true"
        and not _HIDDEN.search(element.get("style", ""))
    )


def _kind(element: Element, within: BlockKind, *, is_main: bool) -> BlockKind:
    """What the place says of the text in it."""
    tag = element.tag
    if is_main:
        return "body"
    if within in {"navigation", "promotion"}:
        return within
    if tag in _NAVIGATION or _ROLES.get(element.get("role", "")) == "navigation":
        return "navigation"
    if tag == "aside" or _ROLES.get(element.get("role", "")) == "promotion":
        return "promotion"
    if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
        return "heading"
    return "caption" if tag in {"figcaption", "caption"} else within


class _Flow:
    """Paragraphs as they come up in document order."""

    def __init__(self, main: Element) -> None:
        self.main = main
        self.kinds: list[BlockKind] = ["navigation"]
        self.words: list[str] = []
        self.images: list[str] = []

    def open(self, element: Element) -> Iterator[Paragraph]:
        if element.tag in _BLOCKS:
            yield from self.flush()
            kind = _kind(element, self.kinds[-1], is_main=element is self.main)
            self.kinds.append(kind)
        elif element.tag == "br":
            self.words.append("\n")
        elif element.tag == "img":
            self.images.append(element.get("alt", ""))

    def close(self, element: Element) -> Iterator[Paragraph]:
        if element.tag in _BLOCKS:
            yield from self.flush()
            self.kinds.pop()
        elif element.tag in {"td", "th"} and self.words:
            self.words.append("; ")

    def flush(self) -> Iterator[Paragraph]:
        """A line break is a space, two are the end of a paragraph."""
        for part in _BREAKS.split("".join(self.words)):
            yield from paragraph(self.kinds[-1], part.strip("; \n"))
        for image in self.images:
            yield from paragraph("caption", image)
        self.words.clear()
        self.images.clear()


def _paragraphs(root: Element, main: Element) -> Iterator[Paragraph]:
    flow = _Flow(main)
    for event, element in _walk(root):
        if element is None:
            flow.words.append(re.sub(r"\s+", " ", event))
        elif event == "open":
            yield from flow.open(element)
        else:
            yield from flow.close(element)
    yield from flow.flush()
