"""The templates that are looked at, as parsed."""

from collections.abc import Mapping
from typing import NamedTuple

from jinja2 import nodes


class Parsed(NamedTuple):
    """A template by its name in the folders; `path` is the file's, for findings."""

    name: str
    path: str
    source: str
    tree: nodes.Template


class Templates(NamedTuple):
    """All that can be parsed, by name, and what their language knows."""

    parsed: Mapping[str, Parsed]
    papers: tuple[str, ...]
    """Those that `paper.template` may name."""
    filters: frozenset[str]
    tests: frozenset[str]
    functions: frozenset[str]
    present: frozenset[str] = frozenset()
    """The names of all there are, also of those that cannot be parsed."""
