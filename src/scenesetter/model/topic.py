"""A topic: how an issue is recognised and what a paper on it should be able to say."""

from typing import Annotated

from pydantic import Field

from scenesetter.model.value import Value

NO_TOPIC = "other"
"""The issue of facts that bear on no topic."""


class Term(Value):
    """A word or phrase, lower case, and what it counts. A final "*" stands for any ending."""

    words: str
    weight: float


class Expectation(Value):
    """What a reader expects a paper to cover; said as a gap where no fact has such a term."""

    label: str
    terms: Annotated[tuple[str, ...], Field(min_length=1)]


class Topic(Value):
    """`name` is the folder's, `tags` the codes of the US TAGS handbook (5 FAH-3)."""

    name: str
    title: str
    summary: str
    tags: tuple[str, ...] = ()
    terms: tuple[Term, ...]
    expects: tuple[Expectation, ...] = ()
