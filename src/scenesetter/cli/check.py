"""`scenesetter check`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal
from urllib.parse import quote

import typer

from scenesetter.cli.arguments import AudienceOption, FolderArgument, StyleOption
from scenesetter.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scenesetter.findings import Finding


def check(
    folder: FolderArgument,
    audience: AudienceOption = None,
    style: StyleOption = None,
    form: Annotated[
        Literal["text", "json", "sarif", "github"],
        typer.Option("--format", help="github: annotations of a workflow run."),
    ] = "text",
    release: Annotated[
        bool, typer.Option("--release", help="With all that would keep a release.")
    ] = False,
) -> None:
    """List what is wrong or missing in a folder; writes no file.

    Reads, gathers and composes as `build` does, but prints nothing: page limits and the like are
    found by `build` alone. Exit code 1 where a finding is an error.
    """
    from scenesetter.cli.reporting import end, progress
    from scenesetter.pipeline.desk import check as all_findings

    settings = Settings(
        folder, Path("output"), audiences=tuple(audience or ()), style=style, release=release
    )
    with progress() as step:
        found = all_findings(settings, step)
    findings = sorted(found, key=lambda one: (one.path, one.line))  # as one goes through the files
    typer.echo(FORMS[form](findings), nl=bool(findings) or form != "github")
    end(findings)


def _text(findings: "Sequence[Finding]") -> str:
    return "\n".join(map(str, findings)) or "nothing found"


def _json(findings: "Sequence[Finding]") -> str:
    return json.dumps([finding._asdict() for finding in findings], ensure_ascii=False, indent=2)


def _sarif(findings: "Sequence[Finding]") -> str:
    """SARIF 2.1.0 (OASIS)."""
    results = [
        {
            "ruleId": finding.rule,
            "level": "note" if finding.severity == "info" else finding.severity,
            "message": {"text": finding.what},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(Path(finding.path).as_posix())},
                        "region": {"startLine": max(1, finding.line)},
                    }
                }
            ],
        }
        for finding in findings
    ]
    rules = [_described(rule) for rule in sorted({finding.rule for finding in findings})]
    driver = {"name": "scenesetter", "rules": rules}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _described(rule: str) -> dict[str, object]:
    """A house style of one's own may name rules that are not listed."""
    from scenesetter.checks.rules import rules

    listed = rules().get(rule)
    if listed is None:
        return {"id": rule}
    return {
        "id": rule,
        "shortDescription": {"text": listed.asks},
        "help": {"text": f"{listed.mend} ({listed.authority})"},
    }


def _github(findings: "Sequence[Finding]") -> str:
    levels = {"error": "error", "warning": "warning", "info": "notice"}
    return "\n".join(
        f"::{levels[one.severity]} file={_property(one.path)},line={max(1, one.line)},"
        f"title={_property(one.rule)}::{_data(one.what)}"
        for one in findings
    )


def _data(text: str) -> str:
    """Escaped as the workflow commands of GitHub Actions want it: a note cannot forge one."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMS = {"text": _text, "json": _json, "sarif": _sarif, "github": _github}
"""How findings are printed, by name."""
