import pytest

from scenesetter.gather.people.people import people_of
from scenesetter.model.engagement import Person
from scenesetter.model.note import Block, Note, Source


def people(*paragraphs: str, publisher: str | None = None) -> dict[str, Person]:
    blocks, text = [], ""
    for paragraph in paragraphs:
        blocks.append(Block(kind="body", start=len(text), end=len(text) + len(paragraph)))
        text += f"{paragraph}\n\n"
    read = Note(name="a.txt", text=text, blocks=tuple(blocks), source=Source(publisher=publisher))
    return {person.name: person for person in people_of(read)}


def party(*paragraphs: str, name: str, publisher: str | None = None) -> str | None:
    return people(*paragraphs, publisher=publisher)[name].party


def test_a_counterpart_has_the_office_of_the_other_and_a_country_of_his_own() -> None:
    known = people("Namibian President Jane Roe met her Angolan counterpart, Xochitl Quux.")
    assert (known["Xochitl Quux"].role, known["Xochitl Quux"].party) == (
        "Angolan president",
        "Angola",
    )


EMBASSY = "Embassy of Finland, Nairobi"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Second Secretary Saara Lehto said no in a call with the embassy of Peru in Kampala.",
         "Saara Lehto", "Finland"),
        ("Trade Minister Jane Roe said no.", "Jane Roe", "Kenya"),
        ("They met the Peruvian consul general. Consul General Ana Ruiz said no.", "Ana Ruiz",
         "Peru"),
        ("Jane Roe, an economist, said no.", "Jane Roe", None),
    ],
)  # fmt: skip
def test_in_what_an_embassy_writes_its_ranks_are_its_own_and_ministers_the_hosts(
    text: str, name: str, expected: str | None
) -> None:
    assert party(text, name=name, publisher=EMBASSY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deputy Secretary Jane Roe said no.", "United States"),
        ("Foreign Minister Jane Roe said no.", None),
        ("They met in Hanoi, where Deputy Secretary Jane Roe said no.", None),
        ("President Jane Roe met President John Doe.", None),
    ],
)
def test_a_government_leaves_out_its_own_country_where_the_office_can_only_be_its_own(
    text: str, expected: str | None
) -> None:
    assert party(text, name="Jane Roe", publisher="U.S. Department of State") == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Kenya's trade minister Jane Roe came. Her chief negotiator John Doe said no.",
         "John Doe", "Kenya"),
        ("The Kenya Revenue Authority met. Its spokeswoman, Captain Jane Roe, said no.",
         "Jane Roe", "Kenya"),
        ("Kenya's trade minister Jane Roe came. Her husband John Doe, a doctor, said no.",
         "John Doe", None),
        ("Ambassador Jane Roe of Peru said no.", "Jane Roe", "Peru"),
        ("Mr. John Doe (Peru) said no.", "John Doe", "Peru"),
        ("Jane Roe, counsellor at the Peruvian mission, said no.", "Jane Roe", "Peru"),
        ("Jane Roe, a consul in Lima, said no.", "Jane Roe", None),
        ("Jane Roe, who speaks for the European Commission, said no.", "Jane Roe",
         "European Union"),
        ("LIMA (Andean Press) - Deputy Minister Jane Roe said no.", "Jane Roe", "Peru"),
        ("LIMA (Andean Press) - Secretary Jane Roe said no.", "Jane Roe", None),
        ("Senior Advisor to the President Jane Roe said no.", "Jane Roe", None),
    ],
)  # fmt: skip
def test_a_party_is_what_the_note_tells_of_it(text: str, name: str, expected: str | None) -> None:
    assert party(text, name=name) == expected
