"""What a template says in its own words: the text between Jinja's tags (TPL-07)."""

import re
from collections.abc import Collection, Iterator

from scenesetter.findings import Finding
from scenesetter.linting.templates import Parsed
from scenesetter.tomlfiles.values import did_you_mean

_TAGS = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
_CODE = re.compile(r"`[^`\n]+`")
_HTML = re.compile(r"</?[A-Za-z][\w-]*(?=[\s/>])|<!--|<[?!][A-Za-z]")
_FENCE = re.compile(r"^:{3,}[ \t]*(?P<name>[^\s\x00]*)")
_GAP = "\x00"


def check_literal(parsed: Parsed, containers: Collection[str]) -> Iterator[Finding]:
    """Containers that the layout does not know, and HTML, which is printed as text."""
    for number, line in enumerate(_own_words(parsed.source).splitlines(), 1):
        fence = _FENCE.match(line)
        if fence and fence["name"] and fence["name"] not in containers:
            what = f"unknown container `::: {fence['name']}`"
            meant = did_you_mean(fence["name"], containers)
            yield Finding("error", "TPL-07", parsed.path, number, what + meant)
        html = _HTML.search(_CODE.sub("", line))
        if html:
            what = f"HTML (`{html[0]}`) is printed as text"
            hint = "lay out with Markdown, the ::: containers and print.css"
            yield Finding("error", "TPL-07", parsed.path, number, what, hint)


def heading_lines(parsed: Parsed, level: int) -> list[int]:
    """The lines that begin a heading of the level."""
    start = "#" * level + " "
    lines = _own_words(parsed.source).splitlines()
    return [number for number, line in enumerate(lines, 1) if line.lstrip(_GAP).startswith(start)]


def _own_words(source: str) -> str:
    """Lines stay lines; a tag leaves a mark, so that nothing beside it is joined."""
    return _TAGS.sub(lambda tag: _GAP + "\n" * tag[0].count("\n"), source)
