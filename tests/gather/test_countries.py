import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.gather.countries import countries_named, country_of


def named(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], name) for start, end, name in countries_named(text, 0, len(text))]


def test_names_adjectives_people_and_seats_lead_to_the_country() -> None:
    text = "The U.S. and Mexican presidents met Canadians in Ottawa, far from the Kremlin."
    assert [name for _words, name in named(text)] == [
        "United States", "Mexico", "Canada", "Canada", "Russia",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["They told us so.", "Latin American leaders", "New Mexico", "Jim Jordan spoke.",
     "a turkey sandwich", "JOIN US", "Pan-American Games"],
)  # fmt: skip
def test_words_that_only_look_like_a_country_are_left(text: str) -> None:
    assert named(text) == []


def test_a_longer_name_hides_the_shorter_one_inside() -> None:
    assert named("Papua New Guinea and Guinea") == [
        ("Papua New Guinea", "Papua New Guinea"),
        ("Guinea", "Guinea"),
    ]


def test_a_joined_pair_names_both() -> None:
    assert named("the U.S.-Mexico border") == [("U.S.", "United States"), ("Mexico", "Mexico")]


@pytest.mark.parametrize(
    ("words", "country"),
    [("the United States", "United States"), ("Mexico's", "Mexico"),
     ("Washington", "United States"),
     ("New Mexico", None), ("the summit", None), ("", None)],
)  # fmt: skip
def test_whole_words_name_a_country_or_none(words: str, country: str | None) -> None:
    assert country_of(words) == country


@given(st.text())
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    spans = countries_named(text, 0, len(text))
    assert all(0 <= start < end <= len(text) for start, end, _name in spans)
    assert spans == sorted(spans)
