"""`scenesetter build`."""

from pathlib import Path
from typing import Annotated

import typer

from scenesetter.cli.arguments import (
    AudienceOption,
    FolderArgument,
    OutputOption,
    StyleOption,
    version,
)
from scenesetter.settings import Format, PaperSize, Settings


def build(
    folder: FolderArgument,
    audience: AudienceOption = None,
    formats: Annotated[
        list[Format] | None,
        typer.Option("--format", "-f", help="Repeat for several. [default: pdf and md]"),
    ] = None,
    style: StyleOption = None,
    paper: Annotated[
        PaperSize,
        typer.Option(help="Size of the page, where neither style nor audience has one of its own."),
    ] = "a4",
    output: OutputOption = Path("output"),
    release: Annotated[
        bool, typer.Option("--release", help="Number the packs and register them: no drafts.")
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="VERSION",
            help="Tell what changed since this release, such as v1. "
            "[default: the last one, for audiences that are told]",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Gather, compose and print the packs of a folder.

    Writes one PDF and one Markdown file for each audience to OUTPUT/<folder>/ and names them on
    stdout; findings go to stderr. A file that you changed since is left alone. Exit code 1 where
    a finding is an error: the packs of what could be read are written all the same.

    A release goes to OUTPUT/<folder>/v1/<audience>/ with its manifest.json, and is registered in
    DIR/releases/. Nothing is released while a finding is an error.

    Examples:

      scenesetter build briefings/north-american-leaders-summit-2023

      scenesetter build ~/notes --audience principal --paper letter
    """
    from scenesetter.cli.reporting import end, progress, report
    from scenesetter.pipeline.build import build as build_packs

    settings = Settings(
        folder=folder,
        output=output,
        audiences=tuple(audience or ()),
        formats=tuple(formats) if formats else (Format.pdf, Format.md),
        paper=paper,
        style=style,
        keeps=True,
        release=release,
        since=None if since is None else version(since),
    )
    with progress() as step:
        built = build_packs(settings, step)
    report(built.findings)
    for path in built.files:
        typer.echo(str(path))
    for name in built.unchanged:
        typer.echo(f"nothing has changed since {name}", err=True)
    if release and any(finding.severity == "error" for finding in built.findings):
        typer.echo("nothing was released", err=True)
    end(built.findings)
