"""Marks from a folder to the printed page: by the rules of each scheme, through the command."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scenesetter.renderers.reading import read_back

MakeFolder = Callable[..., Path]
Command = Callable[..., Any]
STEEL = "Spanish minister Luis Ortega wants Portugal to lift its tariff on steel and on fish.\n"
VIGO = "Spanish envoy Hortensia Umbrage said Spain would open the port of Vigo to 40 ships.\n"
AUTHORITY = """
[authority]
classified_by = "A. Lima, Iberia desk"
derived_from = "Multiple Sources"
declassify_on = "20520310"
"""


def marked(folder: Path, scheme: str, marks: tuple[str, str], more: str = "") -> Path:
    """The folder with two notes of these marks under this scheme."""
    path = folder / "briefing.toml"
    head = f'scheme = "{scheme}"\nprepared = "2027-03-12"\ndrafter = "Ana Lima"\n'
    path.write_text(path.read_text("utf-8").replace('scheme = "tlp"\n', head) + more, "utf-8")
    for name, text, mark in zip(("steel.md", "vigo.md"), (STEEL, VIGO), marks, strict=True):
        note = (
            f"---\ntitle: Before the talks\npublished: 2027-03-10\nmarking: {mark}\n---\n\n{text}"
        )
        (folder / "notes" / name).write_text(note, "utf-8")
    return folder


def build(scenesetter: Command, folder: Path, *options: str) -> tuple[Any, Path]:
    out = folder.parent / "out"
    ran = scenesetter("build", folder, "-a", "delegation", "-o", out, *options)
    return ran, out / folder.name / f"{folder.name}-delegation"


def test_a_secret_book_bears_its_marks_on_paper_and_as_text(
    scenesetter: Command, talks: MakeFolder
) -> None:
    folder = marked(talks({"steel.md": ""}), "us", ("UNCLASSIFIED", "SECRET//NOFORN"), AUTHORITY)
    ran, stem = build(scenesetter, folder)
    assert ran.code == 0, ran.err
    text = stem.with_suffix(".md").read_text("utf-8")
    assert text.startswith("SECRET//NOFORN\n\nDRAFT\n")
    assert text.endswith("DRAFT\n\nSECRET//NOFORN\n")
    assert "(S//NF) Spanish envoy Hortensia Umbrage" in text
    assert "(U) Spanish minister Luis Ortega" in text
    assert "supplied by Ana Lima" in text
    found = read_back(stem.with_suffix(".pdf").read_bytes())
    for head, foot in zip(found.heads, found.feet, strict=True):
        assert "SECRET//NOFORN" in head.splitlines()
        assert "SECRET//NOFORN" in foot.splitlines()
        assert "DRAFT" in head
    face = found.pages[0]
    assert all(words in face for words in ("A. Lima, Iberia desk", "20520310", "12 March 2027"))
    assert any("(S//NF)" in page for page in found.pages)
    assert not any("(U)" in mark.title for mark in found.bookmarks)


def test_secret_cards_list_their_several_sources_in_whatever_style(
    scenesetter: Command, talks: MakeFolder, fact_id: Callable[[Path, str], str]
) -> None:
    folder = marked(talks({"steel.md": ""}), "us", ("UNCLASSIFIED", "SECRET//NOFORN"), AUTHORITY)
    (folder / "points").mkdir()
    line = f"## Points to make\n\n- We may open Vigo. [f:{fact_id(folder, 'Vigo')}]\n"
    (folder / "points" / "trade.md").write_text(line, "utf-8")
    ran, _ = build(scenesetter, folder, "-a", "cards", "--style", "us-state")
    assert ran.code == 0, ran.err
    (pdf,) = folder.parent.rglob("*-cards.pdf")
    cards = read_back(pdf.read_bytes())
    assert "Multiple Sources" in cards.pages[0]
    assert "vigo.md" in cards.pages[-1]
    assert "SECRET//NOFORN" in cards.heads[-1].splitlines()


def test_a_date_is_not_broken_in_the_large_type_of_a_style(
    scenesetter: Command, talks: MakeFolder
) -> None:
    folder = marked(talks({"steel.md": ""}), "us", ("UNCLASSIFIED", "UNCLASSIFIED"))
    with (folder / "notes" / "steel.md").open("a", encoding="utf-8") as note:
        note.write("\nTrade on steel with Spain stopped for a week on 30 September 2026.\n")
    ran, stem = build(scenesetter, folder, "--style", "us-state")
    assert ran.code == 0, ran.err
    pages = "\n".join(read_back(stem.with_suffix(".pdf").read_bytes()).pages)
    assert "30 September 2026 " in pages.replace("\xa0", " ")
    assert "2026-" not in pages
    assert "202\n" not in pages


@pytest.mark.parametrize(
    ("scheme", "marks", "banner"),
    [
        ("tlp", ("TLP:GREEN", "TLP:AMBER+STRICT"), "TLP:AMBER+STRICT"),
        ("uk", ("OFFICIAL", "SECRET"), "SECRET"),
    ],
)
def test_schemes_without_portions_mark_every_page(
    scenesetter: Command, talks: MakeFolder, scheme: str, marks: tuple[str, str], banner: str
) -> None:
    ran, stem = build(scenesetter, marked(talks({"steel.md": ""}), scheme, marks))
    assert ran.code == 0, ran.err
    found = read_back(stem.with_suffix(".pdf").read_bytes())
    for edge in (*found.heads, *found.feet):
        assert banner in edge.splitlines()
    assert stem.with_suffix(".md").read_text("utf-8").startswith(f"{banner}\n")


def test_a_pack_whose_style_sheet_hides_the_banner_is_not_written(
    scenesetter: Command, talks: MakeFolder
) -> None:
    folder = marked(talks({"steel.md": ""}), "tlp", ("TLP:GREEN", "TLP:RED"))
    sheet = folder / "templates" / "audiences" / "delegation" / "print.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(".footer .banner { display: none }\n", "utf-8")
    ran, stem = build(scenesetter, folder)
    assert ran.code == 1
    assert "lacks the banner TLP:RED at its bottom [MRK-41]" in ran.err
    assert not stem.with_suffix(".pdf").exists()
    assert not stem.with_suffix(".md").exists()


def test_a_line_with_its_own_mark_is_for_those_who_may_see_it(
    scenesetter: Command, talks: MakeFolder, fact_id: Callable[[Path, str], str]
) -> None:
    folder = marked(talks({"steel.md": ""}), "us", ("UNCLASSIFIED", "UNCLASSIFIED"))
    press = folder / "templates" / "audiences" / "press" / "audience.toml"
    press.write_text(
        press.read_text("utf-8").replace("sections = [", 'sections = ["objectives", '), "utf-8"
    )
    cited = fact_id(folder, "tariff on steel")
    points = folder / "points" / "trade.md"
    points.parent.mkdir()
    open_line = f"## Objectives\n\n- Free trade in steel. [f:{cited}]\n"
    points.write_text(open_line, "utf-8")
    out = folder.parent / "out"
    press_only = ("build", folder, "-a", "press", "-f", "md", "-o", out)
    before = scenesetter(*press_only)
    text = (out / folder.name / f"{folder.name}-press.md").read_bytes()
    points.write_text(f"{open_line}- (S) The Umbrage plan. [f:{cited}]\n", "utf-8")
    after = scenesetter(*press_only)
    assert (after.code, after.err) == (before.code, before.err)
    assert (out / folder.name / f"{folder.name}-press.md").read_bytes() == text
    ran, stem = build(scenesetter, folder, "-f", "md")
    assert "(S) The Umbrage plan." in stem.with_suffix(".md").read_text("utf-8")
    assert "[authority] lacks classified_by [MRK-07]" in ran.err
    assert ran.code == 1
    assert "it is marked SECRET [REL-01]" in scenesetter("check", folder).out


def test_a_note_with_a_mark_in_its_own_words_is_not_printed_below_it(
    scenesetter: Command, talks: MakeFolder
) -> None:
    folder = marked(talks({"steel.md": ""}), "us", ("UNCLASSIFIED", "UNCLASSIFIED"), AUTHORITY)
    (folder / "notes" / "cable.txt").write_text(f"Berth\n\n1. (S//NF) {VIGO}", "utf-8")
    (folder / "notes" / "vigo.md").unlink()
    ran, stem = build(scenesetter, folder, "-f", "md")
    text = stem.with_suffix(".md").read_text("utf-8")
    assert text.startswith("SECRET//NOFORN\n")
    assert "(S//NF) Spanish envoy Hortensia Umbrage" in text
    assert "the note bears the mark SECRET//NOFORN; all of it has that mark [MRK-01]" in ran.err
    out = folder.parent / "out"
    scenesetter("build", folder, "-a", "press", "-f", "md", "-o", out)
    assert "Umbrage" not in (out / folder.name / f"{folder.name}-press.md").read_text("utf-8")
