"""Rules on a printed pack, read back from its finished file: one function a rule, in `RULES`."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from scenesetter.findings import Finding
from scenesetter.model.audience import Audience
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.pack import Pack
from scenesetter.model.reading import ReadBack


class PrintedPack(NamedTuple):
    """A printed file as it was read back, with what it has to keep to."""

    file: str
    """Its name, which findings give as their path."""
    read: ReadBack
    pack: Pack
    audience: Audience
    scheme: MarkingScheme


def has_pages(printed: PrintedPack) -> Iterator[Finding]:
    """PDF-03: a pack that can be opened has pages and a title."""
    if not any(page.strip() for page in printed.read.pages):
        yield Finding("error", "PDF-03", printed.file, 0, "has no page with a word on it")
    if not printed.read.properties.get("Title"):
        what = "its properties hold no title, which readers show in the window's bar"
        yield Finding("warning", "PDF-03", printed.file, 0, what, "give the page a title")


RULES: tuple[Callable[[PrintedPack], Iterator[Finding]], ...] = (has_pages,)


def check_printed(printed: PrintedPack) -> tuple[Finding, ...]:
    """All rules of printed files."""
    return tuple(finding for rule in RULES for finding in rule(printed))
