"""Rules on a composed pack."""

from typing import Any

import pytest

from scenesetter.checks.pack import check_pack
from scenesetter.model.pack import Group, Pack, Paper, Point, Section, SourceEntry

SOURCE = SourceEntry(
    number=1, note="a.txt", citation="A", url=None, marking=None, paragraphs="1", missing=()
)
POINT = Point(
    text="Lima wants ships.", holder=None, role=None, when=None, sources=(1,), facts=("abc",)
)


def rules(section: str, *points: Point, sources: tuple[SourceEntry, ...] = ()) -> list[str]:
    """Ids of the rules that a pack of one paper with one section breaks, with the one source that
    its points cite where none is given."""
    groups = (Group(label=None, points=points),) if points else ()
    said = Section(name=section, title="Said", form="points", groups=groups, gap=None)
    paper: dict[str, Any] = {"issue": "trade", "sections": (said,)}
    pack: dict[str, Any] = {
        "audience": "press",
        "overview": (),
        "papers": (Paper.model_construct(None, **paper),),
        "biographies": (),
        "chronology": (),
        "sources": sources or (SOURCE,) * bool(points),
    }
    return [one.rule for one in check_pack(Pack.model_construct(None, **pack), "briefing.toml")]


def test_a_point_that_cites_a_listed_source_passes() -> None:
    assert rules("said", POINT) == []


@pytest.mark.parametrize("without", [{"sources": ()}, {"facts": ()}, {"sources": (2,)}])
def test_a_point_without_fact_or_listed_source_is_an_error(without: dict[str, object]) -> None:
    assert "SRC-01" in rules("said", POINT, POINT.model_copy(update=without))


@pytest.mark.parametrize(
    ("calls", "numbers"),
    [((1,), (1, 2)), ((1, 3), (1, 3)), ((1, 2), (1,)), ((1, 2), (2, 1))],
)
def test_endnotes_count_up_and_each_is_called(
    calls: tuple[int, ...], numbers: tuple[int, ...]
) -> None:
    sources = [SOURCE.model_copy(update={"number": one, "note": f"{one}.txt"}) for one in numbers]
    point = POINT.model_copy(update={"sources": calls})
    assert "SRC-07" in rules("said", point, sources=tuple(sources))


def test_a_source_has_one_endnote() -> None:
    point = POINT.model_copy(update={"sources": (1, 2)})
    twice = (SOURCE, SOURCE.model_copy(update={"number": 2}))
    assert rules("said", point, sources=twice) == ["SRC-07"]


def test_the_tools_own_sentences_on_gaps_need_no_source() -> None:
    gap = POINT.model_copy(update={"facts": (), "sources": ()})
    assert "SRC-01" not in rules("unknown", gap)


def test_an_issue_on_which_the_notes_hold_nothing_is_named() -> None:
    assert rules("said") == ["STR-08"]
