import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.model.pack import Pack
from scenesetter.renderers.markdown import plain, tidy


def test_blank_lines_and_trailing_spaces_go() -> None:
    assert tidy("\n\n# a  \n \n\n\n\nb\t\n\n") == "# a\n\nb\n"


@given(st.text(alphabet="ab \t\n:"))
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


def test_the_plain_pack_has_no_layout_lines(bare: Pack) -> None:
    layout = "::: paper trade\n\n## Trade\n\n:::\n\nIt costs: a lot ::: indeed\n"
    released = bare.model_copy(update={"draft": False})
    assert plain(layout, released) == "## Trade\n\nIt costs: a lot ::: indeed\n"


@pytest.mark.holds("REL-02")
def test_the_plain_pack_begins_and_ends_with_its_banner_and_a_draft_says_so_inside(
    bare: Pack,
) -> None:
    marked = bare.model_copy(update={"banner": "SECRET//NOFORN"})
    assert plain("# Talks\n", marked) == (
        "SECRET//NOFORN\n\nDRAFT\n\n# Talks\n\nDRAFT\n\nSECRET//NOFORN\n"
    )
    released = marked.model_copy(update={"draft": False})
    assert "DRAFT" not in plain("# Talks\n", released)


def test_a_great_many_spaces_take_little_time() -> None:
    assert tidy(" " * 500_000 + "x") == " " * 500_000 + "x\n"
