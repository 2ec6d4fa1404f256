"""Rules on what a person wrote: what it cites, whether it can be spoken, what waits for it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from scenesetter.checks.estimates import without_ranges
from scenesetter.checks.lengths import sentences_in
from scenesetter.findings import Finding
from scenesetter.model.audience import Audience
from scenesetter.model.citations import SHORTEST, BoundLine, Citations
from scenesetter.model.fact import Fact
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.numerals import told_in, unfounded_figures
from scenesetter.model.pack import Pack, points_in
from scenesetter.model.points import SPOKEN, IssuePoints, Line

MOST_OBJECTIVES = 3
"""US DoD read-ahead guidance: one to three objectives."""
REQUESTS = "they-want"
"""The section of the other side's requests, below which responses stand."""
MOST_SENTENCES = 2
"""Of one idea."""

_NOTE_NUMBER = re.compile(r"\[\^?\d+\]|[⁰¹²³⁴-⁹]")


def mark_is_known(points: IssuePoints, scheme: MarkingScheme) -> Iterator[Finding]:
    """MRK-06, MRK-40: what bears a mark that the scheme does not know reaches no pack."""
    if points.marking is not None and scheme.rank(points.marking) is None:
        what = (
            f"its marking “{points.marking}” is no level of the scheme {scheme.name}; "
            "nothing of it is printed"
        )
        hint = f"its levels: {scheme.known}"
        yield Finding("error", scheme.rule_of_labels, points.path, 1, what, hint)


def marks_go_up(
    points: IssuePoints, printed: Citations, scheme: MarkingScheme
) -> Iterator[Finding]:
    """MRK-01: the mark of a line is not below its file's or a cited fact's; theirs stand."""
    for line in points.lines:
        cited = [fact.marking for one in line.cites for fact in printed.found(one)]
        highest = scheme.highest([points.marking, *cited])
        if line.marking and (scheme.rank(line.marking) or 0) < (scheme.rank(highest or "") or 0):
            what = f"a mark goes up only: {line.marking} is below {highest}, which stands"
            hint = "mark the line as high as what it rests on"
            yield Finding("error", "MRK-01", points.path, line.number, what, hint)


def citations_lead(
    points: IssuePoints, gathered: Citations, printed: Citations
) -> Iterator[Finding]:
    """SRC-07: each citation leads to one fact that may be printed. For the desk: `gathered` has
    the facts of all notes, `printed` what rulings left of them."""
    for line in points.lines:
        for written in line.cites:
            found = gathered.found(written)
            if len(found) != 1 or not printed.found(written):
                what, hint = _astray(written, found)
                yield Finding("error", "SRC-07", points.path, line.number, what, hint)


def _astray(written: str, found: Sequence[Fact]) -> tuple[str, str]:
    if len(found) > 1:
        ids = ", ".join(fact.id for fact in found[:3])
        return f"[f:{written}] could be any of several facts: {ids}", "write more of the id"
    if found:
        what = f"[f:{written}] was rejected or waits for a ruling: the line is not printed"
        return what, "cite another fact, or rule on this one: scenesetter review"
    if not written.isalnum():
        return f"[f:{written[:40]}] cannot be read: the line is not printed", "one id: [f:ID]"
    if len(written) < SHORTEST:
        return f"[f:{written}] is too short", f"write at least {SHORTEST} letters of the id"
    return (
        f"[f:{written}] is no fact, or no longer one: the line is not printed",
        "it may be misspelt, or its note was changed or taken away; see scenesetter facts",
    )


def readers_may_see(
    points: IssuePoints, desk: Citations, seen: Citations, audience: Audience
) -> Iterator[Finding]:
    """REL-01: lines that are not in the pack of an audience because of a fact that they cite.

    For the desk alone: a build says nothing of them.
    """
    for line in points.lines:
        withheld = [
            written
            for written in line.cites
            if len(desk.found(written)) == 1 and len(seen.found(written)) != 1
        ]
        if withheld:
            what = f"is not in the pack for {audience.name}, who may not see [f:{withheld[0]}]"
            yield _warning("REL-01", points.path, line, what)


