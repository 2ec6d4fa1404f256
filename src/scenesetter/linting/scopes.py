"""Names of a template and what they stand for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from scenesetter.linting.shapes import Shape, joined

Kind = Literal["given", "variable", "macro", "import", "parameter", "item"]


@dataclass(eq=False)
class Binding:
    """`used`: whether anything reads it."""

    name: str
    shape: Shape
    kind: Kind
    path: str = ""
    line: int = 0
    used: bool = False


@dataclass
class Scope:
    """Names seen from a place: its own, then those around it."""

    outer: "Scope | None" = None
    names: dict[str, Binding] = field(default_factory=dict)

    def inside(self) -> "Scope":
        return Scope(self)

    def find(self, name: str) -> Binding | None:
        scope: Scope | None = self
        while scope is not None:
            if name in scope.names:
                return scope.names[name]
            scope = scope.outer
        return None

    def bind(self, binding: Binding) -> Binding:
        """A name that is set once more, as in two branches, stays one."""
        known = self.names.get(binding.name)
        if known is None or known.kind != binding.kind:
            self.names[binding.name] = binding
            return binding
        known.shape = joined(known.shape, binding.shape)
        return known

    def known(self) -> Iterator[str]:
        yield from self.names
        if self.outer is not None:
            yield from self.outer.known()
