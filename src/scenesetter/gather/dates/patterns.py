"""How English writes times: a pattern each, with what reckons its value."""

import re
from typing import Literal, NamedTuple

from scenesetter.gather.dates import durations, periods, reckoning
from scenesetter.gather.dates.named_days import NAMES, named_day
from scenesetter.gather.dates.numbers import NUMBER, NUMBER_WORDS
from scenesetter.gather.dates.reckoning import Reckoner
from scenesetter.model.calendar import MONTH, MONTH_NAMES, MONTHS, WEEKDAY, WEEKDAYS

Kind = Literal["date", "clock", "duration", "set", "vague"]
"""A time of the calendar, a time of day, a length of time, what recurs, and "recently"."""


class Rule(NamedTuple):
    pattern: re.Pattern[str]
    reckoner: Reckoner
    kind: Kind


def _rule(pattern: str, reckoner: Reckoner, kind: Kind = "date") -> Rule:
    return Rule(re.compile(rf"(?:{pattern})(?!\w)"), reckoner, kind)


_S = r"(?:[ \n\u00a0]{1,2}(?<!\n\n))"
_GAP = rf"(?:{_S}|-)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b"
_YEAR = r"(?:1[5-9]|20)\d\d\b(?![,.]\d|%)"
_TO = rf"(?:[ ]?[-–][ ]?|{_S}(?:to|through|until){_S})"
_ON_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}),?{_S}(?:the{_S})?)?"
_THEN_YEAR = rf"(?:[ ]?,?{_S}(?P<year>{_YEAR}))?"
_HOURS = rf"(?:{_S}(?:morning|afternoon|evening|night))?"
_CLOCK = (
    r"(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?[ ]?(?:[ap]\.m\.|[ap]m\b)|(?:[01]?\d|2[0-3]):[0-5]\d"
    rf"|\d{{1,2}}{_S}in{_S}the{_S}(?:morning|afternoon|evening)|noon|midday|midnight|dawn|daybreak|sunrise|dusk|sunset|nightfall)"
)
_ZONE = rf"(?:{_S}(?:[A-Z]{{2,4}}|local{_S}time)\b)?"
_EDGE = (
    rf"(?:the{_S})?(?:very{_S})?(?:end|close|start|beginning|middle|rest|remainder|course|turn)"
    rf"{_S}of{_S}(?:the{_S})?"
)
_PART = (  # "late in May", "end-May"; but what will "end on 5 May" has a verb there
    rf"(?:(?:[Ee]arl(?:y|ier)|[Ll]ater?|[Mm]id(?:dle)?)(?:{_S}|[ ]?[-–])(?:(?:on|in){_S})?"
    rf"|[Ee]nd(?:{_S}|[ ]?[-–]))"
)
_LEAD = rf"(?:{_PART}|{_EDGE})?"
_SHIFT = r"(?P<shift>[Ll]ast|[Pp]ast|[Tt]his|[Nn]ext|[Cc]oming|[Uu]pcoming|[Cc]urrent|[Pp]revious)"
_MAYBE_SHIFT = rf"(?:{_SHIFT}{_S})?"
_UNIT = (
    r"(?P<unit>second|minute|hour|day|night|week(?:end)?|fortnight|month|quarter|year|decade"
    r"|centur(?=y)|centurie(?=s))(?:s|y)?"
)
_ANY_UNIT = r"(?:second|minute|hour|day|week|month|quarter|year|decade|centur)"
_LONG_UNIT = _UNIT.replace("second|minute|hour|", "")
_COUNT = rf"(?:\d{{1,4}}(?!\.\d)|(?:a{_S})?couple{_S}of|a{_S}dozen|(?i:an?)|(?i:{NUMBER}))"
_VAGUE = (
    rf"(?:several|many|some|recent|dozens{_S}of|hundreds{_S}of|(?:a{_S})?few|a{_S}number{_S}of)"
)
_ORDER = r"(?P<order>first|second|third|fourth)"
_SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_AFTER_PREPOSITION = "".join(
    rf"(?<={letter}{word}{{space}})|".format(space=" ")
    for letter, word in (
        ("[Ii]", "n"), ("[Bb]", "y"), ("[Oo]", "f"), ("[Ss]", "ince"), ("[Uu]", "ntil"),
        ("[Ff]", "rom"), ("[Tt]", "hrough"), ("[Bb]", "etween"), ("[Dd]", "uring"),
        ("[Ll]", "ate"), ("[Ee]", "arly"), ("[Bb]", "efore"), ("[Aa]", "fter"), ("[Tt]", "he"),
        ("[Aa]", ""), ("[Tt]", "o"),
    )
).rstrip("|")  # fmt: skip
_ALONE = rf"(?={_S}?[,.;:)”\"’]|{_S}(?:and|but|when)\b|\Z|\n\n)"
"""What follows "before" where it names nothing: in "the day before the vote" the vote counts."""

