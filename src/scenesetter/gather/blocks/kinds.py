"""Body told from what stands around it: headlines, captions, promotion, bylines, datelines."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from scenesetter.gather.blocks.furniture import (
    ABBREVIATED,
    AGENCY_CAPTION,
    ASIDE,
    BYLINE,
    CREDIT,
    DATELINE,
    FIELD,
    INVITATION,
    LABELS,
    LAST_PARENTHESIS,
    MARK,
    NAMES,
    OFFICE,
    PLACE,
    PLAIN,
    REPORTING,
    ROLE,
    SENTENCE_END,
    SMALL,
    WHEN,
    WORD,
)
from scenesetter.gather.blocks.interviewers import interviewers
from scenesetter.model.note import Block, BlockKind, Note


class _Place(NamedTuple):
    """A block with what a rule may need to know of its surroundings."""

    text: str
    block: Block
    words: int
    closed: bool
    """It ends as a sentence does."""
    head: bool
    """It stands before the first sentence of the note."""
    lead: bool
    """It is that first sentence's block, where a wire story has its dateline."""
    transcript: bool
    repeats: bool
    """Its words stand elsewhere in the note, in an earlier block or a longer one."""
    names_author: bool
    listed: bool
    """A neighbour is an unfinished line as well: it is an item of a list."""


def classify(note: Note) -> Note:
    """The note with the kinds of its blocks refined; text and offsets of body stay as they are,
    but for the dateline that a wire story begins with, which then lies before `start`."""
    asking = interviewers(note)
    blocks = tuple(
        block.model_copy(update={"kind": "question"})
        if block.speaker in asking and block.kind == "body"
        else block
        for block in map(_refined, _places(note))
    )
    return note.model_copy(update={"blocks": blocks})


def _places(note: Note) -> Iterator[_Place]:
    texts = [note.text[block.start : block.end] for block in note.blocks]
    closed = [_is_closed(text) for text in texts]
    counts = [len(text.split(None, 60)) for text in texts]
    first = next(
        (
            number
            for number, block in enumerate(note.blocks)
            if block.speaker or (block.kind == "body" and closed[number] and counts[number] > 12)
        ),
        0,
    )
    repeats = _repeats(note.blocks, texts)
    author = _plain(note.source.author or "?")
    transcript = any(block.speaker for block in note.blocks)
    for number, block in enumerate(note.blocks):
        around = [n for n in (number - 1, number + 1) if 0 <= n < len(texts)]
        listed = any(note.blocks[n].kind == "body" and not closed[n] for n in around)
        yield _Place(
            text=texts[number],
            block=block,
            words=counts[number],
            closed=closed[number],
            head=number < first,
            lead=number == first,
            transcript=transcript,
            repeats=number in repeats,
            names_author=_plain(texts[number]) == author,
            listed=listed,
        )


def _plain(text: str) -> str:
    return " ".join(PLAIN.findall(text.lower()))


def _is_closed(text: str) -> bool:
    """It ends as a sentence does, not with "Washington, D.C." """
    abbreviated = len(text) < 50 and ABBREVIATED.search(text)
    return not abbreviated and SENTENCE_END.search(text[-6:]) is not None


def _repeats(blocks: Sequence[Block], texts: Sequence[str]) -> set[int]:
    """Numbers of the blocks whose words all stand in a longer block, or in an earlier one.

    Six words in a row are compared at a time: a quotation pulled out for show ends otherwise
    than the sentence it is from.
    """
    words = [PLAIN.findall(text.lower()) for text in texts]
    seen: set[tuple[str, ...]] = set()
    found: set[int] = set()
    for number in sorted(range(len(texts)), key=lambda number: -len(words[number])):
        told = words[number]
        runs = {tuple(told[at : at + 6]) for at in range(max(1, len(told) - 5))}
        if runs <= seen and told and blocks[number].speaker is None:
            found.add(number)
        seen |= runs
    return found


def _refined(place: _Place) -> Block:
    block = place.block
    if block.kind != "body" or block.speaker:
        return block
    kind = next((kind for kind, rule in _RULES if rule(place)), "body")
    if kind == "body":
        dateline = DATELINE.match(place.text, 0, 160) if place.lead else None
        start = block.start + dateline.end() if dateline else block.start
        return block.model_copy(update={"start": start})
    return block.model_copy(update={"kind": kind})


