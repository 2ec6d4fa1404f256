import pytest

from scenesetter.gather.blocks.kinds import classify
from scenesetter.gather.engagement.focus import focus
from scenesetter.gather.facts import Subject, facts_of
from scenesetter.gather.issues import IssueScorer
from scenesetter.gather.people.people import people_of, roster
from scenesetter.model.engagement import Engagement, Party
from scenesetter.model.fact import Fact
from scenesetter.model.note import Block, Note, Source
from scenesetter.model.topic import Term, Topic

TALKS = Engagement(title="Talks", parties=(Party(name="Kenya"), Party(name="Uganda")))
TRADE = Topic(
    name="trade", title="Trade", summary="", terms=tuple(
        Term(words=word, weight=2) for word in ("trade", "levy", "levies", "milk", "tariff*")
    ),
)  # fmt: skip


def facts(*paragraphs: str, speaker: str | None = None, publisher: str = "Wire") -> list[Fact]:
    blocks, text = [], ""
    for words in paragraphs:
        end = len(text) + len(words)
        blocks.append(Block(kind="body", start=len(text), end=end, speaker=speaker))
        text += f"{words}\n\n"
    source = Source(published="2023-03-06", publisher=publisher)
    note = classify(Note(name="a.txt", text=text, blocks=tuple(blocks), source=source))
    known = roster(TALKS, [("a.txt", people_of(note))])
    subject = Subject(TALKS, known, IssueScorer([TRADE]), focus(TALKS))
    found = list(facts_of(note, subject).facts)
    for fact in found:
        for passage in fact.passages:
            assert note.text[passage.start : passage.end] == passage.exact
    return found


def fact(*paragraphs: str, speaker: str | None = None) -> Fact:
    (found,) = facts(*paragraphs, speaker=speaker)
    return found


def test_who_told_a_paper_comes_before_the_paper_and_the_publisher() -> None:
    told = fact(
        "Kenya will drop the levy that traders say hurts, two Ugandan officials told Reuters."
    )
    assert told.origin == ("two Ugandan officials", "Reuters", "Wire")


def test_those_who_were_told_are_no_origin_where_they_are_a_state_or_a_person() -> None:
    told = fact("Kenya said no to the levy, a senior Ugandan official told Parliament.")
    assert told.origin == ("senior Ugandan official", "Wire")


def test_a_paper_that_reports_a_promise_does_not_make_it() -> None:
    told = fact("Kenya has promised farmers a fund against the levy, the Nation reported.")
    assert (told.kind, told.holder and told.holder.name) == ("commitment", "Kenya")
    assert told.origin == ("Kenya", "the Nation", "Wire")


def test_a_release_comes_through_the_spokesperson_that_it_names() -> None:
    release = facts(
        "The below is attributable to Spokesperson Jane Roe:",
        "The ministers of Kenya and Uganda met in Busia over the levy on milk.",
    )
    assert release[-1].origin == ("Spokesperson Jane Roe", "Wire")
    assert release[-1].holder is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya should drop the levy, said Sarah Doe, an economist in Lamu.", "assessment"),
        ("Sarah Doe, an economist in Lamu, urged Kenya to drop the levy.", "request"),
        ("Kenya said that Uganda should drop the levy.", "request"),
    ],
)
def test_an_outsider_who_says_what_should_be_done_judges(text: str, kind: str) -> None:
    assert fact(text).kind == kind


def test_the_time_is_that_of_what_is_told_not_of_the_telling() -> None:
    told = fact("Kenya said on Sunday that the levy would end in June 2024.")
    assert told.when == "2024-06"


def test_clauses_side_by_side_have_each_its_time() -> None:
    asked, said = facts(
        "In January Kenya asked for a lower levy, and last month Uganda's minister, Jane Okello,"
        " said that milk would be dear."
    )
    assert asked.when == "2023-01"
    assert said.when == "2023-02"
    assert said.holder
    assert said.holder.name == "Jane Okello"


def test_a_promise_given_at_a_summit_is_of_the_summits_month() -> None:
    told = fact(
        "Milk sales fell in the first two months of 2023, and Kenya vowed at December's talks in"
        " Kampala to cut the levy."
    )
    assert told.when == "2022-12"


def test_he_is_named_where_nobody_is_cited() -> None:
    told = facts("Kenya will end the levy, Mark Doe said. He drank milk with farmers in Busia.")
    assert told[-1].text == "[Doe] drank milk with farmers in Busia."


def test_words_of_a_source_that_is_nobody_are_the_speakers_own() -> None:
    words = "Ultimately this budget promises to end the levy on milk from Uganda by summer."
    spoken = fact(words, speaker="MS ROE")
    assert (spoken.holder and spoken.holder.name, spoken.text) == ("Ms Roe", words)


def test_a_speakers_promise_is_a_fact_on_no_issue_too() -> None:
    assert fact("We will open the post at Malaba.", speaker="MS ROE").kind == "commitment"
    assert facts("Thank you, the post at Malaba is fine.", speaker="MS ROE") == []


def test_one_source_with_two_cues_gives_what_matters_most() -> None:
    told = fact("Farmers, who blame the levy for prices, have asked Kenya to end it.")
    assert (told.kind, told.friction) == ("request", True)


