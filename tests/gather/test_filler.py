import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.gather.filler import is_verbless, refuses_to_answer, tells_nothing


@pytest.mark.parametrize(
    "sentence",
    [
        "Why would the carriers agree to that?",
        "But the minister did not stop there.",
        "The toll wasn't the only quarrel between the two ports.",
        "And that’s not all.",
        "The embassy did not respond to a request for comment.",
        "A spokesman for the port declined to comment.",
        "The two presidents smiled and posed for photographs.",
        "Perhaps none too soon.",
        "It didn't take long.",
    ],
)
def test_what_leads_on_or_shows_faces_tells_nothing(sentence: str) -> None:
    assert tells_nothing(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The toll was not the only quarrel, and in May the ports closed the lock for nine days.",
        "The ministry declined to comment, but two officials said that the toll would fall in May.",
        "The leaders shook hands and signed the treaty.",
        "Marland refused to discuss the toll.",
        "Marland is not alone in wanting a lower toll.",
        "No deal by Friday.",
        "Prices rose.",
    ],
)
def test_what_tells_something_stays(sentence: str) -> None:
    assert not tells_nothing(sentence)


def test_a_refusal_to_answer_is_empty_unless_more_is_told_after_it() -> None:
    assert refuses_to_answer("declined to comment on the talks.")
    assert not refuses_to_answer("declined to comment because the talks go on until the summer.")


def test_a_sentence_without_a_verb_is_told_by_its_words_outside_quotation_marks() -> None:
    assert is_verbless('A line known as "patience pays."')
    assert is_verbless("Not so in Lindau.")
    assert not is_verbless("A minister resigned.")
    assert not is_verbless("The carriers.")
    assert not is_verbless("Another lock sank.")


@given(st.text(max_size=60))
def test_any_text_may_be_asked_about(text: str) -> None:
    assert tells_nothing(text) in {True, False}
    assert is_verbless(text) in {True, False}
