"""Through whom a fact came: from its first voice to the publisher of the note."""

import re
from itertools import groupby

from scenesetter.gather.countries import country_of
from scenesetter.gather.passages import Voice
from scenesetter.gather.people.mentions import Roster
from scenesetter.gather.people.turns import speaker_of
from scenesetter.gather.people.unnamed import country_of_organ
from scenesetter.model.fact import Holder
from scenesetter.model.note import Note

_TOLD = re.compile(r"\btold\s+(?:the\s+)?([A-Z][\w&’'-]*(?:\s+[A-Z][\w&’'-]*){0,4})")
_RELEASED = re.compile(
    r"\b(?:is|are)\s+attributable\s+to\s+([^.:\n]{3,120}):|"
    r"\b(?:[Ss]tatement|[Rr]eadout)\s+(?:by|from|of)\s+((?:[A-Z][\w ]{0,30})?"
    r"[Ss]pokes(?:person|man|woman)[^.:\n]{3,60}):"
)
_RELEASE_HEAD = 3000
"""Characters at the head of a note in which it may say whose words it gives."""


def origin_of(voice: Voice, holder: Holder | None, roster: Roster) -> tuple[str, ...]:
    """From the first voice to the note's publisher, the one through whom it came between."""
    publisher = voice.note.source.publisher or voice.note.name
    chain = [holder.name if holder else None, _through(voice, holder, roster), publisher]
    return tuple(name for name, _ in groupby(name for name in chain if name))


def _through(voice: Voice, holder: Holder | None, roster: Roster) -> str | None:
    """The speaker of the turn, the paper that was told or reported it, or the spokesperson."""
    speaker = voice.block.speaker
    if speaker:
        through = speaker_of(voice.note, speaker, roster).name
        return None if holder and through == holder.name else through
    if voice.through:
        return voice.through
    told = _TOLD.search(voice.exact) if holder else None
    if told and not _listens(told[1], roster):
        return told[1]
    return _spokesperson(voice.note)


def _listens(words: str, roster: Roster) -> bool:
    """Whether those who were told are a person, a country or an organ of one, no paper."""
    named = roster.named(words) or roster.named(words.rsplit(maxsplit=1)[-1])
    return bool(named or country_of(words) or country_of_organ(words) or _is_organ(words))


def _is_organ(words: str) -> bool:
    return words in {"Congress", "Parliament", "Senate", "House", "Council", "Assembly", "Cabinet"}


def _spokesperson(note: Note) -> str | None:
    """Whom a press release names as its voice: "attributable to Spokesperson Jane Roe:"."""
    found = _RELEASED.search(note.text, 0, _RELEASE_HEAD)
    return " ".join((found[1] or found[2]).split()) if found else None
