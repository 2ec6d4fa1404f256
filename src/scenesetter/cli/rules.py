"""`scenesetter rules`."""

import difflib
import json
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from scenesetter.errors import UserError

if TYPE_CHECKING:
    from scenesetter.checks.rules import ListedRule

WIDTH = 100
FAMILIES = {
    "SRC": "sources and citations",
    "ADM": "grades of sources and facts",
    "EST": "words of likelihood",
    "MRK": "marks",
    "STR": "structure",
    "LEN": "length",
    "TYP": "type",
    "PDF": "the printed file",
    "TAG": "subject tags",
    "CLR": "clearance",
    "VER": "versions",
    "REL": "what may leave the desk",
    "SEC": "safety",
    "READ": "reading notes",
    "RUL": "rulings",
    "TPL": "templates",
}
GRADES = {
    "official": "read in a primary or official text",
    "secondary": "read in a page that restates it",
    "own": "this tool's own",
}


def rules(
    rule: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="One rule to explain, such as STR-05.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, with every field.")] = False,
) -> None:
    """List the rules that packs are held to, and how far each is; or explain one.

    Each finding of check and build names its rule. The two severities are those of a breach in a
    draft and at a release, which an error refuses.
    """
    from scenesetter.checks.rules import rules as listed

    known = listed()
    if rule is not None:
        known = {name: known[name] for name in [_meant(rule, list(known))]}
    if as_json:
        table = {name: one.model_dump() for name, one in known.items()}
        typer.echo(json.dumps(table, ensure_ascii=False, indent=2))
    elif rule is not None:
        typer.echo("\n".join(_explained(*next(iter(known.items())))))
    else:
        typer.echo("\n".join(_all(known)))


def _meant(written: str, known: list[str]) -> str:
    name = written.strip().strip("[]").upper()
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        meant = f"; did you mean {near[0]}?" if near else ""
        raise UserError("", f"unknown rule `{written}`{meant}", "scenesetter rules lists them all")
    return name


def _all(known: "dict[str, ListedRule]") -> list[str]:
    lines: list[str] = []
    family = ""
    for name, one in known.items():
        if name.partition("-")[0] != family:
            family = name.partition("-")[0]
            lines += ["", FAMILIES.get(family, family)] if lines else [FAMILIES.get(family, family)]
        grave = one.draft if one.draft == one.release else f"{one.draft}, {one.release} at release"
        lines += _beside(f"  {name:7}  {one.state:8}  ", one.asks)
        lines += _beside(" " * 21, f"{grave}{f'; {one.reason}' if one.reason else ''}")
    counts = {
        state: sum(one.state == state for one in known.values())
        for state in ("held", "partly", "not done")
    }
    return [*lines, "", ", ".join(f"{count} {state}" for state, count in counts.items())]


def _explained(name: str, one: "ListedRule") -> list[str]:
    rows = {
        "asks": one.asks,
        "authority": f"{one.authority} ({GRADES[one.grade]})"
        if one.authority != "own"
        else "this tool's own",
        "draft": one.draft,
        "release": one.release,
        "checked": ", ".join(one.checked),
        "state": f"{one.state}: {one.reason}" if one.reason else one.state,
        "mend": one.mend,
    }
    told = (line for label, text in rows.items() for line in _beside(f"  {label:9}  ", text))
    return [name, *told]


def _beside(head: str, text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=head, subsequent_indent=" " * len(head))
