"""A template filled with packs made up for it, printed too, and what comes out looked at."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from scenesetter.compose.styling import GENERIC, styled, template_of
from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.library import Library
from scenesetter.linting.printed import Filled, check_gaps, check_printed
from scenesetter.linting.samples import FURTHER, Sample, samples
from scenesetter.linting.shapes import Record
from scenesetter.linting.templates import Parsed
from scenesetter.linting.variables import Root, reached_from
from scenesetter.model.audience import Audience
from scenesetter.model.pack import Pack
from scenesetter.model.style import Style
from scenesetter.model.topic import Topic
from scenesetter.pipeline.template_files import DataFile, Readable
from scenesetter.renderers.environment import fill
from scenesetter.renderers.html import parser, to_html
from scenesetter.renderers.pdf import print_pdf
from scenesetter.tomlfiles.values import as_finding

IN_A_PACK = ", in a pack with "
LAID_OUT = {"everything", "the least", "nothing"}
"""Samples that are set in HTML, too, and printed; the others differ from them in words alone."""


class Trial(NamedTuple):
    """An audience's pack in a house style, and the template that makes it."""

    audience: Audience
    style: Style
    template: str
    data: DataFile


def trials(read: Readable) -> Iterator[Trial]:
    """Each audience as it is; in each style that brings templates the audiences that these are
    for, and for a template of papers the audience with most sections."""
    for audience, data in read.audiences.values():
        yield Trial(audience, GENERIC, template_for(audience.name), data)
    widest = _widest(read)
    for style, _ in read.styles.values():
        for audience, data in read.audiences.values():
            if f"{audience.name}.md.j2" in style.templates:
                template = f"styles/{style.name}/{audience.name}.md.j2"
                yield Trial(audience, style, template, data)
        if "paper.md.j2" in style.templates and widest:
            audience, data = read.audiences[widest]
            yield Trial(audience, style, template_for(audience.name), data)


def template_for(audience: str) -> str:
    return f"audiences/{audience}/pack.md.j2"


def _widest(read: Readable) -> str | None:
    """The audience whose papers have most sections."""
    known = [one for one, _ in read.audiences.values() if "papers" in one.parts]
    return max(known, key=lambda one: (len(one.sections), one.name)).name if known else None


def used_in(read: Readable, trial: Trial) -> list[Parsed]:
    """The templates that a pack is made of."""
    papers = tuple(topic_paper for _, topic_paper in _papers(read, trial.style))
    templates = read.templates._replace(papers=(*papers, FURTHER))
    names = reached_from([Root(trial.template, {"pack": Record(Pack)})], templates)
    return [read.templates.parsed[name] for name in sorted(names)]


def _papers(read: Readable, style: Style) -> list[tuple[Topic, str]]:
    """A topic for each template of papers that is not word for word another's."""
    by_text: dict[str, tuple[Topic, str]] = {}
    for topic, _ in read.topics.values():
        name = template_of(topic, style)
        if name in read.templates.parsed:
            by_text.setdefault(read.templates.parsed[name].source, (topic, name))
    return list(by_text.values())


def concerns(library: Library, read: Readable, trial: Trial, parsed: Sequence[Parsed]) -> bool:
    """Whether a user's own file has a part in it: what is shipped and untouched is not tried
    again, and the papers of topics with one audience only."""
    sheets = library.stylesheet_files(trial.audience.name, trial.style.name)
    used = [Path(one.path) for one in parsed if not one.name.startswith("topics/")]
    own = any(map(library.own, (Path(trial.data.path), *used, *sheets)))
    papers = (one for one in read.templates.parsed.values() if one.name.startswith("topics/"))
    topics = any(library.own(Path(one.path)) for one in papers)
    widest = topics and trial.audience.name == _widest(read)
    return len(library.folders) == 1 or own or widest


def tried(
    library: Library, read: Readable, trial: Trial, used: Sequence[Parsed], *, printing: bool
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
            html = to_html(markdown, sample.pack, sheets) if sample.kind in LAID_OUT else ""
        except UserError as error:
            told = as_finding("TPL-02", error)
            yield told._replace(what=f"{told.what}{IN_A_PACK}{sample.kind}")
            continue
        if sample.kind == "everything":
            tokens = parser().parse(markdown)
            at = (audience, data.path, data.lines, trial.template)
            yield from check_printed(Filled(*at, sample.pack, markdown, tokens, used))
        if sample.kind == "empty sections":
            yield from check_gaps(sample.pack, markdown, data.path)
        if printing and html:
            yield from _printed(library, audience, html, sample, data)


def _printed(
    library: Library, audience: Audience, html: str, sample: Sample, data: DataFile
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
