"""Lengths of a composed pack: words, sentences, points. Pages are counted in the printed file."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scenesetter.findings import Finding
from scenesetter.model.pack import Pack, Paper, Particular, points_in, with_responses
from scenesetter.model.style import Limit, Style

_SENTENCE_END = re.compile(r"[.!?…][”\"’')]*(?= [“\"‘'(]?[A-ZÀ-Þ0-9])")


def sentences_in(text: str) -> int:
    return len(_SENTENCE_END.findall(text)) + 1 if text.strip() else 0


class Measured(NamedTuple):
    """A part of a pack that has a length: its name in plain words, its points."""

    name: str
    points: tuple[str, ...]

    def count(self, measure: str) -> int:
        if measure == "points":
            return len(self.points)
        if measure == "sentences":
            return sum(map(sentences_in, self.points))
        return sum(len(text.split()) for text in self.points)


def lengths_are_kept(pack: Pack, style: Style, where: str) -> Iterator[Finding]:
    """LEN-01, LEN-02 and LEN-03: nothing is longer or shorter than the style wants."""
    for limit in style.limits:
        if limit.measure == "pages" or (limit.audiences and pack.audience not in limit.audiences):
            continue
        off = [
            f"{one.name} {count}"
            for one in _measured(pack, limit)
            if not limit.least <= (count := one.count(limit.measure)) <= limit.most
        ]
        if off:
            least = f"{limit.least} to " if limit.least else "at most "
            what = (
                f"the style {style.name} wants {least}{limit.most} {limit.measure} of {limit.of} "
                f"in the pack for {pack.audience}: {', '.join(off)}"
            )
            hint = f"shorten it, or write what is missing ({limit.authority})"
            yield Finding("warning", limit.rule, where, 0, what, hint)


def _measured(pack: Pack, limit: Limit) -> Sequence[Measured]:
    """What a limit holds for. A part that is missing is no length: STR-01 names it."""
    if limit.of == "pack":
        return [Measured("the pack", tuple(_texts(pack.papers, None)))]
    if limit.of in {one.name for one in _particulars(pack)}:
        return [
            Measured(one.label, (one.text,)) for one in _particulars(pack) if one.name == limit.of
        ]
    papers = pack.overview if limit.of == "overview" else pack.papers
    section = None if limit.of in ("paper", "overview") else limit.of
    if limit.across or limit.of == "overview":
        parts = [Measured("together", tuple(_texts(papers, section)))]
    else:
        parts = [Measured(paper.title, tuple(_texts([paper], section))) for paper in papers]
    return [one for one in parts if one.points]


def _particulars(pack: Pack) -> Iterator[Particular]:
    yield from pack.particulars
    for paper in pack.papers:
        yield from paper.particulars


def _texts(papers: Sequence[Paper], section: str | None) -> Iterator[str]:
    wanted = [one for paper in papers for one in paper.sections if section in (None, one.name)]
    return (point.text for point in with_responses(points_in(wanted)))
