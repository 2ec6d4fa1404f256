import random

import pytest

from scenesetter.gather.people.people import people_of, roster
from scenesetter.model.engagement import Engagement, Person
from scenesetter.model.note import Block, BlockKind, Note, Source

EMPTY = Engagement(title="Talks")


def note(*paragraphs: str | tuple[BlockKind, str], name: str = "a.txt") -> Note:
    blocks, text = [], ""
    for paragraph in paragraphs:
        kind, words = ("body", paragraph) if isinstance(paragraph, str) else paragraph
        blocks.append(Block(kind=kind, start=len(text), end=len(text) + len(words)))
        text += f"{words}\n\n"
    return Note(name=name, text=text, blocks=tuple(blocks), source=Source())


def introduced(text: str) -> Person:
    (person,) = people_of(note(text))
    return person


@pytest.mark.parametrize(
    ("text", "name", "role", "party"),
    [
        ("U.S. President Joe Biden left.", "Joe Biden", "U.S. President", "United States"),
        ("Canada's Prime Minister Justin Trudeau left.", "Justin Trudeau",
         "Canada's Prime Minister", "Canada"),
        ("Angela Merkel, Germany's chancellor, left.", "Angela Merkel", "Germany's chancellor",
         "Germany"),
        ("Texas Governor Greg Abbott left.", "Greg Abbott", "Texas Governor", "United States"),
        ("Prime Minister of Japan Fumio Kishida left.", "Fumio Kishida",
         "Prime Minister of Japan", "Japan"),
        ("Jane Roe, a former Mexican minister, left.", "Jane Roe", "former Mexican minister", None),
        ("then-President Donald Trump left.", "Donald Trump", "then-President", None),
        ("Peru-based analyst Ana Ruiz said no.", "Ana Ruiz", "Peru-based analyst", None),
        ("Ana Ruiz a senior fellow at the Lima Institute said no.", "Ana Ruiz",
         "senior fellow at the Lima Institute", None),
        ("Xochitl Quux told reporters so.", "Xochitl Quux", None, None),
    ],
)  # fmt: skip
def test_a_person_has_the_role_that_the_note_writes_and_the_party_of_an_office(
    text: str, name: str, role: str | None, party: str | None
) -> None:
    person = introduced(text)
    assert (person.name, person.role, person.party) == (name, role, party)


@pytest.mark.parametrize(
    "text",
    ["They met in Los Angeles.", "The White House said no.", "The Summit of the Americas opens.",
     "Human Rights Watch said no.", "They met in Mexico City on Tuesday.",
     "Prime Minister Has Much To Say On Trade And Jane Roe Too"],
)  # fmt: skip
def test_places_organisations_and_headlines_are_nobody(text: str) -> None:
    assert people_of(note(text)) == ()


def test_the_author_is_not_introduced_and_captions_introduce_nobody() -> None:
    read = note(
        ("byline", "By Jane Roe"), ("caption", "President Joe Biden waves"), "All was calm."
    )
    assert people_of(read) == ()


def test_a_list_of_speakers_introduces_who_speaks() -> None:
    listed = note(("byline", "Jalina Porter, Principal Deputy Spokesperson"), "Good afternoon.")
    blocks = (listed.blocks[0], listed.blocks[1].model_copy(update={"speaker": "MS PORTER"}))
    (person,) = people_of(listed.model_copy(update={"blocks": blocks}))
    assert (person.name, person.role) == ("Jalina Porter", "Principal Deputy Spokesperson")


@pytest.mark.parametrize(
    "text",
    [
        "President Andres Manuel Lopez Obrador, or AMLO, met them.",
        "President Andres Manuel Lopez Obrador (AMLO) met them.",
        "President Andres Manuel Lopez Obrador met them. AMLO smiled.",
    ],
)
def test_another_name_is_learnt_where_the_note_gives_it(text: str) -> None:
    person = introduced(text)
    assert person.aliases == ("AMLO",)
    assert person.short == "Lopez Obrador"


@pytest.mark.parametrize("marks", ['""', "“”", "''"])
def test_a_nickname_inside_a_name_is_no_end_of_it(marks: str) -> None:
    nickname = f"{marks[0]}Nonoy{marks[1]}"
    person = introduced(f"President Ramon {nickname} Reyes met them. Reyes smiled.")
    assert (person.name, person.short) == ("Ramon Reyes", "Reyes")


def test_the_family_name_may_come_first() -> None:
    assert introduced("South Korean President Yoon Suk Yeol left. Yoon smiled.").short == "Yoon"
    assert introduced("Minister Moses Kuria left. Moses smiled.").short == "Kuria"


def test_fields_of_an_office_are_no_part_of_a_name() -> None:
    assert (
        introduced("Deputy Secretary for Management and Resources Jane Roe left.").name
        == "Jane Roe"
    )
    assert introduced("Trade Ministers Mark Kuria and others left.").name == "Mark Kuria"


def test_spellings_are_one_person_and_accents_win_in_any_order() -> None:
    found = [
        ("a", people_of(note("Mexico's President Andres Manuel Lopez Obrador spoke."))),
        ("b", people_of(note("President Andrés Manuel López Obrador spoke."))),
        ("c", people_of(note("President López-Obrador met U.S. President Joe Biden."))),
        ("d", people_of(note("President Joseph R. Biden spoke."))),
    ]
    expected = roster(EMPTY, found).people
    assert [(person.name, person.short, person.party) for person in expected] == [
        ("Andrés Manuel López Obrador", "López Obrador", "Mexico"),
        ("Joe Biden", "Biden", "United States"),
    ]
    random.Random(1).shuffle(found)  # noqa: S311  # an order, not a secret
    assert roster(EMPTY, found).people == expected


def test_what_the_engagement_says_of_its_people_wins() -> None:
    known = Person(name="Joe Biden", role="President of the United States", aliases=("POTUS",))
    found = [("a", people_of(note("U.S. President Joe Biden spoke.")))]
    (person,) = roster(EMPTY.model_copy(update={"people": (known,)}), found).people
    assert person.role == "President of the United States"
    assert (person.party, person.short, person.aliases) == ("United States", "Biden", ("POTUS",))
