import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.gather.prose.sentences import sentences


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. J. K. Holm met the U.S. Navy on Nov. 3 at 5 p.m. in Lima.",
        '"We go. We stay," he said.',
        '"Will it hold?" Holm asked.',
        "The pact of 2.5 million e.g. in Peru holds...",
        "Holm said: “One. Two.”",
        "“Will it hold?” Ana Holm, a pilot from Bergen, asked.",
        "“It will hold.” Holm said.",
        "“Stop!” Holm barked.",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert _split(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ["Holm left.", "Berg stayed."],
        ["He lives in the U.S.", "The rest is known."],
        ['"No!"', "He left."],
        ['Holm said "never."', "Then he left."],
        ["Is it?", "It is."],
        ["“Is it?”", "Holm answered, “It is.”"],
    ],
)
def test_sentences_part_where_a_new_one_begins(parts: list[str]) -> None:
    assert _split(" ".join(parts)) == parts


def test_a_blank_line_always_ends_a_sentence() -> None:
    assert _split("A heading\n\nThe text.") == ["A heading", "The text."]


def test_a_missing_mark_does_not_swallow_what_follows() -> None:
    assert _split('Holm said, "It is open. Berg left.\n\nThe end.')[-1] == "The end."
    assert "He came back." in _split('Open," he said. He came back. He left.')


def test_only_the_given_part_is_read() -> None:
    assert sentences("One. Two. Three.", 5, 9) == [(5, 9)]


@given(st.text(alphabet="aB.?!\"”“' \nU", max_size=80) | st.text(max_size=80))
def test_sentences_cover_every_word_in_order(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(_split(text)).split()) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(found))
