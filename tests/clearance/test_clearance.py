"""Who cleared which text: its digest, its file, where each office stands."""

import tomllib
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.checks.clearance import outsiders_see_no_clearance
from scenesetter.clearance.book import CLEARANCE_FILE, Clearances, read_clearances
from scenesetter.clearance.standing import digest_of, entries, prints_clearance, standings
from scenesetter.clearance.writing import with_clearance
from scenesetter.errors import UserError
from scenesetter.model.audience import Audience, Part
from scenesetter.model.clearance import Clearance, Clearers, Standing, State
from scenesetter.model.pack import Group, Pack, Paper, Point, Section
from scenesetter.model.style import Deadline

POINT = Point(
    text="Open the quay.",
    holder=None,
    role=None,
    when=None,
    sources=(1,),
    facts=("abc",),
    mark="(S)",
)
CLEARERS = Clearers(drafter="Ines Duarte", approver="M. Okafor", offices=("Legal",))


def paper(*points: Point, issue: str = "trade", left: int = 0) -> Paper:
    groups = (Group(label="Spain", points=points),)
    said = Section(name="said", title="Said", form="points", groups=groups, gap=None, left=left)
    return Paper(issue=issue, title="Trade", anchor="i", template="t", sections=(said,))


def pack(*papers: Paper, audience: str = "delegation") -> Pack:
    told: dict[str, Any] = {"audience": audience, "papers": papers}
    return Pack.model_construct(None, **told)


def cleared(
    state: State = "ok", office: str = "Legal", digest: str = "", **more: object
) -> Clearance:
    digest = digest or digest_of(paper(POINT))
    known = {"issue": "trade", "audience": "delegation", "office": office, "name": "A. Reis"}
    return Clearance.model_validate({**known, "state": state, "digest": digest, **more})


def stand(*said: Clearance, printed: Paper | None = None) -> tuple[Standing, ...]:
    return standings(pack(printed or paper(POINT)), CLEARERS, Clearances("f", said))


@given(st.lists(st.integers(1, 90)))
def test_endnote_numbers_and_ids_are_no_words_of_the_text(numbers: list[int]) -> None:
    other = POINT.model_copy(update={"sources": tuple(numbers), "facts": ("def",)})
    assert digest_of(paper(other)) == digest_of(paper(POINT))


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Open the key."},
        {"mark": "(C)"},
        {"holder": "Ana Lima"},
        {"grade": "B2"},
        {"awaits_response": True},
        {"responses": (POINT,)},
    ],
)
def test_every_word_and_mark_is_part_of_the_text(change: dict[str, object]) -> None:
    assert digest_of(paper(POINT.model_copy(update=change))) != digest_of(paper(POINT))


def test_what_is_said_to_be_left_out_and_the_order_are_part_of_the_text() -> None:
    other = POINT.model_copy(update={"text": "Close it."})
    digests = {
        digest_of(one)
        for one in (paper(POINT, other), paper(other, POINT), paper(POINT, other, left=1))
    }
    assert len(digests) == 3


def test_what_a_section_says_instead_of_points_is_part_of_the_text() -> None:
    told = [
        paper(POINT).sections[0].model_copy(update={"groups": (), "gap": gap})
        for gap in ("Nothing is known.", "Nobody has written it.")
    ]
    one, other = (paper().model_copy(update={"sections": (section,)}) for section in told)
    assert digest_of(one) != digest_of(other)


@pytest.mark.parametrize(
    ("parts", "releasable", "prints"),
    [(("clearance",), False, True), (("clearance",), True, False), ((), False, False)],
)
def test_outsiders_have_no_clearance_page(
    parts: tuple[Part, ...], *, releasable: bool, prints: bool
) -> None:
    """CLR-05: and the desk is told where their audience asks for one."""
    readers = Audience(
        name="press", title="P", summary="s", parts=parts, sections=(), releasable=releasable
    )
    assert prints_clearance(readers) == prints
    told = [found.rule for found in outsiders_see_no_clearance(readers, "briefing.toml")]
    assert told == (["CLR-05"] if parts and releasable else [])


