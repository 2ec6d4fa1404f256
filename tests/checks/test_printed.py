"""Rules on a printed file, as it was read back."""

from typing import Any

import pytest

from scenesetter.checks.printed import PrintedPack, check_printed
from scenesetter.model.audience import Audience
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.pack import Pack
from scenesetter.model.reading import ReadBack

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
