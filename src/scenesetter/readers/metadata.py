"""What a note says of itself, where it says it plainly enough to be taken as such."""

# ruff: noqa: SIM905 - lists of words read as words

import json
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import get_args

from scenesetter.findings import Finding
from scenesetter.model.edtf import is_edtf
from scenesetter.model.note import Reliability, Source
from scenesetter.readers.canonical import Paragraph, line

HEAD, TAIL = 8, 6
"""Paragraphs at the beginning and the end in which a note speaks of itself."""

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]? )?"
_CLOCK = r"(?:,? (?:at )?\d{1,2}[:.]\d\d.{0,20})?"
_DAYS = tuple(
    re.compile(_WEEKDAY + form + _CLOCK, re.IGNORECASE)
    for form in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH},? (?P<year>\d{{4}})",
        rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
        rf"{_MONTH},? (?P<year>\d{{4}})",
    )
)
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:?\d\d.{0,24})?)?)?")

_LABELLED = re.compile(
    r"(published|date|posted|retrieved|accessed|publisher|author|title|headline|url|link)"
    r"(?: on)?: ?(.{1,300})",
    re.IGNORECASE,
)
_FIELDS = {
    "date": "published",
    "posted": "published",
    "accessed": "retrieved",
    "headline": "title",
    "link": "url",
}
_DATED = re.compile(r"(published|posted|retrieved|accessed)(?: on)? (.{6,40}?)\.?", re.IGNORECASE)
_OWNED = re.compile(r"This article is owned by (.{2,60}?)\.?", re.IGNORECASE)
_PERSON = r"[A-ZÀ-Þ][\w.'’\-]*(?: (?:de|del|la|van|von|bin|al|[A-ZÀ-Þ][\w.'’\-]*)){1,4}"
_BYLINE = re.compile(
    rf"(?:Written by|By|BY):? ({_PERSON}(?:(?:,| and|, and|,? &) {_PERSON}){{0,4}})"
)
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{2,40}(?:, [A-Za-zÀ-ÿ. ]{2,30})?, "
    r"(?P<date>[A-Z][a-z]+\.? \d{1,2}, \d{4})"
    r"(?: \((?P<agency>[A-Z][\w ]{1,30})\))? ?[-–—]+ "
)


def day(text: str) -> str | None:
    """A date as EDTF at the granularity stated; None where it is not plain ("09/01/2023")."""
    text = text.strip()
    if is_edtf(text):
        return text
    iso = _ISO.fullmatch(text)
    if iso:
        return _edtf(*iso.groups())
    for form in _DAYS:
        match = form.fullmatch(text)
        if match:
            found = match.groupdict()
            month = _MONTHS.index(found["month"][:3].lower()) + 1
            number = found.get("day")
            return _edtf(found["year"], f"{month:02}", f"{int(number):02}" if number else None)
    return None


def _edtf(year: str, month: str | None, number: str | None) -> str | None:
    try:
        date(int(year), int(month or 1), int(number or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, number) if part)


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
    agency = known.pop("agency", None)
    if agency:
        # A wire's story may stand in another's paper; a paper that names itself goes first.
        known.setdefault("publisher", agency)
    alone = next((found for found in map(day, head[:6]) if found and len(found) == 10), None)
    if alone:
        known.setdefault("published", alone)
    title = _headline([entry for entry in paragraphs if entry.kind != "navigation"][:HEAD])
    if title:
        known.setdefault("title", title)
    return Source.model_validate(known)


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
    if others:
        what = f"not known of the note: {', '.join(others)}"
        yield Finding("info", "SRC-02", path, 1, what, place)


def _statements(text: str) -> Iterator[tuple[str, str]]:
    """Fields and values of one paragraph."""
    labelled = _LABELLED.fullmatch(text)
    dated = _DATED.fullmatch(text)
    dateline = _DATELINE.match(text, 0, 160)
    byline = _BYLINE.fullmatch(text)
    owned = _OWNED.fullmatch(text)
    for match in (labelled, dated):
        if match:
            field = match[1].lower()
            field = _FIELDS.get(field, field)
            value = CLEAN[field](match[2])
            if value:
                yield field, value
    if byline:
        yield "author", byline[1]
    if owned:
        yield "publisher", owned[1]
    if dateline:
        published = day(dateline["date"])
        if published:
            yield "published", published
        if dateline["agency"]:
            yield "agency", dateline["agency"]


def _headline(head: Sequence[Paragraph]) -> str | None:
    """A heading, the line above the byline, or a first line that is no sentence."""
    headings = [entry.text for entry in head if entry.kind == "heading"]
    if headings:
        return headings[0]
    texts = [entry.text for entry in head if entry.kind == "body" and not entry.speaker]
    for above, below in pairwise(texts):
        if _BYLINE.fullmatch(below):
            return above if _is_headline(above) else None
    return texts[0] if len(texts) > 1 and _is_headline(texts[0]) else None


def _is_headline(text: str) -> bool:
    words = text.split()
    furniture = _LABELLED.fullmatch(text) or _BYLINE.fullmatch(text) or day(text)
    return (
        3 <= len(words) <= 25 and not furniture and text[0].isupper() and text[-1] not in ".,;:(…"
    )


def _text(value: str) -> str | None:
    return line(value)[:500] or None


def _grade(value: str) -> str | None:
    grade = value.strip().upper()
    return grade if grade in get_args(Reliability) else None


CLEAN: dict[str, Callable[[str], str | None]] = {
    "publisher": _text,
    "author": _text,
    "title": _text,
    "published": day,
    "retrieved": day,
    "url": address,
    "reliability": _grade,
    "marking": _text,
    "language": _text,
    "meeting": _text,
}
