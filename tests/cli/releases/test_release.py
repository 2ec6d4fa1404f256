"""A release from the command line: what it refuses, what it writes, and that it stays the same."""

import json
import re
import shutil
from hashlib import sha256
from pathlib import Path

from tests.cli.releases.folders import (
    COURIER,
    Command,
    accept_all,
    pack,
    release,
    withheld_too,
    write,
)

from scenesetter.model.release import Release
from scenesetter.releases.register import sealed


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


def test_the_desk_is_told_beforehand_what_a_release_lacks(
    scenesetter: Command, tmp_path: Path
) -> None:
    """STR-05 and RUL-05, where the house style wants every request answered."""
    folder = write(tmp_path)
    code, out, _ = scenesetter("check", folder, "--release", "--style", "uk-pm")
    assert code == 1
    assert "error: 1 request without a response in “Migration” [STR-05]" in out
    assert "wait for a ruling" in out
    assert scenesetter("check", folder)[0] == 0


def test_what_a_house_style_requires_stops_a_release(scenesetter: Command, tmp_path: Path) -> None:
    """STR-01 and MRK-40, which a draft may lack."""
    folder = accept_all(scenesetter, write(tmp_path))
    code, out, err = release(scenesetter, folder, "--style", "us-dod-readahead")
    assert (code, out) == (1, "")
    assert "error: “Objectives” is empty in the pack for delegation" in err
    assert "error: not stated, in the style us-dod-readahead: from, purpose [STR-01]" in err
    assert "error: the style us-dod-readahead wants a pack marked by the scheme us" in err
    assert (
        "warning: “Objectives” is empty"
        in scenesetter("check", folder, "--style", "us-dod-readahead")[1]
    )


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
    assert not re.search(r"\bdraft\b", text, re.IGNORECASE)


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


def test_a_release_that_would_be_printed_otherwise_here_is_refused(
    scenesetter: Command, tmp_path: Path
) -> None:
    folder = accept_all(scenesetter, write(tmp_path))
    assert release(scenesetter, folder)[0] == 0
    path = folder / "releases/v1/delegation.json"
    entry = Release.model_validate_json(path.read_bytes())
    files = dict.fromkeys(entry.manifest.files, sha256(b"printed elsewhere").hexdigest())
    there = entry.manifest.model_copy(update={"files": files})
    path.write_text(sealed(entry.model_copy(update={"manifest": there})).model_dump_json(), "utf-8")
    code, _, err = release(scenesetter, folder)
    assert (code, "the same as v1 for delegation, but prints differently here" in err) == (1, True)


def test_another_template_makes_another_release(scenesetter: Command, tmp_path: Path) -> None:
    folder = accept_all(scenesetter, write(tmp_path))
    release(scenesetter, folder)
    sheet = folder / "templates/audiences/delegation/print.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("h2 { color: navy }", "utf-8")
    assert release(scenesetter, folder)[0] == 0
    first, second = (
        json.loads((pack(folder, version).parent / "manifest.json").read_text("utf-8"))["templates"]
        for version in (1, 2)
    )
    changed = [name for name, found in first.items() if second[name] != found]
    assert changed == ["audiences/delegation/print.css"]


def test_a_judgment_that_changed_since_the_last_release_says_why(
    scenesetter: Command, copied: Path
) -> None:
    """EST-07; what was released before had other words, or none."""
    steel = scenesetter("facts", copied, "--search", "steel")[1][:12]
    (copied / "points").mkdir()

    def judged(range_: str, why: str = "") -> tuple[int, str, str]:
        line = f"Madrid is {range_} to yield. [f:{steel}]{why}"
        (copied / "points/trade.md").write_text(f"## Background\n\n- {line}\n", "utf-8")
        return release(scenesetter, copied)

    likely, unlikely = "likely (55-80%)", "unlikely (20-45%)"
    code, _, err = judged(likely, " [changed: too soon]")
    assert code == 1
    assert "trade.md:3: error: says why it changed, and the last release has no other" in err
    assert judged(likely)[0] == 0
    code, _, err = judged(unlikely)
    assert code == 1
    assert "trade.md:3: error: the judgment is another than in the last release" in err
    assert "[EST-07]" in err
    assert judged(unlikely, " [changed: the vote was lost]")[0] == 0
    assert "**Why it changed:** the vote was lost" in pack(copied, 3).read_text("utf-8")


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


BORDER = "Spanish envoy Hortensia Umbrage warned that Spain would close the border to trade."


def test_a_release_is_the_same_with_and_without_what_its_readers_may_not_see(
    scenesetter: Command, tmp_path: Path
) -> None:
    told = []
    for place, secret in (("with", True), ("without", False)):
        folder = accept_all(scenesetter, withheld_too(tmp_path / place, secret=secret))
        for change in ("", "\n\nSpain wants Portugal to lift the fee on wine, Lima said."):
            (folder / "notes/courier.md").write_text(
                COURIER + (f"\n{BORDER}\n" if secret else "") + change, "utf-8"
            )
            accept_all(scenesetter, folder)
            if secret:
                umbrage = scenesetter("facts", folder, "--search", "Umbrage")[1][:12]
                assert scenesetter("rule", folder, umbrage, "mark", "TLP:RED")[0] == 0
            assert release(scenesetter, folder, "--audience", "hosts")[0] == 0
        made = sorted((folder.parent / "output").rglob("*.*"))
        assert len(made) == 4
        told.append({path.relative_to(folder.parent): path.read_bytes() for path in made})
    assert told[0] == told[1]
    assert not [
        name for name, content in told[0].items() if b"cable" in content or b"MADRID" in content
    ]
