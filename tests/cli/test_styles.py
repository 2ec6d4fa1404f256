"""The example in each house style, as it is printed and read back."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scenesetter.renderers.reading import read_back

Command = Callable[..., tuple[int, str, str]]
PLAN = """
[fields]
from = "The desk for Mexico"
purpose = "You meet two presidents."
"reference_number/trade" = "QP-12"

[[agenda]]
title = "Tête-à-tête"
press = "closed"
lead = "The President"
minutes = 90
issues = ["migration"]
"""


@pytest.fixture(scope="module")
def planned(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with an agenda and with what styles want stated."""
    folder = tmp_path_factory.mktemp("planned") / "summit"
    shutil.copytree(example, folder)
    with (folder / "briefing.toml").open("a", encoding="utf-8") as file:
        file.write(PLAN)
    return folder


def headings(text: str, level: str) -> list[str]:
    return [one.removeprefix(level) for one in text.splitlines() if one.startswith(level)]


@pytest.fixture
def brief(scenesetter: Command, planned: Path, tmp_path: Path) -> Callable[..., tuple[str, str]]:
    """The principal's pack in a style as Markdown, and what its build said."""

    def build(style: str, *options: str) -> tuple[str, str]:
        asked = ("-a", "principal", "--style", style, "-f", "md", *options, "-o", tmp_path)
        _, out, err = scenesetter("build", planned, *asked)
        return Path(out.splitlines()[0]).read_text("utf-8"), err

    return build


def test_a_summit_paper_has_its_points_under_the_items_of_the_agenda(
    brief: Callable[..., tuple[str, str]], tmp_path: Path
) -> None:
    text, err = brief("us-state", "-f", "pdf")
    assert headings(text, "## ")[:2] == ["Purpose", "Scenario"]
    item = text.partition(". Tête-à-tête\n")[2]
    assert item.strip().startswith("(U) **CLOSED PRESS** · Lead: The President · 90 minutes")
    assert "We have opened a lawful way in" in item.partition("\n## ")[0]
    (pdf,) = tmp_path.rglob("*.pdf")
    printed = read_back(pdf.read_bytes())
    assert {tuple(map(round, size)) for size in printed.sizes} == {(612, 792)}
    assert (printed.faces[0].name, printed.faces[0].size) == ("Liberation-Serif", 14.0)
    assert "TYP-01" not in err
    assert "TYP-05" not in err


def test_an_item_of_the_agenda_has_its_title_in_a_line_of_its_own(
    brief: Callable[..., tuple[str, str]],
) -> None:
    text, _ = brief("generic")
    told = "CLOSED PRESS · 90 minutes · Lead: The President · *See: Migration*"
    assert f"**Tête-à-tête**\\\n    {told}\n" in text


def test_what_a_paper_leaves_out_is_said_in_every_style(
    brief: Callable[..., tuple[str, str]],
) -> None:
    for style in ("uk-pm", "us-state", "us-dod-readahead", "ca-qp"):
        assert "in the notes are not shown here." in brief(style)[0]


def test_a_read_ahead_has_its_talking_points_alone_in_a_tab(
    brief: Callable[..., tuple[str, str]],
) -> None:
    text, _ = brief("us-dod-readahead")
    heads = ["Purpose", "Objectives", "Attendees", "Background", "Attachments", "Coordination"]
    assert headings(text, "## ")[:7] == [*heads, "Tab A: Talking points"]
    assert "**From** The desk for Mexico" in text
    assert "(U) You meet two presidents." in text


def test_a_question_period_note_states_its_particulars(
    brief: Callable[..., tuple[str, str]],
) -> None:
    text, err = brief("ca-qp")
    assert "**Reference number** QP-12" in text
    assert "**Suggested response (French)** Not stated" in text
    assert "not stated, in the style ca-qp: reference_number/migration" in err
    first = ["Suggested response", "Background", "Additional information"]
    energy = text.partition("## (U) Energy")[2]
    assert headings(energy, "### ")[:3] == first


def test_fields_that_a_style_wants_stated_reach_no_reader_outside(
    scenesetter: Command, planned: Path, tmp_path: Path
) -> None:
    for style in ("ca-qp", "us-dod-readahead"):
        scenesetter("build", planned, "-a", "press", "--style", style, "-f", "md", "-o", tmp_path)
        (pack,) = tmp_path.rglob("*press.md")
        assert not {"QP-12", "The desk for Mexico"} & set(pack.read_text("utf-8").split("** "))
        assert "QP-12" not in pack.read_text("utf-8")
