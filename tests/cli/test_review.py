"""`scenesetter review`, answered through a pipe as from a keyboard."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

STARTED = "[a] accept  [m] amend  [r] reject  [i] issue  [k] marking  [s] skip  [u] undo"


class Reviewed(NamedTuple):
    """What was shown, said at the end, and written."""

    out: str
    err: str
    book: str


def review(folder: Path, *answers: str, typed: bytes = b"", code: int = 0) -> Reviewed:
    ran = subprocess.run(
        [sys.executable, "-m", "scenesetter", "review", str(folder), "--by", "Ana Reis"],
        input=typed or "".join(f"{answer}\n" for answer in answers).encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert ran.returncode == code, ran.stderr.decode()
    book = folder / "rulings.toml"
    text = book.read_text("utf-8") if book.exists() else ""
    return Reviewed(ran.stdout.decode(), ran.stderr.decode(), text)


@pytest.fixture
def folder(three_facts: Path) -> Path:
    return three_facts


def test_each_fact_is_shown_in_its_paragraph_with_the_keys(folder: Path) -> None:
    shown = review(folder, "q")
    assert shown.out.startswith("\n1 of 3\n")
    assert "courier.md, paragraph 2" in shown.out
    assert "»»" in shown.out
    assert STARTED in shown.out
    assert shown.book == ""
    assert shown.err == "0 decided, 3 wait\n"


def test_accept_amend_and_reject(folder: Path) -> None:
    done = review(folder, "a", "m", "Portugal asks for lower tariffs.", "R", "of another meeting")
    assert done.err == "3 decided, 0 wait\n"
    assert done.book.count("\n[") == 3
    assert 'decision = "accept"' in done.book
    assert 'text = "Portugal asks for lower tariffs."' in done.book
    assert 'reason = "of another meeting"' in done.book
    assert done.book.count('by = "Ana Reis"') == 3


def test_one_goes_on_where_one_left(folder: Path) -> None:
    first = review(folder, "a", "q")
    assert first.err == "1 decided, 2 wait\n"
    again = review(folder, "a", "s", "q")
    assert again.out.startswith("\n1 of 2\n")
    assert again.err == "1 decided, 1 wait\n"


def test_undo_gives_back_the_file_and_the_fact(folder: Path) -> None:
    once = review(folder, "a")
    undone = review(folder, "a", "u", "q")
    assert undone.book == once.book
    assert undone.out.count("1 of 2") == 2
    assert undone.err == "0 decided, 2 wait\n"


def test_the_last_decision_can_be_taken_back(folder: Path) -> None:
    done = review(folder, "a", "a", "a", "u", "r", "noise", "q")
    assert done.out.count("That was the last one.") == 2
    assert 'reason = "noise"' in done.book
    assert done.err == "3 decided, 0 wait\n"


def test_a_moved_and_marked_fact_still_asks_for_a_decision(folder: Path) -> None:
    done = review(folder, "i", "energy", "k", "TLP:AMBER", "a", "q")
    assert done.out.count("1 of 3") == 3
    assert "Moved to    energy" in done.out
    assert "Marking     TLP:AMBER" in done.out
    assert 'decision = "accept"\nissue = "energy"\nmarking = "TLP:AMBER"\n' in done.book


def test_a_bad_answer_changes_nothing_and_says_what_would_do(folder: Path) -> None:
    done = review(folder, "x", "k", "TLP:CLEAR", "i", "trad", "r", "", "u", "e", "q")
    assert "one of a, m, r, i, k, s, u, e, q" in done.out
    assert "an override goes up only: TLP:CLEAR is below TLP:GREEN" in done.out
    assert "“trad” is no topic" in done.out
    assert "nothing changed" in done.out
    assert "nothing to undo" in done.out
    assert "Weights are the topic's own" in done.out
    assert done.book == ""


def test_a_changed_fact_waits_again_and_says_what_was_decided(folder: Path) -> None:
    review(folder, "a", "a", "a", "q")
    book = folder / "rulings.toml"
    book.write_text(book.read_text("utf-8").replace('digest = "', 'digest = "0', 1), "utf-8")
    again = review(folder, "q")
    assert "1 of 1" in again.out
    assert "Before      accept, of “" in again.out
    assert f"{book}:4: warning: the fact " in again.err


def test_the_input_ends_in_the_middle_of_an_answer(folder: Path) -> None:
    assert review(folder, "a", "r").err == "1 decided, 2 wait\n"


def test_input_that_is_no_text_is_an_error(folder: Path) -> None:
    ended = review(folder, typed=b"m\n\xff\xfe\n", code=1)
    assert "Traceback" not in ended.err
    assert ended.book == ""
