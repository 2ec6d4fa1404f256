"""How the lines look that stand around a text: English of the press and of ministries."""

# ruff: noqa: SIM905 - lists of words read as words

import re

SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?= |$)")
ABBREVIATED = re.compile(r"\b(?:[A-Z]\.[A-Z]\.|[ap]\.m\.)$")
WORD = re.compile(r"[^\W\d_][\w'’.\-]*")
PLAIN = re.compile(r"\w+")
SMALL = frozenset(
    "a an and as at but by for from if in into is its nor of off on or over per than that the "
    "their to up via vs with de la el los las del y".split()
)

LABELS = re.compile(
    r"(?:READ|READ MORE|READ ALSO|READ NEXT|ALSO READ|SEE ALSO|SEE MORE|RELATED|"
    r"RELATED (?:STORY|STORIES|ARTICLES?|CONTENT|COVERAGE)|MORE|MORE FROM [\w ]{2,30}|WATCH|"
    r"WATCH (?:NOW|LIVE|MORE)|VIDEO|LISTEN|PODCAST|LIVE UPDATES|PHOTOS|IN PICTURES|DON'T MISS|"
    r"RECOMMENDED|YOU MAY ALSO LIKE|EXPLAINER|FROM THE ARCHIVES?)(?:: |:$)",
    re.IGNORECASE,
)
INVITATION = re.compile(
    r"(?:click (?:here|to)\b|tap here\b|sign up\b|subscribe (?:to|now|today|for|here)\b|"
    r"subscribe[.!]?$|follow (?:us\b|@?\w+ on\b|@\w)|join (?:our|us on|the conversation)\b|"
    r"(?:download|get) (?:the|our) [\w ]{0,40}app\b|download (?:the|our) |"
    r"(?:read|see|continue to) the (?:full|whole|rest)\b|read (?:more|on)\b|continue reading\b|"
    r"keep reading\b|listen to (?:the|our|this) (?:podcast|episode|full)|"
    r"watch the (?:full|video|interview|episode)|share (?:this|on)\b|(?:email|print) this\b|"
    r"support (?:our|independent) |donate (?:now|today)\b|become a (?:member|subscriber)\b|"
    r"like what you|this (?:article|story|content) is (?:owned|produced|republished|published) by|"
    r"this (?:article|story) (?:was |has been )?(?:originally|first) (?:appeared|published)|"
    r"©|(?:copyright|\(c\)) ?(?:©|\d{4})|all rights reserved|advertisement$|"
    r"sponsored (?:content|post|by:)|"
    r"(?:skip|jump) to |back to top|view (?:comments|gallery|all)|"
    r"to (?:view|watch|read|listen to|register)[^.]{0,60}click\b|"
    r"to learn more\b[^.]{0,90}\b(?:visit|click|see)\b|please click\b|"
    r"for (?:more|further) (?:information|details|stories|news)[^.]{0,60}"
    r"(?:click|visit|please|see|contact|follow|go to)\b)",
    re.IGNORECASE,
)

_NAME = r"[A-ZÀ-Þ][\w.'’\-]*"
NAMES = (
    rf"{_NAME}(?:(?:,| and| &|,? with)? (?:de|del|la|van|von|bin|al|for|of|the|{_NAME})){{0,14}}"
)
BYLINE = re.compile(
    rf"(?:(?:[Ww]ritten|[Rr]eported|[Ee]dited|[Cc]ompiled|[Tt]ranslated|WRITTEN|STORY|Story) )?"
    rf"(?:[Bb]y|BY):? {NAMES}(?: ?[|•·] ?.{{1,60}})?"
)
REPORTING = re.compile(
    r"\(?(?:additional |writing and )?(?:reporting|writing|editing) by [^.]{2,200}[.)]*",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"(?:publisher|author|title|headline|url|link|source|retrieved|accessed|from|to|cc|bcc|subject"
    r"|re): ",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"(?:office|bureau|department|ministry|embassy|mission|directorate|media note|press release|"
    r"fact sheet|press statement|readout|remarks|statement|transcript|media advisory|"
    r"joint statement|"
    r"for immediate release)\b",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:secretary|spokes(?:person|man|woman)|minister|ambassador|president|director|"
    r"correspondent|editor|reporter|writer|administrator|coordinator|senator|chief|chair|"
    r"commissioner|representative|advis[eo]r|counsel(?:or)?|chargé|envoy|officer)\b",
    re.IGNORECASE,
)

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_CLOCK = r"\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?"
WHEN = re.compile(
    r"(?:(?:published|posted|updated|date|last updated|modified)(?: on|:| at)? ?)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d|{_CLOCK})"
    rf"(?:[,|•·\-– ]{{0,3}}(?:at )?{_CLOCK})?(?: \(?[A-Z]{{2,4}}\)?)?\.?",
    re.IGNORECASE,
)
PLACE = re.compile(
    rf"{_NAME}(?: (?:de|of|the|{_NAME})){{0,4}}, {_NAME}(?: (?:of|and|{_NAME})){{0,3}}"
)
DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{2,40}(?:, [A-Za-zÀ-ÿ. ]{2,30})?"
    r"(?:, [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?(?: \([A-Z][\w ]{1,30}\))? ?[-–—]{1,2} (?=[\"“A-Z])"
)

_AGENCIES = "AP Photo|AP|AFP|Reuters|EPA|Getty Images|Bloomberg|Xinhua|Shutterstock"
CREDIT = re.compile(
    r"\((?:photo|image|picture|file photo|handout|courtesy|credit|source)\b[^()]{0,120}\)\s*$|"
    rf"\((?:{_AGENCIES})\b[^()]{{0,120}}\)\s*$|"
    r"\b(?:Photographer:|Photo by) [^.]{2,90}[.)]?$|"
    r"(?:^|[.)(] ?)(?:Photos?|Images?|Picture|Credit|Photo credit|Image credit|Illustration)"
    r"(?: by|:) [^.]{2,90}[.)]?$|"
    r"\bGetty Images\b[^.]{0,40}$|\((?:[^()]{2,60}/){1,3}[^()]{2,40}\)$|"
    r"^(?-i:FILE(?: PHOTO| PHOTOGRAPH)?|PHOTO|IMAGE|PICTURED) ?[-–:] |"
    r"\b(?-i:AP|AFP|Reuters|EPA|Getty)/(?-i:[A-Z])[\w ]{2,40}$",
    re.IGNORECASE,
)
AGENCY_CAPTION = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{2,40}(?:, [A-ZÀ-Þ. ]{2,30})? ?[-–—] "
    r"(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
    r" \d{1,2}(?:, \d{4})?: "
)
LAST_PARENTHESIS = re.compile(r"\(([A-Z][^()]{5,80})\)$")
ASIDE = re.compile(r"[(\[][^()\[\]]{1,60}[)\]]\.?")
MARK = re.compile(r"[\W_]{1,200}|(?:- ?)?(?:30|END|ENDS)(?: ?-)?|Q&A|Print|Share|Menu|Home")
