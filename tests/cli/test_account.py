"""What `gather` says at its end, for the person who has to decide what to read."""

from collections.abc import Callable
from pathlib import Path

Command = Callable[..., tuple[int, str, str]]

ARTICLE = """\
River talks end without a date

By Jo Hale

LINDAU, March 3, 2023 - Transport minister Peter Lund wants Tarland to lower the tariff by May.

Anna Lund, who leads the carriers, said that the tariff costs 40 million a year. Why wait?

Lund said trade would fall again. The embassy did not respond to a request for comment.

The clock was late.
"""


def account(scenesetter: Command, tmp_path: Path) -> list[str]:
    notes = tmp_path / "marland-tarland"
    notes.mkdir()
    (notes / "a.txt").write_text(ARTICLE, "utf-8")
    code, _, told = scenesetter("gather", notes, "--output", tmp_path / "out")
    assert code == 0
    return told.splitlines()


def test_it_counts_notes_words_facts_kinds_and_issues(scenesetter: Command, tmp_path: Path) -> None:
    told = account(scenesetter, tmp_path)
    assert any(line.startswith("1 note, ") and line.endswith(" facts") for line in told)
    assert any(line.startswith("by kind: ") and "1 request" in line for line in told)
    assert any(line.startswith("by issue: ") and " trade" in line for line in told)


def test_it_says_in_plain_words_what_was_left_out(scenesetter: Command, tmp_path: Path) -> None:
    (left,) = [line for line in account(scenesetter, tmp_path) if line.startswith("left out: ")]
    assert "1 heading" in left
    assert "1 byline or credit" in left
    assert "2 sentences that say nothing by themselves" in left
    assert "1 sentence that bears on no issue" in left


def test_it_says_by_which_words_it_is_not_certain_who_is_meant(
    scenesetter: Command, tmp_path: Path
) -> None:
    assert "not certain who is meant, in 1 fact: “Lund” 1" in account(scenesetter, tmp_path)
