"""Where a text mentions the people that the notes know."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from scenesetter.gather.countries import countries_named, country_of
from scenesetter.gather.lexicon import lexicon
from scenesetter.gather.people import names, offices, roles
from scenesetter.gather.people.capitals import forms_in_capitals
from scenesetter.model.engagement import Party, Person
from scenesetter.model.fact import Span

_WORD = re.compile(rf"(?:\w|{names.BROKEN})+(?:['.](?!s\b)\w+)*")


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

    def described(self, words: str, country: str | None) -> tuple[Person, ...]:
        """Those of a country whose role the words fit; who ranks below only where nobody else
        does."""
        if (words, country) not in self._described:
            of_country = [person for person in self.people if person.party == country]
            degrees = [(self.degree(words, person), person) for person in of_country]
            best = max((degree for degree, _person in degrees), default=0)
            found = tuple(person for degree, person in degrees if degree == best and best)
            self._described[words, country] = found
        return self._described[words, country]

    @cached_property
    def _described(self) -> dict[tuple[str, str | None], tuple[Person, ...]]:
        return {}

    def degree(self, words: str, person: Person) -> int:
        """How well a description fits the person's role: 2, 1 where the role ranks lower, 0."""
        if person.short and names.is_royal(words.title()) and _is_royal(person):
            return 2 * (person.short.split()[0] == words.title())
        return offices.fits(words, person.role) if person.role else 0

    def side(self, country: str | None) -> str | None:
        """A country or body by the name that the engagement has for it."""
        return self._sides.get(country, country) if country else None

    def served(self, role: str | None) -> str | None:
        """The party that a role speaks for, where the party is of no list of countries: by its
        name, what else it is called, or an adjective of its name ("Sundrian trade envoy")."""
        if not role or roles.is_former(role) or roles.office_of(role) is None:
            return None
        own = [party for party in self.parties if country_of(party.name) is None]
        return next((one.name for one in own if _adjective(one).search(role)), None)

    @cached_property
    def _sides(self) -> dict[str, str]:
        return {name: party.name for party in self.parties for name in _called(party)}


def _is_royal(person: Person) -> bool:
    return person.short is not None and names.is_royal(person.short.split(" ")[0])


def _called(party: Party) -> set[str]:
    written = (party.name, *party.aliases)
    return {*written, *(country for name in written if (country := country_of(name)))}


@lru_cache(maxsize=16)
def _adjective(party: Party) -> "re.Pattern[str]":
    stem = re.escape(party.name.rstrip("aeiouy"))
    called = "|".join(map(re.escape, (party.name, *party.aliases)))
    return re.compile(rf"(?<!\w)(?:{called}|{stem}(?:n|an|ian|ean|ese|ish|ic|i|er))(?!\w)")


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
        if (person := _meant(text, start, roster.forms[form], present))
        and not _part_of_name(text, start, end)
    ]
    return tuple(sorted([*named, *_by_role(text, roster, named)]))


def mentions_within(text: str, span: Span, roster: Roster) -> tuple[Mention, ...]:
    """Those of a text's mentions that begin in `text[start:end]`."""
    known = mentions(text, roster)
    low, high = (bisect_left(known, place, key=lambda mention: mention.start) for place in span)
    return known[low:high]


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
        if (
            len(text[mention.start : mention.end].split()) > 1
            or len(mention.person.name.split()) == 1
        )
        and not by_office(text, mention)
    )


@lru_cache(maxsize=16)
def people_called(text: str, roster: Roster) -> frozenset[str]:
    """Full names of those whom the text names, be it by the surname alone."""
    return frozenset(
        mention.person.name for mention in mentions(text, roster) if not by_office(text, mention)
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
        *_ends_with_particle(tail),
        *_words_of_short(person),
        *person.aliases,
        f"{(person.short or '').split(' ')[0]} {person.name}" if _is_royal(person) else "",
        f"{' '.join(words[1:])} {words[0]}" if person.short == words[0] and words[1:] else "",
    ]
    folded = [" ".join(names.fold(form).split()).rstrip(".") for form in forms if len(form) > 1]
    written = [*folded, *(form.replace("'", "") for form in folded if "'" in form)]
    capitals = [form for one in written for form in forms_in_capitals(one)]
    return [*written, *(f"{form[0].upper()}{form[1:]}" for form in written), *capitals]


