"""Facts that wait for a ruling, as a pack tells of them."""

from collections.abc import Callable

from scenesetter.compose.papers import OTHER, Draft
from scenesetter.compose.sections import Selection
from scenesetter.compose.waiting import basis_of, with_waiting
from scenesetter.model.audience import Audience
from scenesetter.model.engagement import Briefing, Engagement
from scenesetter.model.fact import Fact
from scenesetter.model.topic import Topic

TRADE = Topic(name="trade", title="Trade", summary="Goods.", terms=())
BRIEFING = Briefing(slug="talks", engagement=Engagement(title="Talks"), unreviewed=False)


def test_readers_outside_are_not_told_that_facts_wait(
    book: Audience, fact: Callable[..., Fact]
) -> None:
    assert basis_of(BRIEFING, [fact("Peru lifts it.")], book).waiting == (fact("Peru lifts it."),)
    outside = book.model_copy(update={"releasable": True})
    assert basis_of(BRIEFING, [fact("Peru lifts it.")], outside) == basis_of(BRIEFING, [], book)


def test_a_paper_with_facts_tells_how_many_wait_on_its_issue(
    book: Audience, fact: Callable[..., Fact]
) -> None:
    told = ("1 fact on this issue waits for a ruling and is left out.",)
    silent = book.model_copy(update={"sections": ()})
    for readers, held, issue, expected in (
        (book, True, "trade", [told, ()]),
        (book, True, "energy", [(), told]),
        (book, False, "trade", [(), ()]),
        (silent, True, "trade", [(), ()]),
    ):
        waits = fact("Peru lifts it.", issues=(issue,))
        basis = basis_of(BRIEFING, [waits], readers)
        lead = Selection("bottom-line", "Where things stand", "points", (), None)
        drafts = [Draft(topic, (waits,) * held, lead, (), ()) for topic in (TRADE, OTHER)]
        assert [one.unknown for one in with_waiting(drafts, basis, readers)] == expected


def test_only_the_gap_of_what_is_known_of_an_issue_counts_them(
    book: Audience, fact: Callable[..., Fact]
) -> None:
    basis = basis_of(BRIEFING, [fact("Peru lifts it.")], book)
    gaps = (None, basis.nothing, "No response is given.")
    sections = tuple(Selection("said", "Said", "points", (), gap) for gap in gaps)
    (made,) = with_waiting([Draft(TRADE, (), sections[0], sections, ())], basis, book)
    assert [one.gap for one in made.sections] == [
        None,
        f"{basis.nothing[:-1]}; 1 fact waits for a ruling and is left out.",
        "No response is given.",
    ]
