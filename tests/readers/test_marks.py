"""A note has at least the mark that stands in its own words."""

from pathlib import Path

import pytest

from scenesetter.library import Library, shipped
from scenesetter.model.note import Note, Source
from scenesetter.readers.marks import with_its_marks
from scenesetter.readers.reader import read

SCHEMES = {one.name: one for one in Library((shipped(),)).schemes()}
TALKS = "Berg wants the road to Vigo."


def marked(
    text: str, folder: Path, scheme: str = "us", stated: str | None = None, name: str = "note.txt"
) -> Note:
    path = folder / name
    path.write_text(text, "utf-8")
    note, _ = read(path, path.name, Source(marking=stated))
    assert note is not None
    others = [one for name, one in SCHEMES.items() if name != scheme]
    decided = stated is not None
    return with_its_marks(note, SCHEMES[scheme], None, others, decided=decided)


@pytest.mark.parametrize(
    ("scheme", "text", "marking"),
    [
        ("us", f"SECRET//NOFORN\n\n{TALKS}\n", "SECRET//NOFORN"),
        ("us", f"{TALKS}\n\nSECRET//NOFORN\n", "SECRET//NOFORN"),
        ("us", f"{TALKS}\n\n" * 5 + "SECRET//NOFORN\n", "SECRET//NOFORN"),
        (
            "us",
            f"C O N F I D E N T I A L SECTION 01 OF 02 OSLO 000114\n\n{TALKS}\n",
            "CONFIDENTIAL",
        ),
        ("us", f"Classification: TOP SECRET\n\n{TALKS}\n", "TOP SECRET"),
        ("us", f"1. (U) {TALKS}\n\n2. (S//NF) Berg may yield.\n", "SECRET//NOFORN"),
        ("us", f"{TALKS} (C) Berg may yield.\n", "CONFIDENTIAL"),
        ("us", f"Subject: (S) Berg may yield\n\n{TALKS}\n", "SECRET"),
        ("tlp", f"Subject: [TLP:AMBER+STRICT] the road\n\n{TALKS}\n", "TLP:AMBER+STRICT"),
        ("uk", f"OFFICIAL - SENSITIVE\n\n{TALKS}\n", "OFFICIAL-SENSITIVE"),
        ("us", f"TLP:RED\n\n{TALKS}\n", "TLP:RED"),
        ("none", f"SECRET//NOFORN\n\n{TALKS}\n", "SECRET//NOFORN"),
        ("us", f"S E C R E T//NOFORN\n\n{TALKS}\n", "SECRET//NOFORN"),
        ("us", f"SECRET/NOFORN\n\n{TALKS}\n", "SECRET//NOFORN"),
        ("us", f"SECRET//NOFORN//FRD\n\n{TALKS}\n", "SECRET//NOFORN//FRD"),
        ("us", f"(S//XX) {TALKS}\n", "S//XX"),
        ("us", f"(SBU) {TALKS}\n", "SBU"),
        ("us", f"FOR OFFICIAL USE ONLY\n\n{TALKS}\n", "FOR OFFICIAL USE ONLY"),
        ("tlp", f"tlp amber\n\n{TALKS}\n", "TLP:AMBER"),
        ("tlp", f"1. (U) {TALKS}\n\n2. (S//NF) {TALKS}\n", "SECRET//NOFORN"),
        ("tlp", f"(C) {TALKS}\n", "CONFIDENTIAL"),
        ("tlp", f"(S//XX) {TALKS}\n", "S//XX"),
        ("none", f"{TALKS} (TS//NF) {TALKS}\n", "TOP SECRET//NOFORN"),
        ("uk", f"(S) {TALKS}\n", "SECRET"),
        ("tlp", f"(A) {TALKS}\n\n(B) {TALKS}\n\n(C) {TALKS}\n", None),
        ("none", f"{TALKS}\n\n(C) Meridian Ledger\n\nPhoto: (C) The Ledger of Oslo\n", None),
        ("us", f"{TALKS}\n\n(C) 2027 Meridian Ledger\n", None),
        ("us", f"{TALKS} It stays a SECRET where (S) goes.\n", None),
    ],
)
def test_a_note_has_the_mark_that_it_bears(
    scheme: str, text: str, marking: str | None, tmp_path: Path
) -> None:
    assert marked(text, tmp_path, scheme).source.marking == marking


@pytest.mark.parametrize(
    ("scheme", "head", "marking"),
    [
        ("us", "---\ntitle: (S//NF) Berg may yield\n---\n", "SECRET//NOFORN"),
        ("tlp", "---\ntitle: (S//NF) Berg may yield\n---\n", "SECRET//NOFORN"),
        ("tlp", "# The road\n\n## (S//NF) Berg may yield\n", "SECRET//NOFORN"),
        ("tlp", "---\ntitle: (C) Meridian Ledger\n---\n", None),
    ],
)
def test_a_note_has_the_mark_that_its_title_bears(
    scheme: str, head: str, marking: str | None, tmp_path: Path
) -> None:
    assert marked(f"{head}\n{TALKS}\n", tmp_path, scheme, name="note.md").source.marking == marking


def test_a_note_goes_above_what_is_stated_of_it_and_never_below(tmp_path: Path) -> None:
    text = f"(C) {TALKS}\n"
    assert marked(text, tmp_path, stated="UNCLASSIFIED").source.marking == "CONFIDENTIAL"
    assert marked(text, tmp_path, stated="SECRET").source.marking == "SECRET"
    assert marked(text, tmp_path, stated="SERCET").source.marking == "SERCET"


def test_a_mark_of_another_scheme_is_not_outweighed_by_what_the_note_says_of_itself(
    tmp_path: Path,
) -> None:
    path = tmp_path / "note.md"
    path.write_text(f"---\nmarking: TLP:CLEAR\n---\n\n(S//NF) {TALKS}\n", "utf-8")
    note, _ = read(path, path.name, Source())
    assert note is not None
    marked = with_its_marks(note, SCHEMES["tlp"], None, [SCHEMES["us"]])
    assert marked.source.marking == "SECRET//NOFORN"


def test_what_a_person_said_stands_where_the_note_bears_a_mark_of_another_scheme(
    tmp_path: Path,
) -> None:
    text = f"SECRET\n\n{TALKS}\n"
    assert marked(text, tmp_path, "tlp", stated="TLP:RED").source.marking == "TLP:RED"


def test_under_the_mark_of_the_briefing_a_note_has_none_of_its_own() -> None:
    note = Note(name="note.txt", text=TALKS, blocks=(), source=Source())
    assert with_its_marks(note, SCHEMES["us"], "SECRET", []).source.marking is None


def test_the_marks_of_portions_are_no_words_of_their_paragraphs(tmp_path: Path) -> None:
    note = marked(f"(U) The road to Vigo\n\n1. (C) {TALKS}\n\n(U)\n", tmp_path)
    told = [note.text[block.start : block.end] for block in note.blocks]
    assert told == ["The road to Vigo", TALKS, "(U)"]
    assert "(U)" not in (note.source.title or "")
