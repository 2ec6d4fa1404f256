"""What `facts --explain` answers to a reader who doubts a fact."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., tuple[int, str, str]]
Explained = Callable[[str], str]

ARTICLE = """---
title: River talks
publisher: Harbour Post
published: 2023-03-03
---
Peter Lund, the transport minister of Marland, met the carriers in Lindau. He asked them on Monday
to accept a tariff of 12 euros a ton.

“Trade will fall,” said Ana Roche, who leads the carriers. The trade strike began on Tuesday.
"""


@pytest.fixture
def explained(scenesetter: Command, tmp_path: Path) -> Explained:
    """The explanation of the one fact with some words, white space folded."""
    notes = tmp_path / "marland-talks"
    notes.mkdir()
    (notes / "a.md").write_text(ARTICLE, "utf-8")

    def of(words: str) -> str:
        (fact,) = json.loads(scenesetter("facts", notes, "--json", "--search", words)[1])
        code, told, _ = scenesetter("facts", notes, "--explain", fact["id"][:8])
        assert code == 0
        return " ".join(told.split())

    return of


def test_the_passage_stands_in_its_paragraph_with_its_cue_marked(explained: Explained) -> None:
    told = explained("12 euros")
    assert "in Lindau. »»He ‹asked› them on Monday to accept a tariff of 12 euros a ton.««" in told
    assert "a.md, paragraph 1 (characters " in told
    assert "“River talks”, Harbour Post, 3 March 2023" in told


def test_the_holder_is_told_with_the_note_s_word_and_where_the_name_stands(
    explained: Explained,
) -> None:
    told = explained("12 euros")
    assert "Holder Peter Lund (" in told
    assert "The note's word is “He”: a pronoun" in told
    assert "Named before it in paragraph 1: “… Peter Lund, the transport minister" in told
    assert "[Lund] is put in by Scenesetter; the note has “He”." in told


def test_kind_issues_time_and_figures_are_told_with_the_words_for_them(
    explained: Explained,
) -> None:
    told = explained("12 euros")
    assert "Kind request: somebody wants something of another The cue is “asked”." in told
    assert "trade (weight " in told
    assert "“tariff” in the passage" in told
    assert "27 February 2023 (2023-02-27) “Monday” is 2023-02-27: " in told
    assert "The note is of 3 March 2023." in told
    assert "Figures “12 euros”: 12 euro" in told


def test_what_nobody_is_cited_for_says_so(explained: Explained) -> None:
    told = explained("strike")
    assert "No cue: nobody is cited for it." in told
    assert "Holder nobody: no one is cited for the passage" in told


def test_it_tells_who_else_says_so_and_what_is_unsure(explained: Explained) -> None:
    told = explained("Trade will fall")
    assert "Only this note tells it." in told
    assert "Against it no fact of the notes contradicts it" in told
    assert "Unsure nothing that the tool noticed" in told


def test_facts_that_cannot_both_hold_name_each_other(scenesetter: Command, tmp_path: Path) -> None:
    notes = tmp_path / "spain-portugal"
    notes.mkdir()
    for name, count in (("a", "1,200"), ("b", "2,100")):
        words = f"Spanish border guards turned away {count} migrants in January 2023."
        head = f"---\ntitle: {name}\npublisher: {name}\npublished: 2023-02-01\n---\n\n"
        (notes / f"{name}.md").write_text(f"{head}{words}\n", "utf-8")
    one, other = json.loads(scenesetter("facts", notes, "--json")[1])
    _, told, _ = scenesetter("facts", notes, "--explain", one["id"])
    assert f"Against it {other['id']}, the note itself in " in " ".join(told.split())
    assert other["text"] in " ".join(told.split())


def test_words_that_may_mean_two_people_are_said_to_be_unsure(
    scenesetter: Command, tmp_path: Path
) -> None:
    notes = tmp_path / "marland-talks"
    notes.mkdir()
    text = (
        "Peter Lund, the transport minister of Marland, wants a lower tariff.\n\n"
        "Anna Lund, who leads the carriers, met him in May about the tariff.\n\n"
        "Lund said trade would fall again.\n"
    )
    (notes / "a.txt").write_text(text, "utf-8")
    (fact,) = json.loads(scenesetter("facts", notes, "--json", "--search", "fall again")[1])
    told = scenesetter("facts", notes, "--explain", fact["id"])[1]
    assert "It is not certain who Lund is." in told
