"""The start of a points file."""

from hypothesis import given
from hypothesis import strategies as st

from scenesetter.model.fact import Fact, Holder, Passage
from scenesetter.points.reading import read
from scenesetter.points.starts import start


def request(text: str, holder: str = "Ana Lima") -> Fact:
    return Fact(
        id="0123456789ab",
        kind="request",
        text=text,
        issues=("trade",),
        holder=Holder(name=holder),
        cue="wants",
        origin=("a.txt",),
        when=None,
        as_of="2027-03-09",
        engagement=None,
        passages=(Passage(note="a.txt", start=0, end=1, exact="x", prefix="", suffix=""),),
        credibility=6,
        marking=None,
    )


def test_a_start_holds_no_line_and_breaks_no_rule() -> None:
    found = read("trade", "points/trade.md", start("Trade", [request("Lima wants ships.")]))
    assert found.points
    assert found.points.lines == ()
    assert found.findings == ()


def test_a_request_stands_there_with_its_id_whose_it_is_and_of_when() -> None:
    text = start("Trade", [request("Lima wants ships.")])
    assert "Ana Lima, as of 9 March 2027: Lima wants ships.\n- [f:0123456789ab]\n-->" in text


def test_taking_the_comment_marks_away_makes_a_response() -> None:
    text = start("Trade", [request("Lima wants ships.")])
    asked = "<!-- Ana Lima, as of 9 March 2027: Lima wants ships.\n- [f:0123456789ab]\n-->"
    answered = text.replace(asked, "- [f:0123456789ab] She can have two.")
    found = read("trade", "points/trade.md", answered)
    assert found.findings == ()
    assert found.points
    assert [line.answers for line in found.points.lines] == [("0123456789ab",)]


NASTY = st.lists(
    st.sampled_from([*"-!<>ab \n{}%", "-->", "<!--", "## Objectives\n\n- x", "{title}"]),
    max_size=12,
).map("".join)


@given(text=NASTY, holder=NASTY, title=NASTY)
def test_no_words_of_a_note_leave_their_comment(text: str, holder: str, title: str) -> None:
    made = start(title, [request(text, holder)])
    found = read("trade", "points/trade.md", made)
    assert found.points
    assert (found.points.lines, found.findings) == ((), ())
