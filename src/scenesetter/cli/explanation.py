"""What `facts --explain` prints: how a fact came about, for a reader who doubts it."""

import textwrap
from collections.abc import Iterator, Sequence

from scenesetter.model.fact import Fact, Figure, Passage, Span, Time
from scenesetter.model.note import Note

WIDTH = 96
LABEL = 12
OPENS, CLOSES = "»»", "««"
"""Around the passage in its paragraph; no quotation marks, which the note may have itself."""

KINDS = {
    "request": "someone wants something of another",
    "commitment": "someone promises or agrees to something",
    "quotation": "someone's own words",
    "position": "what someone says, in the note's words",
    "assessment": "a judgement, of an outsider or on facts",
    "figure": "the note's own, with a figure in it",
    "event": "the note's own",
}


def explained(fact: Fact, notes: Sequence[Note]) -> str:
    by_name = {note.name: note for note in notes}
    lines = [f"{fact.id}  {fact.kind}  {', '.join(fact.issues)}", ""]
    lines += _entry("Text", fact.text)
    lines += _entry("Kind", f"{fact.kind}: {KINDS[fact.kind]}")
    lines += _entry("Cue", f"“{fact.cue}”" if fact.cue else "none")
    lines += _entry("Holder", _holder(fact))
    lines += _entry("Issues", *_issues(fact))
    lines += _entry("Time", *_times(fact))
    lines += _entry("Meeting", fact.engagement or "not known: the passage and its date name none")
    lines += _entry("Origin", " → ".join(fact.origin))
    lines += _entry("Credibility", _credibility(fact))
    lines += _entry("Marking", fact.marking or "none of its own: the briefing's holds")
    for bracket in fact.brackets:
        ours = fact.text[bracket.start : bracket.end]
        lines += _entry("Brackets", f"{ours} stands for “{bracket.words}”")
    for passage in fact.passages:
        lines += ["", *_passage(passage, by_name[passage.note])]
    return "\n".join(lines)


def _entry(label: str, *texts: str) -> Iterator[str]:
    for number, text in enumerate(texts):
        head = f"{label if number == 0 else '':{LABEL}}"
        yield textwrap.fill(
            text, WIDTH, initial_indent=head, subsequent_indent=" " * LABEL, break_on_hyphens=False
        )


def _holder(fact: Fact) -> str:
    holder = fact.holder
    if holder is None:
        return "nobody: no one is cited for the passage"
    known = ", ".join(part for part in (holder.role, holder.party) if part and part != holder.name)
    name = f"{holder.name} ({known})" if known else holder.name
    words = f", whom the note calls “{holder.words}”" if holder.words else ""
    link = f", found by {holder.link}" if holder.link else ""
    doubts = {
        "not certain who is meant": holder.unsure,
        "not named": holder.anonymous,
        "several sides together": holder.joint,
    }
    told = [doubt for doubt, holds in doubts.items() if holds]
    return name + words + link + (f"; {'; '.join(told)}" if told else "")


def _issues(fact: Fact) -> list[str]:
    if not fact.bearings:
        return [f"{', '.join(fact.issues)}: no term of any topic stands in it or beside it"]
    return [
        f"{bearing.issue} (weight {bearing.score:g}): {', '.join(bearing.terms)}"
        for bearing in fact.bearings
    ]


def _times(fact: Fact) -> list[str]:
    of_note = f"the note is of {fact.as_of}" if fact.as_of else "the note has no date"
    chosen = fact.when or "not stated"
    times = [time for passage in fact.passages for time in passage.times]
    return [f"{chosen}; {of_note}", *dict.fromkeys(map(_time, times))]


def _time(time: Time) -> str:
    return f"“{time.words}” is {time.value or 'not resolved'}: {time.reading}"


def _credibility(fact: Fact) -> str:
    notes = len({passage.note for passage in fact.passages})
    told = "not judged" if fact.credibility == 6 else f"{fact.credibility} of the Admiralty code"
    return f"{told}; stands in {notes} {'note' if notes == 1 else 'notes'}"


def _passage(passage: Passage, note: Note) -> Iterator[str]:
    number, (start, end) = _paragraph(passage, note)
    spans = f"code points {passage.start} to {passage.end}"
    yield f"{passage.note}, paragraph {number} ({spans})"
    text = note.text
    marked = (
        text[start : passage.start]
        + f"{OPENS}{text[passage.start : passage.end]}{CLOSES}"
        + text[passage.end : end]
    )
    for part in marked.split("\n"):
        yield textwrap.indent(textwrap.fill(part, WIDTH - 2, break_on_hyphens=False), "  ")
    for label, found in (("source", passage.source), ("cue", passage.cue)):
        if found:
            yield f"  {label}: {_words(text, found)}"
    for figure in passage.figures:
        yield f"  figure: {_figure(figure)}"


def _paragraph(passage: Passage, note: Note) -> tuple[int, Span]:
    """Number, from 1, and span of the paragraphs that the passage stands in."""
    touched = [
        (number, block)
        for number, block in enumerate(note.blocks, 1)
        if block.start < passage.end and passage.start < block.end
    ]
    return touched[0][0], (touched[0][1].start, touched[-1][1].end)


def _words(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(f"“{' '.join(text[start:end].split())}”" for start, end in spans)


def _figure(figure: Figure) -> str:
    value = "no exact value" if figure.value is None else f"{figure.value:,.10g}"
    parts = [value, figure.unit, f"of {figure.counted}" if figure.counted else None]
    hedge = f", {figure.hedge}" if figure.hedge else ""
    return f"“{figure.words}”: {' '.join(part for part in parts if part)}{hedge}"
