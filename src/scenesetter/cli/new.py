"""`scenesetter new`."""

import json
from pathlib import Path
from typing import Annotated

import typer

BRIEFING = """\
# The briefing. You write this file; the tool only reads it. What you leave out is said to be
# missing in the pack, never guessed. Check it at any time with: scenesetter check {folder}

[engagement]
title = {title}
# kind = "Bilateral meeting"
# date = "2027-03-14"             # or "2027-03", or "2027-03-14/2027-03-15"
# place = "Lisbon"
# principal = "Name of the person you brief"

[briefing]
language = "en"
# issues = ["trade", "migration"]  # the agenda in its order: see scenesetter templates list
# audiences = ["principal", "delegation"]
# scheme = "tlp"                   # a marking scheme, and one of its levels
# marking = "TLP:AMBER"
# prepared = "2027-03-10"
# prepared_by = "Your desk"

# The sides: "home" is ours, "counterpart" whom we meet, "third" everyone else.
# [[parties]]
# name = "Portugal"
# side = "counterpart"
# aliases = ["Lisbon"]

# The people, each by the one name that the pack prints.
# [[people]]
# name = "First name and surname"
# role = "Prime Minister of Portugal"
# party = "Portugal"
# aliases = ["what else notes call this person"]
# biography = "Two sentences of your own."

# Earlier meetings: each fact is tied to the meeting that its note is about.
# [[meetings]]
# title = "Ministerial in Porto"
# date = "2026-05-02"
# place = "Porto"

# What you know of a note that the note itself does not say.
# [sources."cable.txt"]
# publisher = "Embassy Lisbon"
# author = "Political section"
# title = "Lisbon ahead of the visit"
# published = "2027-03-01"
# retrieved = "2027-03-02"
# url = "https://example.org/cable"
# reliability = "B"                # A completely reliable ... F cannot be judged
# marking = "TLP:GREEN"
"""
NOTES = """\
Put your source notes here: .txt, .md (with YAML or TOML front matter) or .html, in any
encoding. Then run: scenesetter build {folder}
"""


def new(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder to make.", show_default=False)
    ],
    title: Annotated[str, typer.Option(help="Title of the meeting, visit or summit.")] = "",
) -> None:
    """Start a briefing folder.

    Makes a commented briefing.toml and a folder for the notes. Nothing that is already there is
    touched.
    """
    from scenesetter import store

    named = title or folder.resolve().name.replace("-", " ").replace("_", " ").title()
    # A JSON string is a TOML basic string.
    quoted = json.dumps(named, ensure_ascii=False)
    store.create(folder / "briefing.toml", BRIEFING.format(folder=folder, title=quoted))
    typer.echo(str(folder / "briefing.toml"))
    notes = folder / "notes"
    if not notes.exists():
        store.create(notes / ".keep", NOTES.format(folder=folder))
        typer.echo(str(notes))
    typer.echo(f"next: put notes into {notes}, then scenesetter build {folder}", err=True)
