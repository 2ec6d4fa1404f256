"""Reading and gathering note by note, with what is kept from the last time."""

import os
from pathlib import Path

import pytest

from scenesetter.cache import FOLDER, MOST, Cache, Slot, key
from scenesetter.model.fact import Fact
from scenesetter.model.note import Source
from scenesetter.pipeline import gathering
from scenesetter.pipeline.opening import open_briefing

LEVY = "Kenya will lift its levy on maize in June, trade minister Ruth Achieng said on Monday."
PORT = "Tanzania asked Kenya to open the port of Mombasa to its cement, Juma Salehe said."


class Told:
    """Counts the notes on which each step worked."""

    def __init__(self) -> None:
        self.steps: dict[str, int] = {}

    def __call__(self, step: str, _done: int, _total: int) -> None:
        self.steps[step] = self.steps.get(step, 0) + 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "kenya-tanzania-trade"
    root.mkdir()
    (root / "levy.txt").write_text(LEVY, "utf-8")
    (root / "port.txt").write_text(PORT, "utf-8")
    return root


def gathered(
    root: Path, *, keeps: bool = True, most: int | None = None
) -> tuple[tuple[Fact, ...], dict[str, int]]:
    """The facts of all notes, or of the first `most`, and on how many notes each step worked."""
    told = Told()
    opened = open_briefing(root, Cache(root, keeps=keeps), told)
    facts = gathering.gather(opened, opened.notes[:most], told).facts
    opened.cache.prune()
    return facts, told.steps


def kept(root: Path) -> str:
    return "".join(path.read_text("utf-8") for path in sorted((root / FOLDER).glob("*.json")))


def test_a_note_that_did_not_change_is_read_once(folder: Path) -> None:
    first, made = gathered(folder)
    again, remade = gathered(folder)
    assert again == first
    assert made == {"reading": 2, "gathering": 2}
    assert remade == {}


def test_who_only_looks_leaves_nothing_behind(folder: Path) -> None:
    gathered(folder, keeps=False)
    assert not (folder / FOLDER).exists()
    first, _ = gathered(folder)
    (folder / "port.txt").unlink()
    gathered(folder, keeps=False)
    assert "cement" in kept(folder)
    assert {fact.passages[0].note for fact in first} == {"levy.txt", "port.txt"}


def test_after_an_edit_only_that_note_is_read_again(folder: Path) -> None:
    gathered(folder)
    (folder / "port.txt").write_text(PORT.replace("cement", "sugar"), "utf-8")
    facts, remade = gathered(folder)
    assert any("sugar" in fact.text for fact in facts)
    assert remade == {"reading": 1, "gathering": 1}


def test_what_is_kept_of_a_note_goes_with_it(folder: Path) -> None:
    gathered(folder)
    assert "cement" in kept(folder)
    (folder / "port.txt").unlink()
    gathered(folder)
    assert "cement" not in kept(folder)
    assert "maize" in kept(folder)


def test_runs_for_readers_of_more_and_of_fewer_notes_keep_each_others_results(
    folder: Path,
) -> None:
    gathered(folder)
    gathered(folder, most=1)
    assert gathered(folder)[1] == gathered(folder, most=1)[1] == {}


def test_of_a_note_that_stays_only_so_much_is_kept(folder: Path) -> None:
    for number in range(MOST + 4):
        briefing = f'[engagement]\ntitle = "Talks in 20{number:02}"\n'
        (folder / "briefing.toml").write_text(briefing, "utf-8")
        gathered(folder)
    assert len(list((folder / FOLDER).glob("*.json"))) == 2 * MOST
    assert gathered(folder)[1] == {}


def test_what_another_run_is_writing_is_left_to_it(folder: Path) -> None:
    gathered(folder)
    (folder / FOLDER / "of-another.part").write_text("", "utf-8")
    gathered(folder)
    assert (folder / FOLDER / "of-another.part").exists()
    os.utime(folder / FOLDER / "of-another.part", (0, 0))
    gathered(folder)
    assert not (folder / FOLDER / "of-another.part").exists()


@pytest.mark.parametrize("harm", ["", "{", '{"facts": []}', '{"note": null, "findings": 1}'])
def test_a_broken_result_is_made_again(folder: Path, harm: str) -> None:
    first, _ = gathered(folder)
    for path in (folder / FOLDER).glob("*.json"):
        path.write_text(harm, "utf-8")
    again, remade = gathered(folder)
    assert again == first
    assert remade == {"reading": 2, "gathering": 2}


def test_where_nothing_can_be_kept_all_is_read_afresh(folder: Path) -> None:
    (folder / FOLDER).write_text("a person's own file", "utf-8")
    assert gathered(folder)[1] == gathered(folder)[1] == {"reading": 2, "gathering": 2}
    assert (folder / FOLDER).read_text("utf-8") == "a person's own file"


def test_what_a_person_says_of_a_source_is_part_of_what_a_note_is_made_from(folder: Path) -> None:
    gathered(folder)
    briefing = '[engagement]\ntitle = "Talks"\n[sources."port.txt"]\npublisher = "The Quay"\n'
    (folder / "briefing.toml").write_text(briefing, "utf-8")
    facts, remade = gathered(folder)
    assert remade["reading"] == 1
    assert any("The Quay" in fact.origin for fact in facts)


def test_kept_results_lie_in_a_folder_that_git_and_backups_pass_over(folder: Path) -> None:
    gathered(folder)
    assert (folder / FOLDER / ".gitignore").read_text("utf-8") == "*\n"
    assert (folder / FOLDER / "CACHEDIR.TAG").read_text("utf-8").startswith("Signature: 8a477f597d")


@pytest.mark.parametrize("parts", [("a", "bc"), ("ab", "c"), ("abc",), ("", "abc")])
def test_a_key_tells_its_parts_apart(parts: tuple[str, ...]) -> None:
    others = {("a", "bc"), ("ab", "c"), ("abc",), ("", "abc")} - {parts}
    assert key(*parts) == key(*parts)
    assert key(*parts) not in {key(*other) for other in others}


def test_a_result_is_never_taken_for_one_of_another_form(tmp_path: Path) -> None:
    cache = Cache(tmp_path, keeps=True)
    slot = Slot("of a note", "k")
    cache.put(slot, Source(title="x"))
    assert cache.get(slot, Source) == Source(title="x")
    assert cache.get(slot, Fact) is None
