from hypothesis import given
from hypothesis import strategies as st

from scenesetter.gather.attribution.attributions import attributions
from scenesetter.gather.attribution.nesting import outermost, tells_of
from scenesetter.gather.passages import voices
from scenesetter.model.note import Block, Note, Source

CLAUSES = st.sampled_from(
    (
        "Holm said that ",
        "Berg wants ",
        "the port",
        ", and ",
        ". ",
        ", records show",
        '"',
        "Roe, who ",
    )
)


def test_what_one_source_tells_of_another_is_part_of_what_it_tells() -> None:
    text = "Holm said that Berg wants the port."
    assert [text[slice(*one.source[0])] for one in attributions(text)] == ["Holm"]
    assert [text[slice(*one.source[0])] for one in attributions(text, nested=True)] == [
        "Holm",
        "Berg",
    ]


def test_of_two_that_hold_each_other_the_first_told_stays() -> None:
    text = "Berg agreed to sell the boat in May, records show."
    (one,) = attributions(text)
    assert text[slice(*one.source[0])] == "records"


def test_a_quotation_without_a_cue_is_no_part_of_what_another_tells() -> None:
    text = 'In Roe\'s words, "the port is old and it is shut," and Berg said that the levy stays.'
    note = Note(
        name="a.txt",
        text=text,
        blocks=(Block(kind="body", start=0, end=len(text)),),
        source=Source(),
    )
    (together,) = voices(note)
    assert [one.words(one.source) for one in together] == ["Roe", "Berg"]


@given(st.lists(CLAUSES, max_size=30).map("".join))
def test_only_what_another_tells_of_is_left_out(text: str) -> None:
    every = attributions(text, nested=True)
    kept = outermost(every)
    assert outermost(kept) == kept
    for one in every:
        if one not in kept:
            assert any(tells_of(other, one) for other in every if other is not one)
