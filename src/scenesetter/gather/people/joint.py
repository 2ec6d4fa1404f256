"""Holders that are several sides together."""

import re
from functools import cache

from scenesetter.gather.lexicon import lexicon


def is_joint(name: str) -> bool:
    """Whether a holder's name means several sides together: "both sides", "Peru and Chile"."""
    if _counted().fullmatch(name):
        return True
    first, joined, second = name.partition(" and ")
    return bool(joined) and second[:1].isupper() and not _body().search(f"{first} , {second}")


@cache
def _counted() -> "re.Pattern[str]":
    sides = "|".join(lexicon("roles")["sides"])
    return re.compile(
        r"(?:both|(?:all )?(?:two|three|four|five|six|seven))"
        rf"(?: [\w.-]+){{0,3}} (?:{sides})(?: of .*)?"
        rf"|(?:sides|(?:{sides}) of .+ and .+)",
        re.IGNORECASE,
    )


@cache
def _body() -> "re.Pattern[str]":
    """How one body with "and" in its name reads: Ministry of Trade and Industry."""
    return re.compile(rf" (?:of|for|on) |(?:{'|'.join(lexicon('roles')['joined_in_a_body'])})$")