def can_be_spoken(lines: Sequence[BoundLine], audience: Audience) -> Iterator[Finding]:
    """LEN-06: short, one idea, and nothing in it that nobody would read aloud."""
    for bound in lines:
        line = bound.line
        if line.purpose not in SPOKEN:
            continue
        words = len(line.text.split())
        if audience.spoken and words > audience.spoken:
            what = f"too long to be spoken: {words} words, at most {audience.spoken}"
            yield _warning("LEN-06", bound.path, line, what, "one idea a line")
        elif sentences_in(line.text) > MOST_SENTENCES:
            what = f"more than {MOST_SENTENCES} sentences in one line"
            yield _warning("LEN-06", bound.path, line, what, "one idea a line")
        if _NOTE_NUMBER.search(line.text):
            what = "a note number stands inside a line to be spoken"
            yield _warning("LEN-06", bound.path, line, what, "cite the fact: [f:ID]")


def figures_stand(lines: Sequence[BoundLine]) -> Iterator[Finding]:
    """SRC-05: a figure of a line stands in the facts that it cites, or is declared as derived, or
    is the range of a term of likelihood."""
    for bound in lines:
        line = bound.line
        sources = [words for fact in bound.facts for words in (fact.text, *told_in(fact))]
        if own := unfounded_figures(without_ranges(line.words), [*sources, *line.derived]):
            what = f"{', '.join(own)} stands in no fact that the line cites"
            hint = (
                f"cite the fact that has it, or say that it is yours: [derived: {'; '.join(own)}]"
            )
            yield _warning("SRC-05", bound.path, line, what, hint)


def few_objectives(lines: Sequence[BoundLine]) -> Iterator[Finding]:
    """STR-02: one to three objectives an issue."""
    counts: Counter[str] = Counter()
    for bound in lines:
        if bound.line.purpose == "objectives":
            counts[bound.path] += 1
            if counts[bound.path] == MOST_OBJECTIVES + 1:
                what = f"more than {MOST_OBJECTIVES} objectives for one issue"
                yield _warning("STR-02", bound.path, bound.line, what, "which matter?")


def requests_are_answered(pack: Pack, where: str) -> Iterator[Finding]:
    """STR-05: every printed request of the other side has a response of ours."""
    waiting = {
        paper.issue: points
        for paper in pack.papers
        if (points := [point for point in points_in(paper.sections) if point.awaits_response])
    }
    if waiting:
        counted = ", ".join(f"{issue} {len(points)}" for issue, points in waiting.items())
        what = f"requests without a response in the pack for {pack.audience}: {counted}"
        first = next(iter(waiting.values()))[0]
        hint = f"in points/<issue>.md under Response: - [f:{first.facts[0]}] what we answer"
        yield Finding("warning", "STR-05", where, 0, what, hint)


def responses_name_requests(lines: Iterable[Line], path: str) -> Iterator[Finding]:
    """STR-05: a response begins with what it answers, or it is printed nowhere."""
    for line in lines:
        if line.purpose == "response" and not line.answers:
            what = "does not say which request it answers, and is not printed"
            hint = "begin it with the request: - [f:ID] what we answer"
            yield Finding("error", "STR-05", path, line.number, what, hint)


def responses_are_printed(
    lines: Sequence[BoundLine], pack: Pack, audience: Audience
) -> Iterator[Finding]:
    """STR-05: a response stands below its request, and only where that is printed."""
    sections = {section.name for paper in pack.papers for section in paper.sections}
    if REQUESTS not in sections:
        return  # the house style has no place for them in this pack
    printed = {
        (fact, response.text)
        for paper in pack.papers
        for point in points_in(paper.sections)
        for fact in point.facts
        for response in point.responses
    }
    for bound in lines:
        shown = any((fact.id, bound.line.text) in printed for fact in bound.answers)
        if audience.answers and bound.answers and not shown:
            what = f"is not in the pack {pack.audience}, which does not print the request"
            hint = "cite a request of the other side; those that are too long are left out"
            yield _warning("STR-05", bound.path, bound.line, what, hint)


def _warning(rule: str, path: str, line: Line, what: str, hint: str = "") -> Finding:
    return Finding("warning", rule, path, line.number, what, hint)
