"""Texts of many kinds and countries, each with whom its words for a source mean."""

import tomllib
from pathlib import Path

import pytest
from tests.bench.people_links import linked, people_links

CASES = sorted((Path(__file__).parents[2] / "cases" / "people").glob("*.toml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_nearly_every_word_for_a_source_leads_to_whom_it_means(case: Path) -> None:
    found = list(linked(tomllib.loads(case.read_text("utf-8"))))
    wrong = [one for one in found if not one.right]
    assert len(wrong) <= 0.25 * len(found), "\n".join(map(str, wrong))


def test_hardly_any_link_is_wrong() -> None:
    for half, links in people_links(CASES).items():
        assert links.precision >= 95, (half, links)
        assert links.recall >= 94, (half, links)
        assert links.false <= 0.01 * links.made, (half, links)
