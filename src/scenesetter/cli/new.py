"""`scenesetter new`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from scenesetter.errors import UserError
from scenesetter.findings import in_shell

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
{issues}  # the agenda in its order: see scenesetter templates list
# audiences = ["principal", "delegation"]
# scheme = "tlp"                   # a marking scheme, and one of its levels
# marking = "TLP:AMBER"            # controls follow the level: "SECRET//NOFORN"
# override = {{ marking = "TLP:RED", reason = "Why the whole is above its portions." }}
# style = "generic"                # a house style: see scenesetter templates list
# prepared = "2027-03-10"
# prepared_by = "Your desk"
# drafter = "Name"                 # of the issue papers; answers for the marks
# approver = "Name"
# offices = ["Legal", "Treasury"]  # who must clear each paper: scenesetter clear {folder}
# unreviewed = false               # print only what you accepted: scenesetter review {folder}

# Of a classified or controlled pack (scheme "us"): who decided, from what, until when.
# [authority]
# classified_by = "Name, office"
# derived_from = "Title and date of the source"   # or, of an original classification: reason
# declassify_on = "20520310"
# controlled_by = "Agency"         # of controlled unclassified information

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

# The agenda as the hosts have planned it.
# [[agenda]]
# title = "Bilateral meeting"
# issues = ["trade"]
# lead = "The prime minister"
# minutes = 30
# press = "closed"                 # or "open"

# What you know of a note that the note itself does not say.
# [sources."cable.txt"]
# publisher = "Embassy Lisbon"
# author = "Political section"
# title = "Lisbon ahead of the visit"
# published = "2027-03-01"
# retrieved = "2027-03-02"
# url = "https://example.org/cable"
# reliability = "B"                # A completely reliable ... F cannot be judged
# descriptor = "The minister's own account, a day after"   # access, motive, age
# drafted_by_model = "name, version, 2027-03-02"   # where one wrote or summarised it
# marking = "TLP:GREEN"
"""
EXAMPLE_ISSUES = '# issues = ["trade", "migration"]'
NOTES = """\
Put your source notes here: .txt, .md (with YAML or TOML front matter) or .html, in any
encoding. Then run: scenesetter build {folder}
"""


def new(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder to make.", show_default=False)
    ],
    title: Annotated[str, typer.Option(help="Title of the meeting, visit or summit.")] = "",
    issue: Annotated[
        list[str] | None,
        typer.Option(help="An issue on the agenda; repeat for several.", show_default=False),
    ] = None,
) -> None:
    """Start a briefing folder.

    Makes a commented briefing.toml, a folder for the notes and, for each issue given, the start of
    points/<issue>.md. Nothing that is already there is touched.
    """
    from scenesetter import store
    from scenesetter.library import Library
    from scenesetter.pipeline.per_issue import offer

    if folder.exists() and not folder.is_dir():
        raise UserError(str(folder), "is a file, not a folder", "choose another name")
    named = title or folder.resolve().name.replace("-", " ").replace("_", " ").title()
    agenda = list(dict.fromkeys(issue or ()))
    library = Library.beside(folder)
    topics = [library.topic(name) for name in agenda]
    # A JSON string is a TOML basic string, and a list of them a TOML list.
    quoted = json.dumps(named, ensure_ascii=False)
    listed = f"issues = {json.dumps(agenda)}" if agenda else EXAMPLE_ISSUES
    briefing = BRIEFING.format(folder=in_shell(folder), title=quoted, issues=listed)
    store.create(folder / "briefing.toml", briefing)
    typer.echo(str(folder / "briefing.toml"))
    notes = folder / "notes"
    if not notes.exists():
        store.create(notes / ".keep", NOTES.format(folder=in_shell(folder)))
        typer.echo(str(notes))
    for made in offer(folder, agenda, topics):
        typer.echo(str(made))
    typer.echo(f"next: put notes into {notes}, then scenesetter build {in_shell(folder)}", err=True)
