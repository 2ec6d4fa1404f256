"""Rules on a printed file, as it was read back."""

from typing import Any

import pytest

from scenesetter.checks.printed import PrintedPack, check_printed
from scenesetter.model.audience import Audience
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.pack import ClearanceEntry, Pack
from scenesetter.model.reading import Bookmark, ReadBack

READ = ReadBack(("Talks",), ((420.0, 595.0),), (), {"Title": "Talks"}, ())


@pytest.mark.parametrize(
    ("changes", "found"),
    [({}, []), ({"pages": (" ",)}, ["error"]), ({"properties": {}}, ["warning"])],
)
def test_a_printed_pack_has_words_and_a_title(changes: dict[str, Any], found: list[str]) -> None:
    nothing: dict[str, Any] = {}
    printed = PrintedPack(
        "talks-press.pdf",
        READ._replace(**changes),
        Pack.model_construct(None, **nothing),
        Audience.model_construct(None, **nothing),
        MarkingScheme.model_construct(None, **nothing),
    )
    findings = check_printed(printed)
    assert [one.severity for one in findings] == found
    assert all(one.rule == "PDF-03" for one in findings)


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (("Trade", "Sources", "Clearance"), []),
        (("Trade", "Clearance", "Sources"), ["CLR-05"]),
        (("Trade", "Sources"), []),
    ],
)
def test_nothing_follows_the_clearance_page(titles: tuple[str, ...], found: list[str]) -> None:
    nothing: dict[str, Any] = {}
    entry = ClearanceEntry(paper="Trade", office="Legal", state="OK", name=None, on=None)
    told: dict[str, Any] = {"clearance": (entry,)}
    bookmarks = [Bookmark("Talks", 0, 1), *(Bookmark(title, 1, 2) for title in titles)]
    printed = PrintedPack(
        "talks-book.pdf",
        READ._replace(bookmarks=tuple(bookmarks)),
        Pack.model_construct(None, **told),
        Audience.model_construct(None, **nothing),
        MarkingScheme.model_construct(None, **nothing),
    )
    assert [one.rule for one in check_printed(printed)] == found
