"""Rules on how a pack is laid out, read back from the printed file."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scenesetter.checks.printed import PrintedPack
from scenesetter.findings import Finding
from scenesetter.model.reading import Bookmark, ReadBack
from scenesetter.model.style import PaperSize, Style

SHEETS: dict[PaperSize, tuple[float, float]] = {
    "a4": (595.3, 841.9),
    "letter": (612.0, 792.0),
    "a6": (297.6, 419.5),
}
"""Width and height in points."""
NEAR = 1.5
"""Points by which a printed length may differ from the one asked for."""
IN_THE_TYPE = 0.9
"""Share of the print that has to be in the style's type; the rest has letters it lacks."""
OVERVIEW = ("overview",)
"""Title of the part that has a line of each paper, as bookmarks are compared."""
OF_A_PART = 1
"""Level of the bookmark of a part, below the pack's title; what stands deeper is no paper of its
own."""
ALONE = 22.0
"""Points below the top of a heading in which nothing but the heading itself stands."""


class PageLimit(NamedTuple):
    """The most printed pages of the parts with one of these titles."""

    rule: str
    of: str
    titles: tuple[str, ...]
    most: int


def check_layout(printed: PrintedPack) -> tuple[Finding, ...]:
    """TYP, LEN and PDF rules of a printed file."""
    rules = (
        sheet_is_right,
        type_is_the_styles,
        margins_are_kept,
        pages_are_numbered,
        headings_have_text_below,
        pages_are_few,
        fonts_are_embedded,
        papers_have_bookmarks,
        language_is_stated,
    )
    return tuple(finding for rule in rules for finding in rule(printed))


def sheet_is_right(printed: PrintedPack) -> Iterator[Finding]:
    """TYP-01: every page has the size that was asked for."""
    wanted = SHEETS[printed.sheet] if printed.sheet else None
    if wanted and not all(_near(size, wanted) for size in printed.read.sizes):
        what = f"a page is not of the size {printed.sheet}"
        hint = "look for an @page size in a style sheet of your own"
        yield Finding("error", "TYP-01", printed.file, 0, what, hint)


def type_is_the_styles(printed: PrintedPack) -> Iterator[Finding]:
    """TYP-01: nearly all is printed in the style's type, and most of it in its size."""
    style = _own_rules(printed)
    typeface = style.typeface if style else None
    faces = printed.read.faces
    if typeface is None or not faces:
        return
    family = _letters(typeface.printed)
    inside = sum(one.length for one in faces if _letters(one.name).startswith(family))
    share = inside / sum(one.length for one in faces)
    if share < IN_THE_TYPE:
        what = f"{share:.0%} of it is printed in {typeface.printed}, which the style asks for"
        yield Finding("error", "TYP-01", printed.file, 0, what, "see the style's style.css")
    if abs(faces[0].size - typeface.size) > 0.25:
        printed_in, asked = f"{faces[0].size:g} pt", f"{typeface.size:g} pt"
        what = f"most of it is printed in {printed_in}; the style asks for {asked}"
        yield Finding("error", "TYP-01", printed.file, 0, what, "see the style's style.css")


def margins_are_kept(printed: PrintedPack) -> Iterator[Finding]:
    """TYP-01: no text stands in the style's margins at the sides. TYP-05: none runs off a page."""
    style = _own_rules(printed)
    sides = style.page.sides if style and style.page else None
    for number, (extent, (width, _)) in enumerate(
        zip(printed.read.extents, printed.read.sizes, strict=True), 1
    ):
        if not extent.baselines:
            continue
        if extent.left < 0 or extent.right > width:
            what = f"text runs off page {number}"
            yield Finding("warning", "TYP-05", printed.file, 0, what, "shorten the longest word")
        elif sides and (extent.left < sides[0] - NEAR or extent.right > width - sides[1] + NEAR):
            what = f"text stands in the margin of page {number}"
            yield Finding("error", "TYP-01", printed.file, 0, what, "see the style's style.css")


def pages_are_numbered(printed: PrintedPack) -> Iterator[Finding]:
    """TYP-02: each page says which it is, and of how many."""
    total = len(printed.read.pages)
    for number, text in enumerate(printed.read.pages, 1):
        if not re.search(rf"\b{number}\s*(?:of|/)\s*{total}\b", text, re.IGNORECASE):
            what = f"page {number} does not say that it is {number} of {total}"
            hint = "the footer of shared/base.css numbers pages"
            yield Finding("warning", "TYP-02", printed.file, 0, what, hint)


def headings_have_text_below(printed: PrintedPack) -> Iterator[Finding]:
    """TYP-05: no heading stands alone at the foot of a page."""
    running = _running(printed.read)
    for mark in printed.read.bookmarks:
        if not mark.page or mark.page > len(printed.read.extents):
            continue
        lines = set(printed.read.extents[mark.page - 1].baselines) - running
        if lines and not any(line < mark.top - ALONE for line in lines):
            what = f"the heading “{mark.title}” stands alone at the foot of page {mark.page}"
            yield Finding("warning", "TYP-05", printed.file, 0, what, "add or take away a line")


