"""Who a note introduces by full name, and everyone that the notes know together."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from scenesetter.gather.people import names, roles, unnamed
from scenesetter.gather.people.mentions import Roster
from scenesetter.model.engagement import Engagement, Person
from scenesetter.model.note import Block, Note

_INTRODUCING = frozenset({"body", "question"})
_LISTING = frozenset({"byline", "caption", "heading", "dateline"})
_AUTHOR = re.compile(r"\b(?:[Bb]y|Photographer|Photo|Author|Editor)s?[:\s]", re.IGNORECASE)
_ALSO_CALLED = re.compile(
    r",?[ ](?:or|(?:also|better|widely|popularly)[ ]known[ ]as|known[ ]as|nicknamed|aka)[ ]"
    r"[\"“‘']?(?P<alias>[A-Z][\w-]{1,20}(?:[ ][A-Z][\w-]{1,20}){0,2})[\"”’']?(?=[\s,.;)])"
)
_IN_BRACKETS = re.compile(r"[ ]\([\"“]?(?P<alias>[A-Z][\w.-]{1,20})[\"”]?\)")
_ACRONYM = re.compile(r"\b[A-Z]{3,6}\b")

_Item = TypeVar("_Item")


class _Introduction(NamedTuple):
    name: str
    roles: tuple[str, ...]
    alias: str | None


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
    groups: dict[tuple[str, ...], list[_Introduction]] = {}
    for introduction in _introductions(note, labels):
        groups.setdefault(names.identity(introduction.name), []).append(introduction)
    authors, issuer = _authors(note), unnamed.country_of_organ(note.source.publisher or "")
    used, acronyms = _used_alone(note), frozenset(_ACRONYM.findall(note.text))
    return tuple(
        _acting_for(issuer, _person(introductions, used, acronyms))
        for identity, introductions in _joined(groups).items()
        if identity not in authors
    )


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
    taken = {identity for person in engagement.people for identity in _identities(person)}
    rest = [person for person in merged if not _is_one_of(person, taken)]
    return Roster(people=(*known, *rest), parties=engagement.parties)


def _introductions(note: Note, labels: set[str]) -> Iterator[_Introduction]:
    for block in note.blocks:
        introducing = block.kind in _INTRODUCING and not _is_headline(note.text, block)
        if introducing or (labels and block.kind in _LISTING):
            yield from _introduced(note.text, block.start, block.end, labels)
    title = note.source.title or ""
    for introduction in _introduced(title, 0, len(title), labels):
        if names.key(introduction.name).split()[-1] in labels:
            yield introduction


def _is_headline(text: str, block: Block) -> bool:
    """A short line whose words are nearly all capitalised tells no name from other words."""
    if block.end - block.start > 200 or text[block.start : block.end].rstrip().endswith((".", '"')):
        return False
    words = [word for word in text[block.start : block.end].split() if word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    return len(words) > 4 and capital >= 0.6 * len(words)


def _introduced(text: str, start: int, end: int, labels: set[str]) -> Iterator[_Introduction]:
    for run in names.capitalised_runs(text, start, end):
        words = names.without_title(run)
        if not names.is_name([word.text for word in words]):
            continue
        first, last = words[0].start, words[-1].end
        name = " ".join(word.text for word in words)
        told = (roles.role_before(text, first, start), roles.role_after(text, last, end))
        known = names.is_given_name(words[0].text) or names.key(words[-1].text) in labels
        if any(told) or known or _beside_speech(text, first, last):
            written = tuple(role for role in told if role and not roles.is_honorific(role))
            yield _Introduction(name, written, _alias(text, last, end, words))


def _beside_speech(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 20) : start].split()[-1:]
    after = re.findall(r"[a-z]+", text[end : end + 30])[:2]
    adjoining = text[end : end + 2].strip(" ,").islower()
    return any(map(roles.is_speech, before)) or (adjoining and any(map(roles.is_speech, after)))


def _alias(text: str, end: int, ceiling: int, words: Sequence[names.Word]) -> str | None:
    if called := _ALSO_CALLED.match(text, end, ceiling):
        alias = called["alias"]
        return None if names.is_name(alias.split()) and " or " in called[0] else alias
    bracketed = _IN_BRACKETS.match(text, end, ceiling)
    letters = names.initials([word.text for word in words])
    return bracketed["alias"] if bracketed and bracketed["alias"] == letters else None


def _used_alone(note: Note) -> frozenset[str]:
    """Keys of the capitalised runs of the body, titles taken off."""
    return frozenset(
        names.key(" ".join(word.text for word in names.without_title(run)))
        for block in note.blocks
        if block.kind in _INTRODUCING
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
    introductions: Sequence[_Introduction], used: frozenset[str], acronyms: frozenset[str]
) -> Person:
    name = _best_spelling([introduction.name for introduction in introductions])
    words = name.split()
    written = [role for introduction in introductions for role in introduction.roles]
    aliases = {introduction.alias for introduction in introductions if introduction.alias}
    letters = names.initials(words)
    if len(words) > 2 and letters in acronyms:
        aliases.add(letters)
    return Person(
        name=name,
        role=max(written, key=_telling, default=None),
        party=next((party for role in written if (party := roles.party_of(role))), None),
        short=_short(words, used),
        aliases=tuple(sorted(aliases)),
    )


def _acting_for(issuer: str | None, person: Person) -> Person:
    """In what a government publishes, an office without a country is its own."""
    if person.party or issuer is None or person.role is None or roles.is_former(person.role):
        return person
    return person.model_copy(update={"party": issuer}) if roles.office_of(person.role) else person


def _short(words: Sequence[str], used: frozenset[str]) -> str:
    """The longest end of the name that the note uses alone, else the first word where that stands
    alone and is no given name (Yoon Suk Yeol), else the surname."""
    for place in range(1, len(words)):
        tail = words[place:]
        given = names.is_given_name(tail[0]) and len(tail) > 1
        if names.key(" ".join(tail)) in used and not (given or names.is_initial(tail[0])):
            own = names.surname(words)
            return " ".join(tail if len(tail) > len(own) else own)
    alone = names.key(words[0]) in used and not names.is_given_name(words[0])
    family_first = alone and len(words) > 2
    return words[0] if family_first else " ".join(names.surname(words))


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
    return [other for other in longer if len(other) == longest]


def _within(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _merged(people: Sequence[Person]) -> Person:
    name = _best_spelling(person.name for person in people)
    written = [person.role for person in people if person.role]
    parties = Counter(person.party for person in people if person.party)
    shorts = Counter(names.key(person.short) for person in people if person.short)
    short = max(shorts, key=lambda words: (shorts[words], len(words), words), default="")
    return Person(
        name=name,
        role=max(written, key=_telling, default=None),
        party=min(parties, key=lambda party: (-parties[party], party), default=None),
        short=_as_in(name, short),
        aliases=tuple(sorted({alias for person in people for alias in person.aliases})),
    )


def _as_in(name: str, short: str) -> str:
    """The words of the name that `short` folds to, in the spelling of the name."""
    words = name.split()
    if names.key(words[0]) == short:
        return words[0]
    for place in range(1, len(words)):
        if names.key(" ".join(words[place:])) == short:
            return " ".join(words[place:])
    return " ".join(names.surname(words)) if len(words) > 1 else name


def _completed(person: Person, merged: Sequence[Person]) -> Person:
    """A person of the engagement with what only the notes say of them."""
    own = _identities(person)
    same = [other for other in merged if _is_one_of(other, own)]
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


def _identities(person: Person) -> set[tuple[str, ...]]:
    return {names.identity(person.name), *(names.identity(alias) for alias in person.aliases)}


def _is_one_of(person: Person, identities: set[tuple[str, ...]]) -> bool:
    return names.identity(person.name) in identities
