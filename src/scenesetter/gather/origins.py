"""Through whom a fact came: from its first voice to the publisher of the note."""

import re
from itertools import groupby, islice

from scenesetter.gather.countries import country_of
from scenesetter.gather.lexicon import lexicon
from scenesetter.gather.passages import Voice
from scenesetter.gather.people import names
from scenesetter.gather.people.mentions import Roster
from scenesetter.gather.people.pronouns import paragraph_start
from scenesetter.gather.people.turns import speaker_of
from scenesetter.gather.people.unnamed import country_of_organ
from scenesetter.model.fact import Holder
from scenesetter.model.note import Note

_TOLD = re.compile(r"\btold\s+(?:[Tt]he\s+)?([A-Z][\w&’'-]*(?:\s+[A-Z][\w&’'-]*){0,4})")
_RELEASED = re.compile(
    r"\b(?:is|are)\s+attributable\s+to\s+([^.:\n]{3,120}):|"
    r"\b(?:[Ss]tatement|[Rr]eadout)\s+(?:by|from|of)\s+((?:[A-Z][\w ]{0,30})?"
    r"[Ss]pokes(?:person|man|woman)[^.:\n]{3,60}):"
)
_AGENCY = re.compile(r"[A-Z][\w.,’' -]{2,60}[ ]\((?P<agency>[A-Z][\w& ]{1,30})\)[ ]?[-–—]{1,2}[ ]")
_HEAD = 3000
"""Characters at the head of a note in which it may say whose words it gives."""
_FIRST_PARAGRAPHS = 3
"""Body paragraphs among which a dateline names the agency of a reprint."""


def origin_of(voice: Voice, holder: Holder | None, roster: Roster) -> tuple[str, ...]:
    """From the first voice to the note's publisher, those through whom it came between: the
    speaker of the turn, the paper that was told or reports it, the agency of a reprint."""
    publisher = voice.note.source.publisher or voice.note.name
    through = _through(voice, holder, roster)
    chain = [holder.name if holder else None, through, _agency(voice.note), publisher]
    return tuple(next(same) for _, same in groupby(filter(None, chain), key=_plain))


def _plain(name: str) -> str:
    return names.key(name).removeprefix("the ")


def _through(voice: Voice, holder: Holder | None, roster: Roster) -> str | None:
    """The speaker of the turn, the paper that was told or reported it, or the spokesperson."""
    speaker = voice.block.speaker
    if speaker:
        through = speaker_of(voice.note, speaker, roster).name
        return None if holder and through == holder.name else through
    if voice.through:
        return voice.through
    told = _TOLD.search(voice.exact) if holder else None
    paper = names.without_days(" ".join(told[1].split())) if told else ""
    return paper if paper and not _listens(paper, roster) else _spokesperson(voice.note)


def _listens(words: str, roster: Roster) -> bool:
    """Whether those who were told are a person, a country or an organ of one, no paper."""
    first, last = words.split(maxsplit=1)[0], words.rsplit(maxsplit=1)[-1]
    people = roster.named(words) or roster.named(last)
    organ = {first, last} & set(lexicon("roles")["no_origins"]) or country_of_organ(words)
    return bool(people or organ or country_of(words) or first.lower() in names.title_words())


def _spokesperson(note: Note) -> str | None:
    """Whom a press release names as its voice: "attributable to Spokesperson Jane Roe:"."""
    found = _RELEASED.search(note.text, 0, _HEAD)
    return " ".join((found[1] or found[2]).split()) if found else None


def _agency(note: Note) -> str | None:
    """The agency in the dateline of a reprint: "LIMA (Andean Press) -", unless it publishes the
    note itself."""
    body = (block for block in note.blocks if block.kind in {"body", "dateline"})
    for block in islice(body, _FIRST_PARAGRAPHS):
        start = paragraph_start(note.text, block.start)
        if found := _AGENCY.match(note.text, start, block.end):
            agency, publisher = found["agency"], note.source.publisher or ""
            own = {_plain(publisher), names.initials(publisher.split()).casefold()}
            return None if _plain(agency) in own else agency
    return None
