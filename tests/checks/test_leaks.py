"""What counts as a leak in a finished file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.checks.leaks import Kept, Leak, Secrets

TOLD = (
    "Spanish envoy Hortensia Umbrage said on 13 March 2027 that Spain would close 77 border posts."
)
SEEN = (
    "Ana Lima said Portugal would ask Spain to lift its tariff on steel.",
    "Foreign minister Ana Lima, Portugal",
)
SECRETS = Secrets(
    Kept(
        texts=[
            TOLD,
            "We ask Spain to lift its tariff on steel, Ana Lima, Portugal, said.",
            "No.",
        ],
        names=["Hortensia Umbrage", "Quillfeather Bureau", "officials", "Ana Lima", "May"],
        files=["cables/a-vault-cable.md", "b.txt"],
        ids=frozenset({"0123456789ab"}),
    ),
    SEEN,
    ["Further issues: What a bureau may say"],
)


def kinds(text: str) -> set[str]:
    return {leak.kind for leak in SECRETS.found_in(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (TOLD, "words"),
        ("... that Spain would close 77 border ...", "words"),
        ("that SPAIN would\nclose 77 bor\u00ad\nder posts", "words"),
        ("that Spain would close 77 bor-\nder", "words"),
        ("that Spain would close 77 border-posts", "words"),
        ("that Spain **would** close[^1] 77 border", "words"),
        ("&lt;!-- that Spain&#32;would close 77 border --&gt;", "words"),
        ("that%20Spain%20would%20close%2077%20border", "words"),
        ("that <b>Spain</b> would close 77 <i>bor</i>der posts", "words"),
        ("that Spain would cl\u200dose 77 bor\ufeffder", "words"),
        ("U m b r a g e", "a name"),
        ("Um\u200cbr\u2063age", "a name"),
        ("Hortensia Umbrage", "a name"),
        ("UMBRAGÉ’S", "a name"),
        ("the Quillfeather-Bureau", "a name"),
        ("cables/a-vault-cable.md", "the name of a note's file"),
        ("A Vault Cable", "the name of a note's file"),
        ("b.txt", "the name of a note's file"),
        ("f:012345", "the id of a fact"),
        ("#0123456789ab", "the id of a fact"),
    ],
)
def test_what_only_withheld_material_has_is_found_however_it_is_written(
    text: str, kind: str
) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Portugal would ask Spain to lift its tariff on steel.",
        "ask Spain to lift its tariff on steel. *Foreign minister Ana Lima, Portugal*",
        "The bureau said in May that officials know of no more.",
        "No. Spain would not close them.",
        "f:0123",
        "a cable",
    ],
)
def test_what_the_readers_see_anyway_or_every_pack_has_is_no_leak(text: str) -> None:
    assert kinds(text) == set()


@given(st.text(), st.text())
def test_a_secret_is_found_in_any_surroundings(before: str, after: str) -> None:
    told = f"{before}\n\n{TOLD}\n\n{after}"
    assert Leak("words", "that spain would close 77 border") in set(SECRETS.found_in(told))
