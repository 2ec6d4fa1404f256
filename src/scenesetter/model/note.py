"""A source document as read: canonical text, blocks, source."""

from typing import Literal

from scenesetter.model.edtf import EdtfDate
from scenesetter.model.value import Value

BlockKind = Literal[
    "body", "heading", "caption", "promotion", "byline", "dateline", "navigation", "question"
]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Record = Literal["on", "background", "off"]
"""The terms on which words were given to those who wrote them down."""


class Block(Value):
    """A paragraph of a note: code points `start` to `end`, half-open, into `Note.text`.

    Only `body` makes facts. `speaker` is the label of the turn in a transcript, as the note
    writes it ("SECRETARY BLINKEN"), carried over to the paragraphs that go on with the turn;
    a reporter's turn is of kind `question`. The label itself lies before `start`.
    """

    kind: BlockKind
    start: int
    end: int
    speaker: str | None = None


class Source(Value):
    """Where a note comes from; None is "not known", which a finding says aloud.

    Dates are EDTF strings (ISO 8601-2), at the granularity that is known.
    """

    publisher: str | None = None
    author: str | None = None
    title: str | None = None
    published: EdtfDate | None = None
    retrieved: EdtfDate | None = None
    url: str | None = None
    document: str | None = None
    """Number or file reference by which a document without an address is found."""
    sha256: str | None = None
    reliability: Reliability | None = None
    marking: str | None = None
    releasable: bool = False
    """A person says that what it holds may be given to the public."""
    record: Record | None = None
    descriptor: str | None = None
    """What a reader must know of it: access, motive, age (SRC-08)."""
    truncated: bool = False
    """Only part of the document was kept (SRC-12)."""
    drafted_by_model: str | None = None
    """The language model that drafted or summarised it, "name, version, date" (SRC-13)."""
    language: str | None = None
    meeting: str | None = None
    """Title of the meeting that a person says this note is about."""


class Note(Value):
    """One source document. `name` is its path below the notes folder, with forward slashes.

    `text` is canonical: Unicode NFC, "\\n" line ends, paragraphs parted by a blank line, no
    control characters. Every offset in the product counts code points of this text.
    """

    name: str
    text: str
    blocks: tuple[Block, ...]
    source: Source
