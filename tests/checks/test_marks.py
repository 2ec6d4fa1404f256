"""Rules on the marks of a composed pack and of its printed pages."""

from typing import Any

import pytest

from scenesetter.checks.marks import check_marks, portions_stand
from scenesetter.checks.printed_marks import printed_marks
from scenesetter.library import Library, shipped
from scenesetter.model.engagement import Briefing, Engagement
from scenesetter.model.pack import (
    Biography,
    ChangeEntry,
    Group,
    Pack,
    Paper,
    Particular,
    PassageEntry,
    Point,
    ScenarioItem,
    Section,
    SourceEntry,
)
from scenesetter.model.reading import ReadBack

LIBRARY = Library((shipped(),))
US, TLP, UK = (LIBRARY.scheme(name) for name in ("us", "tlp", "uk"))
SECRET = {
    "classified_by": "A. Lima",
    "derived_from": "Readout of 3 May 2024",
    "declassify_on": "20490503",
}
PAPER = Paper(issue="trade", title="Trade", anchor="trade", template="t", sections=())
SECTION = Section(name="said", title="Said", form="points", groups=(), gap="Nothing.")
PASSAGE = PassageEntry.model_validate(
    dict.fromkeys(("paper", "fact", "text", "grade", "place", "exact", "before", "after"), "")
    | {"holder": None, "note": "ask.txt", "source": None}
)
ENDNOTE = SourceEntry(
    number=1, note="ask.txt", citation="Cable", url=None, marking=None, paragraphs="", missing=()
)
PERSON = Biography(name="Rosa Quispe", role=None, party=None, text=None, points=(), gap=None)
BRIEFING = {"slug": "turku", "engagement": Engagement(title="Talks"), "prepared": "2024-05-03"}


def pack(marking: str | None, **given: Any) -> Pack:  # noqa: ANN401 - any field
    """Of one paper of one point, all of it of the banner's mark."""
    mark = US.portion(marking)
    point = Point(
        text="Peru would lift its tariff.", holder=None, role=None, when=None, sources=(1,),
        facts=("abc",), mark=mark,
    )  # fmt: skip
    section = Section(
        name="said", title="Said", form="points", groups=(Group(label=None, points=(point,)),),
        gap=None, mark=mark,
    )  # fmt: skip
    paper = Paper(
        issue="trade", title="Trade", anchor="trade", template="t", sections=(section,), mark="(U)"
    )
    empty = ("particulars", "overview", "biographies", "chronology", "gaps", "sources")
    words = {"slug": "turku", "title": "Talks", "audience": "book", "audience_title": "Book"}
    base: dict[str, object] = {
        **dict.fromkeys(("kind", "as_of")), **dict.fromkeys(empty, ()), **words,
        "draft": True, "language": "en", "created": "2024-05-03",
        "parts": ("papers", "sources"), "papers": (paper,), "banner": US.banner(marking),
        "marking": marking, "mark": "(U)", "own": mark, "marking_statement": "",
    }  # fmt: skip
    return Pack.model_validate(base | given)


def rules(one: Pack, authority: dict[str, str] | None = None, **given: object) -> list[str]:
    briefing = Briefing.model_validate(BRIEFING | {"authority": authority or {}} | given)
    return [found.rule for found in check_marks(one, US, briefing, lambda *_: "b.toml:3")]


@pytest.mark.parametrize(
    ("marking", "authority"),
    [
        ("UNCLASSIFIED", {}),
        (None, {}),
        ("SECRET//NOFORN", SECRET),
        ("SECRET", {"classified_by": "A", "reason": "1.4(b)", "declassify_on": "end of the talks"}),
        ("CUI//SP-PRVCY", {"controlled_by": "Ministry"}),
        ("SECRET//CUI", SECRET | {"controlled_by": "Ministry", "decontrol_on": "20300101"}),
    ],
)
def test_a_pack_that_somebody_answers_for_passes(
    marking: str | None, authority: dict[str, str]
) -> None:
    assert rules(pack(marking), authority) == []


@pytest.mark.parametrize(
    ("banner", "rule"),
    [("CONFIDENTIAL", "MRK-01"), ("SECRET", "MRK-09"), ("SECRET//NOFORN", "MRK-21")],
)
def test_a_banner_below_one_of_its_portions_is_an_error(banner: str, rule: str) -> None:
    above = {"MRK-21": "(S//CUI//SP-PRVCY//NF)"}.get(rule, "(S//NF)")
    low = pack(banner, own=above, gaps=("No date.",))
    assert rules(low, SECRET) == [rule]


