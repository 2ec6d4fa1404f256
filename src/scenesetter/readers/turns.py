"""Who is speaking in a transcript: labels such as "MR PRICE:" open a turn."""

# ruff: noqa: SIM905 - lists of words read as words

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scenesetter.readers.canonical import Paragraph

_UPPER = r"(?:Mc|Mac|De|Di|La|Le|Van|Von|O['’])?[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]*"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]*"
_ASIDE = r"(?: ?[(\[][^()\[\]]{1,60}[)\]])?"
_BEFORE = re.compile(
    r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]? ?(?:[-–—] ?)?)?(?P<number>Q ?\d{1,4}\.? (?=[A-Z]))?"
)
"""What may stand before a label: the time in a recording, the number of a question."""
_CAPITALS = re.compile(rf"({_UPPER}(?:,? {_UPPER}| of| #?\d{{1,2}}){{0,7}}){_ASIDE} ?:(?: |$)")
_NAMES = re.compile(rf"({_NAME}(?: (?:de|del|la|van|von|al|{_NAME})){{0,4}}){_ASIDE} ?:(?: |$)")
_Q = re.compile(r"(Q|A) ?[:.]? (?=[\"“'‘(\[\w])")
_OPENING = re.compile(
    r"(?:[(\[](?:via|through|by|in|as|from|speaks|speaking|retranslated|translated|off|inaudible"
    r"|unintelligible|crosstalk|laugh\w*|chuckl\w*|applause|nods|pause\w*)\b[^()\[\]]{0,60}[)\]]"
    r"\.? ?){1,3}",
    re.IGNORECASE,
)
"""Stage directions at the head of a turn."""
_TITLES = frozenset(
    "MR MRS MS MISS DR SIR DAME LORD LADY PRESIDENT VICE PRIME MINISTER SECRETARY UNDER DEPUTY "
    "ASSISTANT ACTING AMBASSADOR SENATOR REPRESENTATIVE CONGRESSMAN CONGRESSWOMAN GOVERNOR MAYOR "
    "GENERAL ADMIRAL COLONEL CHANCELLOR CHAIR CHAIRMAN CHAIRWOMAN SPEAKER COMMISSIONER DIRECTOR "
    "ADMINISTRATOR CHARGE COORDINATOR SENIOR OFFICIAL SPOKESPERSON FOREIGN HIGH JUDGE JUSTICE KING "
    "QUEEN POPE QUESTION QUESTIONER OPERATOR MODERATOR REPORTER INTERPRETER INTERVIEWER HOST "
    "PARTICIPANT JOURNALIST STAFF ANSWER AIDE".split()
)
_ASKERS = frozenset(
    "Q QUESTION QUESTIONER OPERATOR MODERATOR REPORTER INTERVIEWER HOST JOURNALIST PRESS".split()
)
_PARTS = _ASKERS | frozenset(
    "ANSWER INTERPRETER TRANSLATOR CHAIR CHAIRMAN CHAIRWOMAN SPEAKER".split()
)
_INTERPRETERS = frozenset({"INTERPRETER", "TRANSLATOR"})
_SINGLE_LETTERS = frozenset("BCDEFGHIJKLMNOPRSTUVWXYZ")
# Labels that part a page's furniture from its text, not its speakers.
_FURNITURE = frozenset(
    "READ WATCH SEE RELATED MORE ALSO VIDEO PHOTO PHOTOS LISTEN UPDATE UPDATED BREAKING EXCLUSIVE "
    "NOTE OPINION FACT FACTS KEY CLICK CORRECTION ANALYSIS LIVE WHAT WHY HOW WHEN WHERE WHO FOR IN "
    "PUBLISHED DATE TITLE SOURCE AUTHOR PUBLISHER URL SUBJECT FROM TO CC RE TEL FAX EMAIL TAGS "
    "RETRIEVED ACCESSED WRITTEN BY STORY".split()
)
_RUN = re.compile(r"(?<![\w.'’\-])[A-ZÀ-ÖØ-Þ][\w.'’\-]*+(?: [A-ZÀ-ÖØ-Þ][\w.'’\-]*+){1,4}")
_DIRECTION = re.compile(r"(?:[(\[<][^()\[\]<>]{1,90}[)\]>]\.? ?){1,3}")
_END = re.compile(r"(?:# ?){3,}|(?:\* ?){3,}|-?(?:30|END)-?|[-_–—=~ ]+")


