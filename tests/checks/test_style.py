"""Rules of a house style on a composed pack."""

from typing import Any

import pytest

from scenesetter.checks.style import StyledPack, check_style
from scenesetter.model.audience import Audience
from scenesetter.model.engagement import Briefing, Engagement, Party, Person
from scenesetter.model.pack import Group, Pack, Paper, Particular, Point, Section
from scenesetter.model.style import Style

RULE = {"authority": "Nobody"}
BOOK = Audience(
    name="book", title="Book", summary="All.", parts=(), sections=("objectives", "background")
)
AMLO = Person(name="Andrés Manuel López Obrador", short="López Obrador", aliases=("AMLO",))
TALKS = Engagement(title="Talks", people=(AMLO,), parties=(Party(name="US"),))


def point(text: str, **more: object) -> Point:
    given = {"holder": None, "role": None, "when": None, "sources": (1,), "facts": ("a",)}
    return Point.model_validate({"text": text, **given, **more})


def section(name: str, *points: Point | str, lead: str | None = None) -> Section:
    made = tuple(one if isinstance(one, Point) else point(one) for one in points)
    groups = (Group(label=None, points=made),) if made else ()
    return Section(name=name, title=name.title(), form="points", groups=groups, gap=None, lead=lead)


def pack_of(*sections: Section, **more: object) -> Pack:
    paper = Paper(issue="trade", title="Trade", anchor="trade", template="t", sections=sections)
    given: dict[str, Any] = {"audience": "book", "draft": True, "particulars": (), "overview": ()}
    return Pack.model_construct(None, **{**given, "papers": (paper,), **more})


def found(pack: Pack, **rules: object) -> list[tuple[str, str]]:
    """Severity and rule of what a style with these rules finds."""
    style = Style.model_validate({"name": "house", "title": "H", "summary": "S", **rules})
    briefing = Briefing(slug="talks", engagement=TALKS)
    findings = check_style(StyledPack(pack, style, BOOK, briefing, "briefing.toml"))
    return [(one.severity, one.rule) for one in findings]


def test_a_required_section_that_is_empty_is_named() -> None:
    order = {**RULE, "sections": [{"name": "objectives", "required": True}]}
    assert found(pack_of(section("objectives")), order=order) == [("warning", "STR-01")]
    assert found(pack_of(section("objectives", "Agree on a date for talks.")), order=order) == []


def test_sections_in_another_order_than_the_styles_are_an_error() -> None:
    order = {**RULE, "sections": [{"name": "objectives"}, {"name": "background"}]}
    turned = pack_of(
        section("background", "x", lead="Last meeting."), section("objectives", "Agree on a date.")
    )
    assert found(turned, order=order) == [("error", "STR-01")]


def test_a_field_that_nobody_stated_is_named() -> None:
    missing = Particular(label="Date", text="Not stated", name="date")
    field = {**RULE, "name": "date", "title": "Date", "required": True, "audiences": ["book"]}
    made = pack_of(particulars=(missing,), papers=())
    assert found(made, fields=[field]) == [("warning", "STR-01")]


def test_a_day_is_written_as_one() -> None:
    told = Particular(label="Due", text="next week", name="due")
    field = {**RULE, "name": "due", "title": "Due", "form": "day", "audiences": ["book"]}
    made = pack_of(particulars=(told,), papers=())
    assert found(made, fields=[field]) == [("warning", "STR-01")]
    right = told.model_copy(update={"text": "2027-03-14"})
    assert found(pack_of(particulars=(right,), papers=()), fields=[field]) == []


def test_an_issue_that_lacks_what_the_style_wants_of_each_is_named() -> None:
    covered = {**RULE, "sections": ["objectives"]}
    assert ("warning", "STR-03") in found(pack_of(), coverage=covered)
    written = pack_of(section("objectives", "Agree on a date for talks."))
    assert ("warning", "STR-03") not in found(written, coverage=covered)


def test_what_is_for_defence_only_stands_in_no_pack_that_does_not_ask_for_it() -> None:
    assert ("error", "STR-06") in found(pack_of(section("defensive", "We regret it.")))


def test_a_background_without_the_last_meeting_is_a_warning() -> None:
    assert ("warning", "STR-07") in found(pack_of(section("background", "Trade grew.")))
    named = section("background", "Trade grew.", lead="Last meeting: Lima, 3 March 2022.")
    assert ("warning", "STR-07") not in found(pack_of(named))


def test_a_scheme_that_is_not_the_styles_is_named() -> None:
    schemes = {**RULE, "names": ["us"]}
    assert ("warning", "MRK-40") in found(pack_of(), schemes=schemes)


@pytest.mark.parametrize(
    ("objective", "rules"),
    [
        ("Exchange views on steel with Lima.", ["STR-02"]),
        ("Steel.", ["STR-02"]),
        ("Agree on a date for the first sitting.", []),
    ],
)
def test_an_objective_aims_at_more_than_goodwill(objective: str, rules: list[str]) -> None:
    goodwill = {**RULE, "phrases": ["exchange views"]}
    made = found(pack_of(section("objectives", objective)), goodwill=goodwill)
    assert [rule for _, rule in made if rule == "STR-02"] == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("NATO and the UN met.", []),
        ("The US asked the FAO.", ["TYP-03"]),
        ("The Food and Agriculture Organization (FAO) met; the FAO left.", []),
        ("Article IV of the treaty.", []),
    ],
)
def test_an_acronym_is_spelt_out_unless_it_is_known(text: str, rules: list[str]) -> None:
    acronyms = {**RULE, "known": ["UN", "NATO"]}
    made = found(pack_of(section("said", text)), acronyms=acronyms)
    assert [rule for _, rule in made if rule == "TYP-03"] == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Ask AMLO for a date.", ["TYP-04"]),
        ("Ask Lopez Obrador for a date.", ["TYP-04"]),
        ("Ask President López Obrador for a date.", []),
    ],
)
def test_a_persons_lines_keep_names_and_accents(text: str, rules: list[str]) -> None:
    made = found(pack_of(section("objectives", text)))
    assert [rule for _, rule in made if rule == "TYP-04"] == rules


@pytest.mark.parametrize(
    ("limit", "rules"),
    [
        ({"of": "objectives", "measure": "words", "most": 3}, ["LEN-01"]),
        ({"of": "objectives", "measure": "sentences", "most": 1}, ["LEN-02"]),
        ({"of": "objectives", "measure": "points", "most": 1}, ["LEN-03"]),
        ({"of": "paper", "measure": "points", "least": 3, "most": 9}, ["LEN-03"]),
        ({"of": "objectives", "measure": "points", "most": 2}, []),
        ({"of": "objectives", "measure": "points", "most": 1, "audiences": ["press"]}, []),
    ],
)
def test_lengths_are_kept(limit: dict[str, object], rules: list[str]) -> None:
    made = pack_of(section("objectives", "Agree on a date. In May.", "Open the quay."))
    assert [rule for _, rule in found(made, limits=[{**RULE, **limit}])] == rules
