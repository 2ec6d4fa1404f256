"""What a person writes for an issue: started by the tool, printed for those who may see it, and
without a trace for everybody else.
"""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

Command = Callable[..., tuple[int, str, str]]
AUDIENCE = """\
title = "For the press"
summary = "What may be handed out."
parts = ["overview", "papers", "sources"]
sections = ["objectives", "points-to-make", "they-want", "said", "background", "unknown"]
answers = true
spoken = 12

[ceiling]
tlp = "TLP:GREEN"
"""
STEEL = "Portuguese minister Ana Lima said Portugal wanted Spain to lift its tariff on steel."
EXPORTS = "Spain's exports of steel rose to 2.1 billion euros in 2026."
WINE = "Ana Lima said Portugal would drop its tariff on wine if Spain bought the Falconet ships.\n"

Cited = Callable[[str], str]
MakePack = Callable[..., tuple[str, str]]


@pytest.fixture
def withheld(note: Callable[..., str]) -> str:
    """A note that the press may not see."""
    return note(WINE, "TLP:RED", "Quillfeather Bureau")


@pytest.fixture
def desk(talks: Callable[..., Path], note: Callable[..., str], withheld: str) -> Path:
    """A briefing of two notes, one of which the press may not see; Spain is ours."""
    return talks(
        {"courier.md": note(f"{STEEL}\n\n{EXPORTS}\n"), "vault.md": withheld},
        'issues = ["trade"]\naudiences = ["press"]\n',
        press=AUDIENCE,
        sides=("Spain", "Portugal"),
    )


@pytest.fixture
def cited(fact_id: Callable[[Path, str], str], desk: Path) -> Cited:
    """The id of the fact that has these words."""
    return partial(fact_id, desk)


def write(desk: Path, text: str) -> Path:
    (desk / "points").mkdir(exist_ok=True)
    path = desk / "points" / "trade.md"
    path.write_text(text, "utf-8")
    return path


def test_gather_starts_a_file_an_issue_with_the_requests_that_wait(
    scenesetter: Command, desk: Path, cited: Cited, tmp_path: Path
) -> None:
    _, out, _ = scenesetter("gather", desk, "--output", tmp_path / "out")
    path = desk / "points" / "trade.md"
    assert str(path) in out.splitlines()
    assert f"- [f:{cited('tariff on steel')}]" in path.read_text("utf-8")
    assert scenesetter("check", desk)[0] == 0


def test_gather_leaves_what_a_person_wrote_as_it_is(
    scenesetter: Command, desk: Path, tmp_path: Path
) -> None:
    path = write(desk, "mine")
    _, out, _ = scenesetter("gather", desk, "--output", tmp_path / "out")
    assert path.read_text("utf-8") == "mine"
    assert str(path) not in out


def test_gather_starts_nothing_in_a_bare_folder(
    scenesetter: Command, notes: Path, tmp_path: Path
) -> None:
    scenesetter("gather", notes, "--output", tmp_path / "out")
    assert not (notes / "points").exists()


