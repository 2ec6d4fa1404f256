"""The writer."""

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scenesetter import store
from scenesetter.errors import UserError
from scenesetter.model.release import MANIFEST


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if (
        mount is None
        or subprocess.run([mount, *options], capture_output=True, check=False).returncode
    ):
        pytest.skip("only an administrator can mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_files_are_written_whole_and_named_in_the_ledger(tmp_path: Path) -> None:
    written = store.publish(tmp_path / "out", {"pack.md": b"one", "facts/trade.jsonl": b"two"})
    assert [path.read_bytes() for path in written] == [b"one", b"two"]
    ledger = json.loads((tmp_path / "out" / store.LEDGER).read_text("utf-8"))
    assert sorted(ledger["files"]) == ["facts/trade.jsonl", "pack.md"]


def test_a_second_run_replaces_what_the_first_wrote(tmp_path: Path) -> None:
    store.publish(tmp_path, {"pack.md": b"one"})
    store.publish(tmp_path, {"pack.md": b"two"})
    assert (tmp_path / "pack.md").read_bytes() == b"two"


def test_a_file_that_somebody_changed_is_left_alone_with_all_the_rest(tmp_path: Path) -> None:
    store.publish(tmp_path, {"a.md": b"one", "b.md": b"one"})
    (tmp_path / "b.md").write_bytes(b"my own words")
    with pytest.raises(UserError, match=r"b\.md.*changed or put there"):
        store.publish(tmp_path, {"a.md": b"two", "b.md": b"two"})
    assert (tmp_path / "a.md").read_bytes() == b"one"
    assert (tmp_path / "b.md").read_bytes() == b"my own words"


def test_packs_of_another_engagement_are_left_alone(tmp_path: Path) -> None:
    store.publish(tmp_path, {"a.md": b"one"}, ("title", "date and place"))
    store.publish(tmp_path, {"a.md": b"two"}, ("another title", "date and place"))
    with pytest.raises(UserError, match="another engagement"):
        store.publish(tmp_path, {"b.md": b"three"}, ("title", "another date"))
    assert {path.name for path in tmp_path.iterdir()} == {"a.md", store.LEDGER}


def test_runs_at_once_wait_for_each_other(tmp_path: Path) -> None:
    def write(number: int) -> None:
        store.publish(tmp_path, {f"{name}.md": b"%d" % number for name in "abcdef"})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(40)))
    assert len({path.read_bytes() for path in tmp_path.glob("*.md")}) == 1
    store.publish(tmp_path, {"a.md": b"the ledger knows it"})


def test_a_file_that_was_there_before_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "pack.md").write_bytes(b"a person's")
    with pytest.raises(UserError):
        store.publish(tmp_path, {"pack.md": b"ours"})
    assert (tmp_path / "pack.md").read_bytes() == b"a person's"


def test_files_of_an_issue_that_is_gone_are_removed_and_other_packs_stay(tmp_path: Path) -> None:
    store.publish(tmp_path, {"facts/trade.jsonl": b"1", "facts/energy.jsonl": b"1"})
    store.publish(tmp_path, {"principal.pdf": b"1"})
    store.publish(tmp_path, {"cards.pdf": b"1", "facts/trade.jsonl": b"2"})
    assert not (tmp_path / "facts/energy.jsonl").exists()
    assert (tmp_path / "principal.pdf").exists()


def test_what_is_out_of_date_stays_where_somebody_changed_it(tmp_path: Path) -> None:
    store.publish(tmp_path, {"facts/trade.jsonl": b"1", "facts/energy.jsonl": b"1", "a.md": b"1"})
    for name in ("facts/energy.jsonl", "a.md"):
        (tmp_path / name).write_bytes(b"my own words")
    store.publish(tmp_path, {"facts/trade.jsonl": b"2"})
    store.withdraw(tmp_path, ["a.md", "facts/trade.jsonl"])
    assert (tmp_path / "facts/energy.jsonl").exists()
    assert (tmp_path / "a.md").exists()
    assert not (tmp_path / "facts/trade.jsonl").exists()


