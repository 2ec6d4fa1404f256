from hypothesis import given
from hypothesis import strategies as st

from scenesetter.readers.canonical import Paragraph
from scenesetter.readers.pasted import without_page

MENU = ["Home", "News", "Rivers", "Opinion", "Sport", "Shop", "Sign in", "Search"]
TEXT = [
    "The envoys of both countries met in the capital on Monday and spoke for nine hours there.",
    "We agreed.",
    "Carriers had asked for a pause of one season, and the minister said she would think of it.",
]
TEASER = "A portrait of the lock keeper, who has seen every winter on the river since his youth."


def kept(*lines: str) -> list[str]:
    entries = without_page([Paragraph("body", line) for line in lines])
    return [entry.text for entry in entries if entry.kind == "body"]


def test_menus_before_and_after_the_text_are_navigation() -> None:
    title = "Envoys speak for nine hours about the toll"
    assert kept(*MENU, title, *TEXT, *MENU) == [title, *TEXT]


def test_a_teaser_among_links_is_no_text() -> None:
    assert kept(*MENU, *TEXT, *MENU, TEASER, *MENU) == TEXT


def test_the_second_part_of_a_text_stays_beyond_a_menu() -> None:
    part = [*TEXT, *TEXT]
    assert kept(*part, *MENU * 3, *part, TEASER) == [*part, *part, TEASER]


def test_a_list_that_a_colon_announces_and_one_with_marks_stay() -> None:
    announced = ["It covers:", "Wheat", "Barley", "Rye", "Oats"]
    marked = ["- Wheat", "- Barley", "- Rye", "- Oats"]
    assert kept(*MENU, *MENU, *TEXT, *announced, *TEXT, *marked, TEXT[0]) == [
        *TEXT,
        *announced,
        *TEXT,
        *marked,
        TEXT[0],
    ]


def test_a_list_of_people_with_their_roles_stays() -> None:
    people = ["Elena Roche, Minister", "Jan Verhulst, Envoy", "Ana Ruiz, Chief", "Bo Lee, Aide"]
    assert kept(*TEXT, *people, *TEXT, *MENU, *MENU) == [*TEXT, *people, *TEXT]


def test_a_text_without_a_page_around_it_stays_as_it_is() -> None:
    notes = ["Talks on the toll", "Port of Lindau", "Grain first", *TEXT, "To do: call Ana"]
    assert kept(*notes) == notes


@given(st.lists(st.sampled_from([*MENU, *TEXT, TEASER, "- item", "Label: word"])))
def test_paragraphs_keep_their_order_and_words(lines: list[str]) -> None:
    entries = [Paragraph("body", line) for line in lines]
    assert [entry.text for entry in without_page(entries)] == lines
