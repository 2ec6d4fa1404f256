"""Whose words a voice is, as far as its note tells."""

import re
from collections.abc import Sequence

from scenesetter.gather.passages import Voice
from scenesetter.gather.people.holders import holder_of
from scenesetter.gather.people.mentions import Roster
from scenesetter.gather.people.turns import speaker_of
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Holder
from scenesetter.model.note import Note

FIRST_PERSON = re.compile(r"(?:I|we|our)\b", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
PRONOUN = re.compile(r"(?:he|she|they|it|i|we|who)\b", re.IGNORECASE)


def heard(voice: Voice, roster: Roster, people: Sequence[Person]) -> tuple[Voice, Holder | None]:
    """The voice and its holder. "I" and "we" are the turn's speaker in a transcript, and the party
    of its author in a note that one of the engagement's own `people` wrote.

    What a source says that is nobody is said by the note alone, or by the turn's speaker.
    """
    if speaks_for_himself(voice):
        return voice, speaker_of(voice.note, voice.block.speaker or "", roster)
    if not voice.source:
        return voice, None
    said_by = voice.words(voice.source)
    if FIRST_PERSON.fullmatch(said_by) and (party := _party_of_author(voice.note, people)):
        return voice, Holder(name=party, party=party, words=said_by, link="note's author")
    told = voice.attribution.content if voice.attribution else ()
    holder = holder_of(voice.note, voice.source[0], roster, told)
    holder = holder or _quoted(voice, said_by)
    if holder is None and (voice.block.speaker or not PRONOUN.fullmatch(said_by)):
        return heard(voice._replace(attribution=None), roster, people)
    return voice, _doubted(holder) if holder and _carried_far(voice) else holder


def _quoted(voice: Voice, said_by: str) -> Holder | None:
    """Who is quoted in an article is somebody, though nobody knows whom the words mean."""
    verbatim = voice.attribution is not None and voice.attribution.kind == "quotation"
    if not verbatim or voice.block.speaker or PRONOUN.fullmatch(said_by):
        return None
    name = ARTICLE.sub("", said_by)
    opens = voice.source[0][0] == voice.span[0]
    if any(word[0].isupper() for word in name.split()[opens:]):
        return Holder(name=name, words=said_by, link="note's words")
    name = name[:1].lower() + name[1:]
    return Holder(name=name, anonymous=True, words=said_by, link="note's words")


def _carried_far(voice: Voice) -> bool:
    """Whether only the order of two paragraphs says who speaks."""
    carried = voice.attribution is not None and voice.attribution.carried
    return carried and voice.source[0][0] < voice.block.start


def _doubted(holder: Holder) -> Holder:
    return holder.model_copy(update={"unsure": True})


def speaks_for_himself(voice: Voice) -> bool:
    """A turn of a transcript that cites nobody but its speaker."""
    words = voice.words(voice.source)
    return voice.block.speaker is not None and (not words or bool(FIRST_PERSON.fullmatch(words)))


def _party_of_author(note: Note, people: Sequence[Person]) -> str | None:
    return next((one.party for one in people if one.name == note.source.author), None)
