"""HTML pages: their metadata, and their text as paragraphs told apart by place."""

# ruff: noqa: SIM905 - lists of words read as words

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import tinyhtml5  # type: ignore[import-untyped] # ships no types

from scenesetter.model.note import BlockKind
from scenesetter.readers.canonical import Paragraph, paragraph
from scenesetter.readers.elements import BLOCKS, walk
from scenesetter.readers.page import page_source
from scenesetter.readers.reading import Reading
from scenesetter.readers.running_text import Linked, Place, place_of

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
_NAVIGATION = frozenset("nav footer form menu dialog search".split())
_ROLES = {
    "navigation": "navigation",
    "banner": "navigation",
    "contentinfo": "navigation",
    "search": "navigation",
    "complementary": "promotion",
}
_BREAKS = re.compile(r"\n(?: ?\n)+")
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE
)


def charset(head: bytes) -> str | None:
    match = _CHARSET.search(head)
    return match[1].decode("ascii", "replace") if match else None


def read(text: str, path: str) -> Reading:  # noqa: ARG001 - a page's faults are mended in silence
    root = tinyhtml5.parse(shallow(text), namespace_html_elements=False)
    place = place_of(root)
    return Reading(tuple(_paragraphs(root, place)), page_source(root, place.main))


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
            kept += [markup[position : match.start(1)], match[1], "p" if tag in BLOCKS else "wbr"]
            position = match.end(2)
    return "".join([*kept, markup[position:]]) if kept else markup


def _kind(element: Element, within: BlockKind | None, place: Place) -> BlockKind | None:
    """What the place says of the text in it; None outside the running text."""
    tag = element.tag
    if element is place.main:
        return "body"
    if within in {"navigation", "promotion"}:
        return within
    role = _ROLES.get(element.get("role", ""))
    if tag in _NAVIGATION or role == "navigation":
        return "navigation"
    if tag == "aside" or role == "promotion" or id(element) in place.furniture:
        return "promotion"
    if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
        return "heading" if within or element is place.headline else None
    return "caption" if tag in {"figcaption", "caption"} and within else within


class _Flow:
    """Paragraphs as they come up in document order."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.kinds: list[BlockKind | None] = [None]
        self.words: list[str] = []
        self.images: list[str] = []
        self.linked = Linked()
        self.below_headline = False

    def open(self, element: Element) -> Iterator[Paragraph]:
        if element.tag in BLOCKS:
            yield from self.flush()
            self.kinds.append(_kind(element, self.kinds[-1], self.place))
            self.below_headline &= element is not self.place.main
        elif element.tag == "br":
            self.words.append("\n")
        elif element.tag == "img":
            self.images.append(element.get("alt", ""))
        self.linked.enter(element, way=1)

    def read(self, text: str) -> None:
        self.words.append(re.sub(r"\s+", " ", text))
        self.linked.read(text)

    def close(self, element: Element) -> Iterator[Paragraph]:
        if element.tag in BLOCKS:
            yield from self.flush()
            self.kinds.pop()
            self.below_headline |= element is self.place.headline
        elif element.tag in {"td", "th"} and self.words:
            self.words.append("; ")
        self.linked.enter(element, way=-1)

    def flush(self) -> Iterator[Paragraph]:
        """A line break is a space, two are the end of a paragraph."""
        kind = self._kind()
        for part in _BREAKS.split("".join(self.words)):
            yield from paragraph(kind, part.strip("; \n"))
        for image in self.images:
            yield from paragraph("caption", image)
        self.words.clear()
        self.images.clear()
        self.linked.clear()

    def _kind(self) -> BlockKind:
        """Byline and date stand between the headline and the text; what is all link leads away."""
        kind = self.kinds[-1] or ("body" if self.below_headline else "navigation")
        away = kind == "body" and self.place.links_tell and self.linked.leads_away
        return "navigation" if away else kind


def _paragraphs(root: Element, place: Place) -> Iterator[Paragraph]:
    flow = _Flow(place)
    for event, element in walk(root):
        if element is None:
            flow.read(event)
        elif event == "open":
            yield from flow.open(element)
        else:
            yield from flow.close(element)
    yield from flow.flush()