@pytest.mark.parametrize(
    ("authority", "rule"),
    [
        ({}, ["MRK-07", "MRK-07", "MRK-07"]),
        (SECRET | {"reason": "1.4(b)"}, ["MRK-07"]),
        (SECRET | {"declassify_on": "3 May 2049"}, ["MRK-07"]),
        (SECRET | {"declassify_on": "2049-05-03"}, ["MRK-07"]),
        (SECRET | {"declassify_on": "20491332"}, ["MRK-07"]),
        (SECRET | {"clasified_by": "B"}, ["MRK-07"]),
    ],
)
def test_a_classified_pack_says_who_from_what_and_until_when(
    authority: dict[str, str], rule: list[str]
) -> None:
    assert rules(pack("SECRET"), authority) == rule


def test_multiple_sources_need_their_list() -> None:
    several = SECRET | {"derived_from": "Multiple Sources"}
    block = (Particular(label="Derived From", text="Multiple Sources"),)
    assert rules(pack("SECRET", block=block), several) == []
    assert rules(pack("SECRET", block=block, parts=("papers",)), several) == ["MRK-07"]


def test_controlled_information_names_who_designated_it_and_a_readable_end() -> None:
    assert rules(pack("CUI")) == ["MRK-22"]
    late = {"controlled_by": "Ministry", "decontrol_on": "1/9/2030"}
    assert rules(pack("CUI"), late) == ["MRK-23"]


def test_a_classified_pack_has_a_date_of_origin() -> None:
    assert rules(pack("SECRET"), SECRET, prepared=None) == ["MRK-08"]


@pytest.mark.parametrize(
    ("override", "rule"), [("UNCLASSIFIED", "MRK-01"), ("SECRT", "MRK-06"), ("TOP SECRET", None)]
)
def test_an_override_goes_up_to_a_mark_of_the_scheme(override: str, rule: str | None) -> None:
    given = {"marking": override, "reason": "Together."}
    assert rules(pack("SECRET"), SECRET, override=given) == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("marking", "authority", "rule"),
    [
        ("UNCLASSIFIED", {}, "MRK-24"),
        ("SECRET", SECRET, "MRK-04"),
        ("SECRET//CUI", SECRET | {"controlled_by": "M"}, "MRK-28"),
    ],
)
def test_a_portion_without_a_mark_is_an_error(
    marking: str, authority: dict[str, str], rule: str
) -> None:
    assert rules(pack(marking, mark=None), authority) == [rule]


@pytest.mark.parametrize(
    "printed",
    [
        {"papers": (PAPER,)},
        {"papers": (PAPER.model_copy(update={"mark": "(U)", "sections": (SECTION,)}),)},
        {"chronology": (Group(label="2024", points=()),)},
        {"gaps": ("No date.",), "own": None},
        {"scenario": (ScenarioItem(title="Lunch", press=None, lead=None, time=None, papers=()),)},
        {"changes": (ChangeEntry(paper="Trade", change="New", text="Peru asks."),)},
        {"passages": (PASSAGE,)},
        {"sources": (ENDNOTE,)},
        {"parts": ("biographies",), "biographies": (PERSON,)},
    ],
)
def test_whatever_tells_something_by_itself_is_a_portion(printed: dict[str, object]) -> None:
    assert rules(pack("UNCLASSIFIED", **printed)) == ["MRK-24"]


def test_the_banner_is_that_of_the_packs_mark() -> None:
    assert "MRK-01" in rules(pack("SECRET", banner="TOP SECRET"), SECRET)


def test_a_tlp_banner_is_set_in_twelve_points_at_least() -> None:
    briefing = Briefing.model_validate(BRIEFING)
    small = pack(None, mark=None, papers=(), own=None, banner=TLP.banner(None), look={"size": 11})
    told = check_marks(small, TLP, briefing, lambda *_: "b.toml:3")
    assert [found.rule for found in told] == ["MRK-42"]


