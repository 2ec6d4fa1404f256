"""The shipped audiences: what each is given of the same facts and lines."""

from collections.abc import Callable

import pytest

from scenesetter.library import Library, shipped
from scenesetter.model.audience import Audience
from scenesetter.model.engagement import Briefing, Engagement
from scenesetter.model.fact import Fact, Holder
from scenesetter.model.pack import Pack, Paper
from scenesetter.model.points import IssuePoints, Line, Purpose

MakeFact = Callable[..., Fact]
MakePack = Callable[..., Pack]
QUISPE = Holder(name="Rosa Quispe", party="Peru")
NIEMI = Holder(name="Aino Niemi", party="Finland")
PURPOSES: tuple[Purpose, ...] = ("objectives", "points-to-make", "if-raised", "press-line")


@pytest.fixture
def readers() -> Callable[[str], Audience]:
    return Library((shipped(),)).audience


@pytest.fixture
def request_(fact: MakeFact) -> Fact:
    text = "Quispe wants Finland to lift its tariff on fish by May."
    return fact(text, kind="request", holder=QUISPE, cue="wants")


@pytest.fixture
def offer(fact: MakeFact) -> Fact:
    text = "Niemi said that Finland would halve its tariff on fish."
    return fact(text, kind="position", holder=NIEMI, cue="said", note="b.txt")


def written(fact: Fact, *purposes: Purpose) -> tuple[IssuePoints, ...]:
    lines = (Line(purpose=one, text=f"Our {one}.", cites=(fact.id,), number=1) for one in purposes)
    return (IssuePoints(issue="trade", path="points/trade.md", lines=tuple(lines)),)


def trade(pack: Pack) -> Paper:
    return next(paper for paper in pack.papers if paper.issue == "trade")


def texts(paper: Paper) -> list[str]:
    return [point.text for one in paper.sections for group in one.groups for point in group.points]


def test_cards_hold_a_persons_lines_and_nothing_else(
    request_: Fact, offer: Fact, pack: MakePack, readers: Callable[[str], Audience]
) -> None:
    lines = written(offer, *PURPOSES)
    made = pack(request_, offer, audience=readers("cards"), points=lines)
    assert texts(trade(made)) == ["Our objectives.", "Our points-to-make.", "Our if-raised."]
    assert [one.note for one in made.sources] == ["b.txt"]


def test_a_card_without_points_says_so(
    request_: Fact, pack: MakePack, readers: Callable[[str], Audience]
) -> None:
    (section,) = trade(pack(request_, audience=readers("cards"))).sections
    assert (section.groups, section.gap) == ((), "Nobody has written points on this issue.")


def test_the_press_reads_press_lines_and_words_but_no_objective_and_no_defence(
    offer: Fact, pack: MakePack, readers: Callable[[str], Audience]
) -> None:
    lines = written(offer, *PURPOSES, "defensive")
    made = pack(offer, audience=readers("press"), points=lines)
    assert texts(trade(made)) == ["Our press-line.", offer.text]


def test_a_public_request_is_a_question_and_the_press_line_its_answer(
    request_: Fact, offer: Fact, pack: MakePack, readers: Callable[[str], Audience]
) -> None:
    lines = written(offer, "press-line")
    made = pack(request_, offer, audience=readers("press"), points=lines)
    (question,) = made.questions
    assert [point.text for point in question.asked] == [request_.text]
    assert [point.text for point in question.answers] == ["Our press-line."]
    assert [point.text for point in question.basis] == [offer.text]
    assert {one.note for one in made.sources} == {"a.txt", "b.txt"}


def test_a_question_that_nobody_has_answered_says_so(
    request_: Fact, pack: MakePack, readers: Callable[[str], Audience]
) -> None:
    (question,) = pack(request_, audience=readers("press")).questions
    assert question.gap == "Nobody has written a press line on this issue."


def test_our_own_wishes_are_no_question(
    fact: MakeFact, pack: MakePack, readers: Callable[[str], Audience]
) -> None:
    ours = fact("Niemi wants Peru to buy ships.", kind="request", holder=NIEMI, cue="wants")
    assert pack(ours, audience=readers("press")).questions == ()


def test_an_issue_of_which_nothing_is_released_says_no_more_than_that(
    pack: MakePack, readers: Callable[[str], Audience]
) -> None:
    engagement = Engagement(title="Talks in Turku")
    briefing = Briefing(slug="turku", engagement=engagement, issues=("trade",))
    made = trade(pack(audience=readers("press"), briefing=briefing))
    gaps = [one.gap for one in made.sections]
    assert gaps == [
        "Nobody has written a press line on this issue.",
        "Nothing on this issue has been released.",
    ]


def test_the_press_is_told_what_others_ask_and_not_what_the_notes_lack(
    request_: Fact, pack: MakePack, readers: Callable[[str], Audience]
) -> None:
    paper = trade(pack(request_, audience=readers("press")))
    titles = {one.title: one.gap for one in paper.sections}
    assert titles["What the other side asks and undertakes"] is None
    assert not any("notes" in (gap or "") for gap in titles.values())


def test_the_desk_reads_every_passage_with_its_grade(
    request_: Fact, offer: Fact, pack: MakePack, readers: Callable[[str], Audience]
) -> None:
    made = pack(request_, offer, audience=readers("desk"))
    found = {entry.fact: entry for entry in made.passages}
    assert set(found) == {request_.id, offer.id}
    assert (found[offer.id].grade, found[offer.id].place) == ("F6", "paragraph 2")
    points = [p for one in trade(made).sections for group in one.groups for p in group.points]
    assert {point.grade for point in points if point.facts} == {"F6"}
    assert {point.grade for point in points if not point.facts} == {None}
