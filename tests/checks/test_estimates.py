"""How likely a person's lines say that something is."""

import pytest

from scenesetter.checks.estimates import check_estimates, is_estimate, scales, without_ranges
from scenesetter.findings import Finding
from scenesetter.model.citations import BoundLine
from scenesetter.model.points import Line, Purpose


def findings(*texts: str, purpose: Purpose = "background-by-hand") -> list[Finding]:
    """Each text is a line of its own."""
    lines = [
        Line(purpose=purpose, text=text, cites=("abcdef",), number=number)
        for number, text in enumerate(texts, 1)
    ]
    bound = [BoundLine(line, (), (), "points/trade.md", None) for line in lines]
    return list(check_estimates(bound))


def found(*texts: str, purpose: Purpose = "background-by-hand") -> list[tuple[str, int]]:
    """Rules and lines."""
    return [(one.rule, one.line) for one in findings(*texts, purpose=purpose)]


def test_terms_of_one_scale_with_their_ranges_pass() -> None:
    likely = "A strike is likely (55-80%).", "It is very unlikely (05-20 per cent) to last."
    assert found(*likely) == []


@pytest.mark.parametrize("second", ["nearly certain (95-99%)", "highly likely (80-90%)"])
def test_terms_of_two_scales_are_an_error_at_the_line_that_mixes_them(second: str) -> None:
    assert found("A strike is very likely (80-95%).", f"It is {second}.") == [("EST-01", 2)]


@pytest.mark.parametrize("share", ["30%", "55-75%"])
def test_a_range_of_no_scale_or_of_another_is_an_error(share: str) -> None:
    assert found("A strike is very likely (80-95%).", f"It is likely ({share}).") == [("EST-01", 2)]


@pytest.mark.parametrize(
    "sentence",
    [
        "We judge with high confidence that a strike is likely (55-80%).",
        "A strike is likely (55-80%), and our confidence is moderate.",
    ],
)
def test_likelihood_and_confidence_stand_in_two_sentences(sentence: str) -> None:
    assert found(sentence) == [("EST-02", 1)]
    apart = "A strike is likely (55-80%). We have high confidence, as both ports said so."
    assert found(apart) == []


def test_a_term_without_its_range_is_named_with_that_of_its_scale() -> None:
    assert found("A strike is unlikely.") == [("EST-03", 1)]


def test_the_range_of_a_term_is_that_of_the_scale_in_use() -> None:
    (told,) = findings("A strike is highly likely (80-90%).", "It is likely to last.")
    assert told.hint == "“likely (55-75%)” in PHIA probability yardstick"
    (told,) = findings("It is likely to last.")
    first, second = told.hint.split(", or ")
    assert first == "“likely (55-80%)” in ICD 203, first row"
    assert second == "“likely (55-75%)” in PHIA probability yardstick"


@pytest.mark.parametrize("hedge", ["might", "could", "may", "perhaps will"])
def test_a_hedge_beside_the_scale_is_named(hedge: str) -> None:
    assert found(f"They {hedge} strike in May.") == [("EST-05", 1)]


def test_what_others_said_and_what_is_to_be_spoken_keeps_its_words() -> None:
    assert found("Lima called it “probably very likely”.") == []
    assert found("We may probably agree, very likely soon.", purpose="points-to-make") == []


def test_what_a_line_quotes_is_no_estimate_of_its_own() -> None:
    assert is_estimate("A strike is likely.")
    assert not is_estimate("Lima called it “likely”.")


def test_each_scale_names_its_authority() -> None:
    assert all(scale.authority and scale.terms for scale in scales().values())


def test_only_a_range_that_a_scale_gives_its_term_needs_no_source() -> None:
    """SRC-05."""
    assert without_ranges("It is likely (55-80%) by 3 May.") == "It is likely by 3 May."
    twice = "It is likely (55-80%) now and unlikely (20-45%) in May."
    assert without_ranges(twice) == "It is likely now and unlikely in May."
    assert without_ranges("It is likely (60-90%).") == "It is likely (60-90%)."
