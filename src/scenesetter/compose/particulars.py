"""The lines of a cover: when, where, who meets whom, who prepared it; and whom they present."""

from scenesetter.model.edtf import in_words
from scenesetter.model.engagement import Briefing, Engagement, Person
from scenesetter.model.pack import Biography, Particular


def particulars(briefing: Briefing) -> tuple[Particular, ...]:
    engagement = briefing.engagement
    prepared = in_words(briefing.prepared) if briefing.prepared else None
    lines = {
        "Principal": engagement.principal,
        "Date": in_words(engagement.date) if engagement.date else None,
        "Place": engagement.place,
        "Parties": ", ".join(party.name for party in engagement.parties) or None,
        "Last meeting": _last_meeting(engagement),
        "Prepared": _listed(prepared, briefing.prepared_by),
    }
    required = ("Principal", "Date", "Place")
    return tuple(
        Particular(label=label, text=text or "Not stated")
        for label, text in lines.items()
        if text or label in required
    )


def _last_meeting(engagement: Engagement) -> str | None:
    if not engagement.meetings:
        return None
    last = engagement.meetings[-1]
    return _listed(last.title, in_words(last.date) if last.date else None)


def _listed(*words: str | None) -> str | None:
    return ", ".join(word for word in words if word) or None


def biography(person: Person) -> Biography:
    gap = None if person.biography else "No biography was given, and the notes hold none."
    return Biography(
        name=person.name,
        role=person.role,
        party=person.party,
        text=person.biography,
        points=(),
        gap=gap,
    )
