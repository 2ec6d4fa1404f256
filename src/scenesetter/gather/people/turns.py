"""Who speaks in the turns of a transcript, by their labels."""

from scenesetter.gather.people import names, unnamed
from scenesetter.gather.people.mentions import Roster, people_in
from scenesetter.model.engagement import Person
from scenesetter.model.fact import Holder
from scenesetter.model.note import Note


def speaker_of(note: Note, label: str, roster: Roster) -> Holder:
    """The speaker of a turn by its label ("MR PRICE"); the label itself where no one fits."""
    words = label.strip().rstrip(":").split()
    rest = [word for word in words if word.rstrip(".").lower() not in _title_words()]
    wanted = names.key(" ".join(rest))
    people = _called(roster, wanted) or _called(roster, wanted.rpartition(" ")[2])
    here = [person for person in people if _named_in(note, person, roster)]
    if len(here) == 1 or len(people) == 1:
        person = (here or people)[0]
        unsure = not here and not _same_title(person, words)
        return Holder(name=person.name, role=person.role, party=person.party, unsure=unsure)
    spoken = " ".join(word.capitalize() if word.isupper() else word for word in words)
    return Holder(name=spoken, anonymous=unnamed.is_unnamed(words), unsure=len(people) > 1)


def _called(roster: Roster, wanted: str) -> list[Person]:
    return [person for person in roster.people if wanted and _is_called(person, wanted)]


def _is_called(person: Person, wanted: str) -> bool:
    called = [names.key(name) for name in (person.name, person.short or "", *person.aliases)]
    return any(name == wanted or name.endswith(f" {wanted}") for name in called)


def _named_in(note: Note, person: Person, roster: Roster) -> bool:
    titled = people_in(note.source.title or "", roster)
    return person.name in people_in(note.text, roster) | titled


def _same_title(person: Person, label: list[str]) -> bool:
    """SECRETARY BLINKEN, where the only one of that surname is a secretary."""
    return any(word.lower() in (person.role or "").lower().split() for word in label)


def _title_words() -> frozenset[str]:
    return names.title_words() | {"mr", "ms", "mrs", "dr", "amb", "gen", "sen", "gov", "rep"}
