"""Folders of bad templates, each with what is found in it."""

import shutil
from pathlib import Path

import pytest

from scenesetter.template_lint import lint

CASES = sorted((Path(__file__).parent / "cases" / "templates").iterdir())


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
    shared = tmp_path / "templates" / "shared"
    shared.mkdir(parents=True)
    (shared / "base.css").write_text("p { color: navy }", "utf-8")
    assert lint(tmp_path).findings == ()
