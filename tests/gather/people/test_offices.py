import pytest

from scenesetter.gather.people.offices import fits


@pytest.mark.parametrize(
    ("described", "role"),
    [
        ("fisheries minister", "Minister of Fisheries"),
        ("Libyan premier", "Libyan Prime Minister"),
        ("Commission president", "President of the European Commission"),
        ("envoy", "EU special envoy"),
        ("secretary", "Secretary of State"),
        ("leader", "Prime Minister"),
        ("spokeswoman", "spokesperson"),
        ("former president", "former President"),
    ],
)
def test_a_description_fits_a_role_by_its_head_and_what_goes_with_it(
    described: str, role: str
) -> None:
    assert fits(described, role) == 2


@pytest.mark.parametrize(
    ("described", "role"),
    [
        ("minister", "Prime Minister"),
        ("president", "vice president"),
        ("president", "former president"),
        ("energy minister", "Minister of Health"),
        ("analyst", "ambassador"),
        ("table", "ambassador"),
    ],
)
def test_another_office_does_not_fit(described: str, role: str) -> None:
    assert fits(described, role) == 0


def test_who_ranks_below_fits_less() -> None:
    assert fits("minister", "deputy minister of transport") == 1
