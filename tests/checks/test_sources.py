"""Rules on the sources of a pack."""

from typing import Any

import pytest

from scenesetter.checks.sources import grades_are_independent, single_sources_are_described
from scenesetter.model.fact import Fact, Passage
from scenesetter.model.note import Note, Reliability, Source
from scenesetter.model.pack import Group, Pack, Paper, Point, Section, SourceEntry

ENTRY = SourceEntry(
    number=1, note="a.txt", citation="A", url=None, marking=None, paragraphs="1", missing=()
)


def described(*sources: tuple[int, ...], descriptor: str | None = None) -> list[str]:
    """Of a paper whose points have these sources."""
    points = tuple(
        Point(text="x", holder=None, role=None, when=None, sources=one, facts=("abc",))
        for one in sources
    )
    group = Group(label=None, points=points)
    said = Section(name="said", title="Said", form="points", groups=(group,), gap=None)
    told: dict[str, Any] = {"issue": "trade", "sections": (said,)}
    pack: dict[str, Any] = {
        "audience": "book",
        "papers": (Paper.model_construct(None, **told),),
        "sources": (ENTRY.model_copy(update={"descriptor": descriptor}),),
    }
    made = Pack.model_construct(None, **pack)
    return [one.rule for one in single_sources_are_described(made, "briefing.toml")]


def test_what_a_paper_rests_on_alone_is_described() -> None:
    assert described((1,), (1,)) == ["SRC-08"]
    assert described((1,), (1,), descriptor="The ministry's own account") == []
    assert described((1,), (2,)) == []
    assert described() == []


def graded(*grades: tuple[Reliability | None, int]) -> list[str]:
    notes, facts = [], []
    for number, (letter, credibility) in enumerate(grades):
        name = f"{number}.txt"
        notes.append(Note(name=name, text="x", blocks=(), source=Source(reliability=letter)))
        passage = Passage(note=name, start=0, end=1, exact="x", prefix="", suffix="")
        told: dict[str, Any] = {"passages": (passage,), "credibility": credibility}
        facts.append(Fact.model_construct(None, **told))
    return [one.rule for one in grades_are_independent(facts, notes, "briefing.toml")]


@pytest.mark.parametrize(
    ("more", "rules"),
    [
        (("C", 3), ["ADM-03"]),
        (("C", 2), []),
        (("C", 6), []),  # not judged: four are too few
        ((None, 3), []),
    ],
)
def test_grades_that_all_lie_on_the_diagonal_are_named(
    more: tuple[Reliability | None, int], rules: list[str]
) -> None:
    assert graded(("A", 1), ("B", 2), ("B", 2), ("A", 1), more) == rules
