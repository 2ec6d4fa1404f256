"""The same fact from several notes."""

from collections.abc import Callable
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.merge.merge import merge
from scenesetter.model.fact import Fact, Holder, Passage
from scenesetter.model.marking import Control, Level, MarkingScheme
from scenesetter.model.note import Source

Told = Callable[..., list[Fact]]
WORDS = "The port will open in May."
SCHEME = MarkingScheme(
    name="two",
    title="Two levels",
    authority="none",
    levels=(Level(name="LOW", banner="LOW"), Level(name="HIGH", banner="HIGH")),
    controls=(Control(name="EYES"),),
)


def fact(
    note: str,
    holder: str | None,
    text: str = WORDS,
    marking: str = "LOW",
    as_of: str = "2023-01-09",
) -> Fact:
    return Fact(
        id=sha256(text.encode()).hexdigest()[:12],
        kind="commitment" if holder else "event",
        text=text,
        issues=("trade",),
        holder=Holder(name=holder) if holder else None,
        cue="will" if holder else None,
        origin=(holder or note, note),
        when=None,
        as_of=as_of,
        engagement=None,
        passages=(Passage(note=note, start=0, end=len(text), exact=text, prefix="", suffix=""),),
        credibility=6,
        marking=marking,
    )


def joined(*facts: Fact) -> tuple[Fact, ...]:
    return merge(facts, SCHEME, {})


def test_the_same_words_in_two_notes_are_one_fact_with_two_passages() -> None:
    (merged,) = joined(fact("b.txt", "Ana Lima"), fact("a.txt", "Ana Lima"))
    assert [passage.note for passage in merged.passages] == ["a.txt", "b.txt"]


def test_of_the_same_words_the_least_restricted_keep_the_id_that_they_have_alone() -> None:
    told = fact("b.txt", "Bo Berg")
    merged = joined(fact("a.txt", "Ana Lima", marking="HIGH"), told)
    assert [one.marking for one in merged if one.id == told.id] == ["LOW"]


@pytest.mark.parametrize(
    ("fewer", "more"),
    [
        (Source(), Source(releasable=True)),
        (Source(), Source(record="on")),
        (Source(marking="LOW//EYES"), Source(marking="LOW")),
    ],
)
def test_of_the_same_words_on_one_level_those_that_more_readers_see_keep_it(
    fewer: Source, more: Source
) -> None:
    told = fact("b.txt", "Bo Berg")
    merged = merge([fact("a.txt", "Ana Lima"), told], SCHEME, {"a.txt": fewer, "b.txt": more})
    assert [one.holder and one.holder.name for one in merged if one.id == told.id] == ["Bo Berg"]


def test_of_the_same_words_an_undated_telling_takes_no_id() -> None:
    undated = fact("a.txt", "Ana Lima").model_copy(update={"as_of": None})
    told = fact("b.txt", "Bo Berg")
    (kept,) = (one for one in joined(undated, told) if one.id == told.id)
    assert kept.holder == told.holder


def test_a_reprint_is_as_of_its_first_day() -> None:
    (merged,) = joined(fact("a.txt", None, as_of="2023-01-12"), fact("b.txt", None))
    assert merged.as_of == "2023-01-09"


def test_of_the_same_words_those_that_a_lower_note_tells_as_well_keep_it() -> None:
    high, low = Source(marking="HIGH"), Source(marking="LOW")
    told = [
        fact("a", "Ana Lima", marking="HIGH"),
        fact("b", "Bo Berg", marking="HIGH"),
        fact("c", "Bo Berg"),
    ]
    merged = merge(told, SCHEME, {"a": high, "b": high, "c": low})
    assert [one.holder and one.holder.name for one in merged if one.id == told[0].id] == ["Bo Berg"]


def test_other_notes_change_no_id_of_facts_of_the_same_words() -> None:
    alike = (fact("b.txt", "Bo Berg"), fact("c.txt", "Ana Lima"))
    more = (fact("a.txt", "Cy Dahl", as_of="2024"), fact("0.txt", None, "Rain fell on the quay."))

    def ids(*facts: Fact) -> dict[str | None, str]:
        return {one.holder.name: one.id for one in joined(*facts) if one.holder}

    assert ids(*alike).items() <= ids(*alike, *more).items()


