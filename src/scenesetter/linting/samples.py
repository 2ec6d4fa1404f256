"""Packs made up to try templates on: with everything, with everything but one field of each thing
in turn, with the least of each thing, with empty sections, with nothing.

Values are made from the model, so that a new field is tried the day it is there. Every text is
told from every other, and so found again in what a template prints.
"""

import types
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from scenesetter.model.audience import Audience
from scenesetter.model.pack import Group, Pack, Paper, Point, Section, SourceEntry
from scenesetter.model.points import SPOKEN
from scenesetter.model.topic import Topic

TABLES = {"figures", "dates"}
FURTHER = "shared/paper.md.j2"
"""The template of the paper on all further issues."""


class Sample(NamedTuple):
    """`kind` says in words what the pack has."""

    kind: Literal["everything", "one thing missing", "the least", "empty sections", "nothing"]
    pack: Pack


def samples(
    audience: Audience, papers: Sequence[tuple[Topic, str]], more: dict[str, object] | None = None
) -> tuple[Sample, ...]:
    """`papers` are topics with the templates of their papers, `more` are fields of the pack that a
    house style gives."""
    given = more or {}
    return (
        Sample("everything", _pack(_Maker(whole=True), audience, papers, given)),
        Sample("one thing missing", _pack(_Maker(whole=True, turns=True), audience, papers, given)),
        Sample("the least", _pack(_Maker(whole=False), audience, papers, given)),
        Sample("empty sections", _pack(_Maker(whole=False, empty=True), audience, papers, given)),
        Sample("nothing", _empty(audience, given)),
    )


class _Maker:
    """Makes values of the model, whole or with only what must be there; `turns`: of each thing
    another field is missing every time; `empty`: no points but those to be spoken."""

    def __init__(self, *, whole: bool, turns: bool = False, empty: bool = False) -> None:
        self.whole = whole
        self.turns = turns
        self.empty = empty
        self.made = 0
        self.turn: Counter[type[BaseModel]] = Counter()

    def value(self, model: type[BaseModel], **given: object) -> Any:  # noqa: ANN401 - a value of `model`
        hints, missing = _hints(model), self._missing(model)
        data = {
            name: given[name] if name in given else self._field(model, name, hints[name])
            for name in model.model_fields
        }
        return model.model_validate(data | ({missing: None} if missing else {}))

    def _missing(self, model: type[BaseModel]) -> str | None:
        if not self.turns or not (optional := _optional(model)):
            return None
        self.turn[model] += 1
        return optional[self.turn[model] % len(optional)]

    def _field(self, model: type[BaseModel], name: str, annotation: Any) -> object:  # noqa: ANN401 - annotations have no common type
        if name == "mark":
            self.made += 1
            return f"({model.__name__.upper()} {self.made})" if self.whole else None
        if name == "responses":
            return (self.point(responses=()),) if self.whole and model is Point else ()
        if name == "sources":
            return self.numbers()
        return self._of(annotation, f"{_words(model.__name__)} {name.replace('_', ' ')}")

    def _of(self, annotation: Any, words: str) -> object:  # noqa: ANN401 - as above
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._of(inner[0], words)
        if origin in (Union, types.UnionType):
            known = [one for one in inner if one is not type(None)]
            return self._of(known[0], words) if self.whole or len(known) == len(inner) else None
        if origin is Literal:
            return inner[0]
        if origin is tuple:
            return self._several(inner[0], words)
        return self._single(annotation, words)

    def _single(self, annotation: Any, words: str) -> object:  # noqa: ANN401 - as above
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            foreign = annotation.__module__ != Pack.__module__  # such as how a banner looks
            return annotation() if foreign else self.value(annotation)
        if annotation is bool:
            return self.whole
        self.made += 1
        return self.made if annotation is int else f"{words} {self.made}."

    def _several(self, item: Any, words: str) -> tuple[object, ...]:  # noqa: ANN401 - as above
        if self.whole:
            return (self._of(item, words), self._of(item, words))
        record = isinstance(item, type) and issubclass(item, BaseModel)
        return (self._of(item, words),) if record and not (self.empty and item is Point) else ()

    def points(self) -> tuple[Point, ...]:
        """As many as show each field missing once."""
        several = len(_optional(Point)) if self.turns else 2
        return tuple(self.point() for _ in range(several if self.whole else 1))

    def point(self, **given: object) -> Point:
        self.made += 1
        known = {"text": f"Point text {self.made}.", "facts": (f"f{self.made}",), **given}
        made: Point = self.value(Point, **known)
        return made

    def numbers(self) -> tuple[int, ...]:
        return (1, 2) if self.whole else ()


@cache
def _hints(model: type[BaseModel]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


@cache
def _optional(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name, hint in _hints(model).items() if type(None) in get_args(hint))


def _words(name: str) -> str:
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip().capitalize()


def _pack(
    maker: _Maker,
    audience: Audience,
    papers_of: Sequence[tuple[Topic, str]],
    given: dict[str, object],
) -> Pack:
    issues = [(topic.name, topic.title, template) for topic, template in papers_of]
    papers = [
        _paper(maker, audience.sections, *issue)
        for issue in (*issues, ("other", "Further issues", FURTHER))
    ]
    overview = [_paper(maker, ("bottom-line",), *issue) for issue in issues]
    listed = {"overview": overview, "papers": papers}
    known = {part: made if part in audience.parts else () for part, made in listed.items()}
    sources = [_source(maker, number) for number in ((1, 2) if maker.whole else (1,))]
    pack: Pack = maker.value(Pack, **_frame(audience), **known, sources=sources, **given)
    return pack


def _frame(audience: Audience) -> dict[str, object]:
    return {
        "slug": "sample",
        "title": "Sample engagement",
        "audience": audience.name,
        "audience_title": audience.title,
        "parts": audience.parts,
        "language": "en",
        "created": None,
        "mark": None,
    }


def _paper(maker: _Maker, sections: Iterable[str], issue: str, title: str, template: str) -> Paper:
    made = tuple(_section(maker, name) for name in sections)
    paper: Paper = maker.value(
        Paper, issue=issue, title=title, anchor=f"issue-{issue}", template=template, sections=made
    )
    return paper


def _section(maker: _Maker, name: str) -> Section:
    """What is spoken always has a line; anything else may be empty, and says so."""
    form = "table" if name in TABLES else "spoken" if name in SPOKEN else "points"
    groups: tuple[Group, ...] = ()
    if maker.whole:
        groups = (_group(maker), _group(maker))
    elif form == "spoken" or not maker.empty:
        groups = (_group(maker),)
    gap = None if groups else f"Gap of {name} {maker.made}."
    section: Section = maker.value(Section, name=name, form=form, groups=groups, gap=gap)
    return section


def _group(maker: _Maker) -> Group:
    group: Group = maker.value(Group, points=maker.points())
    return group


def _source(maker: _Maker, number: int) -> SourceEntry:
    address = f"https://example.org/{number}" if maker.whole else None
    entry: SourceEntry = maker.value(SourceEntry, number=number, url=address)
    return entry


def _empty(audience: Audience, given: dict[str, object]) -> Pack:
    """Every list empty, every choice none."""
    maker = _Maker(whole=False)
    full = maker.value(Pack, **_frame(audience), overview=(), papers=(), sources=(), **given)
    lists = {
        name: ()
        for name, value in full
        if isinstance(value, tuple) and name not in {"parts", *given}
    }
    pack: Pack = full.model_copy(update=lists)
    return pack
