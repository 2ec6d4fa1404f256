"""How long `scenesetter build` of the example takes, beside WeasyPrint alone on the same HTML.

python tests/bench/bench_build.py [ROUNDS]

Both run as new processes in turn, cold: an empty output folder, nothing kept from before.
"WeasyPrint alone" is one process that imports it and prints the pages one after the other, with
the options of the product. Takes some three minutes; on a busy machine look at the ratio alone.
Exit code 1 where the example's packs together take more than 1.6 times as long.
"""

import json
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from scenesetter.cache import FOLDER
from scenesetter.library import shipped

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "briefings" / "north-american-leaders-summit-2023"
AT_MOST = 1.6
ALONE = """
import json, sys
from scenesetter.renderers.printing import print_page
for job in json.load(open(sys.argv[1], encoding="utf-8")):
    print_page(job)
"""


def build(output: Path, *options: str) -> float:
    shutil.rmtree(EXAMPLE / FOLDER, ignore_errors=True)
    command = [sys.executable, "-m", "scenesetter", "build", str(EXAMPLE), "-o", str(output)]
    return timed([*command, *options])


def timed(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def compare(audiences: list[str], rounds: int) -> float:
    """Prints both medians in seconds, and gives the ratio of the medians."""
    chosen = [word for name in audiences for word in ("--audience", name)]
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "html", "--format", "html", *chosen)
        pages = sorted((Path(folder) / "html").rglob("*.html"))
        templates = [str(shipped())]
        jobs = [
            {"html": page.read_text("utf-8"), "paper": "a4", "folders": templates} for page in pages
        ]
        file = Path(folder) / "jobs.json"
        file.write_text(json.dumps(jobs), "utf-8")
        ours, alone = [], []
        for number in range(rounds + 1):
            alone.append(timed([sys.executable, "-c", ALONE, str(file)]))
            ours.append(build(Path(folder) / f"run-{number}", *chosen))
    # The first round warms the disk cache and does not count.
    built, printed = statistics.median(ours[1:]), statistics.median(alone[1:])
    print(
        f"{' and '.join(audiences)}: build {built:.2f} s, WeasyPrint alone {printed:.2f} s, "
        f"ratio {built / printed:.2f}, medians of {rounds} rounds"
    )
    return built / printed


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"WeasyPrint {version('weasyprint')}, Python {platform.python_version()}")
    both = compare(["principal", "delegation"], rounds)
    for audience in ("principal", "delegation"):
        compare([audience], rounds)
    if both > AT_MOST:
        print(
            f"the example takes {both:.2f} times what WeasyPrint alone takes: more than {AT_MOST}"
        )
    return int(both > AT_MOST)


if __name__ == "__main__":
    sys.exit(main())
