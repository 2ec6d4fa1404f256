"""What a pack in hand is, and what changed between two of them."""

import json
from pathlib import Path

import pytest
from tests.cli.releases.folders import COURIER, Command, accept_all, pack, release


def test_a_printed_pack_is_known_under_any_name(
    scenesetter: Command,
    released: Path,
    tmp_path: Path,
) -> None:
    mailed = tmp_path / "fwd brief (1).pdf"
    mailed.write_bytes(pack(released, suffix="pdf").read_bytes())
    code, out, _ = scenesetter("verify", mailed, released)
    assert code == 0
    assert "is version 1, 12 March 2027: Lisbon talks, Delegation book" in out
    assert "marking    TLP:AMBER" in out
    assert "2 of 2 unchanged" in out
    alone = scenesetter("verify", pack(released, suffix="pdf"), "--json")
    assert (alone[0], json.loads(alone[1])["state"]) == (0, "unaltered")


@pytest.mark.parametrize("suffix", ["md", "pdf"])
def test_a_changed_copy_is_told_from_the_release_that_it_says_to_be(
    scenesetter: Command,
    released: Path,
    tmp_path: Path,
    suffix: str,
) -> None:
    copy = tmp_path / f"copy.{suffix}"
    content = pack(released, suffix=suffix).read_bytes()
    copy.write_bytes(content.replace(b"more trade", b"less trade") + b"\n")
    code, out, _ = scenesetter("verify", copy, released)
    assert code == 1
    assert "is a changed copy of version 1, 12 March 2027" in out
    assert "ALTERED" in out


def test_other_line_ends_are_told_from_other_words(
    scenesetter: Command, released: Path, tmp_path: Path
) -> None:
    mailed = tmp_path / "mailed.md"
    mailed.write_bytes(pack(released, suffix="md").read_bytes().replace(b"\n", b"\r\n"))
    code, out, _ = scenesetter("verify", mailed, released)
    assert (code, "is a changed copy of version 1" in out) == (1, True)
    assert "in its line ends alone: every word is as it was released" in out


def test_drafts_and_strangers_are_no_releases(
    scenesetter: Command,
    released: Path,
    tmp_path: Path,
) -> None:
    scenesetter("build", released, "-f", "md", "-o", tmp_path)
    draft = next(tmp_path.rglob("*.md"))
    code, out, _ = scenesetter("verify", draft, released)
    assert (code, "is a draft: it was never released" in out) == (1, True)
    stranger = tmp_path / "letter.pdf"
    stranger.write_bytes(b"%PDF-1.7 nothing")
    code, out, _ = scenesetter("verify", stranger, released)
    assert (code, "is no release" in out) == (1, True)
    code, _, err = scenesetter("verify", tmp_path / "none.pdf", released)
    assert (code, "cannot be read: no such file" in err) == (1, True)


def test_a_source_that_was_changed_or_withdrawn_names_all_that_rests_on_it(
    scenesetter: Command,
    copied: Path,
) -> None:
    """SRC-03, VER-03."""
    facts = json.loads(scenesetter("facts", copied, "--json")[1])
    border = next(fact["id"] for fact in facts if "border patrol" in fact["text"])
    (copied / "notes/courier.md").write_text(COURIER.replace("2 April", "9 April"), "utf-8")
    (copied / "notes/cable.txt").unlink()
    (copied / "notes/new.md").write_text(COURIER.replace("steel", "wool"), "utf-8")
    (copied / "rulings.toml").unlink()
    code, out, _ = scenesetter("verify", pack(copied), copied)
    assert code == 1
    assert "0 of 3 unchanged" in out
    changed = out[out.index("changed  courier.md") :]
    assert border in changed.splitlines()[1]
    assert "Migration" in changed.splitlines()[1]
    assert "gone     cable.txt" in out
    assert "new      new.md" in out
    assert "rulings.toml" in out
    told = json.loads(scenesetter("diff", copied, "--json")[1])["delegation"]
    sources = {change["after"]: change for change in told if change["what"] == "source"}
    assert sources["courier.md"]["change"] == "source changed"
    assert border in sources["courier.md"]["facts"]
    assert "migration" in sources["courier.md"]["papers"]
    assert sources["cable.txt"]["change"] == "source withdrawn"


def test_what_changed_is_told_by_facts_and_lines_and_printed_in_the_next_release(
    scenesetter: Command,
    copied: Path,
) -> None:
    """VER-02."""
    more = "\n\nSpain wants Portugal to drop the fee on fish exports, Umbrage said."
    told = COURIER.replace("2 April", "9 April").rstrip() + more
    (copied / "notes/courier.md").write_text(told, "utf-8")
    wine = scenesetter("facts", copied, "--search", "wine")[1][:12]
    accept_all(scenesetter, copied)
    scenesetter("rule", copied, wine, "reject", "no longer said")
    (copied / "points").mkdir()
    steel = scenesetter("facts", copied, "--search", "steel")[1][:12]
    line = f"## Points to make\n\n- Lift the tariff on steel. [f:{steel}]\n"
    (copied / "points/trade.md").write_text(line, "utf-8")
    assert release(scenesetter, copied, "--since", "v1")[0] == 0
    code, out, _ = scenesetter("diff", copied, "v1", "v2")
    assert code == 0
    assert "added: position" in out
    assert "added: points-to-make in trade" in out
    assert "reworded: request" in out
    assert "was: Spain wants Portugal to join a border patrol on migration from 2 April" in out
    assert "withdrawn: request" in out
    text = pack(copied, 2).read_text("utf-8")
    page = text[text.index("## What changed since version 1, 12 March 2027") :]
    page = page[: page.index("## Trade")]
    assert "- **New** Lift the tariff on steel." in page
    assert "- **Reworded** Spain wants Portugal to join a border patrol" in page
    assert "- **Withdrawn** 1 point no longer stands." in page
    assert "2 April" not in page
    assert "wine" not in page
    assert "there is a version 2" in scenesetter("verify", pack(copied), copied)[1]


def test_an_entry_of_the_register_that_was_changed_by_hand_is_named(
    scenesetter: Command, copied: Path
) -> None:
    assert "delegation: v1 to now\n  nothing changed" in scenesetter("diff", copied)[1]
    entry = copied / "releases" / "v1" / "delegation.json"
    entry.write_text(entry.read_text("utf-8").replace("wine", "beer"), "utf-8")
    for command in (("diff", copied), ("verify", pack(copied, 1), copied)):
        code, _, err = scenesetter(*command)
        assert (code, f"{entry}: error: was changed since the release" in err) == (1, True)


def test_a_release_that_is_not_there_is_a_clear_error(
    scenesetter: Command,
    released: Path,
    tmp_path: Path,
) -> None:
    code, _, err = scenesetter("diff", released, "v1", "v7")
    assert code == 1
    assert "there is no release v7 for delegation" in err
    assert "its releases: v1" in err
    code, _, err = scenesetter("build", released, "--since", "v7", "-f", "md", "-o", tmp_path)
    assert (code, "there is no release v7 for delegation" in err) == (1, True)
    assert scenesetter("diff", released, "yesterday")[0] == 2
