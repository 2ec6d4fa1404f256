import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenesetter.findings import Finding
from scenesetter.model.note import Note, Source
from scenesetter.readers import markdown, text
from scenesetter.readers.reader import LARGEST, SUFFIXES, read, table

UNKNOWN = Source()


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def errors(findings: list[Finding]) -> list[str]:
    return [finding.what for finding in findings if finding.severity == "error"]


def test_two_readers_that_claim_one_suffix_are_refused() -> None:
    with pytest.raises(ValueError, match=r"two readers claim \.txt"):
        table((text, markdown, text))


def test_suffixes_are_the_claimed_ones() -> None:
    assert set(SUFFIXES) == {".txt", ".text", ".md", ".markdown", ".html", ".htm"}


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.md", b" \n\n\t", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0", "binary"),
        ("nul.html", b"a\0b", "binary"),
        ("report.pdf", b"%PDF-1.7", "no reader"),
        ("large.txt", b"a" * (LARGEST + 1), "MB"),
    ],
)
def test_what_cannot_be_a_note_is_an_error_with_a_hint(
    tmp_path: Path, name: str, data: bytes, what: str
) -> None:
    path = written(tmp_path, name, data)
    note, findings = read(path, name, UNKNOWN)
    assert note is None
    assert what in errors(findings)[0]
    assert findings[0].path == str(path)
    assert findings[0].hint


def test_a_vanished_note_is_an_error(tmp_path: Path) -> None:
    note, findings = read(tmp_path / "gone.txt", "gone.txt", UNKNOWN)
    assert note is None
    assert "cannot be read" in errors(findings)[0]


def test_a_folder_and_a_pipe_are_errors(tmp_path: Path) -> None:
    folder, pipe = tmp_path / "folder.md", tmp_path / "pipe.md"
    folder.mkdir()
    os.mkfifo(pipe)
    assert "folder" in errors(read(folder, "folder.md", UNKNOWN)[1])[0]
    assert "regular file" in errors(read(pipe, "pipe.md", UNKNOWN)[1])[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_note_without_read_permission_is_an_error(tmp_path: Path) -> None:
    path = written(tmp_path, "locked.txt", b"secret")
    path.chmod(0)
    assert "Permission denied" in errors(read(path, "locked.txt", UNKNOWN)[1])[0]


def test_a_person_goes_before_front_matter_and_front_matter_before_the_text(tmp_path: Path) -> None:
    data = b"---\npublisher: Desk\nauthor: Ida Berg\n---\nBy Tom Reyes\n\nPublisher: Post\n\nWords."
    path = written(tmp_path, "note.md", data)
    note, _ = read(path, "note.md", Source(publisher="Ministry"))
    assert note is not None
    assert (note.source.publisher, note.source.author) == ("Ministry", "Ida Berg")
    assert note.source.sha256 == hashlib.sha256(data).hexdigest()


def test_what_is_missing_is_a_warning_that_says_where_to_write_it(tmp_path: Path) -> None:
    path = written(tmp_path, "note.txt", b"The lock was closed on Monday, officials said.")
    _, findings = read(path, "sub/note.txt", UNKNOWN)
    warned = {finding.what.split()[0] for finding in findings if finding.severity == "warning"}
    assert warned == {"publisher", "date", "title"}
    assert {finding.rule for finding in findings} == {"SRC-02"}
    assert all('[sources."sub/note.txt"]' in finding.hint for finding in findings)
    assert [f.what for f in findings if f.severity == "info"] == [
        "not known of the note: author, retrieved, url"
    ]


def test_a_doubtful_encoding_is_a_warning_that_names_it(tmp_path: Path) -> None:
    path = written(tmp_path, "note.txt", "The café – “open”.".encode("cp1252"))
    note, findings = read(path, "note.txt", UNKNOWN)
    assert note is not None
    assert note.text == "The café – “open”."
    assert findings[0].rule == "READ-02"
    assert "windows-1252" in findings[0].what


@given(data=st.binary(max_size=300), suffix=st.sampled_from(SUFFIXES))
@settings(max_examples=150, deadline=None)
def test_reading_never_raises(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path = written(tmp_path_factory.getbasetemp(), f"any{suffix}", data)
    note, findings = read(path, path.name, UNKNOWN)
    assert note or errors(findings)


MARKUP = st.lists(
    st.sampled_from(
        [
            *("<div>", "</p>", "<table>", "<td>", "<b>", "</i>", "<!--", "&#0;", "<svg>"),
            *("# ", "| a |\n", "---\n", "+++\n", "a: [", "\n\n", "words. "),
            *("MR LUND: ", "QUESTION: ", "(Laughter.)"),
        ]
    ),
    max_size=40,
)


@given(parts=MARKUP, suffix=st.sampled_from(SUFFIXES))
@settings(max_examples=150, deadline=None)
def test_blocks_lie_in_order_within_the_text(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str], suffix: str
) -> None:
    path = written(tmp_path_factory.getbasetemp(), f"mix{suffix}", "".join(parts).encode())
    note, _ = read(path, path.name, UNKNOWN)
    if note:
        assert_in_order(note)


def assert_in_order(note: Note) -> None:
    ends = [0]
    for block in note.blocks:
        assert ends[-1] <= block.start <= block.end <= len(note.text)
        ends.append(block.end)
    assert ends[-1] == len(note.text)
