"""Real articles and transcripts, which are not part of the project: the tests skip without them."""

import re
from pathlib import Path

import pytest

from scenesetter.pipeline.build import build
from scenesetter.pipeline.desk import gather_all
from scenesetter.settings import Format, Settings

SHARED = Path(__file__).parents[1].parent / "shared"
FOLDERS = [SHARED / "seeds", *sorted((SHARED / "summits").glob("*/"))]
NOISE = re.compile(
    r"^\W*(?:READ (?:MORE|ALSO)|WATCH|CLICK HERE|ALSO READ|SUBSCRIBE)\b"
    r"|\bclick here\b|\bPhotographers?:|\bGetty Images\b|\bWritten by\b|^By [A-Z]\w+ [A-Z]\w+$",
    re.MULTILINE,
)

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the shared material does not lie beside the project"
)


def quiet(_step: str, _done: int, _total: int) -> None:
    """Progress that nobody looks at."""


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.name))
def test_a_real_folder_becomes_a_pack_of_exact_facts(folder: Path, tmp_path: Path) -> None:
    asked = Settings(folder, tmp_path, formats=(Format.md,))
    opened, gathered = gather_all(asked, quiet)
    texts = {note.name: note.text for note in opened.notes}
    for fact in gathered.facts:
        for passage in fact.passages:
            assert texts[passage.note][passage.start : passage.end] == passage.exact
    assert len(gathered.facts) >= 5 * len(opened.notes)
    assert not [fact.text for fact in gathered.facts if NOISE.search(fact.text)]
    built = build(asked, quiet)
    assert [one for one in built.findings if one.severity == "error"] == []
    for path in built.files:
        text = path.read_text("utf-8")
        assert text.count("\n- ") > 10
        assert "\n[^1]: " in text
