"""Body told from what stands around it: headlines, captions, promotion, bylines, datelines."""

import re
from collections.abc import Callable, Sequence

from scenesetter.gather.blocks.furniture import (
    AGENCY_CAPTION,
    ASIDE,
    AUTHOR,
    BARE_DATELINE,
    BROKEN_CREDIT,
    BUTTONS,
    CAPTION_LABEL,
    CONTACT,
    CREDIT,
    CREDITED,
    DASHED,
    EDITORIAL,
    FIELD,
    INVITATION,
    LABELS,
    LAST_PARENTHESIS,
    LEADS_ON,
    MARK,
    NO_HEADLINE,
    OFFICE,
    PLACE,
    POINTED_OUT,
    REPORTING,
    RIGHTS,
    ROLE,
    SENTENCE_END,
    SMALL,
    WHEN,
    WORD,
    label,
)
from scenesetter.gather.blocks.interviewers import interviewers
from scenesetter.gather.blocks.places import Place, places
from scenesetter.model.note import Block, BlockKind, Note
from scenesetter.model.press import BYLINE, DATELINE, NAMES

LONGEST_BUTTON = 4
"""Words."""

HEAD = 8
"""Blocks among which the byline or the date of a head stands."""

LONGEST_HEAD = 70
"""Words of a headline with its deck."""

LONGEST_HEADLINE = 16
LONGEST_DECK = 14

LONGEST_NOTICE = 90
"""Words of a notice of rights."""


def classify(note: Note) -> Note:
    """The note with the kinds of its blocks refined; text and offsets of body stay as they are,
    but for the dateline that a wire story begins with, which then lies before `start`."""
    asking = interviewers(note)
    refined = _with_head(note.text, [_refined(place) for place in places(note)])
    blocks = tuple(
        block.model_copy(update={"kind": "question"})
        if block.speaker in asking and block.kind == "body"
        else block
        for block in refined
    )
    return note.model_copy(update={"blocks": blocks})


def _with_head(text: str, blocks: Sequence[Block]) -> list[Block]:
    """What stands above the byline or the date, and is short beside what follows, is headline and
    deck, though it may end as a sentence does."""
    signed = (
        number for number, block in enumerate(blocks[:HEAD]) if block.kind in {"byline", "dateline"}
    )
    end = next(signed, 0)
    sizes = [
        len(text[block.start : block.end].split(None, LONGEST_HEAD)) * (block.kind == "body")
        for block in blocks
    ]
    above = sum(sizes[:end])
    spoken = any(block.speaker for block in blocks)
    if spoken or above > LONGEST_HEAD or 3 * above > sum(sizes[end:]):
        return list(blocks)
    return [
        block.model_copy(update={"kind": "heading"})
        if number < end and block.kind == "body"
        else block
        for number, block in enumerate(blocks)
    ]


def _refined(place: Place) -> Block:
    block = place.block
    if block.kind != "body" or block.speaker:
        return block
    kind = next((kind for kind, rule in _RULES if rule(place)), "body")
    if kind == "body":
        dateline = DATELINE.match(place.text, 0, 160) if place.lead else None
        start = block.start + dateline.end() if dateline else block.start
        return block.model_copy(update={"start": start})
    return block.model_copy(update={"kind": kind})


def _is_prose(place: Place) -> bool:
    """Several finished sentences: no line of the page's furniture."""
    ends = sum(1 for _ in SENTENCE_END.finditer(place.text))
    return place.words > 25 and ends > 1 and place.closed


def _is_below(place: Place) -> bool:
    return place.below


def _is_navigation(place: Place) -> bool:
    if MARK.fullmatch(place.text, 0, 220):
        return True
    return place.words <= LONGEST_BUTTON and label(place.text) in BUTTONS


def _is_promotion(place: Place) -> bool:
    notice = RIGHTS.search(place.text[:2000]) or EDITORIAL.match(place.text.lstrip("*([ "))
    if notice and place.words < LONGEST_NOTICE:
        return True
    if _is_prose(place) or place.words > 45:
        return False
    if CONTACT.match(place.text):
        return True
    invites = INVITATION.match(place.text.lstrip("*•>»→ [(")) or LEADS_ON.search(place.text[-60:])
    return bool(LABELS.match(place.text) or invites)


