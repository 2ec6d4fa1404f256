"""What `facts --explain` and `review` print: how a fact came about, for a reader who doubts it."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from scenesetter.cli.passage_in_place import (
    LEGEND,
    WIDTH,
    last_named,
    paragraph_at,
    paragraphs_of,
    passage_shown,
    words_at,
)
from scenesetter.model.edtf import in_words
from scenesetter.model.fact import Bearing, Fact, FactKind, Figure, Holder, Link, Time
from scenesetter.model.note import Note
from scenesetter.model.terms import folded, pattern_of

LABEL = 12

KINDS: Mapping[FactKind, str] = {
    "request": "somebody wants something of another",
    "commitment": "somebody promises, agrees or sets out to do something",
    "quotation": "somebody's own words",
    "position": "what somebody says or does about it, in the note's words",
    "assessment": "a judgement: what somebody thinks, expects, fears or found",
    "figure": "what the note itself says, with a figure in it",
    "event": "what the note itself says",
}
LINKS: Mapping[Link, str] = {
    "full name": "the full name",
    "surname": "the name in short, which one person known from the notes or the briefing has",
    "alias": "another name of the same person, as the notes or the briefing give it",
    "title": "a title with the name",
    "role": "an office, which this person holds by the notes or the briefing",
    "pronoun": "a pronoun: the last one named before it whom it fits",
    "country": "a country or its capital, which stands for its government",
    "organisation": "an organisation",
    "group": "people who are not named one by one",
    "speaker's turn": "the name at the head of the speaker's turn",
    "note's author": "“I” or “we” of a note that one of the engagement's own people wrote",
    "note's words": "words that lead to nobody known from the notes or the briefing",
}
_NAMED_ELSEWHERE: frozenset[Link] = frozenset({"surname", "alias", "role", "pronoun"})
WEIGHTS = "Weights are the topic's own: 3 decides alone, about 1 is just enough."


def explained(fact: Fact, facts: Sequence[Fact], notes: Sequence[Note]) -> str:
    by_name = {note.name: note for note in notes}
    note = by_name[fact.passages[0].note]
    lines = [*_in_place(fact, by_name)]
    lines += _entry("Kind", f"{fact.kind}: {KINDS[fact.kind]}", _cue(fact))
    lines += _entry("Holder", *_holder(fact, note))
    lines += _entry("Issues", *_issues(fact, note))
    lines += _entry("Time", *_times(fact))
    if figures := [figure for passage in fact.passages for figure in passage.figures]:
        lines += _entry("Figures", *dict.fromkeys(map(_figure, figures)))
    lines += _entry("Meeting", fact.engagement or "not known: the passage and its date name none")
    lines += _entry("Origin", " → ".join(fact.origin), *_notes(fact))
    lines += _entry("Against it", *_contrary(fact, facts))
    lines += _entry("Unsure", *_doubts(fact))
    lines += _entry("Marking", fact.marking or "none of its own: the briefing's holds")
    return "\n".join(lines)


def presented(fact: Fact, notes: Sequence[Note], marking: str | None) -> str:
    """What one needs to rule on a fact; `marking` is the one that it has now."""
    by_name = {note.name: note for note in notes}
    lines = [*_in_place(fact, by_name)]
    lines += _entry("Kind", f"{fact.kind}: {KINDS[fact.kind]}")
    lines += _entry("Holder", *_holder(fact, by_name[fact.passages[0].note]))
    lines += _entry("Time", next(_times(fact)))
    lines += _entry("Origin", " → ".join(fact.origin))
    lines += _entry("Unsure", *_doubts(fact))
    lines += _entry("Marking", marking or "none")
    return "\n".join(lines)


def _in_place(fact: Fact, notes: Mapping[str, Note]) -> Iterator[str]:
    """What it says, and each of its passages in its paragraph."""
    yield f"{fact.id}  {fact.kind}  {', '.join(fact.issues)}"
    yield ""
    yield from _entry("Text", fact.text, *_brackets(fact))
    for passage in fact.passages:
        yield ""
        yield from passage_shown(passage, notes[passage.note])
    yield f"  ({LEGEND})"
    yield ""


def _entry(label: str, *texts: str) -> Iterator[str]:
    for number, text in enumerate(texts):
        head = f"{label if number == 0 else '':{LABEL}}"
        yield textwrap.fill(
            text,
            WIDTH,
            initial_indent=head,
            subsequent_indent=" " * LABEL,
            break_on_hyphens=False,
            break_long_words=False,
        )


def _brackets(fact: Fact) -> Iterator[str]:
    for bracket in fact.brackets:
        ours = fact.text[bracket.start : bracket.end]
        yield f"{ours} is put in by Scenesetter; the note has “{bracket.words}”."


def _cue(fact: Fact) -> str:
    if fact.cue:
        return f"The cue is “{fact.cue}”."
    if fact.holder is None:
        return "No cue: nobody is cited for it."
    if fact.holder.link == "speaker's turn":
        return "No cue: it stands in the speaker's own turn."
    return "No cue of its own: the note goes on with whoever spoke before."


def _holder(fact: Fact, note: Note) -> Iterator[str]:
    holder, passage = fact.holder, fact.passages[0]
    if holder is None:
        yield "nobody: no one is cited for the passage"
        return
    known = ", ".join(part for part in (holder.role, holder.party) if part and part != holder.name)
    yield f"{holder.name} ({known})" if known else holder.name
    if holder.words:
        link = f": {LINKS[holder.link]}" if holder.link else ""
        yield f"The note's word is “{holder.words}”{link}."
    yield from _elsewhere(holder, fact, note)
    if outside := [one for one in passage.source if not passage.start <= one[0] < passage.end]:
        number = paragraph_at(note, outside[0][0])
        yield f"{words_at(note.text, tuple(outside))} stands in paragraph {number}."


def _elsewhere(holder: Holder, fact: Fact, note: Note) -> Iterator[str]:
    passage = fact.passages[0]
    start = passage.source[0][0] if passage.source else passage.start
    if holder.link in _NAMED_ELSEWHERE and (named := last_named(holder.name, note, start)):
        yield f"Named before it in {named}"


def _issues(fact: Fact, note: Note) -> Iterator[str]:
    if not fact.bearings:
        yield f"{', '.join(fact.issues)}: no term of any topic stands in it or beside it"
        return
    passage = fact.passages[0]
    _, (start, end) = paragraphs_of(passage, note)
    places = {
        "in the passage": passage.exact,
        "beside it in the paragraph": note.text[start:end],
    }
    for bearing in fact.bearings:
        yield f"{bearing.issue} (weight {bearing.score:g}): {_terms(bearing, places)}"
    yield WEIGHTS


def _terms(bearing: Bearing, places: Mapping[str, str]) -> str:
    """The words that the terms were found in, by where they stand."""
    text = {place: folded(words) for place, words in places.items()}
    found: dict[str, list[str]] = {}
    for term in bearing.terms:
        form = pattern_of(term)
        matches = ((place, form.search(words)) for place, words in text.items())
        place, match = next(
            ((place, match) for place, match in matches if match),
            ("near it or in the heading above", None),
        )
        words = places[place][slice(*match.span())] if match else term.replace("*", "…")
        found.setdefault(place, []).append(f"“{words}”")
    return "; ".join(f"{', '.join(dict.fromkeys(words))} {place}" for place, words in found.items())


def _times(fact: Fact) -> Iterator[str]:
    times = dict.fromkeys(time for passage in fact.passages for time in passage.times)
    none = "named, but not resolved" if times else "the passage names none"
    yield _told(fact.when) if fact.when else none
    yield from map(_time, times)
    yield f"The note is of {in_words(fact.as_of)}." if fact.as_of else "The note has no date."


def _told(when: str) -> str:
    words = in_words(when)
    return words if words == when else f"{words} ({when})"


def _time(time: Time) -> str:
    return f"“{time.words}” is {time.value or 'not resolved'}: {time.reading}"


def _figure(figure: Figure) -> str:
    value = "no exact value"
    if figure.value is not None:
        value = f"{figure.value:,.4f}".rstrip("0").rstrip(".")
    parts = [value, figure.unit, f"of {figure.counted}" if figure.counted else None]
    hedge = f", {figure.hedge}" if figure.hedge else ""
    return f"“{figure.words}”: {' '.join(part for part in parts if part)}{hedge}"


def _notes(fact: Fact) -> Iterator[str]:
    notes = tuple(dict.fromkeys(passage.note for passage in fact.passages))
    if len(notes) == 1:
        yield "Only this note tells it."
    else:
        yield f"{len(notes)} notes tell it: {', '.join(notes)}."
    if fact.credibility != 6:  # "not judged"
        yield f"Credibility {fact.credibility} of the Admiralty code, by its independent origins."
    if fact.same_as:
        yield f"Facts that became one with it: {', '.join(fact.same_as)}."


def _contrary(fact: Fact, facts: Sequence[Fact]) -> Iterator[str]:
    by_id = {one.id: one for one in facts}
    if not fact.contradicts:
        yield "no fact of the notes contradicts it"
    for name in fact.contradicts:
        other = by_id[name]
        who = other.holder.name if other.holder else "the note itself"
        yield f"{name}, {who} in {other.passages[0].note}: {other.text}"


def _uncertain(holder: Holder | None) -> str:
    words, name = (holder.words, holder.name) if holder else (None, "")
    if words is None or folded(words) == folded(name):
        return f"It is not certain who {name} is."
    return f"It is not certain that “{words}” is {name}."


def _doubts(fact: Fact) -> list[str]:
    holder = fact.holder
    times = [time for passage in fact.passages for time in passage.times if time.value is None]
    doubts = {
        _uncertain(holder): holder is not None and holder.unsure,
        "The note does not name who it is.": holder is not None and holder.anonymous,
        "Several are cited together; it is not told who of them said what.": (
            holder is not None and holder.joint
        ),
        "The day of the note is not known.": fact.as_of is None,
        "A time in it could not be resolved.": bool(times),
    }
    return [doubt for doubt, holds in doubts.items() if holds] or ["nothing that the tool noticed"]
