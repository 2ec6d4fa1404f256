"""What stands where in a composed pack."""

from collections.abc import Callable
from typing import Any

import pytest

from scenesetter.model.audience import Audience
from scenesetter.model.engagement import Engagement, Party
from scenesetter.model.fact import FISCAL_YEAR, Fact, Holder, Time
from scenesetter.model.pack import Pack, Section

MakeFact = Callable[..., Fact]
MakePack = Callable[..., Pack]

PERU = Holder(name="Peru", party="Peru")
FINLAND = Holder(name="Finland", party="Finland")
LIMA = Holder(name="Ana Lima", role="Peruvian minister", party="Peru")
ECONOMIST = Holder(name="Bo Berg", role="economist")
BOTH = Holder(name="both sides", joint=True)


def section(pack: Pack, name: str) -> Section:
    return next(one for one in pack.papers[0].sections if one.name == name)


def texts(section: Section) -> list[str]:
    return [point.text for group in section.groups for point in group.points]


@pytest.mark.holds("EST-06")
@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("they-want", {"kind": "request", "holder": PERU, "cue": "asked"}),
        ("we-want", {"kind": "commitment", "holder": FINLAND, "cue": "agreed"}),
        ("each-side", {"kind": "request", "holder": Holder(name="Chile"), "cue": "asked"}),
        ("agreed", {"kind": "commitment", "holder": BOTH, "cue": "agreed"}),
        ("said", {"kind": "position", "holder": LIMA, "cue": "said"}),
        ("friction", {"kind": "position", "holder": LIMA, "cue": "denied", "friction": True}),
        ("outside-views", {"kind": "assessment", "holder": ECONOMIST, "cue": "expects"}),
        ("figures", {"kind": "figure"}),
        ("dates", {"kind": "event", "when": "2024-04-30"}),
        ("background", {"kind": "event"}),
    ],
)
def test_a_fact_stands_in_the_section_of_its_kind_and_side(
    fact: MakeFact, pack: MakePack, name: str, fields: dict[str, Any]
) -> None:
    made = pack(fact("The tariff on fish is what it is.", **fields))
    assert texts(section(made, name)) == ["The tariff on fish is what it is."]


def test_a_section_without_a_fact_says_so_and_names_the_side(
    fact: MakeFact, pack: MakePack
) -> None:
    made = pack(fact("The tariff stands.", kind="request", holder=FINLAND, cue="asked"))
    assert section(made, "they-want").gap == (
        "The notes hold no request or undertaking by the other side (Peru) on this issue."
    )


def test_empty_sections_of_less_weight_are_told_in_one_line(fact: MakeFact, pack: MakePack) -> None:
    made = pack(fact("The tariff stands."))
    assert texts(section(made, "unknown"))[-1] == (
        "Nothing further in the notes under: who has said what, friction, outside views, figures, "
        "dates."
    )


def test_a_passage_in_which_both_sides_promise_stands_under_each(
    fact: MakeFact, pack: MakePack
) -> None:
    words = "Peru agreed to lift its tariff and Finland promised ships."
    made = pack(
        fact(words, kind="commitment", holder=PERU, cue="agreed"),
        fact(words, kind="commitment", holder=FINLAND, cue="promised"),
    )
    assert texts(section(made, "they-want")) == texts(section(made, "we-want")) == [words]


def test_a_passage_with_two_voices_is_printed_once_where_only_one_wishes(
    fact: MakeFact, pack: MakePack
) -> None:
    words = "Peru wants a lower tariff, and an economist doubts it."
    made = pack(
        fact(words, kind="request", holder=PERU, cue="wants"),
        fact(words, kind="assessment", holder=ECONOMIST, cue="doubts"),
    )
    assert texts(section(made, "they-want")) == [words]
    assert "outside-views" not in [one.name for one in made.papers[0].sections]


def test_meetings_are_never_mixed(fact: MakeFact, pack: MakePack) -> None:
    request: dict[str, Any] = {"kind": "request", "holder": PERU, "cue": "asked"}
    made = pack(
        fact("Peru asked for a tariff.", **request, engagement="Talks in Lima"),
        fact("Peru asked for no tariff.", **request),
        fact("Peru asked for ships and a tariff.", **request, engagement=None),
        fact("Peru asked for a tariff of old.", **request, engagement=None, as_of=None),
    )
    assert [(group.label, len(group.points)) for group in section(made, "they-want").groups] == [
        ("For this meeting", 1),
        ("Earlier: Talks in Lima", 1),
        ("Not tied to a meeting", 1),
        ("Undated: a.txt", 1),
    ]