_PLAIN_MONTH = "|".join(month for month in MONTHS if month not in {"March", "May"})
_NOT_COUNTED = (
    rf"(?!{_GAP}(?:people|dollars|troops|miles|kilomet|men|women|children|euros|pounds|pesos|"
    r"migrants|soldiers|feet|tons|tonnes|years|votes|jobs|percent|per cent|points))"
)
_NAME = "|".join(
    re.escape(name).replace("'", "['’]")
    for name in sorted(NAMES, key=lambda name: (-len(name), name))
)
_SEASON_YEAR = rf"(?:,?{_S}(?:of{_S})?(?P<year>{_YEAR})(?:[-–/]\d\d(?:\d\d)?)?)"

_MONTH_AND_DAY = (
    _rule(
        rf"(?:{_PART})?{_ON_WEEKDAY}(?P<month>{MONTH})(?:{_S}|(?<=\.))(?:the{_S})?(?P<day>{_DAY})"
        rf"(?:{_TO}(?:(?P<month2>{MONTH}){_S})?(?P<day2>{_DAY}))?{_THEN_YEAR}",
        reckoning.month_date,
    ),
    _rule(
        rf"(?:{_PART})?{_ON_WEEKDAY}(?P<day>{_DAY})(?:(?:{_TO}|{_S}and{_S})(?P<day2>{_DAY}))?{_S}(?:of{_S})?"
        rf"(?P<month>{MONTH}){_THEN_YEAR}",
        reckoning.month_date,
    ),
    _rule(
        rf"(?P<day>{_DAY}){_S}(?P<month>{MONTH}){_TO}(?P<day2>{_DAY}){_S}(?P<month2>{MONTH})"
        rf"{_THEN_YEAR}",
        reckoning.month_date,
    ),
    _rule(rf"(?P<day>{_DAY})-(?P<month>{MONTH})-(?P<year>{_YEAR})", reckoning.month_date),
    _rule(
        rf"(?:the{_S})?(?P<order>first|second|third|fourth|last){_S}(?P<weekday>{WEEKDAY}){_S}"
        rf"(?:of|in){_S}(?P<month>{MONTH}){_THEN_YEAR}",
        reckoning.counted_weekday,
    ),
    _rule(
        r"(?P<iso>\d{4}([-/])\d\d\2\d\d)|(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.]"
        r"(?P<year>(?:19|20)\d\d)",
        reckoning.numeric,
    ),
    _rule(rf"{_MAYBE_SHIFT}(?P<name>{_NAME})(?:,?{_S}(?P<year>{_YEAR}))?", named_day),
)
_MONTHS_AND_SEASONS = (
    _rule(rf"{_LEAD}(?P<month>{MONTH}),?{_S}(?:of{_S})?(?P<year>{_YEAR})", reckoning.month_date),
    _rule(rf"{_LEAD}{_SHIFT}{_S}(?P<month>{MONTH})(?!{_S}\d)", reckoning.shifted_month),
    _rule(
        rf"{_LEAD}(?P<month>{_PLAIN_MONTH}|(?:{_AFTER_PREPOSITION})(?:March|May)(?!{_S}on\b))"
        rf"(?!{_S}\d{{1,2}}\b)",
        reckoning.month_date,
    ),
    _rule(rf"(?:{_PART}|{_EDGE})(?P<month>March|May)(?!{_S}\d)", reckoning.month_date),
    _rule(rf"(?:{_PART})?(?:{_EDGE})?(?:the{_S})?{_SEASON}{_SEASON_YEAR}", periods.season),
    _rule(rf"{_LEAD}{_SHIFT}{_S}{_SEASON}", periods.season),
    _rule(
        rf"{_LEAD}(?:the{_S})?{_MAYBE_SHIFT}(?:year['’]s{_S})?{_ORDER}[ -]"
        rf"(?:quarter|(?P<half>half))(?:{_S}(?:of{_S})?(?:(?P<year>{_YEAR})|"
        rf"(?:this|the){_S}(?:fiscal{_S})?year))?",
        periods.quarter,
    ),
    _rule(
        rf"(?:the{_S})?(?P<edge>first|last){_S}(?P<count>{_COUNT}){_S}months{_S}of{_S}"
        rf"(?:(?P<year>{_YEAR})|(?P<shift>this|last){_S}year)",
        periods.months_of_year,
    ),
    _rule(
        rf"(?:Q(?P<digit>[1-4])|(?P<half>H)(?P<order>[12]))(?:,?{_S}(?:of{_S})?(?P<year>{_YEAR}))?"
        rf"(?P<shift>)",
        periods.quarter,
    ),
)
_FROM_THE_NOTE = (
    _rule(
        rf"(?:{_CLOCK}{_ZONE},?{_S}(?:on{_S})?)?{_LEAD}{_MAYBE_SHIFT}(?P<weekday>{WEEKDAY}){_HOURS}"
        rf"(?:{_S}of{_S}(?P<week>last|this|next){_S}week)?",
        reckoning.weekday,
    ),
    _rule(
        rf"(?i:the{_S}day{_S}(?:before{_S}yesterday|after{_S}tomorrow)|overnight"
        rf"|{_LEAD}(?:today|yesterday|tomorrow){_HOURS}|{_LEAD}tonight|{_LEAD}last{_S}night"
        rf"|{_LEAD}this{_S}(?:morning|afternoon|evening))",
        reckoning.near_day,
    ),
    _rule(rf"{_LEAD}{_SHIFT}{_S}{_LONG_UNIT}", periods.shifted_unit),
    _rule(rf"{_PART}the{_S}(?P<shift>)(?P<unit>week|month|year)", periods.shifted_unit),
    _rule(rf"{_LEAD}[Tt]he{_S}(?P<shift>current|coming){_S}{_LONG_UNIT}", periods.shifted_unit),
    _rule(rf"{_EDGE}(?P<shift>)(?P<unit>month|year)", periods.shifted_unit),
    _rule(r"(?P<shift>)(?P<unit>year)[- ]end", periods.shifted_unit),
    _rule(rf"{_LEAD}the{_S}weekend", periods.weekend),
    _rule(
        rf"(?P<count>{_COUNT}|{_VAGUE}){_S}{_LONG_UNIT}"
        rf"(?:{_S}ago|(?P<forth>{_S}(?:from{_S}(?:now|today)|hence)))",
        periods.counted,
    ),
)
_FROM_ANOTHER = (
    _rule(
        rf"(?P<count>{_COUNT}|{_VAGUE}){_S}{_LONG_UNIT}{_S}"
        rf"(?:(?:earlier|later|afterwards?|previously|thereafter)|(?:before|after){_ALONE})",
        periods.anchored,
    ),
    _rule(
        rf"{_LEAD}(?:[Tt]he{_S}(?:very{_S})?same|[Tt]hat(?:{_S}same)?){_S}"
        r"(?P<unit>day|night|week|month|year|morning|afternoon|evening)",
        periods.anchored,
    ),
    _rule(rf"{_PART}the{_S}(?P<unit>day|night)", periods.anchored),
    _rule(
        rf"[Tt]he{_S}(?:following|subsequent|previous|preceding|prior|next(?={_S}(?:day|morning))){_S}"
        rf"(?:{_LONG_UNIT}|(?P<part_of_day>morning|afternoon|evening))",
        periods.anchored,
    ),
    _rule(
        rf"[Tt]he{_S}(?P<unit>day|week|month|year){_S}(?:before|after){_ALONE}", periods.anchored
    ),
)
_YEARS = (
    _rule(rf"(?P<year>{_YEAR})[-–](?P<year2>(?:19|20)?\d\d)", periods.year),
    _rule(rf"(?:{_PART}|{_EDGE}|(?:{_AFTER_PREPOSITION}))(?P<year>{_YEAR})", periods.year),
    _rule(
        rf"(?P<year>(?:19[4-9]\d|20[0-4]\d)\b(?![,.]\d|%)){_NOT_COUNTED}",
        periods.year,
    ),
    _rule(
        rf"(?:(?:[Tt]he{_S})?{_LEAD})(?:(?P<decade>(?:1[5-9]|20)\d)0s|(?<=['’])(?P<short>[1-9])0s)",
        periods.decade,
    ),
    _rule(rf"(?:[Tt]he{_S})?{_LEAD}(?P<century>1\d|20|21)(?:th|st){_GAP}century", periods.century),
    _rule(
        rf"(?:the{_S})?(?:{_SHIFT}{_S})?[Ff]iscal{_S}year(?:{_S}(?P<year>(?:19|20)\d\d))?",
        periods.fiscal_year,
    ),
    _rule(rf"(?:[Ff]iscal{_S}|FY{_S}?)(?P<year>(?:19|20)\d\d)", periods.fiscal_year),
)
_OTHERS = (
    _rule(
        rf"(?:[Ss]hortly{_S}(?:after|before){_S})?{_CLOCK}{_ZONE}", durations.time_of_day, "clock"
    ),
    _rule(
        rf"(?:the{_S})?(?P<way>[Pp]ast|[Ll]ast|[Nn]ext|[Cc]oming|[Pp]revious){_S}"
        rf"(?P<count>{_COUNT}|{_VAGUE}){_GAP}{_UNIT}",
        durations.span,
        "duration",
    ),
    _rule(
        rf"the{_S}(?P<way>past|last){_S}(?P<count>)(?P<unit>week|month|quarter|year|decade|century)",
        durations.span,
        "duration",
    ),
    _rule(
        rf"(?P<count>{_COUNT}(?:[ ]1/2)?|{_VAGUE}){_GAP}{_UNIT}(?:-long)?(?!{_GAP}olds?\b)"
        r"(?<!\ba second)",
        durations.duration,
        "duration",
    ),
    _rule(
        r"(?P<unit>second|minute|hour|day|week|month|year|decade|centurie)s(?:-long)?"
        rf"(?!{_GAP}(?:old)\b)",
        durations.duration,
        "duration",
    ),
    _rule(
        rf"(?i:every|each|once{_S}an?|twice{_S}an?|per){_S}(?:(?P<count>{_COUNT}){_S})?{_UNIT}"
        rf"|(?i:daily|nightly|weekly|monthly|quarterly|yearly|annually|hourly)"
        rf"|(?:(?i:every|each){_S})?{WEEKDAY}s|(?i:every|each){_S}{WEEKDAY}",
        durations.recurring,
        "set",
    ),
    _rule(
        rf"(?i:now|currently|recently|at{_S}present|at{_S}the{_S}moment|nowadays|these{_S}days"
        rf"|(?:in{_S})?the{_S}(?:near{_S}|recent{_S})?(?:past|future)"
        rf"(?!{_S}(?:\w+{_S})?{_ANY_UNIT})|formerly)",
        durations.vague,
        "vague",
    ),
)
RULES = (
    *_MONTH_AND_DAY, *_MONTHS_AND_SEASONS, *_FROM_THE_NOTE, *_FROM_ANOTHER, *_YEARS, *_OTHERS,
)  # fmt: skip
"""Where two match the same words, the first of them reads them."""

