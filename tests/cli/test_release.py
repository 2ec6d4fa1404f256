"""A release from the command line: what it refuses, what it writes, and that it stays the same."""

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

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
    for fact in json.loads(scenesetter("facts", folder, "--json")[1]):
        scenesetter("rule", folder, fact["id"], "accept", "--by", "Ana Reis")
    return folder


@pytest.fixture(scope="module")
def released(scenesetter: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose first release stands beside it, printed; do not change it."""
    root = tmp_path_factory.mktemp("released")
    folder = accept_all(scenesetter, write(root))
    ran = scenesetter("build", folder, "--release", "--output", root / "output")
    assert ran[0] == 0, ran
    return folder


@pytest.fixture
def copied(released: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    shutil.copytree(released.parent, tmp_path / "copy")
    return tmp_path / "copy" / released.name


def pack(folder: Path, version: int = 1, suffix: str = "md", audience: str = "delegation") -> Path:
    place = folder.parent / "output" / folder.name / f"v{version}" / audience
    return place / f"{folder.name}-{audience}.{suffix}"


def release(scenesetter: Command, folder: Path, *more: str) -> tuple[int, str, str]:
    output = folder.parent / "output"
    return scenesetter("build", folder, "--release", "-f", "md", "-o", output, *more)


def test_a_release_is_refused_with_all_that_stands_open_and_writes_nothing(
    scenesetter: Command, tmp_path: Path
) -> None:
    folder = write(tmp_path)
    told = (folder / "briefing.toml").read_text("utf-8")
    told = told.replace('prepared = "2027-03-12"\n', "").replace('document = "27 MADRID 114"\n', "")
    (folder / "briefing.toml").write_text(told, "utf-8")
    code, out, err = release(scenesetter, folder)
    assert (code, out) == (1, "")
    assert "error: a release needs the day it was prepared [VER-01]" in err
    assert "cable.txt, of which is not known: its address (url) or its number" in err
    assert "in the pack for delegation wait for a ruling" in err
    assert "nothing was released" in err
    assert not (folder / "releases").exists()
    assert not (tmp_path / "output").exists()


def test_facts_that_wait_are_no_hindrance_where_they_are_not_printed(
    scenesetter: Command, tmp_path: Path
) -> None:
    folder = write(tmp_path, "unreviewed = false")
    found = json.loads(scenesetter("facts", folder, "--json")[1])
    scenesetter("rule", folder, found[0]["id"], "accept")
    assert release(scenesetter, folder)[0] == 0
    assert found[1]["text"] not in pack(folder).read_text("utf-8")


def test_a_release_bears_its_number_and_is_no_draft(released: Path) -> None:
    text = pack(released).read_text("utf-8")
    assert "- **Version** 1, 12 March 2027" in text
    assert "draft" not in text.casefold()


def test_the_manifest_names_what_a_pack_was_made_of(released: Path) -> None:
    manifest = json.loads((pack(released).parent / "manifest.json").read_text("utf-8"))
    files = {
        path.name: sha256(path.read_bytes()).hexdigest() for path in pack(released).parent.iterdir()
    }
    del files["manifest.json"]
    assert manifest["files"] == files
    assert (manifest["version"], manifest["date"]) == (1, "2027-03-12")
    assert manifest["marking"] == "TLP:AMBER"
    assert [source["name"] for source in manifest["contents"]["sources"]] == [
        "cable.txt",
        "courier.md",
    ]
    assert "shared/fonts/FiraSans-Regular.ttf" in manifest["templates"]
    assert {"scenesetter", "weasyprint", "pango"} <= set(manifest["versions"])
    wine = next(one for one in manifest["contents"]["facts"] if "wine" in one["text"])
    assert wine["notes"] == ["cable.txt"]
    assert wine["pages"]
    entry = json.loads((released / "releases/v1/delegation.json").read_text("utf-8"))
    assert entry["manifest"] == manifest
    cable = sha256((released / "notes/cable.txt").read_bytes()).hexdigest()
    assert entry["stored"]["notes/cable.txt"] == cable


def test_the_same_input_is_the_same_release_to_the_byte(scenesetter: Command, copied: Path) -> None:
    before = {path.name: path.read_bytes() for path in pack(copied).parent.iterdir()}
    shutil.rmtree(copied.parent / "output")
    again = ("build", copied, "--release", "-o", copied.parent / "output")
    code, out, err = scenesetter(*again)
    assert code == 0
    assert "nothing has changed since delegation v1" in err
    assert {path.name: path.read_bytes() for path in pack(copied).parent.iterdir()} == before
    assert len(out.splitlines()) == 3
    assert scenesetter(*again)[1] == ""
    assert not (copied / "releases/v2").exists()


def test_a_release_is_never_written_over(scenesetter: Command, copied: Path) -> None:
    shutil.rmtree(copied / "releases")
    pack(copied).write_text("my own words", "utf-8")
    code, _, err = scenesetter("build", copied, "--release", "-o", copied.parent / "output")
    assert code == 1
    assert "is left as it is" in err
    assert pack(copied).read_text("utf-8") == "my own words"


def test_the_register_holds_no_notes(scenesetter: Command, tmp_path: Path) -> None:
    folder = write(tmp_path, "unreviewed = false")
    for path in (folder / "notes").iterdir():
        path.rename(folder / path.name)
    (folder / "notes").rmdir()
    found = json.loads(scenesetter("facts", folder, "--json")[1])
    scenesetter("rule", folder, found[0]["id"], "accept")
    assert release(scenesetter, folder)[0] == 0
    (folder / "releases" / "press.txt").write_text("Spain wants peace.\n", "utf-8")
    assert "delegation.json" not in scenesetter("check", folder)[1]
    assert "releases/press.txt" in scenesetter("check", folder)[1]
