"""How the press and ministries write who wrote a text, where and when: patterns of its first lines,
shared by those that read a note's source and those that tell its blocks apart."""

import re

from scenesetter.model.calendar import MONTH

NAME = r"[A-ZÀ-Þ][\w.'’\-]*"
"""A word of a name."""
NAMES = (
    rf"{NAME}(?:(?:,| and| &|,? with)? (?:de|del|di|la|van|von|bin|al|for|of|the|{NAME})){{0,14}}"
)
"""A name or several: of people, or of an office."""

BYLINE = re.compile(
    rf"(?P<credit>(?:[Ww]ritten|[Rr]eported|[Ee]dited|[Cc]ompiled|[Tt]ranslated|WRITTEN|STORY|Story)"
    rf" )?(?:[Bb]y|BY):? (?P<names>{NAMES})(?: ?[|•·] ?.{{1,60}})?"
)

DAY = (
    rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
)
"""A day in full, in one of the orders that leave no doubt."""

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{2,40}(?:, [A-Za-zÀ-ÿ. ]{2,30})?"
_PLACE = rf"{NAME}(?: {NAME}){{0,3}}(?:, {NAME}(?: {NAME}){{0,2}}){{0,2}}"
_AGENCY = r"\((?P<agency{}>[A-Z][\w .&/]{{1,30}})\)"
_DASH = r" ?(?:[–—]|--?) ?"
_SHORT_DAY = rf"(?:{DAY}|{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})"
_DATELINE = (
    rf"(?:{_CAPITALS}(?:, (?P<day>{_SHORT_DAY}))?(?: {_AGENCY.format('')})?"
    rf"|{_PLACE},? (?P<day2>{DAY})(?: {_AGENCY.format('2')})?"
    rf"|(?:{NAME}(?:,? {NAME}){{0,3}} )?\((?P<agency3>[A-Z][A-Z]\w{{0,10}})\))"
    rf"{_DASH}(?:(?P<day3>{_SHORT_DAY})(?:{_DASH}|[.:,]? |(?=\Z)))?"
)
DATELINE = re.compile(rf"{_DATELINE}(?=[\"“‘A-ZÀ-Þ])")
"""The head of a wire story up to its first word; look at no more than 160 characters."""

_BARE_OR_HEAD = re.compile(rf"{_DATELINE}(?=[\"“‘A-ZÀ-Þ(]|\Z)")


def dateline_of(text: str) -> tuple[str | None, str | None]:
    """Day and agency of the dateline that a text begins with, in its words; None where absent."""
    match = _BARE_OR_HEAD.match(text, 0, 160)
    if not match:
        return None, None
    found = match.groupdict()
    days = (found["day"], found["day2"], found["day3"])
    agencies = (found["agency"], found["agency2"], found["agency3"])
    return next(filter(None, days), None), next(filter(None, agencies), None)
