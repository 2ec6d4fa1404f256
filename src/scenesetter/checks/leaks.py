"""REL-01: whether a finished file holds what is kept from its readers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scenesetter.checks.wording import readings, runs, wordings, words

WORDS = "words"
RUN = 6
"""Words that tell where a text comes from: as many in a row, in another order nowhere."""
SHORTEST = 3
"""Words of a passage or title that is searched for whole."""
_SHORTEST_NAME = 4
"""Letters of a name that stands alone."""
_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])")
_CITED = re.compile(r"\bf:([0-9a-f]{6,12})")
_APART = " \x00 "


class Kept(NamedTuple):
    """What is kept from some readers; `texts` are notes, passages, lines and reasons."""

    texts: Sequence[str] = ()
    names: Sequence[str] = ()
    files: Sequence[str] = ()
    ids: frozenset[str] = frozenset()


class Leak(NamedTuple):
    """What was found: of which kind, and the words, which are not for the log of a build."""

    kind: str
    words: str


class Secrets:
    """What only withheld material has. What the readers see anyway is none, and for names neither
    are the words that every pack has: `vocabulary`."""

    def __init__(self, kept: Kept, seen: Iterable[str], vocabulary: Iterable[str] = ()) -> None:
        known = [told for text in seen for told in wordings(text)]
        self._known = _APART.join(["", *(" ".join(told) for told in known), ""])
        self._common = {word for text in vocabulary for word in words(text)}
        self._common |= {word for told in known for word in told}
        self._ids = kept.ids
        self._kinds: dict[int, dict[str, str]] = defaultdict(dict)
        common = {run for told in known for run in runs(told, RUN)}
        for told in (told for text in kept.texts for told in wordings(text)):
            self._add_text(told, common)
        for told in (told for name in kept.names if _is_name(name) for told in wordings(name)):
            self._add_name(told)
        for file in kept.files:
            self._add_file(file)

    def found_in(self, text: str) -> Iterator[Leak]:
        """Each of them once; takes time in proportion to the text."""
        for reading in readings(text):
            for told in wordings(reading):
                yield from self._found_among(told)
        cited = _CITED.findall(text)
        ids = {one for one in self._ids for part in cited if one.startswith(part)}
        for one in sorted(ids | (self._ids & set(_ID.findall(text)))):
            yield Leak("the id of a fact", one)

    def _found_among(self, told: Sequence[str]) -> Iterator[Leak]:
        for length, kinds in self._kinds.items():
            for run in sorted(kinds.keys() & set(runs(told, length))):
                if kinds[run] != WORDS or not self._is_explained(run.split()):
                    yield Leak(kinds[run], run)

    def _add_text(self, told: Sequence[str], common: set[str]) -> None:
        size = min(RUN, len(told))
        fresh = set(runs(told, size)) - common if size >= SHORTEST else ()
        self._kinds[size].update(dict.fromkeys(fresh, WORDS))

    def _add_name(self, told: Sequence[str]) -> None:
        """And by its last word alone, as notes and tables have it."""
        if len(told) > 1 and not self._is_known(told):
            self._kinds[len(told)][" ".join(told)] = "a name"
        if len(told[-1]) >= _SHORTEST_NAME and told[-1] not in self._common:
            self._kinds[1][told[-1]] = "a name"

    def _add_file(self, name: str) -> None:
        stem = name.rpartition("/")[2].rpartition(".")[0]
        parts = re.split(r"[\W_]+", stem.casefold())
        told = wordings(name)
        told += [words(" ".join(parts))] if len(parts) > 2 else []
        told += [words(stem)] if len(parts) > 1 and len(stem) >= 2 * _SHORTEST_NAME else []
        for one in told:
            if one and not self._is_known(one):
                self._kinds[len(one)][" ".join(one)] = "the name of a note's file"

    def _is_known(self, told: Sequence[str]) -> bool:
        return f" {' '.join(told)} " in self._known

    def _is_explained(self, told: Sequence[str]) -> bool:
        """Whether two things that these readers see make it up, side by side as in print: the end
        of a sentence and the name of who said it."""
        return any(
            (not told[:at] or self._is_known(told[:at])) and self._is_known(told[at:])
            for at in range(len(told))
        )


def _is_name(text: str) -> bool:
    """Not "officials", not "the minister"."""
    return text[:1].isupper() and bool(words(text))
