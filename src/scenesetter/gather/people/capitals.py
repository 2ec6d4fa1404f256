"""Names that a text writes in capitals: "Ambassador MARA QUIST", "Mara QUIST"."""

import re
from collections.abc import Iterator

from scenesetter.gather.people import names, roles

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ’'-]{2,20}(?!\w)"
_NAME = re.compile(
    rf"(?<![\w.’'-])(?:{_CAPITALS}|[A-ZÀ-Þ][a-zß-ÿ-]{{1,20}})(?:[ ]{_CAPITALS}){{1,3}}"
)
_AROUND = 40
"""Characters on either side of which some must be small: a line all in capitals tells nothing."""


def names_in_capitals(text: str, start: int, end: int) -> Iterator[list[names.Word]]:
    """The words of each such name, titles taken off, in the usual mixture of letters."""
    for match in _NAME.finditer(text, start, end):
        words = names.without_title(list(_words(match)))
        written = [word.text for word in words]
        first, last = words[0].start, words[-1].end
        if _amid_small(text, first, last, start, end) and _is_told(text, first, written):
            yield words


def forms_in_capitals(form: str) -> Iterator[str]:
    """How a name may be written in capitals, whole or but for its first word."""
    first, _, rest = form.partition(" ")
    if rest or len(form) > _LONGEST_ACRONYM:
        yield form.upper()
    if rest:
        yield f"{first} {rest.upper()}"


_LONGEST_ACRONYM = 4


def _words(match: "re.Match[str]") -> Iterator[names.Word]:
    for word in re.finditer(r"\S+", match[0]):
        place = match.start() + word.start()
        yield names.Word(place, place + len(word[0]), word[0].title())


def _amid_small(text: str, first: int, last: int, start: int, end: int) -> bool:
    around = text[max(start, first - _AROUND) : first] + text[last : min(end, last + _AROUND)]
    return any(map(str.islower, around))


def _is_told(text: str, first: int, written: list[str]) -> bool:
    """A title before the name, or a known given name: DRUG ENFORCEMENT is nobody."""
    if not names.is_name(written):
        return False
    return names.is_given_name(written[0]) or roles.role_before(text, first, 0) is not None
