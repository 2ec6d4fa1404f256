"""Notes that disagree: both audiences read it, the desk is told, and nobody of what is withheld."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., tuple[int, str, str]]
AUDIENCES = ("delegation", "principal")
MakeTalks = Callable[[str], Path]


@pytest.fixture
def disagreeing(talks: Callable[..., Path], note: Callable[..., str]) -> MakeTalks:
    """A briefing of two notes, the second marked as given."""
    turned = "Spanish border guards turned away {} migrants in January 2027.\n".format

    def write(marking: str) -> Path:
        notes = {
            "courier.md": note(turned("1,200")),
            "star.md": note(turned("2,100"), marking, "Star"),
        }
        return talks(notes, f'issues = ["migration"]\naudiences = {list(AUDIENCES)}\n')

    return write


def built(scenesetter: Command, folder: Path, output: Path) -> list[str]:
    code, out, _ = scenesetter("build", folder, "--output", output, "--format", "md")
    assert code == 0
    return [Path(line).read_text("utf-8") for line in out.split()]


def test_both_audiences_read_what_the_notes_disagree_on(
    scenesetter: Command, disagreeing: MakeTalks, tmp_path: Path
) -> None:
    packs = built(scenesetter, disagreeing("TLP:GREEN"), tmp_path / "out")
    assert len(packs) == 2
    for pack in packs:
        section = pack.partition("### Where the notes disagree")[2].partition("\n### ")[0]
        assert "“1,200 migrants” or “2,100 migrants”" in section
        assert "[^1]" in section
        assert "[^2]" in section


def test_gather_and_facts_tell_the_desk(
    scenesetter: Command, disagreeing: MakeTalks, tmp_path: Path
) -> None:
    folder = disagreeing("TLP:GREEN")
    _, _, account = scenesetter("gather", folder, "--output", tmp_path / "out")
    assert "the notes disagree: figure: 1,200 migrants or 2,100 migrants" in account
    _, listed, _ = scenesetter("facts", folder, "--json")
    one, other = json.loads(listed)
    assert (one["contradicts"], other["contradicts"]) == ([other["id"]], [one["id"]])


def test_nobody_reads_of_a_disagreement_with_a_note_that_is_withheld(
    scenesetter: Command, disagreeing: MakeTalks, tmp_path: Path
) -> None:
    folder = disagreeing("TLP:RED")
    for name in AUDIENCES:
        audience = folder / "templates" / "audiences" / name
        audience.mkdir(parents=True)
        shipped = Path(__file__).parents[2] / "templates" / "audiences" / name
        for file in shipped.iterdir():
            words = file.read_text("utf-8").replace("TLP:RED", "TLP:GREEN")
            (audience / file.name).write_text(words, "utf-8")
    for pack in built(scenesetter, folder, tmp_path / "out"):
        assert "1,200 migrants" in pack
        assert "disagree" not in pack
        assert "2,100" not in pack
