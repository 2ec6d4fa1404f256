"""`scenesetter schema`."""

import json
from enum import StrEnum
from typing import Annotated, Any

import typer


class Contract(StrEnum):
    """A file format that other programs may rely on, or that a person writes."""

    facts = "facts"
    briefing = "briefing"
    topic = "topic"
    audience = "audience"
    style = "style"
    marking = "marking"
    rulings = "rulings"
    clearance = "clearance"
    pack = "pack"
    manifest = "manifest"
    release = "release"
    changes = "changes"
    verdict = "verdict"


BY_PLACE: dict[Contract, tuple[str, ...]] = {
    Contract.audience: ("name",),
    Contract.style: ("name", "templates"),
    Contract.marking: ("name",),
}
"""What the folder or file of each gives, and the file itself may not hold."""


def schema(
    contract: Annotated[Contract, typer.Argument(help="The format.", show_default=False)],
) -> None:
    """Print the JSON Schema of a file format.

    facts: a list of facts as `facts --json` prints it, and a line of facts/<issue>.jsonl is one
    item of it. briefing, topic, audience, style, marking, rulings, clearance: the TOML files that
    a person writes. pack: what a template sees. manifest: manifest.json beside a released pack.
    release: an entry of the register, releases/v1/<audience>.json. changes: what `diff --json` has
    for an audience. verdict: `verify --json`.
    """
    from pydantic import TypeAdapter

    from scenesetter.briefings import BriefingFile
    from scenesetter.clearance.book import ClearanceTables
    from scenesetter.library import TopicFile
    from scenesetter.model.audience import Audience
    from scenesetter.model.fact import Fact
    from scenesetter.model.marking import MarkingScheme
    from scenesetter.model.pack import Pack
    from scenesetter.model.release import Change, Manifest, Release
    from scenesetter.model.style import Style
    from scenesetter.model.verdict import Verdict
    from scenesetter.rulings.book import RulingsTables

    adapters: dict[Contract, TypeAdapter[Any]] = {
        Contract.facts: TypeAdapter(list[Fact]),
        Contract.briefing: TypeAdapter(BriefingFile),
        Contract.topic: TypeAdapter(TopicFile),
        Contract.audience: TypeAdapter(Audience),
        Contract.style: TypeAdapter(Style),
        Contract.marking: TypeAdapter(MarkingScheme),
        Contract.rulings: TypeAdapter(RulingsTables),
        Contract.clearance: TypeAdapter(ClearanceTables),
        Contract.pack: TypeAdapter(Pack),
        Contract.manifest: TypeAdapter(Manifest),
        Contract.release: TypeAdapter(Release),
        Contract.changes: TypeAdapter(list[Change]),
        Contract.verdict: TypeAdapter(Verdict),
    }
    form = adapters[contract].json_schema()
    for field in BY_PLACE.get(contract, ()):
        del form["properties"][field]
        form["required"] = [one for one in form["required"] if one != field]
    draft = "https://json-schema.org/draft/2020-12/schema"
    typer.echo(json.dumps({"$schema": draft, **form}, ensure_ascii=False, indent=2))
