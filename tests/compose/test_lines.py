"""A person's lines in the papers."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenesetter.model.audience import Audience
from scenesetter.model.citations import SHORTEST
from scenesetter.model.engagement import Engagement
from scenesetter.model.fact import Fact, Holder
from scenesetter.model.pack import Pack, Paper, Point, Section
from scenesetter.model.points import IssuePoints, Likelihood, Line, Purpose

MakeFact = Callable[..., Fact]
MakePack = Callable[..., Pack]
READERS = Audience(
    name="book",
    title="Book",
    summary="All.",
    parts=("papers", "sources"),
    sections=(
        *("objectives", "points-to-make", "they-want", "said", "if-raised", "defensive"),
        *("press-line", "background-by-hand", "background", "unknown"),
    ),
    answers=True,
)


def points(*lines: Line, issue: str = "trade") -> tuple[IssuePoints, ...]:
    return (IssuePoints(issue=issue, path=f"points/{issue}.md", lines=lines),)


def line(purpose: Purpose, text: str, *facts: Fact, likelihood: Likelihood | None = None) -> Line:
    """A line that cites the first letters of the facts' ids."""
    cites = tuple(fact.id[:SHORTEST] for fact in facts)
    answers = cites[:1] if purpose == "response" else ()
    return Line(
        purpose=purpose, text=text, cites=cites, number=1, answers=answers, likelihood=likelihood
    )


def paper(pack: Pack) -> Paper:
    return next(one for one in pack.papers if one.issue == "trade")


def section(pack: Pack, name: str) -> Section | None:
    return next((one for one in paper(pack).sections if one.name == name), None)


def printed(pack: Pack, name: str) -> list[Point]:
    found = section(pack, name)
    return [point for group in found.groups for point in group.points] if found else []


@pytest.fixture
def request_(fact: MakeFact) -> Fact:
    holder = Holder(name="Rosa Quispe", party="Peru")
    text = "Quispe wants Finland to lift its tariff on fish by May."
    return fact(text, kind="request", holder=holder, cue="wants")


def test_lines_stand_in_their_sections_with_the_endnotes_of_their_facts(
    fact: MakeFact, pack: MakePack
) -> None:
    ships, fees = fact("Peru has 12 ships.", note="a.txt"), fact("The fee is 30.", note="b.txt")
    written = points(line("points-to-make", "We know the fee.", fees, ships))
    made = pack(ships, fees, audience=READERS, points=written)
    (point,) = printed(made, "points-to-make")
    assert (point.text, point.facts) == ("We know the fee.", (fees.id, ships.id))
    assert [made.sources[number - 1].note for number in point.sources] == ["b.txt", "a.txt"]


def test_sections_stand_in_the_audiences_order_and_empty_ones_are_said_once_at_the_end(
    fact: MakeFact, pack: MakePack
) -> None:
    ships = fact("Peru has 12 ships.")
    written = points(line("press-line", "Good talks.", ships), line("objectives", "A date.", ships))
    made = pack(ships, audience=READERS, points=written)
    names = [one.name for one in paper(made).sections]
    assert names[0] == "objectives"
    assert names.index("press-line") < names.index("background")
    assert printed(made, "unknown")[-1].text == "Nobody has written for this issue: points to make."


def test_issues_on_which_nobody_wrote_are_named_once(fact: MakeFact, pack: MakePack) -> None:
    ships = fact("The tariff covers 12 ships.")
    gap = "No line of ours was written on: Trade."
    assert gap in pack(ships, audience=READERS).gaps
    written = points(line("objectives", "A date.", ships))
    assert gap not in pack(ships, audience=READERS, points=written).gaps
    assert gap not in pack(ships, audience=READERS, engagement=Engagement(title="Talks")).gaps


def test_what_is_spoken_is_set_apart_from_what_is_read(fact: MakeFact, pack: MakePack) -> None:
    ships = fact("Peru has 12 ships.")
    written = points(
        line("objectives", "A date.", ships),
        line("defensive", "No comment.", ships),
        line("background-by-hand", "The last talks were in Lima.", ships),
    )
    made = pack(ships, audience=READERS, points=written)
    forms = {one.name: one.form for one in paper(made).sections}
    assert forms["defensive"] == "spoken"
    assert forms["objectives"] == forms["background-by-hand"] == "points"


def test_what_may_be_raised_stands_by_how_likely_that_is(fact: MakeFact, pack: MakePack) -> None:
    ships = fact("Peru has 12 ships.")
    written = points(
        line("if-raised", "Perhaps.", ships, likelihood="possible"),
        line("if-raised", "Surely.", ships, likelihood="certain"),
    )
    found = section(pack(ships, audience=READERS, points=written), "if-raised")
    assert found
    assert [group.label for group in found.groups] == ["Certain to be raised", "May be raised"]


