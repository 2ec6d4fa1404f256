"""Settings of an audience that change nothing, or that name what there is not (TPL-05)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from scenesetter.findings import Finding, Severity
from scenesetter.model.audience import Audience
from scenesetter.model.marking import MarkingScheme
from scenesetter.tomlfiles.lines import Keys, nearest_line
from scenesetter.tomlfiles.values import did_you_mean

WITH_PAPERS = {"overview", "papers", "questions"}


class _File:
    """Findings in one file."""

    def __init__(self, path: str, lines: Mapping[Keys, int]) -> None:
        self.path = path
        self.lines = dict(lines)

    def found(self, severity: Severity, keys: Keys, what: str, hint: str = "") -> Finding:
        return Finding(severity, "TPL-05", self.path, nearest_line(self.lines, keys), what, hint)


def check_audience(
    audience: Audience,
    file: str,
    lines: Mapping[Keys, int],
    schemes: Sequence[MarkingScheme],
    issues: Collection[str],
) -> tuple[Finding, ...]:
    """`issues` are the names of all topics."""
    at = _File(file, lines)
    return (
        *_twice(at, "parts", audience.parts),
        *_twice(at, "sections", audience.sections),
        *_idle(at, audience),
        *_ceilings(at, audience, schemes),
        *(
            at.found("error", ("issues", place), f"no topic `{name}`{did_you_mean(name, issues)}")
            for place, name in enumerate(audience.issues)
            if name not in issues
        ),
    )


def _twice(at: _File, key: str, names: Sequence[str]) -> Iterator[Finding]:
    for place, name in enumerate(names):
        if name in names[:place]:
            yield at.found("warning", (key, place), f"`{name}` stands twice in `{key}`")


def _idle(at: _File, audience: Audience) -> Iterator[Finding]:
    """Keys that change nothing."""
    sections, parts = set[str](audience.sections), set[str](audience.parts)
    lead_to = {"papers": "paper", "overview": "bottom-line"}
    known = sections | (parts & {"overview", "questions"}) | {lead_to.get(one, "") for one in parts}
    why = "which this audience does not have: it changes nothing"
    for name in audience.limits:
        if name not in known:
            yield at.found("warning", ("limits", name), f"a limit of `{name}`, {why}")
    for name in audience.pages:
        if name not in ({"pack"} | known):
            yield at.found("warning", ("pages", name), f"a number of pages of `{name}`, {why}")
    for place, one in enumerate(audience.stand_ins):
        if one not in sections:
            yield at.found("warning", ("stand_ins", place), f"stands in with `{one}`, {why}")
    yield from _idle_switches(at, audience, sections, parts)


def _idle_switches(
    at: _File, audience: Audience, sections: set[str], parts: set[str]
) -> Iterator[Finding]:
    if audience.stand_ins and "points-to-make" not in sections:
        what = "`stand_ins` give way to points to make, which this audience does not have"
        yield at.found("warning", ("stand_ins",), what)
    if audience.answers and "they-want" not in sections:
        what = "`answers` stand below what they want: without the section `they-want` it is idle"
        yield at.found("warning", ("answers",), what)
    if sections and not parts & WITH_PAPERS:
        what = "`sections` are those of papers, and `parts` has none: they change nothing"
        yield at.found("warning", ("sections",), what, 'add "papers" to parts')
    if "papers" in parts and not sections:
        what = "`parts` has papers, and `sections` is empty: each paper is a title alone"
        yield at.found("error", ("sections",), what)


def _ceilings(at: _File, audience: Audience, schemes: Sequence[MarkingScheme]) -> Iterator[Finding]:
    by_name = {scheme.name: scheme for scheme in schemes}
    for name, level in audience.ceiling.items():
        if name not in by_name:
            what = f"a ceiling in the scheme `{name}`, which there is not"
            meant = did_you_mean(name, by_name)
            yield at.found("error", ("ceiling", name), what + meant)
        elif by_name[name].rank(level) is None:
            levels = [one.name for one in by_name[name].levels]
            what = f"`{level}` is no level of the scheme {name}{did_you_mean(level, levels)}"
            yield at.found("error", ("ceiling", name), what)
    for name, controls in audience.controls.items():
        if name not in by_name:
            what = f"controls of the scheme `{name}`, which there is not"
            yield at.found("error", ("controls", name), what + did_you_mean(name, by_name))
            continue
        known = {"*", *(one.name for one in by_name[name].controls)}
        for place, control in enumerate(controls):
            if control not in known:
                what = f"`{control}` is no control of the scheme {name}"
                meant = did_you_mean(control, known - {"*"})
                yield at.found("error", ("controls", name, place), what + meant)


def same_titles(titles: Iterable[tuple[str, str, str, int]]) -> Iterator[Finding]:
    """`titles` are kind and name, title, file and line of the title."""
    seen: dict[str, str] = {}
    for named, title, file, line in titles:
        if title in seen:
            what = f"the title of {named} is that of {seen[title]} as well: no reader tells them"
            yield Finding("warning", "TPL-05", file, line, what, "give it a title of its own")
        seen.setdefault(title, named)
