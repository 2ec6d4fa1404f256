"""A passage in its paragraph, for readers who check."""

from typing import Any

from scenesetter.compose.passages import Records, passages
from scenesetter.model.fact import Fact, Passage
from scenesetter.model.note import Block, Note, Source

TEXT = "The fee is 30. It was 20. Nobody pays it."
NOTE = Note(
    name="a.txt",
    text=TEXT,
    blocks=(Block(kind="body", start=0, end=len(TEXT)),),
    source=Source(reliability="B"),
)
RECORDS = Records({"a.txt": NOTE}, {"trade": "Trade"}, {"a.txt": 3}, set())


def fact(words: str, marking: str | None = None) -> Fact:
    start = TEXT.index(words)
    place = Passage(
        note="a.txt", start=start, end=start + len(words), exact=words, prefix="", suffix=""
    )
    known: dict[str, Any] = {"id": words, "text": words, "issues": ("trade",), "marking": marking}
    return Fact.model_construct(None, **known, holder=None, credibility=2, passages=(place,))


def test_a_passage_stands_between_the_rest_of_its_paragraph() -> None:
    (entry,) = passages([fact("It was 20.")], RECORDS)
    assert (entry.before, entry.exact, entry.after) == (
        "The fee is 30.",
        "It was 20.",
        "Nobody pays it.",
    )
    assert (entry.grade, entry.source) == ("B2", None)


def test_a_neighbour_with_another_mark_is_no_part_of_its_context() -> None:
    entry = passages([fact("It was 20."), fact("The fee is 30.", "SECRET")], RECORDS)[0]
    assert (entry.before, entry.after) == ("", "Nobody pays it.")
