"""The one place where Jinja fills templates."""

import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, nodes, pass_context
from jinja2.exceptions import (
    SecurityError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.filters import FILTERS
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from scenesetter.errors import UserError
from scenesetter.model.pack import Pack
from scenesetter.renderers.escaping import Markdown, escape
from scenesetter.renderers.filters import calls, link, particulars
from scenesetter.renderers.markdown import tidy

LARGEST = 8_000_000
"""Most characters of a filled template."""

# Jinja's other filters take text apart or treat safe strings as HTML, which Markdown is not.
_KEPT = ("default", "first", "last", "length", "list", "map", "rejectattr", "selectattr", "sum")


class _Environment(ImmutableSandboxedEnvironment):
    """Operators are for numbers: text times a number is a bomb, text plus text loses its safety."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for joined in tree.find_all(nodes.Concat):
            what = '"~" would join escaped and raw text: write {{ a }}{{ b }}'
            raise TemplateSyntaxError(what, joined.lineno, name, filename)
        return tree

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja's own signature
        if operator == "**" or not all(isinstance(side, int | float) for side in (left, right)):
            raise SecurityError(f'"{operator}" is for plain numbers only')
        return super().call_binop(context, operator, left, right)


@pass_context  # keeps Jinja from printing constants without asking
def _finish(_context: Context, value: object) -> Markup:
    if value is None:
        raise TemplateRuntimeError("a value that is not known (None) cannot be printed")
    return value if isinstance(value, Markup) else Markdown(escape(str(value)))


def _environment(folders: Sequence[Path]) -> _Environment:
    environment = _Environment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        finalize=_finish,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters = {name: FILTERS[name] for name in _KEPT}
    environment.filters |= {"calls": calls, "link": link, "particulars": particulars}
    return environment


def fill(template: str, pack: Pack, folders: Sequence[Path]) -> str:
    """The Markdown that a template makes of a pack; the first folder that has a name wins.

    Raises UserError, with the template's file and line, for whatever is wrong in a template.
    """
    try:
        chosen = _environment(folders).get_template(template)
        return tidy("".join(_bounded(chosen.generate(pack=pack.model_dump()), template)))
    except TemplateError as error:
        raise _explained(error, template, folders) from error
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise UserError(_place(error, template, folders), f"the template fails: {error}") from error


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
    message = error.message or str(error)
    if isinstance(error, TemplateNotFound):
        hint = "copy the one of the same name from templates/audiences/principal/ and change it"
        return UserError(place, f'no template "{error.name}"', hint)
    if isinstance(error, TemplateSyntaxError):
        return UserError(place, message, "the line breaks Jinja's rules")
    if isinstance(error, UndefinedError):
        hint = "a template sees one value, pack; its fields: scenesetter schema pack"
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
