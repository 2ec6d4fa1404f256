"""`scenesetter rule`, and what rulings make of packs and of what a build says."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., tuple[int, str, str]]
FindFact = Callable[[Path, str], str]
MakePack = Callable[..., tuple[str, str]]


@pytest.fixture
def folder(three_facts: Path) -> Path:
    return three_facts


def test_a_ruling_is_a_table_of_the_fact(
    scenesetter: Command, folder: Path, fact_id: FindFact
) -> None:
    name = fact_id(folder, "Vigo")
    ran = scenesetter("rule", folder, name[:6], "reject", "of another meeting", "--by", "Ana Reis")
    assert ran == (0, f"{name}\n", "")
    book = (folder / "rulings.toml").read_text("utf-8")
    assert (
        f'[{name}]\ndecision = "reject"\nreason = "of another meeting"\nby = "Ana Reis"\n' in book
    )


def test_a_rejected_fact_is_printed_nowhere(
    scenesetter: Command, folder: Path, fact_id: FindFact, pack: MakePack
) -> None:
    scenesetter("rule", folder, fact_id(folder, "Vigo"), "reject", "noise")
    told, _ = pack(folder, "delegation")
    assert "patrol" in told
    assert "Umbrage" not in told


def test_a_fact_keeps_its_id_in_other_quotation_marks(tmp_path: Path, fact_id: FindFact) -> None:
    note = tmp_path / "port.txt"
    note.write_text('"We won\'t close the port - ever," said Ana Reis of Vigo.', "utf-8")
    typed = fact_id(tmp_path, "Vigo")
    note.write_text(
        "\u201cWe won\u2019t close the port \u2013 ever,\u201d said Ana Reis of Vigo.", "utf-8"
    )
    assert fact_id(tmp_path, "Vigo") == typed


def test_an_amended_text_is_printed_and_says_that_it_is_ours(
    scenesetter: Command, folder: Path, fact_id: FindFact, pack: MakePack
) -> None:
    scenesetter("rule", folder, fact_id(folder, "Vigo"), "amend", "Spain will open Vigo.")
    told, err = pack(folder)
    assert "Spain will open Vigo." in told
    assert "reworded by the desk" in told
    assert "40 ships" not in told
    assert "SRC-05" not in err


def test_a_moved_fact_stands_in_the_paper_of_its_issue(
    scenesetter: Command, folder: Path, fact_id: FindFact, pack: MakePack
) -> None:
    scenesetter("rule", folder, fact_id(folder, "Vigo"), "move", "energy")
    told, _ = pack(folder)
    assert "# Energy" in told


def test_a_fact_marked_above_the_ceiling_is_as_never_written(
    scenesetter: Command, folder: Path, fact_id: FindFact, pack: MakePack, two_facts: Path
) -> None:
    scenesetter("rule", folder, fact_id(folder, "Vigo"), "mark", "TLP:RED")
    told, err = pack(folder)
    expected, plain = pack(two_facts)
    assert told == expected
    assert err.replace(str(folder), "") == plain.replace(str(two_facts), "")


def test_a_pack_that_prints_a_raised_fact_has_its_mark(
    scenesetter: Command, folder: Path, fact_id: FindFact, pack: MakePack
) -> None:
    audience = folder / "templates" / "audiences" / "press" / "audience.toml"
    audience.write_text(audience.read_text("utf-8").replace("TLP:GREEN", "TLP:AMBER"), "utf-8")
    assert "TLP:AMBER" not in pack(folder)[0]
    scenesetter("rule", folder, fact_id(folder, "Vigo"), "mark", "TLP:AMBER")
    assert "TLP:AMBER" in pack(folder)[0]


def test_a_build_says_nothing_of_rulings_on_what_it_may_not_see(
    scenesetter: Command, folder: Path, fact_id: FindFact, pack: MakePack, note: Callable[..., str]
) -> None:
    cable = note("Spain agreed to sell 12 frigates.", "TLP:RED", "Embassy Madrid")
    (folder / "notes" / "vault.md").write_text(cable, "utf-8")
    name = fact_id(folder, "frigates")
    scenesetter("rule", folder, name, "amend", "Spain sells warships.")
    book = folder / "rulings.toml"
    book.write_text(book.read_text("utf-8").replace('digest = "', 'digest = "0'), "utf-8")
    told, err = pack(folder)
    assert "rulings" not in err
    assert name not in told + err
    assert "warships" not in told
    checked = scenesetter("check", folder)[1]
    assert f"{book}:4: warning: the fact {name} changed since it was ruled on" in checked


OUTSIDE = """\
title = "For the press"
summary = "What may be handed out."
parts = ["papers", "sources"]
sections = ["said", "dates", "background"]
releasable = true
on_record = true
"""
OPEN = '[sources."{}"]\nreleasable = true\nrecord = "on"\n'


@pytest.mark.parametrize(
    ("handed_out", "decision"),
    [("a.md", ("reject", "not said to us")), ("b.md", ("mark", "TLP:RED"))],
)
def test_a_ruling_on_what_was_said_off_the_record_is_none_on_the_same_words_on_the_record(
    scenesetter: Command,
    talks: Callable[..., Path],
    pack: MakePack,
    handed_out: str,
    decision: tuple[str, ...],
) -> None:
    told = "---\npublished: {}\n---\n\nSpanish envoy Luis Ortega said Vigo would open on Monday.\n"
    notes = {"a.md": told.format("2027-03-03"), "b.md": told.format("2027-03-10")}
    folder = talks(notes, 'marking = "TLP:CLEAR"\n', press=OUTSIDE)
    with (folder / "briefing.toml").open("a", encoding="utf-8") as file:
        file.write(OPEN.format(handed_out))
    facts = json.loads(scenesetter("facts", folder, "--json")[1])
    by_note = {fact["passages"][0]["note"]: fact["id"] for fact in facts}
    kept_back = next(one for name, one in by_note.items() if name != handed_out)
    scenesetter("rule", folder, kept_back, *decision)
    assert "Vigo" in pack(folder)[0]
    (folder / "rulings.toml").unlink()
    scenesetter("rule", folder, by_note[handed_out], *decision)
    assert "Vigo" not in pack(folder)[0]


def test_a_text_written_in_sight_of_a_note_that_is_not_released_is_not_for_the_press(
    scenesetter: Command,
    talks: Callable[..., Path],
    note: Callable[..., str],
    fact_id: FindFact,
    pack: MakePack,
) -> None:
    """Nor does a mark tell the two notes apart: they have the same one."""
    said = "Minister Ana Lima said Portugal would ask Spain to lift its tariff."
    folder = talks({"courier.md": note(said), "minutes.md": note(f"{said} She wants a patrol.")})
    press = folder / "templates" / "audiences" / "press" / "audience.toml"
    press.write_text(f"releasable = true\n{press.read_text('utf-8')}", "utf-8")
    with (folder / "briefing.toml").open("a", encoding="utf-8") as briefing:
        briefing.write('[sources."courier.md"]\nreleasable = true\n')
    name = fact_id(folder, "tariff")
    scenesetter("rule", folder, name, "amend", "Lima would trade the tariff for a patrol.")
    assert "for a patrol" in pack(folder, "delegation")[0]
    told, err = pack(folder)
    assert "ask Spain to lift its tariff" in told
    assert "patrol" not in told + err
    kept = "is in the note's own words in the pack for press"
    assert kept in scenesetter("check", folder, "--audience", "press")[1]


def test_only_what_was_accepted_is_printed_where_the_briefing_says_so(
    scenesetter: Command,
    fact_id: FindFact,
    pack: MakePack,
    folder: Path,
    talks: Callable[..., Path],
) -> None:
    talks({}, "unreviewed = false\n")
    scenesetter("rule", folder, fact_id(folder, "patrol"), "accept")
    told, err = pack(folder)
    assert "patrol" in told
    assert "Vigo" not in told
    assert "tariff" not in told
    where = folder / "briefing.toml"
    held = "warning: not accepted yet: 2 of the facts, which are not printed for press"
    assert f"{where}: {held}" in err
    assert (
        f"{where}:7: warning: not accepted yet: 2 of the facts" in scenesetter("gather", folder)[2]
    )


def test_where_facts_wait_nothing_is_said_to_be_missing_in_the_notes(
    folder: Path, pack: MakePack, talks: Callable[..., Path]
) -> None:
    talks({}, 'unreviewed = false\nissues = ["trade", "health"]\n')
    told, _ = pack(folder)
    assert "- 3 facts wait for a ruling and are left out." in told
    assert "hold nothing on this issue; 1 fact waits for a ruling and is left out." in told
    assert "No information on Health in the facts accepted so far." in told
    assert "The notes" not in told
    assert " in the notes" not in told


def test_a_title_that_speaks_of_notes_keeps_its_words_where_facts_wait(
    folder: Path, pack: MakePack, talks: Callable[..., Path]
) -> None:
    topic = folder / "templates" / "topics" / "verbales"
    topic.mkdir(parents=True)
    data = 'title = "The notes verbales of 1977"\nsummary = "Fishing."\n\n[terms]\n"cod" = 3\n'
    (topic / "topic.toml").write_text(data, "utf-8")
    (topic / "paper.md.j2").write_text('{% extends "shared/paper.md.j2" %}\n', "utf-8")
    talks({}, 'unreviewed = false\nissues = ["trade", "verbales"]\n')
    gap = "No information on The notes verbales of 1977 in the facts accepted so far."
    assert gap in pack(folder)[0]


def test_what_may_be_a_rejected_fact_in_other_words_is_left_out_and_told(
    scenesetter: Command, folder: Path, fact_id: FindFact, pack: MakePack
) -> None:
    scenesetter("rule", folder, fact_id(folder, "Vigo"), "reject", "never said")
    note = folder / "notes" / "courier.md"
    note.write_text(note.read_text("utf-8").replace("40 ships", "44 ships"), "utf-8")
    told, err = pack(folder)
    assert "Umbrage" not in told
    assert "1 fact waits for a ruling and is left out." in told
    rejected = "rejected before, in other words or of another holder: a fact, which is not printed"
    assert rejected in err
    assert "may be the same and is left out until it is ruled on" in scenesetter("check", folder)[1]
    scenesetter("rule", folder, fact_id(folder, "Vigo"), "accept")
    assert "44 ships" in pack(folder)[0]


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        (("mark", "TLP:CLEAR"), "an override goes up only: TLP:CLEAR is below TLP:GREEN"),
        (("mark", "RED"), "“RED” is no level of the scheme tlp"),
        (("move", "trad"), "“trad” is no topic"),
        (("reject",), "a rejected fact needs a reason"),
        (("amend", " \n"), "an amended fact needs its text"),
    ],
)
def test_a_decision_that_cannot_be_is_one_clear_error(
    scenesetter: Command, folder: Path, fact_id: FindFact, decision: tuple[str, ...], told: str
) -> None:
    code, out, err = scenesetter("rule", folder, fact_id(folder, "Vigo"), *decision)
    assert (code, out) == (1, "")
    assert f"error: {told}" in err
    assert not (folder / "rulings.toml").exists()


@pytest.mark.parametrize("decision", [("amend",), ("move",), ("accept", "x"), ("approve",)])
def test_a_decision_without_its_words_is_a_mistake_of_usage(
    scenesetter: Command, folder: Path, decision: tuple[str, ...]
) -> None:
    assert scenesetter("rule", folder, "abc", *decision)[0] == 2


def test_no_fact_of_that_id(scenesetter: Command, folder: Path) -> None:
    code, _, err = scenesetter("rule", folder, "zzz", "accept")
    assert (code, err.splitlines()[0]) == (1, "zzz: error: no fact has this id")


def test_the_file_keeps_its_line_ends_and_its_link(
    scenesetter: Command, folder: Path, fact_id: FindFact, tmp_path: Path
) -> None:
    shared = tmp_path / "shared.toml"
    shared.write_bytes(b"# Ours.\r\n")
    (folder / "rulings.toml").symlink_to(shared)
    scenesetter("rule", folder, fact_id(folder, "Vigo"), "accept")
    assert (folder / "rulings.toml").is_symlink()
    assert b"# Ours.\r\n\r\n[" in shared.read_bytes()
    assert b'decision = "accept"\r\n' in shared.read_bytes()


def test_a_mistake_in_the_file_ends_every_command(scenesetter: Command, folder: Path) -> None:
    (folder / "rulings.toml").write_text('[abc]\ndecision = "yes"\n', "utf-8")
    for name in ("build", "check", "facts"):
        code, _, err = scenesetter(name, folder)
        assert code == 1
        assert f"{folder / 'rulings.toml'}:2: error: `decision` is `yes`" in err


def test_a_folder_that_may_not_be_written_to(
    scenesetter: Command, folder: Path, fact_id: FindFact
) -> None:
    name = fact_id(folder, "Vigo")
    folder.chmod(0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("this user may write everywhere")
    code, _, err = scenesetter("rule", folder, name, "accept")
    folder.chmod(0o700)
    assert code == 1
    assert "rulings.toml: error: cannot be written" in err
