"""What a person wrote for an issue, as it is read."""

import re
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenesetter.library import Library, shipped
from scenesetter.points.reading import LARGEST, ReadPoints, read, read_folder

CASES = sorted((Path(__file__).parents[1] / "cases" / "points").glob("*.md"))
PATH = "points/trade.md"
US = Library((shipped(),)).scheme("us")
MARKUP = (
    *(
        "# ",
        "## ",
        "### ",
        "- ",
        "  - ",
        "    ",
        "1. ",
        "> ",
        "| a | b |",
        "***",
        "---",
        "===",
        "```",
    ),
    *(
        "<!--",
        "-->",
        "<!-- x -->",
        "<b>",
        "</b>",
        "<div>",
        "[a](b)",
        "![a](b)",
        "[a]: b",
        "`",
        "\\",
    ),
    *("*", "_", "&amp;", "&#0;", "\x00", "\ufeff", "[f:aaaaaa01]", "[f:", "[f:x y]", "]", "\t"),
    *("Objectives", "Points to make", "If raised", "Certain", "Response", "Press line"),
    *("ships", "a fee of 30 euros", "Łódź", "\u2028", "marking: TLP:RED", "+++", ":::"),
)
TEXTS = st.lists(st.sampled_from([*MARKUP, "\n", "\n\n", " "]), max_size=40).map("".join)


def told(read: ReadPoints) -> str:
    """Lines, then findings, as one text."""
    lines = read.points.lines if read.points else ()
    said = [
        f"{line.number}: {line.purpose}"
        + (f" ({line.likelihood})" if line.likelihood else "")
        + f": {line.text} [{', '.join(line.cites)}]"
        + (f" answers [{', '.join(line.answers)}]" if line.answers else "")
        for line in lines
    ]
    marking = read.points.marking if read.points else "not read"
    found = [f"{one.where}: {one.what} [{one.rule}]" for one in read.findings]
    return "\n".join([f"marking: {marking}", *said, *found]) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.stem))
def test_a_file_gives_the_lines_and_findings_of_its_case(case: Path, *, renew: bool) -> None:
    expected = case.with_name(f"{case.name}.expected")
    result = told(read("trade", PATH, case.read_text("utf-8")))
    if renew:
        expected.write_text(result, "utf-8")
    assert result == expected.read_text("utf-8")


@given(text=TEXTS)
def test_no_text_raises(text: str) -> None:
    read("trade", PATH, text)


@given(text=TEXTS)
def test_no_word_is_lost_without_a_finding(text: str) -> None:
    result = read("trade", PATH, text)
    if result.findings:
        return
    assert result.points
    lines = result.points.lines
    written = [part for line in lines for part in (line.text, *line.cites)]
    kept = " ".join([*written, *headings(text)])
    bare = re.sub(r"<!--.*?-->|\[f:\w+\]", "", text, flags=re.DOTALL)
    for word in ("ships", "euros", "Łódź"):
        assert bare.count(word) <= kept.count(word)


def headings(text: str) -> list[str]:
    """Rows that may be headings: `#` before them, or `---` or `===` somewhere below."""
    rows = text.split("\n")
    return [
        row
        for place, row in enumerate(rows)
        if "#" in row or any(set("-=") & set(below) for below in rows[place + 1 :])
    ]


@given(words=st.text(min_size=1, max_size=60))
def test_words_in_a_list_item_come_back_as_they_are_or_are_spoken_of(words: str) -> None:
    result = read("trade", PATH, f"## Objectives\n\n- a {words} z [f:aaaaaa01]\n")
    if not result.findings:
        assert result.points
        letters = "".join(filter(str.isalnum, words))
        said = " ".join(line.text for line in result.points.lines)
        markup = re.compile(r"&#?\w+;|<!--.*?-->|\[f:")
        if not markup.search(words):
            assert letters in "".join(filter(str.isalnum, said)).replace("\ufffd", "")


@pytest.mark.parametrize(
    "head",
    [
        "---\nmarking: TLP:RED\n",
        "---\nmarking: [\n---\n",
        "---\nmarkng: TLP:RED\n---\n",
        "---\nmarking: 3\n---\n",
        "---\nmarking: TLP:RED\nmarking: TLP:CLEAR\n---\n",
        "\n\n----\nmarking: TLP:RED\n----\n",
        '+++\nmarking = "TLP:RED"\n+++\n',
        "---\n- marking\n---\n",
    ],
)
def test_front_matter_that_may_hold_a_marking_and_cannot_be_read_leaves_nothing(head: str) -> None:
    result = read("trade", PATH, head + "## Objectives\n\n- A date. [f:aaaaaa01]\n")
    assert result.points is None
    assert [one.rule for one in result.findings] == ["READ-03"]


def test_front_matter_that_nothing_ends_says_so() -> None:
    (finding,) = read("trade", PATH, "---\nmarking: TLP:RED\n# Trade\n").findings
    assert str(finding).startswith(f"{PATH}:1: error: bad front matter: no line of --- alone")


def test_what_is_quoted_writes_over_no_terminal() -> None:
    result = read("trade", PATH, "## \x1b[2JWishes\x07\n\n## Objectives\n\n- A\x9b date.\n")
    assert all(finding.what.isprintable() for finding in result.findings)


def test_a_line_is_found_below_front_matter_at_its_place_in_the_file() -> None:
    result = read("trade", PATH, "---\nmarking: x\n---\n\n## Objectives\n- A date.\n")
    assert [one.where for one in result.findings] == [f"{PATH}:6"]


