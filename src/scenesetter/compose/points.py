"""A fact in the finished words of a printed point."""

import re
from collections.abc import Callable

from scenesetter.model.edtf import in_words
from scenesetter.model.engagement import Engagement
from scenesetter.model.fact import FISCAL_YEAR, Fact, Holder
from scenesetter.model.pack import Point

Wording = Callable[[Fact, dict[str, int], Engagement], Point]


def point(fact: Fact, numbers: dict[str, int], engagement: Engagement) -> Point:
    """`numbers` are the endnotes by note."""
    holder = fact.holder
    named = holder is not None and not _is_spoken(fact) and _names(fact.text, holder.name)
    elsewhere = fact.engagement is not None and fact.engagement != engagement.title
    return Point(
        text=_quoted(fact),
        holder=None if holder is None or named else holder.name,
        role=_role(fact),
        when=_time(fact),
        as_of=f"as\u00a0of\u00a0{_unbroken(fact.as_of)}" if fact.as_of else "undated",
        meeting=fact.engagement if elsewhere else None,
        sources=tuple(sorted({numbers[passage.note] for passage in fact.passages})),
        facts=(fact.id,),
        remarks=_remarks(fact),
    )


def told_by(fact: Fact, numbers: dict[str, int], engagement: Engagement) -> Point:
    """With the publisher of its note, which matters more beside what others tell than a role."""
    made = point(fact, numbers, engagement)
    remarks = (f"told by {fact.origin[-1]}", *made.remarks)
    return made.model_copy(update={"role": None, "remarks": remarks})


def _time(fact: Fact) -> str | None:
    """The time it speaks of; what had no end when its note was written is told as lasting."""
    if fact.when is None:
        return None
    start = fact.when.removesuffix("/..")
    begun = start != fact.when and fact.as_of is not None and start <= fact.as_of
    words = _unbroken(fact.when)
    if _is_fiscal(fact):
        return words.replace("about", "fiscal\u00a0year", 1)
    return f"since{words.removeprefix('from')}" if begun else words


def _is_fiscal(fact: Fact) -> bool:
    """Whether the year that it speaks of is a fiscal one: "about" would doubt the wrong thing."""
    times = (time for passage in fact.passages for time in passage.times)
    fiscal = {time.value for time in times if time.reading.startswith(FISCAL_YEAR)}
    return fact.when in fiscal


def _unbroken(edtf: str) -> str:
    """A date in words that stays on one line."""
    return in_words(edtf).replace(" ", "\u00a0")


def _quoted(fact: Fact) -> str:
    """A transcript's words in quotation marks, as others' notes have them already."""
    return f"“{fact.text}”" if _is_spoken(fact) else fact.text


def _role(fact: Fact) -> str | None:
    """The holder's role, else party, where the text does not tell it anyway."""
    if fact.holder is None:
        return None
    role = fact.holder.role or fact.holder.party
    told = f"{fact.text} {fact.holder.name}".casefold()
    return None if role is None or role.casefold() in told else role


def _names(text: str, name: str) -> bool:
    """Whether the text has the full name, or the last word of it, in whole words and capitals."""
    forms = "|".join(map(re.escape, (name, name.rpartition(" ")[2])))
    capital = forms[:1].isupper() or name[:1].islower()
    return capital and re.search(rf"(?<!\w)(?:{forms})(?!\w)", text) is not None


def _is_spoken(fact: Fact) -> bool:
    """Whether it is nothing but a speaker's own words of a transcript, stage directions aside."""
    said = [" ".join(part.split()) for part in fact.verbatim]
    return bool(said) and fact.text.startswith(said[0]) and fact.text.endswith(said[-1])


def _doubt(holder: Holder) -> str:
    if holder.words is None or holder.words == holder.name:
        return "not certain who is meant"
    return f"not certain that “{holder.words}” is the one"


def _remarks(fact: Fact) -> tuple[str, ...]:
    remarks = []
    if (
        fact.holder is not None
        and fact.holder.anonymous
        and not _names(fact.text, fact.holder.name)
    ):
        remarks.append("speaker not named")
    if fact.holder is not None and fact.holder.unsure:
        remarks.append(_doubt(fact.holder))
    if (fact.cue is not None or fact.verbatim) and fact.holder is None:
        remarks.append("the note does not say who")
    if len(fact.origin) > 2:
        remarks.append(f"through {fact.origin[1]}")
    if fact.contradicts:
        remarks.append("the notes disagree")
    if fact.original is not None:
        remarks.append("reworded by the desk")
    return tuple(remarks)
