"""How many words for a source are linked to whom they mean, over cases of labelled texts.

A case is a TOML file: `half` ("tuned" or "held-out"), what is known of the note (`publisher`,
`title`), `engagement`, `who` by a key (name and party), and `text.body`, in which "{she|key}"
labels the words for a source. Besides the keys of `who` there is "anonymous" (with a party after
it where the words name one), "together" for several sides, "unsure" where the text does not let
one know, and "nobody".
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from scenesetter.gather.blocks.kinds import classify
from scenesetter.gather.people.holders import holder_of
from scenesetter.gather.people.mentions import Roster
from scenesetter.gather.people.names import key
from scenesetter.gather.people.people import people_of, roster
from scenesetter.gather.people.turns import speaker_of
from scenesetter.model.engagement import Engagement
from scenesetter.model.fact import Holder, Span
from scenesetter.model.note import Note, Source
from scenesetter.readers.canonical import Paragraph, assemble
from scenesetter.readers.turns import with_turns

_LABELLED = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
_TITLE = re.compile(
    r"(?:the|mr|mrs|ms|dr|fr|father|cardinal|prince|king|sheikh)\.? ", re.IGNORECASE
)


class Linked(NamedTuple):
    """The words for a source, the label of whom they mean, and who was found."""

    words: str
    wanted: str
    found: Holder | None
    right: bool
    incomplete: bool
    """The right name without the party that is due: not right, but nothing false is said."""


class Links(NamedTuple):
    """Counts over some texts. Who is anonymous is found where this and the party are said."""

    mentions: int
    meant: int
    """Mentions that mean somebody, by name or not."""
    made: int
    """Links that are not marked unsure."""
    right: int
    incomplete: int
    """Of the links made those with the right name, but without the party that is due."""

    @property
    def false(self) -> int:
        """Links that say something false."""
        return self.made - self.right - self.incomplete

    @property
    def precision(self) -> float:
        return 100 * self.right / self.made if self.made else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.right / self.meant if self.meant else 0.0


def people_links(files: Iterable[Path]) -> dict[str, Links]:
    """The counts of each half ("tuned", "held-out") over these cases."""
    halves: dict[str, list[Linked]] = {}
    for file in files:
        case = tomllib.loads(file.read_text("utf-8"))
        halves.setdefault(case["half"], []).extend(linked(case))
    return {half: _counted(found) for half, found in halves.items()}


def linked(case: dict[str, Any]) -> Iterator[Linked]:
    """Each labelled mention of a case in the order of its text."""
    note, labels = _read(case)
    everyone = roster(Engagement.model_validate(case["engagement"]), [("case", people_of(note))])
    for span, wanted in labels:
        words = note.text[span[0] : span[1]]
        found = _meant(note, span, everyone)
        right = _is_right(found, wanted, case["who"])
        yield Linked(words, wanted, found, right, _is_incomplete(found, wanted, case["who"]))


def _read(case: dict[str, Any]) -> tuple[Note, list[tuple[Span, str]]]:
    """The note without its labels, and where they stood."""
    paragraphs, labels, start = [], [], 0
    for written in case["text"]["body"].strip().split("\n\n"):
        plain, rest = "", " ".join(written.split())
        while labelled := _LABELLED.search(rest):
            plain += rest[: labelled.start()]
            place = start + len(plain)
            labels.append(((place, place + len(labelled[1])), labelled[2]))
            plain, rest = plain + labelled[1], rest[labelled.end() :]
        paragraphs.append(Paragraph("body", plain + rest))
        start += len(plain + rest) + 2
    text, blocks = assemble(with_turns(paragraphs))
    source = Source(publisher=case.get("publisher"), title=case.get("title"))
    return classify(Note(name="case", text=text, blocks=blocks, source=source)), labels


def _meant(note: Note, span: Span, everyone: Roster) -> Holder | None:
    """The holder; at the head of a turn the speaker by the turn's label."""
    for block in note.blocks:
        if block.speaker and span[1] <= block.start <= span[1] + 20:
            return speaker_of(note, block.speaker, everyone)
    return holder_of(note, span, everyone)


def _is_right(found: Holder | None, wanted: str, who: dict[str, list[str]]) -> bool:
    if wanted in {"nobody", "unsure"}:
        return found is None or found.unsure
    if found is None or found.unsure:
        return False
    if wanted == "together":
        return found.joint and found.party is None
    name, *parties = who.get(wanted, wanted.split(" ", maxsplit=1))
    party = parties[0] if parties else None
    if name == "anonymous":
        return found.anonymous and found.party == party
    return not found.anonymous and (_plain(found.name), found.party) == (_plain(name), party)


def _is_incomplete(found: Holder | None, wanted: str, who: dict[str, list[str]]) -> bool:
    name, *parties = who.get(wanted, [wanted])
    made = found is not None and not found.unsure and found.party is None
    return bool(made and parties and found and _plain(found.name) == _plain(name))


def _plain(name: str) -> str:
    """Without a title, accents and hyphens: a note may never write them."""
    rest = name
    while title := _TITLE.match(rest):
        rest = rest[title.end() :]
    return key(rest)


def _counted(found: Iterable[Linked]) -> Links:
    every = list(found)
    meant = [one for one in every if one.wanted not in {"nobody", "unsure"}]
    made = [one for one in every if one.found and not one.found.unsure]
    right, incomplete = sum(one.right for one in made), sum(one.incomplete for one in made)
    return Links(len(every), len(meant), len(made), right, incomplete)
