"""Rules on facts."""

import pytest

from scenesetter.checks.facts import check_facts
from scenesetter.model.fact import Fact, Passage
from scenesetter.model.note import Note, Source

TEXT = "Talks in Lisbon.\n\nHe said the port\nwould open in May.\n"
START, END = TEXT.index("He"), TEXT.index(" in May") + len(" in May")
NOTE = Note(name="a.txt", text=TEXT, blocks=(), source=Source())


def fact(text: str, start: int = START, exact: str = TEXT[START:END]) -> Fact:
    passage = Passage(
        note="a.txt", start=start, end=start + len(exact), exact=exact, prefix="", suffix=""
    )
    return Fact(
        id="abc",
        kind="position",
        text=text,
        issues=("trade",),
        holder=None,
        cue="said",
        origin=("a.txt",),
        when=None,
        as_of=None,
        engagement=None,
        passages=(passage,),
        credibility=6,
        marking=None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "He said the port would open in May",
        "[Ana Lima] said the port would open in May",
        "[Ana Lima] said the port [of Lisbon] would open in May",
        "[Ana Lima] said the port would open [in the spring]",
    ],
)
def test_a_fact_of_its_passages_words_and_bracketed_names_passes(text: str) -> None:
    assert check_facts([fact(text)], [NOTE]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "He said the port would open in June",
        "He said the ports would open in May",
        "would open in May He said the port",
        "He said the port would open",
        "would open in May",
        "He would open in May",
        "[Ana Lima] promised the port would open in May",
    ],
)
def test_a_fact_that_says_more_than_its_passage_is_an_error_with_its_line(text: str) -> None:
    (finding,) = check_facts([fact(text)], [NOTE])
    assert (finding.severity, finding.rule) == ("error", "SRC-05")
    assert finding.where == "a.txt:3"


def test_a_passage_that_does_not_stand_at_its_offsets_is_an_error() -> None:
    (finding,) = check_facts([fact("He said", START + 1, "He said")], [NOTE])
    assert (finding.severity, finding.rule) == ("error", "SRC-04")