def _words_of_short(person: Person) -> list[str]:
    words = (person.short or "").split()
    particle = any(word in names.PARTICLES for word in words)
    return [] if particle or _is_royal(person) else words


def _ends_with_particle(tail: Sequence[str]) -> Iterator[str]:
    """ "de la Cruz" of María Dolores de la Cruz, "Khoury" of el-Khoury."""
    first = next((at for at, word in enumerate(tail) if word in names.PARTICLES), None)
    if first is not None:
        yield " ".join(tail[first:])
    if tail and (prefixed := _PREFIX.match(tail[-1])):
        yield tail[-1][prefixed.end() :]


_PREFIX = re.compile(r"(?:[Aa]l|[Ee]l)-(?=\w{3})")


def _meant(text: str, start: int, people: Sequence[Person], present: set[str]) -> Person | None:
    """The one of several with the same name whom the title before it fits ("Mrs. Biden",
    "Minister Mensah"), else the one whom the text names otherwise too."""
    if len(people) == 1:
        return people[0]
    for some in (_of_title(text, start, people), _of_address(text, start, people), people):
        here = [person for person in some if person.name in present]
        if len(some) == 1 or len(here) == 1:
            return (here or list(some))[0]
    return None


def _of_title(text: str, start: int, people: Sequence[Person]) -> list[Person]:
    title = roles.role_before(text, start, 0)
    return [one for one in people if title and one.role and offices.fits(title, one.role)]


def _of_address(text: str, start: int, people: Sequence[Person]) -> list[Person]:
    address = _ADDRESS.search(text[max(0, start - 10) : start])
    if not address:
        return []
    pronoun = "he" if address[1] in {"Mr", "Sir"} else "she"
    return [person for person in people if names.may_be(pronoun, person.name)]


_ADDRESS = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Madam|Madame|Lady)\.?[ \n]$")
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
    return word in lexicon("roles")["named_after_people"]


def _by_role(text: str, roster: Roster, named: Sequence[Mention]) -> list[Mention]:
    """ "the Mexican president", "the U.S. trade secretary": country and office, one person fits."""
    taken = {mention.start for mention in named}
    found = []
    for start, end, country in countries_named(text, 0, len(text)):
        office = office_after(text, end)
        if not office or not (article := _ARTICLE_BEFORE.search(text[max(0, start - 5) : start])):
            continue
        words = " ".join(text[slice(*office)].split())
        holders = roster.described(words, roster.side(country))
        if len(holders) == 1 and office[1] + 1 not in taken:
            found.append(Mention(start - len(article[0]), office[1], holders[0]))
    return found


_ARTICLE_BEFORE = re.compile(r"\b[Tt]he[ \n]$")


def office_after(text: str, start: int) -> Span | None:
    """The office right after a country, no name after it: "Lebanese | consul general"."""
    words = [match.span() for match in _NEXT_WORDS.finditer(text, start, start + _REACH)]
    words = words[: next((at for at in range(len(words)) if not _follows(words, at, start)), None)]
    plain = [text[first:last] for first, last in words[:6]]
    for place in range(min(3, len(plain))):
        if length := roles.office_length(plain, place):
            last = place + length
            named = last < len(plain) and plain[last][0].isupper()
            return None if named else (words[0][0], words[last - 1][1])
    return None


_NEXT_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
_REACH = 80
"""Characters after a country in which its office stands."""


def _follows(words: Sequence[Span], at: int, start: int) -> bool:
    """Whether one blank alone stands before the word."""
    before = words[at - 1][1] if at else start
    return words[at][0] - before == 1
