"""The sources of a pack summed up and described."""

from collections.abc import Callable

import pytest

from scenesetter.compose.endnotes import entries
from scenesetter.compose.summary import source_summary
from scenesetter.model.audience import Audience
from scenesetter.model.fact import Fact
from scenesetter.model.note import Block, Note, Source

MakeFact = Callable[..., Fact]
MODEL = "Scribe, 4.1, 2027-03-09"
SOURCES = (
    Source(publisher="Tagus Courier", published="2027-03-01", reliability="B", language="en"),
    Source(publisher="Tagus Courier", published="2027-03-10", reliability="F", language="pt"),
    Source(truncated=True, descriptor="A rival's\naccount.", drafted_by_model=MODEL),
)
BODY = Block(kind="body", start=0, end=3000)
NOTES = tuple(
    Note(name=f"{number}.txt", text="x" * 3000, blocks=(BODY,), source=source)
    for number, source in enumerate(SOURCES)
)


def test_a_pack_with_assessments_sums_up_what_it_rests_on(fact: MakeFact, book: Audience) -> None:
    """SRC-09."""
    printed = [fact("It will rain.", kind="assessment"), fact("It rained.")]
    assert source_summary(NOTES, printed, book) == (
        "The pack prints 1 assessment and rests on 3 notes of 1 publisher and 1 of nobody stated, "
        "from 1 March 2027 to 10 March 2027, in the languages en, pt; "
        "1 undated, 2 without a grade of reliability, 1 known in part only, "
        "1 drafted by a model."
    )


@pytest.mark.parametrize("update", [{"releasable": True}, {"parts": ("papers",)}])
def test_it_is_not_for_readers_outside_nor_without_a_list_of_sources(
    fact: MakeFact, book: Audience, update: dict[str, object]
) -> None:
    printed = [fact("It will rain.", kind="assessment")]
    assert source_summary(NOTES, printed, book.model_copy(update=update)) is None


def test_a_pack_without_assessments_needs_none(fact: MakeFact, book: Audience) -> None:
    assert source_summary(NOTES, [fact("It rained.")], book) is None


def test_an_endnote_describes_its_source(fact: MakeFact) -> None:
    entry = entries({"2.txt": 1}, NOTES, [fact("It rained.", note="2.txt")])[0]
    assert entry.descriptor == (
        "A rival's account; only part of it was at hand; "
        "drafted by a model: Scribe, 4.1, 2027-03-09"
    )


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ((0,), "paragraph 1"),
        ((0, 1), "paragraphs 1 and 2"),
        ((0, 1, 2), "paragraphs 1–3"),
        ((0, 2, 3, 4, 6, 7), "paragraphs 1, 3–5, 7 and 8"),
    ],
)
def test_an_endnote_names_its_paragraphs_and_runs_of_them_by_first_and_last(
    fact: MakeFact, places: tuple[int, ...], words: str
) -> None:
    blocks = tuple(Block(kind="body", start=10 * one, end=10 * one + 9) for one in range(9))
    note = Note(name="n.txt", text="x" * 99, blocks=blocks, source=Source())
    facts = [fact(f"Fact {one}.", note="n.txt") for one in places]
    moved = [
        one.model_copy(
            update={"passages": (one.passages[0].model_copy(update={"start": 10 * place}),)}
        )
        for one, place in zip(facts, places, strict=True)
    ]
    assert entries({"n.txt": 1}, [note], moved)[0].paragraphs == words
