"""Every topic, audience, style and marking scheme of a folder tried out, and what is wrong told."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel

from scenesetter.checks.tags import tags_are_known
from scenesetter.compose.styling import GENERIC, styled, template_of
from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.gather.issues import IssueScorer
from scenesetter.library import Kind, Library, TopicFile
from scenesetter.linting.audiences import check_audience, same_titles
from scenesetter.linting.literal import check_literal
from scenesetter.linting.printed import Filled, check_gaps, check_printed
from scenesetter.linting.samples import FURTHER, Sample, samples
from scenesetter.linting.shapes import Plain, Record
from scenesetter.linting.styles import check_style
from scenesetter.linting.templates import Parsed, Templates
from scenesetter.linting.topics import check_topic
from scenesetter.linting.variables import Root, check_variables, reached_from
from scenesetter.model.audience import Audience
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.pack import Pack, Paper
from scenesetter.model.style import Style
from scenesetter.model.topic import Topic
from scenesetter.renderers.environment import fill, language, parse
from scenesetter.renderers.html import CONTAINERS, parser, to_html
from scenesetter.renderers.pdf import print_pdf
from scenesetter.tomlfiles.lines import Keys, key_lines, nearest_line
from scenesetter.tomlfiles.values import read, text_of, validate

_PAPER = re.compile(r"(?:topics|styles)/[^/]+/paper\.md\.j2")
IN_A_PACK = ", in a pack with "
_PLACE = re.compile(r"(?P<path>.*?)(?::(?P<line>\d+))?(?::\d+)?\Z")


class Linted(NamedTuple):
    """What was looked at, by kind, and what was found, a user's own files first."""

    looked: dict[str, int]
    findings: tuple[Finding, ...]


class _Data(NamedTuple):
    """A data file that holds, with the lines of its keys."""

    path: str
    lines: dict[Keys, int]
    value: BaseModel


class _Trial(NamedTuple):
    """An audience's pack in a house style, and the template that makes it."""

    audience: Audience
    style: Style
    template: str
    data: _Data


class _Library(NamedTuple):
    """All that could be read."""

    topics: dict[str, tuple[Topic, _Data]]
    audiences: dict[str, tuple[Audience, _Data]]
    styles: dict[str, tuple[Style, _Data]]
    schemes: dict[str, MarkingScheme]
    templates: Templates


def lint(folder: Path, *, printing: bool = False) -> Linted:
    """Look at all templates that a build of the folder would choose from; with `printing` print
    them too."""
    if not folder.is_dir():
        raise UserError(str(folder), "there is no such folder", "name a briefing folder")
    library = Library.beside(folder)
    findings: list[Finding] = []
    read = _read(library, findings)
    findings += _of_data(read)
    findings += _of_styles(library, read)
    for parsed in read.templates.parsed.values():
        findings += check_literal(parsed, CONTAINERS)
    findings += check_variables(list(_roots(read)), read.templates)
    for trial in _trials(read):
        used = _used(read, trial)
        if _concerns(library, read, trial, used):
            findings += _tried(library, read, trial, used, printing=printing)
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


def _read(library: Library, findings: list[Finding]) -> _Library:
    topics = {}
    for name, data in _loaded(library, "topics", TopicFile, findings):
        if isinstance(data.value, TopicFile):
            topics[name] = (data.value.topic(name), data)
    audiences = {}
    for name, data in _loaded(library, "audiences", Audience, findings):
        if isinstance(data.value, Audience):
            audiences[name] = (data.value, data)
    schemes = {}
    for name, data in _loaded(library, "markings", MarkingScheme, findings):
        if isinstance(data.value, MarkingScheme):
            schemes[name] = data.value
    styles = {}
    for name, data in _loaded(library, "styles", Style, findings):
        if isinstance(data.value, Style):
            styles[name] = (library.style(name), data)
    return _Library(topics, audiences, styles, schemes, _templates(library, findings))


def _loaded(
    library: Library, kind: Kind, model: type[BaseModel], findings: list[Finding]
) -> Iterator[tuple[str, _Data]]:
    for name in library.names(kind):
        path = library.file(kind, name)
        try:
            text = text_of(path)
            more: dict[str, object] = {} if kind == "topics" else {"name": name}
            more |= {"templates": ()} if kind == "styles" else {}
            value, problems = validate(read(path), model, text, more)
        except UserError as error:
            findings.append(_finding("TPL-01", error))
            continue
        findings += [Finding("error", "TPL-01", str(path), one.line, one.what) for one in problems]
        if value is not None:
            yield name, _Data(str(path), key_lines(text), value)


def _finding(rule: str, error: UserError) -> Finding:
    place = _PLACE.match(error.where)
    path, line = (place["path"], int(place["line"] or 0)) if place else (error.where, 0)
    return Finding("error", rule, path, line, error.what, error.hint)


def _templates(library: Library, findings: list[Finding]) -> Templates:
    parsed = {}
    names = library.templates()
    for name in names:
        try:
            source = parse(name, library.folders)
        except UserError as error:
            findings.append(_finding("TPL-02", error))
        else:
            parsed[name] = Parsed(name, str(source.path), source.text, source.tree)
    papers = (*(name for name in names if _PAPER.fullmatch(name)), FURTHER)
    known = language()
    return Templates(parsed, papers, known.filters, known.tests, known.functions, frozenset(names))


def _of_data(read: _Library) -> Iterator[Finding]:
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


