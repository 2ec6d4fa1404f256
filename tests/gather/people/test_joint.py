import pytest

from scenesetter.gather.people.joint import is_joint


@pytest.mark.parametrize(
    "name",
    ["both sides", "two governments", "three North American leaders", "Peru and Chile",
     "ministers of Peru and Chile", "Ana Roe and President Jim Doe"],
)  # fmt: skip
def test_a_name_of_several_sides_is_joint(name: str) -> None:
    assert is_joint(name)


@pytest.mark.parametrize(
    "name",
    ["Peru", "two Peruvian officials", "Ministry of Trade and Industry", "observers",
     "U.S. Customs and Border Protection", "Department of Health and Human Services"],
)  # fmt: skip
def test_one_body_or_an_unnamed_group_is_not(name: str) -> None:
    assert not is_joint(name)
