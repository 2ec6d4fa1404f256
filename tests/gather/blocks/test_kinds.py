import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.gather.blocks.kinds import classify
from scenesetter.model.note import Block, Note, Source

SHARED = Path(__file__).parents[3] / ".." / "shared"
LEAD = "The envoys met in the capital on Monday and spoke for nine hours about the winter toll."
BODY = "The minister said that she wanted a pause of one season. Carriers asked for two."

LAST = "An answer is due in February, said two officials who asked not to be named."


def note(*texts: str, speaker: str | None = None, source: Source | None = None) -> Note:
    starts = [sum(len(text) + 2 for text in texts[:number]) for number in range(len(texts))]
    blocks = tuple(
        Block(kind="body", start=start, end=start + len(text), speaker=speaker)
        for start, text in zip(starts, texts, strict=True)
    )
    return Note(name="n.txt", text="\n\n".join(texts), blocks=blocks, source=source or Source())


def kinds(*texts: str) -> list[str]:
    return [block.kind for block in classify(note(*texts)).blocks]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("heading", "RIVER TRADE FALLS BY A THIRD AS ‘COLD’ TALKS STALL"),
        ("heading", "WHO IS THE MINISTER OF MARLAND?"),
        ("heading", "Envoys and Carriers Want a Lower Toll for Grain"),
        ("heading", "What comes next"),
        ("promotion", "READ MORE: Marland Opens Its Second Bridge"),
        ("promotion", "WATCH: The envoys leave the capital | Meridian"),
        ("promotion", "CLICK HERE TO GET THE MERIDIAN APP"),
        ("promotion", "Read the full article."),
        ("promotion", "Sign up for our morning letter."),
        ("promotion", "Subscribe to the Harbour Post today."),
        ("promotion", "This article is owned by Harbour Post."),
        ("promotion", "This story was originally published by Harbour Post."),
        ("promotion", "The river has never been so low in the winter… Read more »"),
        ("promotion", "This material may not be published, broadcast or rewritten."),
        ("promotion", "Contact Ana Solano at ana@post.example"),
        ("promotion", "© 2023 Harbour Post. All rights reserved."),
        (
            "promotion",
            "Editor's note: The talks are held each year. This is the fifth of our stories.",
        ),
        ("promotion", "This story was updated on Monday with the ministry's answer."),
        ("promotion", "Correction: An earlier version named the wrong lock. It is in Lindau."),
        ("heading", "– A river without a bridge –"),
        ("byline", "Written by: Ana Solano"),
        ("byline", "By Ana Solano and Peter Lund"),
        ("byline", "(Reporting by Ana Solano; Editing by Peter Lund)"),
        ("byline", "Meridian's Ana Solano in Lindau and Jo Hale contributed to this report."),
        ("dateline", "Monday, January 9, 2023"),
        ("dateline", "2:06 p.m. EST"),
        ("dateline", "and last updated 2023-01-09 16:42:01-05"),
        ("dateline", "April 26, 2023 -- Updated 1358 GMT (2158 HKT)"),
        ("dateline", "Puerto Claro (Meridian) —"),
        ("caption", "Barges wait at the lock on Sunday. (Photo by Jo Hale/Meridian Images)"),
        ("caption", "Barges wait at the lock on Sunday. Photographer: Jo Hale/Meridian"),
        ("caption", "Barges wait at the lock on Sunday. Getty Images"),
        ("caption", "PUERTO CLARO, MARLAND - MARCH 23: Barges wait. The lock is closed."),
        ("caption", "A boat passes, the River Authority said. (River Authority)"),
        ("caption", "The minister and the envoy. ("),
        ("caption", "Barges wait at the lock. (Jo Hale)"),
        ("caption", "President Lund, left, shakes hands with the envoy."),
        ("caption", "The envoy (right) at the lock on Sunday"),
        ("caption", "05:22 - Source: Meridian"),
        ("caption", "river, Marland, trade, bridge"),
        ("caption", "(Laughter.)"),
        ("navigation", "* * *"),
        ("navigation", "View Photos »"),
        ("navigation", "Share (23)"),
        ("navigation", "1 of 24"),
    ],
)
def test_what_stands_around_the_text_is_told_from_it(kind: str, text: str) -> None:
    assert kinds(LEAD, BODY, text, LAST) == ["body", "body", kind, "body"]


