"""Small briefing folders that can be released."""

from collections.abc import Callable
from pathlib import Path

from pydantic import TypeAdapter

from scenesetter.model.fact import Fact
from scenesetter.rulings.standing import digest_of

Command = Callable[..., tuple[int, str, str]]

BRIEFING = """\
[engagement]
title = "Lisbon talks"
date = "2027-03-14"

[briefing]
scheme = "tlp"
prepared = "2027-03-12"
audiences = ["delegation"]
issues = ["trade", "migration"]
{more}
[[parties]]
name = "Portugal"
side = "home"

[[parties]]
name = "Spain"
side = "counterpart"

[sources."cable.txt"]
publisher = "Embassy in Madrid"
title = "Trade before the talks"
published = "2027-03-09"
retrieved = "2027-03-10"
document = "27 MADRID 114"
marking = "TLP:AMBER"
"""
COURIER = """\
---
title: Before the talks
publisher: Tagus Courier
published: 2027-03-10
retrieved: 2027-03-11
url: https://courier.example.org/talks
marking: TLP:GREEN
---

Portuguese foreign minister Ana Lima said Portugal would ask Spain to lift its tariff on steel.

Spain wants Portugal to join a border patrol on migration from 2 April 2027.
"""
CABLE = """\
Trade between Portugal and Spain grew by 12 percent in 2026, the trade ministry said.

Spanish trade minister Luis Ortega said on 3 March 2027 that Spain wants more trade in wine.
"""


def write(root: Path, more: str = "", **notes: str) -> Path:
    folder = root / "lisbon-talks"
    told = {"courier.md": COURIER, "cable.txt": CABLE, **notes}
    (folder / "notes").mkdir(parents=True, exist_ok=True)
    (folder / "briefing.toml").write_text(BRIEFING.format(more=more), "utf-8")
    for name, text in told.items():
        (folder / "notes" / name).write_text(text, "utf-8")
    return folder


def accept_all(scenesetter: Command, folder: Path) -> Path:
    """As a person who goes through all of them in `review`."""
    told = TypeAdapter(list[Fact]).validate_json(scenesetter("facts", folder, "--json")[1])
    tables = [f'[{fact.id}]\ndecision = "accept"\ndigest = "{digest_of(fact)}"\n' for fact in told]
    (folder / "rulings.toml").write_text("\n".join(tables), "utf-8")
    return folder


def pack(folder: Path, version: int = 1, suffix: str = "md", audience: str = "delegation") -> Path:
    place = folder.parent / "output" / folder.name / f"v{version}" / audience
    return place / f"{folder.name}-{audience}.{suffix}"


def release(scenesetter: Command, folder: Path, *more: str) -> tuple[int, str, str]:
    output = folder.parent / "output"
    return scenesetter("build", folder, "--release", "-f", "md", "-o", output, *more)


def withheld_too(root: Path, *, secret: bool) -> Path:
    """The folder with an audience of TLP:GREEN readers, and with or without what they may not
    see: a note, and the marks and rulings on it."""
    folder = write(root)
    audience = folder / "templates/audiences/hosts"
    audience.mkdir(parents=True)
    told = 'title = "For the hosts"\nsummary = "Few."\nparts = ["papers", "changes", "sources"]\n'
    told += 'sections = ["they-want", "we-want", "said"]\n[ceiling]\ntlp = "TLP:GREEN"\n'
    (audience / "audience.toml").write_text(told, "utf-8")
    (audience / "pack.md.j2").write_text('{% extends "audiences/delegation/pack.md.j2" %}', "utf-8")
    (audience / "print.css").write_text("", "utf-8")
    if not secret:
        (folder / "notes/cable.txt").unlink()
        briefing = (folder / "briefing.toml").read_text("utf-8")
        (folder / "briefing.toml").write_text(briefing.partition("[sources")[0], "utf-8")
    return folder
