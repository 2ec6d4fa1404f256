"""Where a text mentions the people that the notes know."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from scenesetter.gather.countries import countries_named
from scenesetter.gather.people import names, roles
from scenesetter.model.engagement import Party, Person

_WORD = re.compile(r"\w+(?:['.](?!s\b)\w+)*")


@dataclass(frozen=True, eq=False)
class Roster:
    """Everyone whom the notes and the engagement name; compared by identity."""

    people: tuple[Person, ...]
    parties: tuple[Party, ...] = ()

    @cached_property
    def forms(self) -> dict[str, tuple[Person, ...]]:
        """People by each form of their name, accents and hyphens folded, case kept."""
        forms: dict[str, dict[str, Person]] = {}
        for person in self.people:
            for form in _forms(person):
                forms.setdefault(form, {})[person.name] = person
        return {form: tuple(people.values()) for form, people in forms.items()}

    @cached_property
    def longest(self) -> int:
        """Most words in a form."""
        return max((len(form.split()) for form in self.forms), default=0)

    def named(self, words: str) -> tuple[Person, ...]:
        """People whom exactly these words may name."""
        return self.forms.get(" ".join(names.fold(words).split()), ())

    def officeholders(self, country: str | None, office: str) -> tuple[Person, ...]:
        """Those in that office now, of that country where one is given."""
        return tuple(
            person
            for person in self.people
            if person.role
            and not roles.is_former(person.role)
            and _same_office(office, roles.office_of(person.role))
            and country in (None, person.party)
        )


class Mention(NamedTuple):
    start: int
    end: int
    person: Person


@lru_cache(maxsize=16)
def mentions(text: str, roster: Roster) -> tuple[Mention, ...]:
    """Mentions in reading order, by name or by a role that fits one person alone.

    A form that several people share counts only where the text names just one of them otherwise.
    """
    found = list(_found(names.fold(text), roster))
    present = {
        people[0].name for _start, _end, form in found if len(people := roster.forms[form]) == 1
    }
    named = [
        Mention(start, end, person)
        for start, end, form in found
        if (person := _only(roster.forms[form], present)) and not _part_of_name(text, start, end)
    ]
    return tuple(sorted([*named, *_by_role(text, roster, named)]))


def _found(folded: str, roster: Roster) -> Iterator[tuple[int, int, str]]:
    """Start, end and form, the longest form at each word; by look-up, for people may be many."""
    words = [match.span() for match in _WORD.finditer(folded)]
    place = 0
    while place < len(words):
        start = words[place][0]
        ends = [end for _start, end in words[place : place + roster.longest]]
        count = next(
            (n for n in range(len(ends), 0, -1) if folded[start : ends[n - 1]] in roster.forms), 0
        )
        if count and folded[start - 1 : start] not in {"@", "#"}:
            yield start, ends[count - 1], folded[start : ends[count - 1]]
        place += count or 1


@lru_cache(maxsize=16)
def people_in(text: str, roster: Roster) -> frozenset[str]:
    """Full names of those whom the text names by more than a word that others share."""
    return frozenset(
        mention.person.name
        for mention in mentions(text, roster)
        if len(text[mention.start : mention.end].split()) > 1 and not by_office(text, mention)
    )


def by_office(text: str, mention: Mention) -> bool:
    """Whether it is an office and no name: "the Mexican president"."""
    return text.startswith(("the ", "The ", "the\n", "The\n"), mention.start)


def _forms(person: Person) -> list[str]:
    words = person.name.split()
    plain = [word for word in words if not names.is_initial(word)]
    tail = names.surname(words) if len(words) > 1 else words
    forms = [
        person.name,
        " ".join(plain),
        f"{plain[0]} {plain[-1]}" if len(plain) > 1 else "",
        f"{plain[0]} {' '.join(tail)}" if len(plain) > 1 else "",
        person.short or "",
        " ".join(tail),
        *(tail if all(word not in names.PARTICLES for word in tail) else ()),
        *person.aliases,
    ]
    return [" ".join(names.fold(form).split()).rstrip(".") for form in forms if len(form) > 1]


def _only(people: Sequence[Person], present: set[str]) -> Person | None:
    if len(people) == 1:
        return people[0]
    here = [person for person in people if person.name in present]
    return here[0] if len(here) == 1 else None


_BEFORE = re.compile(r"([^\W\d_][\w'’.-]*)[ -]$")
_AFTER = re.compile(r"[ -]([^\W\d_][\w'’-]*)")


def _part_of_name(text: str, start: int, end: int) -> bool:
    """A bare surname inside other words: the Trudeau Foundation, Hunter Biden, Lake Wood."""
    if any(letter in text[start:end] for letter in " \n"):
        return False
    before = _BEFORE.search(text[max(0, start - 30) : start])
    if before and _is_other_name(before[1]):
        return True
    after = _AFTER.match(text, end)
    return after is not None and _is_organisation_word(after[1])


def _is_other_name(word: str) -> bool:
    if not word[0].isupper() or word.isupper() or word.endswith("."):
        return False
    return word.lower() not in names.title_words() and not names.is_opener(word)


def _is_organisation_word(word: str) -> bool:
    return word in {
        "Foundation",
        "Center",
        "Centre",
        "Institute",
        "Library",
        "University",
        "Street",
    }


def _by_role(text: str, roster: Roster, named: Sequence[Mention]) -> list[Mention]:
    """ "the Mexican president", "the U.S. president": nationality and office, one person fits."""
    taken = {mention.start for mention in named}
    found = []
    for start, end, country in countries_named(text, 0, len(text)):
        match = _OFFICE_AFTER.match(text, end)
        if not match or not (article := _ARTICLE_BEFORE.search(text[max(0, start - 5) : start])):
            continue
        holders = roster.officeholders(country, match["office"].lower())
        if len(holders) == 1 and match.end() + 1 not in taken:
            found.append(Mention(start - len(article[0]), match.end(), holders[0]))
    return found


_ARTICLE_BEFORE = re.compile(r"\b[Tt]he[ \n]$")
_OFFICE_AFTER = re.compile(
    r"[ \n](?P<office>[Pp]resident|[Pp]rime [Mm]inister|[Cc]hancellor|[Ff]oreign [Mm]inister"
    r"|[Ff]oreign [Ss]ecretary|[Ss]ecretary of [Ss]tate|[Aa]mbassador|[Ll]eader|[Kk]ing)\b(?!['’]s)"
)
_CHIEFS = frozenset({"president", "prime minister", "chancellor", "king"})


def _same_office(asked: str, held: str | None) -> bool:
    if held is None or asked == held:
        return held is not None
    if asked == "leader":
        return held in _CHIEFS
    if asked == "secretary":
        return held.startswith("secretary of")
    return asked == "minister" and held == "foreign minister"