def test_a_response_stands_below_its_request(
    request_: Fact, fact: MakeFact, pack: MakePack
) -> None:
    fees = fact("The fee is 30.", note="b.txt")
    written = points(line("response", "In July.", request_, fees))
    made = pack(request_, fees, audience=READERS, points=written)
    (asked,) = printed(made, "they-want")
    (response,) = asked.responses
    assert (response.text, asked.awaits_response) == ("In July.", False)
    assert [made.sources[number - 1].note for number in response.sources] == ["b.txt"]


def test_a_request_without_response_waits_for_one(request_: Fact, pack: MakePack) -> None:
    (asked,) = printed(pack(request_, audience=READERS), "they-want")
    assert asked.awaits_response


def test_nobody_answers_without_a_side_of_ours_or_for_readers_who_do_not(
    request_: Fact, pack: MakePack
) -> None:
    without = READERS.model_copy(update={"answers": False})
    (asked,) = printed(pack(request_, audience=without), "they-want")
    assert not asked.awaits_response
    nobody = Engagement(title="Talks in Turku")
    made = pack(request_, audience=READERS, engagement=nobody)
    every = [p for one in paper(made).sections for group in one.groups for p in group.points]
    assert not any(point.awaits_response for point in every)
    assert not any("Nobody has written" in point.text for point in every)


def test_an_answered_request_is_printed_before_others(fact: MakeFact, pack: MakePack) -> None:
    holder = Holder(name="Rosa Quispe", party="Peru")
    asked = [
        fact(f"Quispe wants Finland to lift tariff {n}.", kind="request", cue="wants").model_copy(
            update={"holder": holder}
        )
        for n in range(6)
    ]
    readers = READERS.model_copy(update={"limits": {"they-want": 1}})
    (first,) = printed(pack(*asked, audience=readers), "they-want")
    chosen = next(one for one in asked if one.id not in first.facts)
    written = points(line("response", "Yes.", chosen))
    (second,) = printed(pack(*asked, audience=readers, points=written), "they-want")
    assert second.facts == (chosen.id,)


def test_a_line_that_cites_a_fact_which_is_not_there_is_as_never_written(
    fact: MakeFact, pack: MakePack
) -> None:
    ships, secret = fact("Peru has 12 ships."), fact("Peru has a secret.")
    written = points(
        line("objectives", "A date.", ships), line("objectives", "The secret.", ships, secret)
    )
    with_it = pack(ships, audience=READERS, points=written)
    assert [point.text for point in printed(with_it, "objectives")] == ["A date."]
    assert with_it == pack(
        ships, audience=READERS, points=points(line("objectives", "A date.", ships))
    )


def test_what_stands_in_for_points_to_make_goes_when_they_come(
    fact: MakeFact, pack: MakePack
) -> None:
    ships = fact("The tariff covers 12 ships.")
    readers = READERS.model_copy(update={"stand_ins": ("background",)})
    assert printed(pack(ships, audience=readers), "background")
    written = points(line("points-to-make", "We know the ships.", ships))
    made = pack(ships, audience=readers, points=written)
    assert not printed(made, "background")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    citing=st.lists(
        st.tuples(
            st.sampled_from(["objectives", "response", "press-line", "background-by-hand"]),
            st.sets(st.integers(0, 5), min_size=1, max_size=3),
        ),
        max_size=8,
    ),
    seen=st.sets(st.integers(0, 5), min_size=1),
)
def test_a_pack_is_the_same_with_and_without_lines_on_what_its_readers_may_not_see(
    fact: MakeFact, pack: MakePack, citing: list[tuple[Purpose, set[int]]], seen: set[int]
) -> None:
    holder = Holder(name="Rosa Quispe", party="Peru")
    facts = [
        fact(f"Quispe wants tariff {n} lifted.", kind="request", holder=holder) for n in range(6)
    ]
    every = [
        line(purpose, f"Line {n}.", *(facts[cited] for cited in sorted(cites)))
        for n, (purpose, cites) in enumerate(citing)
    ]
    theirs = [one for one, (_, cites) in zip(every, citing, strict=True) if cites <= seen]
    visible = [facts[n] for n in sorted(seen)]
    assert pack(*visible, audience=READERS, points=points(*every)) == pack(
        *visible, audience=READERS, points=points(*theirs)
    )


def test_no_limit_keeps_an_answered_request_out(fact: MakeFact, pack: MakePack) -> None:
    holder = Holder(name="Rosa Quispe", party="Peru")
    asked = [
        fact(f"Peru wants tariff {one} lifted.", kind="request", holder=holder, cue="wants")
        for one in range(5)
    ]
    answers = (line("response", f"Yes to {one}.", asked[one]) for one in (1, 3, 4))
    tight = READERS.model_copy(update={"limits": {"they-want": 1, "paper": 1}, "longest": 2})
    made = pack(*asked, audience=tight, points=points(*answers))
    texts = [point.text for point in printed(made, "they-want")]
    assert sorted(texts) == [f"Peru wants tariff {one} lifted." for one in (1, 3, 4)]
    assert paper(made).left == 2
