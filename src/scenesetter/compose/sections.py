"""The sections of an issue paper: which facts stand in which, and what is missing."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from scenesetter.compose.setting import Setting
from scenesetter.compose.sides import party_of, side_of
from scenesetter.model.audience import Audience, SectionName
from scenesetter.model.citations import BoundLine
from scenesetter.model.engagement import Engagement
from scenesetter.model.fact import Fact

WISHES = ("request", "commitment")
WORDS = ("quotation", "position", "assessment")


class Cluster(NamedTuple):
    """Facts under one label: a person, a party, or none; or lines that a person wrote."""

    label: str | None
    detail: str | None
    facts: tuple[Fact, ...]
    lines: tuple[BoundLine, ...] = ()


class Selection(NamedTuple):
    """A section before its facts are worded. `responses` are those to its facts, by their ids;
    None where the readers answer nobody."""

    name: str
    title: str
    form: Literal["points", "table", "spoken"]
    clusters: tuple[Cluster, ...]
    gap: str | None
    left: int = 0
    responses: Mapping[str, tuple[BoundLine, ...]] | None = None

    def facts(self) -> Iterator[Fact]:
        """Those printed and those that lines rest on, in the order of print."""
        for cluster in self.clusters:
            for fact in cluster.facts:
                yield fact
                for bound in self.responses_to(fact):
                    yield from bound.facts
            for bound in cluster.lines:
                yield from bound.facts

    def lines(self) -> Iterator[BoundLine]:
        """What a person wrote, in the order of print."""
        for cluster in self.clusters:
            for fact in cluster.facts:
                yield from self.responses_to(fact)
            yield from cluster.lines

    def responses_to(self, fact: Fact) -> tuple[BoundLine, ...]:
        return (self.responses or {}).get(fact.id, ())

    def spare(self, answered: Container[str]) -> list[Fact]:
        """Those that a paper can do without: a disagreement keeps all its sides, and a request
        that somebody has answered stands with the answer."""
        printed = [fact for cluster in self.clusters for fact in cluster.facts]
        kept = self.name == CONFLICTS or len(printed) < 2
        return [] if kept else [fact for fact in printed if fact.id not in answered]

    def without(self, fact: Fact) -> "Selection":
        rest = (
            one._replace(facts=tuple(other for other in one.facts if other is not fact))
            for one in self.clusters
        )
        clusters = tuple(one for one in rest if one.facts or one.lines)
        return self._replace(clusters=clusters, left=self.left + 1)


class Kind(NamedTuple):
    """A kind of section. A fact stands in the first kind of the table that it belongs to."""

    title: str
    belongs: Callable[[Fact, Engagement], bool]
    gap: str
    """Where it has no fact: `{facts}` is what all of them are, the others name the sides."""
    grouped: Literal["meeting", "holder", "party"] = "meeting"
    form: Literal["points", "table"] = "points"


def _wish_of(*sides: str) -> Callable[[Fact, Engagement], bool]:
    return lambda fact, engagement: fact.kind in WISHES and side_of(fact, engagement) in sides


def _party_speaks(fact: Fact, engagement: Engagement) -> bool:
    return side_of(fact, engagement) is not None and fact.kind in (*WORDS, *WISHES)


def _outsider_speaks(fact: Fact, engagement: Engagement) -> bool:
    return fact.cue is not None and side_of(fact, engagement) is None


KINDS: dict[str, Kind] = {
    "they-want": Kind(
        "What they want",
        _wish_of("counterpart"),
        "{facts} hold no request or undertaking by the other side{counterparts} on this issue.",
    ),
    "we-want": Kind(
        "What we want",
        _wish_of("home"),
        "{facts} hold no request or undertaking by our side{home} on this issue.",
    ),
    "each-side": Kind(
        "What each side wants",
        _wish_of("party", "third"),
        "{facts} hold no request or undertaking by either side on this issue.",
        grouped="party",
    ),
    "agreed": Kind(
        "What has been agreed",
        lambda fact, _: fact.kind == "commitment" and fact.holder is not None and fact.holder.joint,
        "{facts} report nothing agreed on this issue.",
    ),
    "friction": Kind(
        "Friction",
        lambda fact, _: fact.friction,
        "{facts} report no further disagreement on this issue.",
    ),
    "said": Kind(
        "Who has said what",
        _party_speaks,
        "{facts} hold no further words of either side on this issue.",
        grouped="holder",
    ),
    "outside-views": Kind(
        "Outside views",
        _outsider_speaks,
        "{facts} carry no further outside view on this issue.",
    ),
    "figures": Kind(
        "Figures",
        lambda fact, _: fact.kind == "figure",
        "{facts} give no further figure on this issue.",
        form="table",
    ),
    "dates": Kind(
        "Dates",
        lambda fact, _: fact.when is not None,
        "{facts} date nothing further on this issue.",
        form="table",
    ),
    "background": Kind(
        "Where things stand",
        lambda _fact, _engagement: True,
        "{facts} tell nothing further on this issue.",
    ),
}

THIS_MEETING = "For this meeting"
NO_MEETING = "Not tied to a meeting"
OTHERS_WANT = "What others at the table want"
TOO_LONG = "What the notes hold here is too long for this pack."
BOTTOM_LINE: Final = "bottom-line"
UNKNOWN: Final = "unknown"
CONFLICTS: Final = "conflicts"
NOTHING = "{facts} hold nothing on this issue."
NOT_RELEASED = "Nothing on this issue has been released."


def assigned(facts: Sequence[Fact], engagement: Engagement) -> dict[str, list[Fact]]:
    """Each fact in the first kind of section that it belongs to, in the order given."""
    sections: dict[str, list[Fact]] = {name: [] for name in KINDS}
    for fact in facts:
        name = next(name for name, kind in KINDS.items() if kind.belongs(fact, engagement))
        sections[name].append(fact)
    return sections


def section(name: SectionName, facts: Sequence[Fact], setting: Setting) -> Selection | None:
    """The section of the facts assigned to it, or None where it does not apply here.

    What the audience's limits keep out is counted, and never said to be missing. No limit holds
    for requests that somebody has answered.
    """
    engagement, audience, _, answered = setting
    if not _applies(name, facts, engagement):
        return None
    kind = KINDS[name]
    title = OTHERS_WANT if name == "each-side" and engagement.home else kind.title
    standing = [fact for fact in facts if fact.id in answered]
    others = [fact for fact in short_enough(facts, audience) if fact.id not in answered]
    most = audience.limits.get(name, 0)
    shown = [*standing, *(others[: max(0, most - len(standing))] if most else others)]
    if kind.form == "table" or name == "background":
        shown.sort(key=lambda fact: (fact.when or fact.as_of or "9999", fact.id))
    gap = None if shown else TOO_LONG if facts else gap_of(kind, setting)
    clusters = _clusters(shown, kind, engagement)
    return Selection(name, title, kind.form, clusters, gap, len(facts) - len(shown))


def short_enough(facts: Sequence[Fact], audience: Audience) -> list[Fact]:
    """The facts that the audience finds short enough; else the shortest one, up to twice that."""
    longest = audience.longest
    if not longest:
        return list(facts)
    words = {fact.id: len(fact.text.split()) for fact in facts}
    fitting = [fact for fact in facts if words[fact.id] <= longest]
    shortest = sorted(facts, key=lambda fact: words[fact.id])[:1]
    return fitting or [fact for fact in shortest if words[fact.id] <= 2 * longest]


def bottom_line(
    sections: dict[str, list[Fact]], facts: Sequence[Fact], setting: Setting
) -> Selection:
    """What they want first, then what we want, then the best of the rest."""
    engagement, audience, basis, _ = setting
    fitting = short_enough(facts, audience)
    names = {fact.id for fact in fitting}
    leading = [
        fact
        for name in ("they-want", "we-want", "each-side")
        for fact in _one_a_party([one for one in sections[name] if one.id in names], engagement)
    ]
    limit = audience.limits.get(BOTTOM_LINE) or 3
    chosen = tuple(dict.fromkeys([*leading, *fitting]))[:limit]
    clusters = (Cluster(None, None, chosen),) if chosen else ()
    gap = None if chosen else TOO_LONG if facts else basis.nothing
    return Selection(BOTTOM_LINE, "Bottom line", "points", clusters, gap)


def _one_a_party(facts: Sequence[Fact], engagement: Engagement) -> list[Fact]:
    first: dict[str, Fact] = {}
    for fact in facts:
        party = party_of(fact, engagement)
        first.setdefault(party.name if party else "", fact)
    return list(first.values())


def _applies(name: str, facts: Sequence[Fact], engagement: Engagement) -> bool:
    """Without a home side nobody can say who "they" and "we" are; with one, the wishes of others
    at the table stand apart where there are any."""
    if name in ("they-want", "we-want"):
        return engagement.home is not None
    if name == "each-side":
        return engagement.home is None or bool(facts)
    if name == "agreed":
        return bool(facts)
    return True


def gap_of(kind: Kind, setting: Setting) -> str:
    """What a section says that has no fact."""
    counterparts = [p.name for p in setting.engagement.parties if p.side == "counterpart"]
    home = setting.engagement.home
    return kind.gap.format(
        facts=setting.basis.name,
        counterparts=f" ({', '.join(counterparts)})" if counterparts else "",
        home=f" ({home.name})" if home else "",
    )


def _clusters(facts: Sequence[Fact], kind: Kind, engagement: Engagement) -> tuple[Cluster, ...]:
    if kind.form == "table":
        return (Cluster(None, None, tuple(facts)),) if facts else ()
    label = {"meeting": _meeting, "party": _party, "holder": _holder}[kind.grouped]
    grouped: dict[str | None, list[Fact]] = {}
    for fact in _newest_first(facts, engagement) if kind.grouped == "meeting" else facts:
        grouped.setdefault(label(fact, engagement), []).append(fact)
    if list(grouped) in ([THIS_MEETING], [NO_MEETING]):
        return (Cluster(None, None, tuple(facts)),)
    return tuple(
        Cluster(name, _detail(members, kind), tuple(members)) for name, members in grouped.items()
    )


def _meeting(fact: Fact, engagement: Engagement) -> str:
    """Facts of notes without date and meeting stay apart: nobody knows what they belong to."""
    if fact.engagement is None:
        return NO_MEETING if fact.as_of else f"Undated: {fact.passages[0].note}"
    return THIS_MEETING if fact.engagement == engagement.title else f"Earlier: {fact.engagement}"


def _party(fact: Fact, engagement: Engagement) -> str | None:
    party = party_of(fact, engagement)
    return party.name if party else None


def _holder(fact: Fact, _: Engagement) -> str | None:
    return fact.holder.name if fact.holder else None


def _newest_first(facts: Sequence[Fact], engagement: Engagement) -> list[Fact]:
    """This meeting, earlier ones backwards, then what is tied to none."""
    earlier = [meeting.title for meeting in reversed(engagement.meetings)]
    order = {title: place for place, title in enumerate([engagement.title, *earlier])}
    return sorted(facts, key=lambda fact: order.get(fact.engagement or "", len(order)))


def _detail(facts: Sequence[Fact], kind: Kind) -> str | None:
    """What the notes call the person, from the first fact that says so."""
    if kind.grouped != "holder":
        return None
    holders = [fact.holder for fact in facts if fact.holder]
    roles = [holder.role or holder.party for holder in holders]
    return next((role for role in roles if role and role != holders[0].name), None)
