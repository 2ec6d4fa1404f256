"""What of a finished pack is searched."""

from typing import Any

from scenesetter.model.pack import Pack
from scenesetter.model.reading import Bookmark, ReadBack
from scenesetter.pipeline.proof import parts_of
from scenesetter.pipeline.rendering import Finished, Rendered


def test_every_text_of_a_finished_pack_is_searched() -> None:
    nothing: dict[str, Any] = {}
    pack = Pack.model_construct(None, **nothing)
    read = ReadBack(("a page",), (), (Bookmark("a tab", 0, 1),), {"Title": "a title"}, ("a.csv",))
    files = {"talks.pdf": b"%PDF-1.7 /Alt (in its bytes)", "talks.md": b"as text"}
    finished = Finished(files, {"talks.pdf": read}, ())
    parts = list(parts_of(Rendered(pack, "its Markdown", "its HTML", None), finished))
    texts = {part.text for part in parts}
    told = {"talks.pdf", "talks.md", "a page", "a tab", "a title", "a.csv"}
    assert told | {"its Markdown", "its HTML", "as text"} <= texts
    assert any("in its bytes" in text for text in texts)
