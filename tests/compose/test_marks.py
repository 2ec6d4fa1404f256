"""Each portion has its mark, and the banner is the highest of those in this pack."""

from collections.abc import Callable
from typing import Any

import pytest

from scenesetter.compose.marks import Marks, marks_of, with_marks
from scenesetter.compose.pack import Material, compose
from scenesetter.library import Library, shipped
from scenesetter.model.audience import Audience
from scenesetter.model.engagement import Briefing, Engagement, Override, Party, Person
from scenesetter.model.fact import Fact
from scenesetter.model.note import Block, Note, Source
from scenesetter.model.pack import (
    Biography,
    Group,
    Pack,
    Paper,
    PassageEntry,
    Point,
    Question,
    Section,
    SourceEntry,
)
from scenesetter.model.points import IssuePoints, Line
from scenesetter.model.topic import Term, Topic

US = Library((shipped(),)).scheme("us")
TRADE = Topic(name="trade", title="Trade", summary="T", terms=(Term(words="tariff*", weight=3),))
HOLDER = {"name": "Rosa Quispe", "party": "Peru"}
BOOK = Audience(
    name="book",
    title="Book",
    summary="All.",
    parts=("overview", "papers", "biographies", "chronology", "gaps", "sources"),
    sections=("points-to-make", "bottom-line", "they-want", "said", "background", "unknown"),
    answers=True,
)
HAND = BOOK.model_copy(update={"name": "hand", "parts": ("papers",)})
ENDNOTE = SourceEntry(
    number=1, note="ask.txt", citation="Cable", url=None, marking=None, paragraphs="", missing=()
)
PASSAGE = PassageEntry.model_validate(
    dict.fromkeys(("paper", "fact", "text", "grade", "place", "exact", "before", "after"), "")
    | {"holder": None, "note": "ask.txt", "source": None}
)
PERSON = Biography(name="Rosa Quispe", role=None, party=None, text=None, points=(), gap=None)
MakeFact = Callable[..., Fact]


@pytest.fixture
def made(fact: MakeFact) -> Callable[..., Pack]:
    """A pack of a request, an event and what a person wrote; `marks` by note, `given` is the
    briefing's."""

    def make(
        marks: dict[str, str | None], *, wrote: dict[str, Any] | None = None, **given: object
    ) -> Pack:
        facts = [
            fact("Peru asks Finland to lift a tariff.", "ask.txt", kind="request", holder=HOLDER),
            fact("A tariff fell in May.", "event.txt", when="2024-05"),
        ]
        facts = [
            one.model_copy(update={"marking": marks.get(one.passages[0].note)}) for one in facts
        ]
        block = Block(kind="body", start=0, end=9000)
        notes = [
            Note(name=name, text="x" * 9000, blocks=(block,), source=Source(marking=mark))
            for name, mark in marks.items()
        ]
        parties = (Party(name="Finland", side="home"), Party(name="Peru", side="counterpart"))
        people = (Person(name="Rosa Quispe", biography="A minister."),)
        invited = people if given.pop("invited", True) else ()
        audience = given.pop("audience", BOOK)
        engagement = Engagement(
            title="Talks in Turku", date="2024-05-06", parties=parties, people=invited
        )
        base: dict[str, object] = {"slug": "turku", "engagement": engagement, "scheme": "us"}
        briefing = Briefing.model_validate(base | given)
        lines = [
            {"purpose": "response", "text": "We may.", "answers": (facts[0].id,)},
            {"purpose": "points-to-make", "text": "We are friends.", "answers": ()},
        ]
        points = IssuePoints(
            issue="trade",
            path="trade.md",
            lines=tuple(
                Line(cites=(facts[0].id,), number=1, **line, **(wrote or {})) for line in lines
            ),
        )
        material = Material(briefing, notes, facts, (), people, (TRADE,), US, (points,))
        return compose(material, Audience.model_validate(audience))

    return make


def marks_in(pack: Pack) -> dict[str, str | None]:
    """Mark by the text of the point."""
    points = [
        point
        for paper in pack.papers
        for section in paper.sections
        for group in section.groups
        for point in group.points
    ]
    return {one.text: one.mark for point in points for one in (point, *point.responses)}


