"""Rules on facts."""

import pytest

from scenesetter.checks.facts import check_facts, off_the_agenda
from scenesetter.model.fact import Bracket, Fact, Holder, Passage
from scenesetter.model.note import Note, Source

TEXT = "Talks in Lisbon.\n\nHe said the port\nwould open in May.\n"
START, END = TEXT.index("He"), TEXT.index(" in May") + len(" in May")
NOTE = Note(name="a.txt", text=TEXT, blocks=(), source=Source())


def fact(
    text: str, start: int = START, exact: str = TEXT[START:END], brackets: tuple[Bracket, ...] = ()
) -> Fact:
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
        brackets=brackets,
    )


def test_a_fact_of_its_passages_words_passes() -> None:
    assert check_facts([fact("He said the port would open in May")], [NOTE]) == ()


def test_a_bracket_of_ours_stands_for_the_words_that_it_keeps() -> None:
    told = fact(
        "[Ana Lima] said the port would open [in the spring]",
        brackets=(Bracket(start=0, end=10, words="He"), Bracket(start=36, end=51, words="in May")),
    )
    assert check_facts([told], [NOTE]) == ()


def test_a_bracket_of_the_notes_own_is_one_of_its_words() -> None:
    note = NOTE.model_copy(update={"text": "[Biden] said no."})
    told = fact("[Biden] said no", start=0, exact="[Biden] said no")
    assert check_facts([told], [note]) == ()


def test_a_fact_that_one_publisher_tells_is_not_confirmed() -> None:
    told = fact("He said the port would open in May").model_copy(update={"credibility": 1})
    assert [finding.rule for finding in check_facts([told], [NOTE])] == ["ADM-02"]


@pytest.mark.parametrize(
    "text",
    [
        "He said the port would open in June",
        "He said the ports would open in May",
        "would open in May He said the port",
        "He said the port would open",
        "would open in May",
        "He would open in May",
        "[Ana Lima] said the port would open in May",
    ],
)
def test_a_fact_that_says_more_than_its_passage_is_an_error_with_its_line(text: str) -> None:
    (finding,) = check_facts([fact(text)], [NOTE])
    assert (finding.severity, finding.rule) == ("error", "SRC-05")
    assert finding.where == "a.txt:3"


def test_a_passage_that_does_not_stand_at_its_offsets_is_an_error() -> None:
    (finding,) = check_facts([fact("He said", START + 1, "He said")], [NOTE])
    assert (finding.severity, finding.rule) == ("error", "SRC-04")


@pytest.mark.parametrize(
    "bracket",
    [
        Bracket(start=0, end=10, words="She"),
        Bracket(start=0, end=9, words="He"),
        Bracket(start=1, end=10, words="He"),
    ],
)
def test_a_bracket_that_stands_for_other_words_is_an_error(bracket: Bracket) -> None:
    told = fact("[Ana Lima] said the port would open in May", brackets=(bracket,))
    (finding,) = check_facts([told], [NOTE])
    assert finding.rule == "SRC-05"


def test_facts_on_issues_off_the_agenda_are_counted_for_the_desk() -> None:
    told = [
        fact("x").model_copy(update={"issues": (issue,)}) for issue in ("trade", "other", "sea")
    ]
    sea = told[2].model_copy(update={"issues": ("sea", "trade")})
    assert list(off_the_agenda([*told[:2], sea], ["trade"], "b")) == []
    (finding,) = off_the_agenda([*told, told[2]], ["trade"], "b")
    assert (finding.severity, finding.rule) == ("info", "STR-08")
    assert finding.what == "2 facts bear on issues that are not on the agenda: sea 2"
    assert list(off_the_agenda(told, [], "b")) == []


@pytest.mark.parametrize(
    ("name", "words", "found"),
    [
        ("Ana Lima", "He", []),
        ("the Lisbon port", None, []),
        ("Ana Lima", None, ["SRC-06"]),
        ("Ana Lima", "the minister", ["SRC-06"]),
    ],
)
def test_whoever_is_quoted_is_named_by_the_note(
    name: str, words: str | None, found: list[str]
) -> None:
    quoted = {"holder": Holder(name=name, words=words), "verbatim": ("would open",)}
    told = fact("He said the port would open in May").model_copy(update=quoted)
    assert [finding.rule for finding in check_facts([told], [NOTE])] == found
