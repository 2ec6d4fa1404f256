from scenesetter.gather.blocks.interviewers import interviewers
from scenesetter.model.note import Block, Note, Source


def transcript(*turns: tuple[str, str], title: str | None = None) -> Note:
    blocks, text = [], ""
    for speaker, words in turns:
        end = len(text) + len(words)
        blocks.append(Block(kind="body", start=len(text), end=end, speaker=speaker))
        text += f"{words}\n\n"
    return Note(name="a", text=text, blocks=tuple(blocks), source=Source(title=title))


def test_who_asks_in_most_turns_is_an_interviewer() -> None:
    exchange = (("MR DOE", "Will Peru sign?"), ("MS ROE", "It will, in May."))
    assert interviewers(transcript(*exchange * 3)) == {"MR DOE"}


def test_in_a_short_interview_the_title_tells_who_asks() -> None:
    exchange = (("MR DOE", "Will Peru sign?"), ("MS ROE", "It will, in May."))
    titled = transcript(*exchange, title="Minister Ana Roe with Jim Doe of Radio One")
    assert interviewers(titled) == {"MR DOE"}


def test_a_briefing_with_an_official_has_no_interviewer() -> None:
    turns = (("MS ROE", "Why now? Because it is time."), ("MR DOE", "Thank you."))
    assert interviewers(transcript(*turns, title="Briefing With Ana Roe of the Ministry")) == set()


def test_where_a_label_says_who_asks_nobody_else_does() -> None:
    exchange = (("MS ROE", "Why now? Because it is time."), ("MR DOE", "Yes."))
    note = transcript(*exchange * 3)
    asked = Block(kind="question", start=0, end=len("Why now?"), speaker="QUESTION")
    assert interviewers(note) == {"MS ROE"}
    labelled = note.model_copy(update={"blocks": (asked, asked, *note.blocks)})
    assert interviewers(labelled) == set()
