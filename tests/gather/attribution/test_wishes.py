import pytest

from scenesetter.gather.attribution.wishes import asked_or_promised


@pytest.mark.parametrize(
    ("spoken", "kind"),
    [
        ("We call on the council to open the port.", "request"),
        ("I’d like to see more ferries.", "request"),
        ("We’ll lift the levy in May.", "commitment"),
        ("We stand ready to help.", "commitment"),
        ("I didn't say that we want a toll, but we want a bridge.", "request"),
    ],
)
def test_a_speaker_asks_and_promises_in_so_many_words(spoken: str, kind: str) -> None:
    assert asked_or_promised(spoken) == kind


@pytest.mark.parametrize(
    "spoken",
    [
        "I never said we want the port.",
        "I'm not saying we want it.",
        "If we want a bridge, it takes years.",
        "We will see what May brings.",
        "The port is old.",
    ],
)
def test_what_is_taken_back_or_only_supposed_is_no_wish(spoken: str) -> None:
    assert asked_or_promised(spoken) is None
