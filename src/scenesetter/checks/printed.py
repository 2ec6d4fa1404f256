"""Rules on a printed pack, read back from its finished file: one function a rule, in `RULES`."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from scenesetter.checks.printed_marks import printed_marks
from scenesetter.findings import Finding
from scenesetter.model.audience import Audience
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.pack import Pack
from scenesetter.model.reading import ReadBack
from scenesetter.model.style import PaperSize, Style

CLEARANCE = "Clearance"
"""Title of the page, as shared/part.md.j2 prints it."""


class PrintedPack(NamedTuple):
    """A printed file as it was read back, with what it has to keep to."""

    file: str
    """Its name, which findings give as their path."""
    read: ReadBack
    pack: Pack
    audience: Audience
    scheme: MarkingScheme
    style: Style | None = None
    sheet: PaperSize | None = None
    """What it was to be printed on."""


def has_pages(printed: PrintedPack) -> Iterator[Finding]:
    """PDF-03: a pack that can be opened has pages and a title."""
    if not any(page.strip() for page in printed.read.pages):
        yield Finding("error", "PDF-03", printed.file, 0, "has no page with a word on it")
    if not printed.read.properties.get("Title"):
        what = "its properties hold no title, which readers show in the window's bar"
        yield Finding("warning", "PDF-03", printed.file, 0, what, "give the page a title")


def clearance_comes_last(printed: PrintedPack) -> Iterator[Finding]:
    """CLR-05: nothing follows the clearance page, so that it can be taken off."""
    bookmarks = printed.read.bookmarks
    levels = [one.level for one in bookmarks if one.title == CLEARANCE]
    if printed.pack.clearance and levels:
        last = [one for one in bookmarks if one.level <= levels[-1]][-1]
        if last.title != CLEARANCE:
            what = f"“{last.title}” follows the clearance page"
            hint = "let the audience's template print it last"
            yield Finding("warning", "CLR-05", printed.file, 0, what, hint)


def is_marked(printed: PrintedPack) -> Iterator[Finding]:
    """MRK-02 to MRK-60, as far as they are about printed pages."""
    yield from printed_marks(printed.file, printed.read, printed.pack, printed.scheme)


RULES: tuple[Callable[[PrintedPack], Iterator[Finding]], ...] = (
    has_pages,
    clearance_comes_last,
    is_marked,
)


def check_printed(printed: PrintedPack) -> tuple[Finding, ...]:
    """All rules of printed files."""
    return tuple(finding for rule in RULES for finding in rule(printed))