def test_each_portion_has_the_mark_of_what_it_rests_on(made: Callable[..., Pack]) -> None:
    pack = made({"ask.txt": "SECRET//NOFORN", "event.txt": None}, wrote={"marking": "TOP SECRET"})
    marks = marks_in(pack)
    assert marks["Peru asks Finland to lift a tariff."] == "(S//NF)"
    assert marks["A tariff fell in May."] == "(U)"
    assert marks["We may."] == marks["We are friends."] == "(TS//NF)"
    assert [entry.mark for entry in pack.sources] == ["(S//NF)", "(U)"]
    assert [group.mark for group in pack.chronology] == ["(U)"]
    assert (pack.mark, pack.papers[0].mark, pack.biographies[0].mark) == ("(U)", "(U)", "(U)")
    assert pack.banner == "TOP SECRET//NOFORN"


@pytest.mark.holds("MRK-05")
def test_a_response_does_not_raise_its_request_but_does_raise_the_banner(
    made: Callable[..., Pack],
) -> None:
    pack = made({"ask.txt": None, "event.txt": None}, wrote={"marking": "SECRET"})
    assert marks_in(pack)["Peru asks Finland to lift a tariff."] == "(U)"
    assert pack.banner == "SECRET"


def test_the_tools_own_sentences_are_marked_as_the_highest_beside_them_and_raise_nothing(
    made: Callable[..., Pack],
) -> None:
    pack = made({"ask.txt": "CONFIDENTIAL", "event.txt": None})
    unknown = pack.papers[0].sections[-1]
    assert {point.mark for group in unknown.groups for point in group.points} == {"(C)"}
    assert pack.own == "(C)"
    assert pack.banner == "CONFIDENTIAL"


def test_whom_the_notes_alone_tell_of_has_their_mark(made: Callable[..., Pack]) -> None:
    marks = {"ask.txt": "SECRET", "event.txt": None}
    assert made(marks).biographies[0].mark == "(U)"
    assert made(marks, invited=False).biographies[0].mark == "(S)"
    assert made(marks, invited=False).banner == "SECRET"


def test_what_has_no_mark_of_its_own_has_the_briefings(made: Callable[..., Pack]) -> None:
    pack = made({"ask.txt": None, "event.txt": "UNCLASSIFIED"}, marking="CUI")
    assert marks_in(pack)["Peru asks Finland to lift a tariff."] == "(CUI)"
    assert marks_in(pack)["A tariff fell in May."] == "(U)"
    assert pack.mark == "(CUI)"


def test_an_override_goes_up_and_prints_its_reason(made: Callable[..., Pack]) -> None:
    override = Override(marking="SECRET", reason="Together they show the plan.")
    pack = made({"ask.txt": None, "event.txt": None}, override=override)
    assert pack.banner == "SECRET"
    assert "Together they show the plan." in pack.block[-1].text
    assert marks_in(pack)["We may."] == "(U)"


@pytest.mark.parametrize("marking", ["CUI", "SECRET", "SECRT"])
def test_an_override_that_lowers_or_is_unknown_is_not_applied(
    made: Callable[..., Pack], marking: str
) -> None:
    override = Override(marking=marking, reason="We would like to.")
    pack = made({"ask.txt": "SECRET//NOFORN", "event.txt": None}, override=override)
    assert pack.banner == "SECRET//NOFORN"
    assert "We would like to." not in str(pack.block)


def test_the_authority_block_has_the_lines_of_this_packs_levels(
    made: Callable[..., Pack],
) -> None:
    authority = {
        "classified_by": "Desk officer",
        "reason": "1.4(b)",
        "derived_from": "Multiple Sources",
        "declassify_on": "20490506",
        "controlled_by": "Ministry",
    }
    secret = made({"ask.txt": "SECRET", "event.txt": None}, authority=authority)
    assert [line.label for line in secret.block] == [
        *("Classified By", "Derived From", "Declassify On"),
    ]
    both = made({"ask.txt": "SECRET", "event.txt": "CUI"}, authority=authority)
    assert both.block[-1].label == "Controlled by"
    assert both.banner == "SECRET//CUI"
    assert made({"ask.txt": None, "event.txt": None}, authority=authority).block == ()


def test_a_pack_derived_from_multiple_sources_lists_them_whoever_reads_it(
    made: Callable[..., Pack],
) -> None:
    marks = {"ask.txt": "SECRET", "event.txt": None}
    several = made(marks, authority={"derived_from": "Multiple Sources"}, audience=HAND)
    assert several.parts == ("papers", "sources")
    assert made(marks, authority={"derived_from": "Guide 7"}, audience=HAND).parts == ("papers",)