def _of_styles(library: Library, read: _Library) -> Iterator[Finding]:
    audiences = [audience for audience, _ in read.audiences.values()]
    for style, data in read.styles.values():
        try:
            sheets = library.stylesheets("", style.name)
        except UserError as error:
            yield _finding("TPL-01", error)
            continue
        yield from check_style(style, (data.path, data.lines), audiences, read.schemes, sheets)
    yield from same_titles(
        (f"the style `{name}`", style.title, data.path, data.lines.get(("title",), 0))
        for name, (style, data) in read.styles.items()
    )


def _roots(read: _Library) -> Iterator[Root]:
    """The templates that are filled, and those that nothing includes."""
    pack, paper = Record(Pack), Record(Paper)
    roots = [Root(_template_of(name), {"pack": pack}) for name in read.audiences]
    yield from roots
    for name in read.templates.papers:
        yield Root(name, {"pack": pack, "paper": paper})
    reached = reached_from(roots, read.templates) | set(read.templates.papers)
    for name in sorted(set(read.templates.parsed) - reached):
        yield Root(name, {"pack": pack, "paper": paper, "part": Plain()})


def _trials(read: _Library) -> Iterator[_Trial]:
    """Each audience as it is; in each style that brings templates the audiences that these are
    for, and for a template of papers the audience with most sections."""
    for audience, data in read.audiences.values():
        yield _Trial(audience, GENERIC, _template_of(audience.name), data)
    widest = _widest(read)
    for style, _ in read.styles.values():
        for audience, data in read.audiences.values():
            if f"{audience.name}.md.j2" in style.templates:
                template = f"styles/{style.name}/{audience.name}.md.j2"
                yield _Trial(audience, style, template, data)
        if "paper.md.j2" in style.templates and widest:
            audience, data = read.audiences[widest]
            yield _Trial(audience, style, _template_of(audience.name), data)


def _widest(read: _Library) -> str | None:
    """The audience whose papers have most sections."""
    known = [one for one, _ in read.audiences.values() if "papers" in one.parts]
    return max(known, key=lambda one: (len(one.sections), one.name)).name if known else None


def _used(read: _Library, trial: _Trial) -> list[Parsed]:
    """The templates that a pack is made of."""
    papers = tuple(topic_paper for _, topic_paper in _papers(read, trial.style))
    templates = read.templates._replace(papers=(*papers, FURTHER))
    names = reached_from([Root(trial.template, {"pack": Record(Pack)})], templates)
    return [read.templates.parsed[name] for name in sorted(names)]


def _papers(read: _Library, style: Style) -> list[tuple[Topic, str]]:
    """A topic for each template of papers that is not word for word another's."""
    by_text: dict[str, tuple[Topic, str]] = {}
    for topic, _ in read.topics.values():
        name = template_of(topic, style)
        if name in read.templates.parsed:
            by_text.setdefault(read.templates.parsed[name].source, (topic, name))
    return list(by_text.values())


def _concerns(library: Library, read: _Library, trial: _Trial, parsed: Sequence[Parsed]) -> bool:
    """Whether a user's own file has a part in it: what is shipped and untouched is not tried
    again, and the papers of topics with one audience only."""
    sheets = library.stylesheet_files(trial.audience.name, trial.style.name)
    used = [Path(one.path) for one in parsed if not one.name.startswith("topics/")]
    own = any(map(library.own, (Path(trial.data.path), *used, *sheets)))
    papers = (one for one in read.templates.parsed.values() if one.name.startswith("topics/"))
    topics = any(library.own(Path(one.path)) for one in papers)
    widest = topics and trial.audience.name == _widest(read)
    return len(library.folders) == 1 or own or widest


def _template_of(audience: str) -> str:
    return f"audiences/{audience}/pack.md.j2"


def _tried(
    library: Library, read: _Library, trial: _Trial, used: Sequence[Parsed], *, printing: bool
) -> Iterator[Finding]:
    """A template filled with the samples, and what comes out looked at."""
    audience, data = styled(trial.audience, trial.style), trial.data
    if trial.template not in read.templates.present:
        hint = 'a line is enough: {% extends "audiences/delegation/pack.md.j2" %}'
        yield Finding("error", "TPL-02", data.path, 0, "no pack.md.j2 beside it", hint)
        return
    for sample in samples(audience, _papers(read, trial.style), {"style": trial.style.name}):
        try:
            markdown = fill(trial.template, sample.pack, library.folders)
            sheets = library.stylesheets(audience.name, trial.style.name)
            html = to_html(markdown, sample.pack, sheets)
        except UserError as error:
            told = _finding("TPL-02", error)
            yield told._replace(what=f"{told.what}{IN_A_PACK}{sample.kind}")
            continue
        if sample.kind == "everything":
            tokens = parser().parse(markdown)
            at = (audience, data.path, data.lines, trial.template)
            yield from check_printed(Filled(*at, sample.pack, markdown, tokens, used))
        if sample.kind == "the least":
            yield from check_gaps(sample.pack, markdown, data.path)
        if printing:
            yield from _printed(library, audience, html, sample, data)


def _printed(
    library: Library, audience: Audience, html: str, sample: Sample, data: _Data
) -> Iterator[Finding]:
    paper: Literal["a4", "letter"] = "letter" if audience.paper == "letter" else "a4"
    try:
        made = print_pdf(html, paper, library.folders)
    except UserError as error:
        yield Finding("error", "TPL-10", data.path, 0, f"printing: {error.what}", error.hint)
        return
    for record in made.log:
        what = f"printing a pack with {sample.kind}: {record}"
        yield Finding("warning", "TPL-10", data.path, 0, what)
