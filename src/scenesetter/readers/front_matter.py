"""Front matter: YAML between `---` or TOML between `+++` at the head of a note."""

import re
import tomllib
from collections.abc import Sequence
from datetime import date, datetime
from difflib import get_close_matches
from typing import NamedTuple

import yaml

from scenesetter.findings import Finding
from scenesetter.model.note import Source
from scenesetter.readers.canonical import line
from scenesetter.readers.metadata import CLEAN

LARGEST_NUMBER = 10**30
"""Beyond it a number is no metadata, and Python refuses to write thousands of digits."""

BRIEFING_ONLY = frozenset({"releasable", "record"})
"""What opens a note to the public: a person of the desk says it, never a text from outside."""

_HEAD = 40
"""Lines in which a marking is looked for where nothing closes the front matter."""
_MARKING = re.compile(r"\s*[\"']?marking[\"']?\s*[:=](.*)", re.IGNORECASE)
_UNREADABLE = "(not readable)"

_FORMS = dict.fromkeys(CLEAN, "plain text") | {
    "published": 'plain date such as "2023-01-09"',
    "retrieved": 'plain date such as "2023-01-09"',
    "url": "web address",
    "reliability": "grade A to F",
}


class FrontMatter(NamedTuple):
    """`body` is the note without its front matter, `first` the body's first line."""

    source: Source
    body: str
    first: int
    findings: tuple[Finding, ...]


def front_matter(text: str, path: str) -> FrontMatter:
    """Takes YAML between `---` or TOML between `+++` off the head of a text."""
    mark = text[:3]
    lines = text.split("\n")
    if mark not in {"---", "+++"} or lines[0].rstrip() != mark:
        return FrontMatter(Source(), text, 1, ())
    closings = (n for n, written in enumerate(lines[1:], 1) if written.rstrip() == mark)
    closing = next(closings, None)
    if closing is None:
        finding = Finding(
            "error",
            "READ-03",
            path,
            1,
            f"front matter is not closed by {mark}",
            "end it with the same line that begins it",
        )
        return FrontMatter(_marked(lines[1:_HEAD]), text, 1, (finding,))
    written = lines[1:closing]
    body = "\n".join(lines[closing + 1 :])
    try:
        values = _load("\n".join([*written, ""]), mark)
    except _BAD as error:
        finding = Finding(
            "error",
            "READ-03",
            path,
            _line_of(error, closing),
            f"bad front matter: {_reason(error)}",
            "the note is read without it, but for its marking; mend this line",
        )
        return FrontMatter(_marked(written), body, closing + 2, (finding,))
    source, findings = _source(values, written, path)
    return FrontMatter(source, body, closing + 2, findings)


def _marked(written: Sequence[str]) -> Source:
    """The marking alone, of front matter that cannot be read: a secret note stays one. What is said
    of it in several ways or in no plain words is no known mark, and keeps the note from all."""
    told = [found[1] for text in written if (found := _MARKING.match(text))]
    marks = {line(re.sub(r"\s#.*", "", one)).strip("\"' ") for one in told}
    if not marks:
        return Source()
    return Source(marking=marks.pop() if len(marks) == 1 and marks != {""} else _UNREADABLE)


# Deep nesting ends in RecursionError, an impossible day (2023-02-31) in ValueError.
_BAD = (yaml.YAMLError, ValueError, RecursionError)


def _load(text: str, mark: str) -> dict[str, object]:
    values: object = yaml.safe_load(text) if mark == "---" else tomllib.loads(text)
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise ValueError("not a table of keys and values")  # noqa: TRY004 - caught with the rest
    return {str(key): value for key, value in values.items()}


def _line_of(error: Exception, closing: int) -> int:
    """Line in the file; the block begins below its mark, and `closing` is its last line."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        found = error.problem_mark.line + 2
        # What is never closed fails at the end; the line that opens it is the one to mend.
        opened = error.context_mark.line + 2 if error.context_mark else found
        return found if found <= closing else opened
    match = re.search(r"line (\d+)", str(error))
    return int(match[1]) + 1 if match else 1


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    reason = error.problem if isinstance(error, yaml.MarkedYAMLError) else None
    return line(re.sub(r" \(at line.*", "", reason or str(error)))[:200]


def _source(
    values: dict[str, object], written: Sequence[str], path: str
) -> tuple[Source, tuple[Finding, ...]]:
    known: dict[str, str] = {}
    findings: list[Finding] = []
    for key, value in values.items():
        field = {"date": "published"}.get(key.lower(), key.lower())
        if field == "classification" and (_plain(value) or "").isupper():
            field = "marking"
        number = _written_at(key, written)
        if field not in CLEAN and get_close_matches(field, ["marking"], cutoff=0.75):
            # A mark must not be lost by a slip of the hand.
            what = f'front matter key "{line(key)}" is read as marking'
            findings.append(Finding("warning", "READ-03", path, number, what, "write: marking"))
            field = "marking"
        if field not in CLEAN:
            findings.append(_unused(line(key), field in BRIEFING_ONLY, path, number))
            continue
        plain = _plain(value)
        cleaned = CLEAN[field](plain) if plain else None
        if cleaned:
            known.setdefault(field, cleaned)
        elif value is not None and value != "":
            known |= {"marking": _UNREADABLE} if field == "marking" else {}
            findings.append(
                Finding(
                    "error", "READ-03", path, number, f'"{key}" has no {_FORMS[field]}', "mend it"
                )
            )
    source = Source.model_validate(known)
    return source, tuple(findings)


def _unused(key: str, briefing_only: bool, path: str, number: int) -> Finding:  # noqa: FBT001 - one of two texts
    if briefing_only:
        what = f'front matter key "{key}" is not used: no note says this of itself'
        hint = f"write it in briefing.toml, in the table of this note under [sources]: {key} = ..."
        return Finding("warning", "READ-03", path, number, what, hint)
    what = f'front matter key "{key}" is not used'
    hint = f"known keys: {', '.join([*CLEAN, 'date'])}"
    return Finding("info", "READ-03", path, number, what, hint)


def _written_at(key: str, written: Sequence[str]) -> int:
    form = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[:=]")
    return next((n for n, text in enumerate(written, 2) if form.match(text)), 1)


def _plain(value: object) -> str | None:
    """A scalar, or a list of names, as text; YAML's true and false are no text that is meant."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return " and ".join(value)
    if isinstance(value, bool) or (isinstance(value, int) and abs(value) > LARGEST_NUMBER):
        return None
    return str(value) if isinstance(value, str | int) else None
