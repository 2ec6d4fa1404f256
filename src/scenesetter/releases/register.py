"""The desk's register of releases, `releases/v2/<audience>.json` in the briefing's folder.

Releases are numbered for each audience by itself: a number that jumped would tell its readers of
a release of something that they were not meant to hear of.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from scenesetter.errors import UserError
from scenesetter.model.release import MANIFEST, REGISTER, Manifest, Release, is_entry
from scenesetter.releases.digests import of_value


class Register(NamedTuple):
    """All releases of a briefing, the oldest first."""

    root: Path
    releases: tuple[Release, ...] = ()

    def of(self, audience: str) -> tuple[Release, ...]:
        return tuple(one for one in self.releases if one.manifest.audience == audience)

    def last(self, audience: str) -> Release | None:
        return next(reversed(self.of(audience)), None)

    def numbered(self, audience: str, version: int) -> Release | None:
        return next((one for one in self.of(audience) if one.manifest.version == version), None)

    @property
    def audiences(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.manifest.audience for one in self.releases))


def read_register(root: Path) -> Register:
    """UserError for an entry that somebody has changed so that it cannot be read."""
    found = [_read(path) for path in _entries(root)]
    order = sorted(found, key=lambda one: (one.manifest.version, one.manifest.audience))
    return Register(root, tuple(order))


def _entries(root: Path) -> Iterator[Path]:
    for path in sorted((root / REGISTER).glob("v*/*.json")):
        if is_entry(path.relative_to(root).as_posix()):
            yield path


def _read(path: Path) -> Release:
    hint = "take it back from version control"
    try:
        entry = Release.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise UserError(str(path), "cannot be read as a release", hint) from error
    if entry.seal is not None and entry != sealed(entry):
        raise UserError(str(path), "was changed since the release that it is of", hint)
    return entry


def sealed(entry: Release) -> Release:
    """With the digest of what it says."""
    return entry.model_copy(update={"seal": of_value([entry.manifest, entry.stored])})


def manifest_beside(file: Path) -> Manifest | None:
    """The manifest that travels with a released file; None where there is none."""
    try:
        return Manifest.model_validate_json((file.parent / MANIFEST).read_bytes())
    except (OSError, ValidationError):
        return None


def version_names(releases: Sequence[Release]) -> str:
    return ", ".join(one.name for one in releases)
