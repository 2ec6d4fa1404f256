"""Rules on the TAGS of a topic."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from scenesetter.findings import Finding
from scenesetter.model.style import Rule
from scenesetter.model.topic import Topic


class Table(Rule):
    """Codes that were read in the handbook; not all that it has."""

    subjects: frozenset[str]


@cache
def table() -> Table:
    text = (files(__package__) / "tags.toml").read_text("utf-8")
    return Table.model_validate(tomllib.loads(text))


def tags_are_known(topic: Topic, file: str, line: int) -> Iterator[Finding]:
    """TAG-01. A warning only, because the table is not whole."""
    if unknown := [tag for tag in topic.tags if tag not in table().subjects]:
        what = f"not among the codes that could be read in {table().authority}: "
        hint = f"verify it there; known here: {', '.join(sorted(table().subjects))}"
        yield Finding("warning", "TAG-01", file, line, what + ", ".join(unknown), hint)
