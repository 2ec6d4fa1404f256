"""Who has cleared the papers of a pack: shown in it, and checked."""

from collections.abc import Iterator
from typing import NamedTuple

from scenesetter.checks.clearance import (
    check_clearance,
    clearances_are_asked_for,
    outsiders_see_no_clearance,
    prepared_in_time,
)
from scenesetter.clearance.standing import (
    clearers_named,
    clearers_of,
    entries,
    prints_clearance,
    standings,
)
from scenesetter.findings import Finding
from scenesetter.model.audience import Audience
from scenesetter.model.clearance import Clearance, Clearers, Standing
from scenesetter.model.pack import Pack
from scenesetter.model.topic import NO_TOPIC
from scenesetter.pipeline.opening import Opened


class Cleared(NamedTuple):
    """A pack with its clearance page, and where each office stands with each of its papers."""

    pack: Pack
    clearers: Clearers
    standings: tuple[Standing, ...]
    findings: tuple[Finding, ...]


def unasked(opened: Opened) -> Iterator[Finding]:
    """For the desk, what stands in its file and bears on no paper."""
    book = opened.clearances
    clearers = clearers_named(opened.folder.briefing, opened.style.clearing)

    def place(one: Clearance) -> tuple[str, int]:
        return book.path, book.line(one)

    issues = [*opened.library.names("topics"), NO_TOPIC]
    audiences = opened.library.names("audiences")
    return clearances_are_asked_for(book.entries, clearers.required, issues, audiences, place)


def cleared(opened: Opened, audience: Audience, pack: Pack, *, at_desk: bool) -> Cleared:
    """At the desk a finding names the line of the clearance; the log of a build does not, because
    that line depends on what is said of other audiences' papers."""
    briefing, book = opened.folder.briefing, opened.clearances
    clearers = clearers_of(briefing, opened.style.clearing, audience)
    if opened.folder.bare:  # nobody can name them there
        clearers = clearers.model_copy(update={"asked": False})
    stands = standings(pack, clearers, book)

    def place(one: Clearance) -> tuple[str, int]:
        return book.path, book.line(one) if at_desk else 0

    findings = (
        *check_clearance(pack, stands, clearers, opened.where, place),
        *outsiders_see_no_clearance(audience, opened.where),
        *prepared_in_time(briefing, opened.style.deadline, opened.where),
    )
    if prints_clearance(audience) or (clearers.asked and not audience.releasable):
        pack = pack.model_copy(update={"clearance": entries(stands, clearers)})
    return Cleared(pack, clearers, stands, findings)