def test_the_pack_says_who_supplied_its_marks(made: Callable[..., Pack]) -> None:
    marks = {"ask.txt": "SECRET", "event.txt": None}
    assert "supplied by Ana Lima." in made(marks, drafter="Ana Lima").marking_statement
    assert "no drafter is named" in made(marks).marking_statement
    assert "Nobody has marked" in made({"ask.txt": None, "event.txt": None}).marking_statement


def test_marks_rise_from_notes_to_facts_and_from_facts_to_whom_and_what_they_tell_of(
    fact: MakeFact,
) -> None:
    """Words around a fact are the note's, and may stand beside any other fact of it."""
    told = [
        fact("Peru asks Finland to lift a tariff.", "ask.txt", holder=HOLDER, marking="TOP SECRET"),
        fact("Peru will lift its own.", "ask.txt", holder=HOLDER),
    ]
    note = Note(name="ask.txt", text="", blocks=(), source=Source(marking="SECRET"))
    briefing = Briefing(slug="turku", engagement=Engagement(title="Talks"))
    marks = marks_of(briefing, US, told, [note])
    assert marks.facts == {told[0].id: "TOP SECRET", told[1].id: "SECRET"}
    assert marks.notes == {"ask.txt": "SECRET"}
    assert marks.contexts == {"ask.txt": "TOP SECRET"}
    assert marks.people == {"Rosa Quispe": "TOP SECRET"}


@pytest.fixture
def marked(made: Callable[..., Pack]) -> Callable[..., Pack]:
    """A pack that prints nothing but what is given, where the fact "s" and its note are secret and
    the fact "u" is not."""

    def mark(**printed: object) -> Pack:
        empty = ("parts", "overview", "papers", "chronology", "biographies", "sources")
        pack = made({"ask.txt": None, "event.txt": None}).model_copy(
            update={**dict.fromkeys(empty, ()), **printed}
        )
        notes = {"ask.txt": "SECRET"}
        marks = Marks(
            US, None, {"s": "SECRET", "u": None}, notes, notes, {HOLDER["name"]: "SECRET"}
        )
        return with_marks(pack, marks, Briefing(slug="a", engagement=Engagement(title="Talks")))

    return mark


def point(fact: str, *responses: Point) -> Point:
    given: dict[str, Any] = {"holder": None, "role": None, "when": None, "sources": ()}
    return Point(text="Steel.", facts=(fact,), responses=responses, **given)


def paper(section: str, *points: Point) -> Paper:
    group = Group(label="Steel", points=points)
    told = Section(name=section, title="S", form="points", groups=(group,), gap=None)
    return Paper(issue="trade", title="Trade", anchor="a", template="t", sections=(told,))


@pytest.mark.parametrize(
    "printed",
    [
        {"sources": (ENDNOTE,)},
        {"passages": (PASSAGE,)},
        {"parts": ("biographies",), "biographies": (PERSON,)},
    ],
)
def test_whatever_is_printed_of_a_secret_note_raises_the_banner(
    marked: Callable[..., Pack], printed: dict[str, object]
) -> None:
    assert marked(**printed).banner == "SECRET"
    assert marked().banner == "UNCLASSIFIED"


@pytest.mark.parametrize(("section", "mark"), [("conflicts", "(S)"), ("said", "(U)")])
def test_each_point_tells_what_its_label_says_but_a_disagreement_is_told_by_all(
    marked: Callable[..., Pack], section: str, mark: str
) -> None:
    (told,) = marked(papers=(paper(section, point("s"), point("u")),)).papers
    assert told.sections[0].groups[0].mark == mark


def test_what_a_paper_says_of_itself_has_the_mark_of_its_responses_too(
    marked: Callable[..., Pack],
) -> None:
    (told,) = marked(papers=(paper("they-want", point("u", point("s"))),)).papers
    assert told.sections[0].mark == "(S)"
    assert told.sections[0].groups[0].points[0].mark == "(U)"


def test_the_gap_of_a_question_has_the_mark_of_what_is_asked(marked: Callable[..., Pack]) -> None:
    asked = Question(paper="Trade", asked=(point("s"),), answers=(), basis=(), gap="No line.")
    assert marked(questions=(asked,)).questions[0].mark == "(S)"
