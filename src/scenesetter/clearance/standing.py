"""Where each office stands with each paper of a pack.

A clearance is bound to the text of one audience: that of another may hold what these readers do
not see, so nothing of it is told here.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, Literal

from scenesetter.clearance.book import Clearances
from scenesetter.model.audience import Audience
from scenesetter.model.clearance import APPROVER, Clearance, Clearers, Standing, State
from scenesetter.model.edtf import in_words
from scenesetter.model.engagement import Briefing
from scenesetter.model.pack import ClearanceEntry, Pack, Paper
from scenesetter.model.style import Clearing

_NOT_TEXT = frozenset({"sources", "facts", "anchor", "template", "form", "name", "issue"})
"""Fields of a paper that are no words of it; endnote numbers change with other papers."""

IN_PRINT: dict[State | Literal["reopened"], str] = {
    "pending": "Pending",
    "ok": "OK",
    "ok with changes": "OK with changes",
    "info": "For information",
    "no response": "No response",
    "reopened": "Reopened: the text changed since",
}


def digest_of(paper: Paper) -> str:
    """Of every word of the paper in print, its marks among them, without its endnote numbers."""
    words = list(_words(paper.model_dump(mode="json")))
    return sha256(json.dumps(words).encode()).hexdigest()[:16]


def _words(value: object, name: str = "") -> Iterator[tuple[str, Any]]:
    """What says something, each with its field's name; a new field that is empty is no change."""
    match value:
        case dict():
            for key, held in value.items():
                if key not in _NOT_TEXT:
                    yield from _words(held, key)
        case list():
            for held in value:
                yield from _words(held, name)
        case _ if value:
            yield name, value


def clearers_of(briefing: Briefing, clearing: Clearing | None, audience: Audience) -> Clearers:
    """Those who have a hand in the papers of an audience, and whether they must."""
    readers = clearing.audiences if clearing else ()
    by_default = prints_clearance(audience) and not audience.on_request
    asked = audience.name in readers if readers else by_default
    return clearers_named(briefing, clearing).model_copy(update={"asked": asked})


def clearers_named(briefing: Briefing, clearing: Clearing | None) -> Clearers:
    """Those whom the briefing names, and the offices that its style asks for."""
    style = clearing or Clearing(authority="none")
    return Clearers(
        drafter=briefing.drafter,
        approver=briefing.approver,
        approved=style.approver,
        offices=tuple(dict.fromkeys((*briefing.offices, *style.offices))),
        offices_on=briefing.offices_on,
        own_draft=style.own_draft,
    )


def prints_clearance(audience: Audience) -> bool:
    """Outsiders have no part in who cleared what (CLR-05)."""
    return "clearance" in audience.parts and not audience.releasable


def standings(pack: Pack, clearers: Clearers, clearances: Clearances) -> tuple[Standing, ...]:
    """Paper by paper: the required offices in their order, then whoever else said something."""
    said = clearances.of(pack.audience)
    return tuple(
        standing
        for paper in pack.papers
        for standing in _of_paper(paper, clearers.required(paper.issue), said)
    )


def _of_paper(
    paper: Paper, required: Sequence[str], said: Mapping[tuple[str, str], Clearance]
) -> Iterator[Standing]:
    text = digest_of(paper)
    others = [office for issue, office in said if issue == paper.issue and office not in required]
    for office in (*required, *others):
        yield Standing(
            issue=paper.issue,
            title=paper.title,
            office=office,
            text=text,
            clearance=said.get((paper.issue, office)),
            required=office in required,
        )


def entries(stands: Sequence[Standing], clearers: Clearers) -> tuple[ClearanceEntry, ...]:
    """The rows of the clearance page; where nobody is asked, of those who said something."""
    return tuple(_entry(one, clearers) for one in stands if clearers.asked or one.clearance)


def _entry(standing: Standing, clearers: Clearers) -> ClearanceEntry:
    """Without a remark on a text that changed since: it may speak of what these readers were
    allowed to see then and are not now."""
    said = standing.clearance
    of_another = standing.reopened or (said and said.digest not in ("", standing.text))
    expected = clearers.approver if standing.office == APPROVER else None
    return ClearanceEntry(
        paper=standing.title,
        office=standing.office,
        state=IN_PRINT[standing.state],
        name=(said.name if said else None) or expected,
        on=in_words(said.on) if said and said.on else None,
        remark=said.remark if said and not of_another else None,
        drafter=clearers.drafter,
    )
