import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from scenesetter.readers.canonical import Paragraph, assemble, canonical, line


def test_spaces_and_tabs_fold() -> None:
    assert canonical(" a\t b\u00a0\u2009c \r\n d ") == "a b c\nd"


def test_unseen_characters_and_overrides_go() -> None:
    assert canonical("ab\u200bc\u202ed\u2066e\ufeff\ufffef\x07") == "abcdef"
    assert canonical("a\ud800b\ufdd0c") == "abc"


def test_accents_are_composed() -> None:
    assert canonical("Lo\u0301pez") == "López"


@given(st.text())
def test_canonical_text_stays_as_it_is(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in once.replace("\n", ""))


@given(st.text())
def test_a_line_has_no_line_ends(text: str) -> None:
    assert "\n" not in line(text)


def test_blocks_cover_their_paragraphs_without_the_label() -> None:
    text, blocks = assemble(
        [Paragraph("heading", "Title"), Paragraph("body", "MR LUND: No.", "MR LUND", 9)]
    )
    assert text == "Title\n\nMR LUND: No."
    assert [text[block.start : block.end] for block in blocks] == ["Title", "No."]
