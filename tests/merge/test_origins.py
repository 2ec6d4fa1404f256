"""Credibility rises with independent origins, and with nothing else."""

from collections.abc import Callable

import pytest

from scenesetter.merge.merge import merge
from scenesetter.model.fact import Fact
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.note import Source

Told = Callable[..., list[Fact]]
ONE = "Ugandan police arrested 17 fishermen."
OTHER = "Police in Uganda arrested 17 fishermen."
TRIBUNE = Source(published="2024-03-05", publisher="Tribune", author="Ana Lima")
GAZETTE = Source(published="2024-03-05", publisher="Gazette", author="Bo Berg")


@pytest.fixture
def grade(told: Told, scheme: MarkingScheme) -> Callable[..., list[int]]:
    """Credibility of what two notes tell."""

    def grades(one: str, other: str, first: Source, second: Source) -> list[int]:
        facts = told(one, other, sources=(first, second))
        merged = merge(facts, scheme, {"0.txt": first, "1.txt": second})
        return [fact.credibility for fact in merged if len(fact.passages) == 2]

    return grades


Grade = Callable[[str, str, Source, Source], list[int]]


def test_two_authors_of_two_papers_confirm_an_event(grade: Grade) -> None:
    assert grade(ONE, OTHER, TRIBUNE, GAZETTE) == [1]


def test_without_authors_it_is_probably_true(grade: Grade) -> None:
    unsigned = GAZETTE.model_copy(update={"author": None})
    assert grade(ONE, OTHER, TRIBUNE, unsigned) == [2]


@pytest.mark.parametrize(
    "change", [{"publisher": "Tribune"}, {"author": "Ana Lima"}, {"publisher": None}]
)
def test_one_publisher_or_author_or_an_unknown_one_confirms_nothing(
    grade: Grade, change: dict[str, str | None]
) -> None:
    assert grade(ONE, OTHER, TRIBUNE, GAZETTE.model_copy(update=change)) == [6]


def test_what_one_person_said_has_one_origin_in_two_papers(grade: Grade) -> None:
    one = "Trade Minister Jane Oduor said Kenya would scrap the milk levy in summer."
    other = "Kenya would lift its levy on milk in summer, Trade Minister Jane Oduor said."
    assert grade(one, other, TRIBUNE, GAZETTE) == [6]


@pytest.mark.holds("SRC-10")
def test_a_reprint_confirms_nothing(grade: Grade) -> None:
    assert grade(ONE, ONE, TRIBUNE, GAZETTE) == [6]


def test_a_long_run_of_the_same_words_is_a_reprint(grade: Grade) -> None:
    wire = "Ugandan police arrested 17 fishermen from Busia after a long chase over the lake"
    assert grade(f"{wire}.", f"{wire} on boats.", TRIBUNE, GAZETTE) == [6]


def test_notes_that_copied_each_other_elsewhere_are_one_origin(grade: Grade) -> None:
    copied = (
        " The price of a kilo of fish on the Ugandan shore has doubled since the first of the "
        "patrols began."
    )
    assert grade(ONE + copied, OTHER + copied, TRIBUNE, GAZETTE)[-1:] == [6]
    assert 1 not in grade(ONE + copied, OTHER + copied, TRIBUNE, GAZETTE)


def test_a_note_that_tells_less_does_not_confirm_the_rest(grade: Grade) -> None:
    fuller = "Police in Uganda arrested 17 fishermen near the old harbour wall after a chase."
    assert grade(ONE, fuller, TRIBUNE, GAZETTE) in ([6], [])
