"""Front matter: YAML between `---` or TOML between `+++` at the head of a note."""

import re
import tomllib
from collections.abc import Hashable, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, NamedTuple

import yaml

from scenesetter.findings import Finding, Severity
from scenesetter.model.note import Source
from scenesetter.readers.canonical import line
from scenesetter.readers.metadata import CLEAN

LARGEST_NUMBER = 10**30
"""Beyond it a number is no metadata, and Python refuses to write thousands of digits."""

BRIEFING_ONLY = frozenset({"releasable", "record"})
"""What opens a note to the public: a person of the desk says it, never a text from outside."""

_OPENING = re.compile(r"\s*(---|\+\+\+)[ \t]*(yaml|yml|toml)?\s*", re.IGNORECASE)
"""Some editors name the language behind the mark."""
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
    lines = text.split("\n")
    start = next((n for n, written in enumerate(lines) if written.strip()), 0)
    opening = _OPENING.fullmatch(lines[start])
    if opening is None:
        return FrontMatter(Source(), text, 1, ())
    mark = opening[1]
    ends = {mark, "..."} if mark == "---" else {mark}
    closings = (n for n in range(start + 1, len(lines)) if lines[n].strip() in ends)
    closing = next(closings, None)
    if closing is None:
        finding = Finding(
            "error",
            "READ-03",
            path,
            start + 1,
            f"front matter is not closed by {mark}",
            "end it with the same line that begins it",
        )
        return FrontMatter(_marked(lines[start + 1 : start + _HEAD]), text, 1, (finding,))
    written = lines[start + 1 : closing]
    body = "\n".join(lines[closing + 1 :])
    try:
        values = _load("\n".join([*written, ""]), mark)
    except _BAD as error:
        finding = Finding(
            "error",
            "READ-03",
            path,
            start + _line_of(error, closing - start),
            f"bad front matter: {_reason(error)}",
            "the note is read without it, but for its marking; mend this line",
        )
        return FrontMatter(_marked(written), body, closing + 2, (finding,))
    source, findings = _source(values, written, path)
    moved = tuple(one._replace(line=one.line + start) for one in findings)
    return FrontMatter(source, body, closing + 2, moved)


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


class _Loader(yaml.SafeLoader):
    """In YAML a key stands once in its table; the library takes the last one."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - the library's
        names = [key for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        for place, key in enumerate(names):
            if key.value in [one.value for one in names[:place]]:
                what = f"the key “{key.value}” stands twice"
                raise yaml.constructor.ConstructorError(None, None, what, key.start_mark)
        return super().construct_mapping(node, deep=deep)


def _load(text: str, mark: str) -> dict[str, object]:
    values: object = yaml.load(text, _Loader) if mark == "---" else tomllib.loads(text)  # noqa: S506 - a safe one
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
        if cleaned and known.setdefault(field, cleaned) != cleaned:
            findings.append(_rival(line(key), field, path, number))
            known |= {"marking": _UNREADABLE} if field == "marking" else {}
        elif cleaned:
            continue
        elif value is not None and value != "":
            known |= {"marking": _UNREADABLE} if field == "marking" else {}
            findings.append(
                Finding(
                    "error", "READ-03", path, number, f'"{key}" has no {_FORMS[field]}', "mend it"
                )
            )
    source = Source.model_validate(known)
    return source, tuple(findings)


def _rival(key: str, field: str, path: str, number: int) -> Finding:
    """Two keys that mean the same and say otherwise: of two marks neither is taken."""
    what = f'front matter says two things of its {field}, the other one with "{key}"'
    severity: Severity = "error" if field == "marking" else "warning"
    return Finding(severity, "READ-03", path, number, what, f"write it once: {field}")


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
