"""Who is speaking in a transcript: labels such as "MR PRICE:" open a turn."""

# ruff: noqa: SIM905 - lists of words read as words

import re
from collections import Counter
from collections.abc import Iterable

from scenesetter.readers.canonical import Paragraph

_UPPER = r"(?:Mc|Mac|De|Di|La|Le|Van|Von|O['’])?[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]*"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]*"
_ASIDE = r"(?: ?\([^()]{1,60}\))?"
_CAPITALS = re.compile(rf"({_UPPER}(?:,? {_UPPER}| of| #?\d{{1,2}}){{0,7}}){_ASIDE} ?:(?: |$)")
_NAMES = re.compile(rf"({_NAME}(?: (?:de|del|la|van|von|al|{_NAME})){{1,4}}){_ASIDE} ?:(?: |$)")
_Q = re.compile(r"(Q|A) ?[:.]? (?=[\"“'‘(\w])")
_INTERPRETED = re.compile(
    r"\((?:via|through|by|in|as|speaking|translated|off|inaudible|laughter)\b[^()]{0,60}\) ?",
    re.IGNORECASE,
)
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
# Labels that part a page's furniture from its text, not its speakers.
_FURNITURE = frozenset(
    "READ WATCH SEE RELATED MORE ALSO VIDEO PHOTO PHOTOS LISTEN UPDATE UPDATED BREAKING EXCLUSIVE "
    "NOTE OPINION FACT FACTS KEY CLICK CORRECTION ANALYSIS LIVE WHAT WHY HOW WHEN WHERE WHO FOR IN "
    "PUBLISHED DATE TITLE SOURCE AUTHOR PUBLISHER URL SUBJECT FROM TO CC RE TEL FAX EMAIL TAGS "
    "RETRIEVED ACCESSED WRITTEN BY STORY".split()
)
_DIRECTION = re.compile(r"[(\[][^()\[\]]{1,90}[)\]]\.?")
_END = re.compile(r"(?:# ?){3,}|(?:\* ?){3,}|-?(?:30|END)-?|[-_–—=~ ]+")


def is_direction(text: str) -> bool:
    """A stage direction that stands alone: "(Laughter.)", "[Inaudible.]"."""
    return _DIRECTION.fullmatch(text) is not None


def with_turns(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs with speaker, label and kind of the turns that they belong to."""
    found = [(entry, _label(entry)) for entry in paragraphs]
    speaking = _speakers(found)
    turned: list[Paragraph] = []
    speaker: str | None = None
    for entry, label in found:
        if label and label[0] in speaking:
            speaker = label[0]
            turned.append(_turn(entry, speaker, label[1]))
            continue
        if entry.kind == "heading" or _END.fullmatch(entry.text):
            speaker = None
        turned.append(_turn(entry, speaker, 0) if speaker and entry.kind == "body" else entry)
    return tuple(turned)


def _label(entry: Paragraph) -> tuple[str, int] | None:
    """Name and length of what may be a label at the head of a paragraph."""
    if entry.kind != "body":
        return None
    match = (
        _CAPITALS.match(entry.text, 0, 120)
        or _NAMES.match(entry.text, 0, 120)
        or _Q.match(entry.text, 0, 12)
    )
    if not match or _word(match[1]) in _FURNITURE:
        return None
    aside = _INTERPRETED.match(entry.text, match.end())
    end = aside.end() if aside and aside.end() < len(entry.text) else match.end()
    return match[1], min(end, len(entry.text))


def _word(label: str) -> str:
    words = label.upper().replace(".", "").removeprefix("THE ").split()
    return words[0] if words else ""


def _speakers(found: list[tuple[Paragraph, tuple[str, int] | None]]) -> set[str]:
    """Labels with a title or a part ("QUESTION"), and others that recur beside a second one."""
    counts = Counter(label[0] for _, label in found if label)
    titled = {name for name in counts if name.isupper() and _word(name) in _TITLES}
    recurring = {name for name, count in counts.items() if count > 1}
    others = recurring if len(recurring | titled) > 1 else set()
    if "Q" not in others:
        others.discard("A")
    dialogue = {name for name in counts if name.isupper() and len(name) > 1} if titled else set()
    return titled | others | dialogue


def _turn(entry: Paragraph, speaker: str, label: int) -> Paragraph:
    words = entry.text[label:]
    if not words:
        return entry._replace(kind="byline", speaker=speaker)
    if is_direction(words):
        return entry._replace(kind="caption", speaker=speaker, label=label)
    asked = _word(speaker) in _ASKERS
    return entry._replace(kind="question" if asked else "body", speaker=speaker, label=label)
