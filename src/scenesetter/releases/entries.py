"""What changed, in the words of a page that a pack carries.

A pack prints nothing that its readers may no longer see, not even what an earlier one had: of what
was withdrawn it says how much, and earlier words stand only where these readers may still see
them. So the page is the same whether a point was taken back or marked above its readers.
"""

from collections.abc import Collection, Iterator, Sequence

from scenesetter.model.pack import ChangeEntry, Pack, Paper
from scenesetter.model.release import Change, ChangeKind
from scenesetter.releases.contents import printed_points

_WORDS: dict[ChangeKind, str] = {
    "added": "New",
    "reworded": "Reworded",
    "re-marked": "Marking changed",
    "moved": "Moved here",
    "new source": "New source",
    "source changed": "Source changed",
}


def change_entries(
    changes: Sequence[Change], pack: Pack, readable: Collection[str]
) -> tuple[ChangeEntry, ...]:
    """In the order of the papers, sources after them; `readable` are all the texts that these
    readers may see now."""
    papers = {paper.issue: paper for paper in (*pack.overview, *pack.papers)}
    marks = {one.point.text: one.point.mark for one in printed_points(pack)}
    marks |= {source.citation: source.mark for source in pack.sources}
    entries = [
        _entry(word, change, papers, readable).model_copy(
            update={"mark": marks.get(change.text, pack.own)}
        )
        for change in changes
        if (word := _word(change, pack))
    ]
    order = {paper.title: place for place, paper in enumerate(papers.values())}
    entries.sort(key=lambda entry: order.get(entry.paper, len(order)))
    return (*entries, *_withdrawn(changes, pack))


def _word(change: Change, pack: Pack) -> str | None:
    """None for what these readers are not shown: a grade, a source that the pack does not cite."""
    if change.what == "source":
        cited = {source.citation for source in pack.sources}
        return _WORDS.get(change.change) if change.text in cited else None
    if change.change == "new source":
        return None  # told once, of the source itself
    if change.change == "regraded":
        graded = any(one.point.grade for one in printed_points(pack))
        return f"Regraded from {change.before} to {change.after}" if graded else None
    return _WORDS.get(change.change)


def _entry(
    word: str, change: Change, papers: dict[str, Paper], readable: Collection[str]
) -> ChangeEntry:
    in_papers = () if change.what == "source" else change.papers
    paper = next((papers[issue] for issue in in_papers if issue in papers), None)
    former = change.before if change.change == "reworded" else None
    return ChangeEntry(
        paper=paper.title if paper else "",
        change=word,
        text=change.text,
        before=former if former in readable else None,
        anchor=paper.anchor if paper else None,
    )


def _withdrawn(changes: Sequence[Change], pack: Pack) -> Iterator[ChangeEntry]:
    gone = sum(one.change == "withdrawn" for one in changes)
    if gone:
        text = "1 point no longer stands." if gone == 1 else f"{gone} points no longer stand."
        yield ChangeEntry(paper="", change="Withdrawn", text=text, mark=pack.own)
