"""What a house style makes of a pack."""

from collections.abc import Callable
from typing import Any

import pytest

from scenesetter.compose.styling import fields_of, scenario_of, styled
from scenesetter.model.audience import Audience
from scenesetter.model.engagement import AgendaItem, Engagement, Meeting
from scenesetter.model.fact import Fact, Holder
from scenesetter.model.pack import Pack, Particular
from scenesetter.model.style import Style
from scenesetter.model.topic import Topic

MakeFact = Callable[..., Fact]
MakePack = Callable[..., Pack]
WANT = {"kind": "request", "holder": Holder(name="Peru", party="Peru"), "cue": "asked"}
RULE = {"authority": "Nobody"}


def style(**rules: Any) -> Style:  # noqa: ANN401 - the rules of a style are of many kinds
    return Style.model_validate({"name": "house", "title": "House", "summary": "Ours.", **rules})


def ordered(*names: str, **more: object) -> Style:
    sections = [{"name": name, "title": name.upper(), "required": True} for name in names]
    return style(order={**RULE, "sections": sections, **more})


def titles(pack: Pack) -> list[str]:
    return [one.title for one in pack.papers[0].sections]


def test_the_sections_that_a_style_names_come_first_under_its_titles(
    fact: MakeFact, pack: MakePack
) -> None:
    facts = (fact("Peru asked for a tariff.", **WANT), fact("The tariff stands."))
    made = pack(*facts, style=ordered("background", "they-want"))
    assert titles(made)[:3] == ["BACKGROUND", "THEY-WANT", "What we want"]
    assert made.style == "house"


def test_what_a_style_requires_and_nobody_wrote_is_said_to_be_missing(
    fact: MakeFact, pack: MakePack, book: Audience
) -> None:
    audience = book.model_copy(update={"sections": ("objectives", "background")})
    made = pack(fact("The tariff stands."), audience=audience, style=ordered("objectives"))
    (missing,) = (one for one in made.papers[0].sections if one.name == "objectives")
    assert missing.title == "OBJECTIVES"
    assert missing.gap == "Nobody has written for this issue: objectives."


def test_a_style_gives_a_section_to_those_readers_alone_whom_it_names(book: Audience) -> None:
    press = book.model_copy(update={"name": "press", "sections": ("press-line",)})
    whole = ordered("objectives", "defensive", "press-line", whole_for=["book"])
    assert styled(press, whole).sections == ("press-line",)
    assert "objectives" in styled(book, whole).sections


def test_no_style_adds_what_is_for_defence_only(book: Audience) -> None:
    whole = ordered("defensive", "if-raised", whole_for=["book"])
    assert styled(book, whole).sections == book.sections


def test_the_background_names_the_last_meeting(fact: MakeFact, pack: MakePack) -> None:
    (background,) = (
        one
        for one in pack(fact("The tariff stands.")).papers[0].sections
        if one.name == "background"
    )
    assert background.lead == "Last meeting: Talks in Lima, 3 March 2022."


def test_a_last_meeting_without_a_date_is_named_nowhere(fact: MakeFact, pack: MakePack) -> None:
    undated = Engagement(title="Talks in Turku", meetings=(Meeting(title="Talks in Lima"),))
    made = pack(fact("The tariff stands."), engagement=undated)
    assert [one.lead for one in made.papers[0].sections if one.lead] == []


@pytest.mark.parametrize(
    ("fields", "issue", "text"),
    [
        ({"number": "QP-1"}, None, "QP-1"),
        ({}, None, "Not stated"),
        ({"number": "QP-1", "number/trade": "QP-2"}, "trade", "QP-2"),
    ],
)
def test_a_field_is_the_persons_or_said_to_be_missing(
    book: Audience, fields: dict[str, str], issue: str | None, text: str
) -> None:
    wanted = {**RULE, "name": "number", "title": "Number", "required": True}
    asking = style(fields=[wanted | {"each_paper": issue is not None, "audiences": ["book"]}])
    press = book.model_copy(update={"name": "press"})
    assert fields_of(asking, fields, press, issue) == ()
    assert fields_of(asking, fields, book, issue) == (
        Particular(label="Number", text=text, name="number"),
    )


def test_the_scenario_is_the_agenda_in_words(book: Audience) -> None:
    trade = Topic(name="trade", title="Trade", summary="Goods.", terms=())
    agenda = (
        AgendaItem(title="Welcome", press="open", minutes=1),
        AgendaItem(title="Tariffs", issues=("trade",), press="closed", lead="The minister"),
        AgendaItem(title="Visas", issues=("migration",)),
    )
    readers = book.model_copy(update={"parts": ("scenario",), "issues": ("trade",)})
    first, second = scenario_of(Engagement(title="Talks", agenda=agenda), readers, [trade])
    assert (first.press, first.time) == ("OPEN PRESS", "1 minute")
    assert (second.press, second.lead, second.papers) == (
        "CLOSED PRESS",
        "The minister",
        ("Trade",),
    )
