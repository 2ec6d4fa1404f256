"""The one place where Jinja fills templates."""

import re
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from jinja2 import TemplateError, nodes
from jinja2.exceptions import (
    SecurityError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)

from scenesetter.errors import UserError
from scenesetter.model.pack import Pack
from scenesetter.renderers.markdown import tidy
from scenesetter.renderers.sandbox import LARGEST, Sandbox, TemplateFiles

_CIRCLES = "a template that includes or extends itself, or a macro that calls itself, has no end"
_NONE_THERE = re.compile(r"has no element \d|sequence was empty")


def fill(template: str, pack: Pack, folders: Sequence[Path]) -> str:
    """The Markdown that a template makes of a pack; the first folder that has a name wins.

    Raises UserError, with the template's file and line, for whatever is wrong in a template.
    """
    try:
        chosen = Sandbox(folders).get_template(template)
        return tidy("".join(_bounded(chosen.generate(pack=pack.model_dump()), template)))
    except TemplateError as error:
        raise _explained(error, template, folders) from error
    except RecursionError as error:
        what = "the template, or one that it uses, goes round in circles or is nested too deeply"
        raise UserError(_place(error, template, folders), what, _CIRCLES) from error
    except (ArithmeticError, LookupError, MemoryError, TypeError, ValueError) as error:
        raise UserError(_place(error, template, folders), f"the template fails: {error}") from error


class Source(NamedTuple):
    """A template as it was read: its file, its text and its parsed form."""

    path: Path
    text: str
    tree: nodes.Template


def parse(template: str, folders: Sequence[Path]) -> Source:
    """A template without filling it. Raises UserError as `fill` does."""
    sandbox = Sandbox(folders)
    try:
        text, path, _ = TemplateFiles(folders).get_source(sandbox, template)
        return Source(Path(path), text, sandbox.parsed(text, template, path))
    except TemplateError as error:
        raise _explained(error, template, folders) from error
    except RecursionError as error:
        raise UserError(template, "the template is nested too deeply", _CIRCLES) from error


class Language(NamedTuple):
    """What a template may name besides its values."""

    filters: frozenset[str]
    tests: frozenset[str]
    functions: frozenset[str]


def language() -> Language:
    sandbox = Sandbox(())
    return Language(
        frozenset(sandbox.filters), frozenset(sandbox.tests), frozenset(sandbox.globals)
    )


def _bounded(pieces: Iterator[str], template: str) -> Iterator[str]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > LARGEST:
            what = f"the filled template is longer than {LARGEST:,} characters"
            raise UserError(template, what, "look for a loop that prints too much")
        yield piece


def _explained(error: TemplateError, template: str, folders: Sequence[Path]) -> UserError:
    place = _place(error, template, folders)
    message = (error.message or str(error)).rstrip(".")
    if isinstance(error, TemplateNotFound):
        missing = f'no template "{error.name}"'
        told = "" if message == str(error.name) else f": {message}"
        hint = "it is named from the template folder, as in shared/macros.md.j2"
        return UserError(place, f"{missing}{told}", hint)
    if isinstance(error, TemplateSyntaxError):
        return UserError(place, message, "the line breaks Jinja's rules")
    if isinstance(error, UndefinedError):
        hint = "a template sees one value, pack; its fields: scenesetter schema pack"
        if _NONE_THERE.search(message):
            hint = "ask first whether there is one: {% if pack.papers %}...{% endif %}"
        return UserError(place, message, hint)
    if isinstance(error, SecurityError):
        return UserError(place, message, "templates lay out finished values and do nothing else")
    hint = "print it only where it is known: {% if value %}...{% endif %}"
    return UserError(place, message, hint)


def _place(error: BaseException, template: str, folders: Sequence[Path]) -> str:
    """File and line of the template's own code that failed, as far as they are known."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name or template}:{error.lineno}"
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if any(Path(frame.filename).is_relative_to(folder) for folder in folders)
    ]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else template
