"""Rules on what a person wrote."""

from typing import Any

import pytest

from scenesetter.checks.points import (
    can_be_spoken,
    citations_lead,
    few_objectives,
    readers_may_see,
    requests_are_answered,
    responses_are_printed,
    responses_name_requests,
)
from scenesetter.findings import Finding
from scenesetter.model.audience import Audience
from scenesetter.model.citations import BoundLine, Citations
from scenesetter.model.fact import Fact
from scenesetter.model.pack import Group, Pack, Paper, Point, Section
from scenesetter.model.points import IssuePoints, Line, Purpose

AUDIENCE = Audience(
    name="press", title="Press", summary="-", parts=(), sections=(), spoken=6, answers=True
)


def citations(*names: str) -> Citations:
    facts: list[dict[str, Any]] = [{"id": name, "same_as": ()} for name in names]
    return Citations([Fact.model_construct(None, **one) for one in facts])


def line(text: str = "x", purpose: Purpose = "points-to-make", *cites: str) -> Line:
    return Line(purpose=purpose, text=text, cites=cites or ("aaaaaaaaaaaa",), number=7)


def bound(text: str, purpose: Purpose = "points-to-make") -> BoundLine:
    return BoundLine(line(text, purpose), (), (), "points/trade.md", None)


def points(*cites: str) -> IssuePoints:
    lines = (line("x", "objectives", *cites),)
    return IssuePoints(issue="trade", path="points/trade.md", lines=lines)


def where(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.where


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("bbbbbbbb", "is no fact, or no longer one"),
        ("aaaaaa", "could be any of several facts: aaaaaaaaaaaa, aaaaaabbbbbb"),
        ("aaaa", "is too short"),
        ("", "cannot be read"),
        ("aaaaaaaaaaaa, bbbbbbbb", "cannot be read"),
    ],
)
def test_a_citation_that_leads_to_no_one_fact_is_an_error(written: str, why: str) -> None:
    known = citations("aaaaaaaaaaaa", "aaaaaabbbbbb")
    (finding,) = citations_lead(points("aaaaaaaaaaaa", written), known, known)
    assert why in finding.what
    assert where(finding) == ("SRC-07", "points/trade.md:7")
    assert finding.severity == "error"


def test_a_fact_that_a_ruling_took_away_is_an_error() -> None:
    known = citations("aaaaaaaaaaaa")
    (finding,) = citations_lead(points("aaaaaaaa"), known, citations())
    assert "was rejected or waits for a ruling" in finding.what


def test_the_desk_is_told_which_readers_a_line_does_not_reach() -> None:
    desk, seen = citations("aaaaaaaaaaaa", "bbbbbbbbbbbb"), citations("aaaaaaaaaaaa")
    (finding,) = readers_may_see(points("aaaaaaaa", "bbbbbbbb"), desk, seen, AUDIENCE)
    assert where(finding) == ("REL-01", "points/trade.md:7")
    assert "not in the pack for press" in finding.what
    assert not list(readers_may_see(points("aaaaaaaa"), desk, seen, AUDIENCE))


@pytest.mark.parametrize(
    "text",
    [
        "One two three four five six seven.",
        "We will. So will they. Good.",
        "We lift it.[^1]",
        "We lift it.²",
    ],
)
def test_what_nobody_would_say_in_one_breath_is_a_warning(text: str) -> None:
    (finding,) = can_be_spoken([bound(text)], AUDIENCE)
    assert where(finding) == ("LEN-06", "points/trade.md:7")


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("One two three four five six.", "points-to-make"),
        ("It fell by 3.5 percent.", "press-line"),
        ("Background that is as long as it needs to be.", "background-by-hand"),
    ],
)
def test_a_short_line_can_be_spoken_and_background_need_not_be(text: str, purpose: Purpose) -> None:
    assert not list(can_be_spoken([bound(text, purpose)], AUDIENCE))


def test_a_fourth_objective_is_one_too_many() -> None:
    assert not list(few_objectives([bound("x", "objectives")] * 3))
    assert [one.rule for one in few_objectives([bound("x", "objectives")] * 5)] == ["STR-02"]


def test_a_response_that_begins_with_no_request_is_an_error() -> None:
    (finding,) = responses_name_requests([line("x", "response"), line()], "points/trade.md")
    assert where(finding) == ("STR-05", "points/trade.md:7")


def printing(**point: object) -> Pack:
    """A pack of this one point."""
    asked: dict[str, Any] = {"facts": ("aaaaaaaaaa01",), "responses": (), **point}
    group = Group(label=None, points=(Point.model_construct(None, **asked),))
    section: dict[str, Any] = {"name": "they-want", "groups": (group,)}
    sections = (Section.model_construct(None, **section),)
    paper: dict[str, Any] = {"issue": "trade", "title": "Trade", "sections": sections}
    pack: dict[str, Any] = {"audience": "press", "papers": (Paper.model_construct(None, **paper),)}
    return Pack.model_construct(None, **pack)


@pytest.mark.parametrize("awaits", [True, False])
def test_a_printed_request_without_response_is_named_by_its_paper(*, awaits: bool) -> None:
    found = list(requests_are_answered(printing(awaits_response=awaits), "briefing.toml"))
    assert [one.rule for one in found] == ["STR-05"] * awaits
    assert all("- [f:aaaaaaaaaa01]" in one.hint for one in found)


@pytest.mark.parametrize(
    ("answered", "found"), [("aaaaaaaaaa01", []), ("bbbbbbbbbb02", ["STR-05"])]
)
def test_a_response_whose_request_is_not_printed_is_a_warning(
    answered: str, found: list[str]
) -> None:
    said: dict[str, Any] = {"text": "In July."}
    pack = printing(responses=(Point.model_construct(None, **said),))
    response = bound("In July.", "response")._replace(answers=citations(answered).found(answered))
    assert [one.rule for one in responses_are_printed([response], pack, AUDIENCE)] == found
    elsewhere = pack.papers[0].sections[0].model_copy(update={"name": "background"})
    papers = (pack.papers[0].model_copy(update={"sections": (elsewhere,)}),)
    placeless = pack.model_copy(update={"papers": papers})
    assert not list(responses_are_printed([response], placeless, AUDIENCE))
    reading = AUDIENCE.model_copy(update={"answers": False})
    assert not list(responses_are_printed([response], pack, reading))
