"""The example's packs that are built on request, as they are printed."""

from collections.abc import Callable
from pathlib import Path
from subprocess import Popen
from typing import NamedTuple

import pytest

from scenesetter.model.reading import ReadBack
from scenesetter.renderers.reading import read_back

Start = Callable[..., Popen[str]]
A6 = (298, 420)
"""Points."""
READOUT = ("Whitlock", "preparatory call", "trace results", "91cacfc8")
"""Words of a note that nobody has released, or that leave the building with no pack of it."""


class Pack(NamedTuple):
    """A pack in both forms, and what its build said."""

    printed: ReadBack
    text: str
    said: str


@pytest.fixture(scope="module")
def packs(start: Start, example: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pack]:
    root = tmp_path_factory.mktemp("others")
    names = ("cards", "press", "desk")
    running = {name: start("build", example, "-o", root / name, "-a", name) for name in names}
    said = {name: one.communicate(timeout=120)[1] for name, one in running.items()}
    assert [one.returncode for one in running.values()] == [0, 0, 0]
    made = {}
    for name in names:
        (pdf,), (text,) = ((root / name).rglob(f"*.{form}") for form in ("pdf", "md"))
        made[name] = Pack(read_back(pdf.read_bytes()), text.read_text("utf-8"), said[name])
    return made


@pytest.mark.parametrize("name", ["cards", "press", "desk"])
def test_it_prints_without_a_complaint_and_is_marked_and_a_draft_on_every_page(
    packs: dict[str, Pack], name: str
) -> None:
    assert "printing:" not in packs[name].said
    for page in packs[name].printed.pages:
        assert page.count("UNCLASSIFIED") >= 2
        assert "DRAFT" in page


def test_a_card_is_a6_and_holds_points_and_nothing_else(packs: dict[str, Pack]) -> None:
    cards = packs["cards"]
    assert {(round(w), round(h)) for w, h in cards.printed.sizes} == {A6}
    assert "We have opened a lawful way in" in cards.text
    assert "Drugs *nothing written*" in cards.text
    assert "Nobody has written" not in cards.text
    assert "[^1]" not in cards.text
    assert "Berrondo" not in cards.text


def test_a_card_that_goes_on_says_whose_it_is(packs: dict[str, Pack]) -> None:
    going_on = [page for page in packs["cards"].printed.pages if "continued" in page]
    assert going_on
    assert all("Trade and supply chains, continued" in page for page in going_on)


def test_the_press_reads_nothing_that_nobody_has_released(packs: dict[str, Pack]) -> None:
    press = packs["press"]
    everything = press.text + "".join(press.printed.pages)
    assert not [words for words in READOUT if words in everything]
    assert "Objectives" not in everything
    assert "**Q**" in press.text
    assert "**A** We talked about making more of what we need in North America." in press.text


def test_the_press_reads_what_others_undertook_on_the_record_and_of_no_lack_in_the_notes(
    packs: dict[str, Pack],
) -> None:
    press = packs["press"].text
    assert "### What the other side asks and undertakes" in press
    assert "- (U) Mexico agreed to take back 30,000 people a month." in press
    assert "The notes" not in press


def test_the_desk_reads_grades_passages_and_findings(packs: dict[str, Pack]) -> None:
    desk = packs["desk"].text
    assert "*A6 · " in desk
    assert "\n## Passages\n" in desk
    assert "»" in desk
    assert "STR-05" in desk
