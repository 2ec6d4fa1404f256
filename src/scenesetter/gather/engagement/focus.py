"""The names that a briefing is about, and where a text mentions them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from scenesetter.gather.countries import countries_named
from scenesetter.model.engagement import Engagement


class Focus(NamedTuple):
    """`names` maps a form that notes may use to the one name it stands for; `pattern` finds the
    forms. `countries` are the parties that are countries, known by many more forms; to name one
    of its `people` is to name a party."""

    pattern: re.Pattern[str]
    names: dict[str, str]
    countries: frozenset[str]
    people: dict[str, str]

    def mentioned(self, text: str) -> frozenset[str]:
        """The names that a text mentions."""
        found = {self.names[match[0]] for match in self.pattern.finditer(text)}
        found |= {self.people[name] for name in found if name in self.people}
        found |= {
            country
            for _, _, country in countries_named(text, 0, len(text))
            if country in self.countries
        }
        return frozenset(found)


def focus(engagement: Engagement, more: tuple[str, ...] = ()) -> Focus:
    """The focus of an engagement: parties, people, place, and further names as written."""
    names = {form: name for name, form in _forms(engagement, more) if form}
    longest_first = sorted(names, key=lambda form: (-len(form), form))
    joined = "|".join(re.escape(form) for form in longest_first) or r"(?!)"
    return Focus(
        # Not in a compound: the Biden-Harris administration is not Harris.
        re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])"),
        names,
        frozenset(party.name for party in engagement.parties),
        {person.name: person.party for person in engagement.people if person.party},
    )


def _forms(engagement: Engagement, more: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for party in engagement.parties:
        for form in (party.name, *party.aliases):
            yield party.name, form
    for person in engagement.people:
        for form in (person.name, person.short or "", *person.aliases):
            yield person.name, form
    for name in more:
        yield name, name
    place = (engagement.place or "").partition(",")[0]
    yield place, place
