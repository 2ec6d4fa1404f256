import pytest

from scenesetter.gather.attribution.main_clause import main_subject
from scenesetter.gather.attribution.tokens import tokens


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Holm's letter makes a plain case", "Holm's letter"),
        ("In Lima on Monday, after long talks, the envoy greeted the crews", "the envoy"),
        ("Hours later, Berg returned the greeting", "Berg"),
        ("Holm, 61, a pilot, left the hall", "Holm"),
        ("Berg put it another way", "Berg"),
        ("At the pier in Oslo", None),
    ],
)
def test_the_subject_of_the_main_clause_is_found_past_its_introduction(
    text: str, subject: str | None
) -> None:
    words = tokens(text, (0, len(text)), [])
    found = main_subject(words, 0, len(words))
    assert (text[words[found[0]].start : words[found[1] - 1].end] if found else None) == subject
