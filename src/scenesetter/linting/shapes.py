"""What the values of a template look like, as far as the model tells it."""

import types
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel


@dataclass(frozen=True)
class Unknown:
    """Anything: nothing is said against it."""


@dataclass(frozen=True)
class Plain:
    """Text, a number, or yes or no."""


@dataclass(frozen=True)
class Record:
    model: type[BaseModel]

    @property
    def name(self) -> str:
        """In words: "a source entry"."""
        words = "".join(f" {c.lower()}" if c.isupper() else c for c in self.model.__name__).strip()
        return f"an {words}" if words[0] in "aeiou" else f"a {words}"


@dataclass(frozen=True)
class Many:
    item: "Shape"


@dataclass(frozen=True)
class Loop:
    """The variable `loop` of a loop over such items."""

    item: "Shape"


@dataclass(frozen=True)
class Module:
    """An imported template, by its name."""

    template: str


@dataclass(frozen=True)
class Callable:
    """A macro, by its place in the walk."""

    number: int


Shape = Unknown | Plain | Record | Many | Loop | Module | Callable

LOOP = {
    "index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0",
    "previtem", "nextitem", "cycle", "changed",
}  # fmt: skip


def shape_of(annotation: Any) -> Shape:  # noqa: ANN401 - annotations have no common type
    """None apart, which a template has to ask for."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return shape_of(inner[0])
    if origin in (Union, types.UnionType):
        shapes = {shape_of(one) for one in inner if one is not type(None)}
        return shapes.pop() if len(shapes) == 1 else Unknown()
    if origin is tuple:
        return Many(shape_of(inner[0]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Record(annotation)
    plain = origin is not None and str(origin) == "typing.Literal"
    return Plain() if plain or annotation in (str, int, float, bool) else Unknown()


@cache
def fields_of(model: type[BaseModel]) -> dict[str, Shape]:
    hints = get_type_hints(model, include_extras=True)
    return {name: shape_of(hints[name]) for name in model.model_fields}


def joined(*shapes: Shape) -> Shape:
    """What is either of them."""
    return shapes[0] if shapes and all(shape == shapes[0] for shape in shapes) else Unknown()
