import pytest

from scenesetter.model.note import Source
from scenesetter.readers.canonical import Paragraph
from scenesetter.readers.metadata import address, first, stated


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "example.org/a", "https://a b", "/relative"]
)
def test_only_absolute_web_addresses_count(text: str) -> None:
    assert address(text) is None


def of(*texts: str) -> Source:
    return stated([Paragraph("body", text) for text in texts])


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("By Jane Doe", "author", "Jane Doe"),
        ("By Ana de la Cruz and Peter Lund", "author", "Ana de la Cruz and Peter Lund"),
        ("Written by: Jane Doe", "author", "Jane Doe"),
        ("This article is owned by Harbour Post.", "publisher", "Harbour Post"),
        ("Published: 9 January 2023", "published", "2023-01-09"),
        ("Published on 9 January 2023", "published", "2023-01-09"),
        ("Date: 2023-01-09", "published", "2023-01-09"),
        ("January 09, 2023", "published", "2023-01-09"),
        ("Retrieved: 1 March 2023", "retrieved", "2023-03-01"),
        ("URL: https://example.org/a", "url", "https://example.org/a"),
        ("Marking: SECRET//NOFORN", "marking", "SECRET//NOFORN"),
        ("marking: secret", "marking", "secret"),
        ("Classification: TOP SECRET", "marking", "TOP SECRET"),
        ("Classification: local news", "marking", None),
        ("PUERTO CLARO, Jan. 9, 2023 (Meridian) - Talks began.", "published", "2023-01-09"),
        ("PUERTO CLARO, Jan. 9, 2023 (Meridian) - Talks began.", "publisher", "Meridian"),
    ],
)
def test_plain_statements_are_taken(text: str, field: str, value: str | None) -> None:
    assert getattr(of(text, "The talks went on until Friday."), field) == value


@pytest.mark.parametrize(
    "text",
    [
        "By Friday the envoys had left.",
        "The treaty, published 9 January 2023, was long.",
        "PUERTO CLARO, Jan 9 (Meridian) - Talks began.",
        "He was said to own the paper: this article is owned by Harbour Post, he joked.",
    ],
)
def test_prose_states_neither_author_nor_date(text: str) -> None:
    known = of(text, "More of it.")
    assert (known.author, known.published) == (None, None)


def test_the_line_above_the_byline_is_the_title() -> None:
    assert (
        of("A picture. (", "A New Toll for Grain", "By Jane Doe", "W.").title
        == "A New Toll for Grain"
    )


def test_a_cables_subject_is_its_title() -> None:
    assert of("SUBJECT: Porto before the talks", "FROM: Embassy Porto").title == (
        "Porto before the talks"
    )
    assert of("Subject: Grain From: Ana Lima Sent: Monday", "W.").title != (
        "Grain From: Ana Lima Sent: Monday"
    )


def test_a_first_sentence_is_no_title() -> None:
    assert of("The envoys met on Monday in the capital.", "They left.").title is None


def test_the_first_that_knows_a_field_wins() -> None:
    assert first(Source(title="A"), Source(title="B", url="https://b")) == Source(
        title="A", url="https://b"
    )