def test_every_point_carries_its_as_of_date_or_says_undated(fact: MakeFact, pack: MakePack) -> None:
    made = pack(fact("The tariff stands."), fact("The tariff fell.", as_of=None))
    points = [point for group in section(made, "background").groups for point in group.points]
    assert {point.as_of for point in points} == {"as\u00a0of\u00a01\u00a0May\u00a02024", "undated"}


def test_endnotes_are_numbered_in_the_order_of_print(fact: MakeFact, pack: MakePack) -> None:
    made = pack(
        fact("The tariff stands.", note="a.txt"),
        fact("Peru asked for a tariff.", note="b.txt", kind="request", holder=PERU, cue="asked"),
    )
    assert [(source.number, source.note) for source in made.sources] == [(1, "b.txt"), (2, "a.txt")]
    assert made.sources[0].citation == "“Title of b.txt”, 1 May 2024"


@pytest.mark.holds("TYP-04")
def test_a_speaker_whom_the_text_does_not_name_is_named_beside_it(
    fact: MakeFact, pack: MakePack
) -> None:
    spoken = "We want no tariff."
    made = pack(fact(spoken, kind="request", holder=LIMA, cue="want", verbatim=(spoken,)))
    (point,) = section(made, "they-want").groups[0].points
    assert (point.text, point.holder) == ("“We want no tariff.”", "Ana Lima")


@pytest.mark.holds("SRC-11")
def test_a_speaker_whom_nobody_names_is_said_to_be_unnamed(fact: MakeFact, pack: MakePack) -> None:
    someone = LIMA.model_copy(update={"name": "a senior official", "anonymous": True})
    made = pack(fact("She denied the tariff.", kind="position", holder=someone, cue="denied"))
    (point,) = section(made, "said").groups[0].points
    assert "speaker not named" in point.remarks


@pytest.mark.holds("SRC-08")
def test_what_rests_on_one_note_alone_says_so(fact: MakeFact, pack: MakePack) -> None:
    made = pack(*(fact(f"The tariff is {number} percent.") for number in range(5)))
    gaps = texts(section(made, "unknown"))
    assert "Everything on this issue comes from a single note." in gaps


def test_what_a_topic_expects_and_the_notes_lack_is_a_gap(fact: MakeFact, pack: MakePack) -> None:
    made = pack(fact("The tariff stands."))
    assert "Nothing in the notes on: Quotas." in texts(section(made, "unknown"))


def test_without_a_stated_side_nobody_is_we_or_they(fact: MakeFact, pack: MakePack) -> None:
    made = pack(
        fact("Peru asked for a tariff.", kind="request", holder=PERU, cue="asked", about=()),
        engagement=Engagement(title="Talks in Turku"),
    )
    names = [one.name for one in made.papers[0].sections]
    assert "they-want" not in names
    assert section(made, "each-side").groups[0].label == "Peru"


def test_of_a_bare_folder_of_many_matters_only_the_meetings_own_are_printed(
    fact: MakeFact, pack: MakePack
) -> None:
    about_talks = [fact(f"The tariff on good {number} stands.") for number in range(3)]
    elsewhere = [fact(f"A tariff of Laos, number {number}.", about=()) for number in range(9)]
    bare = Engagement(title="Peru Finland", parties=(Party(name="Peru"), Party(name="Finland")))
    made = pack(*about_talks, *elsewhere, engagement=bare)
    assert len(texts(section(made, "background"))) == 3
    assert any("9 further facts of the notes" in gap for gap in made.gaps)


def test_what_a_person_put_into_a_briefing_belongs_to_it(fact: MakeFact, pack: MakePack) -> None:
    facts = [fact(f"A tariff of Laos, number {number}.", about=()) for number in range(9)]
    made = pack(fact("Peru's tariff stands."), *facts)
    assert len(texts(section(made, "background"))) == 10


def test_a_limit_is_kept_and_what_it_leaves_out_is_counted(
    fact: MakeFact, pack: MakePack, book: Audience
) -> None:
    facts = [fact(f"The tariff on good {number} stands.") for number in range(5)]
    made = pack(*facts, audience=book.model_copy(update={"limits": {"background": 2}}))
    assert len(texts(section(made, "background"))) == 2
    assert section(made, "background").left == 3


