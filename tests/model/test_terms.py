"""Whether a text has a term of a topic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.gather.issues import IssueScorer
from scenesetter.model.terms import folded, names_one
from scenesetter.model.topic import Term, Topic


@pytest.mark.parametrize(
    ("term", "text", "has"),
    [
        ("port", "The ports are open.", True),
        ("port", "The report said so.", False),
        ("port", "A portfolio.", False),
        ("port*", "A portfolio.", True),
        ("duty", "Duties on steel.", True),
        ("cruise ship", "Cruise-ships came.", True),
        ("free trade area", "the free trade's areas", True),
        ("peña", "Pena said", True),
    ],
)
def test_a_term_is_a_whole_word_or_its_plural(term: str, text: str, has: bool) -> None:  # noqa: FBT001 - a case
    assert names_one(text, [term]) == has


@given(
    st.sampled_from(["port", "port*", "duty", "cruise ship", "trade polic*"]),
    st.lists(
        st.sampled_from(
            ["port", "ports", "report", "duty", "duties", "cruise", "ships", "trade", "policy"]
        )
    ),
)
def test_the_scorer_finds_what_a_term_names(term: str, words: list[str]) -> None:
    topic = Topic(name="x", title="X", summary="-", terms=(Term(words=term, weight=3.0),))
    text = " ".join(words)
    span = (0, len(text))
    assert bool(IssueScorer([topic]).score(text, span, span)) == names_one(text, [term])


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)
