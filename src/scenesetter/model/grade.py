"""The Admiralty code of a fact: how reliable its best source is, and how credible it is itself."""

from collections.abc import Mapping

from scenesetter.model.fact import Fact
from scenesetter.model.note import Reliability, Source

NOT_JUDGED: Reliability = "F"
"""Of a source that nobody has graded."""


def reliability_of(source: Source) -> Reliability:
    return source.reliability or NOT_JUDGED


def grade_of(fact: Fact, sources: Mapping[str, Source]) -> str:
    """Such as "B2"; `sources` are by note."""
    best = min(reliability_of(sources[passage.note]) for passage in fact.passages)
    return f"{best}{fact.credibility}"
