"""`scenesetter diff`."""

from typing import TYPE_CHECKING, Annotated

import typer

from scenesetter.cli.arguments import FolderArgument, version

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scenesetter.model.release import Change

_LABELS = {"before": "was", "after": "now"}


def diff(
    folder: FolderArgument,
    old: Annotated[
        str, typer.Argument(metavar="A", help="A release such as v1; or: last.")
    ] = "last",
    new: Annotated[str, typer.Argument(metavar="B", help="Another release; or: now.")] = "now",
    audience: Annotated[
        list[str] | None,
        typer.Option(
            "--audience",
            "-a",
            metavar="NAME",
            help="What was released to this audience; repeat for several. [default: to all]",
            show_default=False,
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Tell what changed between two releases, or since one, by facts, lines and sources.

    For the desk: what was withdrawn stands in full. Of a source that was changed or withdrawn
    every fact that rests on it and every paper that it touches is named.

    Examples:

      scenesetter diff briefings/lisbon-visit

      scenesetter diff briefings/lisbon-visit v1 v2 --audience delegation --json
    """
    from json import dumps

    from scenesetter.cache import Cache
    from scenesetter.cli.reporting import progress
    from scenesetter.pipeline import history
    from scenesetter.pipeline.opening import open_briefing

    wanted = (_named(old), _named(new))
    with progress() as step:
        opened = open_briefing(folder, Cache(folder, keeps=False), step)
        found = history.differences(opened, wanted, tuple(audience or ()), step)
    if json:
        told = {name: [one.model_dump() for one in found[name].changes] for name in found}
        typer.echo(dumps(told, ensure_ascii=False, indent=2))
        return
    for name, (before, after, changes) in found.items():
        typer.echo(f"{name}: {before} to {after}")
        for line in _text(changes):
            typer.echo(f"  {line}")


def _named(written: str) -> str:
    return written if written in ("now", "last") else f"v{version(written)}"


def _text(changes: "Sequence[Change]") -> "Iterator[str]":
    if not changes:
        yield "nothing changed"
    for one in changes:
        plural = "s" if len(one.pages) > 1 else ""
        pages = f" (page{plural} {', '.join(map(str, one.pages))})" if one.pages else ""
        where = f" in {', '.join(one.papers)}" if one.papers else ""
        fact = f" {one.id}" if one.id else ""
        of_source = one.what == "source"
        yield (
            f"{one.change}{where}" if of_source else f"{one.change}: {one.what}{fact}{where}{pages}"
        )
        yield f"    {one.text}"
        for field, label in _LABELS.items():
            if value := getattr(one, field):
                yield f"    {'note' if of_source else label}: {value}"
        if of_source and one.facts:
            yield f"    rest on it: {', '.join(one.facts)}"