def test_a_long_note_takes_linear_time() -> None:
    lines = ["KENYA AND UGANDA", "Kenya wants milk, it said. They spoke of the levy."]
    assert facts(*lines * 1500)
    assert facts("They said they want the levy. " * 500)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenyan trade minister Ruth Otieno said Kenya wants a lower levy on milk.", "request"),
        ("Kenyan trade minister Ruth Otieno said Uganda wants a lower levy on milk.", "position"),
    ],
)
def test_who_tells_of_a_wish_of_the_own_side_asks_for_it(text: str, kind: str) -> None:
    found = fact(text)
    assert found.holder is not None
    assert (found.kind, found.holder.name) == (kind, "Ruth Otieno")


def test_who_promises_nothing_makes_no_promise() -> None:
    found = fact("Kenya promised nothing on the milk levy.")
    assert (found.kind, found.friction) == ("position", True)


ODERA = "“The levy is a mistake for everyone in trade,” John Odera said."


@pytest.mark.parametrize("unsure", [False, True], ids=["same paragraph", "next paragraph"])
def test_who_speaks_in_the_paragraph_before_is_not_surely_the_speaker(*, unsure: bool) -> None:
    alone = "“We want it gone by the summer.”"
    found = facts(ODERA, alone) if unsure else facts(f"{ODERA} He left early. {alone}")
    holder = found[-1].holder
    assert holder is not None
    assert (holder.name, holder.unsure) == ("John Odera", unsure)


def test_a_wish_is_not_lost_where_an_office_may_be_either_ones() -> None:
    wish = facts(
        "Kenyan President John Odera met Ugandan President Musa Okello over the levy. "
        "The left-leaning president, who had called on traders, wants lower tariffs on milk."
    )[-1]
    assert wish.holder is not None
    assert (wish.kind, wish.holder.name, wish.holder.unsure, wish.holder.party) == (
        "request", "left-leaning president", True, None,
    )  # fmt: skip


def test_what_nobody_says_is_nobodys() -> None:
    told = fact("It was said that the levy on milk would go by the summer.")
    assert (told.kind, told.holder) == ("event", None)


def test_a_sentence_of_two_words_for_one_person_is_one_fact() -> None:
    told = fact(
        "Kenyan trade minister Ann Omondi said the levy would fall, but she also warned that "
        "milk would cost more."
    )
    assert told.holder is not None
    assert told.holder.name == "Ann Omondi"


def test_a_sentence_without_a_verb_stands_with_the_one_before_it() -> None:
    told = fact('Kenya said it would keep the levy. A line known as "milk first."')
    assert told.text.endswith('"milk first."')
    assert told.holder is not None
    assert told.holder.name == "Kenya"


def test_what_somebody_is_asked_about_is_nobodys_wish() -> None:
    told = fact("Asked if Uganda wanted a lower levy, Kenya's minister said no tariff would fall.")
    assert told.kind == "position"


@pytest.mark.parametrize(
    "words",
    [
        "Will Kenya ever drop the levy on milk?",
        "A spokesman for Kenya declined to comment on the levy.",
        "But the levy was not the only quarrel of Kenya and Uganda.",
    ],
)
def test_what_tells_nothing_of_its_matter_is_no_fact(words: str) -> None:
    assert facts(words) == []


def test_who_is_quoted_is_named_as_the_note_does_though_nobody_knows_him() -> None:
    told = fact("“Milk will cost more with this levy on Kenya,” the burly trucker told Reuters.")
    assert told.holder is not None
    assert (told.kind, told.holder.name, told.holder.anonymous) == (
        "quotation",
        "burly trucker",
        True,
    )


def test_who_was_asked_and_answered_says_what_he_answered() -> None:
    told = fact("Kenya's minister was asked in March about the levy and said no tariff would fall.")
    assert (told.kind, told.cue) == ("position", "said")


def test_who_speaks_is_nobody_whom_he_tells_of() -> None:
    told = facts(
        "Mark Doe of Kenya left. Peter Abok, a miller, doubted the levy.",
        'Doe "cut the levy to please farmers," he said.',
    )
    assert told[-1].holder
    assert told[-1].holder.name == "Peter Abok"
    assert told[-1].text.endswith("[Abok] said.")


def test_who_wrote_a_letter_may_speak_of_it() -> None:
    told = facts("Mark Doe of Kenya left.", "Doe's letter on the levy was late, he said.")
    assert told[-1].holder
    assert told[-1].holder.name == "Mark Doe"


@pytest.mark.parametrize(
    "text",
    [
        "“The levy stays,” said Mark Doe, an economist in Lamu who advises Kenya.",
        "The Lake Herald, whose reporters saw the levy office, described it as closed.",
        "Critics of the levy say that Kenya must end it, although they agree that it pays.",
    ],
)
def test_what_only_tells_who_speaks_is_no_second_fact(text: str) -> None:
    assert len(facts(text)) == 1


def test_critics_of_a_side_are_not_of_that_side() -> None:
    holder = fact("Critics of the Kenyan government said that the levy would stay.").holder
    assert holder
    assert (holder.name, holder.party) == ("critics of the Kenyan government", None)


def test_who_opens_the_sentence_is_named_whoever_speaks_in_it() -> None:
    told = facts(
        "Mark Doe said no.",
        "He said that Kenya would keep the levy on milk that Uganda asked Kenya to end.",
    )
    assert all(one.text.startswith("[Doe] said") for one in told[1:])