def test_a_limit_of_the_whole_paper_is_kept_by_its_last_sections(
    fact: MakeFact, pack: MakePack, book: Audience
) -> None:
    wishes = [
        fact(f"Peru asked for tariff {number}.", kind="request", holder=PERU, cue="asked")
        for number in range(3)
    ]
    events = [fact(f"The tariff on good {number} stands.") for number in range(3)]
    made = pack(*wishes, *events, audience=book.model_copy(update={"limits": {"paper": 4}}))
    assert len(texts(section(made, "they-want"))) == 3
    assert section(made, "background").left == 2


def test_a_long_paper_is_summed_up_at_its_head_and_a_short_one_says_nothing_twice(
    fact: MakeFact, pack: MakePack
) -> None:
    facts = [fact(f"The tariff on good {number} stands.") for number in range(12)]
    names = [one.name for one in pack(*facts[:5]).papers[0].sections]
    assert "bottom-line" not in names
    assert len(texts(section(pack(*facts), "bottom-line"))) == 2


def test_where_all_is_too_long_the_shortest_is_printed(
    fact: MakeFact, pack: MakePack, book: Audience
) -> None:
    long = fact("The tariff " + "on goods " * 12 + "stands.")
    longer = fact("The tariff " + "on goods " * 20 + "stands.")
    audience = book.model_copy(update={"longest": 20})
    assert texts(section(pack(longer, long, audience=audience), "background")) == [long.text]
    assert section(pack(longer, audience=audience), "bottom-line").gap == (
        "What the notes hold here is too long for this pack."
    )


def test_what_has_no_paper_stands_by_its_issue_in_one_paper_of_further_issues(
    fact: MakeFact, pack: MakePack
) -> None:
    made = pack(
        *[fact(f"The tariff on good {number} stands.") for number in range(4)],
        fact("The sea is calm.", issues=(), bearings=()),
    )
    assert [paper.title for paper in made.papers] == ["Trade", "Further issues"]
    assert [(one.title, texts(one)) for one in made.papers[1].sections] == [
        ("Other matters", ["The sea is calm."])
    ]


def test_parties_that_are_silent_on_an_issue_are_told_in_one_line(
    fact: MakeFact, pack: MakePack
) -> None:
    made = pack(fact("The tariff stands."))
    assert texts(section(made, "unknown"))[0] == (
        "Nobody speaks for Finland, Peru or Chile on this issue in the notes."
    )


@pytest.mark.holds("SRC-06")
def test_a_doubt_about_the_holder_says_which_words_it_is_about(
    fact: MakeFact, pack: MakePack
) -> None:
    unsure = LIMA.model_copy(update={"unsure": True, "words": "the minister"})
    made = pack(fact("He denied the tariff.", kind="position", holder=unsure, cue="denied"))
    (point,) = section(made, "said").groups[0].points
    assert point.remarks == ("not certain that “the minister” is the one",)
    assert "Not certain who is meant: “the minister” is taken for Ana Lima." in texts(
        section(made, "unknown")
    )


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2014/..", "since 2014"),
        ("2030/..", "from 2030"),
        ("../2014", "until 2014"),
        ("2015~", "about 2015"),
        ("2023-21", "spring 2023"),
    ],
)
def test_times_are_told_in_words(fact: MakeFact, pack: MakePack, when: str, words: str) -> None:
    made = pack(fact("The tariff is what it is.", when=when))
    (point,) = section(made, "dates").groups[0].points
    assert (point.when or "").replace("\u00a0", " ") == words
    assert made.chronology[0].label == when.strip("./")[:4]


def test_a_fiscal_year_is_told_as_one(fact: MakeFact, pack: MakePack) -> None:
    told = fact("The tariff fell in fiscal 2022.", when="2022~")
    year = Time(start=0, end=1, words="fiscal 2022", value="2022~", reading=f"{FISCAL_YEAR}, which")
    passage = told.passages[0].model_copy(update={"times": (year,)})
    made = pack(told.model_copy(update={"passages": (passage,)}))
    (point,) = section(made, "dates").groups[0].points
    assert (point.when or "").replace("\u00a0", " ") == "fiscal year 2022"


@pytest.mark.parametrize(
    ("published", "as_of"),
    [("2024-03/..", "from March 2024"), ("2024-05", "May 2024"), (None, None)],
)
def test_the_pack_is_as_of_its_newest_note_however_its_date_is_known(
    fact: MakeFact, pack: MakePack, published: str | None, as_of: str | None
) -> None:
    assert pack(fact("The tariff stands."), published=published).as_of == as_of
