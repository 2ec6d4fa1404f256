"""Expressions of a template: what shape each has, and what it names that there is not."""

from functools import singledispatchmethod
from typing import Any

from jinja2 import nodes

from scenesetter.linting.ground import Defined, Ground, Place
from scenesetter.linting.scopes import Binding, Scope
from scenesetter.linting.shapes import (
    LOOP,
    Callable,
    Loop,
    Many,
    Module,
    Plain,
    Record,
    Shape,
    Unknown,
    fields_of,
    joined,
)
from scenesetter.tomlfiles.values import did_you_mean

MISFIT = "loop over a list; text and numbers have no fields"
FIELDS_HINT = "the fields of every value: scenesetter schema pack"


class Expressions(Ground):
    """A value is followed by its shape from the pack down; of what is not known nothing is said."""

    @singledispatchmethod
    def shape(self, node: nodes.Node, scope: Scope, place: Place) -> Shape:
        """Of any other expression: what it is made of is looked at, what comes out is plain."""
        for child in node.iter_child_nodes():
            self.shape(child, scope, place)
        return Plain()

    @shape.register
    def _name(self, node: nodes.Name, scope: Scope, place: Place) -> Shape:
        found = scope.find(node.name)
        if found is None:
            if node.name not in self.templates.functions:
                self._unknown_name(node, scope, place)
            return Unknown()
        found.used = True
        return found.shape

    def _unknown_name(self, node: nodes.Name, scope: Scope, place: Place) -> None:
        known = sorted({*scope.known(), *self.templates.functions} - {"loop"})
        what = f"unknown variable `{node.name}`{did_you_mean(node.name, known)}"
        hint = FIELDS_HINT
        if node.name in ("pack", "paper") and not scope.find("pack"):
            hint = "an imported template sees only what its macros are given"
        self.report("error", "TPL-03", place, node.lineno, what, hint)

    @shape.register
    def _getattr(self, node: nodes.Getattr, scope: Scope, place: Place) -> Shape:
        return self._field(self.shape(node.node, scope, place), node.attr, node, place)

    @shape.register
    def _getitem(self, node: nodes.Getitem, scope: Scope, place: Place) -> Shape:
        of = self.shape(node.node, scope, place)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._field(of, node.arg.value, node, place)
        self.shape(node.arg, scope, place)
        if isinstance(of, Many):
            return of if isinstance(node.arg, nodes.Slice) else of.item
        return Unknown()

    def _field(self, of: Shape, name: str, node: Any, place: Place) -> Shape:  # noqa: ANN401 - Getattr or Getitem
        named = written(node.node)
        match of:
            case Record(model):
                fields = fields_of(model)
                if name in fields:
                    return fields[name]
                what = f"{named} is {of.name} and has no `{name}`{did_you_mean(name, fields)}"
            case Loop(item):
                if name in LOOP:
                    return item if name in ("previtem", "nextitem") else Unknown()
                what = f"`loop` has no `{name}`{did_you_mean(name, LOOP)}"
            case Module(template):
                module = self.modules.get(template, Scope())
                if name in module.names:
                    module.names[name].used = True
                    return module.names[name].shape
                self.no_export(template, name, module, place, node)
                return Unknown()
            case Many():
                what = f"{named} is a list and has no `{name}`"
            case Plain():
                what = f"{named} is text or a number and has no `{name}`"
            case _:
                return Unknown()
        hint = MISFIT if isinstance(of, Many | Plain) else FIELDS_HINT
        self.report("error", "TPL-03", place, node.lineno, what, hint)
        return Unknown()

    @shape.register
    def _list(self, node: nodes.List | nodes.Tuple, scope: Scope, place: Place) -> Shape:
        return Many(joined(*(self.shape(item, scope, place) for item in node.items), *()))

    @shape.register
    def _cond_expr(self, node: nodes.CondExpr, scope: Scope, place: Place) -> Shape:
        self.shape(node.test, scope, place)
        first = self.shape(node.expr1, scope, place)
        return joined(first, self.shape(node.expr2, scope, place)) if node.expr2 else first

    @shape.register
    def _and(self, node: nodes.And | nodes.Or, scope: Scope, place: Place) -> Shape:
        left = self.shape(node.left, scope, place)
        return joined(left, self.shape(node.right, scope, place))

    @shape.register
    def _test(self, node: nodes.Test, scope: Scope, place: Place) -> Shape:
        if node.name not in self.templates.tests:
            what = f"unknown test `{node.name}`{did_you_mean(node.name, self.templates.tests)}"
            self.report("error", "TPL-03", place, node.lineno, what)
        asked = node.node if node.name in ("defined", "undefined") else None
        if isinstance(asked, nodes.Name) and scope.find(asked.name) is None:
            scope.bind(Binding(asked.name, Unknown(), "given"))
        return self._parts(node, scope, place)

    def _parts(self, node: nodes.Node, scope: Scope, place: Place) -> Shape:
        for child in node.iter_child_nodes():
            self.shape(child, scope, place)
        return Plain()

    @shape.register
    def _filter(self, node: nodes.Filter, scope: Scope, place: Place) -> Shape:
        if node.name not in self.templates.filters:
            what = f"unknown filter `{node.name}`{did_you_mean(node.name, self.templates.filters)}"
            self.report("error", "TPL-03", place, node.lineno, what)
        of = self.shape(node.node, scope, place) if node.node else Unknown()
        given = [self.shape(one, scope, place) for one in node.args]
        for one in node.kwargs:
            self.shape(one, scope, place)
        item: Shape = of.item if isinstance(of, Many) else Unknown()
        attribute = next(
            (one for one in node.find_all(nodes.Keyword) if one.key == "attribute"), None
        )
        if node.name in ("map", "sum") and attribute is not None:
            item = self._by_path(item, attribute.value, node, place)
            return Many(item) if node.name == "map" else Plain()
        if node.name in ("selectattr", "rejectattr") and node.args:
            self._by_path(item, node.args[0], node, place)
            return of
        kept: dict[str, Shape] = {"first": item, "last": item, "list": of, "map": Many(Unknown())}
        if node.name == "default":
            return joined(of, *given)
        return kept.get(node.name, Plain())

    def _by_path(self, item: Shape, path: nodes.Node, node: nodes.Filter, place: Place) -> Shape:
        if not isinstance(path, nodes.Const):
            return Unknown()
        of: nodes.Node = nodes.Name("item", "load", lineno=node.lineno)
        for name in str(path.value).split("."):
            step = nodes.Getattr(of, name, "load", lineno=node.lineno)
            item, of = self._field(item, name, step, place), step
        return item

    @shape.register
    def _call(self, node: nodes.Call, scope: Scope, place: Place) -> Shape:
        called = self.shape(node.node, scope, place)
        given = [self.shape(one, scope, place) for one in node.args]
        named = {one.key: self.shape(one.value, scope, place) for one in node.kwargs}
        for more in (node.dyn_args, node.dyn_kwargs):
            if more is not None:
                self.shape(more, scope, place)
        if not isinstance(called, Callable):
            return Unknown()
        spread = node.dyn_args is not None or node.dyn_kwargs is not None
        self._macro_called(called, None if spread else (given, named), node, place)
        return Plain()

    def _macro_called(
        self,
        called: Callable,
        arguments: tuple[list[Shape], dict[str, Shape]] | None,
        node: nodes.Call,
        place: Place,
    ) -> None:
        macro = self.macros[called.number]
        names = [one.name for one in macro.node.args]
        given, named = arguments or ([], {})
        own = {name.name for name in macro.node.find_all(nodes.Name)}
        wrong = []
        if len(given) > len(names) and "varargs" not in own:
            wrong.append(f"`{macro.name}` takes at most {len(names)}, not {len(given)} values")
        if "kwargs" not in own:
            wrong += [
                f"`{macro.name}` has no parameter `{name}`{did_you_mean(name, names)}"
                for name in named
                if name not in names
            ]
        needed = names[: len(names) - len(macro.node.defaults)]
        missing = [name for name in needed[len(given) :] if name not in named]
        if missing and arguments:
            wrong.append(f"`{macro.name}` is called without `{missing[0]}`")
        for what in wrong:
            self.report("error", "TPL-03", place, node.lineno, what)
        shapes = dict(zip(names, given, strict=False)) | named
        before = len(self.findings)
        self.macro(called.number, tuple(shapes.get(name, Unknown()) for name in names))
        self._at_call(macro, before, node, place)

    def _at_call(self, macro: Defined, before: int, node: nodes.Call, place: Place) -> None:
        """Where a macro of another template is given what it cannot use, the call is at fault."""
        told = self.findings[before:]
        misfits = [one for one in told if one.hint == MISFIT and one.path != place.parsed.path]
        if misfits:
            self.findings[before:] = [one for one in told if one not in misfits]
            what = f"`{macro.name}` cannot use what it is given: {misfits[0].what}"
            self.report("error", "TPL-03", place, node.lineno, what)

    def macro(self, number: int, shapes: tuple[Shape, ...]) -> None:
        macro = self.macros[number]
        if (number, shapes) in self.walked or len(self.walked) > 20_000:
            return
        first = not any(known == number for known, _ in self.walked)
        self.walked.add((number, shapes))
        scope = macro.scope.inside()
        place = Place(macro.parsed, {}, scope)
        for name in ("varargs", "kwargs", "caller"):
            scope.bind(Binding(name, Unknown(), "given"))
        for parameter, shape in zip(macro.node.args, shapes, strict=True):
            binding = Binding(
                parameter.name, shape, "parameter", macro.parsed.path, macro.node.lineno
            )
            scope.bind(binding)
            if first:
                self.bindings.append(binding)
        for default in macro.node.defaults:
            self.shape(default, scope, place)
        self.body(macro.node.body, scope, place)


def written(node: nodes.Node) -> str:
    """An expression about as it stands in the template."""
    match node:
        case nodes.Name():
            return f"`{node.name}`"
        case nodes.Getattr():
            return f"{written(node.node)[:-1]}.{node.attr}`"
        case nodes.Getitem():
            return f"{written(node.node)[:-1]}[...]`"
        case nodes.Filter() if node.node is not None:
            return f"{written(node.node)[:-1]} | {node.name}`"
    return "`this`"
