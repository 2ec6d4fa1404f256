"""Rules that a release may not break."""

from typing import Any

import pytest

from scenesetter.checks.release import (
    Candidate,
    as_released,
    changed_judgments_say_why,
    sources_are_complete,
)
from scenesetter.findings import Finding
from scenesetter.model.citations import BoundLine
from scenesetter.model.engagement import Briefing, Engagement
from scenesetter.model.note import Note, Source
from scenesetter.model.pack import Pack, SourceEntry
from scenesetter.model.points import Line

KNOWN: dict[str, Any] = {
    "publisher": "Tagus Wire",
    "title": "Before the talks",
    "published": "2027-03-10",
    "url": "https://wire.example/talks",
    "retrieved": "2027-03-11",
    "marking": "UNCLASSIFIED",
}
ENDNOTE = SourceEntry(
    number=1, note="wire.md", citation="Wire", url=None, marking=None, paragraphs="", missing=()
)


def candidate(source: Source, *cited: SourceEntry, **briefing: object) -> Candidate:
    told = {"slug": "talks", "engagement": Engagement(title="Talks"), "scheme": "us", **briefing}
    entries: dict[str, Any] = {"sources": cited}
    note = Note(name="wire.md", text="", blocks=(), source=source)
    of_pack = (Pack.model_construct(None, **entries), [note], frozenset[str](), frozenset[str]())
    return Candidate(*of_pack, Briefing.model_validate(told), answers_required=False, where="b")


@pytest.mark.parametrize(
    ("unknown", "told"),
    [
        ("publisher", "publisher or author"),
        ("title", "title"),
        ("published", "day of publication"),
        ("url", "address"),
        ("retrieved", "desk got it"),
        ("marking", "marking"),
    ],
)
def test_all_is_known_of_a_source_that_a_release_cites(unknown: str, told: str) -> None:
    lacking = Source.model_validate(KNOWN | {unknown: None})
    (found,) = sources_are_complete(candidate(lacking, ENDNOTE))
    assert (found.rule, found.severity) == ("SRC-02", "error")
    assert told in found.what.partition("is not known: ")[2]
    assert list(sources_are_complete(candidate(lacking))) == []


@pytest.mark.parametrize(
    ("instead", "briefing"),
    [
        ({}, {}),
        ({"publisher": None, "author": "Rui Prado"}, {}),
        ({"url": None, "document": "27 MADRID 114"}, {}),
        ({"marking": None}, {"marking": "UNCLASSIFIED"}),
        ({"marking": None}, {"scheme": "none"}),
    ],
)
def test_one_of_two_is_enough(instead: dict[str, Any], briefing: dict[str, Any]) -> None:
    source = Source.model_validate(KNOWN | instead)
    assert list(sources_are_complete(candidate(source, ENDNOTE, **briefing))) == []


@pytest.mark.parametrize(
    ("before", "now", "why", "wrong"),
    [
        ("A strike is likely.", "A strike is unlikely.", None, True),
        ("A strike is likely.", "A strike began.", None, True),
        ("A strike began.", "A strike ended.", None, False),
        ("A strike is likely.", "A strike is unlikely.", "the vote", False),
        ("A strike is likely.", "A strike is likely.", "the vote", True),
        (None, "A strike is likely.", "the vote", True),
    ],
)
def test_a_judgment_says_why_it_changed_and_only_if_it_did(
    before: str | None, now: str, why: str | None, *, wrong: bool
) -> None:
    """EST-07."""
    line = Line(purpose="background-by-hand", text=now, cites=("a1",), number=3, changed=why)
    of_pack = candidate(Source())._replace(
        lines=[(BoundLine(line, (), (), "points/trade.md", None), before)]
    )
    assert [one.rule for one in changed_judgments_say_why(of_pack)] == ["EST-07"] * wrong


def test_a_release_is_held_to_its_own_rules_on_what_it_prints_and_not_on_the_rest() -> None:
    found = [Finding("warning", rule, "b", 0, "w") for rule in ("SRC-02", "STR-05", "STR-01")]
    assert [one.severity for one in as_released(found)] == ["warning", "warning", "error"]
