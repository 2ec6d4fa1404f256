"""How well facts are gathered, by the given scorers, beside what others reach.

python -m tests.bench.bench_gather [SHARED] [--split dev|train]

SHARED (../shared) must hold tools/attrib_score.py and tools/stance_recall.py with
data/polnear-SPLIT.jsonl for attributions, and tools/dates_score.py with data/te3-aquaint.jsonl for
dates. What is absent is skipped and said; people are measured on the project's own cases. Nothing
of that data is kept or shipped. Exit code 1 where a figure misses what is asked of it at least.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.date_expressions import date_figures, timex
from tests.bench.people_links import people_links

from scenesetter import attributions
from scenesetter.gather.dates.expressions import time_expressions

ROOT = Path(__file__).resolve().parents[2]

PEERS = """\
What others reach on the dev split, overlap F / end-to-end F, and on a split that is not there
their share of speakers right and words per CPU second:
  regular expressions only        41.7 / 26.8    65.0 %   ~890,000
  textacy direct_quotations       27.9 / 25.6    93.2 %      3,060
  Gender Gap Tracker's rules      49.0 / 41.0    87.4 %      4,460   want/ask  6.6   commit  3.2
  Citron, retrained on PolNeAR    57.2 / 52.8    92.4 %      3,100   want/ask 27.4   commit 61.3
  one person against another      79.5 / 76.5    96.0 %              want/ask 73.1   commit 86.9
Calendar dates right in running text (AQUAINT): msrecognizers 76.6, dateparser 45.6
"""


class Measure(NamedTuple):
    """A figure and what is asked of it: in percent, but for words per second."""

    name: str
    found: float
    least: float
    aim: float


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("shared", nargs="?", type=Path, default=ROOT.parent / "shared")
    asked.add_argument("--split", choices=("dev", "train"), default="dev")
    given = asked.parse_args()
    measures = [*of_attributions(given.shared, given.split), *of_dates(given.shared), *of_people()]
    print(f"{'measure':34} {'found':>9} {'least':>9} {'aim':>9}")
    for one in measures:
        short = "  MISSED" if one.found < one.least else ""
        print(f"{one.name:34} {one.found:9,.1f} {one.least:9,.1f} {one.aim:9,.1f}{short}")
    print(f"\n{PEERS}")
    return int(any(one.found < one.least for one in measures))


def present(*files: Path) -> bool:
    """Whether all are there; says which are not."""
    absent = [str(file) for file in files if not file.is_file()]
    if absent:
        print(f"skipped, not there: {', '.join(absent)}")
    return not absent


def of_attributions(shared: Path, split: str) -> Iterator[Measure]:
    gold = shared / "data" / f"polnear-{split}.jsonl"
    scorer = shared / "tools" / "attrib_score.py"
    stances = shared / "tools" / "stance_recall.py"
    if not present(gold, scorer, stances):
        return
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        words_per_second = predict(gold, predicted)
        score = json.loads(printed(scorer, gold, predicted, "--json"))
        by_kind = printed(stances, gold, predicted)
    yield Measure("end-to-end F", 100 * score["e2e"][2], 55, 62)
    yield Measure("end-to-end precision", 100 * score["e2e"][0], 66, 75)
    yield Measure("end-to-end recall", 100 * score["e2e"][1], 0, 0)
    yield Measure("overlap F", 100 * score["ovl"][2], 60, 67)
    yield Measure("speaker right", 100 * score["src"], 0, 96)
    yield Measure("direct: coverage F", 100 * score["direct_cov"][2], 95, 97)
    yield Measure("direct: speaker right", 100 * score["direct_src"], 93, 96)
    yield Measure("indirect overlap F", 100 * score["indirect"][2], 50, 58)
    yield Measure("want/ask with source", with_source("want/ask", by_kind), 45, 60)
    yield Measure("promise/commit with source", with_source("commit", by_kind), 65, 80)
    yield Measure("words per CPU second", words_per_second, 60_000, 150_000)


def predict(gold: Path, predicted: Path) -> float:
    """Writes the attributions of each article, and gives words per CPU second."""
    articles = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    attributions(articles[0]["text"])  # what is loaded once a process is not a reading's cost
    start = time.process_time()
    read = [(article["id"], attributions(article["text"])) for article in articles]
    took = time.process_time() - start
    lines = [
        {
            "id": name,
            "attributions": [one.model_dump(include={"source", "cue", "content"}) for one in found],
        }
        for name, found in read
    ]
    write_lines(predicted, lines)
    return sum(len(article["text"].split()) for article in articles) / took


def of_dates(shared: Path) -> Iterator[Measure]:
    """The share of calendar dates is the given scorer's; of those that lie later, ours."""
    gold, scorer = shared / "data" / "te3-aquaint.jsonl", shared / "tools" / "dates_score.py"
    if not present(gold, scorer):
        return
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        articles = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
        write_lines(predicted, map(dated, articles))
        told = printed(scorer, gold, predicted)
    right = re.search(r"right value ([\d.]+)", told)
    yield Measure("calendar dates right", float(right[1]) if right else 0.0, 85, 92)
    later = date_figures(gold)
    yield Measure(
        f"of {later['later days']:.0f} later days right", later["later days right"], 20, 30
    )


def dated(article: dict[str, Any]) -> dict[str, Any]:
    """The times of an article in the form that the scorer reads."""
    text, day = article["text"], article["dct"]
    found = [
        {"start": one.start, "end": one.end, "value": timex(one)}
        for one in time_expressions(text, 0, len(text), day)
    ]
    alone = [time_expressions(text, one["start"], one["end"], day) for one in article["timexes"]]
    return {
        "id": article["id"],
        "found": found,
        "given": [timex(times[0]) if times else None for times in alone],
    }


def of_people() -> Iterator[Measure]:
    """On texts of the project's own; the half held out was read in the end, and is not blind."""
    cases = sorted((ROOT / "tests" / "cases" / "people").glob("*.toml"))
    for half, links in people_links(cases).items():
        yield Measure(f"people linked, {half}: precision", links.precision, 95, 97)
        yield Measure(f"people linked, {half}: recall", links.recall, 85, 90)


def write_lines(path: Path, lines: Iterable[Any]) -> None:
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")


def printed(scorer: Path, gold: Path, predicted: Path, *options: str) -> str:
    command = [sys.executable, str(scorer), str(gold), str(predicted), *options]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def with_source(kind: str, by_kind: str) -> float:
    found = re.search(rf"{re.escape(kind)} n=\d+ found [\d.]+% with source ([\d.]+)%", by_kind)
    return float(found[1]) if found else 0.0


if __name__ == "__main__":
    sys.exit(main())
