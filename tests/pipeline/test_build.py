"""From notes to packs: what holds whatever the notes say, and cases that are compared in full."""

import json
import random
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from scenesetter.cache import Cache
from scenesetter.model.fact import Fact
from scenesetter.pipeline import gathering
from scenesetter.pipeline.build import build
from scenesetter.pipeline.desk import gather_all
from scenesetter.pipeline.opening import Opened, open_briefing
from scenesetter.renderers.html import parser
from scenesetter.settings import Format, Settings

CASES = sorted(path for path in (Path(__file__).parents[1] / "cases" / "briefings").iterdir())

DEFAULT = settings.default.max_examples if settings.default else 100
"""Examples of the profile; a whole pipeline is worth a part of them."""

SENTENCES = (
    "Portuguese harbour minister Ana Lima said Portugal would open the new port in May 2027.",
    '"We ask Spain to lift the tariff on steel," Ana Lima said.',
    "“Nobody leaves the border unpaid,” said Spanish foreign minister Luis Ortega on Tuesday.",
    "Luis Ortega promised to send 40 customs officers to the border by 1 June 2027.",
    "He also wants a treaty on electricity.",
    "The two ministers criticised the fee of 30 euros a lorry.",
    "An official who asked not to be named expects the price of gas to rise by 7.5 percent.",
    "According to the statistics office, exports of wine fell to 2.1 billion euros in 2026.",
    'A missing mark: "We shall see about migration, Lima told the Tagus Courier.',
    "READ MORE: Ten ports to see this spring",
    "By Rui Prado",
    "LISBON, March 9, 2027 (Tagus Wire) - The talks on fishing begin next week.",
    "Is there a plan for refugees? Nobody knows, he said.",
    "Łódź’s mayor denied that € 5m of drugs had crossed the border — twice.",
    "- Spain: 12 ships; Portugal: 9 ships, the navy said.",
    "# Trade",
    "",
)
NAMES = ("a.txt", "b.md", "c.html", "über uns.txt", "sub/d.txt")
NOTES = st.dictionaries(
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8).filter(any).map("\n\n".join),
    min_size=1,
    max_size=3,
)


def quiet(_step: str, _done: int, _total: int) -> None:
    """Progress that nobody looks at."""


def written(folder: Path, notes: dict[str, str]) -> Path:
    for name, text in notes.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def opened(folder: Path, notes: dict[str, str]) -> Opened:
    return open_briefing(written(folder, notes), Cache(folder, keeps=False), quiet)


def built(folder: Path, output: Path, *formats: Format) -> list[Path]:
    return list(build(Settings(folder, output, formats=formats), quiet).files)


def of_note(facts: tuple[Fact, ...], name: str) -> set[tuple[str, int, int]]:
    """What is gathered from one note: places, each with the ids by which it may be cited. The rest
    of a fact that stands in several notes is told by the fullest of them.
    """
    return {
        (known, passage.start, passage.end)
        for fact in facts
        for passage in fact.passages
        for known in (fact.id, *fact.same_as)
        if passage.note == name
    }


class _Text(HTMLParser):
    """The words of a page, as a reader sees them."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for name, value in attrs if tag == "a" and name == "href"]


def shown(markdown: Path) -> _Text:
    """The Markdown pack as the product's own parser reads it."""
    page = _Text()
    page.feed(parser().render(markdown.read_text("utf-8")))
    return page