def _is_prose(place: _Place) -> bool:
    """Several finished sentences: no line of the page's furniture."""
    ends = sum(1 for _ in SENTENCE_END.finditer(place.text))
    return place.words > 25 and ends > 1 and place.closed


def _is_navigation(place: _Place) -> bool:
    return MARK.fullmatch(place.text, 0, 220) is not None


def _is_promotion(place: _Place) -> bool:
    if _is_prose(place) or place.words > 45:
        return False
    return bool(LABELS.match(place.text) or INVITATION.match(place.text.lstrip("*•>»→ [(")))


def _is_caption(place: _Place) -> bool:
    tail = place.text[-250:]
    if place.words < 60 or place.text.endswith(")"):
        named = LAST_PARENTHESIS.search(tail)
        repeated = named is not None and place.text.count(named[1]) > 1
        if repeated or CREDIT.search(tail) or AGENCY_CAPTION.match(place.text, 0, 120):
            return True
    aside = place.words < 9 and ASIDE.fullmatch(place.text)
    return bool(aside) or (place.text.endswith("(") and place.words < 40)


def _is_byline(place: _Place) -> bool:
    if place.words > 30:
        return False
    if BYLINE.fullmatch(place.text) or REPORTING.fullmatch(place.text) or place.names_author:
        return True
    if place.head and FIELD.match(place.text):
        return True
    return place.head and not place.closed and place.words < 16 and _is_office(place.text)


def _is_office(text: str) -> bool:
    if OFFICE.match(text) and len(text.split()) < 9 and not text.isupper():
        return True
    name, comma, role = text.partition(", ")
    return bool(comma and re.fullmatch(NAMES, name) and ROLE.search(role))


def _is_dateline(place: _Place) -> bool:
    if place.words > 12:
        return False
    if WHEN.fullmatch(place.text):
        return True
    short = place.head and not place.closed
    # Rooms and cities stand above the first turn of a transcript.
    return short and (place.transcript or PLACE.fullmatch(place.text) is not None)


def _is_keywords(place: _Place) -> bool:
    """ "border, Mexico, trade": no sentence, and at least three short items."""
    items = place.text.split(", ")
    return (
        2 < len(items) <= 15
        and not place.closed
        and all(0 < len(item.split()) <= 3 for item in items)
        and not items[-1].startswith(("and ", "or "))
        and ";" not in place.text
    )


def _is_heading(place: _Place) -> bool:
    text = place.text
    if place.words > 30 or _is_prose(place):
        return False
    letters = [character for character in text if character.isalpha()]
    upper = sum(character.isupper() for character in letters)
    if len(letters) > 3 and upper > 0.85 * len(letters):
        return True
    quoted = text[0] in "\"'“‘¿¡"
    if text[-1] in '.,;:…"”-–—' or not (text[0].isalnum() or quoted):
        return False
    return _is_title_case(text) or _is_short_heading(place)


def _is_title_case(text: str) -> bool:
    words = WORD.findall(text)
    telling = [word for word in words if word.lower() not in SMALL]
    capital = sum(word[0].isupper() for word in telling)
    return len(words) > 2 and capital >= 0.8 * len(telling) and ";" not in text


def _is_short_heading(place: _Place) -> bool:
    """ "What comes next": a short line by itself between finished paragraphs."""
    text = place.text
    bare = not re.search(r"[\d;()]", text) and not place.listed and text[0].isupper()
    return 2 <= place.words <= 10 and bare and (not place.closed or text[-1] == "?")


def _is_repeated(place: _Place) -> bool:
    return place.repeats and place.words < 60


_RULES: tuple[tuple[BlockKind, Callable[[_Place], bool]], ...] = (
    ("navigation", _is_navigation),
    ("promotion", _is_promotion),
    ("byline", _is_byline),
    ("caption", _is_caption),
    ("dateline", _is_dateline),
    ("caption", _is_keywords),
    ("caption", _is_repeated),
    ("heading", _is_heading),
)
