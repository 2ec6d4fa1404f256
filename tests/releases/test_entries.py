"""What changed, as the readers of a pack are told of it."""

from typing import Any

from scenesetter.model.pack import Group, Pack, Paper, Point, Section, SourceEntry
from scenesetter.model.release import Change
from scenesetter.releases.entries import change_entries

TALK = Point(
    text="Spain wants ships.", holder=None, role=None, when=None, sources=(), facts=("a",), mark="C"
)


def pack(**more: object) -> Pack:
    """Of a paper on trade and then one on energy, with a line on each; it cites one source."""

    def paper(issue: str, point: Point) -> Paper:
        groups = (Group(label=None, points=(point,)),)
        said = Section(name="said", title="Said", form="points", groups=groups, gap=None)
        told: dict[str, Any] = {
            "issue": issue,
            "title": issue,
            "anchor": issue,
            "sections": (said,),
        }
        return Paper.model_construct(None, **told)

    gas = TALK.model_copy(update={"text": "Spain buys gas.", "mark": "S"})
    source: dict[str, Any] = {"number": 1, "note": "a.md", "citation": "“A”", "mark": "C"}
    rest = dict.fromkeys(("overview", "biographies", "chronology"), ())
    cited = (SourceEntry.model_construct(None, **source),)
    papers = (paper("trade", TALK), paper("energy", gas))
    told: dict[str, Any] = {"papers": papers, "sources": cited, "own": "U", **rest, **more}
    return Pack.model_construct(None, **told)


def change(kind: str, text: str, what: str = "event", **more: object) -> Change:
    return Change.model_validate({"change": kind, "what": what, "text": text, **more})


def entries(*changes: Change, readable: tuple[str, ...] = ()) -> list[tuple[str, str, str | None]]:
    made = change_entries(changes, pack(), readable)
    return [(one.change, one.text, one.mark) for one in made]


def test_changes_stand_in_the_order_of_the_papers_and_sources_after_them() -> None:
    told = entries(
        change("new source", "“A”", "source"),
        change("added", "Spain buys gas.", papers=("energy",)),
        change("added", "Peru sells fish.", papers=("energy",)),
        change("added", "Spain wants ships.", papers=("trade",)),
    )
    assert told == [
        ("New", "Spain wants ships.", "C"),
        ("New", "Spain buys gas.", "S"),
        ("New", "Peru sells fish.", "U"),
        ("New source", "“A”", "C"),
    ]


def test_earlier_words_stand_only_where_these_readers_may_still_see_them() -> None:
    reworded = change("reworded", "Spain wants ships.", before="Spain wants 40 ships.")
    for readable, before in (((), None), (("Spain wants 40 ships.",), "Spain wants 40 ships.")):
        (entry,) = change_entries([reworded], pack(), readable)
        assert entry.before == before


def test_readers_are_not_told_of_grades_nor_of_sources_that_their_pack_does_not_show() -> None:
    unseen = (
        change("regraded", "Spain wants ships.", before="B2", after="B1"),
        change("new source", "Spain wants ships.", after="cable.txt"),
        change("new source", "“Cable”", "source"),
        change("source withdrawn", "“Cable”", "source"),
    )
    assert entries(*unseen) == []


def test_of_what_was_withdrawn_only_how_much_is_said() -> None:
    told = entries(change("withdrawn", "Spain buys wine."), change("withdrawn", "Spain sells oil."))
    assert told == [("Withdrawn", "2 points no longer stand.", "U")]
