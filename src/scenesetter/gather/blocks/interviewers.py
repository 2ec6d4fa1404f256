"""Who asks the questions in an interview whose turns are labelled with names."""

from collections.abc import Iterator
from itertools import groupby

from scenesetter.model.note import Note

_FEWEST = 3
"""Turns; who speaks less often is told by the title alone."""


def interviewers(note: Note) -> frozenset[str]:
    """Labels of those most of whose turns hold a question, or whom the title names as the one
    that another person spoke with, if they ask at all. Nobody where all would be, or where the
    labels themselves say whose the questions are: a speaker may well ask one for show."""
    asked = sum(
        block.kind == "question" and "?" in note.text[block.start : block.end]
        for block in note.blocks
    )
    if asked >= _FEWEST - 1:
        return frozenset()
    turns: dict[str, list[bool]] = {}
    for speaker, asks in _turns(note):
        turns.setdefault(speaker, []).append(asks)
    asking = frozenset(
        speaker
        for speaker, asks in turns.items()
        if (sum(asks) > len(asks) / 2 and len(asks) >= _FEWEST)
        or (any(asks) and _spoken_with(speaker, note.source.title or ""))
    )
    return asking if len(asking) < len(turns) else frozenset()


def _turns(note: Note) -> Iterator[tuple[str, bool]]:
    """Each turn of the body: its label, and whether it holds a question."""
    body = [block for block in note.blocks if block.kind == "body"]
    for speaker, blocks in groupby(body, key=lambda block: block.speaker):
        if speaker:
            yield speaker, any("?" in note.text[block.start : block.end] for block in blocks)


def _spoken_with(speaker: str, title: str) -> bool:
    """ "Foreign Minister Roe With Jim Doe of Radio One": a name before "with" and one after."""
    words = [word.rstrip(",.").casefold() for word in title.split()]
    surname = speaker.rsplit(maxsplit=1)[-1].casefold()
    if "with" not in words or surname not in words:
        return False
    place = words.index("with")
    return place > 2 and surname in words[place:] and "of" in words[place:]
