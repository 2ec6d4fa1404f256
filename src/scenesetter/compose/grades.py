"""The grade of each fact beside it: the Admiralty code, for readers who are shown it."""

from collections.abc import Iterable, Mapping, Sequence

from scenesetter.compose.lines import TITLES
from scenesetter.model.fact import Fact
from scenesetter.model.grade import grade_of
from scenesetter.model.note import Note
from scenesetter.model.pack import Group, Pack, Paper, Point, Section


def grades_of(facts: Iterable[Fact], notes: Sequence[Note]) -> dict[str, str]:
    """By fact."""
    sources = {note.name: note.source for note in notes}
    return {fact.id: grade_of(fact, sources) for fact in facts}


def graded(pack: Pack, grades: Mapping[str, str]) -> Pack:
    """A person's lines rest on facts and have no grade of their own."""
    return pack.model_copy(
        update={
            "overview": tuple(_paper(one, grades) for one in pack.overview),
            "papers": tuple(_paper(one, grades) for one in pack.papers),
            "chronology": tuple(_group(one, grades) for one in pack.chronology),
        }
    )


def _paper(paper: Paper, grades: Mapping[str, str]) -> Paper:
    sections = tuple(one if one.name in TITLES else _section(one, grades) for one in paper.sections)
    return paper.model_copy(update={"sections": sections})


def _section(section: Section, grades: Mapping[str, str]) -> Section:
    groups = tuple(_group(one, grades) for one in section.groups)
    return section.model_copy(update={"groups": groups})


def _group(group: Group, grades: Mapping[str, str]) -> Group:
    return group.model_copy(update={"points": tuple(_point(one, grades) for one in group.points)})


def _point(point: Point, grades: Mapping[str, str]) -> Point:
    """Sentences of our own rest on no fact."""
    grade = grades.get(point.facts[0]) if point.facts else None
    return point.model_copy(update={"grade": grade})
