import pytest

from scenesetter.gather.people.people import people_of, roster
from scenesetter.model.engagement import Engagement, Party, Person
from scenesetter.model.note import Block, Note, Source


def introduced(text: str) -> list[str]:
    blocks = (Block(kind="body", start=0, end=len(text)),)
    return [
        one.name for one in people_of(Note(name="a", text=text, blocks=blocks, source=Source()))
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ecuador's fisheries minister, Quilla, said no.", "Quilla"),
        ("President Nkosana of Lesotho said no.", "Nkosana"),
        ("H.E. Jane Roe, Permanent Representative of Mali, left.", "Jane Roe"),
        ("H.R.H. Prince Nayef bin Khaled Al Suri left.", "Nayef bin Khaled Al Suri"),
        ("Iceland's King Olaf left.", "King Olaf"),
        ("Nabil el-Khoury, Lebanon's minister of works, left.", "Nabil el-Khoury"),
        ("Deputy Minister of Transport Trần Văn Lộc left.", "Trần Văn Lộc"),
        ("Water Resources Minister Jane Roe left.", "Jane Roe"),
        ("Costa Rican President Carlos Alvarado left.", "Carlos Alvarado"),
        ("Xochitl Quux, who runs a bank, left.", "Xochitl Quux"),
        ("Xochitl Quux of the Gulf Centre doubts it.", "Xochitl Quux"),
        ("Park Ji-won, the South Korean ambassador, left.", "Park Ji-won"),
        ("Ukraine's deputy minister of public works, Xochitl Quux, left.", "Xochitl Quux"),
        ("The Rt Hon Xochitl Quux left.", "Xochitl Quux"),
        ("Ambassador XOCHITL QUUX of Peru left.", "Xochitl Quux"),
        ("Later Ambassador Jane ROE left.", "Jane Roe"),
        ("Chilean President SebastiÃ¡n Qui\ufffdones left.", "SebastiÃ¡n Qui\ufffdones"),
    ],
)
def test_a_name_of_many_forms_is_introduced(text: str, name: str) -> None:
    assert introduced(text) == [name]


@pytest.mark.parametrize(
    "text",
    ["Drivers who met in Puerto Quux, said they had 140 lorries and 310 guests.",
     "The Cyprus Electricity Authority said no.", "The President's Budget Request said no.",
     "Minister After Long Delay", "Secretary General said no."],
)  # fmt: skip
def test_titles_and_things_are_nobody(text: str) -> None:
    assert introduced(text) == []


def test_a_persons_short_name_in_the_notes_is_the_engagements_person() -> None:
    known = Person(name="Fujimoto Haruka", party="Japan", short="Fujimoto")
    found = [("a", (Person(name="Haruka Fujimoto"), Person(name="Fujimoto", role="Minister")))]
    (person,) = roster(Engagement(title="Talks", people=(known,)), found).people
    assert (person.name, person.role) == ("Fujimoto Haruka", "Minister")


def test_a_party_has_the_engagements_name_for_it() -> None:
    engagement = Engagement(title="Talks", parties=(Party(name="USA"),))
    found = [("a", (Person(name="Jane Roe", party="United States"),))]
    (person,) = roster(engagement, found).people
    assert person.party == "USA"
