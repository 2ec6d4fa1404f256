import pytest

from scenesetter.gather.attribution.attributions import attributions


def _promised(text: str) -> list[tuple[str, str]]:
    return [
        (text[slice(*one.source[0])], text[slice(*one.content[0])])
        for one in attributions(text, nested=True)
        if one.kind == "commitment"
    ]


def test_what_somebody_would_do_is_an_undertaking_of_theirs() -> None:
    text = "The minister told reporters that Kenya would lift its levy."
    assert _promised(text) == [("Kenya", "lift its levy")]
    assert not any(one.kind == "commitment" for one in attributions(text))


@pytest.mark.parametrize(
    "text",
    [
        "The minister said it would take years.",
        "The minister said Kenya would not lift its levy.",
        "The minister warned that Kenya would close the road.",
        "The minister said the dry months would be hard.",
    ],
)
def test_what_only_happens_and_what_somebody_will_not_do_is_none(text: str) -> None:
    assert _promised(text) == []


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        (
            "Holm said Madrid would not discuss the levy.",
            ("Madrid", "would not", "discuss the levy"),
        ),
        ("Holm said that Peru won't sign.", ("Peru", "won't", "sign")),
        ("Holm said Kenya would never accept it.", ("Kenya", "would never accept", "it")),
    ],
)
def test_what_somebody_would_not_do_is_friction_of_theirs_and_of_the_statement(
    text: str, refused: tuple[str, str, str]
) -> None:
    statement, refusal = attributions(text, nested=True)
    assert statement.friction
    assert refusal.friction
    spans = (refusal.source[0], refusal.cue[0], refusal.content[0])
    assert tuple(text[slice(*span)] for span in spans) == refused


def test_what_only_fails_to_happen_is_no_friction() -> None:
    assert not attributions("Holm said the levy would not hurt farmers.")[0].friction
