"""The desk's register, and which of its releases a file is."""

from pathlib import Path

import pytest

from scenesetter.errors import UserError
from scenesetter.model.release import Contents, Manifest, Release, ReleasedFact, entry_path
from scenesetter.releases.digests import digest
from scenesetter.releases.register import read_register, sealed
from scenesetter.releases.verdict import Evidence, identified, source_states

NONE = digest(b"")


def manifest(audience: str = "delegation", version: int = 1, text: bytes = b"") -> Manifest:
    told = {"briefing": "talks", "title": "Lisbon talks", "date": "2027-03-12", "style": "generic"}
    sets = dict.fromkeys(("content", "source_set", "template_set"), NONE)
    rest = {"inputs": {}, "templates": {}, "versions": {}, "marking": "", "files": {}}
    book = {"audience": audience, "audience_title": f"Book of the {audience}", "version": version}
    contents = Contents(papers={"trade": "Trade"}, facts=(), lines=(), sources=())
    made = Manifest.model_validate({**told, **sets, **rest, **book, "contents": contents})
    return made.model_copy(update={"files": {"pack.md": digest(text)}} if text else {})


def kept(root: Path, audience: str, version: int) -> Path:
    entry = sealed(
        Release(manifest=manifest(audience, version), stored={"notes/a.md": digest(b"a")})
    )
    path = root / entry_path(entry.manifest)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(entry.model_dump_json(), "utf-8")
    return path


def test_the_releases_of_each_audience_are_counted_by_themselves(tmp_path: Path) -> None:
    for audience, version in (("press", 10), ("press", 2), ("delegation", 1)):
        kept(tmp_path, audience, version)
    (tmp_path / "releases" / "vault").mkdir()
    (tmp_path / "releases" / "vault" / "press.json").write_text("another program's", "utf-8")
    register = read_register(tmp_path)
    assert [one.name for one in register.of("press")] == ["v2", "v10"]
    last = [register.last(one) for one in ("press", "delegation")]
    assert [one.name for one in last if one] == ["v10", "v1"]
    assert register.numbered("press", 1) is None


@pytest.mark.parametrize(("before", "after"), [("Lisbon", "Madrid"), ("notes/a.md", "notes/b.md")])
def test_an_entry_that_was_changed_in_either_part_is_named(
    tmp_path: Path, before: str, after: str
) -> None:
    path = kept(tmp_path, "press", 1)
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
    with pytest.raises(UserError, match="was changed since the release"):
        read_register(tmp_path)


@pytest.mark.parametrize(
    ("words", "version"),
    [
        ("Lisbon talks. Book of the press. Version 2", 2),
        ("LISBON TALKS Book of the press. Version 2. What changed since Version 1", 2),
        ("Lisbon talks. Book of the press. Version 1", 1),
        ("Lisbon talks. Book of the press. Version 7", None),
        ("Lisbon talks. Book of the delegation. Version 2", None),
        ("Porto talks. Book of the press. Version 2", None),
    ],
)
def test_a_changed_copy_is_of_the_release_whose_title_reader_and_number_it_bears(
    words: str, version: int | None
) -> None:
    known = [manifest("press", 1), manifest("press", 2)]
    verdict, found = identified(Evidence("a.md", words.encode(), words), known)
    assert verdict.state == ("altered" if version else "unknown")
    assert (found and found.version) == version


def test_a_draft_bears_no_number() -> None:
    for words, state in (("DRAFT", "draft"), ("Draft, Version 3", "unknown")):
        assert identified(Evidence("a.md", words.encode(), words), [])[0].state == state


def test_line_ends_and_the_byte_order_mark_of_another_system_change_no_word() -> None:
    known = [manifest(text=b"one\ntwo\n")]
    verdict, found = identified(Evidence("a.md", b"\xef\xbb\xbfone\r\ntwo\r\n", ""), known)
    assert (verdict.state, verdict.only_line_ends, found) == ("altered", True, known[0])


def test_only_a_source_that_changed_or_is_gone_names_what_rests_on_it() -> None:
    told = {"kind": "event", "text": "x", "holder": None, "marking": None, "grade": "B2"}
    fact = {"id": "a1", "notes": ("a", "b", "c"), "papers": ("trade",), **told}
    of_facts = {"facts": (ReleasedFact.model_validate(fact),)}
    old = manifest()
    old = old.model_copy(update={"contents": old.contents.model_copy(update=of_facts)})
    now = {"a": "1", "b": "other", "c": None, "d": "4"}
    states = source_states(old, {"a": "1", "b": "2", "c": "3"}, now)
    assert [(one.name, one.state, one.facts, one.papers) for one in states] == [
        ("a", "unchanged", (), ()),
        ("b", "changed", ("a1",), ("Trade",)),
        ("c", "gone", ("a1",), ("Trade",)),
        ("d", "new", (), ()),
    ]
