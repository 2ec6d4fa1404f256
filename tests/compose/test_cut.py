"""What an audience may see."""

import pytest

from scenesetter.compose.cut import ceiling_of, may_see, unknown_marks, visible, withheld
from scenesetter.errors import UserError
from scenesetter.model.audience import Audience
from scenesetter.model.engagement import Briefing, Engagement
from scenesetter.model.marking import Level, MarkingScheme
from scenesetter.model.note import Note, Source

SCHEME = MarkingScheme(
    name="three",
    title="Three levels",
    authority="none",
    levels=tuple(Level(name=name, banner=name) for name in ("LOW", "MID", "HIGH")),
)
PLAIN = Briefing(slug="talks", engagement=Engagement(title="Talks"))
MARKED = PLAIN.model_copy(update={"marking": "MID"})


def audience(ceiling: str | None) -> Audience:
    levels = {"three": ceiling} if ceiling else {}
    return Audience(name="press", title="P", summary="s", parts=(), sections=(), ceiling=levels)


def notes(*markings: str | None) -> list[Note]:
    return [
        Note(name=f"{number}.txt", text="", blocks=(), source=Source(marking=marking))
        for number, marking in enumerate(markings)
    ]


def test_an_audience_without_a_ceiling_sees_the_lowest_level_alone() -> None:
    assert ceiling_of(audience(None), SCHEME) == 0
    assert ceiling_of(audience("HIGH"), SCHEME) == 2


def test_a_ceiling_that_the_scheme_does_not_know_is_an_error() -> None:
    with pytest.raises(UserError, match="no level of the scheme three"):
        ceiling_of(audience("SECRET"), SCHEME)


@pytest.mark.parametrize(
    ("marking", "briefing", "seen"),
    [
        ("LOW", PLAIN, True),
        ("MID", PLAIN, True),
        ("HIGH", PLAIN, False),
        ("mid", PLAIN, False),
        (None, PLAIN, True),
        (None, MARKED, True),
        ("LOW", MARKED, True),
        (None, PLAIN.model_copy(update={"marking": "HIGH"}), False),
    ],
)
def test_a_note_without_a_mark_has_the_briefings_and_an_unknown_mark_is_above_all(
    marking: str | None, briefing: Briefing, *, seen: bool
) -> None:
    assert may_see(marking, briefing, SCHEME, 1) is seen


def test_notes_above_the_ceiling_are_counted_and_not_named() -> None:
    mixed = notes("LOW", "HIGH", "MID", "HIHG")
    assert [note.name for note in visible(mixed, PLAIN, SCHEME, 1)] == ["0.txt", "2.txt"]
    (finding,) = withheld(mixed, PLAIN, SCHEME, [audience("MID")], "talks")
    assert str(finding).startswith("talks: warning: 2 of 4 notes")
    assert ".txt" not in str(finding)
    assert list(withheld(mixed[:1], PLAIN, SCHEME, [audience("MID")], "talks")) == []


def test_a_mark_that_the_scheme_does_not_know_is_an_error() -> None:
    (finding,) = unknown_marks(notes("LOW", "HIHG"), PLAIN, SCHEME)
    assert (finding.severity, finding.path) == ("error", "1.txt")
