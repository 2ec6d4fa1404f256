"""What a template makes of a pack that has everything: is all of it there (TPL-06 to TPL-08)?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from markdown_it.token import Token
from pydantic import BaseModel

from scenesetter.findings import Finding
from scenesetter.linting.literal import heading_lines
from scenesetter.linting.templates import Parsed
from scenesetter.model.audience import Audience
from scenesetter.model.pack import Group, Pack, Paper, Point, Section, points_in
from scenesetter.tomlfiles.lines import Keys, nearest_line

_CALL = re.compile(r"\[\^(\d+)\](?!:)")
_NOTE = re.compile(r"^\[\^(\d+)\]:", re.MULTILINE)
_MADE = re.compile(r" \d+\.\Z")
"""How texts end that were made up for the sample, and stand nowhere else."""
_FENCE = re.compile(r"^:{3,}[ \t]*(\S*)", re.MULTILINE)


class Filled(NamedTuple):
    """A pack's template filled with everything. `lines` are those of the audience's file."""

    audience: Audience
    file: str
    lines: dict[Keys, int]
    template: str
    pack: Pack
    markdown: str
    tokens: Sequence[Token]
    used: Sequence[Parsed]
    """The templates that it is made of."""


def check_printed(filled: Filled) -> tuple[Finding, ...]:
    return (
        *_parts(filled),
        *_sections(filled),
        *_responses(filled),
        *_marks(filled),
        *_calls(filled),
        *_containers(filled),
        *_headings(filled),
    )


def check_gaps(pack: Pack, markdown: str, file: str) -> Iterator[Finding]:
    """STR-08: what is missing is said, never passed over. `pack` has empty sections."""
    gaps = [one.gap for paper in pack.papers for one in paper.sections if one.gap]
    if gaps and not any(gap in markdown for gap in gaps):
        what = "an empty section says nothing: its `gap` is printed nowhere (STR-08)"
        hint = "write {% if section.gap %}*{{ section.gap }}*{% endif %} in each section"
        yield Finding("error", "TPL-06", file, 0, what, hint)


def _finding(filled: Filled, keys: Keys, what: str, hint: str = "") -> Finding:
    line = nearest_line(filled.lines, keys)
    return Finding("error", "TPL-06", filled.file, line, what, hint)


def _parts(filled: Filled) -> Iterator[Finding]:
    for place, part in enumerate(filled.audience.parts):
        held = getattr(filled.pack, part, None)
        if held and not _any_printed(held, filled.markdown):
            what = f"the part `{part}` is asked for, and {filled.template} prints nothing of it"
            hint = f"print pack.{part} there, or take the part out"
            yield _finding(filled, ("parts", place), what, hint)


def _sections(filled: Filled) -> Iterator[Finding]:
    if not filled.pack.papers:
        return
    for place, name in enumerate(filled.audience.sections):
        points = list(_points_of(filled.pack.papers, name))
        if points and not any(one.text in filled.markdown for one in points):
            what = f"the section `{name}` is asked for, and the papers print none of its points"
            hint = "print the points of every section, or take this one out"
            yield _finding(filled, ("sections", place), what, hint)


def _responses(filled: Filled) -> Iterator[Finding]:
    points = [one for one in _points_of(filled.pack.papers, "they-want") if one.responses]
    printed = [one for one in points if one.text in filled.markdown]
    answered = any(answer.text in filled.markdown for one in points for answer in one.responses)
    if filled.audience.answers and printed and not answered:
        what = "`answers` is true, and the responses to a request are printed nowhere"
        yield _finding(filled, ("answers",), what, "print point.responses below each request")


def _marks(filled: Filled) -> Iterator[Finding]:
    """MRK-04: a portion that is printed, and its mark is not."""
    path = next((one.path for one in filled.used if one.name == filled.template), filled.file)
    for part in filled.audience.parts:
        bare = {
            type(one).__name__: one
            for one in _portions(getattr(filled.pack, part, None))
            if _own_text(one, filled.markdown) and f"{one.mark}" not in filled.markdown
        }
        for name in bare:
            what = f"`{part}` is printed without the portion marks of its {_plural(name)} (MRK-04)"
            hint = "write {{ point.mark | portion }} right before {{ point.text }}"
            yield Finding("error", "TPL-06", path, 0, what, hint)


def _portions(value: object) -> Iterator[Any]:
    """The values that bear a mark of their own, in any depth; what says itself only that it is
    empty, and groups of such values, apart."""
    match value:
        case tuple():
            for one in value:
                yield from _portions(one)
        case BaseModel():
            if getattr(value, "mark", None) and not isinstance(value, Group | Paper | Section):
                yield value
            for _, one in value:
                yield from _portions(one)


def _own_text(value: BaseModel, markdown: str) -> bool:
    return any(isinstance(one, str) and _any_printed(one, markdown) for _, one in value)


def _plural(name: str) -> str:
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()
    return f"{words[:-1]}ies" if words.endswith("y") else f"{words}s"


def _calls(filled: Filled) -> Iterator[Finding]:
    dead = set(_CALL.findall(filled.markdown)) - set(_NOTE.findall(filled.markdown))
    if dead:
        what = "points call endnotes, and no list of sources is printed: the calls lead nowhere"
        hint = 'add "sources" to parts and print it, or print no {{ point.sources | calls }}'
        yield _finding(filled, ("parts",), what, hint)


def _containers(filled: Filled) -> Iterator[Finding]:
    depth = 0
    for name in _FENCE.findall(filled.markdown):
        depth += 1 if name else -1
        if depth not in (0, 1):
            break
    if depth:
        path = next((one.path for one in filled.used if one.name == filled.template), filled.file)
        what = "a ::: container is not closed, or closed twice: each ends with a line of only :::"
        yield Finding("error", "TPL-07", path, 0, what)


def _headings(filled: Filled) -> Iterator[Finding]:
    """PDF/UA-1: the first heading is of level 1, and none is skipped."""
    before = 0
    told: set[tuple[int, int]] = set()
    for token, inline in zip(filled.tokens, filled.tokens[1:], strict=False):
        if token.type != "heading_open":
            continue
        level = int(token.tag[1])
        if level > before + 1 and (before, level) not in told:
            told.add((before, level))
            after = f"follows one of level {before}" if before else "is the first"
            what = f"a heading of level {level} {after}, which skips one: “{inline.content[:60]}”"
            hint = "PDF/UA-1 asks for levels without gaps: # title, ## part, ### section"
            path, line = _where(filled, level)
            yield Finding("error", "TPL-08", path, line, what, hint)
        before = level


def _where(filled: Filled, level: int) -> tuple[str, int]:
    """The one line that it can be, else the audience's own template."""
    places = [(one.path, line) for one in filled.used for line in heading_lines(one, level)]
    own = next((one.path for one in filled.used if one.name == filled.template), filled.file)
    mine = [place for place in places if place[0] == own]
    return next((found[0] for found in (places, mine) if len(found) == 1), (own, 0))


def _points_of(papers: Iterable[Paper], section: str) -> Iterator[Point]:
    return points_in(one for paper in papers for one in paper.sections if one.name == section)


def _any_printed(value: object, markdown: str) -> bool:
    """Whether a text of a value, or of any value in it, stands in the Markdown."""
    match value:
        case str():
            return _MADE.search(value) is not None and value in markdown
        case tuple() | list():
            return any(_any_printed(one, markdown) for one in value)
        case BaseModel():
            return any(_any_printed(one, markdown) for _, one in value)
    return False
