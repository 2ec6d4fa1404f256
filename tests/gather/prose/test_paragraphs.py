import itertools

from hypothesis import given
from hypothesis import strategies as st

from scenesetter.gather.prose.paragraphs import paragraphs


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_a_blank_line_parts_paragraphs() -> None:
    assert _split("One.\n\nTwo.\n \nThree.") == ["One.", "Two.", "Three."]


def test_a_wrapped_line_goes_on_and_a_long_line_does_not() -> None:
    assert len(_split("a short line\nthat goes on")) == 1
    assert len(_split(f"{'a long line ' * 10}\nthat ends")) == 2


@given(st.text(alphabet="a \n", max_size=300))
def test_paragraphs_hold_every_word_in_order(text: str) -> None:
    found = paragraphs(text)
    assert "".join("".join(_split(text)).split()) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(found))
