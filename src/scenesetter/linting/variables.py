"""Every name, field, filter and test of the templates, in branches taken or not (TPL-03, TPL-04).

The walk follows includes, imports, inheritance and calls of macros, and knows of each value what
the model says it is.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scenesetter.findings import Finding
from scenesetter.linting.scopes import Binding, Scope
from scenesetter.linting.shapes import Shape, Unknown
from scenesetter.linting.statements import Statements
from scenesetter.linting.templates import Templates


class Root(NamedTuple):
    """A template as it is filled, and the values that it is given."""

    template: str
    given: Mapping[str, Shape]


def check_variables(roots: Iterable[Root], templates: Templates) -> tuple[Finding, ...]:
    walk = Walk(templates)
    for root in roots:
        scope = Scope()
        for name, shape in root.given.items():
            scope.bind(Binding(name, shape, "given"))
        walk.template(root.template, scope)
    walk.rest()
    return tuple(dict.fromkeys([*walk.findings, *walk.unused()]))


def reached_from(roots: Iterable[Root], templates: Templates) -> set[str]:
    """The templates that filling these makes use of."""
    walk = Walk(templates)
    for root in roots:
        scope = Scope()
        for name, shape in root.given.items():
            scope.bind(Binding(name, shape, "given"))
        walk.template(root.template, scope)
    return walk.reached


class Walk(Statements):
    """All of it, then what nothing reached."""

    def rest(self) -> None:
        """What nothing reached: macros that nobody calls, templates that nobody includes."""
        done = {number for number, _ in self.walked}
        for number, macro in enumerate(self.macros):
            if number not in done:
                self.macro(number, tuple(Unknown() for _ in macro.node.args))

    def unused(self) -> list[Finding]:
        """A shared template offers macros to whoever wants them; a loop may count only."""
        said = {
            "variable": "is set and never used",
            "macro": "is a macro that nothing calls",
            "import": "is imported and never used",
            "parameter": "is a parameter that its macro never uses",
        }
        places: dict[tuple[str, int, str, str], bool] = {}
        for one in self.bindings:
            if one.kind in said and not one.name.startswith("_"):
                key = (one.path, one.line, one.name, one.kind)
                places[key] = places.get(key, False) or one.used
        return [
            Finding("warning", "TPL-04", path, line, f"`{name}` {said[kind]}", "take it out")
            for (path, line, name, kind), used in places.items()
            if not used and not (kind == "macro" and "/shared/" in path)
        ]
