"""Drop a note into tests/cases/notes: with `--renew` its expected file is written beside it."""

from pathlib import Path

import pytest

from scenesetter.gather.blocks.kinds import classify
from scenesetter.model.note import Block, Note, Source
from scenesetter.readers.reader import SUFFIXES, read

NOTES = Path(__file__).parents[1] / "cases" / "notes"
CASES = sorted(path for path in NOTES.iterdir() if path.suffix in SUFFIXES)


def told(path: Path) -> str:
    """What the note says of itself, what was found, and each block with its kind."""
    note, findings = read(path, path.name, Source())
    assert note is not None
    known = note.source.model_dump(exclude_none=True, exclude={"sha256"})
    lines = [f"{field}: {value}" for field, value in known.items()]
    lines += [f"{f.severity} {f.rule} line {f.line}: {f.what}" for f in findings]
    lines += ["", *(one(block, note) for block in classify(note).blocks)]
    return "\n".join(lines) + "\n"


def one(block: Block, note: Note) -> str:
    speaker = f" ({block.speaker})" if block.speaker else ""
    return f"{block.kind}{speaker}: {note.text[block.start : block.end]}"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_note_reads_as_its_expected_file_says(path: Path, *, renew: bool) -> None:
    expected = path.with_name(f"{path.name}.expected")
    if renew:
        expected.write_text(told(path), "utf-8")
    assert told(path) == expected.read_text("utf-8")
