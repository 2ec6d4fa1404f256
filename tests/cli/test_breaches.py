"""Rules one by one, through the command: a briefing that keeps them all, and what breaks one."""

import json
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scenesetter.checks.rules import rules

CASES = Path(__file__).parents[1] / "cases" / "rules"
BREACHES = tomllib.loads((CASES / "breaches.toml").read_text("utf-8"))["breach"]
BROKEN = """
@page { size: a5 !important; @top-left { content: none !important } }
@page { @bottom-left { content: none !important } }
p { background: url(nowhere.png) }
h3 { break-after: page !important }
"""
Command = Callable[..., Any]


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    return shutil.copytree(CASES / "clean", tmp_path / "talks")


def found(scenesetter: Command, folder: Path, *options: str) -> list[dict[str, Any]]:
    ran = scenesetter("check", folder, "--release", "--format", "json", *options)
    found: list[dict[str, Any]] = json.loads(ran.out)
    return found


def test_a_briefing_that_keeps_all_rules_is_told_nothing(scenesetter: Command, clean: Path) -> None:
    findings = found(scenesetter, clean)
    assert [(one["severity"], one["rule"]) for one in findings] == [("info", "CLR-01")]


@pytest.mark.parametrize("breach", BREACHES, ids=[one["rule"] for one in BREACHES])
def test_a_breach_is_named_where_it_stands(
    scenesetter: Command, clean: Path, breach: dict[str, Any]
) -> None:
    for name, old, new in breach["change"]:
        text = (clean / name).read_text("utf-8")
        assert old in text
        (clean / name).write_text(text.replace(old, new, 1), "utf-8")
    options = [f"--{key}={breach[key]}" for key in ("style", "audience") if key in breach]
    findings = found(scenesetter, clean, *options)
    path, _, line = breach["at"].partition(":")
    named = [
        one
        for one in findings
        if one["rule"] == breach["rule"]
        and one["severity"] == breach.get("gravity", "error")
        and one["path"] == str(clean / path)
        and (not line or one["line"] == int(line))
        and breach.get("says", "") in one["what"]
        and one["hint"]
    ]
    assert named, findings


def test_what_a_style_sheet_breaks_is_read_back_from_the_print(
    scenesetter: Command, clean: Path, tmp_path: Path
) -> None:
    """One that takes the banner, the page numbers and the sheet, and tears headings from text."""
    css = clean / "templates" / "audiences" / "principal" / "print.css"
    css.parent.mkdir(parents=True)
    css.write_text(BROKEN, "utf-8")
    ran = scenesetter("build", clean, "-a", "principal", "-f", "pdf", "-o", tmp_path / "out")
    assert ran.code == 1
    assert ran.out == ""
    for rule in ("MRK-02", "MRK-03", "TYP-01", "TYP-02", "TYP-05", "PDF-01", "LEN-05"):
        assert f"[{rule}]" in ran.err, rules()[rule].asks
