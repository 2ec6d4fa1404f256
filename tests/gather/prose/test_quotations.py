import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scenesetter.gather.prose.quotations import quotations


def _inside(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize("marks", ['""', "“”", "„“", "«»", "‘’", ("''", "''")])
def test_every_pair_of_marks_is_known(marks: tuple[str, str]) -> None:
    assert _inside(f"He said {marks[0]}so be it{marks[1]} twice.") == ["so be it"]


def test_apostrophes_are_no_quotations() -> None:
    assert _inside("The leaders’ plan isn’t Berg's; the ’90s were the boys' own.") == []


def test_of_nested_quotations_the_outer_one_counts() -> None:
    assert _inside("“He said ‘no’ to me,” Holm said.") == ["He said ‘no’ to me,"]


@pytest.mark.parametrize(
    "text",
    ['"Call it “a gift” and go," Holm said.', '"Call it "a gift", Holm," he said.'],
)
def test_marks_of_any_kind_may_nest(text: str) -> None:
    assert len(_inside(text)) == 1


@pytest.mark.parametrize(
    "text", ["“It holds,“ he said.", '“It holds," he said.', "“It holds,”[1] he said."]
)
def test_a_mark_after_a_comma_closes_whatever_its_form(text: str) -> None:
    assert _inside(text) == ["It holds,"]


def test_two_marks_side_by_side_open_one_quotation() -> None:
    assert _inside('"“It holds,” he said.') == ["It holds,"]


def test_a_quotation_over_paragraphs_opens_in_each() -> None:
    assert _inside("“One.\n\n“Two.”") == ["One.", "Two."]


def test_a_missing_mark_reaches_no_further_than_its_paragraph() -> None:
    assert _inside('He said "it is.\n\nShe said "no" to it.') == ["it is.", "no"]


def test_a_mark_beside_the_wrong_blank_still_opens() -> None:
    assert _inside('Holm said," it holds." He left.') == [" it holds."]


@given(st.text(alphabet="ab “”\"'‘’«»„.,\n", max_size=60) | st.text(max_size=60))
@example("'a ’b’ c")
def test_any_text_gives_parted_spans_inside_it(text: str) -> None:
    found = quotations(text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(found))
