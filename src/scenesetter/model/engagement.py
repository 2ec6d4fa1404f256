"""The meeting, visit or summit, and the briefing folder made for it."""

from typing import Annotated, Literal

from pydantic import Field

from scenesetter.model.edtf import EdtfDate
from scenesetter.model.note import Source
from scenesetter.model.value import Name, Value

Side = Literal["home", "counterpart", "third"]


class Party(Value):
    """A side of the engagement. `name` is the country or organisation in plain words."""

    name: Name
    side: Side | None = None
    """None where nobody has said which side is ours."""
    aliases: tuple[str, ...] = ()


class Person(Value):
    """Someone who matters to the engagement. `short` is the surname that notes may use alone."""

    name: Name
    role: str | None = None
    party: str | None = None
    short: str | None = None
    aliases: tuple[str, ...] = ()
    biography: str | None = None


class Meeting(Value):
    """An earlier meeting in the same series or between the same parties. `date` is EDTF."""

    title: Name
    date: EdtfDate | None = None
    place: str | None = None
    aliases: tuple[str, ...] = ()


class AgendaItem(Value):
    """A part of the engagement as the hosts have planned it, in its order."""

    title: Name
    issues: tuple[str, ...] = ()
    """Those that are to come up in it."""
    lead: str | None = None
    """Who opens it on our side."""
    minutes: Annotated[int, Field(ge=1)] | None = None
    press: Literal["open", "closed"] | None = None


class Override(Value):
    """A mark above that of every portion, as where portions tell more together (MRK-01)."""

    marking: str
    reason: Annotated[str, Field(min_length=1)]


class Engagement(Value):
    """What the pack prepares for. `date` is EDTF: a day, a month, or "2023-01-09/2023-01-11"."""

    title: str
    kind: str | None = None
    date: EdtfDate | None = None
    place: str | None = None
    principal: str | None = None
    parties: tuple[Party, ...] = ()
    people: tuple[Person, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    """Earlier meetings, oldest first."""
    agenda: tuple[AgendaItem, ...] = ()

    @property
    def home(self) -> Party | None:
        return next((party for party in self.parties if party.side == "home"), None)


class Briefing(Value):
    """What a person wrote in `briefing.toml`, or what a bare folder lets one know."""

    slug: str
    engagement: Engagement
    issues: tuple[str, ...] = ()
    """Topics on the agenda in their order; empty: by what the notes hold."""
    audiences: tuple[str, ...] = ()
    """Audiences to build for; empty: those that need not be asked for."""
    scheme: str = "none"
    """Name of the marking scheme."""
    marking: str | None = None
    """The engagement's own marking, given by a person."""
    override: Override | None = None
    authority: dict[str, str] = Field(default_factory=dict)
    """The lines of the scheme's authority block, by their keys: classified_by, declassify_on."""
    style: str = "generic"
    fields: dict[str, str] = Field(default_factory=dict)
    """What the house style asks to be stated at the head of a pack, by its keys."""
    drafter: str | None = None
    approver: str | None = None
    offices: tuple[str, ...] = ()
    """Who must clear each issue paper."""
    offices_on: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Who must clear the paper on an issue beside them."""
    language: str = "en"
    prepared: EdtfDate | None = None
    """Day of the pack, ISO 8601."""
    prepared_by: str | None = None
    unreviewed: bool = True
    """Whether facts are printed that nobody has accepted: a draft."""
    sources: dict[str, Source] = Field(default_factory=dict)
    """What a person knows of each note, by the note's name."""
