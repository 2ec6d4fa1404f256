"""`scenesetter facts`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from scenesetter.cli.arguments import FolderArgument
from scenesetter.settings import Settings

if TYPE_CHECKING:
    from scenesetter.model.fact import Fact


def facts(
    folder: FolderArgument,
    issue: Annotated[str | None, typer.Option(help="Only facts that bear on this issue.")] = None,
    kind: Annotated[str | None, typer.Option(help="Only facts of this kind.")] = None,
    holder: Annotated[
        str | None, typer.Option(help="Only facts whose holder's name has these words.")
    ] = None,
    search: Annotated[
        str | None, typer.Option(help="Only facts with these words in their text or passage.")
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option(
            metavar="ID", help="Show how the fact of this id, or its first letters, came about."
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="A JSON list; its form: scenesetter schema facts")
    ] = False,
) -> None:
    """List the facts that the notes of a folder hold.

    One fact a paragraph: id, kind, issues, holder and date, then its text and where it stands.
    With --explain: the passage in its paragraph, the cue, how the holder was found, which terms
    chose the issue, how the date was read. Writes no file.

    Example:

      scenesetter facts briefings/north-american-leaders-summit-2023 --issue migration
    """
    from scenesetter.cli.desk import fact_of, refuse_unknown
    from scenesetter.cli.explanation import explained
    from scenesetter.cli.reporting import end, progress, report
    from scenesetter.pipeline.desk import gather_all

    _refuse_unknown_kind(kind)
    with progress() as step:
        opened, gathered = gather_all(Settings(folder, Path("output")), step)
    if explain is not None:
        fact = fact_of(gathered.facts, explain, folder)
        typer.echo(explained(fact, gathered.facts, opened.notes))
        return
    refuse_unknown(issue, opened, gathered.facts)
    report(opened.findings)
    chosen = [
        fact
        for fact in gathered.facts
        if (issue is None or issue in fact.issues)
        and (kind is None or kind == fact.kind)
        and (holder is None or _has(fact.holder.name if fact.holder else "", holder))
        and (search is None or _has(_words(fact), search))
    ]
    if as_json:
        plain = [fact.model_dump(mode="json") for fact in chosen]
        typer.echo(json.dumps(plain, ensure_ascii=False, indent=2))
    else:
        if not chosen:
            typer.echo(f"none of the {len(gathered.facts)} facts fits", err=True)
        for fact in chosen:
            typer.echo(f"{_listed(fact)}\n")
    end(opened.findings)


def _refuse_unknown_kind(kind: str | None) -> None:
    """A misspelt kind would list nothing, and look like an answer."""
    from scenesetter.model.fact import FactKind

    if kind is not None and kind not in get_args(FactKind):
        known = ", ".join(get_args(FactKind))
        raise typer.BadParameter(f"{kind!r} is none of {known}", param_hint="--kind")


def _has(text: str, words: str) -> bool:
    return words.casefold() in text.casefold()


def _words(fact: "Fact") -> str:
    return " ".join([fact.text, *(passage.exact for passage in fact.passages)])


def _listed(fact: "Fact") -> str:
    who = fact.holder.name if fact.holder else "no holder"
    when = f"when {fact.when}" if fact.when else "no time"
    as_of = f"as of {fact.as_of}" if fact.as_of else "undated note"
    contrary = f"  contradicts {', '.join(fact.contradicts)}\n" if fact.contradicts else ""
    places = ", ".join(f"{one.note}:{one.start}-{one.end}" for one in fact.passages)
    return (
        f"{fact.id}  {fact.kind}  {', '.join(fact.issues)}\n"
        f"  {who}; {when}; {as_of}\n{contrary}  {fact.text}\n  {places}"
    )
