"""What is done with a person's points for each issue."""

from pathlib import Path

from scenesetter.findings import Finding
from scenesetter.model.engagement import Engagement, Party
from scenesetter.model.fact import Fact, FactKind, Holder, Passage
from scenesetter.model.points import IssuePoints, Line
from scenesetter.model.topic import Topic
from scenesetter.pipeline.per_issue import offer, unanswered

ENGAGEMENT = Engagement(
    title="Talks",
    parties=(Party(name="Spain", side="home"), Party(name="Portugal", side="counterpart")),
)
TOPICS = tuple(
    Topic(name=name, title=name.title(), summary="-", terms=()) for name in ("trade", "energy")
)


def fact(name: str, party: str, *issues: str, kind: FactKind = "request") -> Fact:
    return Fact(
        id=name,
        kind=kind,
        text=f"{party} wants {name}.",
        issues=issues or ("trade",),
        holder=Holder(name=party, party=party),
        cue="wants",
        origin=("a.txt",),
        when=None,
        as_of=None,
        engagement=None,
        passages=(Passage(note="a.txt", start=0, end=1, exact="x", prefix="", suffix=""),),
        credibility=6,
        marking=None,
    )


def test_requests_of_the_other_side_wait_until_a_response_cites_them() -> None:
    asked = [fact("aaaaaaaa", "Portugal"), fact("bbbbbbbb", "Portugal")]
    others = [fact("cccccccc", "Spain"), fact("dddddddd", "Portugal", kind="commitment")]
    response = Line(
        purpose="response", text="Yes.", cites=("aaaaaa",), answers=("aaaaaa",), number=1
    )
    files = [IssuePoints(issue="trade", path="points/trade.md", lines=(response,))]
    assert unanswered([*asked, *others], [], ENGAGEMENT) == asked
    assert unanswered([*asked, *others], files, ENGAGEMENT) == asked[1:]


def test_a_request_stands_in_the_start_of_the_first_issue_it_bears_on(tmp_path: Path) -> None:
    requests = [fact("aaaaaaaa", "Portugal", "water", "energy", "trade")]
    made = list(offer(tmp_path, ("trade", "energy"), TOPICS, requests))
    assert made == [tmp_path / "points" / "trade.md", tmp_path / "points" / "energy.md"]
    assert "aaaaaaaa" in (tmp_path / "points" / "energy.md").read_text("utf-8")
    assert "aaaaaaaa" not in (tmp_path / "points" / "trade.md").read_text("utf-8")


def test_a_start_into_which_nobody_wrote_is_made_anew_and_any_other_stays(tmp_path: Path) -> None:
    first, second = fact("aaaaaaaa", "Portugal"), fact("bbbbbbbb", "Portugal")
    path = tmp_path / "points" / "trade.md"
    list(offer(tmp_path, ("trade",), TOPICS))
    assert list(offer(tmp_path, ("trade",), TOPICS, [first], [first])) == [path]
    assert list(offer(tmp_path, ("trade",), TOPICS, [first], [first])) == []
    assert list(offer(tmp_path, ("trade",), TOPICS, [first, second], [first, second])) == [path]
    mine = path.read_text("utf-8").replace("Portugal wants aaaaaaaa.", "Portugal wants it badly.")
    path.write_text(mine, "utf-8")
    assert list(offer(tmp_path, ("trade",), TOPICS, [first], [first, second])) == []
    assert path.read_text("utf-8") == mine


def test_what_is_there_stays_and_is_not_offered_again(tmp_path: Path) -> None:
    (tmp_path / "points").mkdir()
    (tmp_path / "points" / "trade.md").write_text("mine", "utf-8")
    (tmp_path / "points" / "energy.md").symlink_to(tmp_path / "nowhere.md")
    assert list(offer(tmp_path, ("trade", "energy"), TOPICS, ())) == []
    assert (tmp_path / "points" / "trade.md").read_text("utf-8") == "mine"
    assert not (tmp_path / "nowhere.md").exists()


def test_a_folder_that_takes_no_start_is_a_remark_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "points").write_text("a file", "utf-8")
    (noticed,) = offer(tmp_path, ("trade",), TOPICS, ())
    assert isinstance(noticed, Finding)
    assert noticed.severity == "info"