def pages_are_few(printed: PrintedPack) -> Iterator[Finding]:
    """LEN-04 and LEN-05: no part has more printed pages than the style or the audience allows."""
    for limit in _page_limits(printed):
        if limit.of == "pack":
            spans = [("the pack", len(printed.read.pages))]
        else:
            spans = [
                (mark.title, pages)
                for mark, pages in spans_of(printed.read, limit.titles)
                if limit.of != "paper" or mark.level <= OF_A_PART
            ]
        long = [f"{title} {pages}" for title, pages in spans if pages > limit.most]
        if long:
            most = f"{limit.most} page" if limit.most == 1 else f"{limit.most} pages"
            what = f"more than {most}: {', '.join(long)}"
            hint = "shorten what you wrote, reject facts, or lower a limit in audience.toml"
            yield Finding("warning", limit.rule, printed.file, 0, what, hint)


def fonts_are_embedded(printed: PrintedPack) -> Iterator[Finding]:
    """PDF-01: another machine prints the same letters."""
    if outside := sorted({one.name for one in printed.read.faces if not one.embedded}):
        what = f"fonts are not in the file: {', '.join(outside)}"
        yield Finding("error", "PDF-01", printed.file, 0, what, "use a font of shared/fonts")


def papers_have_bookmarks(printed: PrintedPack) -> Iterator[Finding]:
    """PDF-02: a bookmark leads to each paper, and not only to its line of the overview; one that
    holds nothing need not be printed."""
    titles, overview = set[str](), None
    for mark in printed.read.bookmarks:
        if overview is None or mark.level <= overview:
            overview = mark.level if _folded(mark.title) in OVERVIEW else None
            titles |= {_folded(mark.title)} if mark.page else set()
    held = [one for one in printed.pack.papers if any(part.groups for part in one.sections)]
    lost = [one.title for one in held if _folded(one.title) not in titles]
    if lost:
        what = f"no bookmark leads to: {', '.join(lost)}"
        yield Finding("warning", "PDF-02", printed.file, 0, what, "give each paper a heading")


def language_is_stated(printed: PrintedPack) -> Iterator[Finding]:
    """PDF-03: a program that reads aloud knows the language."""
    if printed.read.extents and not printed.read.language:
        what = "its language is not stated"
        hint = 'in briefing.toml under [briefing]: language = "en"'
        yield Finding("warning", "PDF-03", printed.file, 0, what, hint)


def spans_of(read: ReadBack, titles: Sequence[str]) -> list[tuple[Bookmark, int]]:
    """Each part with one of these titles and the pages on which it stands.

    A title that heads a paper may stand in the overview too: the outermost bookmarks count.
    """
    wanted = {_folded(title) for title in titles}
    level: dict[str, int] = {}
    for mark in read.bookmarks:
        level[_folded(mark.title)] = min(mark.level, level.get(_folded(mark.title), mark.level))
    return [
        (mark, _last_page(read, place) - mark.page + 1)
        for place, mark in enumerate(read.bookmarks)
        if mark.page
        if (name := _folded(mark.title)) in wanted and mark.level == level[name]
    ]


def _last_page(read: ReadBack, place: int) -> int:
    """Of the part that a bookmark heads: up to the next one of its level or an outer one."""
    here = read.bookmarks[place]
    top = max(mark.top for mark in read.bookmarks)
    later = (mark for mark in read.bookmarks[place + 1 :] if mark.page)
    following = next((mark for mark in later if mark.level <= here.level), None)
    if following is None:
        return len(read.pages)
    starts_page = following.top >= top - NEAR
    return following.page - 1 if starts_page and following.page > here.page else following.page


def _page_limits(printed: PrintedPack) -> Iterator[PageLimit]:
    pack = printed.pack
    papers = tuple(paper.title for paper in pack.papers)
    titles = {"paper": papers, "overview": OVERVIEW, "pack": ()}
    for of, most in printed.audience.pages.items():
        if most:
            yield PageLimit("LEN-05", of, titles[of], most)
    for limit in printed.style.limits if printed.style else ():
        if limit.measure == "pages" and (not limit.audiences or pack.audience in limit.audiences):
            named = {
                one.title for paper in pack.papers for one in paper.sections if one.name == limit.of
            }
            heads = (limit.heading,) if limit.heading else titles.get(limit.of, sorted(named))
            yield PageLimit(limit.rule, limit.of, tuple(heads), limit.most)


def _own_rules(printed: PrintedPack) -> Style | None:
    """The style, whose page and type hold for audiences without a sheet of their own."""
    return None if printed.audience.paper else printed.style


def _running(read: ReadBack) -> set[float]:
    """Baselines of what stands on every page: its head and its foot."""
    pages = [set(extent.baselines) for extent in read.extents]
    return set.intersection(*pages) if len(pages) > 1 else set()


def _near(size: tuple[float, float], wanted: tuple[float, float]) -> bool:
    return all(abs(one - other) <= NEAR for one, other in zip(size, wanted, strict=True))


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()


def _folded(title: str) -> str:
    """Without the portion mark that may stand before it."""
    return " ".join(re.sub(r"^\([^()]*\) ", "", title).split()).casefold()
