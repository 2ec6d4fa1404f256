import pytest

from scenesetter.gather.people.holders import holder_of
from scenesetter.gather.people.joint import is_joint
from scenesetter.gather.people.mentions import Roster
from scenesetter.gather.people.turns import speaker_of
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


def asked(source: str, text: str | None = None, people: Roster = EVERYONE) -> Holder | None:
    """The holder of the last `source` in the text."""
    whole = text or f"{source} said no."
    start = whole.rindex(source)
    return holder_of(note(whole), (start, start + len(source)), people)


def holder(source: str, text: str | None = None, people: Roster = EVERYONE) -> Holder:
    found = asked(source, text, people)
    assert found is not None
    return found


def test_an_acronym_is_the_body_that_the_note_gives_it_to() -> None:
    text = "The U.S. Drug Enforcement Administration (DEA) grew. The {} said no."
    for source in ("DEA", "Drug Enforcement Administration"):
        assert (
            holder(f"The {source}", text.format(source)).name == "Drug Enforcement Administration"
        )
    assert holder("The OPEC", "The ports (DEA) shut. The OPEC said no.").name == "OPEC"


@pytest.mark.parametrize(
    "source",
    ["AMLO", "López Obrador", "President López-Obrador", "Andres Manuel Lopez Obrador",
     "Mexican President Andres Manuel Lopez Obrador", "The Mexican president",
     "the president of Mexico", "López Obrador, who smiled","Mexico's president",
     "trip López Obrador", "the trip López Obrador"],
)  # fmt: skip
def test_every_name_of_a_person_leads_to_the_one(source: str) -> None:
    found = holder(source, f"Andrés Manuel López Obrador is here. {source} said no.")
    assert (found.name, found.party, found.unsure) == (LOPEZ.name, "Mexico", False)


@pytest.mark.parametrize("source", ["The Mexican president", "the president of Mexico"])
def test_an_office_alone_is_no_sure_name_for_another_may_have_held_it(source: str) -> None:
    assert holder(source).unsure


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


def test_he_is_not_sure_where_two_men_met() -> None:
    found = holder("he", "Joe Biden met López Obrador in May. Later he said no.")
    assert (found.name, found.unsure) == ("Joe Biden", True)


def test_he_is_not_sure_where_an_office_that_either_may_hold_stands_between() -> None:
    text = "Joe Biden spoke after Price and López Obrador. The minister laughed. Then he said no."
    assert holder("he", text).unsure


def test_she_is_the_one_with_a_womans_name() -> None:
    people = Roster(people=(Person(name="Petrus Quux"), Person(name="Teresa Roe")))
    found = holder("she", "Petrus Quux received Teresa Roe. Later she said no.", people)
    assert found.name == "Teresa Roe"


@pytest.mark.parametrize(
    ("first", "second", "party"), [("Kenya", "Uganda", None), ("Kenya", "Kenya", "Kenya")]
)
def test_an_office_that_leads_to_nobody_is_unsure_in_the_notes_words(
    first: str, second: str, party: str | None
) -> None:
    people = Roster(
        people=(
            Person(name="John Odera", role="President", party=first),
            Person(name="Musa Okello", role="President", party=second),
        )
    )
    text = "John Odera met Musa Okello. The left-leaning president, who had called, said no."
    found = holder("The left-leaning president, who had called,", text, people)
    assert (found.name, found.party, found.unsure) == ("left-leaning president", party, True)


def test_an_office_has_the_name_that_stands_in_apposition_to_it() -> None:
    assert holder("The chair", "The chair, Mr. Price, said no.").name == "Ned Price"


def test_who_serves_somebody_is_not_the_one_served() -> None:
    assert holder("Biden spokesman Ned Price", "Biden spokesman Ned Price said no.").name == (
        "Ned Price"
    )
    assert holder("Roe spokeswoman Anna Doe").name == "Anna Doe"


