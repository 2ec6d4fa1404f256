"""Where in an HTML page its running text stands, by what the page is made of."""

# ruff: noqa: SIM905 - lists of words read as words

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from scenesetter.readers.elements import BLOCKS, walk

FEWEST_WORDS = 15
"""Words of a finished paragraph that is no link: fewer may be a teaser or a caption."""

MOST = 0.75
"""Share of the page's prose that the element of its running text holds."""

LINKED = 0.6
"""Share of a paragraph's letters within links from which on it leads elsewhere."""

_FINISHED = re.compile(r"[.!?…:][\"'”’»)\]]*\s*$")
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_FURNITURE = frozenset(
    "ad ads advert advertisement banner breadcrumb breadcrumbs carousel comment comments cookie "
    "cookies disqus footer gallery login masthead menu modal nav navbar navigation newsletter "
    "outbrain overlay paywall pagination popular popup promo promos rail recirc recommended "
    "related share sharing sidebar signup skyscraper slideshow sponsor sponsored subscribe "
    "subscription taboola toolbar trending".split()
)
"""Words in classes and ids, the same over the sites, of what stands around a text."""


class Place(NamedTuple):
    """What the kind of a paragraph is told by, apart from its words."""

    main: Element
    """The element that holds the page's running text."""
    headline: Element | None
    """The headline above it, where that stands outside: byline and date stand between the two."""
    furniture: frozenset[int]
    """Ids (of Python) of the elements that name themselves as no part of the text."""
    links_tell: bool
    """A page that is one link throughout tells nothing by its links."""


class Prose(NamedTuple):
    """Finished paragraphs that are no links, and their words."""

    words: int = 0
    paragraphs: int = 0

    def __add__(self, other: object) -> "Prose":
        if not isinstance(other, Prose):
            return NotImplemented
        return Prose(self.words + other.words, self.paragraphs + other.paragraphs)


class Linked:
    """Letters of the paragraph at hand, and how many of them lie within links."""

    def __init__(self) -> None:
        self.depth = 0
        self.clear()

    def clear(self) -> None:
        self.letters = self.within = 0

    def enter(self, element: Element, *, way: int) -> None:
        if element.tag == "a" and "href" in element.attrib:
            self.depth += way

    def read(self, text: str) -> None:
        count = sum(map(str.isalnum, text))
        self.letters += count
        self.within += count if self.depth else 0

    @property
    def leads_away(self) -> bool:
        return self.within > LINKED * self.letters


_NONE = Prose()


def place_of(root: Element) -> Place:
    """The deepest element that holds most of the page's prose, starting from what the page marks
    as its main part."""
    body = root.find("body")
    start = root if body is None else body
    furniture = _furniture(start, _prose(start, frozenset()))
    prose = _prose(start, furniture)
    whole = prose.get(id(start), _NONE).words
    marked = _marked(start)
    if marked is not None and prose.get(id(marked), _NONE).words >= whole / 3:
        start = marked
    main = _deepest(start, prose)
    return Place(main, _headline(start, main), furniture, whole > 0)


def _marked(body: Element) -> Element | None:
    """The one element that the page marks as its main part or its article, if it has any words."""
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = body.findall(path)
        if len(found) == 1 and any(text.strip() for text in found[0].itertext()):
            inner = found[0].findall(".//article")
            return inner[0] if len(inner) == 1 else found[0]
    return None


def _prose(root: Element, without: frozenset[int]) -> Mapping[int, Prose]:
    """The prose within each element that is seen, by its id."""
    found: dict[int, Prose] = {}
    sums = [_NONE]
    words: list[str] = []
    linked = Linked()
    for event, element in walk(root):
        if element is None:
            words.append(event)
            linked.read(event)
            continue
        linked.enter(element, way=1 if event == "open" else -1)
        if element.tag in BLOCKS:
            sums[-1] += _NONE if linked.leads_away else _finished("".join(words))
            words.clear()
            linked.clear()
        if event == "open":
            sums.append(_NONE)
        else:
            own = sums.pop()
            found[id(element)] = _NONE if id(element) in without else own
            sums[-1] += found[id(element)]
    return found


def _finished(text: str) -> Prose:
    words = len(text.split())
    return Prose(words, 1) if words >= FEWEST_WORDS and _FINISHED.search(text[-9:]) else _NONE


def _furniture(body: Element, prose: Mapping[int, Prose]) -> frozenset[int]:
    """Elements that call themselves furniture, unless those of one name hold a great part of the
    page's prose together."""
    groups: dict[str, list[int]] = {}
    for element in body.iter():
        if element.tag in BLOCKS and id(element) in prose:
            names = f"{element.get('class', '')} {element.get('id', '')}"[:500]
            if not _FURNITURE.isdisjoint(map(str.lower, _NAME_PARTS.findall(names))):
                groups.setdefault(element.get("class", ""), []).append(id(element))
    most = prose.get(id(body), _NONE).words / 3
    if not most:
        return frozenset()
    return frozenset(
        number
        for group in groups.values()
        if sum(prose[one].words for one in group) <= most
        for number in group
    )


def _deepest(start: Element, prose: Mapping[int, Prose]) -> Element:
    """Down into the child that holds most of the prose, unless one like it holds some as well."""
    least = MOST * prose.get(id(start), _NONE).words
    while least:
        telling = [child for child in start if prose.get(id(child), _NONE).words]
        richest = max(telling, key=lambda child: prose[id(child)].words, default=start)
        inside = prose[id(richest)]
        alike = any(child is not richest and _alike(child, richest) for child in telling)
        if richest is start or inside.words < least or inside.paragraphs < 2 or alike:
            break
        start = richest
    return start


def _alike(one: Element, other: Element) -> bool:
    classes = one.get("class", "").split(), other.get("class", "").split()
    shared = not any(classes) or not set(classes[0]).isdisjoint(classes[1])
    return one.tag == other.tag and shared


def _headline(start: Element, main: Element) -> Element | None:
    """The last first-level heading before the running text begins."""
    last = None
    for element in start.iter():
        if element is main:
            return last
        if element.tag == "h1":
            last = element
    return None
