"""What a pack prints, fact by fact and line by line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from scenesetter.model.fact import Fact
from scenesetter.model.grade import grade_of
from scenesetter.model.note import Note, Source
from scenesetter.model.pack import Pack, Point, points_in
from scenesetter.model.points import Purpose
from scenesetter.model.release import Contents, ReleasedFact, ReleasedLine, ReleasedSource
from scenesetter.releases.digests import of_value, of_words

ENOUGH = 48
"""Characters by which a point is found on a printed page."""

_NOT_SEARCHED = re.compile(r"[\s\u00ad\u2060-]+")


class Printed(NamedTuple):
    """A point at its place. `paper` is empty outside the papers, `purpose` None for a fact."""

    point: Point
    paper: str
    purpose: Purpose | None


def printed_points(pack: Pack) -> Iterator[Printed]:
    """Everything that rests on facts, papers first: what stands elsewhere too is told by them."""
    purposes: dict[str, Purpose] = {name: name for name in get_args(Purpose)}
    for paper in (*pack.papers, *pack.overview):
        for section in paper.sections:
            purpose = purposes.get(section.name)
            for point in points_in([section]):
                yield Printed(point, paper.issue, purpose)
                for response in point.responses:
                    yield Printed(response, paper.issue, "response")
    issues = {paper.title: paper.issue for paper in pack.papers}
    for question in pack.questions:
        issue = issues.get(question.paper, "")
        yield from (Printed(point, issue, None) for point in question.asked)
        yield from (Printed(point, issue, "press-line") for point in question.answers)
    for point in (point for group in pack.chronology for point in group.points):
        yield Printed(point, "", None)
    for point in (point for person in pack.biographies for point in person.points):
        yield Printed(point, "", None)


def contents_of(
    pack: Pack, facts: Sequence[Fact], notes: Sequence[Note], pages: Sequence[str] = ()
) -> Contents:
    """`facts` and `notes` are the audience's, `pages` the text of the printed ones."""
    known = {fact.id: fact for fact in facts}
    sources = {note.name: note.source for note in notes}
    searched = [_searched(page) for page in pages]
    found: dict[str, ReleasedFact] = {}
    lines: dict[tuple[str, str, str], ReleasedLine] = {}
    for point, paper, purpose in printed_points(pack):
        on = _pages(point.text, searched)
        if purpose is not None:
            line = ReleasedLine(
                purpose=purpose,
                text=point.text,
                paper=paper,
                facts=point.facts,
                mark=point.mark,
                pages=on,
            )
            lines.setdefault((purpose, paper, point.text), line)
        elif len(point.facts) == 1 and point.facts[0] in known:
            fact = known[point.facts[0]]
            first = found.get(fact.id) or _fact(fact, point.text, sources, on)
            papers = dict.fromkeys([*first.papers, *([paper] if paper else [])])
            found[fact.id] = first.model_copy(update={"papers": tuple(papers)})
    for entry in pack.passages:
        if entry.fact in known and entry.fact not in found:
            fact = known[entry.fact]
            found[fact.id] = _fact(fact, entry.text, sources, _pages(entry.text, searched))
    return Contents(
        papers={paper.issue: paper.title for paper in (*pack.overview, *pack.papers)},
        facts=tuple(found.values()),
        lines=tuple(lines.values()),
        sources=tuple(_source(note, pack) for note in notes),
    )


def _fact(
    fact: Fact, text: str, sources: Mapping[str, Source], pages: tuple[int, ...]
) -> ReleasedFact:
    return ReleasedFact(
        id=fact.id,
        kind=fact.kind,
        text=text,
        holder=fact.holder.name if fact.holder else None,
        marking=fact.marking,
        grade=grade_of(fact, sources),
        notes=tuple(dict.fromkeys(passage.note for passage in fact.passages)),
        same_as=fact.same_as,
        pages=pages,
    )


def _source(note: Note, pack: Pack) -> ReleasedSource:
    cited = {entry.note: entry.citation for entry in pack.sources}
    return ReleasedSource(
        name=note.name,
        words=of_words(note.text),
        record=of_value(note.source.model_dump(exclude={"sha256"})),
        citation=cited.get(note.name),
    )


def _searched(text: str) -> str:
    """Without what a line break on a page adds or takes."""
    return _NOT_SEARCHED.sub("", text)


def _pages(text: str, searched: Sequence[str]) -> tuple[int, ...]:
    start = _searched(text)[:ENOUGH]
    return tuple(number for number, page in enumerate(searched, 1) if start and start in page)
