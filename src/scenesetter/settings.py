"""The one object that a command line becomes."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

PaperSize = Literal["a4", "letter"]
EVERY_AUDIENCE = "all"
"""What a person writes for every audience there is."""


class Format(StrEnum):
    """A form that a pack is written in."""

    pdf = "pdf"
    md = "md"
    html = "html"


@dataclass(frozen=True)
class Settings:
    """What a person asked for, made once by a command and read by the pipeline."""

    folder: Path
    output: Path
    """The folder that holds one folder of packs a briefing."""
    audiences: tuple[str, ...] = ()
    """Empty: those of the briefing file, or else every one that need not be asked for."""
    formats: tuple[Format, ...] = (Format.pdf, Format.md)
    paper: PaperSize = "a4"
    style: str | None = None
    """The house style; None: that of the briefing file."""
    keeps: bool = False
    """Whether what was read of the notes is kept beside them for the next time."""
    release: bool = False
    """Whether the packs are numbered, registered and no drafts any more."""
    since: int | None = None
    """The release that changes are counted from; None: the last one."""
