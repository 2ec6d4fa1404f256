"""What is done with a person's points for each issue: read, checked against facts, offered."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from scenesetter import store
from scenesetter.checks.claims import quoted_words_stand, several_sources_are_several
from scenesetter.checks.estimates import check_estimates
from scenesetter.checks.points import (
    can_be_spoken,
    citations_lead,
    few_objectives,
    figures_stand,
    mark_is_known,
    marks_go_up,
    requests_are_answered,
    responses_are_printed,
    responses_name_requests,
)
from scenesetter.compose.sides import side_of
from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.model.audience import Audience
from scenesetter.model.citations import Citations, bound_lines
from scenesetter.model.engagement import Engagement
from scenesetter.model.fact import Fact
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.pack import Pack
from scenesetter.model.points import IssuePoints, Line
from scenesetter.model.topic import Topic
from scenesetter.points.reading import FOLDER, read_folder
from scenesetter.points.starts import is_untouched, start


class WrittenPoints(NamedTuple):
    """What a person wrote. `noticed` has each finding with the mark of its file; `unmarked` are
    those of files whose mark nobody knows, and which are printed for nobody."""

    files: tuple[IssuePoints, ...]
    noticed: tuple[tuple[str | None, Finding], ...]
    unmarked: tuple[Finding, ...]


def read_points(
    root: Path, topics: Sequence[Topic], agenda: Sequence[str], scheme: MarkingScheme
) -> WrittenPoints:
    """All points files of a briefing folder."""
    read = read_folder(root, [topic.name for topic in topics], agenda, scheme)
    files = tuple(one.points for one in read if one.points)
    unmarked = [finding for file in files for finding in mark_is_known(file, scheme)]
    noticed: list[tuple[str | None, Finding]] = []
    for one in read:
        own = one.points.marking if one.points else None
        noticed += [(own, finding) for finding in one.findings]
        for bracket, finding in one.of_marked:
            marking = scheme.of_portion(bracket)
            if finding.rule == "MRK-06":
                unmarked.append(finding)
            else:
                noticed.append((scheme.highest([own, marking]) if marking else own, finding))
    return WrittenPoints(files, tuple(noticed), tuple(unmarked))


def readable(
    files: Sequence[IssuePoints], may_see: Callable[[str | None], bool]
) -> list[IssuePoints]:
    """The files, and the lines of them, whose own marks a reader may see."""
    return [
        file.model_copy(
            update={"lines": tuple(one for one in file.lines if _may_read(one, may_see))}
        )
        for file in files
        if may_see(file.marking)
    ]


def _may_read(line: Line, may_see: Callable[[str | None], bool]) -> bool:
    return line.marking is None or may_see(line.marking)


def noticed_at_desk(
    files: Sequence[IssuePoints],
    facts: Sequence[Fact],
    printed: Sequence[Fact],
    scheme: MarkingScheme,
) -> Iterator[Finding]:
    """Citations that lead to nothing, with the facts of all notes before and after rulings,
    responses to nothing, and marks below what a line rests on."""
    citations, left = Citations(facts), Citations(printed)
    for file in files:
        yield from marks_go_up(file, left, scheme)
        yield from citations_lead(file, citations, left)
        yield from responses_name_requests(file.lines, file.path)


def noticed_in_pack(
    files: Sequence[IssuePoints], facts: Sequence[Fact], pack: Pack, audience: Audience, where: str
) -> Iterator[Finding]:
    """Rules on the lines of a pack; `facts` are the audience's, and so are the files."""
    citations = Citations(facts)
    papers = {paper.issue for paper in pack.papers}
    lines = [
        bound for file in files if file.issue in papers for bound in bound_lines(file, citations)
    ]
    yield from can_be_spoken(lines, audience)
    yield from few_objectives(lines)
    yield from figures_stand(lines)
    yield from quoted_words_stand(lines)
    yield from several_sources_are_several(lines)
    yield from check_estimates(lines)
    for bound in lines:
        yield from responses_name_requests([bound.line], bound.path)
    yield from responses_are_printed(lines, pack, audience)
    yield from requests_are_answered(pack, where)


def unanswered(
    facts: Sequence[Fact], files: Sequence[IssuePoints], engagement: Engagement
) -> list[Fact]:
    """The other side's requests that no response cites, in the order given."""
    citations = Citations(facts)
    answered = {
        fact.id
        for file in files
        for bound in bound_lines(file, citations)
        for fact in bound.answers
    }
    return [
        fact
        for fact in facts
        if fact.kind == "request"
        and side_of(fact, engagement) == "counterpart"
        and fact.id not in answered
    ]


def offer(
    root: Path,
    agenda: Sequence[str],
    topics: Sequence[Topic],
    requests: Sequence[Fact] = (),
    facts: Sequence[Fact] = (),
) -> Iterator[Path | Finding]:
    """Start the points file of each issue that has none, and start anew those into which nobody
    has written a word yet; what a person wrote stays as it is.

    `facts` are all of the desk, by which a file is known to be still a start. Each request stands
    in the file of the first issue of the agenda that it bears on. Gives what was written, and what
    could not be.
    """
    titles = {topic.name: topic.title for topic in topics}
    known = {name: fact for fact in facts for name in (fact.id, *fact.same_as)}
    by_issue: dict[str, list[Fact]] = {issue: [] for issue in agenda}
    for fact in requests:
        place = next((issue for issue in fact.issues if issue in by_issue), None)
        if place is not None:
            by_issue[place].append(fact)
    for issue, waiting in by_issue.items():
        path = root / FOLDER / f"{issue}.md"
        made = start(titles[issue], waiting)
        try:
            if not (path.exists() or path.is_symlink()):
                store.create(path, made)
                yield path
            elif (old := _still_a_start(path, titles[issue], known)) not in (None, made):
                store.replace(path, made, old)
                yield path
        except UserError as error:
            what = f"no start for the points on {issue}: {error.what}"
            yield Finding("info", "STR-03", str(path), 0, what)


def _still_a_start(path: Path, title: str, facts: Mapping[str, Fact]) -> str | None:
    """The text of a file that holds nothing of a person's; None for any other."""
    try:
        text = path.read_text("utf-8") if path.is_file() and not path.is_symlink() else ""
    except (OSError, UnicodeDecodeError):
        return None
    return text if text and is_untouched(text, title, facts) else None
