"""Folders of bad templates, each with what is found in it."""

import re
import shutil
from pathlib import Path

import pytest

from scenesetter.pipeline.template_lint import lint

CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"
CASES = sorted((Path(__file__).parents[1] / "cases" / "templates").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.name))
def test_what_is_wrong_with_templates_is_found(case: Path, tmp_path: Path, renew: bool) -> None:  # noqa: FBT001 - a fixture
    folder = tmp_path / case.name
    shutil.copytree(case, folder)
    told = [str(one).replace(f"{folder}/templates/", "") for one in lint(folder).findings]
    expected = case / "findings.txt"
    if renew:
        expected.write_text("\n".join(told) + "\n", "utf-8")
    assert "\n".join(told) + "\n" == expected.read_text("utf-8")


def test_the_shipped_templates_have_nothing_wrong(tmp_path: Path) -> None:
    assert lint(tmp_path).findings == ()


def test_own_templates_without_fault_are_passed(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "audiences" / "principal"
    own.mkdir(parents=True)
    (own / "print.css").write_text("p { color: navy }", "utf-8")
    assert lint(tmp_path).findings == ()


def test_the_examples_of_contributing_are_without_fault(tmp_path: Path) -> None:
    blocks = re.findall(r"```\w+\n(.*?)```", CONTRIBUTING.read_text("utf-8"), re.DOTALL)
    examples = {
        "topics/tourism/topic.toml": "# topic.toml",
        "topics/tourism/paper.md.j2": "{# paper.md.j2",
        "audiences/spouse/audience.toml": "# audience.toml",
        "audiences/spouse/pack.md.j2": '{% extends "shared/pack.md.j2"',
        "styles/porto/style.toml": "# style.toml",
        "markings/ca.toml": "# templates/markings/ca.toml",
    }
    for name, start in examples.items():
        (text,) = (block for block in blocks if block.startswith(start))
        path = tmp_path / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert [str(one) for one in lint(tmp_path).findings] == []


def test_a_style_sheet_that_is_no_text_is_named(tmp_path: Path) -> None:
    sheet = tmp_path / "templates" / "audiences" / "principal" / "print.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_bytes(b"\xff")
    (found,) = lint(tmp_path).findings
    assert (found.rule, found.path, found.line) == ("TPL-02", str(sheet), 1)
