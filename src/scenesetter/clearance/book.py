"""`clearance.toml`: a table an issue, audience and office; the person's file too."""

from pathlib import Path
from typing import NamedTuple

from pydantic import RootModel

from scenesetter.model.clearance import Clearance, ClearanceTable
from scenesetter.tomlfiles.lines import key_lines
from scenesetter.tomlfiles.values import load, text_of

CLEARANCE_FILE = "clearance.toml"


class Clearances(NamedTuple):
    """What the offices said, sorted, with the lines that it stands on."""

    path: str
    entries: tuple[Clearance, ...] = ()
    lines: dict[tuple[str, str, str], int] = {}  # noqa: RUF012 - never written to

    def of(self, audience: str) -> dict[tuple[str, str], Clearance]:
        """By issue and office, what was said of the papers as this audience reads them."""
        return {(one.issue, one.office): one for one in self.entries if one.audience == audience}

    def line(self, one: Clearance) -> int:
        return self.lines.get((one.issue, one.audience, one.office), 0)


class ClearanceTables(RootModel[dict[str, dict[str, dict[str, ClearanceTable]]]]):
    """The file: `[issue.audience.office]`."""


def read_clearances(root: Path) -> Clearances:
    """Those of a briefing folder; none where it has no such file. UserError if bad."""
    path = root / CLEARANCE_FILE
    if not path.exists():
        return Clearances(str(path))
    file = load(path, ClearanceTables)
    entries = [
        Clearance(issue=issue, audience=audience, office=office, **dict(table))
        for issue, audiences in sorted(file.root.items())
        for audience, offices in sorted(audiences.items())
        for office, table in sorted(offices.items())
    ]
    found = key_lines(text_of(path))
    places = [(one.issue, one.audience, one.office) for one in entries]
    return Clearances(str(path), tuple(entries), {place: found.get(place, 0) for place in places})
