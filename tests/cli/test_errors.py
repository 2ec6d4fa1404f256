"""What a person can do wrong: one clear line, a hint, the right exit code, nothing lost."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from subprocess import Popen

import pytest

from scenesetter.findings import in_shell

Command = Callable[..., tuple[int, str, str]]
Start = Callable[..., Popen[str]]
Briefing = Callable[[str], Path]
TEMPLATE = "# {{ pack.title }}\n\n{{ pack.titel }}\n"
AUDIENCE = 'title = "Press"\nsummary = "Short."\nparts = ["papers"]\nsections = ["said"]\n'


def one_clear_error(ran: tuple[int, str, str]) -> str:
    """The line that says what is wrong; the hint stands right after it."""
    code, out, err = ran
    first, second, *more = err.splitlines()
    assert code == 1
    assert out == ""
    assert "error: " in first
    assert second.startswith("hint: ")
    assert more == []
    return first


def test_a_missing_folder(scenesetter: Command, tmp_path: Path) -> None:
    line = one_clear_error(scenesetter("build", tmp_path / "nowhere"))
    assert line == f"{tmp_path / 'nowhere'}: error: no such folder"


@pytest.mark.parametrize("name", ["build", "check", "gather", "facts"])
def test_an_empty_folder_holds_no_notes(scenesetter: Command, tmp_path: Path, name: str) -> None:
    assert one_clear_error(scenesetter(name, tmp_path)) == f"{tmp_path}: error: holds no notes"


def test_a_file_where_a_folder_should_be(scenesetter: Command, notes: Path) -> None:
    line = one_clear_error(scenesetter("build", notes / "border.txt"))
    assert "is not a folder" in line


def test_a_briefing_is_not_started_where_a_file_stands(scenesetter: Command, notes: Path) -> None:
    line = one_clear_error(scenesetter("new", notes / "border.txt"))
    assert line.endswith("border.txt: error: is a file, not a folder")


def test_bad_notes_beside_good_ones_are_named_and_the_pack_is_written(
    scenesetter: Command, notes: Path, tmp_path: Path
) -> None:
    (notes / "empty.txt").write_bytes(b"")
    (notes / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (notes / "gone.txt").symlink_to(notes / "nowhere.txt")
    (notes / "table.xlsx").write_bytes(b"PK\x03\x04")
    (notes / "photo.png").write_bytes(b"\x89PNG")
    code, out, err = scenesetter("build", notes, "--format", "md", "--output", tmp_path / "out")
    assert code == 1
    assert "Traceback" not in err
    assert f"{notes / 'empty.txt'}: error: the note is empty" in err
    assert f"{notes / 'binary.txt'}: error: binary data, not text" in err
    assert f"{notes / 'gone.txt'}: error: cannot be read" in err
    assert f"{notes / 'table.xlsx'}: error: no reader for this format" in err
    assert f"{notes / 'photo.png'}: warning: no reader for this format" in err
    assert "4 errors" in err
    packs = [Path(line) for line in out.splitlines()]
    assert [pack.name for pack in packs] == [
        "lisbon-talks-delegation.md",
        "lisbon-talks-principal.md",
    ]
    assert all("\n[^1]: " in pack.read_text("utf-8") for pack in packs)


def test_a_note_without_leave_to_read(scenesetter: Command, notes: Path, tmp_path: Path) -> None:
    (notes / "locked.txt").write_text("The port is closed.", "utf-8")
    (notes / "locked.txt").chmod(0)
    if os.access(notes / "locked.txt", os.R_OK):
        pytest.skip("an administrator may read everything")
    code, _, err = scenesetter("build", notes, "--format", "md", "--output", tmp_path / "out")
    assert code == 1
    assert f"{notes / 'locked.txt'}: error: cannot be read: Permission denied" in err


def test_a_folder_of_bad_notes_alone_builds_nothing(scenesetter: Command, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    code, out, err = scenesetter("build", tmp_path, "--output", tmp_path / "out")
    assert (code, out) == (1, "")
    assert "none of its notes can be read" in err
    assert "the note is empty" in err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("more", "place", "what"),
    [
        ('date = "2027-03-01\n', ":3:", "not valid TOML"),
        ('[briefing]\nissues = ["trade", "fish"]\n', ":4: ", "unknown topic `fish`"),
        ('[briefing]\nissues = [\n  "trade",\n  "fish",\n]\n', ":6: ", "unknown topic `fish`"),
        ('[briefing]\naudiences = ["crowd"]\n', ":4: ", "unknown audience `crowd`"),
        ('[briefing]\nscheme = "eu"\n', ":4: ", "unknown marking scheme `eu`"),
    ],
)
def test_a_mistake_in_the_briefing_file_is_named_with_file_and_line(
    scenesetter: Command, briefing: Briefing, more: str, place: str, what: str
) -> None:
    folder = briefing(more)
    line = one_clear_error(scenesetter("build", folder))
    assert line.startswith(f"{folder / 'briefing.toml'}{place}")
    assert what in line


def test_all_mistakes_of_a_briefing_file_are_named_at_once(
    scenesetter: Command, briefing: Briefing
) -> None:
    folder = briefing('date = "soon"\nplaced = "Lisbon"\n')
    code, _, err = scenesetter("build", folder)
    assert code == 1
    assert f"{folder / 'briefing.toml'}:3: error: `date`: is no date such as" in err
    assert f"{folder / 'briefing.toml'}:4: error: unknown key `placed`; did you mean `place`" in err


def test_an_unclosed_quotation_mark_is_named_with_its_column(
    scenesetter: Command, briefing: Briefing
) -> None:
    line = one_clear_error(scenesetter("build", briefing('date = "2027-03-01\n')))
    assert "briefing.toml:3:19: error: " in line


def test_an_unknown_audience_on_the_command_line(scenesetter: Command, notes: Path) -> None:
    line = one_clear_error(scenesetter("build", notes, "--audience", "principle"))
    assert line == "error: unknown audience `principle`; did you mean `principal`?"


@pytest.mark.parametrize("name", ["build", "check"])
def test_an_unknown_template_variable_is_named_with_file_and_line(
    scenesetter: Command, notes: Path, name: str
) -> None:
    press = notes / "templates" / "audiences" / "press"
    press.mkdir(parents=True)
    (press / "audience.toml").write_text(AUDIENCE, "utf-8")
    (press / "pack.md.j2").write_text(TEMPLATE, "utf-8")
    line = one_clear_error(scenesetter(name, notes, "--audience", "press"))
    assert line.startswith(f"{press / 'pack.md.j2'}:3: error: ")
    assert "titel" in line


def test_a_file_where_the_output_folder_should_be(
    scenesetter: Command, notes: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    line = one_clear_error(
        scenesetter("build", notes, "--format", "md", "--output", tmp_path / "out")
    )
    assert "cannot be written" in line
    assert (tmp_path / "out").read_text("utf-8") == "mine"


def test_a_full_disk_leaves_the_previous_pack(
    scenesetter: Command, notes: Path, small_disk: Path
) -> None:
    build = ("build", notes, "--format", "md", "--output", small_disk)
    _, out, _ = scenesetter(*build)
    before = {path: Path(path).read_bytes() for path in out.splitlines()}
    (notes / "more.txt").write_text("Lima said Portugal would buy 20 ships for trade.", "utf-8")
    with suppress(OSError):
        (small_disk / "filler").write_bytes(b"x" * 2_000_000)
    line = one_clear_error(scenesetter(*build))
    assert "the disk is full; the previous files stand" in line
    assert before == {path: Path(path).read_bytes() for path in before}
    assert list(small_disk.rglob("*.part")) == []


def test_packs_of_another_folder_of_the_same_name_are_left_alone(
    scenesetter: Command, briefing: Briefing, tmp_path: Path
) -> None:
    first = briefing("")
    out = tmp_path / "out"
    assert scenesetter("build", first, "-f", "md", "-o", out)[0] == 0
    second = tmp_path / "other" / first.name
    second.mkdir(parents=True)
    (second / "border.txt").write_text("Ortega said Spain would buy 20 ships for trade.", "utf-8")
    line = one_clear_error(scenesetter("build", second, "-f", "md", "-o", out))
    assert line.startswith(f"{out / first.name}: error: holds the packs of another engagement")


def test_a_pack_that_a_person_changed_is_not_overwritten(
    scenesetter: Command, notes: Path, tmp_path: Path
) -> None:
    build = ("build", notes, "--format", "md", "--output", tmp_path / "out")
    _, out, _ = scenesetter(*build)
    mine, other = (Path(path) for path in out.splitlines())
    mine.write_text("my own words", "utf-8")
    untouched = other.read_bytes()
    (notes / "border.txt").unlink()
    line = one_clear_error(scenesetter(*build))
    assert line.startswith(f"{mine}: error: was changed")
    assert mine.read_text("utf-8") == "my own words"
    assert other.read_bytes() == untouched


@pytest.mark.parametrize(
    "arguments",
    [("build", "x", "--colour"), ("build",), ("build", "x", "--format", "doc"), ("paint",)],
)
def test_wrong_usage_ends_with_exit_code_2(
    scenesetter: Command, arguments: tuple[str, ...]
) -> None:
    code, out, err = scenesetter(*arguments)
    assert (code, out) == (2, "")
    wrong, hint = err.splitlines()
    assert wrong.startswith("error: ")
    assert hint.startswith("hint: scenesetter ")
    assert hint.endswith(" --help")


@pytest.mark.parametrize("arguments", [("templates", "new"), ("schema",), ("build",)])
def test_a_missing_argument_is_one_line_and_a_hint(
    scenesetter: Command, arguments: tuple[str, ...]
) -> None:
    code, _, err = scenesetter(*arguments)
    first, second = err.splitlines()
    assert (code, first[:23]) == (2, "error: missing argument")
    assert second == f"hint: scenesetter {' '.join(arguments)} --help"


def test_commands_in_hints_name_the_folder_whatever_its_name(
    scenesetter: Command, notes: Path
) -> None:
    folder = notes.rename(notes.parent / "the minister's talks")
    (folder / "rulings.toml").write_text('[0a1b2c3d4e5f]\nmarking = "X"\nissue = "y"\n', "utf-8")
    out = scenesetter("check", folder)[1]
    assert f"scenesetter templates list {in_shell(folder)} names the topics" in out
    assert " DIR" not in out
    made = scenesetter("build", folder, "-a", "desk", "-f", "md", "-o", notes.parent / "out")[1]
    assert "minister's" not in Path(made.strip()).read_text("utf-8")


def test_the_findings_in_a_pack_are_the_same_from_within_the_folder(
    scenesetter: Command, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs: list[str] = []
    for folder in (notes, Path()):
        out = notes.parent / f"out{len(packs)}"
        made = scenesetter("build", folder, "-a", "desk", "-f", "md", "-o", out)[1]
        packs.append(Path(made.strip()).read_text("utf-8"))
        monkeypatch.chdir(notes)
    assert "briefing.toml" in packs[0]
    assert packs[0] == packs[1]


def test_ctrl_c_while_the_command_loads_ends_without_a_traceback() -> None:
    loading = """
