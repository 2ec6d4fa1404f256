"""What a ruling marks above a ceiling is as never written, for whatever else the notes hold."""

from collections.abc import Collection, Mapping
from itertools import combinations
from pathlib import Path

from scenesetter.cache import Cache
from scenesetter.compose.cut import Cut
from scenesetter.pipeline.gathering import Gathered, gather
from scenesetter.pipeline.opening import Opened, open_briefing

RED = 4
"""The rank of what nobody is kept from."""
TOLD = {
    "a.md": (
        "Jane Oduor, the trade minister, asked Uganda to drop its complaint about the milk levy.",
        "Juma Salehe asked Kenya to open Mombasa. He said on Monday that Kenya sells less maize.",
        "Trade between Kenya and Uganda grew by 12 percent last year.",
    ),
    "b.md": (
        "Trade Minister Jane Oduor urged Uganda to drop the complaint about the levy on milk.",
        "Trade between Kenya and Uganda grew by 7 percent last year.",
        "Ugandan envoy Grace Okello criticised the closed border of Uganda and Kenya.",
    ),
}


def opened(root: Path, told: Mapping[str, tuple[str, ...]], marked: Collection[str] = ()) -> Opened:
    folder = root / "kenya-uganda"
    folder.mkdir(parents=True)
    (folder / "briefing.toml").write_text(
        '[engagement]\ntitle = "Talks"\n[briefing]\nscheme = "tlp"\n'
        '[[parties]]\nname = "Kenya"\nside = "home"\n'
        '[[parties]]\nname = "Uganda"\nside = "counterpart"\n',
        "utf-8",
    )
    for name, paragraphs in told.items():
        if paragraphs:
            head = "---\npublished: 2024-03-05\n---\n\n"
            (folder / name).write_text(head + "\n\n".join(paragraphs), "utf-8")
    tables = "".join(f'[{name}]\nmarking = "TLP:RED"\n' for name in sorted(marked))
    (folder / "rulings.toml").write_text(tables, "utf-8")
    return open_briefing(folder, Cache(folder, keeps=False), lambda _step, _done, _total: None)


def seen(found: Opened, ceiling: int) -> Gathered:
    cut = Cut(found.scheme, None, ceiling)
    return gather(found, found.notes, lambda _step, _done, _total: None, cut)


def told_by(gathered: Gathered) -> list[str]:
    """All of it: words, ids, and where they stand in the note as the reader has it."""
    facts = [fact.model_dump_json() for fact in gathered.facts]
    texts = [f"{note.text} {note.blocks}" for note in gathered.read]
    return [*facts, *texts, *(person.model_dump_json() for person in gathered.people)]


def _less(paragraph: str, secret: Collection[str]) -> str:
    for words in secret:
        paragraph = paragraph.replace(f"{words}.", "").replace(words, "")
    return " ".join(paragraph.split())


def test_facts_marked_above_a_ceiling_leave_the_others_as_if_they_had_never_been_written(
    tmp_path: Path,
) -> None:
    everything = seen(opened(tmp_path / "all", TOLD), RED).facts
    assert any(fact.same_as for fact in everything)
    assert any(fact.contradicts for fact in everything)
    for number, marked in enumerate(
        chosen for size in (1, 2) for chosen in combinations(everything, size)
    ):
        secret = {passage.exact for fact in marked for passage in fact.passages}
        left = {
            name: tuple(kept for one in told if (kept := _less(one, secret)))
            for name, told in TOLD.items()
        }
        with_them = opened(tmp_path / f"with-{number}", TOLD, {fact.id for fact in marked})
        if any(left.values()):
            without = seen(opened(tmp_path / f"without-{number}", left), RED)
            assert told_by(seen(with_them, 0)) == told_by(without)
