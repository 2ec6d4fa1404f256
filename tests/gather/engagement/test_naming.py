"""What a folder's name says."""

import pytest

from scenesetter.gather.engagement.naming import engagement_named, names_in


@pytest.mark.parametrize(
    ("folder", "title", "parties"),
    [
        ("us-mexico-august-2021", "US Mexico August 2021", ["United States", "Mexico"]),
        ("notes_for_lisbon", "Notes for Lisbon", ["Portugal"]),
        ("g7 summit", "G7 summit", ["Group of Seven"]),
        ("Visit of the King", "Visit of the King", []),
    ],
)
def test_title_and_parties_come_from_the_name(folder: str, title: str, parties: list[str]) -> None:
    engagement = engagement_named(folder)
    assert engagement.title == title
    assert [party.name for party in engagement.parties] == parties
    assert all(party.side is None for party in engagement.parties)


def test_names_to_look_for_are_neither_plain_words_nor_numbers() -> None:
    assert names_in("Harris Geneva Summit August 2021 of Mexico") == ("Harris", "Geneva")