@pytest.mark.parametrize(
    "mark", ["- ", "<!--", "[f:", "*", "> ", "a\n\n", "- a\n  - b\n\n", "***a"]
)
def test_a_long_hostile_file_is_read_in_little_time(mark: str) -> None:
    began = process_time()
    read("trade", PATH, "## Objectives\n\n- a" + mark * (50_000 // len(mark)))
    assert process_time() - began < 5


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[str, str], tuple[ReadPoints, ...]]:
    """Reads a folder with one points file of the given name."""

    def make(name: str, text: str) -> tuple[ReadPoints, ...]:
        (tmp_path / "points").mkdir(exist_ok=True)
        (tmp_path / "points" / name).write_text(text, "utf-8", "surrogatepass")
        return read_folder(tmp_path, ("trade", "energy"), ("trade",), US)

    return make


Folder = Callable[[str, str], tuple[ReadPoints, ...]]


def test_a_folder_without_points_has_none(tmp_path: Path) -> None:
    assert read_folder(tmp_path, ("trade",), (), US) == ()


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("trad.md", "", "STR-03"),
        ("trade.txt", "", "STR-03"),
        ("energy.md", "## Objectives\n\n- A date. [f:aaaaaa01]\n", "STR-03"),
        ("trade.md", "x" * (LARGEST + 1), "READ-03"),
        ("trade.md", "\ud800", "READ-03"),
    ],
)
def test_a_file_that_is_not_printed_is_spoken_of(
    folder: Folder, name: str, text: str, rule: str
) -> None:
    (result,) = folder(name, text)
    assert [one.rule for one in result.findings] == [rule]


def test_a_start_that_is_left_empty_is_nothing_to_speak_of(folder: Folder) -> None:
    (result,) = folder("energy.md", "## Objectives\n")
    assert result.findings == ()


def test_a_misspelt_issue_is_told_its_name(folder: Folder) -> None:
    (result,) = folder("trad.md", "")
    assert "did you mean `trade`?" in result.findings[0].what


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("## Objectives\n", "utf-8")
    (tmp_path / "points").mkdir()
    (tmp_path / "points" / "trade.md").symlink_to(tmp_path / "secret.txt")
    (result,) = read_folder(tmp_path, ("trade",), (), US)
    assert result.points is None


@pytest.mark.parametrize(
    ("line", "marking", "answers"),
    [
        ("(S//NF) We can lift it. [f:abcdef]", "SECRET//NOFORN", ()),
        ("(CUI) [f:abcdef] We can lift it.", "CUI", ("abcdef",)),
        ("[f:abcdef] (SECRET) We can lift it.", "SECRET", ("abcdef",)),
        ("We can lift it. [f:abcdef]", None, ()),
    ],
)
def test_a_line_may_begin_with_its_own_mark(
    folder: Folder, line: str, marking: str | None, answers: tuple[str, ...]
) -> None:
    (result,) = folder("trade.md", f"## Response\n\n- {line}\n")
    assert result.points
    (read_line,) = result.points.lines
    assert (read_line.text, read_line.marking) == ("We can lift it.", marking)
    assert read_line.answers == answers


def test_a_line_whose_mark_nobody_knows_is_not_printed(folder: Folder) -> None:
    (result,) = folder("trade.md", "## Objectives\n\n- (S//NOFRON) A plan. [f:abcdef]\n")
    assert result.points
    assert result.points.lines == ()
    ((bracket, finding),) = result.of_marked
    assert (bracket, finding.rule) == ("(S//NOFRON)", "MRK-06")
    assert "plan" not in str(finding)


def test_words_in_brackets_are_no_mark(folder: Folder) -> None:
    (result,) = folder("trade.md", "## Objectives\n\n- (In May) we start. [f:abcdef]\n")
    assert result.points
    assert result.points.lines[0].text == "(In May) we start."


def test_no_bracket_is_a_mark_where_the_scheme_marks_no_portions(tmp_path: Path) -> None:
    (tmp_path / "points").mkdir()
    text = "## Objectives\n\n- (EU) We start. [f:abcdef]\n"
    (tmp_path / "points" / "trade.md").write_text(text, "utf-8")
    (result,) = read_folder(tmp_path, ("trade",), (), Library((shipped(),)).scheme("none"))
    assert result.points
    assert result.points.lines[0].text == "(EU) We start."


def test_under_if_raised_one_heading_may_follow_the_other() -> None:
    text = "## If raised\n### Defensive only\n- No. [f:abcdef]\n### Certain\n- Yes. [f:abcdef]\n"
    points = read("trade", PATH, text).points
    assert points
    assert [(one.purpose, one.likelihood) for one in points.lines] == [
        ("defensive", None),
        ("if-raised", "certain"),
    ]


def test_only_a_response_answers_what_it_cites_first() -> None:
    points = read("trade", PATH, "## Objectives\n- [f:abcdef] A date.\n").points
    assert points
    assert points.lines[0].answers == ()


def test_texts_under_no_heading_are_told_of_once() -> None:
    assert len(read("trade", PATH, "One line.\n\nAnother line.\n").findings) == 1


def test_where_nobody_has_set_an_agenda_no_issue_is_off_it(tmp_path: Path) -> None:
    (tmp_path / "points").mkdir()
    text = "## Objectives\n\n- A date. [f:abcdef]\n"
    (tmp_path / "points" / "trade.md").write_text(text, "utf-8")
    (result,) = read_folder(tmp_path, ("trade",), (), US)
    assert result.findings == ()


def test_what_is_wrong_with_a_marked_line_is_told_without_its_words(folder: Folder) -> None:
    (result,) = folder("trade.md", "## Objectives\n\n- (TS) The Umbrage plan.\n")
    ((bracket, finding),) = result.of_marked
    assert (bracket, finding.rule, result.findings) == ("(TS)", "SRC-01", ())
    assert "Umbrage" not in str(finding)
