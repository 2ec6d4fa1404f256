"""A release: a numbered pack, what it was made from, and what it prints."""

import re
from typing import Annotated, Literal

from pydantic import Field

from scenesetter.model.fact import FactKind
from scenesetter.model.points import Purpose
from scenesetter.model.value import Value

REGISTER = "releases"
"""The folder of a briefing that holds its releases, `releases/v2/<audience>.json`."""
MANIFEST = "manifest.json"
"""Of a release; it names the files beside it."""
_ENTRY = re.compile(rf"{REGISTER}/v[1-9]\d*/[^/]+\.json")
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256, in hexadecimal digits."""
ChangeKind = Literal[
    "added",
    "withdrawn",
    "reworded",
    "regraded",
    "re-marked",
    "moved",
    "new source",
    "source changed",
    "source withdrawn",
]


class ReleasedSource(Value):
    """A note that these readers may see. `citation` is that of its endnote, None where the pack
    cites it nowhere."""

    name: str
    words: Digest
    """Of its words as these readers may see them, white space joined; the digest of the file is
    the desk's alone, because the file may hold more."""
    record: Digest
    """Of what is known of it: publisher, dates, marking."""
    citation: str | None = None


class ReleasedFact(Value):
    """A printed fact. `papers` are the issues under which it stands, the first one first."""

    id: str
    kind: FactKind
    text: str
    holder: str | None
    marking: str | None
    grade: str
    """Admiralty code of source and fact, "B2"."""
    notes: tuple[str, ...]
    papers: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    """Of the printed file, from 1; empty where they are not known."""


class ReleasedLine(Value):
    """A printed line that a person wrote, with the facts that it rests on."""

    purpose: Purpose
    text: str
    paper: str
    facts: tuple[str, ...]
    mark: str | None = None
    pages: tuple[int, ...] = ()


class Contents(Value):
    """What a pack prints, as far as releases are compared by it. `papers` are titles by issue."""

    papers: dict[str, str]
    facts: tuple[ReleasedFact, ...]
    lines: tuple[ReleasedLine, ...]
    sources: tuple[ReleasedSource, ...]


class OpenFinding(Value):
    """A finding that stood open; `where` counts from the briefing's folder."""

    severity: Literal["error", "warning", "info"]
    rule: str
    where: str
    what: str


class Manifest(Value):
    """What travels with a release: nothing in it is for anybody but its readers."""

    form: Literal[1] = 1
    """Of this format."""
    briefing: str
    title: str
    audience: str
    audience_title: str
    version: Annotated[int, Field(ge=1)]
    date: str
    """EDTF, as the briefing gives it."""
    marking: str
    """The banner."""
    style: str
    since: int | None = None
    """The release that its changes are counted from."""
    files: dict[str, Digest]
    """The pack in its forms, by name."""
    content: Digest
    """Of all that it prints, its version and changes apart, and of what it was made from."""
    source_set: Digest
    template_set: Digest
    inputs: dict[str, Digest]
    """Of what bears on this pack in briefing.toml, rulings.toml and the files of points."""
    templates: dict[str, Digest]
    versions: dict[str, str]
    """Of the tool and of what it prints with."""
    contents: Contents
    findings: tuple[OpenFinding, ...] = ()


class Release(Value):
    """The desk's entry of its register: the manifest, and the files that it was made from."""

    manifest: Manifest
    stored: dict[str, Digest]
    """Files of the briefing's folder, by path below it."""
    seal: Digest | None = None
    """Of all else in the entry, by which a change by hand is seen; older entries have none."""

    @property
    def name(self) -> str:
        return f"v{self.manifest.version}"


class Change(Value):
    """What differs between two releases of one audience."""

    change: ChangeKind
    what: FactKind | Purpose | Literal["source"]
    id: str | None = None
    """Of the fact as it stands now, or stood; None for a line and a source."""
    text: str
    """As it stands now, or stood where it was withdrawn; of a source its citation or name."""
    before: str | None = None
    """The words, grade, mark or issue that it had."""
    after: str | None = None
    """The grade, mark, issue or note that it has got; None where `text` says it."""
    papers: tuple[str, ...] = ()
    """The issues whose papers it touches."""
    facts: tuple[str, ...] = ()
    """Of a source: the facts of the earlier release that rest on it (VER-03)."""
    pages: tuple[int, ...] = ()


def is_entry(path: str) -> bool:
    """Whether this is a file of the register, by its path below the briefing's folder."""
    return _ENTRY.fullmatch(path) is not None


def entry_path(manifest: Manifest) -> str:
    return f"{REGISTER}/v{manifest.version}/{manifest.audience}.json"
