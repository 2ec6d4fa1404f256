import itertools
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.gather.attribution.attributions import attributions
from scenesetter.model.fact import Attribution

CASES = sorted((Path(__file__).parent.parent.parent / "cases" / "attributions").glob("*.toml"))
SEEDS = Path("../shared/seeds")
PIECES = st.sampled_from(
    (
        *('"', "“", "”", "'", "’", "«", ", ", ". ", "\n\n", ": ", "(", "—", "?", "é", "🚢", " 3"),
        *(" said ", " that ", " to ", " who ", "Holm", " the ", " wants ", " accused ", " and "),
        *("according to ", "Berg's claim ", " is expected ", " ’", "‘", "»", "''", " ’a"),
    )
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_gives_what_it_expects(case: Path) -> None:
    data = tomllib.loads(case.read_text("utf-8"))
    text = data["text"]
    assert [_in_words(text, one) for one in attributions(text)] == data["expected"]


def _in_words(text: str, one: Attribution) -> dict[str, object]:
    spans = {"source": one.source, "cue": one.cue, "content": one.content}
    words = {role: [text[start:end] for start, end in found] for role, found in spans.items()}
    carried = {"carried": True} if one.carried else {}
    return {
        **words,
        "kind": one.kind,
        "verbatim": one.verbatim,
        "friction": one.friction,
        **carried,
    }


def test_only_the_body_is_read() -> None:
    text = "Holm said the port is open.\n\nBerg said the port is shut."
    (one,) = attributions(text, [(29, len(text))])
    assert [text[start:end] for start, end in one.source] == ["Berg"]


def test_only_the_sentence_before_gives_a_lone_quotation_its_speaker() -> None:
    text = '"Yes," Holm said.\n\nThe port is old.\n\n"No."'
    paragraphs = [(0, 17), (19, 35), (37, len(text))]
    assert len(attributions(text)) == len(attributions(text, paragraphs)) == 1


@pytest.mark.parametrize(
    "cue",
    ["regretted", "laid out", "set out", "held up", "brought up", "broke with", "concurred with"],
)
def test_a_past_that_no_rule_forms_is_a_cue(cue: str) -> None:
    text = f"Holm {cue} the treaty."
    (one,) = attributions(text)
    assert [text[start:end] for start, end in one.cue] == [cue]


def test_what_somebody_asks_for_in_a_quotation_is_a_request() -> None:
    text = '"We urge the council to open the port," Holm said.'
    assert attributions(text)[0].kind == "request"


@pytest.mark.parametrize("marks", ["“”", '""', "„“", "«»", "‘’", ("''", "''")])
@pytest.mark.parametrize(
    "sentence",
    ["{0}We go home,{1} Holm said.", "Holm said: {0}We go home.{1}", "{0}Go,{1} said Holm."],
)
def test_a_speaker_is_found_beside_any_marks(sentence: str, marks: tuple[str, str]) -> None:
    text = sentence.format(*marks)
    (one,) = attributions(text)
    assert one.verbatim
    assert [text[start:end] for start, end in one.source] == ["Holm"]


def test_a_quotation_that_no_mark_closes_goes_on_in_the_next_paragraph() -> None:
    text = "Holm said: “We wait. We hope.\n\n“We sail.”"
    (one,) = attributions(text)
    assert [text[start:end] for start, end in one.content] == ["We wait. We hope.", "We sail."]
    first, second = attributions(text, [(0, 29), (31, len(text))])
    assert first.source == second.source
    assert not second.carried


def test_a_quotation_without_a_speaker_of_its_own_says_that_its_speaker_is_carried_over() -> None:
    first, second = attributions("“We wait,” Holm said.\n\n“We sail.”")
    assert (first.carried, second.carried) == (False, True)
    assert first.source == second.source


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    assert_ordered_inside(attributions(text), text)


def assert_ordered_inside(found: Sequence[Attribution], text: str) -> None:
    for one in found:
        assert one.content
        for start, end in one.source + one.cue + one.content:
            assert 0 <= start < end <= len(text)
        parts = itertools.pairwise(one.content)
        assert not one.verbatim or all(before[1] <= after[0] for before, after in parts)
    places = [min(one.cue + one.content) for one in found]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "piece", ['"a," he said. ', "said ", '"', '"A b." ', "— he said ", "'a ", "“A: "]
)
@pytest.mark.parametrize("paragraph", [5_000, 100_000])
def test_hostile_text_gives_ordered_spans_inside_it(piece: str, paragraph: int) -> None:
    """Minutes would pass here if any rule took the square of the text's length."""
    one = piece * (paragraph // len(piece))
    text = "\n\n".join([one] * (100_000 // paragraph))
    assert_ordered_inside(attributions(text), text)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the articles are not beside the repository")
def test_real_articles_give_speakers_for_their_quotations() -> None:
    for article in SEEDS.glob("*.txt"):
        found = [one for one in attributions(article.read_text("utf-8")) if one.verbatim]
        assert found
        assert all(one.source for one in found)
