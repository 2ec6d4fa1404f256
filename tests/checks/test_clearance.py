"""Rules on who cleared what, and on the deadline."""

from typing import Any

import pytest

from scenesetter.checks.clearance import check_clearance, prepared_in_time
from scenesetter.model.clearance import Clearance, Clearers, Standing, State
from scenesetter.model.engagement import Briefing, Engagement
from scenesetter.model.pack import Pack
from scenesetter.model.style import Deadline

NAMED = Clearers(drafter="Ines Duarte", approver="M. Okafor", offices=("Legal",))


def found(
    clearers: Clearers, state: State | None = None, name: str = "A. Reis", text: str = "a"
) -> list[tuple[str, str, str]]:
    """What is found on a paper of the text "a", of which Legal said this."""
    said = (
        Clearance(
            issue="trade", audience="book", office="Legal", state=state, name=name, digest=text
        )
        if state
        else None
    )
    legal = Standing(issue="trade", title="Trade", office="Legal", text="a", clearance=said)
    stands = [legal.model_copy(update={"required": "Legal" in clearers.offices})]
    told: dict[str, Any] = {"audience": "book", "papers": ("a paper",)}
    pack = Pack.model_construct(None, **told)
    findings = check_clearance(pack, stands, clearers, "briefing.toml", lambda _: ("c.toml", 5))
    return [(one.rule, one.severity, one.where) for one in findings]


def test_a_cleared_paper_passes() -> None:
    for state in ("ok", "ok with changes", "info"):
        assert found(NAMED, state) == []


@pytest.mark.parametrize("state", [None, "pending", "no response"])
def test_an_office_that_has_not_answered_is_named(state: State | None) -> None:
    assert found(NAMED, state) == [("CLR-01", "warning", "briefing.toml")]


def test_a_changed_text_is_open_again() -> None:
    assert found(NAMED, "ok", text="b") == [("CLR-02", "warning", "c.toml:5")]


def test_a_paper_without_drafter_and_approver_is_named() -> None:
    warned = [("CLR-01", "warning", "briefing.toml")]
    assert found(Clearers(offices=("Legal",)), "ok") == warned
    assert found(Clearers(drafter="Ines Duarte"), "ok") == warned


def test_where_nobody_asks_for_clearance_a_draft_is_only_told() -> None:
    assert found(Clearers(), "ok") == [("CLR-01", "info", "briefing.toml")]


def test_nobody_need_clear_for_readers_whose_papers_are_not_asked_for() -> None:
    assert found(NAMED.model_copy(update={"asked": False})) == []


@pytest.mark.parametrize("name", ["Ines Duarte", "ines  duarte"])
def test_a_drafter_may_not_clear_his_own_draft_where_the_style_says_so(name: str) -> None:
    strict = NAMED.model_copy(update={"own_draft": False})
    assert found(strict, "ok", name) == [("CLR-03", "error", "c.toml:5")]
    assert found(strict, "info", name) == []
    assert found(NAMED, "ok", name) == []


@pytest.mark.parametrize(
    ("prepared", "late"), [("2027-03-11", False), ("2027-03-12", True), (None, False)]
)
def test_a_pack_is_prepared_by_its_deadline(prepared: str | None, late: bool) -> None:  # noqa: FBT001 - a case
    engagement = Engagement(title="Talks", date="2027-03-15/2027-03-16")  # a Monday
    briefing = Briefing(slug="talks", engagement=engagement, prepared=prepared)
    deadline = Deadline(authority="-", workdays=2, at="12:00")
    found = [one.rule for one in prepared_in_time(briefing, deadline, "briefing.toml")]
    assert found == (["CLR-04"] if late else [])
