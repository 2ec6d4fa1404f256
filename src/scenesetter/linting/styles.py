"""Rules of a house style that hold for nothing that there is (TPL-05)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from scenesetter.findings import Finding, Severity
from scenesetter.model.audience import Audience
from scenesetter.model.style import Style
from scenesetter.tomlfiles.lines import Keys, nearest_line
from scenesetter.tomlfiles.values import did_you_mean

_FAMILY = re.compile(r"""@font-face\s*{[^}]*font-family:\s*["']?(?P<name>[^"';}]+)""")


def check_style(
    style: Style,
    place: tuple[str, Mapping[Keys, int]],
    audiences: Sequence[Audience],
    schemes: Iterable[str],
    sheets: Iterable[str],
) -> tuple[Finding, ...]:
    """`place` is the style's file with the lines of its keys, `sheets` are the style sheets of its
    packs."""
    file, lines = place
    wrong = [
        *_sections(style, audiences),
        *_named(style, audiences, schemes),
        *_typeface(style, sheets),
    ]
    return tuple(
        Finding(severity, "TPL-05", file, nearest_line(dict(lines), keys), what)
        for severity, keys, what in wrong
    )


_Wrong = tuple[Severity, Keys, str]


def _sections(style: Style, audiences: Sequence[Audience]) -> Iterator[_Wrong]:
    order = style.order.sections if style.order else ()
    whole = {*(style.order.whole_for if style.order else ())} & {one.name for one in audiences}
    had = {name for one in audiences for name in one.sections}
    names = [one.name for one in order]
    for place, one in enumerate(order):
        keys: Keys = ("order", "sections", place)
        if one.name in names[:place]:
            yield "warning", keys, f"the section `{one.name}` stands twice in the order"
        elif one.name not in had and not whole:
            what = f"the section `{one.name}` stands in the order, and no audience has it"
            yield "error" if one.required else "warning", keys, what


def _named(style: Style, audiences: Sequence[Audience], schemes: Iterable[str]) -> Iterator[_Wrong]:
    """Audiences and schemes that there are not."""
    known = [one.name for one in audiences]
    lists: list[tuple[Keys, Sequence[str]]] = [
        *(
            (("limits", place, "audiences"), one.audiences)
            for place, one in enumerate(style.limits)
        ),
        *([(("order", "whole_for"), style.order.whole_for)] if style.order else []),
        *([(("clearing", "audiences"), style.clearing.audiences)] if style.clearing else []),
    ]
    for keys, names in lists:
        for name in names:
            if name not in known:
                yield "error", keys, f"no audience `{name}`{did_you_mean(name, known)}"
    there = list(schemes)
    for name in style.schemes.names if style.schemes else ():
        if name not in there:
            what = f"no marking scheme `{name}`{did_you_mean(name, there)}"
            yield "error", ("schemes", "names"), what


def _typeface(style: Style, sheets: Iterable[str]) -> Iterator[_Wrong]:
    """A family that no style sheet loads is printed in whatever the machine has."""
    families = {found["name"].strip() for sheet in sheets for found in _FAMILY.finditer(sheet)}
    if style.typeface and style.typeface.printed not in families:
        name = style.typeface.printed
        what = f"no @font-face loads `{name}`{did_you_mean(name, families)}"
        yield "error", ("typeface", "printed"), what
