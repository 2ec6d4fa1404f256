"""What a template may do: lay out finished values, within bounds that no honest one comes near.

Templates come from colleagues. The bounds count steps and characters and no seconds, so that a
template fails alike everywhere; what could take long inside one step (methods of text, nested
lists, long ranges) is not to be had.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    nodes,
    pass_context,
    pass_environment,
)
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.exceptions import (
    SecurityError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
)
from jinja2.filters import FILTERS
from jinja2.loaders import split_template_path
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS
from jinja2.utils import Cycler, Joiner, Namespace
from markupsafe import Markup

from scenesetter.renderers.escaping import Markdown, escape
from scenesetter.renderers.filters import calls, link, particulars, portion
from scenesetter.tomlfiles.values import text_of

if TYPE_CHECKING:
    from types import CodeType

LARGEST: Final = 8_000_000
"""Most characters of a filled template."""
LARGEST_FILE: Final = 1_000_000
"""Most bytes of a template's file."""
MOST_STEPS: Final = 500_000
"""Turns of loops, calls of macros, items that filters look at."""
MOST_PRINTED: Final = 5 * LARGEST
"""Characters of all values printed, each time that a macro hands them on."""
LONGEST_RANGE: Final = 10_000

# Jinja's other filters take text apart or treat safe strings as HTML, which Markdown is not.
_KEPT = ("default", "first", "last", "length", "list", "map", "rejectattr", "selectattr")
_TESTED = (
    "defined", "undefined", "none", "true", "false", "odd", "even", "divisibleby", "string",
    "number",
)  # fmt: skip
_WALKING = {"list", "map", "rejectattr", "selectattr", "sum"}
_BODIES = (nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)
_CALLED = (Macro, BlockReference, LoopContext, Cycler, Joiner)
_GLOBALS = ("cycler", "dict", "joiner", "namespace")


class TemplateFiles(BaseLoader):
    """The regular files of the template folders; the first folder that has a name wins."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self.folders = tuple(folders)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:  # noqa: ARG002 - Jinja's own signature
        path = self.path(template)
        if path is None:
            raise TemplateNotFound(template)
        return text_of(path), str(path), None

    def path(self, template: str) -> Path | None:
        """The file of that name; raises TemplateNotFound where it may not be read."""
        pieces = split_template_path(template)
        for folder in self.folders:
            path = folder.joinpath(*pieces)
            try:
                if not path.is_file():
                    continue
                inside = path.resolve().is_relative_to(folder.resolve())
                small = path.stat().st_size <= LARGEST_FILE
            except (OSError, RuntimeError):
                continue
            if not inside:
                raise TemplateNotFound(template, f"{path} links to a file outside {folder}")
            if not small:
                raise TemplateNotFound(template, f"{path} is larger than {LARGEST_FILE:,} bytes")
            return path
        return None


class _Compiled(BytecodeCache):
    """Templates that this process has compiled: the packs of several audiences share most."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self.known[bucket.key, bucket.checksum] = bucket.code


_COMPILED: Final = _Compiled()


