"""Statements of a template: what they bind, include, import and inherit."""

from collections.abc import Iterable, Mapping, Sequence
from functools import singledispatchmethod

from jinja2 import nodes

from scenesetter.linting.expressions import Expressions, written
from scenesetter.linting.ground import Defined, Place
from scenesetter.linting.scopes import Binding, Scope
from scenesetter.linting.shapes import Callable, Loop, Many, Module, Plain, Record, Shape, Unknown
from scenesetter.linting.templates import Parsed
from scenesetter.tomlfiles.values import did_you_mean


class Statements(Expressions):
    """From template to template, as Jinja would go, into every branch."""

    def template(self, name: str, scope: Scope) -> None:
        """A template with the names that it sees; what is missing was told where it is named."""
        parsed = self.templates.parsed.get(name)
        if parsed is None or name in self.active:
            return
        self.active.append(name)
        self._inherited(parsed, scope, {})
        self.active.pop()

    def _inherited(
        self,
        parsed: Parsed,
        scope: Scope,
        nearer: Mapping[str, Sequence[tuple[Parsed, nodes.Block]]],
    ) -> None:
        self.reached.add(parsed.name)
        blocks = {name: list(known) for name, known in nearer.items()}
        for block in parsed.tree.find_all(nodes.Block):
            blocks.setdefault(block.name, []).append((parsed, block))
        place = Place(parsed, blocks, scope)
        extends = next((one for one in parsed.tree.body if isinstance(one, nodes.Extends)), None)
        self._hoist(parsed.tree.body, scope, place)
        if extends is None:
            self.body(parsed.tree.body, scope, place)
            return
        for node in parsed.tree.body:
            self._outside_blocks(node, scope, place)
        for parent in self._named(extends.template, scope, place):
            if parent.name not in self.active:
                self.active.append(parent.name)
                self._new_blocks(parsed, parent)
                self._inherited(parent, scope, blocks)
                self.active.pop()

    def _outside_blocks(self, node: nodes.Node, scope: Scope, place: Place) -> None:
        if isinstance(node, nodes.Output) and all(
            isinstance(one, nodes.TemplateData) and not one.data.strip() for one in node.nodes
        ):
            return
        if isinstance(node, nodes.Output | nodes.For | nodes.Include):
            what = "this stands outside the blocks of the template that it extends: never printed"
            self.report("warning", "TPL-04", place, node.lineno, what)
        elif not isinstance(node, nodes.Block):
            self.statement(node, scope, place)

    def _new_blocks(self, child: Parsed, parent: Parsed) -> None:
        known: set[str] = set()
        above: Parsed | None = parent
        seen: set[str] = set()
        while above is not None and above.name not in seen:
            seen.add(above.name)
            known |= {block.name for block in above.tree.find_all(nodes.Block)}
            further = next(above.tree.find_all(nodes.Extends), None)
            named = further.template if further else None
            name = named.value if isinstance(named, nodes.Const) else None
            above = self.templates.parsed.get(name) if isinstance(name, str) else None
        for node in child.tree.body:
            if isinstance(node, nodes.Block) and node.name not in known:
                what = f"{parent.name} has no block `{node.name}`: this is never printed"
                meant = did_you_mean(node.name, known)
                self.report("error", "TPL-04", Place(child, {}, Scope()), node.lineno, what + meant)

    def _named(self, node: nodes.Node, scope: Scope, place: Place) -> list[Parsed]:
        """The templates that an include, import or extends may mean."""
        if isinstance(node, nodes.Getattr) and node.attr == "template":
            self.shape(node, scope, place)
            known = (self.templates.parsed.get(name) for name in self.templates.papers)
            return [one for one in known if one]
        if isinstance(node, nodes.List | nodes.Tuple):
            return [one for item in node.items for one in self._named(item, scope, place)]
        if not isinstance(node, nodes.Const):
            self.shape(node, scope, place)
            return []
        name = str(node.value)
        if name not in self.templates.present:
            beside = sorted(one for one in self.templates.present if one.endswith(f"/{name}"))
            what = f"no template `{name}`{did_you_mean(name, beside or self.templates.present)}"
            self.report("error", "TPL-03", place, node.lineno, what)
        parsed = self.templates.parsed.get(name)
        return [parsed] if parsed else []

    def _module(self, parsed: Parsed, scope: Scope | None) -> Scope:
        """The names of an imported template, which sees nothing of its importer unless asked to."""
        if scope is None and parsed.name in self.modules:
            return self.modules[parsed.name]
        made = Scope(scope)
        if scope is None:
            self.modules[parsed.name] = made
        if parsed.name not in self.active:
            self.active.append(parsed.name)
            self.reached.add(parsed.name)
            place = Place(parsed, {}, made)
            self._hoist(parsed.tree.body, made, place)
            self.body(parsed.tree.body, made, place)
            self.active.pop()
        return made

    def body(self, body: Iterable[nodes.Node], scope: Scope, place: Place) -> None:
        for node in body:
            self.statement(node, scope, place)

    def _hoist(self, body: Iterable[nodes.Node], scope: Scope, place: Place) -> None:
        """A macro may call one that stands further down."""
        for node in body:
            if isinstance(node, nodes.Macro):
                self._define(node, scope, place)

    def _define(self, node: nodes.Macro, scope: Scope, place: Place) -> None:
        known = scope.names.get(node.name)
        if known is not None and known.kind == "macro" and known.line == node.lineno:
            return
        self.macros.append(Defined(place.parsed, node, scope, node.name))
        self.bind(scope, place, node, node.name, "macro", Callable(len(self.macros) - 1))

    @singledispatchmethod
    def statement(self, node: nodes.Node, scope: Scope, place: Place) -> None:
        """Any other: what it holds."""
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self.shape(child, scope, place)
            else:
                self.statement(child, scope, place)

    @statement.register
    def _output(self, node: nodes.Output, scope: Scope, place: Place) -> None:
        for child in node.nodes:
            shape = self.shape(child, scope, place)
            if isinstance(shape, Record | Many):
                kind = "a list" if isinstance(shape, Many) else shape.name
                what = f"{written(child)} is {kind} and cannot be printed as a whole"
                self.report("error", "TPL-03", place, child.lineno, what, "print a field of it")

    @statement.register
    def _for(self, node: nodes.For, scope: Scope, place: Place) -> None:
        over = self.shape(node.iter, scope, place)
        item: Shape = over.item if isinstance(over, Many) else Unknown()
        if isinstance(over, Plain | Record):
            kind = over.name if isinstance(over, Record) else "text or a number"
            what = f"{written(node.iter)} is {kind}: a loop goes over a list"
            self.report("error", "TPL-03", place, node.lineno, what)
        inside = scope.inside()
        inside.bind(Binding("loop", Loop(item), "given"))
        self._target(node.target, item, inside, place)
        if node.test:
            self.shape(node.test, inside, place)
        self.body(node.body, inside, place)
        self.body(node.else_, scope, place)

    def _target(self, target: nodes.Node, shape: Shape, scope: Scope, place: Place) -> None:
        if isinstance(target, nodes.Name):
            self.bind(scope, place, target, target.name, "item", shape)
        elif isinstance(target, nodes.Tuple):
            for one in target.items:
                self._target(one, Unknown(), scope, place)

    @statement.register
    def _assign(self, node: nodes.Assign, scope: Scope, place: Place) -> None:
        shape = self.shape(node.node, scope, place)
        if isinstance(node.target, nodes.Name):
            self.bind(scope, place, node, node.target.name, "variable", shape)
        elif isinstance(node.target, nodes.Tuple):
            for one in node.target.items:
                if isinstance(one, nodes.Name):
                    self.bind(scope, place, node, one.name, "variable", Unknown())

    @statement.register
    def _assign_block(self, node: nodes.AssignBlock, scope: Scope, place: Place) -> None:
        self.body(node.body, scope.inside(), place)
        if isinstance(node.target, nodes.Name):
            self.bind(scope, place, node, node.target.name, "variable", Plain())

    @statement.register
    def _with(self, node: nodes.With, scope: Scope, place: Place) -> None:
        inside = scope.inside()
        for target, value in zip(node.targets, node.values, strict=True):
            shape = self.shape(value, scope, place)
            if isinstance(target, nodes.Name):
                self.bind(inside, place, node, target.name, "variable", shape)
        self.body(node.body, inside, place)

    @statement.register
    def _macro(self, node: nodes.Macro, scope: Scope, place: Place) -> None:
        self._define(node, scope, place)

    @statement.register
    def _call_block(self, node: nodes.CallBlock, scope: Scope, place: Place) -> None:
        self.shape(node.call, scope, place)
        self.macros.append(Defined(place.parsed, node, scope, "caller"))

    @statement.register
    def _import(self, node: nodes.Import, scope: Scope, place: Place) -> None:
        for parsed in self._named(node.template, scope, place):
            self._module(parsed, scope if node.with_context else None)
            self.bind(scope, place, node, node.target, "import", Module(parsed.name))
            return
        self.bind(scope, place, node, node.target, "import", Unknown())

    @statement.register
    def _from_import(self, node: nodes.FromImport, scope: Scope, place: Place) -> None:
        found = self._named(node.template, scope, place)
        module = self._module(found[0], scope if node.with_context else None) if found else None
        for one in node.names:
            name, alias = one if isinstance(one, tuple) else (one, one)
            exported = module.names.get(name) if module else None
            if exported:
                exported.used = True
            elif found and module:
                self.no_export(found[0].name, name, module, place, node)
            shape = exported.shape if exported else Unknown()
            self.bind(scope, place, node, alias, "import", shape)

    @statement.register
    def _include(self, node: nodes.Include, scope: Scope, place: Place) -> None:
        if node.ignore_missing and isinstance(node.template, nodes.Const):
            self.template(str(node.template.value), scope.inside())
            return
        for parsed in self._named(node.template, scope, place):
            self.template(parsed.name, scope.inside() if node.with_context else Scope())

    @statement.register
    def _block(self, node: nodes.Block, scope: Scope, place: Place) -> None:
        chain = place.blocks.get(node.name) or [(place.parsed, node)]
        for parsed, block in chain:
            inside = (scope if node.scoped else place.top).inside()
            inside.bind(Binding("super", Unknown(), "given"))
            inside.bind(Binding("self", Unknown(), "given"))
            self.body(block.body, inside, place._replace(parsed=parsed))
            if not any(name.name == "super" for name in block.find_all(nodes.Name)):
                break
