"""Who speaks in the turns of a transcript, by their labels."""

from collections.abc import Sequence
from functools import cache, lru_cache

from scenesetter.gather.people import names, roles, unnamed
from scenesetter.gather.people.mentions import Roster, people_in
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Holder
from scenesetter.model.note import Note

_OPENING = 4000
"""Characters in which the head of a transcript names those who speak."""

_ANSWERS = frozenset({"a", "answer"})


def speaker_of(note: Note, label: str, roster: Roster) -> Holder:
    """The speaker of a turn by its label ("MR PRICE"); the label itself where no one fits."""
    return _speaker(note, label, roster).model_copy(
        update={"words": label, "link": "speaker's turn"}
    )


def _speaker(note: Note, label: str, roster: Roster) -> Holder:
    words = label.strip().rstrip(":").split()
    rest = [word for word in words if word.rstrip(".").lower() not in _title_words()]
    office = roles.office_of(" ".join(words).lower()) if not rest else None
    if office or names.key(label) in _ANSWERS:
        return _unnamed_speaker(note, words, office, roster)
    wanted = names.key(" ".join(rest))
    people = _called(roster, wanted) or _called(roster, wanted.rpartition(" ")[2])
    people = [person for person in people if _same_title(person, words)] or people
    named = _named_in(note, roster) if people else frozenset()
    here = [person for person in people if person.name in named]
    if len(here) == 1 or len(people) == 1:
        person = (here or people)[0]
        return _holder(person, unsure=not here and not _same_title(person, words))
    return _by_label(words, unsure=len(people) > 1)


def _holder(person: Person, *, unsure: bool) -> Holder:
    return Holder(name=person.name, role=person.role, party=person.party, unsure=unsure)


def _by_label(words: list[str], *, unsure: bool) -> Holder:
    """The label in the case of a name."""
    spoken = " ".join(word.capitalize() if word.isupper() else word for word in words)
    return Holder(name=spoken, anonymous=unnamed.is_unnamed(words), unsure=unsure)


def _unnamed_speaker(note: Note, words: list[str], office: str | None, roster: Roster) -> Holder:
    """THE PRESIDENT, or the one who answers (A): whom the title names, or else, unsure, the head
    of the note, where that is one alone."""
    for number, named in enumerate(_introduced(note, roster)):
        fitting = [
            person
            for person in roster.people
            if person.name in named and (office is None or _holds(person, office))
        ]
        if len(fitting) == 1:
            return _holder(fitting[0], unsure=number > 0)
    return _by_label(words, unsure=True)


def _introduced(note: Note, roster: Roster) -> tuple[frozenset[str], frozenset[str]]:
    """Whom the title names, and whom the head of the note does."""
    first = next((block.start for block in note.blocks if block.speaker), 0)
    opening = note.text[: min(first, _OPENING)]
    return people_in(note.source.title or "", roster), people_in(opening, roster)


def _holds(person: Person, office: str) -> bool:
    role = person.role or ""
    return roles.office_of(role) == office and not roles.is_former(role)


def _called(roster: Roster, wanted: str) -> Sequence[Person]:
    return _by_call(roster).get(wanted, ())


@lru_cache(maxsize=16)
def _by_call(roster: Roster) -> dict[str, tuple[Person, ...]]:
    """People by all they may be called in a label: labels are many, and people too."""
    called: dict[str, list[Person]] = {}
    for person in roster.people:
        for call in _calls(person):
            called.setdefault(call, []).append(person)
    return {call: tuple(people) for call, people in called.items()}


def _calls(person: Person) -> set[str]:
    """Names, the ends of names, and a surname that another follows: Gabriel García Márquez."""
    written = [names.key(name) for name in (person.name, person.short or "", *person.aliases)]
    words = [name.split() for name in written]
    ends = {" ".join(name[place:]) for name in words for place in range(len(name))}
    return ends.union(map(names.key, names.surname(person.name.split()))) - {""}


def _named_in(note: Note, roster: Roster) -> frozenset[str]:
    return people_in(note.text, roster) | people_in(note.source.title or "", roster)


def _same_title(person: Person, label: list[str]) -> bool:
    """SECRETARY BLINKEN, where the only one of that surname is a secretary."""
    return any(word.lower() in (person.role or "").lower().split() for word in label)


@cache
def _title_words() -> frozenset[str]:
    abbreviated = {"mr", "ms", "mrs", "dr", "amb", "gen", "sen", "gov", "rep"}
    return names.title_words() | abbreviated | {"the"}
