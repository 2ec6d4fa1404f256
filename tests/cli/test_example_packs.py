"""The example's packs as they are printed: the same on any machine, marked on every page."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from subprocess import Popen
from typing import NamedTuple

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

Start = Callable[..., Popen[str]]
TITLE = "North American Leaders' Summit, Mexico City"
AUDIENCES = ("Delegation book", "Brief for the principal")
HERE = {"TZ": "America/Lima", "PYTHONHASHSEED": "1", "LC_ALL": "C"}
ELSEWHERE = {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "LC_ALL": "tr_TR.UTF-8"}


class Page(NamedTuple):
    """Words of a printed page, and each piece with its height above the foot (1: the top)."""

    text: str
    pieces: tuple[tuple[float, str], ...]


class Printed(NamedTuple):
    """A PDF read back."""

    reader: PdfReader
    pages: tuple[Page, ...]


class Builds(NamedTuple):
    """The example built on A4, elsewhere on Letter, and elsewhere for the principal alone."""

    a4: Path
    letter: Path
    brief: Path
    said: tuple[str, ...]


@pytest.fixture(scope="module")
def builds(start: Start, example: Path, tmp_path_factory: pytest.TempPathFactory) -> Builds:
    root = tmp_path_factory.mktemp("example")
    copy = root / "a place with spaces" / example.name
    shutil.copytree(example, copy)
    made = [
        start("build", example, "-o", root / "a4", **HERE),
        start("build", copy, "-o", root / "letter", "--paper", "letter", **ELSEWHERE),
    ]
    said = [running.communicate(timeout=120)[1] for running in made]
    made.append(start("build", copy, "-o", root / "brief", "-a", "principal", **ELSEWHERE))
    said.append(made[-1].communicate(timeout=120)[1])
    assert [running.returncode for running in made] == [0, 0, 0]
    a4, letter, brief = (root / name / example.name for name in ("a4", "letter", "brief"))
    return Builds(a4, letter, brief, tuple(said))


@pytest.fixture(scope="module")
def printed(builds: Builds) -> tuple[Printed, ...]:
    """The book and the brief."""
    readers = map(PdfReader, sorted(builds.a4.glob("*.pdf")))
    return tuple(Printed(reader, tuple(map(read, reader.pages))) for reader in readers)


def read(page: PageObject) -> Page:
    pieces: list[tuple[float, str]] = []

    def visit(text: str, matrix: list[float], own: list[float], *_: object) -> None:
        height = own[4] * matrix[1] + own[5] * matrix[3] + matrix[5]
        pieces.append((height / float(page.mediabox.height), text))

    text = page.extract_text(visitor_text=visit)
    return Page(" ".join(text.split()), tuple(pieces))


def bookmarks(outline: Iterable[object]) -> Iterator[Destination]:
    """All levels of an outline, in order."""
    for mark in outline:
        if isinstance(mark, Destination):
            yield mark
        elif isinstance(mark, list):
            yield from bookmarks(mark)


def test_the_markdown_hangs_on_the_notes_alone(builds: Builds) -> None:
    names = [path.name for path in sorted(builds.a4.glob("*.md"))]
    assert len(names) == 2
    for name in names:
        assert (builds.a4 / name).read_bytes() == (builds.letter / name).read_bytes()


def test_the_printed_bytes_hang_on_the_notes_alone(builds: Builds) -> None:
    (brief,) = builds.brief.glob("*.pdf")
    assert brief.read_bytes() == (builds.a4 / brief.name).read_bytes()


def test_printing_has_nothing_to_complain_of(builds: Builds) -> None:
    for said in builds.said:
        assert "PDF-01" not in said
        assert "printing" not in said


def test_every_page_is_marked_at_top_and_bottom(printed: tuple[Printed, ...]) -> None:
    for page in chain.from_iterable(one.pages for one in printed):
        heights = [height for height, text in page.pieces if "UNCLASSIFIED" in text]
        assert max(heights) > 0.93
        assert min(heights) < 0.07


def test_every_page_names_the_engagement_and_its_number(printed: tuple[Printed, ...]) -> None:
    for one in printed:
        for number, page in enumerate(one.pages, 1):
            assert TITLE in page.text
            assert f"page {number} of {len(one.pages)}" in page.text


def test_the_document_says_what_it_is(printed: tuple[Printed, ...]) -> None:
    for one, audience in zip(printed, AUDIENCES, strict=True):
        assert one.reader.metadata
        assert one.reader.metadata.title == f"{TITLE} – {audience}"
        assert str(one.reader.root_object["/Lang"]) == "en"


def test_bookmarks_lead_to_their_pages(printed: tuple[Printed, ...]) -> None:
    for one in printed:
        marks = list(bookmarks(one.reader.outline))
        titles = [str(mark.title) for mark in marks]
        assert {"Overview", "Migration", "Trade and supply chains", "Sources"} <= set(titles)
        for mark, title in zip(marks, titles, strict=True):
            number = one.reader.get_destination_page_number(mark)
            assert number is not None
            # Small capitals are read back as small letters.
            assert title.casefold() in one.pages[number].text.casefold()


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_brief_has_a_page_an_issue_at_most(builds: Builds, paper: str) -> None:
    (brief,) = getattr(builds, paper).glob("*principal.pdf")
    reader = PdfReader(brief)
    _, parts = reader.outline
    assert isinstance(parts, list)
    starts = [
        reader.get_destination_page_number(mark) for mark in parts if isinstance(mark, Destination)
    ]
    assert set(starts) == set(range(len(reader.pages)))


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_paper_is_the_one_asked_for(builds: Builds, paper: str, size: tuple[int, int]) -> None:
    for reader in map(PdfReader, getattr(builds, paper).glob("*.pdf")):
        boxes = [page.mediabox for page in reader.pages]
        assert {(round(box.width), round(box.height)) for box in boxes} == {size}


def test_the_markdown_is_free_of_layout_and_cites_its_sources(builds: Builds) -> None:
    for path in builds.a4.glob("*.md"):
        text = path.read_text("utf-8")
        assert "[^1]" in text
        assert "\n[^1]: " in text
        assert "{{" not in text
        assert ":::" not in text