@pytest.mark.parametrize(
    "text",
    [
        "We agreed.",
        '"We will not wait for a fifth year," Elena Roche said.',
        "By Friday the envoys had left the capital.",
        "Sponsored by Marland, the resolution passed with nine votes.",
        "Share prices fell by a third, the ministry said.",
        "An AP/Meridian poll found that most carriers want a pause.",
        "The bank gave the carriers credit: five million crowns.",
        "Watch committees have been set up in nine towns, officials said.",
        "Read aloud, the treaty takes an hour. She read it twice. It bored everybody in the room.",
        "North; 40",
        "The ministry told ana@post.example on Monday that it would answer in May.",
        "We demand that the words may stand. The envoys left, right after noon.",
        "The fund will go to the towns (River Trade Fund)",
        "Comment was not available from the ministry (the office was closed).",
        "The U.S. and Marland want a timetable for the lock, he told the BBC (and others",
        "He wanted three things: a pause, a lower toll, and a fund for the towns",
    ],
)
def test_what_the_text_says_stays_body(text: str) -> None:
    assert kinds(LEAD, text, BODY) == ["body", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Envoys of two countries struggle over the winter toll as carriers threaten to stay away",
        "Marland rattles carriers with tolls.",
        "Envoys And Carriers Want A Lower Toll.",
        "Marland pledges to lower tolls;",
        "Marland To Carriers Afraid Of U.S. Tolls: Wait And See.",
    ],
)
def test_the_first_line_of_an_article_is_its_headline(line: str) -> None:
    assert kinds(line, LEAD, BODY, LAST) == ["heading", "body", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Marland and Tarland signed two treaties.",
        "The talks failed.",
        '"We will sign," Elena Roche says.',
        "Carriers asked for: a pause of one season,",
    ],
)
def test_a_first_line_that_tells_as_the_text_does_stays_body(line: str) -> None:
    assert kinds(line, LEAD, BODY, LAST) == ["body", "body", "body", "body"]


def test_of_a_short_note_the_first_line_may_be_all_it_says() -> None:
    assert kinds("Marland wants lower tolls.", LEAD) == ["body", "body"]


def test_a_deck_below_a_headline_that_a_semicolon_ends_is_no_body() -> None:
    deck = "The promise of a pause is met with relief in nine towns."
    found = kinds("Marland pledges to lower tolls;", deck, LEAD, BODY, LAST)
    assert found == ["heading", "heading", "body", "body", "body"]


def test_what_stands_above_the_byline_is_headline_and_deck() -> None:
    deck = "The carriers were promised a pause."
    found = kinds("The toll falls.", deck, "By Ana Solano", LEAD, BODY, LAST)
    assert found[:4] == ["heading", "heading", "byline", "body"]


def test_a_byline_below_the_text_makes_no_headline_of_it() -> None:
    assert kinds(LEAD, BODY, "By Ana Solano") == ["body", "body", "byline"]


def test_a_repeated_caption_and_a_pulled_quotation_are_no_body() -> None:
    long = '"We have waited for four years, and we will not wait for a fifth," Elena Roche said.'
    pulled = "“We have waited for four years, and we will not wait for a fifth.”"
    assert kinds(LEAD, long, pulled, "Barges at the lock.", "Barges at the lock.") == [
        "body",
        "body",
        "caption",
        "body",
        "caption",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "[Photo: A barge waits at the lock in April. EPA/Jan Roe]",
        "Photo: Minister Elena Roche at the lock on Feb. 2.",
    ],
)
def test_a_line_labelled_as_a_picture_is_a_caption(line: str) -> None:
    assert kinds(LEAD, BODY, line, BODY, LAST)[2] == "caption"


def test_comments_and_links_below_the_text_are_promotion() -> None:
    reader = "I have sailed this river for forty years and never seen the toll go down."
    assert kinds(LEAD, BODY, LAST, "2 Comments", reader)[3:] == ["promotion"] * 2
    box = ["Related stories", "Second bridge is closed for a week", BODY, LAST]
    assert kinds(LEAD, *box)[-2:] == ["body", "body"]


