"""The elements of an HTML page that a reader of it sees, in the order of the document."""

# ruff: noqa: SIM905 - lists of words read as words

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

BLOCKS = frozenset(
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table "
    "caption thead tbody tfoot tr ul center dialog search".split()
)
_UNSEEN = frozenset(
    "head title script style template noscript svg math iframe object canvas select option "
    "textarea button input audio video".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def walk(root: Element) -> Iterator[tuple[str, Element | None]]:
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
