"""Facts and the passages that they rest on."""

from typing import Annotated, Literal

from pydantic import Field

from scenesetter.model.value import Value

FactKind = Literal[
    "quotation", "position", "request", "commitment", "assessment", "event", "figure"
]
Span = tuple[int, int]
"""Code points, half-open."""


class Attribution(Value):
    """Who is said to have said, wanted or promised what, as spans of one text.

    Spans are code points, half-open; content has several where a quotation is broken.
    `source` is empty where the text names nobody. `kind` is the kind of fact it makes.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    verbatim: bool
    kind: FactKind
    friction: bool = False
    """The cue tells of disagreement: criticise, deny, accuse, refuse, complain."""


class Passage(Value):
    """Exact words of a note: `note.text[start:end] == exact`, in code points, half-open.

    The fields follow the TextPositionSelector and TextQuoteSelector of the W3C Web Annotation
    Data Model; `prefix` and `suffix` are up to 32 code points on either side.
    """

    note: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


class Holder(Value):
    """Whose words, wish or promise a fact is."""

    name: str
    """The one name of this person, organisation or group in the pack."""
    role: str | None = None
    party: str | None = None
    anonymous: bool = False
    unsure: bool = False
    """The link from the note's words to this name is not certain."""
    joint: bool = False
    """Several sides together: "both sides", "Peru and Chile"."""


class Fact(Value):
    """One thing that the notes say. Never without a passage.

    `text` is the passage with bracketed resolutions ("[López Obrador] also said ...") and
    nothing else. `when` is the time it speaks of and `as_of` the time of the note, both EDTF.
    `origin` runs from the first voice to the note's publisher. `engagement` is the title of
    the meeting it belongs to, None where the notes do not let one know.
    """

    id: str
    kind: FactKind
    text: str
    issues: tuple[str, ...]
    holder: Holder | None
    cue: str | None
    origin: tuple[str, ...]
    when: str | None
    as_of: str | None
    engagement: str | None
    passages: Annotated[tuple[Passage, ...], Field(min_length=1)]
    credibility: Annotated[int, Field(ge=1, le=6)]
    """Admiralty code 1 to 6; 6 is "not judged"."""
    marking: str | None
    verbatim: tuple[str, ...] = ()
    """The words inside quotation marks, as the passage has them."""
    friction: bool = False
    terms: tuple[str, ...] = ()
    """The terms of the first issue's topic that decided it, heaviest first."""
    about: tuple[str, ...] = ()
    """Names of the engagement (parties, people, place) in the passage."""
    near: tuple[str, ...] = ()
    """Further ones in its paragraph, the note's first paragraph or the note's title."""
