"""The chain of a fact: who spoke, through whom, in which note."""

import pytest

from scenesetter.gather.origins import origin_of
from scenesetter.gather.passages import voices
from scenesetter.gather.people.holders import holder_of
from scenesetter.gather.people.people import people_of, roster
from scenesetter.model.engagement import Engagement
from scenesetter.model.note import Block, Note, Source


def origin(text: str, publisher: str | None = "Daily Post", start: int = 0) -> tuple[str, ...]:
    read = Note(
        name="a.txt",
        text=text,
        blocks=(Block(kind="body", start=start, end=len(text)),),
        source=Source(publisher=publisher),
    )
    known = roster(Engagement(title="Talks"), [("a.txt", people_of(read))])
    (voice,) = [voice for together in voices(read) for voice in together]
    holder = holder_of(read, voice.source[0], known) if voice.source else None
    return origin_of(voice, holder, known)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Roe said the port would open.", ("Jane Roe", "Daily Post")),
        ("Jane Roe told the Herald that the port would open.",
         ("Jane Roe", "Herald", "Daily Post")),
        ("Jane Roe told Reuters Tuesday that the port would open.",
         ("Jane Roe", "Reuters", "Daily Post")),
        ("Jane Roe told the Daily Post that the port would open.", ("Jane Roe", "Daily Post")),
        ("Jane Roe told reporters that the port would open.", ("Jane Roe", "Daily Post")),
        ("Jane Roe told Parliament that the port would open.", ("Jane Roe", "Daily Post")),
        ("Jane Roe told Prime Minister Doe that the port would open.", ("Jane Roe", "Daily Post")),
        ("Jane Roe told the EU envoy that the port would open.", ("Jane Roe", "Daily Post")),
        ("LIMA (Andean Press) - Jane Roe said the port would open.",
         ("Jane Roe", "Andean Press", "Daily Post")),
        ("LIMA (DP) - Jane Roe said the port would open.", ("Jane Roe", "Daily Post")),
    ],
)  # fmt: skip
def test_a_chain_runs_from_who_spoke_to_the_note(text: str, expected: tuple[str, ...]) -> None:
    assert origin(text) == expected


def test_a_dateline_before_the_block_names_the_agency_too() -> None:
    text = "LIMA (Andean Press) - Jane Roe said the port would open."
    assert origin(text, start=text.index("Jane")) == ("Jane Roe", "Andean Press", "Daily Post")


def test_a_note_without_a_publisher_goes_by_its_name() -> None:
    assert origin("Jane Roe said the port would open.", None) == ("Jane Roe", "a.txt")


def test_in_a_transcript_it_comes_through_the_speaker_of_the_turn() -> None:
    text = "Ana Lima said the port would open. It rained."
    block = Block(kind="body", start=0, end=len(text), speaker="MS ROE")
    read = Note(name="a.txt", text=text, blocks=(block,), source=Source(publisher="Ministry"))
    known = roster(Engagement(title="Talks"), [("a.txt", people_of(read))])
    first, last = [voice for together in voices(read) for voice in together]
    holder = holder_of(read, first.source[0], known)
    assert origin_of(first, holder, known) == ("Ana Lima", "Ms Roe", "Ministry")
    assert origin_of(last, None, known) == ("Ms Roe", "Ministry")
