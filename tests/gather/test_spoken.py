import pytest

from scenesetter.gather.spoken import says_nothing, spoken_kind, spoken_parts


@pytest.mark.parametrize(
    "words",
    ["Good afternoon, everyone.", "Thanks so much for joining us.", "Next question, please.",
     "As you recall, we met in Lima last year.", "Well, look, I think that's a fair question.",
     "I am very pleased to be joining my friend Ana here today.", "Let me turn to trade.",
     "I want to ask you about the islands.", "And so this is – I mean, it is what it is.",
     "And – well, you know, that is – it's something.", "What would you do about the milk?",
     "The port is open, and the minister —", "And with that, thank you all for coming today.",
     "I have a few announcements to make, and then I'll take your questions.",
     "I hope you have a great rest of your day.", "I wouldn't want to get ahead of the talks.",
     "So I'm not going to speculate.", "We have nothing to announce today.",
     "We think we have time for one more question.", "— the port, the bridge.",
     "And that's precisely how we view this.", "Once again, I'd like to thank Mr. Lund.",
     "What we want – no, look at the map."],
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
        ("We will not close it.", "quotation"),
        ("I can't comment on the talks, but we want the bridge to stay open.", "request"),
        ("On your question about Peru, trade has doubled.", "quotation"),
        ("Trade is the lifeblood of our border towns.", "quotation"),
    ],
)
def test_a_speaker_asks_and_promises_in_the_first_person(words: str, kind: str) -> None:
    assert not says_nothing(words)
    assert spoken_kind(words) == kind


def test_any_number_of_fillers_is_passed_at_once() -> None:
    """Minutes would pass here if they were tried in all their ways."""
    assert not says_nothing("To your point, " * 130 + "trade has doubled.")


def test_stage_directions_are_not_said() -> None:
    assert spoken_parts("A joint post, (inaudible) and a list. [Laughter.]") == (
        "A joint post,",
        "and a list.",
    )
    assert spoken_parts("The fund (40 million) is open.") == ("The fund (40 million) is open.",)
