"""`scenesetter clear`, and what clearances make of packs."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., tuple[int, str, str]]
MakePack = Callable[..., tuple[str, str]]
OFFICES = """\
drafter = "Ines Duarte"
approver = "M. Okafor"
offices = ["Legal Affairs"]
"""
LEGAL = ("--office", "legal affairs", "--state", "OK", "--by", "A. Reis", "--on", "2027-03-11")

STYLE = """\
title = "Ours"
summary = "As we do it."

[deadline]
authority = "own"
workdays = 1
at = "12:00"

[clearing]
authority = "own"
offices = ["Press Office"]
own_draft = false
audiences = ["press"]
"""


@pytest.fixture
def folder(talks: Callable[..., Path], note: Callable[..., str]) -> Path:
    """A paper on trade that all may read, and one on drugs of a note that the press may not."""
    told = "Spanish envoy Hortensia Umbrage said Spain would extradite 12 cocaine smugglers.\n\n"
    trade = "Portuguese foreign minister Ana Lima said Portugal would ask Spain to lift its tariff."
    made = talks({"courier.md": note(trade), "vault.md": note(told, "TLP:RED")}, OFFICES)
    file = made / "briefing.toml"
    more = '\n[offices]\ntrade = ["Treasury"]\n'
    text = file.read_text("utf-8").replace("[briefing]", '[briefing]\nissues = ["trade", "drugs"]')
    file.write_text(text + more, "utf-8")
    return made


def states(scenesetter: Command, folder: Path, *more: str) -> list[tuple[str, str, str]]:
    rows = json.loads(scenesetter("clear", folder, "--json", *more)[1])
    return [(row["issue"], row["office"], row["state"]) for row in rows]


def test_the_offices_of_each_paper_are_listed(scenesetter: Command, folder: Path) -> None:
    assert states(scenesetter, folder) == [
        ("trade", "Legal Affairs", "pending"),
        ("trade", "Treasury", "pending"),
        ("trade", "Approver", "pending"),
        ("drugs", "Legal Affairs", "pending"),
        ("drugs", "Approver", "pending"),
    ]
    told = scenesetter("clear", folder)[1]
    assert "5 of 5 wait\nnext: scenesetter clear " in told


def test_a_clearance_is_a_table_and_holds_until_the_text_changes(
    scenesetter: Command, folder: Path, pack: MakePack
) -> None:
    code, out, _ = scenesetter("clear", folder, "trade", *LEGAL)
    assert code == 0
    assert out.startswith(
        "Trade and supply chains, Delegation book: Legal Affairs: ok, A. Reis, 11 March 2027\n  "
    )
    written = (folder / "clearance.toml").read_text("utf-8")
    assert '[trade.delegation."Legal Affairs"]\nstate = "ok"\nname = "A. Reis"\n' in written
    assert "| OK | A. Reis | 11 March 2027 |" in pack(folder, "delegation")[0]
    note = folder / "notes" / "courier.md"
    note.write_text(note.read_text("utf-8").replace("its tariff", "its tax"), "utf-8")
    told, err = pack(folder, "delegation")
    assert "| Reopened: the text changed since | A. Reis | 11 March 2027 |" in told
    place = f"{folder / 'clearance.toml'}"
    assert f"{place}: warning: the paper on trade for delegation changed" in err
    assert f"{place}:5: warning: the paper on trade" in scenesetter("check", folder)[1]


def test_several_papers_are_cleared_at_once_or_none(scenesetter: Command, folder: Path) -> None:
    code, _, err = scenesetter("clear", folder, "drugs", "trad", *LEGAL)
    assert code == 1
    assert "has no paper on “trad”; did you mean `trade`?" in err
    assert not (folder / "clearance.toml").exists()
    scenesetter("clear", folder, "drugs", "trade", *LEGAL)
    cleared = [state for _, office, state in states(scenesetter, folder) if "Legal" in office]
    assert cleared == ["ok", "ok"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--office", "Legl", "--state", "ok", "--by", "x"), 1, "“Legl” is not among the offices"),
        (("--office", "Approver", "--state", "okey", "--by", "x"), 1, "did you mean `ok`?"),
        (("--office", "Approver", "--state", "ok"), 2, "--by"),
        (("--state", "ok", "--by", "x"), 2, "--office"),
        (("--office", "Approver", "--state", "ok", "--by", "x", "--on", "soon"), 2, "--on"),
    ],
)
def test_what_cannot_be_recorded_is_said(
    scenesetter: Command, folder: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    ran = scenesetter("clear", folder, "trade", *arguments)
    assert ran[0] == code
    assert told in ran[2]
    assert not (folder / "clearance.toml").exists()


def test_without_an_office_to_ask_it_says_how_to_name_one(
    scenesetter: Command, three_facts: Path
) -> None:
    assert 'offices = ["Legal", "Treasury"]' in scenesetter("clear", three_facts)[1]


def test_a_mistake_in_the_file_is_named_with_its_line(scenesetter: Command, folder: Path) -> None:
    (folder / "clearance.toml").write_text('[trade.delegation.Legal]\nstate = "oke"\n', "utf-8")
    code, _, err = scenesetter("build", folder)
    assert code == 1
    assert f"{folder / 'clearance.toml'}:2: error: `state` is `oke`; did you mean `ok`?" in err


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("trad.delegation.Treasury", "“trad” is no topic; did you mean `trade`?"),
        ("trade.delegations.Treasury", "“delegations” is no audience; did you mean `delegation`?"),
        ("trade.delegation.Tresury", "nobody named “Tresury” to clear the paper on trade; did you"),
        ("drugs.delegation.Treasury", "nobody named “Treasury” to clear the paper on drugs; known"),
    ],
)
def test_what_bears_on_no_paper_is_named_with_its_line(
    scenesetter: Command, folder: Path, table: str, told: str
) -> None:
    good = '[trade.delegation.Treasury]\nstate = "pending"\n'
    file = folder / "clearance.toml"
    file.write_text(f'{good}[{table}]\nstate = "info"\n', "utf-8")
    out = scenesetter("check", folder)[1]
    assert "one that briefing.toml or the house style names" in out
    found = [line for line in out.splitlines() if "[CLR-01]" in line]
    assert [line for line in found if str(file) in line] == [
        line for line in found if f"{file}:3: warning: {told}" in line
    ]
    assert any(str(file) in line for line in found)


def test_an_unknown_issue_under_offices_is_an_error(scenesetter: Command, folder: Path) -> None:
    file = folder / "briefing.toml"
    file.write_text(file.read_text("utf-8").replace("\ntrade =", "\ntrde ="), "utf-8")
    assert "unknown topic `trde`; did you mean `trade`?" in scenesetter("check", folder)[2]


def test_nothing_is_released_that_is_not_cleared_as_it_stands(
    scenesetter: Command, folder: Path, tmp_path: Path
) -> None:
    release = ("build", folder, "--release", "-f", "md", "-a", "delegation", "-o", tmp_path / "o")
    assert "error: Legal Affairs has not cleared for delegation: trade" in scenesetter(*release)[2]
    scenesetter("clear", folder, "trade", *LEGAL)
    note = folder / "notes" / "courier.md"
    note.write_text(note.read_text("utf-8").replace("its tariff", "its tax"), "utf-8")
    code, out, err = scenesetter(*release)
    assert (code, out) == (1, "")
    assert "error: the paper on trade for delegation changed since Legal Affairs cleared" in err


def test_readers_see_what_was_said_of_their_own_text_alone(
    scenesetter: Command, folder: Path, pack: MakePack
) -> None:
    """The press prints the same page, and its build says the same, whatever others cleared."""
    audience = folder / "templates" / "audiences" / "press" / "audience.toml"
    parts = audience.read_text("utf-8").replace('"sources"]', '"sources", "clearance"]')
    audience.write_text(parts, "utf-8")
    scenesetter("clear", folder, "trade", *LEGAL, "-a", "press")
    expected = pack(folder)
    assert "| OK | A. Reis | 11 March 2027 |" in expected[0]
    for_others = ("--remark", "the cocaine paragraph is fine", "-a", "delegation")
    scenesetter("clear", folder, "drugs", "trade", *LEGAL, *for_others)
    assert "cocaine paragraph" in (folder / "clearance.toml").read_text("utf-8")
    assert pack(folder) == expected


def test_the_read_ahead_of_the_secretary_has_an_approver_and_names_him(
    scenesetter: Command, three_facts: Path, tmp_path: Path
) -> None:
    dod = ("-a", "principal", "--style", "us-dod-readahead")
    told = "warning: nobody is named as drafter and approver of the papers for principal"
    assert told in scenesetter("check", three_facts, *dod)[1]
    file = three_facts / "briefing.toml"
    named = '[briefing]\nstyle = "us-dod-readahead"\ndrafter = "I. Duarte"\napprover = "M. Okafor"'
    file.write_text(file.read_text("utf-8").replace("[briefing]", named), "utf-8")
    said = ("--office", "Approver", "--state", "ok", "--by", "M. Okafor", "--on", "2027-03-11")
    assert scenesetter("clear", three_facts, "trade", *said, "-a", "principal")[0] == 0
    ran = scenesetter("build", three_facts, "-a", "principal", "-f", "md", "-o", tmp_path / "out")
    coordination = Path(ran[1].strip()).read_text("utf-8").partition("## Coordination")[2]
    assert "Approver: OK, M. Okafor, 11 March 2027" in coordination
    assert "nobody is named" not in ran[2]


def test_a_style_names_offices_a_deadline_and_who_may_not_clear(
    scenesetter: Command, folder: Path, pack: MakePack
) -> None:
    style = folder / "templates" / "styles" / "ours" / "style.toml"
    style.parent.mkdir(parents=True)
    style.write_text(STYLE, "utf-8")
    file = folder / "briefing.toml"
    own = '[briefing]\nstyle = "ours"\nprepared = "2027-03-13"'
    file.write_text(file.read_text("utf-8").replace("[briefing]", own, 1), "utf-8")
    code, _, err = scenesetter("clear", folder, "trade", *LEGAL[:-4], "--by", "Ines Duarte")
    assert (code, "Ines Duarte drafted it" in err) == (1, True)
    assert ("trade", "Press Office", "pending") in states(scenesetter, folder, "-a", "delegation")
    told, err = pack(folder, "delegation")
    assert "- **Due** 12:00 on 12 March 2027, 1 workday before" in told
    assert "prepared 13 March 2027; it was due on 12 March 2027" in err
    assert "has not cleared for delegation" not in err
    assert "Press Office has not cleared for press: trade" in pack(folder)[1]
