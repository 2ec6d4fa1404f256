import pytest

from scenesetter.readers.front_matter import front_matter


def test_yaml_and_toml_say_the_same() -> None:
    yaml = front_matter("---\ntitle: A\ndate: 2023-01-09\n---\nBody", "n.md")
    toml = front_matter('+++\ntitle = "A"\ndate = 2023-01-09\n+++\nBody', "n.md")
    assert yaml.source == toml.source
    assert (yaml.source.title, yaml.source.published) == ("A", "2023-01-09")
    assert yaml.body == toml.body == "Body"
    assert not yaml.findings


def test_a_misspelt_marking_is_a_marking() -> None:
    front = front_matter("---\nmarkng: SECRET\n---\nBody", "n.md")
    assert front.source.marking == "SECRET"
    assert [one.where for one in front.findings] == ["n.md:2"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: A\nauthor: [x\n---\nBody", 3),
        ("---\ntitle: A\n\tb: c\n---\nBody", 3),
        ('+++\ntitle = "A"\nauthor = \n+++\nBody', 3),
        ("---\n- a\n- b\n---\nBody", 1),
        ("---\ndate: 2023-02-31\n---\nBody", 1),
        ("---\na: " + "[" * 5000 + "\n---\nBody", 1),
        ("---\ntitle: 0x" + "f" * 5000 + "\n---\nBody", 2),
        ("---\na: !!python/object/apply:os.system [x]\n---\nBody", 2),
    ],
)
def test_bad_front_matter_is_an_error_and_the_note_is_read_without_it(text: str, line: int) -> None:
    front = front_matter(text, "n.md")
    assert front.body == "Body"
    assert [(f.severity, f.rule) for f in front.findings] == [("error", "READ-03")]
    assert front.findings[0].line == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: A\nauthor: B\ntitle: C\n---\nBody", 4),
        ("\n---\ntitle: A\nTitle: C\n---\nBody", 4),
        ("---\ndate: 2027-01-09\npublished: 2027-01-10\n---\nBody", 3),
    ],
)
def test_a_key_that_stands_twice_is_told_at_its_second_line(text: str, line: int) -> None:
    front = front_matter(text, "n.md")
    assert front.body == "Body"
    assert [(one.rule, one.line) for one in front.findings] == [("READ-03", line)]


def test_front_matter_that_is_not_closed_is_an_error() -> None:
    front = front_matter("---\ntitle: A\n", "n.md")
    assert "not closed" in front.findings[0].what
    assert front.body == "---\ntitle: A\n"


@pytest.mark.parametrize(
    ("text", "marking"),
    [
        ("---\ntitle: a: b\nmarking: 'SECRET'  # mark\n---\nBody", "SECRET"),
        ("+++\nMarking = 'SECRET\n+++\nBody", "SECRET"),
        ("---\nmarking: SECRET\n\nBody", "SECRET"),
        ("---\nmarking: SECRET\nmarking: CUI\n: [\n---\nBody", "(not readable)"),
        ("---\nmarking: {level: SECRET}\n---\nBody", "(not readable)"),
        ("---\nmarking: SECRET\nmarking: CUI\n---\nBody", "(not readable)"),
        ("---\nmarking: CUI\nClassification: SECRET\n---\nBody", "(not readable)"),
        ("---\nmarking: SECRET\nMarking: SECRET\n---\nBody", "SECRET"),
        ("---yaml\nmarking: SECRET\n---\nBody", "SECRET"),
        ("+++ TOML\nmarking = 'SECRET'\n+++\nBody", "SECRET"),
        ("\n\n--- yaml\nmarking: SECRET\n...\nBody", "SECRET"),
        ("---\nmarking: true\n---\nBody", "(not readable)"),
        ("---\nClassification: SECRET//NOFORN\n---\nBody", "SECRET//NOFORN"),
        ("---\nclassification: a news story\n---\nBody", None),
        ("---\ntitle: a: b\n---\nmarking: none of this\n", None),
    ],
)
def test_a_note_keeps_its_marking_though_its_front_matter_cannot_be_read(
    text: str, marking: str | None
) -> None:
    assert front_matter(text, "n.md").source.marking == marking


@pytest.mark.holds("ADM-01")
@pytest.mark.holds("ADM-04")
@pytest.mark.parametrize(
    "written",
    ["reliability: G", "url: ftp://x", "published: 09/01/2023", "language: no", "title: {a: b}"],
)
def test_a_value_of_the_wrong_form_is_an_error_at_its_line(written: str) -> None:
    front = front_matter(f"---\npublisher: Desk\n{written}\n---\n", "n.md")
    assert [(f.severity, f.line) for f in front.findings] == [("error", 3)]
    assert front.source.publisher == "Desk"


def test_an_unknown_key_is_a_note_at_its_line() -> None:
    front = front_matter("---\npublisher: Desk\ncolour: blue\n---\n", "n.md")
    assert [(f.severity, f.line) for f in front.findings] == [("info", 3)]


def test_a_text_without_front_matter_is_left_alone() -> None:
    assert front_matter("Words\n---\nmore", "n.md").body == "Words\n---\nmore"


def test_a_note_cannot_release_itself() -> None:
    front = front_matter("---\ntitle: A\nreleasable: true\n---\nBody", "n.md")
    assert not front.source.releasable
    assert "no note says this of itself" in front.findings[0].what
