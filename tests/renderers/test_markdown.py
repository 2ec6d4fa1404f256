from hypothesis import given
from hypothesis import strategies as st

from scenesetter.renderers.markdown import plain, tidy


def test_blank_lines_and_trailing_spaces_go() -> None:
    assert tidy("\n\n# a  \n \n\n\n\nb\t\n\n") == "# a\n\nb\n"


@given(st.text(alphabet="ab \t\n:"))
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


def test_the_plain_pack_has_no_layout_lines() -> None:
    assert plain("::: paper trade\n\n## Trade\n\n:::\n\nIt costs: a lot ::: indeed\n") == (
        "## Trade\n\nIt costs: a lot ::: indeed\n"
    )


def test_a_great_many_spaces_take_little_time() -> None:
    assert tidy(" " * 500_000 + "x") == " " * 500_000 + "x\n"
