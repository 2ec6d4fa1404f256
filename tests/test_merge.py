"""The same fact from several notes."""

from scenesetter.merge import merge
from scenesetter.model.fact import Fact, Holder, Passage
from scenesetter.model.marking import Level, MarkingScheme

SCHEME = MarkingScheme(
    name="two",
    title="Two levels",
    authority="none",
    levels=(Level(name="LOW", banner="LOW"), Level(name="HIGH", banner="HIGH")),
)


def fact(note: str, holder: str, publisher: str, marking: str = "LOW") -> Fact:
    words = "The port will open in May."
    return Fact(
        id="abc",
        kind="commitment",
        text=words,
        issues=("trade",),
        holder=Holder(name=holder),
        cue="will",
        origin=(holder, publisher),
        when=None,
        as_of="2023-01-09",
        engagement=None,
        passages=(Passage(note=note, start=0, end=26, exact=words, prefix="", suffix=""),),
        credibility=6,
        marking=marking,
    )


def test_the_same_words_in_two_notes_are_one_fact_with_two_passages() -> None:
    (merged,) = merge([fact("b.txt", "Ana Lima", "B"), fact("a.txt", "Ana Lima", "A")], SCHEME)
    assert [passage.note for passage in merged.passages] == ["a.txt", "b.txt"]


def test_a_reprint_of_one_voice_is_no_second_origin() -> None:
    (merged,) = merge([fact("a.txt", "Ana Lima", "A"), fact("b.txt", "Ana Lima", "B")], SCHEME)
    assert merged.credibility == 6


def test_the_same_words_of_two_people_are_two_facts() -> None:
    merged = merge([fact("a.txt", "Ana Lima", "A"), fact("b.txt", "Bo Berg", "B")], SCHEME)
    assert sorted(one.holder.name for one in merged if one.holder) == ["Ana Lima", "Bo Berg"]
    assert len({one.id for one in merged}) == 2
    assert {one.credibility for one in merged} == {6}


def test_the_same_words_of_another_time_are_another_fact() -> None:
    later = fact("b.txt", "Ana Lima", "B").model_copy(update={"when": "2023-05"})
    assert len(merge([fact("a.txt", "Ana Lima", "A"), later], SCHEME)) == 2


def test_a_merged_fact_has_the_higher_marking() -> None:
    facts = [fact("a.txt", "Ana Lima", "A"), fact("b.txt", "Ana Lima", "B", "HIGH")]
    assert merge(facts, SCHEME)[0].marking == "HIGH"


def test_the_order_of_the_notes_changes_nothing() -> None:
    facts = [fact("a.txt", "Ana Lima", "A"), fact("b.txt", "Bo Berg", "B")]
    assert merge(facts, SCHEME) == merge(reversed(facts), SCHEME)
