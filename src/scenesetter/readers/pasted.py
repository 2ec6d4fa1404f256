"""The running text in what was copied from a web page with all that stands around it.

The text is the run of lines with the greatest sum, where a finished paragraph counts for its words
and a short line that ends as no sentence takes away (maximum subsequence segmentation; Pasternack
and Roth, "Extracting article text from the web", 2009).
"""

import re
from collections.abc import Sequence
from itertools import groupby

from scenesetter.readers.canonical import Paragraph

FEWEST_WORDS = 15
"""Words of a finished paragraph that counts as prose."""

WORTH = 40
"""Words of a paragraph that count at most: a privacy notice is long as well."""

BARE_WORDS = 7
"""Words of an unfinished line that is a button, a link or a name; an item of a list has more, and
a person with a role has a comma."""

BARE_COST = 3

BARE_LINES = 12
"""So many bare lines has a text only where it was copied with its page."""

HEAD = 6
"""Lines above the text that may be its headline, byline and date."""

TOGETHER = 60
"""Words of prose with no bare line between them that are more than a teaser."""

LABEL = 120
"""Characters at the head of a line in which a mark, a label or figures stand."""

MENU = 4
"""Bare lines in a row that are a menu within the text."""

_FINISHED = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_MARKED = re.compile(r"[-*•–] |.*\d\D+\d|\(?\d{1,3}[.)] |[^:]{1,40}:(?: |$)")
"""An item of a list, a row of a table, or a label: "Publisher: ...", "MR DOE: ..."."""


def without_page(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs with those marked as navigation that only the page brought along."""
    worth = [_worth(entry.text) for entry in paragraphs]
    bare = [value < 0 for value in worth]
    if sum(bare) < BARE_LINES or max(worth) <= 0:
        return tuple(paragraphs)
    start, end = _heaviest(worth)
    while end < len(worth) and not bare[end]:
        end += 1
    dropped = _menus(paragraphs, bare) | _stray(worth, start, end)
    return tuple(
        entry._replace(kind="navigation") if number in dropped else entry
        for number, entry in enumerate(paragraphs)
    )


def _worth(text: str) -> int:
    words = len(text.split(None, WORTH))
    if _FINISHED.search(text[-5:]):
        return min(words, WORTH) if words >= FEWEST_WORDS else 0
    kept = words > BARE_WORDS or ", " in text or _MARKED.match(text, 0, LABEL)
    return 0 if kept else -BARE_COST


def _heaviest(worth: Sequence[int]) -> tuple[int, int]:
    """Start and end of the run with the greatest sum."""
    best = (0, 0, 0)
    begin = total = 0
    for number, value in enumerate(worth):
        if total <= 0:
            begin, total = number, 0
        total += value
        best = max(best, (total, begin, number + 1), key=lambda run: run[0])
    return best[1], best[2]


def _stray(worth: Sequence[int], start: int, end: int) -> frozenset[int]:
    """What stands outside the run, but for paragraphs that stand together."""
    found: set[int] = set()
    for is_bare, group in groupby(range(len(worth)), key=lambda number: worth[number] < 0):
        outside = [number for number in group if not start - HEAD <= number < end]
        if is_bare or sum(worth[number] for number in outside) < TOGETHER:
            found.update(outside)
    return frozenset(found)


def _menus(paragraphs: Sequence[Paragraph], bare: Sequence[bool]) -> frozenset[int]:
    """Bare lines in a row, but for a list that a colon announces."""
    found: set[int] = set()
    for is_bare, group in groupby(range(len(bare)), key=bare.__getitem__):
        run = list(group)
        announced = run[0] > 0 and paragraphs[run[0] - 1].text.endswith(":")
        if is_bare and len(run) >= MENU and not announced:
            found.update(run)
    return frozenset(found)
