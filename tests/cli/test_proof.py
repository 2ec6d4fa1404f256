"""A finished pack is searched for all that is kept from its readers: what is found is not written.

The packs here leak because a template of the briefing's own says what it must not.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
VAULT = """\
---
title: Umbrage to close the border posts at night
publisher: Quillfeather Bureau
author: Cornelius Vane
published: 2027-03-12
url: https://quillfeather.example/cables/2027/03/12/border-posts
marking: TLP:RED
---

Spanish envoy Hortensia Umbrage warned on 13 March 2027 that Spain would close 77 border posts.

# Lanterns drowsed above the customs gate

The lamps along the quay were out, and customs officer Balthazar Grimwood had gone home.
"""
NIGHTJAR = """\
---
title: Nightjar
marking: TLP:RED
---

Spain wants Vigo dredged.

Portugal wants Faro closed.
"""
DESCRIBED = """
[sources."a-vault-cable.md"]
descriptor = "Copied by hand from the drawer of a consul."
"""
OPEN = "Foreign minister Ana Lima said Portugal would ask Spain to lift its tariff on steel.\n\n"
PATROL = "Lima wants Spain to join a border patrol on migration from 2 April 2027.\n"
POINTS = "## Objectives\n\n- Keep the Falconet channel to the envoy open at any price. [f:{}]\n"
RULING = '[{}]\nmarking = "TLP:RED"\nreason = "The patrol was told to us in confidence by Lima."\n'
PACK = '{{% include "audiences/delegation/pack.md.j2" %}}\n\n{}\n'


@pytest.fixture
def folder(
    talks: Callable[..., Path],
    note: Callable[..., str],
    fact_id: Callable[[Path, str], str],
) -> Path:
    """A note, a fact of another note and a line of ours are kept from the press."""
    notes = {"courier.md": note(OPEN + PATROL), "a-vault-cable.md": VAULT, "c.md": NIGHTJAR}
    made = talks(notes)
    with (made / "briefing.toml").open("a", encoding="utf-8") as file:
        file.write(DESCRIBED)
    patrol = fact_id(made, "border patrol")
    (made / "rulings.toml").write_text(RULING.format(patrol), "utf-8")
    (made / "points").mkdir()
    (made / "points" / "trade.md").write_text(POINTS.format(patrol), "utf-8")
    return made


def says(folder: Path, text: str) -> None:
    template = folder / "templates" / "audiences" / "press" / "pack.md.j2"
    template.write_text(PACK.format(text), "utf-8")


def test_a_pack_that_tells_nothing_of_it_is_written(scenesetter: Command, folder: Path) -> None:
    says(folder, "Spain would close the port. Lima wants Spain to lift its tariff on steel.")
    ran = scenesetter("build", folder, "--audience", "press", "-f", "md", "-o", folder / "out")
    assert (ran.code, Path(ran.out.strip()).is_file()) == (0, True)


def test_a_pack_that_says_what_its_readers_may_not_see_is_not_written_and_the_earlier_one_goes(
    scenesetter: Command, folder: Path, fact_id: Callable[[Path, str], str]
) -> None:
    build = ("build", folder, "--audience", "press", "-f", "md", "-o", folder / "out")
    pack = Path(scenesetter(*build).out.strip())
    assert pack.is_file()
    told = [
        "<!-- that Spain would close 77 border posts -->",
        "Lima wants Spain to join a border patrol.",
        "Keep the Falconet channel to the envoy.",
        "The patrol was told to us in confidence.",
        "Umbrage, by C. Vane",
        "Lanterns drowsed above the customs gate, and Grimwood.",
        "Umbrage to close the border posts.",
        "Quillfeather Bureau, and Nightjar.",
        "Copied by hand from the drawer of a consul.",
        "Spain wants Vigo dredged.",
        "notes/a-vault-cable.md",
        f"[f:{fact_id(folder, 'border posts')[:8]}]",
    ]
    says(folder, "\n\n".join(told))
    ran = scenesetter(*build)
    assert (ran.code, ran.out, pack.exists()) == (1, "", False)
    assert "that the audience press may not see [REL-01]" in ran.err
    said = ran.err.replace(str(folder), "").casefold()
    assert not any(word in said for word in ("umbrage", "vault", "77", "falconet", "nightjar"))
    named = scenesetter("check", folder, "--audience", "press").out
    words = (
        "close 77 border",
        "a border patrol",
        "falconet",
        "in confidence",
        "lanterns drowsed above",
        "drawer",
    )
    names = (
        "umbrage",
        "vane",
        "grimwood",
        "quillfeather bureau",
        "nightjar",
        "spain wants vigo dredged",
    )
    for secret in (*words, *names, "umbrage to close the border posts"):
        assert secret in named
    for kind in ("words", "a name", "the name of a note's file", "the id of a fact"):
        assert f": {kind} kept from it [REL-01]" in named


def test_the_desk_is_told_what_a_stylesheet_says(scenesetter: Command, folder: Path) -> None:
    sheet = folder / "templates" / "audiences" / "press" / "print.css"
    sheet.write_text('.cover::after { content: "by Hortensia Umbrage" }', "utf-8")
    ran = scenesetter("build", folder, "--audience", "press", "-f", "md", "-o", folder / "out")
    assert f"scenesetter check {folder} says what" in ran.err
    assert "umbrage" in scenesetter("check", folder, "--audience", "press").out


def test_a_person_who_changed_the_earlier_pack_keeps_it(scenesetter: Command, folder: Path) -> None:
    build = ("build", folder, "--audience", "press", "-f", "md", "-o", folder / "out")
    pack = Path(scenesetter(*build).out.strip())
    pack.write_text("Mine.", "utf-8")
    says(folder, "Hortensia Umbrage")
    assert scenesetter(*build).code == 1
    assert pack.read_text("utf-8") == "Mine."


def test_what_stands_in_the_printed_file_alone_is_found_too(
    scenesetter: Command, folder: Path
) -> None:
    sheet = '@page { @top-left { content: "Umb" "rage" } }'
    (folder / "templates" / "audiences" / "press" / "print.css").write_text(sheet, "utf-8")
    ran = scenesetter("build", folder, "--audience", "press", "-f", "pdf", "-o", folder / "out")
    assert (ran.code, ran.out) == (1, "")
    assert "page 1: a name that the audience press may not see" in ran.err


def test_whoever_stands_behind_a_mark_in_the_briefing_is_not_taken_from_a_note(
    scenesetter: Command, talks: Callable[..., Path]
) -> None:
    told = (
        "(U) Ana Lima, foreign minister of Portugal, wants Spain to lift its tariff on steel.\n\n"
        "(U) Spain wants Portugal to take back 400 migrants a month.\n"
    )
    made = talks({"courier.md": told})
    briefing = made / "briefing.toml"
    person = '[[people]]\nname = "Ana Lima"\nrole = "Foreign Minister of Portugal"\n'
    text = briefing.read_text("utf-8").replace('"tlp"', '"us"')
    briefing.write_text(f'{text}{person}party = "Portugal"\n', "utf-8")
    press = made / "templates" / "audiences" / "press" / "audience.toml"
    press.write_text(f'issues = ["migration"]\n{press.read_text("utf-8")}', "utf-8")
    ran = scenesetter("build", made, "--audience", "press", "-f", "md", "-o", made / "out")
    assert (ran.code, Path(ran.out.strip()).is_file()) == (0, True)
