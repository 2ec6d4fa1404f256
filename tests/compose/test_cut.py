"""What an audience may see."""

from typing import Any

import pytest

from scenesetter.compose.cut import Cut, counted, cut_for, in_common, unknown_marks
from scenesetter.errors import UserError
from scenesetter.model.audience import Audience
from scenesetter.model.engagement import AgendaItem, Briefing, Engagement
from scenesetter.model.fact import Bearing, Fact, Holder, Passage
from scenesetter.model.marking import Control, Level, MarkingScheme
from scenesetter.model.note import Note, Source

SCHEME = MarkingScheme(
    name="three",
    title="Three levels",
    authority="none",
    levels=tuple(Level(name=name, banner=name) for name in ("LOW", "MID", "HIGH")),
    controls=(Control(name="EYES"), Control(name="EARS")),
)
PLAIN = Briefing(slug="talks", engagement=Engagement(title="Talks"))
MARKED = PLAIN.model_copy(update={"marking": "MID"})


def audience(ceiling: str | None = None, **limits: object) -> Audience:
    levels = {"three": ceiling} if ceiling else {}
    told = {"name": "press", "title": "P", "summary": "s", "parts": (), "sections": ()}
    return Audience.model_validate({**told, "ceiling": levels, **limits})


def cut(ceiling: str | None = None, briefing: Briefing = PLAIN, **limits: object) -> Cut:
    return cut_for(audience(ceiling, **limits), SCHEME, briefing)


def note(**source: object) -> Note:
    return Note(name="a.txt", text="", blocks=(), source=Source.model_validate(source))


def fact(**more: object) -> Fact:
    passage = Passage(note="a.txt", start=0, end=1, exact="x", prefix="", suffix="")
    given: dict[str, object] = {
        "id": "abc",
        "kind": "event",
        "text": "x",
        "issues": ("trade",),
        "holder": None,
        "cue": None,
        "origin": (),
        "when": None,
        "as_of": None,
        "engagement": None,
        "passages": (passage,),
        "credibility": 6,
        "marking": None,
    }
    return Fact.model_validate(given | more)


def told_as(words: str, holder: str | None = None) -> dict[str, Any]:
    passage = Passage(note="a.txt", start=0, end=len(words), exact=words, prefix="", suffix="")
    return {"passages": (passage,), "holder": Holder(name=holder) if holder else None}


def test_an_audience_without_a_ceiling_sees_the_lowest_level_alone() -> None:
    assert cut().ceiling == 0
    assert cut("HIGH").ceiling == 2


def test_a_ceiling_that_the_scheme_does_not_know_is_an_error() -> None:
    with pytest.raises(UserError, match="no level of the scheme three"):
        cut("SECRET")


@pytest.mark.parametrize(
    ("marking", "briefing", "seen"),
    [
        ("LOW", PLAIN, True),
        ("MID", PLAIN, True),
        ("HIGH", PLAIN, False),
        ("mid", PLAIN, False),
        (None, PLAIN, True),
        (None, MARKED, True),
        ("LOW", MARKED, True),
        (None, PLAIN.model_copy(update={"marking": "HIGH"}), False),
    ],
)
def test_a_note_without_a_mark_has_the_briefings_and_an_unknown_mark_is_above_all(
    marking: str | None, briefing: Briefing, *, seen: bool
) -> None:
    assert cut("MID", briefing).sees(marking) is seen


@pytest.mark.parametrize(
    ("controls", "seen"),
    [((), ["MID"]), (("EYES",), ["MID", "MID//EYES"]), (("*",), ["MID", "MID//EYES", "MID//EARS"])],
)
def test_a_control_keeps_out_whoever_is_not_named_for_it(
    controls: tuple[str, ...], seen: list[str]
) -> None:
    limits = cut("MID", controls={"three": controls})
    assert [one for one in ("MID", "MID//EYES", "MID//EARS", "HIGH") if limits.sees(one)] == seen


def test_the_press_gets_notes_that_somebody_released_and_that_are_on_the_record() -> None:
    told = [
        note(),
        note(releasable=True),
        note(releasable=True, record="background"),
        note(releasable=True, record="on"),
        note(releasable=True, record="on", marking="HIGH"),
    ]
    assert cut(releasable=True, on_record=True).notes(told) == (told[3],)
    assert cut(releasable=True).notes(told) == tuple(told[1:4])


