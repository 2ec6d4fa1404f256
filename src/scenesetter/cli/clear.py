"""`scenesetter clear`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scenesetter.cli.arguments import FolderArgument, today
from scenesetter.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scenesetter.cli.cleared import Said


def clear(
    folder: FolderArgument,
    issues: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ISSUE]...", help="Of which papers; without one, all are listed."),
    ] = None,
    office: Annotated[
        str | None,
        typer.Option(help="One of those in briefing.toml or of the house style, or Approver."),
    ] = None,
    state: Annotated[
        str | None,
        typer.Option(help='pending, ok, "ok with changes", info or "no response".'),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who cleared it.")] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day: 2027-03-10. [default: today]")
    ] = None,
    remark: Annotated[str | None, typer.Option(help="A word of the office, for print.")] = None,
    audience: Annotated[
        list[str] | None,
        typer.Option(
            "--audience",
            "-a",
            metavar="NAME",
            help="Whose paper was read; repeat for several. "
            "[default: the first that prints a clearance page]",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="A JSON list.")] = False,
) -> None:
    """Record what an office says of an issue paper, or list who has cleared what.

    Writes DIR/clearance.toml and prints what was cleared. A clearance is of the words of the paper
    as that audience reads it now: when they change, it is open again. Exit code 1 where an issue,
    the office or the state is not known: then nothing is written.

    Examples:

      scenesetter clear briefings/lisbon-visit

      scenesetter clear briefings/lisbon-visit trade --office Legal --state ok --by "Ana Reis"
    """
    from scenesetter.cli.cleared import clearances, listed, rows_of
    from scenesetter.cli.reporting import progress
    from scenesetter.pipeline import recording
    from scenesetter.pipeline.desk import composed_packs

    said = _said(issues or (), office, state, by, on, remark)
    with progress() as step:
        settings = Settings(folder, Path("output"), tuple(audience or ()), keeps=True)
        opened, packs = composed_packs(settings, step)
    if said is None:
        rows = [row for one in packs for row in rows_of(one, whole=audience is not None)]
        text = listed(rows, folder)
    else:
        chosen = packs if audience else [one for one in packs if one.clearers.asked][:1]
        made = clearances(opened, chosen, issues or (), said)
        recording.record_clearances(opened.folder.root, [clearance for clearance, _ in made])
        rows = [row for _, row in made]
        text = "\n".join(
            f"{row.paper}, {row.title}: {row.office}: {row.state}{row.signature}\n"
            f"  {row.points} points, text {row.text}"
            for row in rows
        )
    plain = [row._asdict() for row in rows]
    typer.echo(json.dumps(plain, ensure_ascii=False, indent=2) if as_json else text)


def _said(
    issues: "Sequence[str]",
    office: str | None,
    state: str | None,
    by: str | None,
    on: str | None,
    remark: str | None,
) -> "Said | None":
    """What is to be recorded, None where nothing is. Raises BadParameter for what is no answer."""
    from scenesetter.cli.cleared import Said, state_of
    from scenesetter.model.clearance import WAITING
    from scenesetter.model.edtf import is_edtf

    if not issues:
        if any((office, state, by, on, remark)):
            raise typer.BadParameter("say of which paper", param_hint="ISSUE")
        return None
    for name, value in {"--office": office, "--state": state}.items():
        if not value:
            raise typer.BadParameter("say which", param_hint=name)
    if on is not None and not is_edtf(on):
        raise typer.BadParameter("a day such as 2027-03-10", param_hint="--on")
    given = state_of(state or "")
    if not by and given not in WAITING:
        raise typer.BadParameter("say who", param_hint="--by")
    return Said(office or "", given, by, on or today(), remark)
