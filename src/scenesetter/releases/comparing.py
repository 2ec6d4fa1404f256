"""What differs between two releases of one audience, from their own contents and nothing else."""

from collections.abc import Iterator, Sequence

from scenesetter.model.release import (
    Change,
    Contents,
    ReleasedFact,
    ReleasedLine,
    ReleasedSource,
)
from scenesetter.releases.pairing import paired_facts, paired_lines


def changes(old: Contents, new: Contents) -> tuple[Change, ...]:
    """Facts, then lines, then sources; of each what stands now in its order, then what is gone."""
    return (
        *_of_facts(old.facts, new.facts),
        *_of_lines(old.lines, new.lines),
        *source_changes(old, new.sources),
    )


def _of_facts(old: Sequence[ReleasedFact], new: Sequence[ReleasedFact]) -> Iterator[Change]:
    for before, after in paired_facts(old, new):
        if after is None and before is not None:
            yield _fact_change("withdrawn", before)
        elif before is None and after is not None:
            yield _fact_change("added", after)
        elif before is not None and after is not None:
            yield from _of_fact(before, after)


def _of_fact(before: ReleasedFact, after: ReleasedFact) -> Iterator[Change]:
    if before.text != after.text:
        yield _fact_change("reworded", after, before=before.text)
    if before.grade != after.grade:
        yield _fact_change("regraded", after, before=before.grade, after=after.grade)
    if before.marking != after.marking:
        yield _fact_change("re-marked", after, before=before.marking, after=after.marking)
    if before.papers[:1] != after.papers[:1]:
        papers = "".join(before.papers[:1]), "".join(after.papers[:1])
        yield _fact_change("moved", after, before=papers[0] or None, after=papers[1] or None)
    more = [note for note in after.notes if note not in before.notes]
    if more:
        yield _fact_change("new source", after, after=", ".join(more))


def _of_lines(old: Sequence[ReleasedLine], new: Sequence[ReleasedLine]) -> Iterator[Change]:
    for before, after in paired_lines(old, new):
        if after is None and before is not None:
            yield _line_change("withdrawn", before)
        elif before is None and after is not None:
            yield _line_change("added", after)
        elif before is not None and after is not None:
            if before.text != after.text:
                yield _line_change("reworded", after, before=before.text)
            if before.mark != after.mark:
                yield _line_change("re-marked", after, before=before.mark, after=after.mark)


def source_changes(old: Contents, new: Sequence[ReleasedSource]) -> Iterator[Change]:
    """VER-03: a source that was corrected or withdrawn, with all that rests on it; and each that
    is cited for the first time."""
    former = {source.name: source for source in old.sources}
    now = {source.name: source for source in new}
    for name, source in now.items():
        before = former.get(name)
        if source.citation and (before is None or before.citation is None):
            yield _source_change("new source", source, old)
        elif before and before.citation and _differs(before, source):
            yield _source_change("source changed", source, old)
    for name, source in former.items():
        if source.citation and name not in now:
            yield _source_change("source withdrawn", source, old)


def _differs(before: ReleasedSource, after: ReleasedSource) -> bool:
    return (before.words, before.record) != (after.words, after.record)


def resting_on(name: str, contents: Contents) -> tuple[ReleasedFact, ...]:
    return tuple(fact for fact in contents.facts if name in fact.notes)


def papers_of(facts: Sequence[ReleasedFact], contents: Contents) -> tuple[str, ...]:
    """Issues whose papers print one of the facts or a line that rests on one, in their order."""
    ids = {fact.id for fact in facts}
    touched = {paper for fact in facts for paper in fact.papers}
    touched |= {line.paper for line in contents.lines if not ids.isdisjoint(line.facts)}
    return tuple(issue for issue in contents.papers if issue in touched)


def _fact_change(
    change: str, fact: ReleasedFact, before: str | None = None, after: str | None = None
) -> Change:
    return Change.model_validate(
        {
            "change": change,
            "what": fact.kind,
            "id": fact.id,
            "text": fact.text,
            "before": before,
            "after": after,
            "papers": fact.papers,
            "pages": fact.pages,
        }
    )


def _line_change(
    change: str, line: ReleasedLine, before: str | None = None, after: str | None = None
) -> Change:
    return Change.model_validate(
        {
            "change": change,
            "what": line.purpose,
            "text": line.text,
            "before": before,
            "after": after,
            "papers": (line.paper,),
            "facts": line.facts,
            "pages": line.pages,
        }
    )


def _source_change(change: str, source: ReleasedSource, old: Contents) -> Change:
    facts = () if change == "new source" else resting_on(source.name, old)
    return Change.model_validate(
        {
            "change": change,
            "what": "source",
            "text": source.citation or source.name,
            "after": source.name,
            "papers": papers_of(facts, old),
            "facts": tuple(fact.id for fact in facts),
        }
    )