@pytest.mark.parametrize(
    ("changes", "limits", "withheld"),
    [
        ({"marking": "HIGH"}, {}, True),
        ({"marking": "LOW"}, {}, False),
        ({"holder": Holder(name="officials", anonymous=True)}, {}, False),
        ({"holder": Holder(name="officials", anonymous=True)}, {"on_record": True}, True),
        ({"holder": Holder(name="Ana Lima", unsure=True)}, {"on_record": True}, True),
        ({"holder": Holder(name="Ana Lima")}, {"on_record": True}, False),
        ({"cue": "said"}, {"on_record": True}, True),
        ({"verbatim": ("No",)}, {"on_record": True}, True),
        ({}, {"on_record": True}, False),
        (told_as("Trade had fallen, an official said."), {"on_record": True}, True),
        (told_as("Those present said that trade had fallen."), {"on_record": True}, True),
        (told_as("Trade fell by 7 percent."), {"on_record": True}, False),
        (told_as("Off the record, Lima said so.", "Ana Lima"), {"on_record": True}, True),
        (told_as("“No,” said Lima, who asked not to be named.", "Lima"), {"on_record": True}, True),
        ({}, {"issues": ("energy",)}, True),
        ({"issues": ("trade", "energy")}, {"issues": ("energy",)}, False),
    ],
)
def test_a_fact_is_kept_from_readers_for_its_mark_its_voice_or_its_issues(
    changes: dict[str, Any], limits: dict[str, Any], *, withheld: bool
) -> None:
    told = fact(**changes)
    assert cut("MID", **limits).withheld([told]) == ([told] if withheld else [])


def test_of_what_was_said_on_the_record_as_well_only_the_other_telling_is_kept_back() -> None:
    on, off = (
        told_as(words, "Ana Lima")["passages"][0]
        for words in ("Lima said the fee stays.", "Lima said off the record that the fee stays.")
    )
    told = fact(holder=Holder(name="Ana Lima"), passages=(on, off))
    (kept,) = cut("MID", on_record=True).withheld([told])
    assert kept.passages == (off,)


@pytest.mark.parametrize(
    ("ceiling", "limits", "sees_all"),
    [
        ("HIGH", {"controls": {"three": ["*"]}}, True),
        ("HIGH", {"controls": {"three": ["EYES", "EARS"]}}, True),
        ("HIGH", {"controls": {"three": ["EYES"]}}, False),
        ("MID", {"controls": {"three": ["*"]}}, False),
        ("HIGH", {"controls": {"three": ["*"]}, "releasable": True}, False),
        ("HIGH", {"controls": {"three": ["*"]}, "on_record": True}, False),
        ("HIGH", {"controls": {"three": ["*"]}, "issues": ("trade",)}, False),
    ],
)
def test_only_a_reader_without_any_limit_sees_all(
    ceiling: str, limits: dict[str, Any], *, sees_all: bool
) -> None:
    assert cut(ceiling, **limits).sees_all == sees_all


def test_readers_of_one_issue_hear_of_no_other() -> None:
    bearings = tuple(Bearing(issue=one, score=2, terms=()) for one in ("trade", "energy"))
    told = fact(issues=("trade", "energy"), bearings=bearings)
    heard = cut(issues=("energy",)).heard(told)
    assert (heard.issues, heard.bearings) == (("energy",), bearings[1:])
    agenda = (
        AgendaItem(title="Opening"),
        AgendaItem(title="Tariffs", issues=("trade",)),
        AgendaItem(title="Working lunch", issues=("trade", "energy")),
    )
    briefing = Briefing(
        slug="talks",
        engagement=Engagement(title="Talks", agenda=agenda),
        issues=("trade", "energy"),
        offices_on={"trade": ("Customs",), "energy": ("Grid",)},
        fields={"file_number": "1", "file_number/trade": "2", "file_number/energy": "3"},
        sources={"cable.txt": Source(publisher="Embassy")},
    )
    shown = cut(issues=("energy",)).briefing(briefing)
    assert (shown.issues, shown.sources) == (("energy",), {})
    assert (shown.offices_on, shown.fields) == (
        {"energy": ("Grid",)},
        {"file_number": "1", "file_number/energy": "3"},
    )
    items = [(item.title, item.issues) for item in shown.engagement.agenda]
    assert items == [("Opening", ()), ("Working lunch", ("energy",))]


def test_what_several_readers_have_in_common_is_what_the_least_of_them_may_see() -> None:
    outside: dict[str, Any] = {"releasable": True, "on_record": True}
    both = in_common(
        [
            cut("HIGH", controls={"three": ("*",)}, issues=("trade", "energy")),
            cut("MID", controls={"three": ("EYES",)}, issues=("energy",), **outside),
            cut("MID", controls={"three": ("EYES", "EARS")}),
        ]
    )
    assert both == cut("MID", controls={"three": ("EYES",)}, issues=("energy",), **outside)


def test_notes_above_the_ceiling_are_counted_for_the_desk() -> None:
    mixed = [note(marking=mark) for mark in ("LOW", "HIGH", "MID", "HIHG")]
    (finding,) = counted(mixed, cut("MID"), audience("MID"), "talks")
    assert str(finding).startswith("talks: info: 2 of 4 notes")
    assert list(counted(mixed[:1], cut("MID"), audience("MID"), "talks")) == []


def test_a_mark_that_the_scheme_does_not_know_is_an_error() -> None:
    (finding,) = unknown_marks([note(marking="LOW"), note(marking="HIHG")], SCHEME)
    assert (finding.severity, finding.path) == ("error", "a.txt")
