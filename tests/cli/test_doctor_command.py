from pathlib import Path

import typer
from typer.testing import CliRunner

from scenesetter.cli.doctor import doctor, report
from scenesetter.doctor import Check

app = typer.Typer()
app.command()(doctor)


def test_a_remedy_that_several_checks_share_is_said_once() -> None:
    text = report(
        [
            Check("Pango", "missing", "lays out text", "install it"),
            Check("HarfBuzz", "missing", "shapes letters", "install it"),
        ]
    )
    assert text.count("install it") == 1


def test_nothing_to_do_is_said() -> None:
    assert report([Check("Python", "ok", "3.13.1")]).endswith("Nothing is missing.")


def test_an_output_that_cannot_be_written_ends_with_exit_code_1(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file", encoding="utf-8")
    result = CliRunner().invoke(app, ["--output", str(tmp_path / "output")])
    assert result.exit_code == 1
    assert "missing  Output" in result.output
    assert "--output" in result.output
