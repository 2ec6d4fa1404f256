"""Figures of running text; the cases are sentences of our own."""

import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.gather.figures.figures import figures, is_telling
from scenesetter.model.fact import Figure

CASES = Path(__file__).parents[2] / "cases" / "figures"


def read(text: str) -> list[Figure]:
    return figures(text, 0, len(text))


def cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            yield pytest.param(case, id=f"{path.stem}: {case['text'][:40]}")


@pytest.mark.parametrize("case", list(cases()))
def test_a_sentence_gives_its_figures(case: dict[str, list[list[object]] | str]) -> None:
    told = [
        [one.words, one.value, one.unit, one.counted, one.hedge] for one in read(str(case["text"]))
    ]
    assert [["" if part is None else part for part in one] for one in told] == case["figures"]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Not this: 5 percent. They sent 300 ships."
    (found,) = figures(text, 20, len(text))
    assert text[found.start : found.end] == found.words == "300 ships"


def test_neither_a_small_count_nor_a_span_of_time_is_telling() -> None:
    told = [is_telling(one) for one in read("Three ships met 12 boats for 50 days.")]
    assert told == [False, True, False]


def test_a_range_and_a_heap_have_no_value() -> None:
    assert [one.value for one in read("5 to 7 percent for thousands of ships")] == [None, None]


@given(st.text(alphabet="0123456789,.$%€ milonpeople-\nafhtrdbws"))
def test_figures_are_slices_in_order(text: str) -> None:
    each = read(text)
    assert all(" ".join(text[one.start : one.end].split()) == one.words for one in each)
    assert all(a.end <= b.start for a, b in pairwise(each))


@pytest.mark.parametrize(
    "hostile",
    ["1,", "1 ", "12-", "a hundred and ", "tens of ", "one in ", "1 million ", "$", "half of the "],
)
def test_a_long_hostile_text_takes_time_in_proportion(hostile: str) -> None:
    def seconds(times: int) -> float:
        began = process_time()
        read(hostile * times)
        return process_time() - began

    assert seconds(8_000) < 12 * max(seconds(2_000), 0.02)