def test_an_office_that_said_nothing_is_pending() -> None:
    assert [(one.office, one.state, one.waits) for one in stand()] == [
        ("Legal", "pending", True),
        ("Approver", "pending", True),
    ]


def test_a_clearance_of_this_very_text_holds() -> None:
    assert [one.waits for one in stand(cleared(), cleared(office="Approver"))] == [False, False]


def test_a_clearance_of_another_text_is_open_again() -> None:
    changed = paper(POINT.model_copy(update={"text": "Close the quay."}))
    standing = stand(cleared(), printed=changed)[0]
    assert (standing.state, standing.waits) == ("reopened", True)


@pytest.mark.parametrize("state", ["pending", "no response"])
def test_an_office_that_has_not_answered_has_nothing_to_reopen(state: State) -> None:
    standing = stand(cleared(state, digest="0"))[0]
    assert (standing.state, standing.waits) == (state, True)


def test_what_was_said_of_another_audiences_text_is_not_told() -> None:
    assert stand(cleared(audience="desk"), cleared(audience="desk", office="Vault")) == stand()


def test_an_office_that_nobody_asked_is_listed_after_the_others() -> None:
    assert [one.office for one in stand(cleared(office="Budget"))][-1] == "Budget"


def test_the_rows_of_the_page_are_in_words() -> None:
    rows = entries(stand(cleared(on="2027-03-10", remark="see minute")), CLEARERS)
    assert [(row.office, row.state, row.name, row.on, row.remark) for row in rows] == [
        ("Legal", "OK", "A. Reis", "10 March 2027", "see minute"),
        ("Approver", "Pending", "M. Okafor", None, None),
    ]


@pytest.mark.parametrize("state", ["ok with changes", "pending"])
def test_a_remark_on_another_text_is_not_printed(state: State) -> None:
    """It may speak of what these readers are not allowed to see any more."""
    said = cleared(state, digest="0", remark="drop the Nightjar clause")
    assert entries(stand(said), CLEARERS)[0].remark is None


def test_clearances_written_in_any_order_make_the_same_file() -> None:
    several = (cleared(), cleared(office="Legal Affairs"), cleared(issue="energy"))
    files = set()
    for order in permutations(several):
        text = ""
        for one in order:
            text = with_clearance(text, one)
        files.add(text)
    assert len(files) == 1


def test_a_comment_stays_where_a_clearance_changes() -> None:
    text = with_clearance("", cleared("pending"))
    text = text.replace("[trade", "# Phone them.\n[trade").replace('"pending"', '"pending" # 3rd')
    changed = with_clearance(text, cleared(on="2027-03-10"))
    assert "# Phone them.\n[trade.delegation.Legal]\n" in changed
    assert 'state = "ok" # 3rd\n' in changed
    assert tomllib.loads(changed)["trade"]["delegation"]["Legal"]["on"] == "2027-03-10"


def test_a_table_inside_another_is_not_written_over() -> None:
    with pytest.raises(UserError, match="without touching others"):
        with_clearance('[trade.delegation]\nLegal = { state = "ok" }\n', cleared())


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    (tmp_path / CLEARANCE_FILE).write_text(with_clearance("", cleared()), "utf-8")
    read = read_clearances(tmp_path)
    assert read.entries == (cleared(),)
    assert read.line(cleared()) == 5


@given(st.dates().filter(lambda day: day.year > 1900), st.integers(0, 30))
def test_a_deadline_lies_as_many_workdays_before_the_meeting(day: Any, workdays: int) -> None:  # noqa: ANN401 - a date
    due = Deadline(authority="-", workdays=workdays, at="12:00").due(day.isoformat())
    assert due is not None
    between = [day.fromordinal(one) for one in range(due.toordinal(), day.toordinal())]
    assert sum(one.weekday() < 5 for one in between) == max(workdays, day.weekday() > 4)
    assert due.weekday() < 5


@pytest.mark.parametrize("meeting", [None, "2027-03", "2027", "../2027-03-14", "2027-03-14?"])
def test_without_the_day_of_the_meeting_nothing_is_due(meeting: str | None) -> None:
    assert Deadline(authority="-", workdays=2, at="12:00").due(meeting) is None
