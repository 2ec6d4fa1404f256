"""Values as Markdown: what a person or a note wrote stands as those characters."""

import re

from markupsafe import Markup


class Markdown(Markup):
    """Text that is Markdown already and is printed as it stands.

    It rests on Jinja's own safe string, so that what a macro or a block returns counts as well.
    """


_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]+")
_SPACES = re.compile(r"[ \t-\r\x1c-\x1f\x85\u2028\u2029]+")

_MARKUP = re.compile(
    r"""
      \\                             # an escape
    | [*`|]                          # emphasis, code, cell of a table
    | _(?<![^\W_]_)|_(?![^\W_])      # emphasis, unless inside a word
    | ~(?!\d)                        # strike-through, code fence; "~50" stays
    | <(?!\s)                        # tag, autolink
    | &(?=\#?\w*(?:;|\Z))            # character reference
    | \[(?=\^)                       # call of a footnote
    | \^(?=\[|\Z)                    # footnote in the line
    | \](?=[(\[:]|\Z)                # link, reference, definition
    | (?<!\S)\#(?=\#*(?:\s|\Z))      # heading, and the closing run of one
    | \A (?:
          >                          # quotation
        | \+(?=\s|\Z)                # list item
        | -(?=[\s:-]|\Z)             # list item, rule, underline of a heading
        | =(?=[=\s]*\Z)              # underline of a heading
        | :(?=[:-])                  # container, second line of a table
      )
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"\A([0-9]{1,9})([.)])(?=\s|\Z)")
_BRACKET = re.compile(r"\\.|[\[\]]")
"""A bracket that is not escaped, or whatever is."""


def fold(value: str) -> str:
    """One line: control characters dropped, white space and line breaks to single spaces."""
    return _SPACES.sub(" ", _CONTROLS.sub("", value)).strip()


def escape(value: str) -> str:
    """Markdown that prints exactly the characters of `fold(value)` in a paragraph, heading, list
    item, table cell, link text or emphasis. Only what would be read as markup is escaped.
    """
    escaped = _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", fold(value)))
    return escaped if _paired(escaped) else _BRACKET.sub(_escaped_bracket, escaped)


def _paired(escaped: str) -> bool:
    """Brackets that do not pair could close a link text that the template opened."""
    depth = 0
    for found in _BRACKET.finditer(escaped):
        depth += {"[": 1, "]": -1}.get(found[0], 0)
        if depth < 0:
            return False
    return depth == 0


def _escaped_bracket(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("\\") else f"\\{found[0]}"
