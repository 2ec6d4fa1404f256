import pytest

from scenesetter.gather.holders import holder_of, speaker_of
from scenesetter.gather.mentions import Roster
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Holder
from scenesetter.model.note import Block, Note, Source

LOPEZ = Person(
    name="Andrés Manuel López Obrador",
    role="Mexican President",
    party="Mexico",
    short="López Obrador",
    aliases=("AMLO",),
)
BIDEN = Person(name="Joe Biden", role="U.S. President", party="United States", short="Biden")
PRICE = Person(name="Ned Price", role="Department Spokesperson", short="Price")
EVERYONE = Roster(people=(LOPEZ, BIDEN, PRICE))


def note(text: str, title: str | None = None) -> Note:
    blocks, place = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(kind="body", start=place, end=place + len(paragraph)))
        place += len(paragraph) + 2
    return Note(name="a.txt", text=text, blocks=tuple(blocks), source=Source(title=title))


def holder(source: str, text: str | None = None, people: Roster = EVERYONE) -> Holder:
    """The holder of the last `source` in the text."""
    whole = text or f"{source} said no."
    start = whole.rindex(source)
    return holder_of(note(whole), (start, start + len(source)), people)


@pytest.mark.parametrize(
    "source",
    ["AMLO", "López Obrador", "President López-Obrador", "Andres Manuel Lopez Obrador",
     "Mexican President Andres Manuel Lopez Obrador", "The Mexican president",
     "the president of Mexico", "López Obrador, who smiled", "Mexico's president"],
)  # fmt: skip
def test_every_name_of_a_person_leads_to_the_one(source: str) -> None:
    found = holder(source)
    assert (found.name, found.party, found.unsure) == (LOPEZ.name, "Mexico", False)


@pytest.mark.parametrize(
    ("source", "name", "party", "anonymous"),
    [
        ("Mexico", "Mexico", "Mexico", False),
        ("Washington", "United States", "United States", False),
        ("the Mexican government", "Mexico", "Mexico", False),
        ("the Biden administration", "United States", "United States", False),
        ("NPR", "NPR", None, False),
        ("The White House", "White House", "United States", False),
        ("U.S. Customs and Border Protection", "U.S. Customs and Border Protection",
         "United States", False),
        ("Two Mexican officials who asked", "two Mexican officials", "Mexico", True),
        ("Experts", "experts", None, True),
        ("critics of the plan", "critics of the plan", None, True),
        ("a spokesman for Biden", "spokesman for Biden", None, True),
        ("Jane Roe, a professor at Yale", "Jane Roe", None, False),
    ],
)  # fmt: skip
def test_organisations_countries_and_groups_are_told_apart(
    source: str, name: str, party: str | None, *, anonymous: bool
) -> None:
    found = holder(source)
    assert (found.name, found.party, found.anonymous) == (name, party, anonymous)


def test_two_names_are_nobody_alone() -> None:
    assert holder("Biden and López Obrador").name == "Biden and López Obrador"


def test_the_president_is_the_only_one_the_note_has_named() -> None:
    assert holder("the president", "Biden spoke. Later the president said no.").name == "Joe Biden"


def test_the_president_stays_open_where_two_are_near() -> None:
    found = holder("the president", "Biden met López Obrador. Later the president said no.")
    assert (found.name, found.unsure) == ("president", True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("AMLO complained about imports.\n\n“Why?” he asked Biden.", LOPEZ.name),
        ("“I met López Obrador,” said Joe Biden.\n\nThen he said more.", "Joe Biden"),
        ("The Mexican president was asked about his talks with Biden. Then he smiled.", LOPEZ.name),
    ],
)
def test_he_is_the_last_speaker_or_subject(text: str, name: str) -> None:
    assert holder("he", text).name == name


def test_she_is_no_man() -> None:
    found = holder_of(note("Joe Biden spoke. She left."), (17, 20), EVERYONE)
    assert found == Holder(name="she", anonymous=True, unsure=True)


def test_they_are_the_last_group() -> None:
    text = "Observers say they are concerned."
    assert holder_of(note(text), (14, 18), EVERYONE).name == "observers"


def test_a_surname_of_two_people_stays_open_unless_the_note_names_one() -> None:
    both = Roster(people=(BIDEN, Person(name="Hunter Biden", short="Biden")))
    assert holder("Biden", "Biden said no.", both).role is None
    assert holder("Biden", "Joe Biden came. Biden said no.", both).name == "Joe Biden"


@pytest.mark.parametrize(
    ("label", "title", "expected"),
    [
        ("MR PRICE", "Briefing with Ned Price", Holder(name="Ned Price", role=PRICE.role)),
        ("MR PRICE:", None, Holder(name="Ned Price", role=PRICE.role, unsure=True)),
        ("MS ROE", None, Holder(name="Ms Roe")),
        ("MODERATOR", None, Holder(name="Moderator", anonymous=True)),
    ],
)
def test_a_label_leads_to_the_speaker(label: str, title: str | None, expected: Holder) -> None:
    assert speaker_of(note("Good afternoon.", title), label, EVERYONE) == expected