import sys
class Stopped:
    def find_spec(self, name, *_):
        if name == "scenesetter.cli.app":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Stopped())
from scenesetter.__main__ import run
run()
"""
    ran = subprocess.run([sys.executable, "-c", loading], capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (130, b"")


def test_a_full_disk_keeps_no_half_of_what_was_read(
    scenesetter: Command, notes: Path, small_disk: Path
) -> None:
    folder = shutil.copytree(notes, small_disk / "talks")
    with suppress(OSError):
        (small_disk / "filler").write_bytes(b"x" * 2_000_000)
    assert scenesetter("facts", folder)[0] == 0
    assert list(small_disk.rglob("*.part")) == []


def test_ctrl_c_ends_with_exit_code_130_and_leaves_no_file(
    start: Start, notes: Path, tmp_path: Path
) -> None:
    words = (notes / "harbour.txt").read_text("utf-8")
    (notes / "long.txt").write_text(words * (900_000 // len(words)), "utf-8")
    running = start("build", notes, "--output", tmp_path / "out")
    time.sleep(1)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=20)
    assert running.returncode == 130
    assert "Traceback" not in err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [("facts", "--json"), ("check",)])
def test_a_reader_that_stops_early_sees_no_traceback(
    start: Start, notes: Path, arguments: tuple[str, ...]
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    name, *options = arguments
    running = start(name, notes, *options, stdout=writing)
    os.close(writing)
    _, err = running.communicate(timeout=20)
    assert running.returncode in (0, 1)
    assert "Traceback" not in err
    assert "bug" not in err
