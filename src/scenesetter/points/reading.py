"""Read `points/<issue>.md`: a person's objectives, points to make, answers and press line.

The file is Markdown. A heading says what the lines below it are for; each list item or paragraph
is one line and cites facts as `[f:ID]`. Nothing that a person wrote is dropped without a finding.
"""

import re
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

import yaml

from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.points import IssuePoints, Likelihood, Line, Purpose
from scenesetter.points.outline import Part, outline
from scenesetter.tomlfiles.values import did_you_mean, text_of

FOLDER = "points"
HEADINGS: dict[str, Purpose] = {
    "objectives": "objectives",
    "objective": "objectives",
    "points to make": "points-to-make",
    "talking points": "points-to-make",
    "response": "response",
    "responses": "response",
    "if raised": "if-raised",
    "press line": "press-line",
    "press lines": "press-line",
    "background": "background-by-hand",
}
IF_RAISED: dict[str, tuple[Purpose, Likelihood | None]] = {
    "certain": ("if-raised", "certain"),
    "possible": ("if-raised", "possible"),
    "defensive": ("defensive", None),
    "defensive only": ("defensive", None),
}
"""Headings that stand under "If raised"."""
LARGEST = 200_000
"""Bytes of a file; what is longer is no paper on one issue."""

_CITATION = re.compile(r" ?\[f:([^\[\]]{0,200})\]?")
"""What is no id, or not closed, is a citation too: it leads nowhere, and its line to no reader."""
_DERIVED = re.compile(r" ?\[derived:([^\[\]]{0,200})\]")
"""Figures with a semicolon between them, since "4,800" is one."""
_CHANGED = re.compile(r" ?\[changed:([^\[\]]{0,400})\]")
_LEADING = re.compile(rf"(?:{_CITATION.pattern})+")
_PORTION = re.compile(r" ?(\([A-Z][^()]{0,80}\)) (?=\S)")
_LIKE_A_MARK = re.compile(r"\([A-Z][A-Z0-9:/, +-]*\)")


class ReadPoints(NamedTuple):
    """`points` is None where the file cannot be read or belongs to no issue."""

    points: IssuePoints | None
    findings: tuple[Finding, ...]
    of_marked: tuple[tuple[str, Finding], ...] = ()
    """What is wrong with lines that begin with brackets, which may hold a mark of their own."""


def read_folder(
    root: Path, topics: Collection[str], agenda: Collection[str], scheme: MarkingScheme
) -> tuple[ReadPoints, ...]:
    """The files of `root/points`, by name. `agenda` is empty where nobody has set one."""
    folder = root / FOLDER
    try:
        paths = sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        raise UserError(str(folder), "cannot be read", "check its permissions") from error
    return tuple(
        _with_marks(_read_file(path, folder, topics, agenda), scheme)
        for path in paths
        if not path.name.startswith(".")
    )


def _read_file(
    path: Path, folder: Path, topics: Collection[str], agenda: Collection[str]
) -> ReadPoints:
    name = str(path) if str(path).isprintable() else ascii(str(path))[1:-1]
    if path.suffix != ".md" or path.stem not in topics:
        meant = did_you_mean(path.stem, topics) if path.suffix == ".md" else ""
        what = f"is not read: its name is no issue{meant}"
        hint = "name it after a topic: points/trade.md; see scenesetter templates list"
        return ReadPoints(None, (Finding("error", "STR-03", name, 0, what, hint),))
    try:
        if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
            raise UserError(name, "is no file of this folder")  # noqa: TRY301 - told with the rest
        if path.stat().st_size > LARGEST:
            raise UserError(name, f"is larger than {LARGEST:,} bytes")  # noqa: TRY301 - the same
        points, findings, of_marked = read(path.stem, name, text_of(path))
    except (UserError, OSError) as error:
        why = error.what if isinstance(error, UserError) else f"cannot be read: {error.strerror}"
        hint = "nothing of it is printed until that is mended"
        return ReadPoints(None, (Finding("error", "READ-03", name, 0, why, hint),))
    if points and points.lines and agenda and path.stem not in agenda:
        what = f"the issue {path.stem} is not on the agenda; nothing of the file is printed"
        hint = "add it to issues under [briefing] in briefing.toml"
        findings = (*findings, Finding("warning", "STR-03", name, 0, what, hint))
    return ReadPoints(points, findings, of_marked)


def read(issue: str, path: str, text: str) -> ReadPoints:
    """The lines of one file. Front matter that cannot be read may hold a marking: then there are
    no lines at all."""
    marking, body, finding = _front_matter(text, path)
    if finding:
        return ReadPoints(None, (finding,))
    parts = outline(body)
    findings: list[Finding] = []
    marked: list[tuple[str, Finding]] = []
    lines: list[Line] = []
    place: tuple[Purpose, Likelihood | None] | None = None
    unknown = False
    for part in parts:
        if part.kind == "heading":
            place = _place(part, place)
            unknown = place is None and part.level > 1
            findings += [_unknown_heading(part, path)] if unknown else []
        elif part.kind == "lost":
            findings.append(Finding("error", "READ-03", path, part.number, part.text))
        elif place is not None:
            line, noticed = _line(part, *place, path)
            bracket = _PORTION.match(part.text)
            marked += [(bracket[1], one) for one in noticed] if bracket else []
            findings += [] if bracket else noticed
            lines += [line] if line else []
        elif not unknown:  # the lines below an unknown heading are told of with it
            what = f"text under no heading is not printed{_quoted(part.text)}"
            findings.append(Finding("error", "STR-01", path, part.number, what, _HEADINGS_HINT))
            unknown = True
    points = IssuePoints(issue=issue, path=path, lines=tuple(lines), marking=marking)
    return ReadPoints(points, tuple(findings), tuple(marked))