def test_a_pack_may_be_read_by_whoever_may_read_any_new_file(tmp_path: Path) -> None:
    (pack,) = store.publish(tmp_path, {"pack.md": b"1"})
    store.create(tmp_path / "new.md", "1")
    assert pack.stat().st_mode == (tmp_path / "new.md").stat().st_mode


def test_an_output_folder_that_is_a_file_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", "utf-8")
    with pytest.raises(UserError, match="cannot be written"):
        store.publish(tmp_path / "out", {"pack.md": b"one"})


def test_a_full_disk_leaves_the_previous_files(full_disk: Path) -> None:
    store.publish(full_disk, {"pack.md": b"one"})
    with pytest.raises(UserError, match="disk is full"):
        store.publish(full_disk, {"pack.md": b"x" * 10_000_000})
    assert (full_disk / "pack.md").read_bytes() == b"one"
    assert [path.name for path in full_disk.iterdir() if path.suffix == ".part"] == []


def test_a_manifest_that_leads_out_of_its_folder_deletes_nothing(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"mine")
    out = tmp_path / "out"
    out.mkdir()
    files = {"facts/../../outside.txt": hashlib.sha256(b"mine").hexdigest()}
    (out / MANIFEST).write_text(json.dumps({"files": files}), "utf-8")
    store.publish(out, {"facts/trade.jsonl": b"1"})
    assert outside.read_bytes() == b"mine"


def test_a_new_file_for_a_person_never_replaces_one(tmp_path: Path) -> None:
    store.create(tmp_path / "briefing.toml", "a")
    with pytest.raises(UserError, match="already there"):
        store.create(tmp_path / "briefing.toml", "b")
    assert (tmp_path / "briefing.toml").read_text("utf-8") == "a"


def test_another_programs_manifest_makes_nobodys_note_ours(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"files": {"cable.txt": "1.0"}}', "utf-8")
    assert store.made_below(tmp_path) == frozenset()
    ledger, digest = tmp_path / "sub" / store.LEDGER, hashlib.sha256(b"mine").hexdigest()
    ledger.parent.mkdir()
    ledger.write_text(json.dumps({"files": {"../cable.txt": digest}}), "utf-8")
    assert store.made_below(tmp_path) == {ledger}


def test_a_persons_file_is_replaced_only_as_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "rulings.toml"
    store.replace(path, "one\n", None)
    store.replace(path, "two\n", "one\n")
    with pytest.raises(UserError, match="changed by somebody in the meantime"):
        store.replace(path, "three\n", "one\n")
    assert path.read_text("utf-8") == "two\n"


def test_a_persons_file_keeps_its_line_ends_and_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "kept.toml", tmp_path / "rulings.toml"
    path.write_bytes(b"one\r\ntwo\r\n")
    link.symlink_to(path)
    store.replace(link, "one\nthree\n", "one\ntwo\n")
    assert link.is_symlink()
    assert path.read_bytes() == b"one\r\nthree\r\n"


def test_a_ledger_under_its_former_name_is_read_once_and_renamed(tmp_path: Path) -> None:
    files = {"pack.md": hashlib.sha256(b"one").hexdigest()}
    (tmp_path / "pack.md").write_bytes(b"one")
    (tmp_path / MANIFEST).write_text(json.dumps({"files": files}), "utf-8")
    store.publish(tmp_path, {"pack.md": b"two"})
    assert sorted(path.name for path in tmp_path.iterdir()) == [store.LEDGER, "pack.md"]


def test_another_programs_manifest_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"name": "web app"}', "utf-8")
    store.publish(tmp_path, {"pack.md": b"one"})
    store.publish(tmp_path, {"pack.md": b"two"})
    assert "web app" in (tmp_path / MANIFEST).read_text("utf-8")


def test_what_is_kept_is_never_written_over(tmp_path: Path) -> None:
    assert store.keep(tmp_path, {"v1/pack.md": b"one"}) == [tmp_path / "v1/pack.md"]
    assert store.keep(tmp_path, {"v1/pack.md": b"one"}) == []
    with pytest.raises(UserError, match=r"v1/pack\.md.*left as it is"):
        store.keep(tmp_path, {"v1/new.md": b"new", "v1/pack.md": b"two"})
    assert [path.name for path in (tmp_path / "v1").iterdir()] == ["pack.md"]
