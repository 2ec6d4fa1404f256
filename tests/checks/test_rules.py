"""The list of rules is whole: what the code finds is listed, what is listed as held is held."""

import ast
import re
from itertools import groupby
from pathlib import Path

import pytest

from scenesetter.checks.rules import at_release, rules
from scenesetter.cli.rules import FAMILIES
from scenesetter.findings import Finding, Severity

ROOT = Path(__file__).parents[2]
ID = re.compile(r"(?:[A-Z]{3}|READ)-\d\d")


def ids_in(folder: str, pattern: str) -> set[str]:
    """The ids that stand in string literals alone, as those of findings do."""
    return {
        node.value
        for path in (ROOT / folder).rglob(pattern)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and ID.fullmatch(node.value)
    }


def named_in_tests() -> set[str]:
    return {
        found
        for path in (ROOT / "tests").rglob("test_*.py")
        for found in ID.findall(path.read_text("utf-8"))
    }


def named_in_data() -> set[str]:
    return {
        found
        for path in (ROOT / "templates").rglob("*.toml")
        for found in re.findall(
            rf'^\s*rule = "({ID.pattern})"', path.read_text("utf-8"), re.MULTILINE
        )
    }


def test_every_rule_that_a_finding_names_is_listed() -> None:
    assert (ids_in("src", "*.py") | named_in_data()) - set(rules()) == set()


def test_every_rule_that_is_held_is_found_by_the_code_or_held_by_a_test() -> None:
    held = {name for name, one in rules().items() if one.state != "not done"}
    assert held - ids_in("src", "*.py") - named_in_data() - named_in_tests() == set()


def test_what_the_code_finds_is_not_listed_as_not_done() -> None:
    not_done = {name for name, one in rules().items() if one.state == "not done"}
    assert not_done & ids_in("src", "*.py") == set()


def test_each_family_of_rules_stands_together_under_its_title() -> None:
    families = [family for family, _ in groupby(rules(), lambda name: name.partition("-")[0])]
    assert len(families) == len(set(families))
    assert set(families) <= set(FAMILIES)


@pytest.mark.parametrize(
    ("severity", "rule", "then"),
    [
        ("warning", "SRC-02", "error"),
        ("info", "SRC-02", "info"),
        ("error", "STR-05", "error"),
        ("warning", "OWN-99", "warning"),
    ],
)
def test_a_release_takes_some_findings_more_gravely(
    severity: Severity, rule: str, then: Severity
) -> None:
    assert at_release(Finding(severity, rule, "a", 0, "b")).severity == then
