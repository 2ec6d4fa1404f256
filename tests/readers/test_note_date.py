"""The day that a note says it is of."""

import pytest

from scenesetter.model.note import Source
from scenesetter.readers.canonical import Paragraph
from scenesetter.readers.metadata import dated_by_name, stated
from scenesetter.readers.note_date import day, day_in_name, leading_day


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2023-01-09", "2023-01-09"),
        ("2021-06-02T03:03:15+00:00", "2021-06-02"),
        ("9 January 2023", "2023-01-09"),
        ("Jan. 9, 2023", "2023-01-09"),
        ("Monday, January 9th, 2023 at 4:15 p.m. EST", "2023-01-09"),
        ("Mon, 9 Jan 2023 10:00:00 +0100", "2023-01-09"),
        ("4:15 PM EST, January 9, 2023", "2023-01-09"),
        ("January 9, 2023 | 4 pm", "2023-01-09"),
        ("25/04/2025", "2025-04-25"),
        ("R 031530Z MAR 25", "2025-03-03"),
        ("031530Z MAR 2025", "2025-03-03"),
        ("January 2023", "2023-01"),
        ("2023", "2023"),
    ],
)
def test_plain_dates_become_edtf(text: str, edtf: str) -> None:
    assert day(text) == edtf


@pytest.mark.parametrize(
    "text",
    ["09/01/2023", "31 February 2023", "Jan 9", "soon", "2023-13-01", "R 991530Z MAR 25", ""],
)
def test_what_is_no_plain_date_is_never_guessed(text: str) -> None:
    assert day(text) is None


def test_a_line_may_go_on_after_its_date_but_not_to_another() -> None:
    assert leading_day("March 3, 2025 Updated: March 4, 2025") == "2025-03-03"
    assert leading_day("March 3, 2025 - March 5, 2025") is None


def published(*texts: str) -> str | None:
    return stated([Paragraph("body", text) for text in texts]).published


@pytest.mark.parametrize(
    "head",
    [
        "TOKYO (Kestrel) -- March 3, 2025",
        "TOKYO (Kestrel) -- March 3, 2025 -- Talks on fisheries began.",
        "TOKYO, March 3, 2025 (Kestrel) - Talks on fisheries began.",
        "Tokyo, Japan, 3 March 2025 – Talks on fisheries began.",
        "Lome, T.G., March 3, 2025 - Talks on fisheries began.",
        "Joint press conference, Tokyo, 3 March 2025",
        "Remarks by the Minister | Tokyo | March 3, 2025",
        "3 March 2025: Call with the Foreign Minister",
        "(Lome – March 3, 2025)",
        "Published: March 3, 2025 at 4:30 PM JST Updated: March 4, 2025",
        "Last updated: 3 March 2025",
        "Released on March 3, 2025",
        "Sent: Monday, March 3, 2025 10:12 AM",
        "Date: Mon, 3 Mar 2025 10:12:00 +0900",
        "From: Desk To: Embassy Sent: Monday, March 3, 2025 10:12 AM Subject: Fisheries",
        "R 031530Z MAR 25",
        "DTG: R 031530Z MAR 25 FM EMBASSY TO MINISTRY",
    ],
)
def test_the_head_of_a_note_gives_its_date(head: str) -> None:
    assert published(head, "The ministers met at noon and parted at nine.") == "2025-03-03"


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed in Lome on 3 March 2025.",
        "Leaders to meet on 3 March 2025",
        "The envoys meet in Lome, 3 March 2025, and again in May.",
        "Comments are open until Monday, 3 March 2025",
        "Born in Lome, 3 March 1950",
        "TOKYO, March 3 (Kestrel) - Talks on fisheries began.",
    ],
)
def test_a_date_in_the_body_is_never_taken_for_the_note(text: str) -> None:
    assert published(text, "More of it.") is None


def test_a_word_of_when_it_was_published_beats_one_of_an_update() -> None:
    assert published("Updated: 4 March 2025", "Published: 3 March 2025", "Text.") == "2025-03-03"


def test_the_name_of_a_file_gives_a_date_only_where_nothing_else_does() -> None:
    source, findings = dated_by_name(Source(), "notes/a.txt", "2025-03-03-call.txt")
    assert source.published == "2025-03-03"
    assert [(finding.severity, finding.rule) for finding in findings] == [("info", "SRC-02")]
    known = Source(published="2025-03-04")
    assert dated_by_name(known, "notes/a.txt", "2025-03-03-call.txt") == (known, [])


@pytest.mark.parametrize(
    "name", ["20250303.txt", "2025-13-03.txt", "2025-03-03_2025-03-05.txt", "2025-03-03/call.txt"]
)
def test_a_name_without_one_plain_date_gives_none(name: str) -> None:
    assert day_in_name(name) is None
