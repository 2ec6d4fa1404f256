"""What is found out about a printed pack that somebody holds in hand."""

from typing import Literal

from scenesetter.model.value import Value


class SourceState(Value):
    """A note of a release as it is now, with what rests on it (VER-03)."""

    name: str
    state: Literal["unchanged", "changed", "gone", "new"]
    facts: tuple[str, ...] = ()
    """Ids of the release's facts that rest on it."""
    papers: tuple[str, ...] = ()
    """Titles of the papers that print them."""


class Named(Value):
    """The release that a file is, or is a copy of."""

    title: str
    audience: str
    audience_title: str
    version: int
    date: str
    marking: str


class Verdict(Value):
    """`state`: the very file that was released; one that says to be a release and has other bytes;
    a draft; anything else."""

    file: str
    state: Literal["unaltered", "altered", "draft", "unknown"]
    release: Named | None = None
    claims: int | None = None
    """The version that an unknown file says to be."""
    only_line_ends: bool = False
    """Whether an altered file has every word as released: mail and version control may give a
    Markdown file other line ends."""
    compared: bool = False
    """Whether sources and templates were compared with a briefing's folder."""
    sources: tuple[SourceState, ...] = ()
    templates: tuple[str, ...] = ()
    """Those that changed since."""
    desk: tuple[str, ...] = ()
    """Files of the desk that changed since: rulings, points, the briefing's."""
    latest: int | None = None
    """The newest version for these readers, as far as the register is known."""

    @property
    def stands(self) -> bool:
        """Unaltered, from sources and templates that are as they were."""
        return (
            self.state == "unaltered"
            and all(one.state == "unchanged" for one in self.sources)
            and not self.templates
        )