def test_words_that_are_no_marks_are_told() -> None:
    assert rules(pack("UNCLASSIFIED", mark="(X)")) == ["MRK-06"]
    legacy = pack("UNCLASSIFIED").papers[0].sections[0].groups[0].points[0]
    legacy = legacy.model_copy(update={"text": "(SBU) Peru would lift its tariff."})
    groups = (Group(label="2024", points=(legacy,), mark="(U)"),)
    assert rules(pack("UNCLASSIFIED", chronology=groups)) == ["MRK-25"]
    assert "MRK-26" in rules(pack("UNCLASSIFIED", banner="UNCLASSIFIED DRAFT"))


def test_a_template_that_prints_a_portion_without_its_mark_is_an_error() -> None:
    marked = "- (S) Peru would lift its tariff.[^1]\n"
    assert list(portions_stand(marked, pack("SECRET"), "pack.md.j2")) == []
    bare = marked + "\n> Peru would lift its tariff.\n"
    assert [one.rule for one in portions_stand(bare, pack("SECRET"), "pack.md.j2")] == ["MRK-04"]


def read(head: str, foot: str, pages: int = 2, text: str = "3 May 2024") -> ReadBack:
    return ReadBack((text,) * pages, (), (), {}, (), (head,) * pages, (foot,) * pages)


def printed(one: Pack, found: ReadBack, scheme: Any = US) -> list[str]:  # noqa: ANN401 - a scheme
    return [each.rule for each in printed_marks("p.pdf", found, one, scheme)]


@pytest.mark.holds("MRK-27")
@pytest.mark.parametrize(
    ("head", "foot", "rule"),
    [
        ("TOP SECRET//NOFORN\nTalks DRAFT", "page 1\nTOP SECRET//NOFORN", []),
        ("TOP SECRET//\nNOFORN\nTalks DRAFT", "TOP\nSECRET//NOFORN", []),
        ("TOP SECRET//NOFORN\nTalks DR AF T", "TOP SECRET//NOFORN", []),
        ("Talks DRAFT", "TOP SECRET//NOFORN", ["MRK-02", "MRK-03"]),
        ("TOP SECRET\nDRAFT", "TOP SECRET//NOFORN", ["MRK-09", "MRK-09"]),
        ("TOP SECRET//NOFORN DRAFT", "TOP SECRET//NOFORN", ["MRK-02", "MRK-03"]),
        ("TOP SECRET//NOFORN", "TOP SECRET//NOFORN", ["MRK-26", "MRK-26"]),
    ],
)
def test_the_banner_stands_whole_and_alone_and_the_draft_beside_it(
    head: str, foot: str, rule: list[str]
) -> None:
    assert printed(pack("TOP SECRET//NOFORN"), read(head, foot)) == rule


def test_a_higher_banner_is_not_taken_for_a_lower_one() -> None:
    assert "MRK-03" in printed(pack("SECRET"), read("TOP SECRET\nDRAFT", "SECRET"))


@pytest.mark.parametrize(("scheme", "rule"), [(TLP, "MRK-41"), (UK, "MRK-60")])
def test_each_scheme_has_its_own_rule_on_pages(scheme: Any, rule: str) -> None:  # noqa: ANN401 - a scheme
    lowest = scheme.levels[0].name
    marked = pack(None).model_copy(update={"marking": lowest, "banner": scheme.banner(lowest)})
    assert printed(marked, read("DRAFT", lowest, pages=1), scheme) == [rule]


def test_cui_has_one_banner_on_all_pages_and_a_release_is_no_draft() -> None:
    assert printed(pack("CUI", draft=False), read("CUI", "Talks", pages=1)) == ["MRK-20"]
    assert "MRK-26" in printed(pack("CUI", draft=False), read("CUI\nDRAFT", "CUI", pages=1))


def test_the_authority_block_stands_on_the_face() -> None:
    block = (
        Particular(label="Classified By", text="A. Lima,  desk"),
        Particular(label="Controlled by", text="Ministry"),
    )
    found = read("SECRET\nDRAFT", "SECRET", text="3 May 2024 Classified By A. Lima,\ndesk")
    assert printed(pack("SECRET", block=block), found) == ["MRK-22"]


def test_the_date_of_origin_stands_on_the_face() -> None:
    found = read("SECRET\nDRAFT", "SECRET", text="Talks")
    assert printed(pack("SECRET"), found) == ["MRK-08"]