def test_the_author_is_told_of_at_the_end_and_not_within_the_text() -> None:
    author = "Ana Solano is a reporter at the Harbour Post and covers the river."
    assert kinds(LEAD, BODY, LAST, author)[-1] == "byline"
    assert kinds(LEAD, author, BODY, LAST, BODY + LAST)[1] == "body"


def test_a_box_of_links_that_repeats_the_first_paragraph_does_not_take_it() -> None:
    twice = note(LEAD, LEAD, BODY)
    box = twice.blocks[0].model_copy(update={"kind": "promotion"})
    told = classify(twice.model_copy(update={"blocks": (box, *twice.blocks[1:])}))
    assert [block.kind for block in told.blocks] == ["promotion", "body", "body"]


def test_the_title_in_the_text_is_a_heading() -> None:
    titled = note(
        "Envoys speak about the toll", LEAD, source=Source(title="Envoys speak about the toll")
    )
    assert classify(titled).blocks[0].kind == "heading"


def test_the_list_of_those_present_is_no_text() -> None:
    lists = note("Members present: Ruth Adeyemi (Chair); Liam Frost; Grace Oduya.", LEAD)
    turn = lists.blocks[1].model_copy(update={"speaker": "MS ROE"})
    told = classify(lists.model_copy(update={"blocks": (lists.blocks[0], turn)}))
    assert told.blocks[0].kind == "byline"


def test_the_head_of_a_release_is_no_body() -> None:
    head = (
        "Mara Quist, Deputy Spokesperson",
        "Office of the Spokesperson",
        "Puerto Claro, Marland",
    )
    assert kinds(*head, LEAD) == ["byline", "byline", "dateline", "body"]


def test_the_author_by_name_is_a_byline() -> None:
    known = note("Press Office", LEAD, source=Source(author="Press Office"))
    assert classify(known).blocks[0].kind == "byline"


@pytest.mark.parametrize(
    "dateline",
    [
        "PUERTO CLARO, Jan. 9, 2023 (Meridian) - ",
        "PUERTO CLARO, Marland (AP) — ",
        "Puerto Claro (CNN) -- ",
        "(CNN) — ",
    ],
)
def test_a_wire_story_begins_after_its_dateline(dateline: str) -> None:
    told = classify(note(dateline + LEAD))
    assert told.text[told.blocks[0].start : told.blocks[0].end] == LEAD


def test_a_turn_keeps_its_kind() -> None:
    told = classify(note("READ MORE: we shall", "A Lower Toll for Grain", speaker="MR LUND"))
    assert [block.kind for block in told.blocks] == ["body", "body"]


@given(st.lists(st.text(alphabet="aB.,;: -(\"'", min_size=1, max_size=80).filter(str.strip)))
def test_text_and_ends_stay_and_starts_only_grow(texts: list[str]) -> None:
    before = note(*texts)
    after = classify(before)
    assert after.text == before.text
    for old, new in zip(before.blocks, after.blocks, strict=True):
        assert old.start <= new.start <= new.end == old.end


@pytest.mark.parametrize(
    "text",
    ["(" * 2000, "A, " * 700, "By " + "A" * 3000, "! " * 1000, "© " * 900, "a@" * 900, LEAD],
    ids=lambda text: text[:4],
)
def test_ten_times_the_note_takes_no_more_than_some_ten_times_as_long(text: str) -> None:
    def seconds(count: int) -> float:
        large = note(*[f"{number} {text}" for number in range(count)])
        began = time.process_time()
        classify(large)
        return time.process_time() - began

    assert seconds(400) < 30 * max(seconds(40), 0.01)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared articles are not here")
def test_no_paragraph_of_several_sentences_is_lost_from_the_articles() -> None:
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        told = classify(note(*filter(None, map(str.strip, path.read_text("utf-8").split("\n")))))
        for block in told.blocks:
            text = told.text[block.start : block.end]
            credited = text.endswith((")", "Images"))
            assert block.kind == "body" or text.count(". ") < 2 or credited, text


def test_the_head_of_a_message_is_no_text() -> None:
    prose = "The ministers of both countries met in Busia in the morning and spoke for an hour."
    assert kinds("Subject: Busia meeting", "To: Delegation", prose) == ["byline", "byline", "body"]