_WORDS = """
    last past next coming upcoming current previous early earlier late later mid middle end
    today yesterday tomorrow tonight overnight now currently recently nowadays these formerly daily
    nightly weekly monthly quarterly yearly annually hourly every each once twice per several many
    some recent dozens hundreds few couple seconds minutes hours days weeks months years decades
    centuries first second third fourth fiscal noon midday midnight dawn daybreak sunrise dusk
    sunset nightfall shortly spring summer autumn fall winter year q h fy
"""
HEADS = frozenset(
    [
        *_WORDS.split(),
        *(day.lower() + plural for day in WEEKDAYS for plural in ("", "s")),
        *(month.lower() for month in MONTH_NAMES),
        *NUMBER_WORDS,
    ]
)
"""Words, in small letters, with which an expression may begin, besides digits: a pattern is tried
nowhere else."""

OPENINGS = frozenset(
    ["the", "a", "an", "in", "at", "that", "this"]
    + [re.split(r"\W", name)[0].lower() for name in NAMES if name[0].isalpha()]
) - {*HEADS}
OPENED = re.compile(
    rf"(?i:(?:the|an?){_S}(?:very|end|close|start|beginning|middle|rest|remainder|course|turn|day|"
    r"night|week|month|quarter|year|decade|century|fortnight|same|following|next|subsequent|"
    r"previous|preceding|prior|past|last|coming|current|recent|near|future|first|second|third|"
    r"fourth|couple|dozen|few|number|fiscal|spring|summer|autumn|fall|winter|early|late|mid|1\d|20|"
    rf"['’]\d|hour|minute)|an?-(?:day|week|month|year)|in{_S}the{_S}(?:near|recent|past|future)|"
    rf"th(?:at|is){_S}(?:(?-i:[A-Z])|same|{_ANY_UNIT}|night|morning|afternoon|evening|fiscal|spring|"
    rf"summer|autumn|fall|winter|past|coming|first|second|third|fourth)|at{_S}(?:present|the{_S}moment))"
    rf"|(?:{_NAME})\b"
)
"""What follows those everyday words where they begin an expression."""