def _is_caption(place: Place) -> bool:
    if place.words < 60 and CAPTION_LABEL.match(place.text):
        return True
    tail = place.text[-250:]
    if place.words < 60 or place.text.endswith(")"):
        named = LAST_PARENTHESIS.search(tail)
        repeated = named is not None and place.text.count(named[1]) > 1
        if repeated or CREDIT.search(tail) or AGENCY_CAPTION.match(place.text, 0, 120):
            return True
    if place.words >= 40 or _is_prose(place):
        return False
    aside = place.words < 9 and ASIDE.fullmatch(place.text)
    return bool(aside or any(form.search(tail) for form in (CREDITED, BROKEN_CREDIT, POINTED_OUT)))


def _is_byline(place: Place) -> bool:
    if place.words > 30:
        return False
    if BYLINE.fullmatch(place.text) or REPORTING.fullmatch(place.text) or place.names_author:
        return True
    if (place.last and AUTHOR.match(place.text)) or (place.head and _is_signed(place)):
        return True
    if place.head and FIELD.match(place.text):
        return True
    return place.head and not place.closed and place.words < 16 and _is_office(place.text)


def _is_signed(place: Place) -> bool:
    """A byline with a date or a paper after it."""
    return not place.closed and BYLINE.match(place.text) is not None


def _is_office(text: str) -> bool:
    if OFFICE.match(text) and len(text.split()) < 9 and not text.isupper():
        return True
    name, comma, role = text.partition(", ")
    return bool(comma and re.fullmatch(NAMES, name) and ROLE.search(role))


def _is_dateline(place: Place) -> bool:
    if place.words > 12:
        return False
    if WHEN.fullmatch(place.text) or BARE_DATELINE.fullmatch(place.text):
        return True
    short = place.head and not place.closed
    # Rooms and cities stand above the first turn of a transcript.
    return short and (place.transcript or PLACE.fullmatch(place.text) is not None)


def _is_keywords(place: Place) -> bool:
    """ "border, Mexico, trade": no sentence, and at least three short items."""
    items = place.text.split(", ")
    return (
        2 < len(items) <= 15
        and not place.closed
        and all(0 < len(item.split()) <= 3 for item in items)
        and not items[-1].startswith(("and ", "or "))
        and ";" not in place.text
    )


def _is_title(place: Place) -> bool:
    return place.names_title and (place.head or not place.closed)


def _is_heading(place: Place) -> bool:
    text = place.text
    if place.words > 30 or _is_prose(place):
        return False
    letters = [character for character in text if character.isalpha()]
    upper = sum(character.isupper() for character in letters)
    if len(letters) > 3 and upper > 0.85 * len(letters):
        return True
    if DASHED.fullmatch(text) or _is_headline(place):
        return True
    quoted = text[0] in "\"'“‘¿¡"
    if text[-1] in '.,;:…"”-–—' or not (text[0].isalnum() or quoted):
        return False
    return _is_title_case(text) or _is_short_heading(place)


def _is_headline(place: Place) -> bool:
    """The first line of an article: unfinished, or finished in the way of headlines, which have
    capitals throughout or neither article nor past."""
    text = place.text
    if place.deck:
        return place.words <= LONGEST_DECK
    if not place.headline or not text[0].isupper() or text[-1] in ",:-–—":
        return False
    if text[-1] == ";" or not place.closed:
        return True
    ends = [end for end in SENTENCE_END.finditer(text) if not text[end.start() - 1].isupper()]
    single = len(ends) <= 1 and place.words <= LONGEST_HEADLINE
    return single and (_is_title_case(text[:-1]) or not NO_HEADLINE.search(text))


def _is_title_case(text: str) -> bool:
    words = WORD.findall(text)
    telling = [word for word in words if word.lower() not in SMALL]
    capital = sum(word[0].isupper() for word in telling)
    return len(words) > 2 and capital >= 0.8 * len(telling) and ";" not in text


def _is_short_heading(place: Place) -> bool:
    """ "What comes next": a short line by itself between finished paragraphs."""
    text = place.text
    bare = not re.search(r"[\d;()]", text) and not place.listed and text[0].isupper()
    return 2 <= place.words <= 10 and bare and (not place.closed or text[-1] == "?")


def _is_repeated(place: Place) -> bool:
    return place.repeats and place.words < 60


_RULES: tuple[tuple[BlockKind, Callable[[Place], bool]], ...] = (
    ("promotion", _is_below),
    ("heading", _is_title),
    ("navigation", _is_navigation),
    ("promotion", _is_promotion),
    ("byline", _is_byline),
    ("caption", _is_caption),
    ("dateline", _is_dateline),
    ("caption", _is_keywords),
    ("caption", _is_repeated),
    ("heading", _is_heading),
)
