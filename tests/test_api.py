import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from scenesetter import attributions
from scenesetter.model.fact import Attribution, Span

TRANSCRIPT = """\
MS OKORO: Good morning, everyone. We want Lesotho to open the valley road before June.

The talks will go on in Maseru.

QUESTION: Minister, do you want to close the border?

MR PHIRI: (Via interpreter.) We will not close it. (Laughter.) The ambassador told us that \
farmers need the crossing.
"""


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " | ".join(text[start:end] for start, end in spans)


def told(text: str) -> list[tuple[str, str, str]]:
    return [
        (words(text, one.source), one.kind, words(text, one.content)) for one in attributions(text)
    ]


def test_prose_gives_source_cue_and_content_as_spans_of_the_text() -> None:
    text = "“We are ready,” the minister said on Monday, “and we want a reply.”"
    (one,) = attributions(text)
    assert words(text, one.source) == "the minister"
    assert words(text, one.cue) == "said"
    assert words(text, one.content) == "We are ready, | and we want a reply."
    assert one.verbatim


def test_what_is_said_in_a_turn_is_its_speakers() -> None:
    found = told(TRANSCRIPT)
    assert ("MS OKORO", "request", "We want Lesotho to open the valley road before June.") in found
    assert ("MS OKORO", "quotation", "The talks will go on in Maseru.") in found
    assert "We will not close it." in [content for who, _, content in found if who == "MR PHIRI"]


def test_a_question_a_pleasantry_and_a_stage_direction_are_nobodys_position() -> None:
    said = " ".join(content for _, _, content in told(TRANSCRIPT))
    assert "close the border" not in said
    assert "Good morning" not in said
    assert "Laughter" not in said
    assert "interpreter" not in said


def test_a_stage_direction_inside_a_sentence_parts_what_is_said() -> None:
    found = told("MS OKORO: We want (inaudible) the valley road open before June.")
    assert found == [("MS OKORO", "request", "We want | the valley road open before June.")]


def test_whom_a_speaker_cites_is_found_within_the_turn() -> None:
    cited = [content for source, _, content in told(TRANSCRIPT) if source == "The ambassador"]
    assert [content.removeprefix("that ") for content in cited] == ["farmers need the crossing"]


def test_a_label_alone_on_its_line_opens_a_turn() -> None:
    text = "MS OKORO:\nWe want an answer.\nQUESTION:\nWhy now?\nMR PHIRI:\nThe road is open again."
    assert [source for source, _, _ in told(text)] == ["MS OKORO", "MR PHIRI"]


@given(st.text(alphabet=st.sampled_from("aA \n:.,?\"“”'QMR said that(")))
def test_no_text_raises_and_every_span_lies_in_it_in_order(text: str) -> None:
    found: tuple[Attribution, ...] = attributions(text)
    for one in found:
        for start, end in (*one.source, *one.cue, *one.content):
            assert 0 <= start < end <= len(text)
        assert list(one.content) == sorted(one.content)
    starts = [min(one.cue + one.content) for one in found]
    assert starts == sorted(starts)


def test_asking_the_package_for_its_name_alone_loads_nothing() -> None:
    code = "import sys, scenesetter; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
