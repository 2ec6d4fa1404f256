"""Facts, an engagement and an audience for the tests of composing."""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from scenesetter.compose.pack import Material, compose
from scenesetter.model.audience import Audience
from scenesetter.model.conflict import Conflict
from scenesetter.model.engagement import Briefing, Engagement, Meeting, Party
from scenesetter.model.fact import Fact, Passage
from scenesetter.model.marking import Level, MarkingScheme
from scenesetter.model.note import Block, Note, Source
from scenesetter.model.pack import Pack
from scenesetter.model.topic import Expectation, Term, Topic

ENGAGEMENT = Engagement(
    title="Talks in Turku",
    date="2024-05-06",
    parties=(
        Party(name="Finland", side="home"),
        Party(name="Peru", side="counterpart"),
        Party(name="Chile", side="third"),
    ),
    meetings=(Meeting(title="Talks in Lima", date="2022-03-03"),),
)
AUDIENCE = Audience(
    name="book",
    title="Book",
    summary="All.",
    parts=("overview", "papers", "chronology", "gaps", "sources"),
    sections=(
        *("bottom-line", "they-want", "we-want", "each-side", "agreed", "said", "friction"),
        *("outside-views", "background", "figures", "dates", "conflicts", "unknown"),
    ),
    limits={"bottom-line": 2},
)
TRADE = Topic(
    name="trade",
    title="Trade",
    summary="Goods.",
    terms=(Term(words="tariff*", weight=3),),
    expects=(Expectation(label="Quotas", terms=("quota*",)),),
)
UNMARKED = MarkingScheme(
    name="none", title="None", authority="-", levels=(Level(name="unmarked", banner="NOT MARKED"),)
)

MakeFact = Callable[..., Fact]
MakePack = Callable[..., Pack]


@pytest.fixture
def book() -> Audience:
    """All sections, with hardly a limit."""
    return AUDIENCE


@pytest.fixture
def fact() -> MakeFact:
    """Makes a fact of a text, each text at a place of its own; any field can be given, `note` is
    the name of its note."""
    places: dict[str, int] = {}

    def make(text: str, note: str = "a.txt", **fields: object) -> Fact:
        start = places.setdefault(text, 1000 * len(places))
        cue = text.find(str(fields.get("cue"))) + start
        passage = Passage(
            note=note,
            start=start,
            end=start + len(text),
            exact=text,
            prefix="",
            suffix="",
            cue=((cue, cue + len(str(fields["cue"]))),) if cue >= start else (),
        )
        given: dict[str, Any] = {
            "id": hashlib.sha256(f"{text}{fields.get('holder')}".encode()).hexdigest()[:12],
            "kind": "event",
            "text": text,
            "issues": ("trade",),
            "holder": None,
            "cue": None,
            "origin": (note,),
            "when": None,
            "as_of": "2024-05-01",
            "engagement": "Talks in Turku",
            "passages": (passage,),
            "credibility": 6,
            "marking": None,
            "about": ("Peru",),
            "bearings": ({"issue": "trade", "score": 3.0, "terms": ("tariff*",)},),
            **fields,
        }
        return Fact(**given)

    return make


@pytest.fixture
def pack() -> MakePack:
    """Composes the facts given for the engagement and audience, or for others."""

    def make(
        *facts: Fact,
        engagement: Engagement = ENGAGEMENT,
        audience: Audience = AUDIENCE,
        published: str | None = "2024-05-01",
        conflicts: tuple[Conflict, ...] = (),
        **more: Any,  # noqa: ANN401 - the points, the style: any field of the material
    ) -> Pack:
        names = sorted({passage.note for fact in facts for passage in fact.passages})
        notes = [
            Note(
                name=name,
                text="x" * 2000,
                blocks=(
                    Block(kind="heading", start=0, end=10),
                    Block(kind="body", start=12, end=2000),
                ),
                source=Source(title=f"Title of {name}", published=published),
            )
            for name in names
        ]
        briefing = Briefing(slug="turku", engagement=engagement)
        material = Material(briefing, notes, facts, conflicts, (), (TRADE,), UNMARKED)
        return compose(material._replace(**more), audience)

    return make
