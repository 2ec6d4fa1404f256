"""A fact in the finished words of a printed point."""

import re

from scenesetter.model.edtf import in_words
from scenesetter.model.engagement import Engagement
from scenesetter.model.fact import Fact
from scenesetter.model.pack import Point


def point(fact: Fact, numbers: dict[str, int], engagement: Engagement) -> Point:
    """`numbers` are the endnotes by note."""
    holder = fact.holder
    named = holder is not None and not _is_spoken(fact) and _names(fact.text, holder.name)
    elsewhere = fact.engagement is not None and fact.engagement != engagement.title
    return Point(
        text=_quoted(fact),
        holder=None if holder is None or named else holder.name,
        role=_role(fact),
        when=_unbroken(fact.when) if fact.when else None,
        as_of=f"as\u00a0of\u00a0{_unbroken(fact.as_of)}" if fact.as_of else "undated",
        meeting=fact.engagement if elsewhere else None,
        sources=tuple(sorted({numbers[passage.note] for passage in fact.passages})),
        facts=(fact.id,),
        remarks=_remarks(fact),
    )


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


def _remarks(fact: Fact) -> tuple[str, ...]:
    remarks = []
    if (
        fact.holder is not None
        and fact.holder.anonymous
        and not _names(fact.text, fact.holder.name)
    ):
        remarks.append("speaker not named")
    if fact.holder is not None and fact.holder.unsure:
        remarks.append("not certain who is meant")
    if (fact.cue is not None or fact.verbatim) and fact.holder is None:
        remarks.append("the note does not say who")
    if len(fact.origin) > 2:
        remarks.append(f"through {fact.origin[1]}")
    if fact.contradicts:
        remarks.append("the notes disagree")
    return tuple(remarks)