class Sandbox(ImmutableSandboxedEnvironment):
    """One filling: it counts, so make one for each.

    Operators are for numbers: text times a number is a bomb, text plus text loses its safety.
    """

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, folders: Iterable[Path]) -> None:
        super().__init__(
            loader=TemplateFiles(folders),
            undefined=StrictUndefined,
            bytecode_cache=_COMPILED,
            finalize=_finish,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.filters = {name: FILTERS[name] for name in _KEPT}
        self.filters |= {"sum": _sum, "calls": calls, "link": link, "particulars": particulars}
        self.filters["portion"] = portion
        self.tests = {name: TESTS[name] for name in _TESTED}
        self.tests |= {"eq": _equal, "equalto": _equal, "ne": _different, "in": _within}
        self.globals = {name: self.globals[name] for name in _GLOBALS}
        self.globals["range"] = self.range
        self.steps = 0
        self.printed = 0

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for joined in tree.find_all(nodes.Concat):
            what = '"~" would join escaped and raw text: write {{ a }}{{ b }}'
            raise TemplateSyntaxError(what, joined.lineno, name, filename)
        return tree

    def parsed(self, source: str, name: str, filename: str) -> nodes.Template:
        """Without the steps that are counted."""
        try:
            return self._parse(source, name, filename)
        except TemplateSyntaxError as error:
            error.filename = filename
            raise

    def _generate(self, source: nodes.Template, *rest: Any, **more: Any) -> str:  # noqa: ANN401 - as Jinja has it
        return super()._generate(self._bounded(source), *rest, **more)

    def _bounded(self, tree: nodes.Template) -> nodes.Template:
        """With a step counted wherever something is done again."""
        bodies: list[Any] = list(tree.find_all(_BODIES))
        for body in bodies:
            text = sum(len(data.data) for data in body.find_all(nodes.TemplateData))
            weight = 1 if isinstance(body, nodes.For) else 4  # a call takes that much longer
            count = self._own("step", nodes.Const(weight + text // 64), body.lineno)
            body.body.insert(0, nodes.ExprStmt(count, lineno=body.lineno))
        tree.body.insert(0, nodes.ExprStmt(self._own("step", nodes.Const(1), 1), lineno=1))
        for loop in tree.find_all(nodes.For):
            loop.iter = self._own("each", loop.iter, loop.lineno)
        for used in tree.find_all(nodes.Filter):
            if used.name in _WALKING and isinstance(used.node, nodes.Expr):
                used.node = self._own("each", used.node, used.lineno)
        for compared in tree.find_all(nodes.Compare):
            compared.expr = self._own("plain", compared.expr, compared.lineno)
            for operand in compared.ops:
                operand.expr = self._own("plain", operand.expr, compared.lineno)
        tree.set_environment(self)
        return tree

    def _own(self, method: str, argument: nodes.Node, line: int) -> nodes.Call:
        argument.set_lineno(line)
        called = nodes.EnvironmentAttribute(method, lineno=line)
        return nodes.Call(called, [argument], [], None, None, lineno=line)

    def step(self, count: int) -> None:
        self.steps += count
        if self.steps > MOST_STEPS:
            raise SecurityError(f"the template takes more than {MOST_STEPS:,} steps")

    def each(self, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self.step(1)
            yield value

    def plain(self, value: Any) -> Any:  # noqa: ANN401 - any value of a template
        """To compare nested lists can take for ever."""
        items = value if isinstance(value, list | tuple) else ()
        self.step(len(items) // 64)
        if isinstance(value, dict) or any(isinstance(item, list | tuple | dict) for item in items):
            raise SecurityError("only text, numbers and plain lists of them can be compared")
        return value

    def range(self, *bounds: int) -> range:
        made = range(*bounds)
        if len(made) > LONGEST_RANGE:
            raise SecurityError(f"a range has at most {LONGEST_RANGE:,} numbers")
        return made

    def count_printed(self, text: str) -> None:
        self.printed += len(text)
        if self.printed > MOST_PRINTED:
            raise SecurityError(f"the template prints more than {MOST_PRINTED:,} characters")

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401 - Jinja's own signature
        own = (self.step, self.each, self.plain, self.range, Namespace, dict)
        changed = isinstance(getattr(obj, "__self__", None), LoopContext | Cycler | Joiner)
        return isinstance(obj, _CALLED) or changed or obj in own

    def call(self, context: Context, obj: Any, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - Jinja's own signature
        if not self.is_safe_callable(obj):
            name = getattr(obj, "__name__", type(obj).__name__)
            raise SecurityError(f"{name}() cannot be called; macros, loop.cycle() and range() can")
        return context.call(obj, *given, **named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja's own signature
        if not (_is_number(left) and _is_number(right)) or operator == "**":
            raise SecurityError(f'"{operator}" is for plain numbers only')
        return super().call_binop(context, operator, left, right)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and abs(value) < 1e15


@pass_context  # keeps Jinja from printing constants without asking
def _finish(context: Context, value: object) -> Markup:
    if value is None:
        raise TemplateRuntimeError("a value that is not known (None) cannot be printed")
    if isinstance(value, list | tuple | dict):
        raise TemplateRuntimeError("a list or a table of values cannot be printed: name one of it")
    text = value if isinstance(value, Markup) else Markdown(escape(str(value)))
    if isinstance(context.environment, Sandbox):
        context.environment.count_printed(text)
    return text


@pass_context
def _sum(context: Context, values: Iterable[Any], attribute: str | None = None) -> float:
    """Of numbers; Jinja's own adds lists as well, and so doubles them for ever."""
    mapped = context.environment.filters["map"]
    total: float = 0
    for item in mapped(context, values, attribute=attribute) if attribute else values:
        if not _is_number(item):
            raise SecurityError('"sum" is for plain numbers only')
        total += item
    return total


@pass_environment
def _equal(environment: Sandbox, left: Any, right: Any) -> bool:  # noqa: ANN401 - any two values
    return bool(environment.plain(left) == environment.plain(right))


@pass_environment
def _different(environment: Sandbox, left: Any, right: Any) -> bool:  # noqa: ANN401 - any two values
    return not _equal(environment, left, right)


@pass_environment
def _within(environment: Sandbox, value: Any, values: Any) -> bool:  # noqa: ANN401 - any two values
    return bool(environment.plain(value) in environment.plain(values))
