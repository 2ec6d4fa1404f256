import pytest

from scenesetter.gather.spoken import says_nothing, spoken_kind


@pytest.mark.parametrize(
    "words",
    ["Good afternoon, everyone.", "Thanks so much for joining us.", "Next question, please.",
     "As you recall, we met in Lima last year.", "Well, look, I think that's a fair question.",
     "I am very pleased to be joining my friend Ana here today.", "Let me turn to trade.",
     "I want to ask you about the islands.", "And so this is – I mean, it is what it is.",
     "And – well, you know, that is – it's something.", "What would you do about the milk?",
     "The port is open, and the minister —", "And with that, thank you all for coming today."],
)  # fmt: skip
def test_pleasantries_questions_and_broken_sentences_say_nothing(words: str) -> None:
    assert says_nothing(words)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("We call on our partners to respect the standards.", "request"),
        ("I want to see more trade between our countries.", "request"),
        ("We need Peru to open the port.", "request"),
        ("We are committed to removing the levy by July.", "commitment"),
        ("We will open the inspection post before winter.", "commitment"),
        ("We will see what the talks bring.", "quotation"),
        ("Trade is the lifeblood of our border towns.", "quotation"),
    ],
)
def test_a_speaker_asks_and_promises_in_the_first_person(words: str, kind: str) -> None:
    assert not says_nothing(words)
    assert spoken_kind(words) == kind
