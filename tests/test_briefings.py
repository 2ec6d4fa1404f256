"""Opening a briefing folder."""

import os
from pathlib import Path

import pytest

from scenesetter.briefings import open_folder
from scenesetter.errors import UserError

NOTE = "The minister said the port would open in May."


def folder(root: Path, briefing: str | None = None, *notes: str) -> Path:
    for name in notes:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(NOTE, "utf-8")
    if briefing is not None:
        (root / "briefing.toml").write_text(briefing, "utf-8")
    return root


def test_a_bare_folder_is_a_briefing_named_after_itself(tmp_path: Path) -> None:
    opened = open_folder(folder(tmp_path / "lisbon", None, "b.txt", "sub/a.md"))
    assert opened.bare
    assert opened.briefing.slug == "lisbon"
    assert [name for name, _ in opened.notes] == ["b.txt", "sub/a.md"]


def test_notes_lie_in_the_notes_folder_where_there_is_one(tmp_path: Path) -> None:
    opened = open_folder(folder(tmp_path, '[engagement]\ntitle = "Visit"\n', "notes/a.txt"))
    assert [name for name, _ in opened.notes] == ["a.txt"]


def test_a_hidden_file_is_no_note(tmp_path: Path) -> None:
    assert len(open_folder(folder(tmp_path, None, "a.txt", ".DS_Store")).notes) == 1


def test_a_link_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    notes = folder(tmp_path / "notes", None, "a.txt")
    (notes / "link.txt").symlink_to(tmp_path / "secret.txt")
    opened = open_folder(notes)
    assert [name for name, _ in opened.notes] == ["a.txt"]
    assert [finding.rule for _, finding in opened.unread] == ["READ-04"]


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    elsewhere = folder(tmp_path / "elsewhere", None, "b.txt")
    notes = folder(tmp_path / "notes", None, "a.txt")
    (notes / "linked").symlink_to(elsewhere)
    opened = open_folder(notes)
    assert [name for name, _ in opened.notes] == ["a.txt"]
    assert [finding.rule for _, finding in opened.unread] == ["READ-04"]


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"two\nlines.txt"])
def test_a_name_that_cannot_be_printed_is_named_escaped(tmp_path: Path, name: bytes) -> None:
    notes = folder(tmp_path, None, "a.txt")
    (notes / os.fsdecode(name)).write_text(NOTE, "utf-8")
    opened = open_folder(notes)
    assert [name for name, _ in opened.notes] == ["a.txt"]
    assert [finding.path.isprintable() for _, finding in opened.unread] == [True]


@pytest.mark.parametrize(
    ("briefing", "message"),
    [
        ('[engagement]\ntitle = "Visit\n', r"briefing\.toml:2:"),
        ('[engagement]\ntitle = "Visit"\ndate = "soon"\n', r"briefing\.toml:3"),
        ('[engagement]\ntitel = "Visit"\n', r"did you mean `title`"),
        ('[briefing]\nissues = ["trade"]\n', "engagement"),
        ('[engagement]\ntitle = "Visit"\n[[people]]\nname = " "\n', "toml:4.*no letter or digit"),
        ('[engagement]\ntitle = "Visit"\n[[parties]]\nname = "A"\nside = "ours"\n', r"toml:5"),
    ],
)
def test_a_mistake_in_the_briefing_file_is_named_with_its_line(
    tmp_path: Path, briefing: str, message: str
) -> None:
    with pytest.raises(UserError, match=message):
        open_folder(folder(tmp_path, briefing, "notes/a.txt"))


def test_a_source_table_for_a_note_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    briefing = '[engagement]\ntitle = "Visit"\n\n[sources."b.txt"]\npublisher = "P"\n'
    (finding,) = open_folder(folder(tmp_path, briefing, "notes/a.txt")).findings
    assert (finding.line, finding.severity) == (4, "warning")


@pytest.mark.parametrize("missing", ["nowhere", "empty", "file.txt"])
def test_no_folder_no_notes_or_no_folder_at_all_is_one_clear_error(
    tmp_path: Path, missing: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.txt").write_text(NOTE, "utf-8")
    with pytest.raises(UserError) as error:
        open_folder(tmp_path / missing)
    assert error.value.hint


def test_a_meeting_that_the_briefing_does_not_have_is_a_finding(tmp_path: Path) -> None:
    briefing = '[engagement]\ntitle = "Visit"\n\n[sources."a.txt"]\nmeeting = "Vsit"\n'
    (finding,) = open_folder(folder(tmp_path, briefing, "notes/a.txt")).findings
    assert (finding.line, finding.hint) == (5, "the meetings are: Visit")


def test_a_bare_folders_own_templates_are_no_notes(tmp_path: Path) -> None:
    made = folder(tmp_path, None, "a.txt", "templates/topics/ports/paper.md")
    assert [name for name, _ in open_folder(made).notes] == ["a.txt"]


def test_a_person_of_a_party_that_is_not_there_is_named_with_the_line(tmp_path: Path) -> None:
    people = '[[parties]]\nname = "Spain"\n\n[[people]]\nname = "Ana Lima"\nparty = "Spian"\n'
    root = folder(tmp_path, f'[engagement]\ntitle = "Visit"\n\n{people}', "notes/a.txt")
    (found,) = open_folder(root).findings
    assert str(found).startswith(f"{root / 'briefing.toml'}:9: warning: the party “Spian”")
