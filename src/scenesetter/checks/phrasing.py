"""What is written of a pack: objectives that aim at something, acronyms, names."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from scenesetter.findings import Finding
from scenesetter.model.engagement import Engagement, Person
from scenesetter.model.pack import Pack, Point, Section
from scenesetter.model.style import Acronyms, Style

WRITTEN = frozenset(
    {"objectives", "points-to-make", "if-raised", "defensive", "press-line", "background-by-hand"}
)
"""Sections of a person's own lines."""
FEWEST = 4
"""Words of an objective that can name what is to be done and what is to be had."""

_ACRONYM = re.compile(r"(?<![\w.&-])[A-Z][A-Z0-9]{1,6}(?![\w&-])")
_NUMERAL = re.compile(r"[IVXLC]+")


def objectives_aim_at_something(pack: Pack, style: Style, where: str) -> Iterator[Finding]:
    """STR-02: not at goodwill, and in enough words to say what is to be had."""
    phrases = {one: _in_any_form(one) for one in style.goodwill.phrases} if style.goodwill else {}
    for point in _points(pack, {"objectives"}):
        vague = [one for one, pattern in phrases.items() if pattern.search(point.text)]
        hint = "say what is to be agreed, by whom, when"
        if vague:
            what = f"an objective aims at goodwill (“{vague[0]}”): {point.text[:80]}"
            yield Finding("warning", "STR-02", where, 0, what, hint)
        elif phrases and len(point.text.split()) < FEWEST:
            what = f"an objective does not say what is to be had: {point.text[:80]}"
            yield Finding("warning", "STR-02", where, 0, what, hint)


@cache
def _in_any_form(phrase: str) -> re.Pattern[str]:
    """ "strengthen relations" is also "strengthening our bilateral relations"."""
    first, *rest = (re.escape(word) for word in phrase.split())
    verb = rf"{first.removesuffix('e')}\w{{0,4}}" if rest else first
    between = r"(?:\W+\w+){0,3}?\W+"
    return re.compile(rf"\b{between.join([verb, *rest])}\b", re.IGNORECASE)


def acronyms_are_spelt_out(
    pack: Pack, style: Style, engagement: Engagement, where: str
) -> Iterator[Finding]:
    """TYP-03: at the place where they first stand, but for those that readers know."""
    if style.acronyms is None:
        return
    known = _known(style.acronyms, engagement)
    told: set[str] = set()
    unknown: dict[str, None] = {}
    for point in _points(pack, None):
        for match in _ACRONYM.finditer(point.text):
            short = match[0]
            if short in known | told or _NUMERAL.fullmatch(short):
                continue
            told.add(short)
            if not _spelt_out(point.text, short):
                unknown[short] = None
    if unknown:
        what = f"not spelt out where they first stand in the pack for {pack.audience}"
        hint = f"the readers of {style.name} know: {', '.join(sorted(style.acronyms.known))}"
        yield Finding("warning", "TYP-03", where, 0, f"{what}: {', '.join(unknown)}", hint)


def _known(acronyms: Acronyms, engagement: Engagement) -> set[str]:
    """The names of parties are given with the briefing."""
    names = [name for party in engagement.parties for name in (party.name, *party.aliases)]
    return {*acronyms.known, *names}


def _spelt_out(text: str, short: str) -> bool:
    return f"({short})" in text or f"{short} (" in text


def names_are_as_given(pack: Pack, people: Sequence[Person], where: str) -> Iterator[Finding]:
    """TYP-04: a person's lines call people as their biographies do, accents kept."""
    seen: dict[str, str] = {}
    for point in _points(pack, WRITTEN):
        for person in people:
            for wrong in _misnamed(point.text, person):
                seen.setdefault(wrong, person.name)
    for wrong, name in seen.items():
        what = f"“{wrong}” in the pack for {pack.audience} is {name} in the biographies"
        yield Finding("warning", "TYP-04", where, 0, what, "write the name as the biography does")


def _misnamed(text: str, person: Person) -> Iterator[str]:
    """Nicknames of one word, and parts of the name that lost their accents."""
    right = {*person.name.split(), *(person.short or "").split()}
    for word in re.findall(r"[^\W\d_]+", text):
        if word not in right and word[0].isupper():
            lost = any(_plain(word) == _plain(part) for part in right if not part.isascii())
            if lost or (word in person.aliases and word.isupper()):
                yield word


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _points(pack: Pack, sections: frozenset[str] | set[str] | None) -> Iterator[Point]:
    """In the order of print, with responses as written lines; None: of all sections."""
    for paper in (*(pack.overview if sections is None else ()), *pack.papers):
        for section in paper.sections:
            yield from _of_section(section, sections)


def _of_section(section: Section, sections: frozenset[str] | set[str] | None) -> Iterator[Point]:
    for group in section.groups:
        for point in group.points:
            if sections is None or section.name in sections:
                yield point
            if sections is None or sections == WRITTEN:
                yield from point.responses