def test_the_same_words_of_two_people_are_two_facts() -> None:
    merged = joined(fact("a.txt", "Ana Lima"), fact("b.txt", "Bo Berg"))
    assert sorted(one.holder.name for one in merged if one.holder) == ["Ana Lima", "Bo Berg"]
    assert len({one.id for one in merged}) == 2


def test_the_same_words_of_another_time_are_another_fact() -> None:
    later = fact("b.txt", "Ana Lima").model_copy(update={"when": "2023-05"})
    assert len(joined(fact("a.txt", "Ana Lima"), later)) == 2


def test_a_merged_fact_has_the_higher_marking() -> None:
    facts = [fact("a.txt", "Ana Lima"), fact("b.txt", "Ana Lima", marking="HIGH")]
    assert joined(*facts)[0].marking == "HIGH"


def test_the_fullest_telling_is_printed_and_its_passage_comes_first(told: Told) -> None:
    short = "Ugandan police arrested 17 fishermen."
    full = "Ugandan police arrested 17 fishermen near the lake."
    (merged,) = joined(*told(short, full))
    assert merged.text == full
    assert [passage.exact for passage in merged.passages] == [full, short]


def test_a_fact_is_still_found_by_the_id_that_it_had_alone(told: Told) -> None:
    facts = told(
        "Ugandan police arrested 17 fishermen.",
        "Ugandan police arrested 17 fishermen after a chase.",
    )
    (merged,) = joined(*facts)
    assert {merged.id, *merged.same_as} == {one.id for one in facts}


def test_of_equal_tellings_the_better_graded_source_is_printed(told: Told) -> None:
    one = "Ugandan police arrested 17 fishermen."
    other = "Police in Uganda arrested 17 fishermen."
    sources = (Source(published="2024-03-05"), Source(published="2024-03-05", reliability="B"))
    by_note = {"0.txt": sources[0], "1.txt": sources[1]}
    (merged,) = merge(told(one, other, sources=sources), SCHEME, by_note)
    assert merged.text == other


def test_what_two_notes_add_to_a_third_does_not_make_them_one(told: Told) -> None:
    facts = told(
        "Ugandan police arrested 17 fishermen.",
        "Ugandan police arrested 17 fishermen near the lake.",
        "Ugandan police arrested 17 fishermen after a chase.",
    )
    merged = joined(*facts)
    assert sorted(len(one.passages) for one in merged) == [1, 2]


def test_words_alike_in_notes_of_other_months_are_two_facts() -> None:
    earlier = fact("a.txt", None, "Ugandan police arrested the fishermen.", as_of="2023-01-09")
    later = fact("b.txt", None, "Police of Uganda arrested fishermen.", as_of="2023-06-09")
    assert len(joined(earlier, later)) == 2


SENTENCES = (
    "Kenya will lift the levy on milk.",
    "Kenya will scrap the milk levy.",
    "Kenya will lift the levy on milk before summer.",
    "Kenya will lift the levy on milk and eggs.",
    "Kenya will not lift the levy on milk.",
    "Uganda will lift the levy on milk.",
    "Uganda asked Kenya to lift the levy on milk.",
)
facts_of_notes = st.lists(
    st.builds(
        fact,
        st.sampled_from(["a.txt", "b.txt", "c.txt"]),
        st.sampled_from(["Ana Lima", "Bo Berg", None]),
        st.sampled_from(SENTENCES),
        st.sampled_from(["LOW", "HIGH"]),
        st.sampled_from(["2023-01-09", "2023-01-12", "2023-03-01"]),
    ),
    max_size=12,
    unique_by=lambda one: (one.passages[0].note, one.text, one.holder),
)


@given(facts_of_notes)
def test_the_order_of_the_notes_changes_nothing(facts: list[Fact]) -> None:
    assert joined(*facts) == joined(*facts[::-1])


@given(facts_of_notes)
def test_merging_again_changes_nothing(facts: list[Fact]) -> None:
    once = joined(*facts)
    assert joined(*once) == once


@given(facts_of_notes)
def test_every_passage_stays_under_a_fact_at_least_as_marked(facts: list[Fact]) -> None:
    merged = joined(*facts)
    for one in facts:
        (holding,) = [
            each
            for each in merged
            if one.passages[0] in each.passages and each.holder == one.holder
        ]
        assert holding.marking in (one.marking, "HIGH")
