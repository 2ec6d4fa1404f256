"""Papers that fit the page which their readers give them."""

from collections.abc import Callable

import pytest

from scenesetter.model.audience import Audience, Room
from scenesetter.model.conflict import Conflict, Side
from scenesetter.model.fact import Fact
from scenesetter.model.pack import Pack, Paper
from scenesetter.model.points import IssuePoints, Line
from scenesetter.model.style import Style

MakeFact = Callable[..., Fact]
MakePack = Callable[..., Pack]
LONG = (
    "The tariff on goods of group {} stands as it stood in the year before last, by all accounts."
)


@pytest.fixture
def page(book: Audience) -> Audience:
    """Readers who have one short page an issue."""
    sections = ("objectives", "background", "figures", "dates", "conflicts")
    room = Room(lines=12, letters=60)
    return book.model_copy(update={"sections": sections, "room": room, "limits": {}})


def printed(paper: Paper) -> dict[str, int]:
    return {one.name: sum(len(group.points) for group in one.groups) for one in paper.sections}


@pytest.fixture
def facts(fact: MakeFact) -> list[Fact]:
    return [
        *(fact(LONG.format(one)) for one in range(6)),
        fact("Trade was worth 40 million.", kind="figure"),
        fact("The tariff fell.", when="2024-03"),
    ]


def test_what_a_page_has_no_room_for_is_left_out_and_counted(
    facts: list[Fact], pack: MakePack, page: Audience
) -> None:
    whole = pack(*facts, audience=page.model_copy(update={"room": None})).papers[0]
    assert (printed(whole), whole.left) == ({"background": 6, "figures": 1, "dates": 1}, 0)
    short = pack(*facts, audience=page).papers[0]
    assert 0 < sum(printed(short).values()) < 8
    assert short.left == 8 - sum(printed(short).values())


def test_a_section_that_the_style_requires_keeps_a_fact(
    facts: list[Fact], pack: MakePack, page: Audience
) -> None:
    authority = {"authority": "Nobody"}
    names = ("figures", "dates")
    sections = [{"name": name, "required": name == "dates"} for name in names]
    style = Style.model_validate(
        {"name": "s", "title": "S", "summary": "S", "order": {**authority, "sections": sections}}
    )
    tight = page.model_copy(update={"room": Room(lines=10, letters=20)})
    assert printed(pack(*facts, audience=tight, style=style).papers[0]) == {"dates": 1}


def test_what_a_person_wrote_and_what_the_notes_disagree_on_stay_however_long(
    facts: list[Fact], fact: MakeFact, pack: MakePack, page: Audience
) -> None:
    one, other = fact("The quota is 30 tons."), fact("The quota is 45 tons.", note="b.txt")
    sides = tuple(
        Side(words=words, facts=(side.id,))
        for words, side in (("30 tons", one), ("45 tons", other))
    )
    conflict = Conflict(id="c1", difference="figure", sides=sides)
    lines = tuple(
        Line(purpose="objectives", text=LONG.format(n), cites=(facts[0].id,), number=n)
        for n in range(1, 9)
    )
    written = (IssuePoints(issue="trade", path="points/trade.md", lines=lines),)
    made = pack(*facts, one, other, audience=page, conflicts=(conflict,), points=written)
    assert printed(made.papers[0]) == {"objectives": 8, "conflicts": 2}


def test_readers_outside_are_not_told_how_much_there_is(
    facts: list[Fact], pack: MakePack, page: Audience
) -> None:
    made = pack(*facts, audience=page.model_copy(update={"releasable": True}))
    assert made.papers[0].left == 0
