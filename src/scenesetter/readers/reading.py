"""What a reader gives back."""

from typing import NamedTuple

from scenesetter.findings import Finding
from scenesetter.model.note import Source
from scenesetter.readers.canonical import Paragraph


class Reading(NamedTuple):
    """`source` is what the file's own metadata says; its text is looked at elsewhere."""

    paragraphs: tuple[Paragraph, ...]
    source: Source
    findings: tuple[Finding, ...] = ()
