from pathlib import Path

import pytest

from scenesetter.errors import UserError
from scenesetter.model import pack as model
from scenesetter.model.pack import Pack
from scenesetter.renderers.environment import fill


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "templates"


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def filled(folder: Path, text: str, pack: Pack) -> str:
    return fill(write(folder, "pack.md.j2", text), pack, [folder])


@pytest.mark.parametrize("audience", ["principal", "delegation"])
@pytest.mark.parametrize("which", ["summit", "bare"])
def test_the_shipped_packs_fill(
    audience: str, which: str, templates: Path, request: pytest.FixtureRequest
) -> None:
    pack: Pack = request.getfixturevalue(which)
    text = fill(f"audiences/{audience}/pack.md.j2", pack, [templates])
    assert text.startswith("::: cover\n")
    assert f"\n# {pack.title}\n" in text
    assert text.count(":::") % 2 == 0
    assert "\n\n\n" not in text
    assert all(point in text for paper in pack.overview for point in texts(paper))


def texts(paper: model.Paper) -> list[str]:
    return [p.text for s in paper.sections for g in s.groups for p in g.points]


def test_values_are_escaped_and_constants_and_macros_too(own: Path, bare: Pack) -> None:
    pack = bare.model_copy(update={"title": "# *x* {{ 7*7 }}"})
    text = "{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m(pack.title) }} {{ '*' }} {{ 7 * 7 }}"
    assert filled(own, text, pack) == "**\\# \\*x\\* {{ 7\\*7 }}** \\* 49\n"


def test_a_topic_extends_the_shared_paper(own: Path, templates: Path, summit: Pack) -> None:
    name = "topics/trade/paper.md.j2"
    write(
        own,
        name,
        '{% extends "shared/paper.md.j2" %}\n'
        "{% block before %}**Before {{ paper.title }}**{% endblock %}\n"
        "{% block after %}### After{% endblock %}\n",
    )
    papers = tuple(paper.model_copy(update={"template": name}) for paper in summit.papers[:2])
    pack = summit.model_copy(update={"papers": papers})
    text = fill("audiences/delegation/pack.md.j2", pack, [own, templates])
    for paper in papers:
        head = f"::: paper {paper.anchor}\n\n## {paper.title}\n\n"
        assert f"{head}**Before {paper.title}**\n\n### Bottom line\n" in text
    assert text.count("\n\n### After\n\n:::\n") == 2


def test_the_user_s_folder_comes_first(own: Path, templates: Path, bare: Pack) -> None:
    write(own, "audiences/principal/pack.md.j2", "Ours: {{ pack.title }}")
    assert fill("audiences/principal/pack.md.j2", bare, [own, templates]) == "Ours: notes\n"


@pytest.mark.holds("SEC-04")
@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a\nb {{ pack.titel }}", 2, "titel"),
        ("a\n\n{{ nothing }}", 3, "'nothing' is undefined"),
        ("{% if %}", 1, "Expected an expression"),
        ("a\n{{ pack.title | upper }}", 2, "upper"),
        ("\n{% include 'no/such.md.j2' %}", 2, "no/such.md.j2"),
        ("\n{{ pack.kind }}", 2, "None"),
        ("{{ ().__class__.__base__ }}", 1, "__class__"),
        ("{{ pack.title.__init__.__globals__ }}", 1, "__init__"),
        ("{{ 'x' * 10**9 }}", 1, '"'),
        ("{{ [0] * 10**9 }}", 1, '"'),
        ("{{ 10 ** 10 ** 10 }}", 1, '"'),
        ("{{ pack.title + '*' }}", 1, '"+"'),
        ("{{ 1 / 0 }}", 1, "division"),
        ("\n{% for n in 3 %}{% endfor %}", 2, "iterable"),
    ],
)
def test_an_error_of_a_template_names_file_and_line(
    own: Path, bare: Pack, text: str, line: int, what: str
) -> None:
    with pytest.raises(UserError) as caught:
        filled(own, text, bare)
    assert caught.value.where == f"{own / 'pack.md.j2'}:{line}"
    assert what in caught.value.what


def test_an_error_in_an_included_template_is_told_there(own: Path, bare: Pack) -> None:
    write(own, "part.md.j2", "\n\n{{ pack.nothing }}")
    with pytest.raises(UserError) as caught:
        filled(own, "{% include 'part.md.j2' %}", bare)
    assert caught.value.where == f"{own / 'part.md.j2'}:3"
    assert caught.value.hint


@pytest.mark.parametrize("name", ["no/such.md.j2", "../secret", "/etc/hostname"])
def test_a_template_outside_the_folders_is_missing(own: Path, bare: Pack, name: str) -> None:
    with pytest.raises(UserError, match="no template"):
        fill(name, bare, [own])


