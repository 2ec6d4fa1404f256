"""What a note says of itself, where it says it plainly enough to be taken as such."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import get_args

from scenesetter.findings import Finding
from scenesetter.model.note import Reliability, Source
from scenesetter.model.press import BYLINE, NAME, dateline_of
from scenesetter.readers.canonical import Paragraph, line
from scenesetter.readers.note_date import (
    date_time_group,
    dateline_day,
    day,
    day_in_name,
    heading_date,
    leading_day,
)

HEAD, TAIL = 8, 6
"""Paragraphs at the beginning and the end in which a note speaks of itself."""

_LABELLED = re.compile(
    r"(published|publication date|date|dated|posted|released|release date|issued|sent|updated|"
    r"last updated|modified|last modified|retrieved|accessed|publisher|author|title|headline|url|"
    # A letter's head on one line is no title.
    r"link|subject(?!.{0,300} (?:from|to|sent|date):))(?: on| at)?: ?(.{1,300})",
    re.IGNORECASE,
)
_FIELDS = {
    **dict.fromkeys(
        (
            *("date", "dated", "posted", "sent", "issued", "released"),
            *("publication date", "release date"),
        ),
        "published",
    ),
    **dict.fromkeys(("last updated", "modified", "last modified"), "updated"),
    "accessed": "retrieved",
    "headline": "title",
    "subject": "title",
    "link": "url",
}
_MARKED = re.compile(
    r"(?i:(?:security )?marking): ?(.{1,60})|"
    r"(?i:(?:security )?classification): ?([A-Z][A-Z0-9 :/+,-]{1,60})"
)
"""Other things than a secret have a classification, and say it in small letters."""
_DATED = re.compile(
    r"((?:last )?updated|published|posted|released|issued|retrieved|accessed)(?: on| at)? "
    r"(.{6,80}?)\.?",
    re.IGNORECASE,
)
_OWNED = re.compile(r"This article is owned by (.{2,60}?)\.?", re.IGNORECASE)
_PERSON = rf"{NAME}(?: (?:de|del|la|van|von|bin|al|{NAME})){{1,4}}"
_PEOPLE = re.compile(rf"{_PERSON}(?:(?:,| and|, and|,? &) {_PERSON}){{0,4}}")
_HEADERS = re.compile(r"(?:From|To|Subject): ")
_SENT = re.compile(r" (?:Sent|Date): (.{6,60})")


def address(text: str) -> str | None:
    """An absolute web address."""
    plain = line(text)
    return plain if re.fullmatch(r"https?://[^\s<>\"]{3,2000}", plain) else None


def first(*sources: Source) -> Source:
    """Field by field the first that knows."""
    known: dict[str, str] = {}
    for source in sources:
        known = source.model_dump(exclude_none=True) | known
    return Source.model_validate(known)


def stated(paragraphs: Sequence[Paragraph]) -> Source:
    """What the text says plainly: a labelled line, a byline, a dateline, an owner."""
    known: dict[str, str] = {}
    told = [entry.text for entry in paragraphs if entry.kind not in {"navigation", "caption"}]
    head = told[:HEAD]
    for text in [*head, *told[max(HEAD, len(told) - TAIL) :]]:
        for field, value in _statements(text):
            known.setdefault(field, value)
    agency, updated = known.pop("agency", None), known.pop("updated", None)
    if agency:
        # A wire's story may stand in another's paper; a paper that names itself goes first.
        known.setdefault("publisher", agency)
    dated = heading_date(head) or updated
    if dated:
        known.setdefault("published", dated)
    title = _headline([entry for entry in paragraphs if entry.kind != "navigation"][:HEAD])
    if title:
        known.setdefault("title", title)
    return Source.model_validate(known)


def dated_by_name(source: Source, path: str, name: str) -> tuple[Source, list[Finding]]:
    """Where nothing else gives the note's date: the one in the file's name, and that it is so."""
    found = day_in_name(name) if source.published is None else None
    if found is None:
        return source, []
    what = f"the note's date, {found}, is taken from the file's name alone"
    hint = "write it in the note or under its source in briefing.toml to make sure"
    dated = source.model_copy(update={"published": found})
    return dated, [Finding("info", "SRC-02", path, 1, what, hint)]


def missing(source: Source, path: str, name: str) -> Iterator[Finding]:
    """A finding for each field that a citation needs and nobody has given."""
    # A TOML key in quotation marks is written as a JSON string.
    place = f"write it under [sources.{json.dumps(name, ensure_ascii=False)}] in briefing.toml"
    if name.lower().endswith((".md", ".markdown")):
        place += ", or in the note's front matter"
    for field, term in (("publisher", "publisher"), ("published", "date"), ("title", "title")):
        if getattr(source, field) is None:
            what = f"{term} of the note is not known ({field})"
            yield Finding("warning", "SRC-02", path, 1, what, place)
    others = [field for field in ("author", "retrieved", "url") if getattr(source, field) is None]
    if source.document and "url" in others:
        others.remove("url")
    if others:
        what = f"not known of the note: {', '.join(others)}"
        yield Finding("info", "SRC-02", path, 1, what, place)


def _statements(text: str) -> Iterator[tuple[str, str]]:
    """Fields and values of one paragraph."""
    for match in (_LABELLED.fullmatch(text), _DATED.fullmatch(text)):
        if match:
            field = match[1].lower()
            field = _FIELDS.get(field, field)
            clean = leading_day if field in DATES else CLEAN[field]
            value = clean(match[2])
            if value:
                yield field, value
    marked = _MARKED.fullmatch(text)
    if marked:
        yield "marking", line(marked[1] or marked[2])
    byline = _author(text)
    if byline:
        yield "author", byline
    owned = _OWNED.fullmatch(text)
    if owned:
        yield "publisher", owned[1]
    sent = _SENT.search(text, 0, 400) if _HEADERS.match(text) else None
    published = leading_day(sent[1]) if sent else dateline_day(text) or date_time_group(text)
    if published:
        yield "published", published
    agency = dateline_of(text)[1]
    if agency and published:
        yield "agency", agency


def _author(text: str) -> str | None:
    """The people of a byline, unless they only edited or translated."""
    byline = BYLINE.fullmatch(text)
    if not byline or (byline["credit"] or "").lower().startswith(("edit", "compil", "transl")):
        return None
    return byline["names"] if _PEOPLE.fullmatch(byline["names"]) else None


def _headline(head: Sequence[Paragraph]) -> str | None:
    """A heading, the line above the byline, or a first line that is no sentence."""
    headings = [entry.text for entry in head if entry.kind == "heading"]
    if headings:
        return headings[0]
    texts = [entry.text for entry in head if entry.kind == "body" and not entry.speaker]
    for above, below in pairwise(texts):
        if _author(below):
            return above if _is_headline(above) else None
    return texts[0] if len(texts) > 1 and _is_headline(texts[0]) else None


def _is_headline(text: str) -> bool:
    words = text.split()
    furniture = _LABELLED.fullmatch(text) or _author(text) or day(text)
    return (
        3 <= len(words) <= 25 and not furniture and text[0].isupper() and text[-1] not in ".,;:(…"
    )


def _text(value: str) -> str | None:
    return line(value)[:500] or None


def _grade(value: str) -> str | None:
    grade = value.strip().upper()
    return grade if grade in get_args(Reliability) else None


DATES = frozenset({"published", "updated", "retrieved"})
CLEAN: dict[str, Callable[[str], str | None]] = {
    "publisher": _text,
    "author": _text,
    "title": _text,
    "published": day,
    "retrieved": day,
    "url": address,
    "document": _text,
    "reliability": _grade,
    "marking": _text,
    "language": _text,
    "meeting": _text,
    "drafted_by_model": _text,
}
