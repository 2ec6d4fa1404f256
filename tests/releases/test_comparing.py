"""What changed between the contents of two releases."""

from hypothesis import given
from hypothesis import strategies as st

from scenesetter.model.release import Contents, ReleasedFact, ReleasedLine, ReleasedSource
from scenesetter.releases.comparing import changes
from scenesetter.releases.digests import of_words

STEEL = "Spain wants a lower tariff on steel from Portugal."


def fact(name: str = "a1", text: str = STEEL, **more: object) -> ReleasedFact:
    told = {"kind": "request", "holder": "Spain", "marking": None, "grade": "B2"}
    rest = {"notes": ("courier.md",), "papers": ("trade",)}
    return ReleasedFact.model_validate({"id": name, "text": text, **told, **rest, **more})


def line(text: str, **more: object) -> ReleasedLine:
    told = {"purpose": "points-to-make", "paper": "trade", "facts": ("a1",)}
    return ReleasedLine.model_validate({"text": text, **told, **more})


def source(name: str = "courier.md", words: str = "", record: str = "") -> ReleasedSource:
    return ReleasedSource(
        name=name, words=of_words(words), record=of_words(record), citation=f"“{name}”"
    )


def contents(
    *facts: ReleasedFact, lines: tuple[ReleasedLine, ...] = (), sources: tuple[str, ...] = ()
) -> Contents:
    return Contents(
        papers={"trade": "Trade", "energy": "Energy"},
        facts=facts,
        lines=lines,
        sources=tuple(map(source, sources)),
    )


def told(old: Contents, new: Contents) -> list[tuple[str, str | None, str | None]]:
    return [(one.change, one.before, one.after) for one in changes(old, new)]


def test_nothing_changes_between_the_same_contents() -> None:
    same = contents(fact(), lines=(line("Lift it."),), sources=("courier.md",))
    assert changes(same, same) == ()


def test_a_grade_a_mark_an_issue_and_a_note_are_changes_of_their_own() -> None:
    now = fact(grade="B1", marking="S", papers=("energy",), notes=("courier.md", "cable.txt"))
    assert told(contents(fact()), contents(now)) == [
        ("regraded", "B2", "B1"),
        ("re-marked", None, "S"),
        ("moved", "trade", "energy"),
        ("new source", None, "cable.txt"),
    ]


def test_a_telling_that_became_one_with_another_is_the_same_fact() -> None:
    fuller = fact("b2", "On Monday Spain asked for less of a levy.", same_as=("a1",))
    assert told(contents(fact()), contents(fuller)) == [("reworded", STEEL, None)]
    parted = contents(fact("a1"))
    assert told(contents(fuller), parted) == [("reworded", fuller.text, None)]


def test_the_nearest_sentence_is_the_one_that_was_reworded() -> None:
    old = contents(fact("a1", f"{STEEL[:-1]} now."), fact("a2", f"{STEEL[:-1]} and Greece."))
    new = contents(fact("c3", f"{STEEL[:-1]} and Italy."), fact("a1", f"{STEEL[:-1]} now."))
    assert told(old, new) == [("reworded", f"{STEEL[:-1]} and Greece.", None)]


def test_of_two_sentences_that_one_may_have_become_the_nearer_is_it_and_the_other_is_new() -> None:
    far = fact("c3", f"{STEEL[:-1]} and three more.")
    near = fact("d4", f"{STEEL[:-1]} now.")
    found = [(one.change, one.id) for one in changes(contents(fact()), contents(far, near))]
    assert found == [("added", "c3"), ("reworded", "d4")]


def test_a_reworded_fact_may_be_of_another_kind_or_of_another_holder_and_not_of_both() -> None:
    words = f"{STEEL[:-1]} now."
    for more in ({"kind": "position"}, {"holder": "Italy"}):
        assert told(contents(fact()), contents(fact("c3", words, **more))) == [
            ("reworded", STEEL, None)
        ]
    other = contents(fact("c3", words, kind="position", holder="Italy"))
    assert [one.change for one in changes(contents(fact()), other)] == ["added", "withdrawn"]


def test_of_very_many_facts_only_their_ids_tell() -> None:
    old, new = ([fact(f"{letter}{number}") for number in range(201)] for letter in "ab")
    assert len(changes(contents(*old), contents(*new))) == 402


def test_a_fact_that_stands_in_one_more_paper_has_not_moved() -> None:
    assert told(contents(fact()), contents(fact(papers=("trade", "energy")))) == []


def test_what_another_note_says_alike_is_another_fact() -> None:
    elsewhere = fact("c3", notes=("cable.txt",))
    assert [one.change for one in changes(contents(fact()), contents(elsewhere))] == [
        "added",
        "withdrawn",
    ]


def test_a_line_is_known_again_by_its_words_or_by_what_it_rests_on() -> None:
    old = contents(lines=(line("Lift the tariff on steel this year."), line("Open the quay.")))
    new = contents(lines=(line("Lift the tariff this year."), line("Welcome the patrol.")))
    assert [(one.change, one.text) for one in changes(old, new)] == [
        ("reworded", "Lift the tariff this year."),
        ("added", "Welcome the patrol."),
        ("withdrawn", "Open the quay."),
    ]


def test_a_line_in_another_section_is_another_line() -> None:
    old = contents(lines=(line("Lift the tariff on steel."),))
    new = contents(lines=(line("Lift the tariff on wine.", purpose="press-line"),))
    assert [one.change for one in changes(old, new)] == ["added", "withdrawn"]


def test_only_sources_that_a_pack_cites_are_told_of() -> None:
    cited, other = contents(fact(), sources=("courier.md",)), contents(fact())
    silent = other.model_copy(update={"sources": (source().model_copy(update={"citation": None}),)})
    (first,) = changes(silent, cited)
    assert (first.change, first.facts) == ("new source", ())
    assert changes(silent, other) == ()
    reread = cited.model_copy(update={"sources": (source(words="Another text."),)})
    assert [one.change for one in changes(cited, reread)] == ["source changed"]


def test_a_corrected_source_names_the_papers_of_facts_and_of_lines_on_them() -> None:
    """VER-03."""
    lines = (line("Lift it.", paper="energy"),)
    old = contents(fact(), lines=lines, sources=("courier.md",))
    new = old.model_copy(update={"sources": (source(record="corrected"),)})
    (change,) = changes(old, new)
    assert (change.change, change.facts) == ("source changed", ("a1",))
    assert change.papers == ("trade", "energy")


words = st.lists(st.sampled_from(["Spain", "wants", "steel", "wine", "now"]), min_size=1)
some_facts = st.lists(
    st.builds(lambda name, text: fact(name, " ".join(text)), st.sampled_from("abcdef"), words),
    unique_by=lambda one: one.id,
)


@given(some_facts, some_facts)
def test_every_fact_is_told_once(old: list[ReleasedFact], new: list[ReleasedFact]) -> None:
    found = changes(contents(*old), contents(*new))
    added = [one.id for one in found if one.change == "added"]
    withdrawn = [one.id for one in found if one.change == "withdrawn"]
    assert len(new) - len(added) == len(old) - len(withdrawn)
    assert set(added) <= {one.id for one in new} - {one.id for one in old}
    assert set(withdrawn) <= {one.id for one in old} - {one.id for one in new}
