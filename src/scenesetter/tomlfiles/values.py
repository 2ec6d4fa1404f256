"""TOML files read into values: every mistake named with its line, in plain words."""

import difflib
import re
import tomllib
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.tomlfiles.lines import Keys, key_lines, nearest_line

Model = TypeVar("Model", bound=BaseModel)
_SYNTAX = re.compile(
    r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of \w+)\)"
)
_PLACE = re.compile(r"(?P<path>.*?)(?::(?P<line>\d+))?(?::\d+)?\Z")
_WANTED = {
    "string_type": "text in quotes",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list in square brackets",
    "list_type": "a list in square brackets",
    "dict_type": "a table",
    "model_type": "a table",
}

_SAID = {"missing": "is missing", "too_short": "must not be empty"}


class Problem(NamedTuple):
    """`line` counts from 1; 0 is the file as a whole."""

    line: int
    what: str


def read(path: Path) -> dict[str, Any]:
    """The file's tables; TOML's own dates and times come as ISO 8601 text. UserError if bad."""
    return _parse(path, text_of(path))


def load(path: Path, model: type[Model], **more: object) -> Model:
    """The file as a value. `more` are the fields that the file itself may not hold.

    Raises UserError with all problems at once, each line in the form "path:line: error: what".
    """
    text = text_of(path)
    data = _parse(path, text)
    value, problems = validate(data, model, text, more)
    if value is None:
        raise refusal(path, problems)
    return value


def validate(
    data: dict[str, Any], model: type[Model], text: str, more: dict[str, object] | None = None
) -> tuple[Model | None, list[Problem]]:
    """The value, or None and what is wrong. `text` is the TOML that `data` was parsed from."""
    more = more or {}
    given = [key for key in more if key in data]
    value, wrong = _validated({**data, **more}, model)
    if value is not None and not given:
        return value, []
    lines = key_lines(text)  # takes longer than all else: only for a file that is in error
    problems = [
        Problem(lines.get((key,), 0), f"`{key}` comes from the file's place; leave it out")
        for key in given
    ]
    problems += [
        Problem(nearest_line(lines, details["loc"]), _in_plain_words(details, model))
        for details in wrong
    ]
    return None, sorted(problems)


def _validated(
    data: dict[str, Any], model: type[Model]
) -> tuple[Model | None, Sequence[ErrorDetails]]:
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        return None, error.errors(include_url=False)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """ "; did you mean `audience`?", or the known words, or nothing where none is known."""
    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=1)
    if near:
        return f"; did you mean `{near[0]}`?"
    return "; known: " + ", ".join(f"`{name}`" for name in names) if names else ""


def text_of(path: Path) -> str:
    """The file as UTF-8 text. UserError if it cannot be read as such."""
    try:
        content = path.read_bytes()
    except OSError as error:
        what = f"cannot be read: {(error.strerror or 'unknown reason').lower()}"
        raise UserError(str(path), what, "check its permissions") from error
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        hint = "save the file as UTF-8"
        raise UserError(f"{path}:{line}", "not UTF-8 text", hint) from error


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        tables: dict[str, Any] = _dates_as_text(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        found = _SYNTAX.fullmatch(str(error))
        if not found:
            raise UserError(str(path), f"not valid TOML: {error}") from error
        last = text.count("\n") + 1
        where = f"{path}:{found['line']}:{found['column']}" if found["line"] else f"{path}:{last}"
        what = found["what"][:1].lower() + found["what"][1:]
        hint = 'text stands in quotes: title = "Talks"; a name stands once in its table'
        raise UserError(where, f"not valid TOML: {what}", hint) from error
    except RecursionError as error:
        raise UserError(str(path), "lists or tables are nested too deeply") from error
    return tables


def _dates_as_text(value: Any) -> Any:  # noqa: ANN401 - what tomllib gives is Any
    match value:
        case dict():
            return {key: _dates_as_text(item) for key, item in value.items()}
        case list():
            return [_dates_as_text(item) for item in value]
        case datetime() | date() | time():
            return value.isoformat()
    return value


def refusal(path: Path, problems: list[Problem]) -> UserError:
    """All the problems as one error, a line each."""
    places = [f"{path}:{problem.line}" if problem.line else str(path) for problem in problems]
    rest = zip(places[1:], problems[1:], strict=True)
    lines = [problems[0].what, *(f"{place}: error: {problem.what}" for place, problem in rest)]
    return UserError(places[0], "\n".join(lines))


def as_finding(rule: str, error: UserError) -> Finding:
    """A refusal of one file among others, which do not wait for it."""
    place = _PLACE.match(error.where)
    path, line = (place["path"], int(place["line"] or 0)) if place else (error.where, 0)
    return Finding("error", rule, path, line, error.what, error.hint)


def _in_plain_words(error: ErrorDetails, model: type[BaseModel]) -> str:
    keys = tuple(key for key in error["loc"] if key != "[key]") or ("file",)
    name = f"item {keys[-1] + 1} of `{keys[-2]}`" if isinstance(keys[-1], int) else f"`{keys[-1]}`"
    kind = error["type"]
    if kind == "extra_forbidden":
        return f"unknown key {name}{did_you_mean(str(keys[-1]), _fields(model, keys[:-1]))}"
    if kind in _SAID:
        return f"{name} {_SAID[kind]}"
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", error["ctx"]["expected"])
        return f"{name} is {_given(error['input'])}{did_you_mean(str(error['input']), allowed)}"
    if kind in _WANTED:
        return f"{name} must be {_WANTED[kind]}, not {_given(error['input'])}"
    if kind == "value_error":
        return f"{name}: {error['ctx']['error']}"
    reason = error["msg"].replace("Input should", "should")
    return f"{name} is {_given(error['input'])}: {reason}"


def _given(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int() | float():
            return f"the number {value}"
        case str():
            return f"`{value}`" if len(value) <= 40 else f"`{value[:40]}...`"  # a line stays a line
    return "a table" if isinstance(value, dict) else "a list"


def _fields(model: type[BaseModel], keys: Keys) -> list[str]:
    """Names that may stand in the table at `keys`."""
    place: Any = model
    for key in keys:
        place = _without_none(place)
        if isinstance(place, type) and issubclass(place, RootModel):
            place = place.model_fields["root"].annotation
        if isinstance(place, type) and issubclass(place, BaseModel):
            field = place.model_fields.get(str(key))
            place = field.annotation if field else None
        else:
            inner = [part for part in get_args(place) if part is not Ellipsis]
            place = inner[-1] if inner else None
    place = _without_none(place)
    return list(place.model_fields) if hasattr(place, "model_fields") else []


def _without_none(annotation: Any) -> Any:  # noqa: ANN401 - annotations have no common type
    parts = get_args(annotation)
    if type(None) not in parts:
        return annotation
    return next(part for part in parts if part is not type(None))
