"""What an audience may not see leaves no trace in its packs, nor in what its build says.

A build prints findings of what all its audiences may see and nothing else, not even how much was
left out: its log travels with the packs. `check` and `gather` stay at the desk and tell of every
note.
"""

import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

Command = Callable[..., Any]
OPEN = """\
Portuguese foreign minister Ana Lima said Portugal would ask Spain to lift its tariff on steel.

Lima wants Spain to take part in a joint border patrol on migration from 2 April 2027.
"""
WITHHELD = """\
---
publisher: Quillfeather Bureau
published: 2027-03-12
marking: TLP:RED
---

Foreign minister Ana Lima, also known as Falconet, said Portugal would ask Spain for ships.

Spanish envoy Hortensia Umbrage warned on 13 March 2027 that Spain would close 77 border posts.
"""
WORDS = ("Quillfeather", "Umbrage", "Falconet", "77 border", "13 March", "vault-cable", "TLP:RED")


PRESS_ALONE = 'audiences = ["press"]\n'
MakeDesk = Callable[..., Path]


@pytest.fixture
def desk(talks: Callable[..., Path], note: Callable[..., str], tmp_path: Path) -> MakeDesk:
    """Writes a briefing folder; its notes are called the same wherever it lies."""

    def write(withheld: bytes | None, root: Path = tmp_path, more: str = "") -> Path:
        vault = {} if withheld is None else {"a-vault-cable.md": withheld}
        return talks({"courier.md": note(OPEN), **vault}, PRESS_ALONE + more, root)

    return write


def everything(pdf: Path) -> str:
    """Raw bytes, decompressed streams and the text of the pages."""
    raw = pdf.read_bytes()
    found = [raw]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            continue
    words = [page.extract_text() for page in PdfReader(pdf).pages]
    wide = raw.decode("utf-16-be", "ignore")
    return "\n".join([*(part.decode("latin-1") for part in found), *words, wide])


def test_a_note_above_the_ceiling_changes_no_byte_and_is_not_spoken_of(
    scenesetter: Command, desk: MakeDesk, tmp_path: Path
) -> None:
    with_it = desk(WITHHELD.encode(), tmp_path / "one")
    without = desk(None, tmp_path / "two")
    code, out, err = scenesetter("build", with_it, "--output", tmp_path / "out")
    _, plain, _ = scenesetter("build", without, "--output", tmp_path / "plain")
    assert code == 0
    packs, expected = ([Path(line) for line in said.splitlines()] for said in (out, plain))
    assert [pack.suffix for pack in packs] == [".pdf", ".md"]
    assert [pack.read_bytes() for pack in packs] == [pack.read_bytes() for pack in expected]
    assert "joint border patrol" in packs[1].read_text("utf-8")
    told = [out, err, everything(packs[0])]
    told += [path.read_text("utf-8", "replace") for path in (tmp_path / "out").rglob("*.*")]
    for word in WORDS:
        assert not [text for text in told if word in text]


def test_the_desk_is_told_how_many_notes_were_left_out_and_a_build_does_not_tell(
    scenesetter: Command, desk: MakeDesk, tmp_path: Path
) -> None:
    with_it, without = desk(WITHHELD.encode(), tmp_path / "one"), desk(None, tmp_path / "two")
    said = [
        scenesetter("build", folder, "-f", "md", "-o", folder / "out")
        for folder in (with_it, without)
    ]
    logs = [
        told.err.replace(str(folder), "")
        for told, folder in zip(said, (with_it, without), strict=True)
    ]
    assert logs[0] == logs[1]
    assert "1 of 2 notes may not be seen by the audience press" in scenesetter("check", with_it).out


def test_a_build_for_several_readers_says_only_what_all_of_them_may_know(
    scenesetter: Command, desk: MakeDesk, tmp_path: Path
) -> None:
    folder = desk(WITHHELD.encode())
    build = ("build", folder, "-f", "md", "-o", tmp_path / "out", "--audience", "delegation")
    assert "a-vault-cable.md" in scenesetter(*build).err
    err = scenesetter(*build, "--audience", "press").err
    assert "vault" not in err
    assert "courier.md: info: not known of the note" in err
    assert "what not every reader of this build may see" in err