@settings(max_examples=DEFAULT // 8)
@given(notes=NOTES)
def test_every_passage_is_exact(notes: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        found = opened(Path(folder), notes)
        facts = gathering.gather(found, found.notes, quiet).facts
    texts = {note.name: note.text for note in found.notes}
    for passage in (passage for fact in facts for passage in fact.passages):
        text = texts[passage.note]
        assert text[passage.start : passage.end] == passage.exact
        assert text[: passage.start].endswith(passage.prefix)
        assert text[passage.end :].startswith(passage.suffix)


@settings(max_examples=DEFAULT // 8)
@given(notes=NOTES, chosen=st.randoms(use_true_random=False))
def test_the_facts_of_a_note_stay_when_others_come_and_go(
    notes: dict[str, str], chosen: random.Random
) -> None:
    with TemporaryDirectory() as folder:
        found = opened(Path(folder), notes)
    note = chosen.choice(found.notes)
    together = gathering.gather(found, found.notes, quiet).facts
    alone = gathering.gather(found, [note], quiet).facts
    assert of_note(together, note.name) >= of_note(alone, note.name)


@settings(max_examples=DEFAULT // 8)
@given(notes=NOTES, chosen=st.randoms(use_true_random=False))
def test_the_order_of_the_notes_does_not_matter(
    notes: dict[str, str], chosen: random.Random
) -> None:
    with TemporaryDirectory() as folder:
        found = opened(Path(folder), notes)
    shuffled = list(found.notes)
    chosen.shuffle(shuffled)
    assert (
        gathering.gather(found, shuffled, quiet).facts
        == gathering.gather(found, found.notes, quiet).facts
    )


@settings(max_examples=DEFAULT // 16)
@given(notes=NOTES)
def test_a_second_run_writes_the_same_bytes(notes: dict[str, str]) -> None:
    with TemporaryDirectory() as root:
        folder = written(Path(root) / "talks", notes)
        first = [path.read_bytes() for path in built(folder, Path(root) / "out", Format.md)]
        again = [path.read_bytes() for path in built(folder, Path(root) / "out", Format.md)]
        assert first == again


@pytest.mark.parametrize("output", [".", "..", "output"])
def test_packs_written_among_the_notes_are_no_notes(tmp_path: Path, output: str) -> None:
    folder = written(tmp_path / "talks", {"a.txt": SENTENCES[0], "b.txt": SENTENCES[1]})
    first = built(folder, folder / output, Format.md)
    before = [path.read_bytes() for path in first]
    assert [path.read_bytes() for path in built(folder, folder / output, Format.md)] == before
    assert [note.name for note in opened(folder, {}).notes] == ["a.txt", "b.txt"]


MARKUP = (
    *("# x", "## x ##", "<script>alert(1)</script>", "{{ 7*7 }}", "{% raw %}", "<!-- x -->"),
    *("[a](javascript:alert(1))", "![a](x.png)", "| x |", ":::", "::: paper x", "[^1]", "[^1]: x"),
    *("*x*", "__x__", "`x`", "~~~", "&amp;", "\\", "1. x", "- x", "> x", "<a@b.example>", "]("),
)

EVERYONE = {
    "audience.toml": """\
title = "Whatever there is"
summary = "No section has a limit."
parts = ["papers", "sources"]
sections = ["each-side", "friction", "said", "outside-views", "background", "figures", "dates"]
""",
    "pack.md.j2": '{% extends "audiences/delegation/pack.md.j2" %}',
}


def note_of(markup: str, grade: str) -> str:
    """Fact after fact that holds it: at the start of a paragraph, inside, and at its end; `grade`
    sets them apart from those of other notes.
    """
    return (
        f"{markup} is how Portugal wants Spain to write its tariff on {grade} steel.\n\n"
        f'Ana Lima said that Spain had written "{markup} of trade" into the treaty '
        f"on {grade} steel.\n\n"
        f"Portugal promised to lift the tariff on {grade} steel in return for {markup}\n"
    )


def test_markup_in_a_note_is_printed_as_its_characters(tmp_path: Path) -> None:
    notes = {
        f"{number:02}.txt": note_of(markup, f"Q{number}") for number, markup in enumerate(MARKUP)
    }
    folder = written(tmp_path / "talks", notes)
    written(folder / "templates" / "audiences" / "everyone", EVERYONE)
    asked = Settings(folder, tmp_path / "out", ("everyone",), formats=(Format.pdf, Format.md))
    printed, pack = build(asked, quiet).files
    page = shown(pack)
    words = " ".join("".join(page.words).split())
    sheets = "".join(one.extract_text() for one in PdfReader(printed).pages)
    paper = "".join(sheets.split())
    facts = gather_all(asked, quiet)[1].facts
    assert len(facts) >= 2 * len(MARKUP)
    for expected in (*(fact.text for fact in facts), *(f"{mark} of trade" for mark in MARKUP)):
        assert expected in words
        assert "".join(expected.split()) in paper
    assert not [link for link in page.links if not link.startswith("#")]
    assert "49" not in words


@settings(max_examples=DEFAULT // 10)
@given(marks=st.lists(st.sampled_from([*"#<>{}[]()|:*_`~&\\!^-+=.1x \"'$@"]), max_size=12))
def test_any_run_of_marks_in_a_note_is_printed_as_it_stands(marks: list[str]) -> None:
    run = " ".join(f"a{''.join(marks)}z".split())
    text = f"Ana Lima said that Portugal would write {run} into the treaty on trade in steel.\n"
    with TemporaryDirectory() as root:
        folder = written(Path(root) / "talks", {"a.txt": text})
        found = opened(folder, {})
        exact = [fact.text for fact in gathering.gather(found, found.notes, quiet).facts]
        book, _ = built(folder, Path(root) / "out", Format.md)
        words = " ".join("".join(shown(book).words).split())
    for one in exact:
        assert one in words


@pytest.mark.parametrize(
    "name", ["a [x](y).txt", "é #.md", "two  spaces.txt", "<b>&amp;.txt", "[^1].txt", "a|b*.html"]
)
def test_a_file_name_is_printed_as_it_is(tmp_path: Path, name: str) -> None:
    folder = written(
        tmp_path / "talks", {name: "Portugal wants Spain to lift its tariff on steel."}
    )
    book, _ = built(folder, tmp_path / "out", Format.md)
    page = shown(book)
    assert " ".join(name.split()) in " ".join("".join(page.words).split())
    assert not [link for link in page.links if not link.startswith("#")]


def test_a_folder_with_an_odd_name_gives_files_and_a_title(tmp_path: Path) -> None:
    folder = written(tmp_path / "Pärt & [Söhne] #1", {"a.txt": SENTENCES[0]})
    book, _ = built(folder, tmp_path / "out", Format.md)
    assert book.parent == tmp_path / "out" / "Pärt & [Söhne] #1"
    assert "Pärt & [Söhne] #1" in "".join(shown(book).words)


@pytest.fixture
def expected(*, renew: bool) -> Callable[[Path, dict[str, str]], None]:
    """Compare files with those of a folder, or write them as the new expectation."""

    def compare(folder: Path, files: dict[str, str]) -> None:
        if renew:
            folder.mkdir(exist_ok=True)
            for path in folder.iterdir():
                path.unlink()
            for name, text in files.items():
                (folder / name).write_text(text, "utf-8")
        assert files == {path.name: path.read_text("utf-8") for path in folder.iterdir()}

    return compare


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.name))
def test_a_briefing_gives_the_packs_and_facts_of_its_case(
    case: Path, tmp_path: Path, expected: Callable[[Path, dict[str, str]], None]
) -> None:
    packs = {path.name: path.read_text("utf-8") for path in built(case, tmp_path, Format.md)}
    _, gathered = gather_all(Settings(case, tmp_path), quiet)
    plain = [fact.model_dump(mode="json") for fact in gathered.facts]
    facts = json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
    expected(case / "expected", {**packs, "facts.json": facts})
