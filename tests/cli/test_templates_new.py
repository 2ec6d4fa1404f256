"""A template of one's own, from its start to a pack."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def cabinet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A briefing folder of a note, for a topic, an audience and a style of its own."""
    folder = tmp_path_factory.mktemp("talks")
    text = '[engagement]\ntitle = "Talks"\n\n[briefing]\nissues = ["sea-ports"]\nstyle = "porto"\n'
    (folder / "briefing.toml").write_text(text, "utf-8")
    note = "Harbour minister Ana Lima said on 3 March 2027 that two sea ports would open in May.\n"
    (folder / "notes").mkdir()
    (folder / "notes" / "harbour.txt").write_text(note, "utf-8")
    return folder


def test_a_start_of_each_kind_is_without_fault_and_builds(
    scenesetter: Command, cabinet: Path, tmp_path: Path
) -> None:
    for kind, name in (("topic", "sea-ports"), ("audience", "cabinet"), ("style", "porto")):
        code, out, err = scenesetter("templates", "new", kind, name, cabinet)
        assert code == 0
        assert all(Path(line).is_file() for line in out.splitlines())
        assert "next: edit" in err
    code, out, _ = scenesetter("templates", "lint", cabinet)
    assert (code, out) == (0, "nothing found\n")
    ran = scenesetter("build", cabinet, "-f", "md", "--audience", "cabinet", "-o", tmp_path)
    pack = Path(ran[1].strip()).read_text("utf-8")
    assert "## Sea ports\n" in pack
    assert "two sea ports would open in May" in pack


@pytest.mark.parametrize(
    ("kind", "like"), [("topic", "trade"), ("audience", "principal"), ("style", "uk-pm")]
)
def test_a_copy_has_all_files_and_a_title_of_its_own(
    scenesetter: Command, tmp_path: Path, kind: str, like: str
) -> None:
    code, out, _ = scenesetter("templates", "new", kind, "our-own", tmp_path, "--like", like)
    assert code == 0
    made = {Path(line).name: Path(line) for line in out.splitlines()}
    shipped = ROOT / "templates" / f"{kind}s" / like
    assert set(made) == {file.name for file in shipped.iterdir()}
    before, after = (
        (place / f"{kind}.toml").read_text("utf-8")
        for place in (shipped, made[f"{kind}.toml"].parent)
    )
    title = re.compile(r'^title = ".*"$', re.MULTILINE)
    assert title.sub('title = "Our own"', before, count=1) == after


def test_nothing_that_is_there_is_touched(scenesetter: Command, tmp_path: Path) -> None:
    scenesetter("templates", "new", "topic", "sea-ports", tmp_path)
    before = (tmp_path / "templates/topics/sea-ports/topic.toml").read_text("utf-8")
    code, out, err = scenesetter(
        "templates", "new", "topic", "sea-ports", tmp_path, "--like", "trade"
    )
    assert (code, out) == (1, "")
    assert "is already there" in err
    assert (tmp_path / "templates/topics/sea-ports/topic.toml").read_text("utf-8") == before


@pytest.mark.parametrize(
    ("name", "hint"),
    [("Cabinet Office", "cabinet-office"), ("../x", "x"), ("a/b", "a-b"), (".", "sea-ports"),
     ("x" * 41, "x" * 40), ("é", "sea-ports")],
)  # fmt: skip
def test_a_name_that_is_no_folders_is_refused(
    scenesetter: Command, tmp_path: Path, name: str, hint: str
) -> None:
    code, out, err = scenesetter("templates", "new", "audience", name, tmp_path)
    assert (code, out) == (1, "")
    assert f"hint: for example {hint}\n" in err
    assert not (tmp_path / "templates").exists()


def test_one_that_stands_instead_of_a_shipped_one_says_so(
    scenesetter: Command, tmp_path: Path
) -> None:
    assert (
        "instead of the shipped topic"
        in scenesetter("templates", "new", "topic", "trade", tmp_path)[2]
    )


def test_an_unknown_one_to_copy_is_told_the_likely_one(
    scenesetter: Command, tmp_path: Path
) -> None:
    code, _, err = scenesetter("templates", "new", "style", "x", tmp_path, "--like", "uk-pn")
    assert code == 1
    assert "unknown house style `uk-pn`; did you mean `uk-pm`?" in err


def test_a_folder_that_there_is_not_is_named(scenesetter: Command, tmp_path: Path) -> None:
    for command in (("new", "topic", "x"), ("lint",), ("list",)):
        code, out, err = scenesetter("templates", *command, tmp_path / "no")
        assert (code, out) == (1, "")
        assert f"{tmp_path / 'no'}: error: no such folder" in err


def test_lint_speaks_json_and_ends_with_an_error(scenesetter: Command, tmp_path: Path) -> None:
    scenesetter("templates", "new", "audience", "cabinet", tmp_path)
    template = tmp_path / "templates/audiences/cabinet/pack.md.j2"
    template.write_text("# {{ pack.titel }}\n", "utf-8")
    code, out, _ = scenesetter("templates", "lint", tmp_path, "--format", "json")
    assert code == 1
    assert f'"path": "{template}",\n    "line": 1' in out
