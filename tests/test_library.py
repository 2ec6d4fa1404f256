import re
from pathlib import Path

import pytest

from scenesetter.checks.tags import tags_are_known
from scenesetter.errors import UserError
from scenesetter.library import Library, shipped
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.style import Rule, Style
from scenesetter.model.topic import Topic

TOPICS = Library((shipped(),)).topics()
SCHEMES = Library((shipped(),)).schemes()
STYLES = Library((shipped(),)).styles()


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    """A briefing folder with a topic of its own, "fishing", and its own "energy"."""
    for name in ("fishing", "energy"):
        folder = tmp_path / "templates" / "topics" / name
        folder.mkdir(parents=True)
        text = f'title = "Our {name}"\nsummary = "S"\n[terms]\n"cod" = 2\n'
        (folder / "topic.toml").write_text(text, "utf-8")
    return tmp_path


def test_a_folder_makes_a_topic(briefing: Path) -> None:
    topic = Library.beside(briefing).topic("fishing")
    assert (topic.name, topic.title) == ("fishing", "Our fishing")
    assert [(term.words, term.weight) for term in topic.terms] == [("cod", 2.0)]


def test_a_users_topic_comes_before_the_shipped_one_of_that_name(briefing: Path) -> None:
    library = Library.beside(briefing)
    assert library.topic("energy").title == "Our energy"
    assert library.where("topics", "energy") == briefing / "templates" / "topics" / "energy"
    assert library.where("topics", "trade") == shipped() / "topics" / "trade"
    assert len(library.topics()) == len(TOPICS) + 1


def test_a_users_stylesheet_takes_the_place_of_the_shipped_one(briefing: Path) -> None:
    folder = briefing / "templates" / "audiences" / "principal"
    folder.mkdir(parents=True)
    (folder / "print.css").write_text("p { color: navy }", "utf-8")
    sheets = Library.beside(briefing).stylesheets("principal")
    assert sheets[-1] == "p { color: navy }"
    (folder / "print.css").write_bytes(b"\xff")
    with pytest.raises(UserError, match="not UTF-8"):
        Library.beside(briefing).stylesheets("principal")


def test_a_stylesheet_that_links_out_of_the_templates_is_not_read(briefing: Path) -> None:
    """It stands in the HTML as it is."""
    (briefing / "vault.md").write_text("Umbrage.", "utf-8")
    own = briefing / "templates" / "audiences" / "principal" / "print.css"
    own.parent.mkdir(parents=True)
    own.symlink_to(briefing / "vault.md")
    with pytest.raises(UserError, match="links to a file outside"):
        Library.beside(briefing).stylesheets("principal")


def test_a_briefing_without_templates_uses_the_shipped_ones(tmp_path: Path) -> None:
    assert Library.beside(tmp_path).folders == (shipped(),)


def test_an_unknown_name_is_told_the_likely_one_and_all_others(briefing: Path) -> None:
    with pytest.raises(UserError, match=r"`fising`; did you mean `fishing`\?") as error:
        Library.beside(briefing).topic("fising")
    assert "known: agriculture, arms-trafficking" in error.value.hint


@pytest.mark.parametrize("name", ["../topics/energy", "..", "", ".", "energy/", "/etc", "*"])
def test_no_name_leads_out_of_the_folders(briefing: Path, name: str) -> None:
    with pytest.raises(UserError, match="unknown topic"):
        Library.beside(briefing).topic(name)


def test_a_mistake_in_a_topic_has_its_line(briefing: Path) -> None:
    file = briefing / "templates" / "topics" / "fishing" / "topic.toml"
    file.write_text('title = "F"\nsumary = "S"\n[terms]\ncod = "much"\n', "utf-8")
    with pytest.raises(UserError) as error:
        Library.beside(briefing).topics()
    message = str(error.value)
    assert f"{file}:2: error: unknown key `sumary`; did you mean `summary`?" in message
    assert f"{file}:4: error: `cod` must be a number, not `much`" in message


@pytest.mark.parametrize("term", ['"" = 1', '"*" = 1', '"a*b" = 1', '"cod" = nan'])
def test_a_term_that_can_find_nothing_is_refused(briefing: Path, term: str) -> None:
    file = briefing / "templates" / "topics" / "fishing" / "topic.toml"
    file.write_text(f'title = "F"\nsummary = "S"\n[terms]\n{term}\n', "utf-8")
    with pytest.raises(UserError, match=r"topic\.toml:4: error: "):
        Library.beside(briefing).topic("fishing")


@pytest.mark.holds("TAG-01")
@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_a_shipped_topic_is_complete(topic: Topic) -> None:
    assert 3 <= len(topic.expects) <= 6
    assert list(tags_are_known(topic, "topic.toml", 1)) == []
    assert re.fullmatch(r"[A-Z].*\.", topic.summary)
    assert (shipped() / "topics" / topic.name / "paper.md.j2").is_file()
    words = [term.words for term in topic.terms]
    words += [term for expectation in topic.expects for term in expectation.terms]
    assert [word for word in words if not re.fullmatch(r"[^A-Z*]+\*?", word)] == []
    assert [term.words for term in topic.terms if not 0 < abs(term.weight) <= 3] == []


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_a_shipped_scheme_has_an_authority_and_ranks_its_levels(scheme: MarkingScheme) -> None:
    assert scheme.authority
    assert [scheme.rank(level.name) for level in scheme.levels] == list(range(len(scheme.levels)))


def test_tlp_has_the_exact_labels_from_clear_to_red() -> None:
    labels = [level.banner for level in Library((shipped(),)).scheme("tlp").levels]
    assert labels == ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]


def rules_of(style: Style) -> list[Rule]:
    """All of its rules, one by one."""
    values = [getattr(style, name) for name in Style.model_fields]
    return [
        rule
        for value in values
        for rule in (value if isinstance(value, tuple) else (value,))
        if isinstance(rule, Rule)
    ]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_every_rule_of_a_shipped_style_names_its_authority(style: Style) -> None:
    assert rules_of(style)
    assert [rule for rule in rules_of(style) if len(rule.authority) < 8] == []


def test_a_users_style_is_a_folder(briefing: Path) -> None:
    folder = briefing / "templates" / "styles" / "uk-pm"
    folder.mkdir(parents=True)
    (folder / "style.toml").write_text('title = "Ours"\nsummary = "S"\n', "utf-8")
    (folder / "style.css").write_text("p { color: navy }", "utf-8")
    (folder / "press.md.j2").write_text("{{ pack.title }}", "utf-8")
    library = Library.beside(briefing)
    assert library.style("uk-pm").title == "Ours"
    assert library.style("uk-pm").templates == ("paper.md.j2", "press.md.j2")
    assert library.stylesheets("principal", "uk-pm")[-1] == "p { color: navy }"
    assert "p { color: navy }" not in library.stylesheets("cards", "uk-pm")
    (folder / "style.toml").write_text(
        'title = "Ours"\nsummary = "S"\n[[limits]]\nauthority = "We"\nof = "agnda"\n'
        'measure = "words"\nmost = 3\n',
        "utf-8",
    )
    with pytest.raises(UserError, match="limits `agnda`, which is neither a section nor a field"):
        library.style("uk-pm")
