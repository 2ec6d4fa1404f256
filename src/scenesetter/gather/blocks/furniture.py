"""How the lines look that stand around a text; their words are in `furniture.toml`."""

import re

from scenesetter.gather.lexicon import lexicon
from scenesetter.model.calendar import MONTHS
from scenesetter.model.press import DAY, NAME, NAMES

_WORDS: dict[str, list[str]] = lexicon("furniture")


def _any(name: str) -> str:
    """One of the listed words, the longest first."""
    return "|".join(sorted(map(re.escape, _WORDS[name]), key=len, reverse=True))


SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?= |$)")
ABBREVIATED = re.compile(r"\b(?:[A-Z]\.[A-Z]\.|[ap]\.m\.)$")
WORD = re.compile(r"[^\W\d_][\w'’.\-]*")
PLAIN = re.compile(r"\w+")
SMALL = frozenset(_WORDS["small"])
BUTTONS = frozenset(_WORDS["buttons"])
COMMENTS = frozenset(_WORDS["comments"])
ELSEWHERE = frozenset(_WORDS["elsewhere"])
_EDGES = re.compile(r"^[\W\d_]{1,20}|[\W\d_]{1,20}$")


def label(text: str) -> str:
    """A short line without count, marks and case: "23 Comments", "Related Stories »"."""
    return _EDGES.sub("", text[:60]).replace("’", "'").casefold()


DASHED = re.compile(r"(?P<dash>[-–—]) ?[^-–—]{2,80}? ?(?P=dash)\.?")
"""A heading between dashes, as agencies set it."""
NO_HEADLINE = re.compile(
    r"\b(?:an?|the|is|are|was|were|has|have|had|said|told|\w+ed|\w+day)\b|"
    r"\b(?:met|won|held|gave|took|made|came|went|left|put|fell|rose|sent|saw|led)\b",
    re.IGNORECASE,
)
"""Words that a finished first line has and a headline avoids: articles, pasts, days."""
LABELS = re.compile(rf"(?:{_any('labels')}|more from [\w ]{{2,30}})(?:: |:$)", re.IGNORECASE)
INVITATION = re.compile(
    rf"(?:(?:{_any('invitations')})\b|"
    r"subscribe[.!]?$|follow (?:@?\w+ on\b|@\w)|"
    r"listen to (?:the|our|this) (?:podcast|episode|full)|"
    r"(?:download|get) (?:the|our) [\w ]{0,40}app\b|sponsored (?:content|post|by:)|"
    r"this (?:article|story|content|report|piece|post) (?:(?:is|was|has been|may be) )?"
    r"(?:(?:originally|first|also|last) )?(?:appeared|clarified|corrected|edited|owned|produced"
    r"|provided|published|republished|syndicated|translated|updated)\b|"
    r"to (?:view|watch|read|listen to|register)[^.]{0,60}click\b|"
    r"to learn more\b[^.]{0,90}\b(?:visit|click|see)\b|"
    r"for (?:more|further) (?:information|details|stories|news)[^.]{0,60}"
    r"(?:click|visit|please|see|contact|follow|go to)\b)",
    re.IGNORECASE,
)
EDITORIAL = re.compile(
    r"(?:(?:an earlier|a previous) version of (?:this|the)\b|"
    r"(?:editor|publisher|author)['’]?s?['’]? note\b|"
    r"(?:correction|clarification)s?(?: \([^()]{1,30}\))?:|"
    r"this (?:article|story|post|report) (?:was|has been|will be) (?:\w+ )?(?:updated|corrected)\b|"
    r"this is a (?:breaking|developing)\b)",
    re.IGNORECASE,
)
"""What the editors say of the text."""
LEADS_ON = re.compile(
    r"[.!?…”\"] ?(?:read|see|view|watch|show|find out) (?:more|now|the \w+)[ .…›»→>]*$",
    re.IGNORECASE,
)
RIGHTS = re.compile(
    r"^©|(?:©|\(c\)) ?\d{4}|\bcopyright (?:©|\d{4})|\ball rights reserved\b|"
    r"\bmay not be (?:published|reproduced|copied|distributed|broadcast)\b",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"(?:contact|e-?mail|write to|reach|follow|tel|phone|"
    r"(?:press|media) (?:contact|office|inquir\w+|enquir\w+)|for (?:media|press))\b.{0,150}?"
    r"\b[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{2,40}",
    re.IGNORECASE,
)

