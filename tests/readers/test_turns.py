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


def test_a_part_may_be_written_small_and_ask_in_another_language() -> None:
    turns = told("Elena Roche: We agree.", "Question (via interpreter): When?", "Elena Roche: Now.")
    assert [kind for kind, _, _ in turns] == ["body", "question", "body"]
    assert turns[1][2] == "When?"


def test_who_speaks_once_is_heard_among_others() -> None:
    turns = told("Ana Roe: Yes.", "QUESTION: When?", "Ana Roe: Now.", "Jo Lund: No.")
    assert [speaker for _, speaker, _ in turns] == ["Ana Roe", "QUESTION", "Ana Roe", "Jo Lund"]
    named = told("Ana Roe and Jo Lund met.", "Ana Roe: Yes.", "Jo Lund: No.", "Ana Roe: Why?")
    assert [speaker for _, speaker, _ in named] == [None, "Ana Roe", "Jo Lund", "Ana Roe"]


def test_a_surname_alone_is_a_label_where_the_text_has_the_name() -> None:
    turns = told("Elena Roche met Jan Verhulst.", *["Roche: Yes.", "Verhulst: No."] * 2)
    assert [speaker for _, speaker, _ in turns[1:]] == ["Roche", "Verhulst"] * 2
    assert told(*["Position: yes.", "Topic: no."] * 2)[0][1] is None


def test_who_has_a_numbered_question_asks() -> None:
    turns = told(
        "Q1 Chair: Why?", "Elena Roche: It is.", "Q2 Liam Frost: Do you?", "Chair: Thanks."
    )
    assert [kind for kind, _, _ in turns] == ["question", "body", "question", "question"]


def test_times_of_a_recording_stand_before_the_label() -> None:
    turns = told("[00:12] MR LUND: Yes.", "00:01:15 - QUESTION: When?", "MR LUND (01:20): Soon.")
    assert [words for _, _, words in turns] == ["Yes.", "When?", "Soon."]


def test_an_interpreter_speaks_for_whoever_spoke_in_another_language() -> None:
    turns = told("MR LUND: (Speaks in Spanish.)", "INTERPRETER: We agree.", "QUESTION: When?")
    assert turns[1] == ("body", "MR LUND", "We agree.")


def test_an_interpreter_s_own_words_are_nobody_else_s() -> None:
    turns = told("MR LUND: Shall I go on?", "INTERPRETER: I am interpreting you, sir.")
    assert turns[1][:2] == ("question", "INTERPRETER")


def test_a_direction_at_the_head_of_a_paragraph_is_not_said() -> None:
    turns = told("MR LUND: (Laughs.) Yes.", "(Via interpreter) We agree.", "QUESTION: When?")
    assert [words for _, _, words in turns] == ["Yes.", "We agree.", "When?"]
