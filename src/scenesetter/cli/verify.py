"""`scenesetter verify`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenesetter.model.verdict import Verdict


def verify(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A PDF or Markdown pack.", show_default=False)
    ],
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]", help="The briefing folder it was released from.", show_default=False
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Say which release a pack is, and whether it and its sources are unchanged.

    A file is known by its digest, under whatever name, from the register in DIR and from a
    manifest.json beside it; a changed copy by what it says of itself. Exit code 0 where the file
    is unaltered and, with DIR, its notes and templates are as they were; 1 otherwise.

    Examples:

      scenesetter verify ~/Downloads/brief.pdf briefings/lisbon-visit
    """
    from scenesetter.cli.reporting import progress
    from scenesetter.pipeline import history

    with progress() as step:
        verdict = history.verify(file, folder, step)
    typer.echo(verdict.model_dump_json(indent=2) if json else "\n".join(_text(verdict)))
    if not verdict.stands:
        raise typer.Exit(1)


def _text(verdict: "Verdict") -> "Iterator[str]":
    release = verdict.release
    if release is None:
        yield f"{verdict.file} {_unknown(verdict)}"
        return
    from scenesetter.model.edtf import in_words

    name = f"version {release.version}, {in_words(release.date)}"
    said = {"unaltered": "is", "altered": "is a changed copy of"}[verdict.state]
    yield f"{verdict.file} {said} {name}: {release.title}, {release.audience_title}"
    yield f"  marking    {release.marking or 'none'}"
    if verdict.latest and verdict.latest > release.version:
        yield f"  newer      there is a version {verdict.latest} for these readers"
    yield f"  file       {_altered(verdict)}"
    if not verdict.compared:
        yield "  sources    not compared: give the briefing folder that it was released from"
        return
    yield from _sources(verdict)
    for what, names in (("templates", verdict.templates), ("desk", verdict.desk)):
        yield f"  {what:10} {'changed since: ' + ', '.join(names) if names else 'unchanged'}"


def _altered(verdict: "Verdict") -> str:
    if verdict.only_line_ends:
        return "ALTERED since in its line ends alone: every word is as it was released"
    return "unaltered" if verdict.state == "unaltered" else "ALTERED since"


def _unknown(verdict: "Verdict") -> str:
    if verdict.state == "draft":
        return "is a draft: it was never released"
    known = "no register or manifest that was looked at knows it"
    if verdict.claims:
        return f"says that it is version {verdict.claims} of a pack, but {known}"
    return f"is no release: {known}"


def _sources(verdict: "Verdict") -> "Iterator[str]":
    unchanged = sum(one.state == "unchanged" for one in verdict.sources)
    yield f"  sources    {unchanged} of {len(verdict.sources)} unchanged"
    for one in verdict.sources:
        if one.state != "unchanged":
            yield f"    {one.state:9}{one.name}"
            if one.facts:
                papers = ", ".join(one.papers) or "no paper"
                yield f"             rest on it: {', '.join(one.facts)}; in: {papers}"