def is_direction(text: str) -> bool:
    """A stage direction that stands alone: "(Laughter.)", "[Inaudible.]"."""
    return _DIRECTION.fullmatch(text) is not None


class _Label(NamedTuple):
    """What may be the label of a turn, and its length with all that stands around it."""

    name: str
    length: int
    asks: bool
    """It has the number of a question."""


def with_turns(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs with speaker, label and kind of the turns that they belong to."""
    found = [(entry, _label(entry)) for entry in paragraphs]
    speaking = _speakers(found)
    asking = frozenset(label.name for _, label in found if label and label.asks)
    turned: list[Paragraph] = []
    speaker: str | None = None
    for entry, label in found:
        length = 0
        if label and label.name in speaking:
            # An interpreter says what the speaker before has said in another language.
            interprets = _word(label.name) in _INTERPRETERS
            foreign = turned and is_direction(turned[-1].text[turned[-1].label :])
            if not (interprets and foreign and speaker):
                speaker = label.name
            length = label.length
        elif entry.kind == "heading" or _END.fullmatch(entry.text):
            speaker = None
        elif speaker and entry.kind == "body":
            length = _opening(entry.text, 0)
        told = speaker and (length or entry.kind == "body")
        turned.append(_turn(entry, speaker, length, asking) if speaker and told else entry)
    return tuple(turned)


def _label(entry: Paragraph) -> _Label | None:
    """The label at the head of a paragraph, if it has anything like one."""
    if entry.kind != "body":
        return None
    before = _BEFORE.match(entry.text, 0, 40)
    start = before.end() if before else 0
    match = (
        _CAPITALS.match(entry.text, start, start + 120)
        or _NAMES.match(entry.text, start, start + 120)
        or _Q.match(entry.text, start, start + 12)
    )
    if not match or _word(match[1]) in _FURNITURE:
        return None
    end = _opening(entry.text, match.end())
    asks = before is not None and before["number"] is not None
    return _Label(match[1], min(end, len(entry.text)), asks)


def _opening(text: str, start: int) -> int:
    """Where the words begin, after stage directions unless nothing else follows."""
    opening = _OPENING.match(text, start)
    return opening.end() if opening and opening.end() < len(text) else start


def _word(label: str) -> str:
    words = label.upper().replace(".", "").removeprefix("THE ").split()
    return words[0] if words else ""


def _speakers(found: Sequence[tuple[Paragraph, _Label | None]]) -> frozenset[str]:
    """Labels with a title or a part ("QUESTION"), others that recur beside a second one, and
    beside these the names that the text knows as well."""
    labels = [label for _, label in found if label]
    counts = Counter(label.name for label in labels)
    named = _named(entry.text[label.length if label else 0 :] for entry, label in found)
    titled = {name for name in counts if name.isupper() and _word(name) in _TITLES}
    numbered = {label.name for label in labels if label.asks}
    recurring = {
        name
        for name, count in counts.items()
        if count > 1 and (name.isupper() or " " in name or name in named or _word(name) in _PARTS)
    }
    first = titled | numbered
    known = {name for name in counts if name in named or name.upper() in _PARTS}
    others = recurring if len(recurring | first | known) > 1 else set()
    if "Q" not in others:
        others.discard("A")
    if not first | others:
        return frozenset()
    dialogue = {name for name in counts if titled and name.isupper()}
    # Who speaks once among several speakers is better heard than taken for the one before.
    once = {name for name in counts if " " in name} if len(first | others) > 1 else set()
    return frozenset(first | others | dialogue | known | once) - _SINGLE_LETTERS


def _named(texts: Iterable[str]) -> frozenset[str]:
    """Runs of capitalised words in the text, and each last word of one: names and surnames."""
    found: set[str] = set()
    for text in texts:
        for run in _RUN.findall(text):
            words = run.rstrip(".'’-").split()
            found.update(" ".join(words[-count:]) for count in range(1, len(words) + 1))
    return frozenset(
        found - {word for word in found if " " not in word and word.upper() in _TITLES}
    )


def _turn(entry: Paragraph, speaker: str, label: int, asking: frozenset[str]) -> Paragraph:
    words = entry.text[label:]
    if not words:
        return entry._replace(kind="byline", speaker=speaker)
    if is_direction(words):
        return entry._replace(kind="caption", speaker=speaker, label=label)
    asked = _word(speaker) in _ASKERS | _INTERPRETERS or speaker in asking
    return entry._replace(kind="question" if asked else "body", speaker=speaker, label=label)
