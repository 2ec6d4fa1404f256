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
    loop = "{% for a in range(9999) %}{% for b in range(9999) %}xxxxxxxxxx{% endfor %}{% endfor %}"
    with pytest.raises(UserError, match="longer than"):
        filled(own, loop, bare)


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
