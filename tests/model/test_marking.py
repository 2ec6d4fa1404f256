"""Marks are read, rolled up and printed by the data of their scheme."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from scenesetter.library import Library, shipped
from scenesetter.model.marking import MarkingScheme

LIBRARY = Library((shipped(),))
US, TLP, UK, NONE = (LIBRARY.scheme(name) for name in ("us", "tlp", "uk", "none"))
MARKS = (
    *("UNCLASSIFIED", "CUI", "CUI//SP-PRVCY//FEDCON", "CUI//PRVCY//NOFORN", "CONFIDENTIAL"),
    *("SECRET", "SECRET//NOFORN", "SECRET//REL TO USA, CAN, MEX", "SECRET//REL TO USA, CAN"),
    *("SECRET//CUI//FED ONLY", "TOP SECRET//ORCON/NOFORN", "TOP SECRET"),
)
lists = st.lists(st.sampled_from(MARKS), min_size=1, max_size=5)


@pytest.mark.parametrize("marking", MARKS)
def test_a_mark_is_written_as_it_was_read_and_found_again_in_its_portion(marking: str) -> None:
    assert US.highest([marking]) == marking
    assert US.of_portion(US.portion(marking) or "") == marking
    assert US.of_portion(f"({marking})") == marking


@pytest.mark.parametrize(
    "unknown",
    [
        *("secret", "SECRET//NOFRN", "SECRET//", "NOFORN", "SECRET//FEDCON", "UNCLASSIFIED//ORCON"),
        *("SECRET//SP-PRVCY", "SECRET//REL TO", "SECRET//REL TO USA", "SECRET//REL TO CAN", ""),
        *("SECRET//REL TO USA, Canada", "(S)", "S", "UNCLASSIFIED//FOUO"),
    ],
)
def test_what_the_scheme_does_not_know_is_no_mark(unknown: str) -> None:
    assert US.read(unknown) is None
    assert US.rank(unknown) is None
    assert US.highest([unknown]) is None


@pytest.mark.parametrize(
    ("marks", "whole"),
    [
        (["UNCLASSIFIED", "SECRET//NOFORN", "TOP SECRET"], "TOP SECRET//NOFORN"),
        (["CUI//PRVCY", "CUI//SP-PRVCY//FEDCON"], "CUI//SP-PRVCY/PRVCY//FEDCON"),
        (["CUI//SP-PRVCY", "SECRET//NOFORN"], "SECRET//CUI//SP-PRVCY//NOFORN"),
        (["SECRET//NOFORN", "SECRET//ORCON"], "SECRET//ORCON/NOFORN"),
        (["SECRET//REL TO USA, MEX, CAN", "SECRET//REL TO USA, CAN"], "SECRET//REL TO USA, CAN"),
        (["SECRET//REL TO USA, CAN", "UNCLASSIFIED"], "SECRET//REL TO USA, CAN"),
        (["SECRET//REL TO USA, CAN", "SECRET//REL TO USA, MEX"], "SECRET"),
        (["SECRET//REL TO USA, CAN", "CONFIDENTIAL"], "SECRET"),
        ([None, "wrong"], None),
    ],
)
def test_a_whole_has_the_highest_level_and_every_control_of_its_portions(
    marks: list[str | None], whole: str | None
) -> None:
    assert US.highest(marks) == whole


@given(lists)
def test_no_portion_is_above_its_whole_whatever_their_order(marks: list[str]) -> None:
    whole = US.highest(marks)
    assert whole is not None
    assert whole == US.highest(reversed(marks)) == US.highest([whole, *marks])
    assert all(US.covers(whole, mark) for mark in marks)
    assert {*US.controls_of(whole)} >= {name for mark in marks for name in US.controls_of(mark)}


def test_a_mark_without_one_of_its_controls_does_not_restrict_as_much() -> None:
    assert US.covers("SECRET//NOFORN", "SECRET")
    assert not US.covers("SECRET", "SECRET//NOFORN")
    assert not US.covers("SECRET//REL TO USA, CAN", "SECRET")
    assert US.covers("UNCLASSIFIED", None)


@pytest.mark.parametrize(
    ("marking", "portion", "banner"),
    [
        ("SECRET//NOFORN", "(S//NF)", "SECRET//NOFORN"),
        ("CUI//SP-PRVCY//FEDCON", "(CUI//SP-PRVCY//FEDCON)", "CUI//SP-PRVCY//FEDCON"),
        ("TOP SECRET//NOFORN/ORCON", "(TS//OC/NF)", "TOP SECRET//ORCON/NOFORN"),
        (None, "(U)", "UNCLASSIFIED"),
    ],
)
def test_portions_and_banners_have_their_own_forms(
    marking: str | None, portion: str, banner: str
) -> None:
    assert (US.portion(marking), US.banner(marking)) == (portion, banner)


@pytest.mark.parametrize("scheme", [TLP, UK, NONE])
def test_schemes_that_mark_documents_have_no_portion_marks(scheme: MarkingScheme) -> None:
    assert not scheme.marks_portions
    assert all(scheme.portion(level.name) is None for level in scheme.levels)


def test_a_banner_has_the_look_of_its_level() -> None:
    look = TLP.look_of("TLP:AMBER+STRICT")
    assert (look.align, look.size, look.background, look.colour) == (
        *("right", 12, "#000000", "#FFC000"),
    )
    assert US.look_of("SECRET").colour is None


@pytest.mark.parametrize(
    ("levels", "more", "what"),
    [
        (["A PA", "A PB"], {}, "two levels have the name `A`"),
        (["A PA", "B PA"], {}, "two levels have the portion mark `PA`"),
        (["A PA", "B"], {}, "the level `B` has no `portion`"),
        (["A//B"], {}, "holds //"),
        (["A"], {"controls": [{"name": "X", "levels": ["C"]}]}, "names `C`, which is no level"),
    ],
)
def test_a_scheme_that_cannot_tell_its_marks_apart_is_refused(
    levels: list[str], more: dict[str, Any], what: str
) -> None:
    forms = [(*level.split(), None)[:2] for level in levels]
    given = [{"name": name, "banner": name, "portion": portion} for name, portion in forms]
    scheme = {"name": "own", "title": "Own", "authority": "Us", "levels": given, **more}
    with pytest.raises(ValidationError, match=re.escape(what)):
        MarkingScheme.model_validate(scheme)
