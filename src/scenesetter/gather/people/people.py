"""Who a note introduces by full name, and everyone that the notes know together."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from scenesetter.gather.people import names, roles
from scenesetter.gather.people.introductions import INTRODUCING, Introduction, introductions
from scenesetter.gather.people.issuers import issuer_of
from scenesetter.gather.people.mentions import Roster
from scenesetter.gather.people.offices import kind_of_office
from scenesetter.gather.people.parties import placed
from scenesetter.model.engagement import Engagement, Person
from scenesetter.model.note import Note

_AUTHOR = re.compile(r"\b(?:[Bb]y|Photographer|Photo|Author|Editor)s?[:\s]", re.IGNORECASE)
_ACRONYM = re.compile(r"\b[A-Z]{3,6}\b")

_Item = TypeVar("_Item")


def people_of(note: Note) -> tuple[Person, ...]:
    """People whom the note names in full, in the order of their first mention.

    A capitalised run is a person only on evidence: a title, a role in apposition, a speech verb
    beside it, or a common given name. The note's own author is left out.
    """
    labels = {
        names.key(block.speaker).split()[-1]
        for block in note.blocks
        if block.speaker and names.key(block.speaker)
    }
    groups: dict[tuple[str, ...], list[Introduction]] = {}
    for introduction in introductions(note, labels):
        groups.setdefault(names.identity(introduction.name), []).append(introduction)
    authors, used = _authors(note), _used_alone(note)
    acronyms = frozenset(_ACRONYM.findall(note.text))
    people = [
        (_person(introduced, used, acronyms), introduced)
        for identity, introduced in _joined(groups).items()
        if identity not in authors
    ]
    return placed(note, people, issuer_of(note))


def roster(engagement: Engagement, found: Sequence[tuple[str, tuple[Person, ...]]]) -> Roster:
    """One person for each, over all notes; the order of the notes changes nothing.

    What the engagement says of its people wins over what the notes say.
    """
    groups: dict[tuple[str, ...], list[Person]] = {}
    for _note, people in found:
        for person in people:
            groups.setdefault(names.identity(person.name), []).append(person)
    merged = [_merged(group) for _identity, group in sorted(_joined(groups).items())]
    known = [_completed(person, merged) for person in engagement.people]
    sides = Roster(people=(), parties=engagement.parties)
    taken = {identity for person in engagement.people for identity in _identities(person)}
    given = [names.identity(person.name) for person in engagement.people]
    apart = [one for one in merged if not (_is_one_of(one, taken) or _is_within_one(one, given))]
    others = [word for identity in taken for word in identity]
    others += [word for person in apart for word in _words_of_full(person)]
    shared = Counter(others)
    rest = [person for person in apart if not _is_a_part(person, shared)]
    placed = [
        one.model_copy(update={"party": sides.side(one.party) or sides.served(one.role)})
        for one in (*known, *rest)
    ]
    return Roster(people=tuple(placed), parties=engagement.parties)


def _used_alone(note: Note) -> frozenset[str]:
    """Keys of the capitalised runs of the body, titles taken off."""
    return frozenset(
        names.key(" ".join(word.text for word in names.without_title(run)))
        for block in note.blocks
        if block.kind in INTRODUCING
        for run in names.capitalised_runs(note.text, block.start, block.end)
    )


def _authors(note: Note) -> frozenset[tuple[str, ...]]:
    lines = [
        note.text[block.start : block.end]
        for block in note.blocks
        if block.kind == "byline" and _AUTHOR.match(note.text, block.start, block.end)
    ]
    runs = (run for line in lines for run in names.capitalised_runs(line, 0, len(line)))
    written = [" ".join(word.text for word in names.without_title(run)) for run in runs]
    return frozenset(names.identity(name) for name in [*written, note.source.author or ""] if name)


def _person(
    introduced: Sequence[Introduction], used: frozenset[str], acronyms: frozenset[str]
) -> Person:
    name = _best_spelling([introduction.name for introduction in introduced])
    words = name.split()
    title = next((one.title for one in introduced if one.title), None)
    if title and len(words) == 1:
        name = f"{title} {name}"
    written = [role for introduction in introduced for role in introduction.roles]
    aliases = {introduction.alias for introduction in introduced if introduction.alias}
    letters = names.initials(words)
    if len(words) > 2 and letters in acronyms:
        aliases.add(letters)
    return Person(
        name=name,
        role=_role(written),
        party=next((party for role in written if (party := roles.party_of(role))), None)
        or next((one.country for one in introduced if one.country), None),
        short=f"{title} {words[0]}" if title else _short(words, used),
        aliases=tuple(sorted(aliases)),
    )


def _short(words: Sequence[str], used: frozenset[str]) -> str:
    """The longest end of the name that the note uses alone, else the first word where that stands
    alone and is no given name (Yoon Suk Yeol), else the surname."""
    if len(words) == 1:
        return words[0]
    for place in range(1, len(words)):
        tail = words[place:]
        given = names.is_given_name(tail[0]) and len(tail) > 1
        if names.key(" ".join(tail)) in used and not (given or names.is_initial(tail[0])):
            own = names.surname(words)
            return " ".join(tail if len(tail) > len(own) else own)
    for place in range(1, len(words)):
        if names.key(words[place]) in used and not names.is_given_name(words[place]):
            return " ".join(words[place:])  # Rosario Mamani Choque: Mamani
    alone = names.key(words[0]) in used and not names.is_given_name(words[0])
    return words[0] if alone else " ".join(names.surname(words))


def _role(written: Sequence[str]) -> str | None:
    """The most telling form of the office that is named most."""
    offices = Counter(map(kind_of_office, written))
    return max(
        written, key=lambda role: (offices[kind_of_office(role)], *_telling(role)), default=None
    )


def _telling(role: str) -> tuple[bool, bool, int, str]:
    """A role with a country says more than a bare title; then the longer one."""
    return (roles.party_of(role) is not None, roles.is_former(role), len(role), role)


def _best_spelling(spellings: Iterable[str]) -> str:
    """The fullest, the most accented, the most used, then the shortest with the fewest hyphens."""
    used = Counter(spellings)

    def worth(name: str) -> tuple[int, int, int, int, str]:
        accents = sum(names.fold(letter) != letter for letter in name if letter.isalpha())
        size = len(name) + name.count("-")
        return (len(names.identity(name)), accents, used[name], -size, name)

    return max(used, key=worth)


def _joined(groups: dict[tuple[str, ...], list[_Item]]) -> dict[tuple[str, ...], list[_Item]]:
    """Shorter forms put under the one longer name that holds all their words in order."""
    by_word: dict[str, list[tuple[str, ...]]] = {}
    for identity in groups:
        for word in identity:
            by_word.setdefault(word, []).append(identity)
    joined: dict[tuple[str, ...], list[_Item]] = {}
    for identity, items in groups.items():
        longer = _longer_forms(identity, by_word)
        home = longer[0] if len(longer) == 1 else identity
        joined.setdefault(home, []).extend(items)
    return joined


def _longer_forms(
    identity: tuple[str, ...], by_word: dict[str, list[tuple[str, ...]]]
) -> list[tuple[str, ...]]:
    """The longest names that hold these words in order: (Carlos, Alvarado) in (.., .., Quesada)."""
    rarest = min((by_word[word] for word in identity), key=len, default=[])
    if len(rarest) > 50:  # a word of so many names tells nothing apart
        return []
    longer = [other for other in rarest if len(other) > len(identity) and _within(identity, other)]
    longest = max(map(len, longer), default=0)
    found = [other for other in longer if len(other) == longest]
    if len(identity) == 1 and not all(
        other in found or _within(other, found[0]) for other in longer
    ):
        return []  # "Biden", where Joe and Robert Hunter Biden are known
    return found


def _within(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _merged(people: Sequence[Person]) -> Person:
    name = _best_spelling(person.name for person in people)
    written = [person.role for person in people if person.role]
    said = [one for one in people if one.role and roles.party_of(one.role) == one.party]
    parties = Counter(one.party for one in said if one.party)
    parties = parties or Counter(person.party for person in people if person.party)
    shorts = Counter(names.key(person.short) for person in people if person.short)
    short = max(shorts, key=lambda words: (shorts[words], len(words), words), default="")
    royal = next(
        (one.short for one in people if one.short and names.is_royal(one.short.split()[0])), None
    )
    return Person(
        name=name,
        role=_role(written),
        party=min(parties, key=lambda party: (-parties[party], party), default=None),
        short=royal or _as_in(name, short),
        aliases=tuple(sorted({alias for person in people for alias in person.aliases})),
    )


def _as_in(name: str, short: str) -> str:
    """The words of the name that `short` folds to, in the spelling of the name."""
    words = name.split()
    if len(words) == 1:
        return name
    if names.key(words[0]) == short:
        return words[0]
    for place in range(1, len(words)):
        if names.key(" ".join(words[place:])) == short:
            return " ".join(words[place:])
    return " ".join(names.surname(words)) if len(words) > 1 else name


def _completed(person: Person, merged: Sequence[Person]) -> Person:
    """A person of the engagement with what only the notes say of them."""
    own = _identities(person)
    whole = [names.identity(person.name)]
    same = [one for one in merged if _is_one_of(one, own) or _is_within_one(one, whole)]
    noted = _merged(same) if same else person
    words = person.name.split()
    aliases = dict.fromkeys([*person.aliases, *noted.aliases])
    fallback = (
        noted.short if noted.short and names.key(noted.short) in names.key(person.name) else None
    )
    return person.model_copy(
        update={
            "role": person.role or noted.role,
            "party": person.party or noted.party,
            "short": person.short or fallback or " ".join(names.surname(words)) or person.name,
            "aliases": tuple(alias for alias in aliases if alias != person.name),
        }
    )


def _is_within_one(person: Person, identities: Sequence[tuple[str, ...]]) -> bool:
    """Whether just one of the longer names holds all the words of the person's."""
    own = names.identity(person.name)
    longer = [other for other in identities if len(other) > len(own) and _within(own, other)]
    return len(longer) == 1


def _words_of_full(person: Person) -> tuple[str, ...]:
    identity = names.identity(person.name)
    return identity if len(identity) > 1 else ()


def _is_a_part(person: Person, words: Counter[str]) -> bool:
    """A single name that others bear too: "President Biden", where Joe and Jill are known."""
    identity = names.identity(person.name)
    return len(identity) == 1 and identity[0] in words


def _identities(person: Person) -> set[tuple[str, ...]]:
    written = [person.name, *person.aliases, *([person.short] if person.short else [])]
    words = person.name.split()
    if person.short == words[0] and len(words) > 1:  # Fujimoto Haruka, Haruka Fujimoto
        written.append(" ".join([*words[1:], words[0]]))
    return {names.identity(name) for name in written}


def _is_one_of(person: Person, identities: set[tuple[str, ...]]) -> bool:
    return names.identity(person.name) in identities
