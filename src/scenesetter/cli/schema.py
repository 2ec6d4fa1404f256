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
    marking = "marking"
    rulings = "rulings"
    pack = "pack"


NAMED_BY_PLACE = (Contract.audience, Contract.marking)
"""Their folder or file gives the name, which the file itself may not hold."""


def schema(
    contract: Annotated[Contract, typer.Argument(help="The format.", show_default=False)],
) -> None:
    """Print the JSON Schema of a file format.

    facts: a list of facts as `facts --json` prints it, and a line of facts/<issue>.jsonl is one
    item of it. briefing, topic, audience, marking, rulings: the TOML files that a person writes.
    pack: what a template sees.
    """
    from pydantic import TypeAdapter

    from scenesetter.briefings import BriefingFile
    from scenesetter.library import TopicFile
    from scenesetter.model.audience import Audience
    from scenesetter.model.fact import Fact
    from scenesetter.model.marking import MarkingScheme
    from scenesetter.model.pack import Pack
    from scenesetter.rulings.book import RulingsTables

    adapters: dict[Contract, TypeAdapter[Any]] = {
        Contract.facts: TypeAdapter(list[Fact]),
        Contract.briefing: TypeAdapter(BriefingFile),
        Contract.topic: TypeAdapter(TopicFile),
        Contract.audience: TypeAdapter(Audience),
        Contract.marking: TypeAdapter(MarkingScheme),
        Contract.rulings: TypeAdapter(RulingsTables),
        Contract.pack: TypeAdapter(Pack),
    }
    form = adapters[contract].json_schema()
    if contract in NAMED_BY_PLACE:
        del form["properties"]["name"]
        form["required"].remove("name")
    draft = "https://json-schema.org/draft/2020-12/schema"
    typer.echo(json.dumps({"$schema": draft, **form}, ensure_ascii=False, indent=2))
