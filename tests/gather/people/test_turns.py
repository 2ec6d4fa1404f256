import pytest

from scenesetter.gather.people.mentions import Roster
from scenesetter.gather.people.turns import speaker_of
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Holder
from scenesetter.model.note import Block, Note, Source

CARLOS = Person(name="Carlos Mora Quirós", role="President of Costa Rica", party="Costa Rica")
YESENIA = Person(name="Yesenia Mora")
AMA = Person(name="Ama Mensah", role="Foreign Minister", party="Ghana")
ROSTER = Roster(people=(CARLOS, YESENIA, AMA))


def speaker(label: str, *, title: str = "Remarks", opening: str = "Accra") -> Holder:
    text = f"{opening}\n\nYesenia Mora and Ama Mensah of the press and the ministry met. We agree."
    start = len(opening) + 2
    block = Block(kind="body", start=start, end=len(text), speaker=label)
    note = Note(name="n", text=text, blocks=(block,), source=Source(title=title))
    return speaker_of(note, label, ROSTER)


@pytest.mark.parametrize("label", ["FOREIGN MINISTER MENSAH", "MS MENSAH", "Ama Mensah", "Mensah"])
def test_a_label_is_the_person_of_that_name(label: str) -> None:
    found = speaker(label)
    assert (found.name, found.party, found.unsure) == ("Ama Mensah", "Ghana", False)
    assert (found.words, found.link) == (label, "speaker's turn")


def test_the_title_in_the_label_tells_namesakes_apart() -> None:
    assert speaker("PRESIDENT MORA").name == "Carlos Mora Quirós"
    assert speaker("MS MORA").name == "Yesenia Mora"


def test_an_office_alone_is_whoever_the_title_names_in_it() -> None:
    title = "Remarks by President Carlos Mora Quirós and Foreign Minister Ama Mensah"
    assert speaker("THE PRESIDENT", title=title).name == "Carlos Mora Quirós"
    assert speaker("THE PRESIDENT").name == "The President"
    assert speaker("THE PRESIDENT").unsure


def test_the_one_who_answers_is_whom_the_title_names_or_unsure_the_head() -> None:
    named = speaker("A", title="Interview with Ama Mensah")
    assert (named.name, named.unsure) == ("Ama Mensah", False)
    headed = speaker("A", opening="Ama Mensah spoke to us in Accra.")
    assert (headed.name, headed.unsure) == ("Ama Mensah", True)


def test_an_official_without_a_name_stays_so() -> None:
    found = speaker("SENIOR ADMINISTRATION OFFICIAL", title="Briefing on Ama Mensah's visit")
    assert found.anonymous
    assert found.name == "Senior Administration Official"
