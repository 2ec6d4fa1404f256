"""What the notes disagree on stands in its paper, each side with its source."""

from collections.abc import Callable

from scenesetter.model.audience import Audience
from scenesetter.model.conflict import Conflict, Difference, Side
from scenesetter.model.fact import Fact
from scenesetter.model.pack import Pack, Section

MakeFact = Callable[..., Fact]
MakePack = Callable[..., Pack]


def conflict(one: Fact, other: Fact, difference: Difference, *words: str) -> Conflict:
    first, second = words or ("", "")
    sides = (Side(facts=(one.id,), words=first), Side(facts=(other.id,), words=second))
    return Conflict(id=f"{one.id}{other.id}", difference=difference, sides=sides)


def disagreements(pack: Pack) -> list[Section]:
    return [one for one in pack.papers[0].sections if one.name == "conflicts"]


def test_both_sides_stand_under_what_differs_with_their_sources(
    fact: MakeFact, pack: MakePack
) -> None:
    one = fact("The tariff brought 12 million euros.", note="a.txt")
    other = fact("The tariff brought 20 million euros.", note="b.txt")
    made = pack(
        one,
        other,
        conflicts=(conflict(one, other, "figure", "12 million euros", "20 million euros"),),
    )
    (section,) = disagreements(made)
    (group,) = section.groups
    assert section.title == "Where the notes disagree"
    assert group.label == "Figure: “12 million euros” or “20 million euros”"
    assert [point.text for point in group.points] == [one.text, other.text]
    assert len({point.sources for point in group.points}) == 2
    assert [point.remarks for point in group.points] == [("told by a.txt",), ("told by b.txt",)]


def test_elsewhere_only_the_better_of_two_that_disagree_is_printed(
    fact: MakeFact, pack: MakePack
) -> None:
    one = fact("The tariff brought 12 million euros.", note="a.txt")
    other = fact("The tariff brought 20 million euros.", note="b.txt")
    made = pack(one, other, conflicts=(conflict(one, other, "figure"),))
    (stand,) = [one for one in made.papers[0].sections if one.name == "background"]
    assert [point.text for group in stand.groups for point in group.points] == [one.text]


def test_a_contradicted_fact_says_so_wherever_it_stands(fact: MakeFact, pack: MakePack) -> None:
    told = fact("The tariff has been lifted at last.", contradicts=("abc",))
    remarks = {
        remark
        for section in pack(told).papers[0].sections
        for group in section.groups
        for point in group.points
        for remark in point.remarks
        if point.text == told.text
    }
    assert remarks == {"the notes disagree"}


def test_notes_that_agree_have_no_such_section(fact: MakeFact, pack: MakePack) -> None:
    assert disagreements(pack(fact("The tariff stands."))) == []


def test_a_disagreement_is_printed_whole_or_counted(fact: MakeFact, pack: MakePack) -> None:
    short = Audience(
        name="short",
        title="Short",
        summary="-",
        parts=("papers",),
        sections=("said", "conflicts"),
        limits={"conflicts": 1},
        longest=3,
    )
    facts = [fact(f"The tariff was {state} by the old parliament.", note=f"{state}.txt")
             for state in ("raised", "lowered", "kept", "lifted")]  # fmt: skip
    found = (
        conflict(facts[0], facts[1], "opposite"),
        conflict(facts[2], facts[3], "opposite"),
    )
    (section,) = disagreements(pack(*facts, audience=short, conflicts=found))
    assert [len(group.points) for group in section.groups] == [2]
    assert section.gap == "The notes disagree on 1 more point here."
