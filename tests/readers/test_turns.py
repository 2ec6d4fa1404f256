import pytest

from scenesetter.readers.canonical import Paragraph
from scenesetter.readers.turns import with_turns


def told(*texts: str) -> list[tuple[str, str | None, str]]:
    turned = with_turns(Paragraph("body", text) for text in texts)
    return [(entry.kind, entry.speaker, entry.text[entry.label :]) for entry in turned]


@pytest.mark.parametrize(
    "label",
    [
        "MR LUND",
        "MS. DEL VALLE",
        "SECRETARY McROY",
        "SENIOR ADMINISTRATION OFFICIAL ONE",
        "THE PRESIDENT",
        "UNDER SECRETARY O'HARA",
        "Jane Doe",
    ],
)
def test_a_label_opens_a_turn_that_goes_on(label: str) -> None:
    turns = told(f"{label}: We agree.", "And we promise it.", "QUESTION: When?", f"{label}: Soon.")
    assert turns == [
        ("body", label, "We agree."),
        ("body", label, "And we promise it."),
        ("question", "QUESTION", "When?"),
        ("body", label, "Soon."),
    ]


def test_the_interpreter_is_part_of_the_label() -> None:
    assert told("PRESIDENT ROCHE: (Via interpreter) Welcome.")[0][2] == "Welcome."


@pytest.mark.parametrize("part", ["QUESTION", "OPERATOR", "MODERATOR", "REPORTER"])
def test_those_who_ask_are_told_apart(part: str) -> None:
    assert told(f"{part}: Go ahead.")[0][0] == "question"


def test_single_letters_are_a_dialogue() -> None:
    turns = told("Q Will you sign?", "THE PRESIDENT: Yes.", "Q And when?")
    assert [kind for kind, _, _ in turns] == ["question", "body", "question"]


def test_asides_are_not_body() -> None:
    assert [kind for kind, _, _ in told("MR LUND: (Laughter.)", "(Inaudible.)")] == ["caption"] * 2


def test_the_end_mark_ends_the_turn() -> None:
    assert told("MR LUND: No.", "# # #", "Footnote.")[2] == ("body", None, "Footnote.")


@pytest.mark.parametrize(
    "texts",
    [
        ("READ MORE: One thing", "Words.", "READ MORE: Another thing", "WATCH: A film"),
        ("Let me be clear: we agree.", "He asked: why?"),
        ("Trade Policy: the minister spoke.", "Trade Policy: she spoke again."),
    ],
)
def test_other_colons_open_no_turn(texts: tuple[str, ...]) -> None:
    assert all(speaker is None for _, speaker, _ in told(*texts))


def test_a_label_alone_names_the_paragraph_below() -> None:
    alone, below = told("MR LUND:", "We agree.")
    assert alone == ("byline", "MR LUND", "MR LUND:")
    assert below == ("body", "MR LUND", "We agree.")