@pytest.mark.parametrize(
    ("text", "name", "unsure"),
    [
        ("The Northern Rail Board met. The board said no.", "Northern Rail Board", False),
        ("The Bank for Rail Works met. The bank said no.", "Bank for Rail Works", False),
        ("The Rail Board met the Tram Board. The board said no.", "Tram Board", True),
    ],
)
def test_a_body_has_the_full_name_that_stands_before(text: str, name: str, *, unsure: bool) -> None:
    noun = "the board" if "The board" in text else "the bank"
    found = holder(noun.capitalize(), text)
    assert (found.name, found.unsure) == (name, unsure)


@pytest.mark.parametrize(
    "source",
    ["attorneys for the family", "an architect", "The woman", "Skippers in the north", "someone",
     "a growing number of Mexican officials", "many Mexicans"],
)  # fmt: skip
def test_people_by_what_they_are_stay_without_a_name(source: str) -> None:
    assert holder(source).anonymous


def test_she_is_no_man() -> None:
    assert asked("She", "Joe Biden spoke. She left.") is None


def test_they_are_the_last_group() -> None:
    assert holder("they", "Observers say they are concerned.").name == "observers"


@pytest.mark.parametrize(
    ("pronoun", "text", "name"),
    [
        ("They", "The three presidents meet in June. They will discuss rails.", "three presidents"),
        ("They", "Both ministers agreed to it. They called for calm.", "both ministers"),
        ("they", "The two sides spoke. It rained. Later they agreed.", "two sides"),
        ("It", "Peru will sign the treaty. It expects more.", "Peru"),
    ],
)
def test_they_and_it_are_what_the_sentence_before_is_about(
    pronoun: str, text: str, name: str
) -> None:
    assert holder(pronoun, text).name == name


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("sides", "Both sides agreed to meet."),
        ("The two governments", "The two governments agreed to meet."),
        ("three Baltic leaders", "The three Baltic leaders want more."),
    ],
)
def test_several_sides_together_are_named_as_the_note_does(source: str, text: str) -> None:
    found = holder(source, text)
    assert is_joint(found.name)
    assert (found.party, found.anonymous) == (None, False)


@pytest.mark.parametrize(
    "source",
    ["inviting senior leaders", "and vice ministers", "including representatives", "of course",
     "this budget", "perform functions", "Talks", "625 in its preliminary", "nobody",
     "the Root Causes Strategy focuses", "Mr. Chairman", "rare",
     "Freedom of Information Act lawsuit"],
)  # fmt: skip
def test_a_fragment_or_a_thing_is_nobody(source: str) -> None:
    assert asked(source) is None


@pytest.mark.parametrize(
    ("source", "name", "party"),
    [
        ("The Kenya Revenue Authority", "Kenya Revenue Authority", "Kenya"),
        ("Frontex", "Frontex", "European Union"),
        (
            "The Ministry of Land, Infrastructure and Transport",
            "Ministry of Land, Infrastructure and Transport",
            None,
        ),
        ("the agriculture ministry", "agriculture ministry", None),
        ("Seoul's foreign ministry", "Seoul's foreign ministry", "South Korea"),
        ("The Post's Ana Ruiz", "Ana Ruiz", None),
    ],
)
def test_an_institution_is_not_anonymous(source: str, name: str, party: str | None) -> None:
    found = holder(source)
    assert (found.name, found.party, found.anonymous) == (name, party, False)


def test_what_a_country_owns_speaks_for_it() -> None:
    found = holder("its economy ministry", "Peru will object. Now its economy ministry said no.")
    assert (found.name, found.party, found.unsure) == ("economy ministry", "Peru", True)


def test_he_may_be_the_one_person_without_a_name() -> None:
    text = "Our contact in the trade ministry called. She said no."
    assert holder("She", text, Roster(people=())).name == "our contact in the trade ministry"


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
        ("CS PRICE", None, Holder(name="Ned Price", role=PRICE.role, unsure=True)),
        ("MODERATOR", None, Holder(name="Moderator", anonymous=True)),
        ("QUESTION", None, Holder(name="Question", anonymous=True)),
    ],
)
def test_a_label_leads_to_the_speaker(label: str, title: str | None, expected: Holder) -> None:
    found = speaker_of(note("Good afternoon.", title), label, EVERYONE)
    explained = {"words": label, "link": "speaker's turn"}
    assert found == expected.model_copy(update=explained)


