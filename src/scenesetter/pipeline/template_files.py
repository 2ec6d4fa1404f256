"""The data files and templates of a folder, as far as they can be read."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.library import Kind, Library, TopicFile
from scenesetter.linting.samples import FURTHER
from scenesetter.linting.templates import Parsed, Templates
from scenesetter.model.audience import Audience
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.style import Style
from scenesetter.model.topic import Topic
from scenesetter.renderers.environment import language, parse
from scenesetter.tomlfiles.lines import Keys, key_lines
from scenesetter.tomlfiles.values import as_finding, read, text_of, validate

_PAPER = re.compile(r"(?:topics|styles)/[^/]+/paper\.md\.j2")


class DataFile(NamedTuple):
    """A data file that holds, with the lines of its keys."""

    path: str
    lines: dict[Keys, int]
    value: BaseModel


class Readable(NamedTuple):
    """All that could be read."""

    topics: dict[str, tuple[Topic, DataFile]]
    audiences: dict[str, tuple[Audience, DataFile]]
    styles: dict[str, tuple[Style, DataFile]]
    schemes: dict[str, MarkingScheme]
    templates: Templates


def readable(library: Library, findings: list[Finding]) -> Readable:
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
    return Readable(topics, audiences, styles, schemes, _templates(library, findings))


def _loaded(
    library: Library, kind: Kind, model: type[BaseModel], findings: list[Finding]
) -> Iterator[tuple[str, DataFile]]:
    for name in library.names(kind):
        path = library.file(kind, name)
        try:
            text = text_of(path)
            more: dict[str, object] = {} if kind == "topics" else {"name": name}
            more |= {"templates": ()} if kind == "styles" else {}
            value, problems = validate(read(path), model, text, more)
        except UserError as error:
            findings.append(as_finding("TPL-01", error))
            continue
        findings += [Finding("error", "TPL-01", str(path), one.line, one.what) for one in problems]
        if value is not None:
            yield name, DataFile(str(path), key_lines(text), value)


def _templates(library: Library, findings: list[Finding]) -> Templates:
    parsed = {}
    names = library.templates()
    for name in names:
        try:
            source = parse(name, library.folders)
        except UserError as error:
            findings.append(as_finding("TPL-02", error))
        else:
            parsed[name] = Parsed(name, str(source.path), source.text, source.tree)
    papers = (*(name for name in names if _PAPER.fullmatch(name)), FURTHER)
    known = language()
    return Templates(parsed, papers, known.filters, known.tests, known.functions, frozenset(names))