def test_new_starts_the_points_of_the_issues_given(scenesetter: Command, tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    code, out, _ = scenesetter("new", folder, "--issue", "trade", "--issue", "energy")
    assert code == 0
    assert out.splitlines()[2:] == [str(folder / "points" / f"{n}.md") for n in ("trade", "energy")]
    (folder / "notes" / "a.txt").write_text("Portugal wants Spain to buy its steel.", "utf-8")
    assert scenesetter("check", folder)[0] == 0


def test_new_makes_nothing_for_an_issue_that_there_is_not(
    scenesetter: Command, tmp_path: Path
) -> None:
    code, _, err = scenesetter("new", tmp_path / "talks", "--issue", "trad")
    assert code == 1
    assert "did you mean `trade`?" in err
    assert not (tmp_path / "talks").exists()


def test_lines_are_printed_with_their_endnotes_behind_them(
    desk: Path, cited: Cited, pack: MakePack
) -> None:
    steel, exports = cited("tariff on steel"), cited("2.1 billion")
    write(
        desk,
        f"## Objectives\n\n- A date for steel. [f:{steel}]\n\n"
        f"## Points to make\n\n- We *sell* more [f:{exports}] each <year>.\n\n"
        f"## Response\n\n- [f:{steel[:8]}] In July, as our exports allow. [f:{exports[:8]}]\n",
    )
    text, _ = pack(desk)
    assert "- A date for steel.[^1]\n" in text
    assert "- We sell more each \\<year>.\n\n*Basis:* [^1]\n" in text
    assert "  - **Our response:** In July, as our exports allow.\\\n    *Basis:* [^1]\n" in text
    assert "Response needed" not in text
    assert "[f:" not in text


def test_a_request_that_nobody_answered_says_so_and_is_a_finding(
    desk: Path, pack: MakePack
) -> None:
    text, said = pack(desk)
    assert "  - **Response needed**\n" in text
    assert "requests without a response in the pack for press: trade 1 [STR-05]" in said
    assert re.search(r"under Response: - \[f:[0-9a-f]{12}\] what we answer", said)


@pytest.mark.parametrize("marked", ["", "---\nmarking: TLP:GREEN\n---\n"])
def test_a_line_that_cites_a_withheld_fact_leaves_no_trace_in_pack_or_log(
    desk: Path, cited: Cited, marked: str, pack: MakePack, withheld: str
) -> None:
    steel, wine = cited("tariff on steel"), cited("tariff on wine")
    kept = f"{marked}## Objectives\n\n- A date for steel. [f:{steel}]\n"
    write(desk, kept)
    (desk / "notes" / "vault.md").unlink()
    expected = pack(desk)
    (desk / "notes" / "vault.md").write_text(withheld, "utf-8")
    long = "the ships " * 20
    write(
        desk,
        f"{kept}- And the ships. [f:{wine}]\n\n## Points to make\n\n- Say {long}. [f:{wine}]\n\n"
        f"## Response\n\n- [f:{wine}] We keep the ships 77. [f:{steel}]\n"
        f"- Not to what it answers. [f:{wine}]\n- [f:{wine}, f:{steel}] One bracket.\n",
    )
    text, said = pack(desk)
    assert text == expected[0]
    of_notes = re.compile(r".*1 of 2 notes may not be seen.*\n.*\n|, \d.*|\d warnings?")
    assert of_notes.sub("", said) == of_notes.sub("", expected[1])


def test_the_desk_is_told_what_an_audience_does_not_get(
    scenesetter: Command, desk: Path, cited: Cited, pack: MakePack
) -> None:
    path = write(desk, f"## Objectives\n\n- And the ships. [f:{cited('tariff on wine')}]\n")
    _, out, _ = scenesetter("check", desk)
    assert f"{path}:3: warning: is not in the pack for press, who may not see [f:" in out
    assert "And the ships." in pack(desk, "delegation")[0]


def test_a_marking_cuts_a_file_whole_and_raises_the_banner(
    scenesetter: Command, desk: Path, cited: Cited, pack: MakePack
) -> None:
    steel = cited("tariff on steel")
    plain, _ = pack(desk)
    (desk / "notes" / "vault.md").unlink()
    body = f"## Objectives\n\n- The Umbrage plan. [f:{steel}]\n\n## Umbrage\n\nUmbrage\n"
    path = write(desk, f"---\nmarking: TLP:AMBER\n---\n{body}")
    text, said = pack(desk)
    assert text == plain
    assert "Umbrage" not in said
    assert f"{path}: warning: is not in the pack for press" in scenesetter("check", desk)[1]
    book, _ = pack(desk, "delegation", code=1)
    assert "The Umbrage plan." in book
    assert "The highest is TLP:AMBER." in book


def test_a_marking_that_the_scheme_does_not_know_keeps_the_file_out(
    scenesetter: Command, desk: Path, cited: Cited, pack: MakePack
) -> None:
    body = f"## Objectives\n\n- The Umbrage plan. [f:{cited('tariff on steel')}]\n"
    path = write(desk, f"---\nmarking: TLP:ROUGE\n---\n{body}")
    text, said = pack(desk, "delegation", code=1)
    assert "Umbrage" not in text
    assert "something has a mark that the scheme tlp does not know" in said
    told = scenesetter("check", desk)[1]
    assert f"{path}:1: error: its marking “TLP:ROUGE” is no level" in told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("## Wishes\n\n- x\n", ":1: error: unknown heading “Wishes”"),
        ("## Objectives\n\n- x\n", ":3: error: cites no fact"),
        ("## Objectives\n\n- x [f:0123456789ab]\n", ":3: error: [f:0123456789ab] is no fact"),
    ],
)
def test_a_mistake_is_found_with_its_line(
    scenesetter: Command, desk: Path, text: str, said: str
) -> None:
    path = write(desk, text)
    code, out, _ = scenesetter("check", desk)
    assert code == 1
    assert f"{path}{said}" in out


def test_a_line_too_long_to_be_spoken_is_found_in_a_build(
    desk: Path, cited: Cited, pack: MakePack
) -> None:
    long = " ".join(["word"] * 13)
    path = write(desk, f"## Points to make\n\n- {long}. [f:{cited('tariff on steel')}]\n")
    _, said = pack(desk)
    assert f"{path}: warning: too long to be spoken: 13 words, at most 12 [LEN-06]" in said


def test_a_figure_that_no_cited_fact_has_is_found(desk: Path, cited: Cited, pack: MakePack) -> None:
    exports = cited("2.1 billion")
    path = write(desk, f"## Points to make\n\n- 2.1 billion in 2026, not 3. [f:{exports}]\n")
    _, said = pack(desk, "delegation")
    assert f"{path}:3: warning: 3 stands in no fact that the line cites [SRC-05]" in said
    write(desk, f"## Points to make\n\n- 2.1 billion in 2026, not 3. [f:{exports}] [derived: 3]\n")
    text, said = pack(desk)
    assert "SRC-05" not in said
    assert "2.1 billion in 2026, not 3." in text
    assert "derived" not in text
    write(desk, f"## Background\n\n- Exports are 2.1 billion. [f:{exports}] [changed: 4 more]\n")
    assert "4 stands in no fact that the line cites [SRC-05]" in pack(desk, "delegation")[1]