@pytest.mark.parametrize(
    ("source", "link"),
    [
        ("Andrés Manuel López Obrador", "full name"), ("López-Obrador", "surname"),
        ("AMLO", "alias"), ("President Biden", "title"), ("The Mexican president", "role"),
        ("Mexico", "country"), ("NPR", "organisation"), ("two Mexican officials", "group"),
        ("Xochitl", "note's words"),
    ],
)  # fmt: skip
def test_a_holder_tells_by_what_the_words_led_to_it(source: str, link: str) -> None:
    text = f"They met Joe Biden. {source} said no, and Xochitl, the driver, smiled."
    if source == "Xochitl":
        text = "Xochitl, the driver, smiled."
    found = holder(source, text)
    assert (found.words, found.link) == (source, link)


def test_a_pronoun_is_a_link_of_its_own() -> None:
    found = holder("he", "AMLO came. Then he spoke.")
    assert (found.words, found.link) == ("he", "pronoun")


FAMILY = Roster(
    people=(
        Person(name="Joe Biden", role="President", party="United States", short="Biden"),
        Person(name="Jill Biden", role="First Lady", short="Biden"),
    )
)


@pytest.mark.parametrize(
    ("source", "name", "unsure"),
    [
        ("Mr. Biden", "Joe Biden", False),
        ("Mrs. Biden", "Jill Biden", False),
        ("President Biden", "Joe Biden", False),
        ("Biden", "Biden", True),
        ("Dr. Biden", "Biden", True),
    ],
)
def test_a_shared_name_is_told_apart_by_its_title(source: str, name: str, *, unsure: bool) -> None:
    found = holder(source, f"Joe Biden and Jill Biden came. Then {source} spoke.", FAMILY)
    assert (found.name, found.unsure) == (name, unsure)


def in_turn(source: str, text: str, people: Roster, speaker: str) -> Holder | None:
    block = Block(kind="body", start=0, end=len(text), speaker=speaker)
    spoken = Note(name="a.txt", text=text, blocks=(block,), source=Source())
    start = text.rindex(source)
    return holder_of(spoken, (start, start + len(source)), people)


CLERK = Person(name="Ruth Calloway", role="U.S. Assistant Secretary", party="United States")
TOGO = Person(name="Koffi Agbeko", role="President of Togo", party="Togo")


@pytest.mark.parametrize(
    ("own", "name"), [((BIDEN,), "Joe Biden"), ((), "President")], ids=["known", "unknown"]
)
def test_the_president_in_an_officials_turn_is_never_another_countrys(
    own: tuple[Person, ...], name: str
) -> None:
    text = "We met Koffi Agbeko. The President said no."
    people = Roster(people=(CLERK, TOGO, *own))
    found = in_turn("The President", text, people, "MS CALLOWAY")
    assert found is not None
    assert (found.name, found.party, found.unsure) == (name, "United States", True)


def test_our_embassy_is_the_speakers_not_the_place_s() -> None:
    people = Roster(people=(CLERK, TOGO))
    found = in_turn("Our embassy in Togo", "Our embassy in Togo said no.", people, "MS CALLOWAY")
    assert found is not None
    assert (found.name, found.party) == ("embassy in Togo", "United States")


def test_an_owner_has_the_party_of_its_own_owner() -> None:
    found = holder(
        "Its trade ministry", "Peru spoke. Its economy ministry met. Its trade ministry said no."
    )
    assert found.party == "Peru"


def test_a_chain_of_owners_has_an_end() -> None:
    text = "Its economy ministry signed it. " * 1_000 + "Its trade ministry said no."
    assert holder("Its trade ministry", text).name == "trade ministry"
