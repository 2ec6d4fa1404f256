"""What an audience may ask for."""

from typing import get_args

import pytest
from pydantic import ValidationError

from scenesetter.compose.lines import TITLES
from scenesetter.compose.sections import BOTTOM_LINE, CONFLICTS, KINDS, UNKNOWN
from scenesetter.model.audience import Audience, SectionName

PLAIN = {"name": "press", "title": "P", "summary": "s", "parts": (), "sections": ("said",)}


def test_every_section_that_can_be_asked_for_is_composed() -> None:
    assert set(get_args(SectionName)) == {BOTTOM_LINE, *KINDS, *TITLES, CONFLICTS, UNKNOWN}


@pytest.mark.parametrize(
    "wrong", [{"sections": ("sayd",)}, {"limits": {"sayd": 1}}, {"limits": {"said": -1}}]
)
def test_an_unknown_section_or_a_limit_below_nothing_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Audience.model_validate(PLAIN | wrong)
