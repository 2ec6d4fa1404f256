"""The text of a fact: its passage, with whom it means put in brackets and nothing else."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scenesetter.gather.people import names
from scenesetter.gather.people.mentions import Mention, Roster, mentions_within
from scenesetter.gather.prose.quoted import is_quoted
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Bracket, Holder, Span
from scenesetter.model.note import Note

_PRONOUNS = frozenset({"he", "she"})
_DEFINING = re.compile(r",?\s\(?(?:or|also known as|known as|nicknamed)?\s?[\"“]?")


class Resolved(NamedTuple):
    """The text of a fact, and where names of ours stand in it."""

    text: str
    brackets: tuple[Bracket, ...]


class Replacement(NamedTuple):
    """`start` to `end` of the note's text read as `words`."""

    start: int
    end: int
    words: str


Meant = tuple[Span, Holder | None]
"""Words of a note for somebody, and whom they mean."""


def resolved(note: Note, passage: Span, sources: Sequence[Meant], roster: Roster) -> Resolved:
    """The passage on one line, with bracketed names: "[López Obrador] also said"."""
    text, place = "", passage[0]
    brackets: list[Bracket] = []
    for start, end, words in replacements(note, passage, sources, roster):
        text += _on_one_line(note.text[place:start], text)
        stood = " ".join(note.text[start:end].split())
        brackets.append(Bracket(start=len(text), end=len(text) + len(words), words=stood))
        text, place = text + words, end
    return Resolved(
        (text + _on_one_line(note.text[place : passage[1]], text)).rstrip(), tuple(brackets)
    )


def _on_one_line(words: str, before: str) -> str:
    plain = re.sub(r"\s+", " ", words)
    return plain.lstrip() if not before else plain


def replacements(
    note: Note, passage: Span, sources: Sequence[Meant], roster: Roster
) -> list[Replacement]:
    """What the brackets stand for, in reading order, apart from each other and from quotations."""
    start, end = passage
    within = mentions_within(note.text, passage, roster)
    known = [mention for mention in within if mention.end <= end]
    of_sources = [
        item
        for meant in sources
        for item in _of_source(note.text, passage, meant, roster)
        if not _just_named(note.text, item, known, meant[1])
    ]
    wanted = [*of_sources, *_of_names(note.text, end, known)]
    found: list[Replacement] = []
    for replacement in sorted(wanted, key=lambda item: (item.start, -item.end)):
        free = found[-1].end if found else start
        if replacement.start >= free and not is_quoted(
            note.text, replacement.start, replacement.end
        ):
            found.append(replacement)
    return found


def _of_source(text: str, passage: Span, meant: Meant, roster: Roster) -> Iterator[Replacement]:
    """The source where it is a pronoun or a role; a link that is not sure is not written."""
    (start, end), holder = meant
    people = roster.named(holder.name) if holder and not holder.unsure else ()
    inside = passage[0] <= start and end <= passage[1]
    if inside and len(people) == 1 and _stands_for(text[start:end], people[0]):
        yield Replacement(start, end, _bracketed(people[0]))


def _just_named(
    text: str, item: Replacement, known: Sequence[Mention], holder: Holder | None
) -> bool:
    """Whether the passage names the holder and no one else before: "España said he expects"; or
    right after: "the finance minister, Ana España, said"."""
    if holder is None:
        return False
    before = {mention.person.name for mention in known if mention.end <= item.start}
    after = {one.person.name for one in known if text[item.end : one.start] == ", "}
    return before == {holder.name} or holder.name in after


def _stands_for(words: str, person: Person) -> bool:
    """A pronoun, or a description without the name: "the Mexican president"."""
    if words.lower() in _PRONOUNS:
        return True
    told = set(names.key(words).split())
    called = {part for name in (person.name, *person.aliases) for part in names.key(name).split()}
    return not told & (called - names.PARTICLES) and "," not in words


def _of_names(text: str, end: int, known: Sequence[Mention]) -> list[Replacement]:
    found = []
    for place, mention in enumerate(known):
        following = known[place + 1] if place + 1 < len(known) else None
        defined = following and _definition_end(text, end, mention, following)
        if defined:
            found.append(Replacement(mention.start, defined, _bracketed(mention.person)))
        elif _needs_name(text[mention.start : mention.end], mention.person):
            found.append(Replacement(mention.start, mention.end, _bracketed(mention.person)))
    return found


def _definition_end(text: str, end: int, mention: Mention, following: Mention) -> int | None:
    """Where "X, or AMLO," ends, its closing comma or bracket included."""
    between = text[mention.end : following.start]
    if mention.person is not following.person or not _DEFINING.fullmatch(between):
        return None
    if not between.startswith((",", " (")):
        return None
    closing = re.compile(r"[\"”]?[,)]").match(text, following.end, end)
    return closing.end() if closing else following.end


def _needs_name(words: str, person: Person) -> bool:
    """An alias, or the name with other accents or hyphens; a description stands as it is."""
    if words[:4].lower() == "the ":
        return False
    return not set(words.split()) <= {*person.name.split(), *(person.short or "").split()}


def _bracketed(person: Person) -> str:
    return f"[{person.short or person.name}]"