REPORTING = re.compile(
    r"\(?(?:additional |writing and )?(?:reporting|writing|editing) by [^.]{2,200}[.)]*|"
    rf"(?-i:{NAMES}) (?:also )?(?:contributed from|reported from)\b[^.]{{0,120}}\.?|"
    r"contributing: [^.]{2,200}\.?|"
    r".{2,300}\bcontributed (?:reporting|to this (?:article|report|story))\b[^.]{0,60}\.?",
    re.IGNORECASE,
)
AUTHOR = re.compile(
    rf"{NAMES} (?:is|was|covers|has covered|writes|reports)\b[^.]{{0,120}}\b(?:{_any('writers')})\b"
)
FIELD = re.compile(
    r"(?:publisher|author|title|headline|url|link|source|retrieved|accessed|from|to|cc|bcc|subject"
    r"|re|(?:members? |also )?present|in attendance|attendees|participants|speakers|witnesses"
    r"|moderator|delegation|byline|section|length|highlight|load-date|publication-type"
    r"|[IVX]{1,4}): ",
    re.IGNORECASE,
)
OFFICE = re.compile(rf"(?:{_any('offices')})\b", re.IGNORECASE)
ROLE = re.compile(rf"\b(?:{_any('roles')})\b", re.IGNORECASE)

_CLOCK = r"\d{1,2}[:.]?\d\d(?:[:.]\d\d)?(?:[+-]\d{2,4})? ?(?:[ap]\.?m\.?)?"
_ZONE = r"(?: \(?[A-Z]{2,4}\)?| \([^()]{3,20}\)){0,2}"
_STAMP = r"(?:and )?(?:published|posted|updated|date|last updated|modified)(?: on|:| at)? ?"
WHEN = re.compile(
    rf"(?:{_STAMP})?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    rf"(?:{DAY}|\d{{1,2}}[:.]\d\d ?(?:[ap]\.?m\.?)?)"
    rf"(?:[,|•·\-– ]{{0,4}}(?:at |{_STAMP})?{_CLOCK})?{_ZONE}\.?",
    re.IGNORECASE,
)
PLACE = re.compile(rf"{NAME}(?: (?:de|of|the|{NAME})){{0,4}}, {NAME}(?: (?:of|and|{NAME})){{0,3}}")
BARE_DATELINE = re.compile(rf"(?:{NAME},? ){{1,5}}(?:\([A-Z]\w{{1,12}}\) ?)?(?:[–—]|--)")

CREDIT = re.compile(
    r"\((?:photo|image|picture|file photo|handout|courtesy|credit|source)\b[^()]{0,120}\)\s*$|"
    rf"\((?:{_any('agencies')})\b[^()]{{0,120}}\)\s*$|"
    r"\b(?:Photographer:|Photo by) [^.]{2,90}[.)]?$|"
    r"(?:^|[.)(] ?)(?:Photos?|Images?|Picture|Credit|Photo credit|Image credit|Illustration)"
    r"(?: by|:) [^.]{2,90}[.)]?$|"
    r"^(?:\d{1,2}:\d\d )?(?:[-–—] )?source: [^.]{2,40}$|"
    r"\bGetty Images\b[^.]{0,40}$|\((?:[^()]{2,60}/){1,3}[^()]{2,40}\)$|"
    r"^(?-i:FILE(?: PHOTO| PHOTOGRAPH)?|PHOTO|IMAGE|PICTURED) ?[-–:] |"
    r"\b(?-i:AP|AFP|Reuters|EPA|Getty)/(?-i:[A-Z])[\w ]{2,40}$",
    re.IGNORECASE,
)
CREDITED = re.compile(rf"[.!?][\"”’]* \({NAMES}\)$")
"""A finished sentence and a name in parentheses after it: whose picture it is."""
BROKEN_CREDIT = re.compile(r"[.!?][\"”’]* [(\[]$")
POINTED_OUT = re.compile(
    r"[(,] ?(?:(?:far|second (?:from )?|third (?:from )?)?(?:left|right|center|centre)|pictured"
    r"|top|bottom)(?: (?:left|right))?[),]"
)
CAPTION_LABEL = re.compile(r"[\[(]?(?:Photo|Image|Picture|Caption|Photo caption): ", re.IGNORECASE)
AGENCY_CAPTION = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{2,40}(?:, [A-ZÀ-Þ. ]{2,30})? ?[-–—] "
    rf"(?:{'|'.join(map(str.upper, MONTHS))})"
    r" \d{1,2}(?:, \d{4})?: "
)
LAST_PARENTHESIS = re.compile(r"\(([A-Z][^()]{5,80})\)$")
ASIDE = re.compile(r"[(\[][^()\[\]]{1,60}[)\]]\.?")
MARK = re.compile(
    r"[\W_]{1,200}|(?:- ?)?(?:30|END|ENDS)(?: ?-)?|\d{1,4} of \d{1,4}|\d{1,3}(?: ?\| ?\d{1,3})+|"
    r"\d{1,5}"
)