def test_a_template_that_prints_too_much_is_stopped(own: Path, bare: Pack) -> None:
    loop = (
        "{% for a in range(9999) %}{% for b in range(9) %}" + "x" * 200 + "{% endfor %}{% endfor %}"
    )
    with pytest.raises(UserError, match="longer than"):
        filled(own, loop, bare)


NESTED = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}"
DOUBLED = (
    "{% set ns = namespace(x='xx') %}"
    "{% for a in range(99) %}{% set ns.x %}{{ ns.x }}{{ ns.x }}{% endset %}{% endfor %}"
)
GROWING = (
    "{% set ns = namespace(x=[1]) %}"
    "{% for a in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}"
)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (NESTED, "500,000 steps"),
        (
            "{% for a in range(9999) %}{{ range(9999) | list | length }}{% endfor %}",
            "500,000 steps",
        ),
        ("{% for a in range(999999) %}{% endfor %}", "10,000 numbers"),
        (DOUBLED, "40,000,000 characters"),
        (GROWING + "{{ ns.x }}", "a list"),
        (GROWING + "{{ ns.x == [ns.x] }}", "can be compared"),
        (GROWING + "{{ ns.x is in [ns.x] }}", "can be compared"),
        ("{{ [[1], [2]] | sum(start=[]) }}", "start"),
        ("{{ [[1], [2]] | sum }}", "plain numbers"),
        ("{{ pack.title.ljust(999999999) }}", "ljust() cannot be called"),
        ("{{ '{:>999999999}'.format('x') }}", "cannot be called"),
        ("{{ lipsum(n=99999999) }}", "'lipsum' is undefined"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "round in circles"),
        (
            "{% macro m(n) %}{% if n %}{{ m(n-1) or m(n-1) }}{% endif %}{% endmacro %}{{ m(50) }}",
            "500,000 steps",
        ),
        ("{% include 'pack.md.j2' %}", "round in circles"),
        ("{% extends 'pack.md.j2' %}", "round in circles"),
        ("{% import 'pack.md.j2' as p %}", "round in circles"),
        ("{% include '../secret.md.j2' %}", "no template"),
        ("{% include '/etc/hostname' %}", "no template"),
        ("{% include 'audiences/../../secret.md.j2' %}", "no template"),
        ("{% include 'link.md.j2' %}", "outside"),
        ("{% include 'device.md.j2' %}", "no template"),
        ("{% include 'x' * 9 %}", "plain numbers"),
        ("{% include '" + "x" * 999 + "' %}", "no template"),
    ],
)
def test_a_hostile_template_ends_soon_with_an_error(
    own: Path, bare: Pack, tmp_path: Path, text: str, what: str
) -> None:  # fmt: skip
    own.mkdir()
    (tmp_path / "secret.md.j2").write_text("a secret", "utf-8")
    (own / "link.md.j2").symlink_to(tmp_path / "secret.md.j2")
    (own / "device.md.j2").symlink_to("/dev/zero")
    with pytest.raises(UserError) as caught:
        filled(own, text, bare)
    assert what in caught.value.what
    assert caught.value.where.startswith(str(own / "pack.md.j2"))


def test_an_expression_nested_without_end_is_an_error(own: Path, bare: Pack) -> None:
    with pytest.raises(UserError, match="too deeply"):
        filled(own, "{{" + "(" * 9999 + "1" + ")" * 9999 + "}}", bare)


def test_a_template_far_too_large_is_not_read(own: Path, bare: Pack) -> None:
    with pytest.raises(UserError, match="larger than"):
        filled(own, "x" * 1_000_001, bare)


def test_loops_count_and_filters_walk_as_in_any_jinja(own: Path, bare: Pack) -> None:
    text = (
        "{% for a in range(3) if a != 1 %}{{ loop.index }}/{{ loop.length }}:{{ a }} {% endfor %}"
        "{{ range(4) | list | last }} {{ [1, 2] | sum }} {{ loop is defined }} {{ 2 is in [1, 2] }}"
        "{% for a in [] %}{% else %} none{% endfor %}"
    )
    assert filled(own, text, bare) == "1/2:0 2/2:2 3 3 False True none\n"


def test_concatenation_is_refused(own: Path, bare: Pack) -> None:
    with pytest.raises(UserError, match="~"):
        filled(own, "{{ pack.sources | calls ~ '<b>' }}", bare)


def test_a_template_that_is_not_text_is_named(own: Path, bare: Pack) -> None:
    own.mkdir()
    (own / "pack.md.j2").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match=r"pack\.md\.j2"):
        fill("pack.md.j2", bare, [own])


def test_no_field_is_hidden_by_a_method_of_its_mapping() -> None:
    values = [value for value in vars(model).values() if isinstance(value, type)]
    fields = {name for value in values for name in getattr(value, "model_fields", ())}
    assert fields.isdisjoint(dir(dict))
