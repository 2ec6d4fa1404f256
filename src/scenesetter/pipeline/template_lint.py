"""Every topic, audience, style and marking scheme of a folder tried out, and what is wrong told."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from scenesetter.briefings import refuse_no_folder
from scenesetter.checks.rules import rules
from scenesetter.checks.tags import tags_are_known
from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.gather.issues import IssueScorer
from scenesetter.library import Library
from scenesetter.linting.audiences import check_audience, same_titles
from scenesetter.linting.literal import check_literal
from scenesetter.linting.shapes import Plain, Record
from scenesetter.linting.styles import check_style
from scenesetter.linting.topics import check_topic
from scenesetter.linting.variables import Root, check_variables, reached_from
from scenesetter.model.pack import Pack, Paper
from scenesetter.pipeline.template_files import Readable, readable
from scenesetter.pipeline.template_trials import (
    IN_A_PACK,
    concerns,
    template_for,
    trials,
    tried,
    used_in,
)
from scenesetter.renderers.html import CONTAINERS
from scenesetter.tomlfiles.lines import key_lines, nearest_line
from scenesetter.tomlfiles.values import as_finding, text_of


class Linted(NamedTuple):
    """What was looked at, by kind, and what was found, a user's own files first."""

    looked: dict[str, int]
    findings: tuple[Finding, ...]


def lint(folder: Path, *, printing: bool = False) -> Linted:
    """Look at all templates that a build of the folder would choose from; with `printing` print
    them too."""
    refuse_no_folder(folder)
    library = Library.beside(folder)
    findings: list[Finding] = []
    read = readable(library, findings)
    findings += _of_data(read)
    findings += _of_styles(library, read)
    findings += _of_schemes(library, read)
    for parsed in read.templates.parsed.values():
        findings += check_literal(parsed, CONTAINERS)
    findings += check_variables(list(_roots(read)), read.templates)
    for trial in trials(read):
        used = used_in(read, trial)
        if concerns(library, read, trial, used):
            findings += tried(library, read, trial, used, printing=printing)
    looked = {
        "topics": len(library.names("topics")),
        "audiences": len(library.names("audiences")),
        "house styles": len(library.names("styles")),
        "marking schemes": len(library.names("markings")),
        "templates": len(library.templates()),
    }
    order = sorted(
        _once(findings),
        key=lambda one: (not library.own(Path(one.path)), one.path, one.line),
    )
    return Linted(looked, tuple(order))


def _once(findings: Sequence[Finding]) -> list[Finding]:
    """What stops a template is told once, and not where the line is at fault already."""
    at_fault = {(one.path, one.line) for one in findings if one.rule == "TPL-03"}
    kept: dict[tuple[str, str, int, str], Finding] = {}
    for one in findings:
        what = one.what.partition(IN_A_PACK)[0]
        if one.rule != "TPL-02" or (one.path, one.line) not in at_fault:
            kept.setdefault((one.rule, one.path, one.line, what), one)
    return list(kept.values())


def _of_data(read: Readable) -> Iterator[Finding]:
    topics = [topic for topic, _ in read.topics.values()]
    schemes = list(read.schemes.values())
    for audience, data in read.audiences.values():
        yield from check_audience(audience, data.path, data.lines, schemes, read.topics)
    scorer = IssueScorer(topics)
    for topic, data in read.topics.values():
        if f"topics/{topic.name}/paper.md.j2" not in read.templates.present:
            hint = 'a line is enough: {% extends "shared/paper.md.j2" %}'
            yield Finding("error", "TPL-02", data.path, 0, "no paper.md.j2 beside it", hint)
        text = ". ".join(term.words.rstrip("*") for term in topic.terms if term.weight > 0)
        reached = [one.issue for one in scorer.score(text, (0, len(text)), (0, len(text)))]
        yield from check_topic(topic, data.path, data.lines, reached)
        yield from tags_are_known(topic, data.path, nearest_line(dict(data.lines), ("tags",)))
    for kind, known in (("the topic", read.topics), ("the audience", read.audiences)):
        yield from same_titles(
            (f"{kind} `{name}`", value.title, data.path, data.lines.get(("title",), 0))
            for name, (value, data) in known.items()
        )


def _of_schemes(library: Library, read: Readable) -> Iterator[Finding]:
    """TPL-05: the rules of a scheme are rules."""
    for name, scheme in read.schemes.items():
        unknown = [rule for rule in scheme.rules if rule not in rules()]
        file = library.file("markings", name)
        for rule in unknown:
            line = nearest_line(key_lines(text_of(file)), ("rules", rule))
            what = f"`{rule}` is no rule: its packs are held to nothing by it"
            yield Finding("error", "TPL-05", str(file), line, what, "scenesetter rules lists them")


def _of_styles(library: Library, read: Readable) -> Iterator[Finding]:
    audiences = [audience for audience, _ in read.audiences.values()]
    for style, data in read.styles.values():
        try:
            sheets = library.stylesheets("", style.name)
        except UserError as error:
            yield as_finding("TPL-01", error)
            continue
        yield from check_style(style, (data.path, data.lines), audiences, read.schemes, sheets)
    yield from same_titles(
        (f"the style `{name}`", style.title, data.path, data.lines.get(("title",), 0))
        for name, (style, data) in read.styles.items()
    )


def _roots(read: Readable) -> Iterator[Root]:
    """The templates that are filled, and those that nothing includes."""
    pack, paper = Record(Pack), Record(Paper)
    roots = [Root(template_for(name), {"pack": pack}) for name in read.audiences]
    yield from roots
    for name in read.templates.papers:
        yield Root(name, {"pack": pack, "paper": paper})
    reached = reached_from(roots, read.templates) | set(read.templates.papers)
    for name in sorted(set(read.templates.parsed) - reached):
        yield Root(name, {"pack": pack, "paper": paper, "part": Plain()})
