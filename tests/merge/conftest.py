"""Facts gathered from sentences, each in a note of its own."""

from collections.abc import Callable

import pytest

from scenesetter.gather.blocks.kinds import classify
from scenesetter.gather.engagement.focus import focus
from scenesetter.gather.facts import Subject, facts_of
from scenesetter.gather.issues import IssueScorer
from scenesetter.gather.people.people import people_of, roster
from scenesetter.model.engagement import Engagement, Party
from scenesetter.model.fact import Fact
from scenesetter.model.marking import Level, MarkingScheme
from scenesetter.model.note import Block, Note, Source

Told = Callable[..., list[Fact]]
PARTIES = ("Kenya", "Uganda", "Portugal", "Spain")
TALKS = Engagement(title="Talks", parties=tuple(Party(name=name) for name in PARTIES))
SCHEME = MarkingScheme(
    name="two",
    title="Two levels",
    authority="none",
    levels=(Level(name="LOW", banner="LOW"), Level(name="HIGH", banner="HIGH")),
)


@pytest.fixture
def scheme() -> MarkingScheme:
    return SCHEME


@pytest.fixture
def told() -> Told:
    """Gathers the facts of sentences, the first in note "0.txt"; a source may be given for each."""

    def gather(*sentences: str, sources: tuple[Source, ...] = ()) -> list[Fact]:
        dated = Source(published="2024-03-05")
        notes = [
            classify(
                Note(
                    name=f"{number}.txt",
                    text=words,
                    blocks=(Block(kind="body", start=0, end=len(words)),),
                    source=sources[number] if sources else dated,
                )
            )
            for number, words in enumerate(sentences)
        ]
        known = roster(TALKS, [(note.name, people_of(note)) for note in notes])
        subject = Subject(TALKS, known, IssueScorer([]), focus(TALKS))
        return [fact for note in notes for fact in facts_of(note, subject).facts]

    return gather
