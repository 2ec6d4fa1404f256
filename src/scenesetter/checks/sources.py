"""Rules on the sources of a pack."""

from collections.abc import Iterator, Sequence

from scenesetter.findings import Finding
from scenesetter.model.fact import Fact
from scenesetter.model.note import Note
from scenesetter.model.pack import Pack, points_in

FEW = 5
"""Fewer graded facts than these may all lie on the diagonal by chance."""
LETTERS = "ABCDE"
"""F is "cannot be judged", and so is 6: neither is a grade that could go with another."""


def single_sources_are_described(pack: Pack, where: str) -> Iterator[Finding]:
    """SRC-08: what a paper rests on alone is described: access, motive, age."""
    described = {entry.number: entry for entry in pack.sources}
    bare: dict[str, list[str]] = {}
    for paper in pack.papers:
        numbers = {number for point in points_in(paper.sections) for number in point.sources}
        entry = described.get(next(iter(numbers))) if len(numbers) == 1 else None
        if entry is not None and not entry.descriptor:
            bare.setdefault(entry.note, []).append(paper.issue)
    for note, issues in bare.items():
        what = (
            f"{note}, on which alone the pack for {pack.audience} rests for "
            f"{', '.join(issues)}, is not described"
        )
        hint = f'under [sources."{note}"]: descriptor = "its access, its motive, how old it is"'
        yield Finding("warning", "SRC-08", where, 0, what, hint)


def grades_are_independent(
    facts: Sequence[Fact], notes: Sequence[Note], where: str
) -> Iterator[Finding]:
    """ADM-03: source and fact are graded each by itself; A1, B2, C3 throughout looks as if one
    were read off the other (Baker and others 1968, as restated)."""
    reliability = {note.name: note.source.reliability for note in notes}
    grades = [
        (LETTERS.index(letter) + 1, fact.credibility)
        for fact in facts
        if fact.credibility < 6
        for letter in (reliability.get(fact.passages[0].note),)
        if letter is not None and letter in LETTERS
    ]
    if len(grades) >= FEW and all(letter == number for letter, number in grades):
        what = f"all {len(grades)} graded facts have grades such as A1, B2, C3"
        hint = "grade a source by its own record, whatever it says this time"
        yield Finding("warning", "ADM-03", where, 0, what, hint)