def test_a_reader_who_may_see_no_note_has_the_pack_of_a_folder_without_notes(
    scenesetter: Command, talks: Callable[..., Path], note: Callable[..., str], tmp_path: Path
) -> None:
    with_it = talks({"secret.md": note(OPEN, "TLP:RED")}, PRESS_ALONE, tmp_path / "one")
    without = talks({}, PRESS_ALONE, tmp_path / "two")
    (without / "notes").mkdir()
    built = []
    for folder in (with_it, without):
        ran = scenesetter("build", folder, "-f", "md", "-o", folder / "out")
        pack = Path(ran.out.strip()).read_bytes()
        built.append((ran.code, ran.err.replace(str(folder), ""), pack))
    assert built[0] == built[1]
    assert "no fact of the notes reaches the audience press" in built[0][1]
    assert "holds no notes" in scenesetter("check", without).err


def test_an_audience_that_may_see_the_note_has_it(
    scenesetter: Command, desk: MakeDesk, tmp_path: Path
) -> None:
    folder = desk(WITHHELD.encode())
    build = ("build", folder, "--format", "md", "--output", tmp_path / "out")
    code, out, err = scenesetter(*build, "--audience", "delegation")
    assert code == 0
    assert "Umbrage" in Path(out.strip()).read_text("utf-8")
    assert "REL-01" not in err


def test_the_desk_is_told_of_every_note(scenesetter: Command, desk: MakeDesk) -> None:
    folder = desk(WITHHELD.encode())
    assert "a-vault-cable.md:1: warning: title of the note" in scenesetter("check", folder)[1]
    assert "Umbrage" in scenesetter("facts", folder)[1]


@pytest.mark.parametrize("withheld", [b"", b"---\nmarking: TLP:RED\n---\n", b"\x00\x01\x02" * 99])
def test_a_bad_note_that_its_source_table_marks_above_the_ceiling_is_not_spoken_of(
    scenesetter: Command, desk: MakeDesk, tmp_path: Path, withheld: bytes
) -> None:
    folder = desk(withheld, more='\n[sources."a-vault-cable.md"]\nmarking = "TLP:RED"\n')
    build = ("build", folder, "--format", "md", "--output", tmp_path / "out")
    code, _, err = scenesetter(*build)
    assert code == 0
    assert "vault" not in err
    assert scenesetter("check", folder)[0] == 1


def test_a_misspelt_mark_reaches_no_pack_and_is_an_error(
    scenesetter: Command, desk: MakeDesk, tmp_path: Path
) -> None:
    folder = desk(WITHHELD.replace("TLP:RED", "TLP:ROUGE").encode())
    code, out, err = scenesetter("build", folder, "--format", "md", "--output", tmp_path / "out")
    assert code == 1
    assert "something has a mark that the scheme tlp does not know" in err
    assert "ROUGE" not in err
    assert "vault" not in err
    told = scenesetter("check", folder).out
    assert "“TLP:ROUGE” is no level of the scheme tlp; the note is left out of every pack" in told
    assert "Umbrage" not in Path(out.strip()).read_text("utf-8")


def test_a_mark_of_the_briefing_that_nobody_knows_is_a_finding_with_its_rule(
    scenesetter: Command, three_facts: Path
) -> None:
    file = three_facts / "briefing.toml"
    text = file.read_text("utf-8").replace("[briefing]", '[briefing]\nmarking = "TLP:ROUGE"')
    file.write_text(text, "utf-8")
    told = "error: the marking “TLP:ROUGE” is no level of the scheme tlp [MRK-40]"
    assert f"{file}:6: {told}" in scenesetter("check", three_facts).out
    assert f"{file}:6: {told}" in scenesetter("build", three_facts).err


def test_a_source_table_without_its_note_is_told_to_those_who_may_see_every_note(
    scenesetter: Command, desk: MakeDesk, tmp_path: Path
) -> None:
    folder = desk(WITHHELD.encode(), more='\n[sources."currier.md"]\nauthor = "Ana Reis"\n')
    build = ("build", folder, "--format", "md", "--output", tmp_path / "out")
    unused = '[sources."currier.md"] names a note that is not there'
    assert unused not in scenesetter(*build).err
    told = scenesetter(*build, "--audience", "delegation").err
    assert unused in told


def test_a_briefing_marked_above_the_ceiling_has_no_pack(
    scenesetter: Command, desk: MakeDesk, tmp_path: Path
) -> None:
    folder = desk(None, more='marking = "TLP:AMBER"\n')
    code, out, err = scenesetter("build", folder, "--output", tmp_path / "out")
    assert (code, out) == (1, "")
    assert "marked TLP:AMBER, above the ceiling of the audience press" in err
    assert not (tmp_path / "out").exists()