_HEADINGS_HINT = (
    "headings: Objectives, Points to make, Response, If raised (below it Certain, Possible, "
    "Defensive only), Press line, Background"
)


def _place(
    heading: Part, place: tuple[Purpose, Likelihood | None] | None
) -> tuple[Purpose, Likelihood | None] | None:
    """What the lines below a heading are for; None for the file's title and unknown headings."""
    words = heading.text.casefold().rstrip(": ")
    if words in HEADINGS:
        return HEADINGS[words], None
    raised = place is not None and place[0] in ("if-raised", "defensive")
    return IF_RAISED.get(words) if raised else None


def _unknown_heading(heading: Part, path: str) -> Finding:
    what = f"unknown heading “{heading.text[:60]}”; the lines below it are not printed"
    return Finding("error", "STR-01", path, heading.number, what, _HEADINGS_HINT)


def _line(
    part: Part, purpose: Purpose, likelihood: Likelihood | None, path: str
) -> tuple[Line | None, list[Finding]]:
    cites = _ids(part.text)
    marked = _PORTION.match(part.text)
    start = marked.end() if marked else 0
    leading = _LEADING.match(part.text, start) if purpose == "response" else None
    answers = _ids(leading[0]) if leading else ()
    derived = [one for found in _DERIVED.findall(part.text) for one in found.split(";")]
    changed = "; ".join(filter(None, map(str.strip, _CHANGED.findall(part.text))))
    text = _CHANGED.sub("", _DERIVED.sub("", _CITATION.sub("", part.text))).strip()
    wrong = None
    if not any(map(str.isalnum, text)):
        wrong = ("STR-01", "a line without words", "")
    elif not cites:
        hint = "cite the facts that it rests on: [f:ID]; scenesetter facts lists them"
        wrong = ("SRC-01", f"cites no fact and is not printed{_quoted(text)}", hint)
    if wrong:
        rule, what, hint = wrong
        return None, [Finding("error", rule, path, part.number, what, hint)]
    line = Line(
        purpose=purpose,
        text=text,
        cites=cites,
        number=part.number,
        likelihood=likelihood,
        answers=answers,
        derived=tuple(derived),
        changed=changed or None,
    )
    return line, []


def _with_marks(read: ReadPoints, scheme: MarkingScheme) -> ReadPoints:
    """With the mark of each line that begins with one, "(S//NF)". What only looks like one could
    be a mark that was misspelt: its line reaches nobody (MRK-06)."""
    if read.points is None:
        return read
    lines: list[Line] = []
    marked = list(read.of_marked)
    for line in read.points.lines:
        found = _PORTION.match(line.text)
        marking = scheme.of_portion(found[1]) if found else None
        if found and marking:
            changes = {"text": line.text[found.end() :], "marking": marking}
            lines.append(line.model_copy(update=changes))
        elif found and scheme.marks_portions and _LIKE_A_MARK.fullmatch(found[1]):
            what = f"“{found[1]}” is no mark of the scheme {scheme.name}; the line is not printed"
            hint = f"its marks: {scheme.known}; where it is none, do not begin the line with it"
            wrong = Finding("error", "MRK-06", read.points.path, line.number, what, hint)
            marked.append((found[1], wrong))
        else:
            lines.append(line)
    points = read.points.model_copy(update={"lines": tuple(lines)})
    return ReadPoints(points, read.findings, tuple(marked))


def _ids(text: str) -> tuple[str, ...]:
    return tuple(found[1].strip() for found in _CITATION.finditer(text))


def _quoted(text: str) -> str:
    """The beginning of a text that cites nothing. One that does may rest on a fact which is not
    for those who read what a build says."""
    return "" if _CITATION.search(text) or _PORTION.match(text) else f": “{text[:60]}”"


def _front_matter(text: str, path: str) -> tuple[str | None, str, Finding | None]:
    """The marking, the text with blank lines in the place of its front matter, what is wrong."""
    lines = text.split("\n")
    first = next((place for place, line in enumerate(lines) if line.strip()), 0)
    if not lines[first].startswith(("---", "+++")):
        return None, text, None
    hint = "front matter is `marking: LEVEL` between two lines of ---; without it nothing is read"
    ends = (place for place in range(first + 1, len(lines)) if lines[place].rstrip() == "---")
    end = next(ends, None)
    if lines[first].rstrip() != "---" or end is None:
        what = "bad front matter: no line of --- alone ends it"
        if lines[first].rstrip() != "---":
            what = "bad front matter: its first line is not --- alone"
        wrong = Finding("error", "READ-03", path, first + 1, what, hint)
        return None, "", wrong
    try:
        values = yaml.safe_load("\n".join(lines[first + 1 : end])) or {}
        if not isinstance(values, dict) or set(values) - {"marking"}:
            raise ValueError("a key besides `marking`")  # noqa: TRY301 - told with the rest
        if sum(line.lstrip("\"' ").startswith("marking") for line in lines[first + 1 : end]) > 1:
            raise ValueError("`marking` stands twice")  # noqa: TRY301 - the same
        marking = values.get("marking")
        if not isinstance(marking, str | None):
            raise ValueError("its marking is no text")  # noqa: TRY301, TRY004 - the same
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        why = str(error) if type(error) is ValueError else "not valid YAML"
        wrong = Finding("error", "READ-03", path, first + 1, f"bad front matter: {why}", hint)
        return None, "", wrong
    return marking, "\n" * (end + 1) + "\n".join(lines[end + 1 :]), None
