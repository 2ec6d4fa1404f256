"""Holders that are several sides together."""

import re

_SIDES = (
    "sides|countries|governments|leaders|nations|neighbou?rs|allies|partners|parties|capitals|"
    "delegations|presidents|prime ministers|foreign ministers|ministers|states"
)
_COUNTED = re.compile(
    rf"(?:both|(?:all )?(?:two|three|four|five|six|seven))"
    rf"(?: [\w.-]+){{0,3}} (?:{_SIDES})(?: of .*)?"
    rf"|(?:sides|(?:{_SIDES}) of .+ and .+)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r" (?:of|for|on) |(?:Protection|Industry|Affairs|Agency|Administration|Services?|Commission"
    r"|Department|Ministry|Office|Commerce|Trade|Development|Council|Committee|Authority|Institute"
    r"|Association|Union|Bank|Group|Center|Centre|Fund|Company|Court|Board)$"
)


def is_joint(name: str) -> bool:
    """Whether a holder's name means several sides together: "both sides", "Peru and Chile"."""
    if _COUNTED.fullmatch(name):
        return True
    first, joined, second = name.partition(" and ")
    return bool(joined) and second[:1].isupper() and not _BODY.search(f"{first} , {second}")
