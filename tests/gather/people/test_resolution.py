import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.gather.people.holders import holder_of
from scenesetter.gather.people.mentions import Roster
from scenesetter.gather.people.resolution import replacements, resolved
from scenesetter.gather.prose.quotations import quotations
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Holder
from scenesetter.model.note import Block, Note, Source

LOPEZ = Person(
    name="Andrés Manuel López Obrador",
    role="Mexican President",
    party="Mexico",
    short="López Obrador",
    aliases=("AMLO",),
)
BIDEN = Person(name="Joe Biden", role="U.S. President", party="United States", short="Biden")
EVERYONE = Roster(people=(LOPEZ, BIDEN))


def note(text: str) -> Note:
    blocks = (Block(kind="body", start=0, end=len(text)),)
    return Note(name="a.txt", text=text, blocks=blocks, source=Source())


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        ("AMLO's plan is limited.", "[López Obrador]'s plan is limited."),
        ("President Andres Manuel Lopez Obrador spoke.", "President [López Obrador] spoke."),
        ("President López-Obrador spoke.", "President [López Obrador] spoke."),
        ("President Andres Manuel Lopez Obrador, or AMLO, met Joe Biden.",
         "President [López Obrador] met Joe Biden."),
        ("Joe Biden and López Obrador met.", "Joe Biden and López Obrador met."),
        ("“AMLO will come,” said Biden.", "“AMLO will come,” said Biden."),
        ("Biden\nmet  him.", "Biden met him."),
    ],
)  # fmt: skip
def test_aliases_become_the_one_name_and_quoted_words_stay(passage: str, text: str) -> None:
    assert resolved(note(passage), (0, len(passage)), [], EVERYONE).text == text


@pytest.mark.parametrize(
    ("before", "source", "rest", "text"),
    [
        ("AMLO came. ", "He", " also said no.", "[López Obrador] also said no."),
        ("Andrés Manuel López Obrador came. ", "The Mexican president", " said no.",
         "[López Obrador] said no."),
        ("", "The Mexican president", " said no.", "The Mexican president said no."),
        ("", "President Biden", " said no.", "President Biden said no."),
        ("", "Experts", " said no.", "Experts said no."),
        ("", "Mexico's president", ", Andrés Manuel López Obrador, said no.",
         "Mexico's president, Andrés Manuel López Obrador, said no."),
        ("López Obrador came. ", "The Mexican president", ", unlike Joe Biden, said no.",
         "[López Obrador], unlike Joe Biden, said no."),
    ],
)  # fmt: skip
def test_the_source_becomes_the_holder(before: str, source: str, rest: str, text: str) -> None:
    read = note(before + source + rest)
    span = (len(before), len(before + source))
    holder = holder_of(read, span, EVERYONE)
    assert resolved(read, (span[0], len(read.text)), [(span, holder)], EVERYONE).text == text


def test_a_link_that_is_not_sure_is_not_written() -> None:
    read = note("Biden met Trump. He said no.")
    holder = Holder(name="Joe Biden", unsure=True)
    assert resolved(read, (17, 28), [((17, 19), holder)], EVERYONE).text == "He said no."


WORDS = st.lists(
    st.sampled_from(["AMLO", "Biden", "López-Obrador", "he", "said", ", or", '"', "“", "”", "'s",
                     "(AMLO)", "Andres Manuel Lopez Obrador", ".", "\n\n",
                     "the Mexican president"]),
    max_size=25,
)  # fmt: skip


@given(WORDS)
def test_the_originals_in_place_of_the_brackets_give_the_passage(words: list[str]) -> None:
    text = " ".join(words)
    found = resolved(note(text), (0, len(text)), [], EVERYONE)
    rebuilt, place = "", 0
    for bracket in found.brackets:
        ours = found.text[bracket.start : bracket.end]
        assert (ours[0], ours[-1]) == ("[", "]")
        rebuilt += found.text[place : bracket.start] + bracket.words
        place = bracket.end
    assert rebuilt + found.text[place:] == " ".join(text.split())


@given(WORDS)
def test_nothing_inside_quotation_marks_is_replaced(words: list[str]) -> None:
    text = " ".join(words)
    found = replacements(note(text), (0, len(text)), [], EVERYONE)
    assert not any(
        start < last and first < end
        for start, end, _name in found
        for first, last in quotations(text)
    )
