"""What every step of the walk over the templates knows: where it is, what it has seen."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from jinja2 import nodes

from scenesetter.findings import Finding, Severity
from scenesetter.linting.scopes import Binding, Kind, Scope
from scenesetter.linting.shapes import Shape
from scenesetter.linting.templates import Parsed, Templates
from scenesetter.tomlfiles.values import did_you_mean


class Defined(NamedTuple):
    """A macro, where it stands and what it sees."""

    parsed: Parsed
    node: nodes.Macro | nodes.CallBlock
    scope: Scope
    name: str


class Place(NamedTuple):
    """A template while it is walked. `blocks` are those that stand for its own, the nearest
    first; `top` are the names outside its loops, which a block sees that is not `scoped`."""

    parsed: Parsed
    blocks: Mapping[str, Sequence[tuple[Parsed, nodes.Block]]]
    top: Scope


class Ground:
    def __init__(self, templates: Templates) -> None:
        self.templates = templates
        self.findings: list[Finding] = []
        self.bindings: list[Binding] = []
        self.macros: list[Defined] = []
        self.modules: dict[str, Scope] = {}
        self.active: list[str] = []
        self.walked: set[tuple[int, tuple[Shape, ...]]] = set()
        self.reached: set[str] = set()

    def body(self, body: Iterable[nodes.Node], scope: Scope, place: Place) -> None:
        """Walks statements."""
        raise NotImplementedError

    def bind(  # noqa: PLR0913, PLR0917 - what a binding is made of
        self, scope: Scope, place: Place, node: nodes.Node, name: str, kind: Kind, shape: Shape
    ) -> None:
        binding = Binding(name, shape, kind, place.parsed.path, node.lineno)
        if scope.bind(binding) is binding:
            self.bindings.append(binding)

    def no_export(
        self, template: str, name: str, module: Scope, place: Place, node: nodes.Node
    ) -> None:
        what = f"{template} has no macro `{name}`{did_you_mean(name, module.names)}"
        self.report("error", "TPL-03", place, node.lineno, what)

    def report(  # noqa: PLR0913, PLR0917 - a finding's parts
        self,
        severity: Severity,
        rule: str,
        place: Place,
        line: int,
        what: str,
        hint: str = "",
    ) -> None:
        self.findings.append(Finding(severity, rule, place.parsed.path, line, what, hint))
