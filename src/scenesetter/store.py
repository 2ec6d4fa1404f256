"""The only writer: all of a build's files or none, and never over a person's work."""

import contextlib
import errno
import fcntl
import hashlib
import json
import os
import re
import signal
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from scenesetter.errors import UserError
from scenesetter.model.release import MANIFEST

LEDGER = ".scenesetter.json"
"""What builds wrote into a folder, by which a file that a person changed is known. The manifest of
a release tells the same of the files beside it; older ledgers had its name too."""
_SHA256 = re.compile(r"[0-9a-f]{64}")


def publish(folder: Path, files: Mapping[str, bytes], of: Collection[str] = ()) -> list[Path]:
    """Write the files, by path below `folder`, and remove those of the last time that are gone.

    Each is first written in full beside its place and then renamed, so that an interrupted or
    failed run leaves the previous files whole. A file that somebody changed since it was
    written is left alone: raises UserError, before anything is written. So does a folder of what
    was made of something else: `of` are digests of which one at least is known again.
    """
    with _alone(folder):
        return _published(folder, files, of)


def _published(folder: Path, files: Mapping[str, bytes], of: Collection[str]) -> list[Path]:
    known = _known(folder)
    _refuse_others(folder, of)
    outdated = bool(known) and not (folder / LEDGER).exists()
    _refuse_changed(folder, files, known)
    written = {name: _digest(content) for name, content in files.items()}
    kept = {
        name: digest
        for name, digest in known.items()
        if name not in written and not _same_family(name, written)
    }
    listed = {"files": dict(sorted((kept | written).items()))}
    ledger = json.dumps({"of": sorted(of)} | listed if of else listed, indent=2) + "\n"
    _replace_all(folder, {**files, LEDGER: ledger.encode()})
    for name in known.keys() - written.keys() - kept.keys():
        if _is_as_written(folder / name, known[name]):
            _remove(folder / name)
    if outdated:
        _remove(folder / MANIFEST)
    return [folder / name for name in files]


def keep(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write files that are never written over, by path below `folder`; gives those written.

    One that is there already must be the same: raises UserError, before anything is written.
    """
    with _alone(folder):
        _refuse_changed(folder, files, {})
        new = {name: content for name, content in files.items() if not (folder / name).exists()}
        _replace_all(folder, new)
    return [folder / name for name in new]


def withdraw(folder: Path, names: Iterable[str]) -> None:
    """Remove files that a build wrote, unless somebody changed them since."""
    known = _known(folder)
    for name in names:
        if name in known and _is_as_written(folder / name, known[name]):
            _remove(folder / name)


def made_below(folder: Path) -> frozenset[Path]:
    """What builds wrote below a folder, ledgers and manifests among it: none of it is a person's
    note."""
    made: set[Path] = set()
    for name in (LEDGER, MANIFEST):
        for listing in folder.rglob(name):
            with contextlib.suppress(UserError):  # another program's is a file like any other
                made |= {listing, *(listing.parent / file for file in _listed(listing))}
    return frozenset(made)


def create(path: Path, content: str | bytes) -> None:
    """Write a new file for a person to edit; raises UserError where one stands already."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as new:
            new.write(content.encode() if isinstance(content, str) else content)
    except FileExistsError as error:
        raise UserError(
            str(path), "is already there and is left as it is", "choose another folder"
        ) from error
    except OSError as error:
        raise _unwritable(path, error) from error


def replace(path: Path, content: str, before: str | None) -> None:
    """Write a file that a person edits too, whole or not at all, with the line ends that it has.

    `before` is its text as it was read, None where there was no file: raises UserError where it
    has another one now.
    """
    path = path.resolve()  # a link to it stays a link
    try:
        current = path.read_bytes().decode("utf-8-sig") if path.exists() else None
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(str(path), "cannot be read", "check the file") from error
    if (current and current.replace("\r\n", "\n")) != before:
        what = "was changed by somebody in the meantime, and is left as it is"
        raise UserError(str(path), what, "run the command again")
    ends = "\r\n" if current and "\r\n" in current else "\n"
    _replace_all(path.parent, {path.name: content.replace("\n", ends).encode()})


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """While another run writes there, this one waits; else the ledger of one would not know the
    files of the other."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        with contextlib.suppress(OSError):  # some disks know no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits until all files stand under their names."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _refuse_others(folder: Path, of: Collection[str]) -> None:
    """Two briefings in folders of one name have one output folder."""
    try:
        listed = json.loads((folder / LEDGER).read_text("utf-8")).get("of", [])
    except (OSError, ValueError, AttributeError):
        return
    if listed and not set(of) & set(listed):
        what = "holds the packs of another engagement, from a folder of the same name"
        hint = "build this one elsewhere with --output; or delete what is there, if it is no more"
        raise UserError(str(folder), what, hint)


def _same_family(name: str, written: Mapping[str, str]) -> bool:
    """Whether this run wrote files of the same kind, so that a missing one is out of date."""
    parent = Path(name).parent
    return parent != Path() and any(Path(other).parent == parent for other in written)


def _refuse_changed(folder: Path, files: Mapping[str, bytes], known: Mapping[str, str]) -> None:
    for name, content in files.items():
        path = folder / name
        try:
            current = _digest(path.read_bytes())
        except FileNotFoundError:
            continue
        except OSError as error:
            raise _unwritable(path, error) from error
        if current not in (known.get(name), _digest(content)):
            raise UserError(
                str(path),
                "was changed or put there by somebody since the last build, and is left as it is",
                "move it away or delete it, then build again",
            )


def _known(folder: Path) -> dict[str, str]:
    """By the ledger, or by an older one under its former name."""
    if (folder / LEDGER).exists():
        return _listed(folder / LEDGER)
    with contextlib.suppress(UserError):  # another program's manifest is a file like any other
        return _listed(folder / MANIFEST)
    return {}


def _listed(listing: Path) -> dict[str, str]:
    """Digests by name, as a ledger or a manifest has them."""
    try:
        files = json.loads(listing.read_text("utf-8"))["files"]
        if not all(_SHA256.fullmatch(digest) for digest in files.values()):
            raise ValueError("no digests")  # noqa: TRY301 - told with the rest below
        return {name: digest for name, digest in files.items() if not _escapes(name)}
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _unwritable(listing, error) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(
            str(listing),
            "is not a manifest of this tool",
            "delete the folder and build again",
        ) from error


def _escapes(name: str) -> bool:
    return Path(name).is_absolute() or ".." in Path(name).parts


def _is_as_written(path: Path, digest: str) -> bool:
    try:
        return path.is_file() and _digest(path.read_bytes()) == digest
    except OSError as error:
        raise _unwritable(path, error) from error


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        raise _unwritable(path, error) from error


def _replace_all(folder: Path, files: Mapping[str, bytes]) -> None:
    waiting: list[tuple[str, Path]] = []
    path = folder
    try:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
            waiting.append((temporary, path))
            with os.fdopen(handle, "wb") as part:
                part.write(content)
                part.flush()
                os.fsync(part.fileno())
            _give_default_mode(temporary)
        with _uninterrupted():
            for temporary, path in waiting:
                Path(temporary).replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        for temporary, _ in waiting:
            with contextlib.suppress(OSError):
                Path(temporary).unlink(missing_ok=True)


def _give_default_mode(path: str) -> None:
    """mkstemp makes a file for its owner alone; a pack is as readable as any other new file."""
    mask = os.umask(0)
    os.umask(mask)
    Path(path).chmod(0o666 & ~mask)


def _unwritable(path: Path, error: OSError) -> UserError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return UserError(
            str(path), "the disk is full; the previous files stand", "free some space, build again"
        )
    return UserError(
        str(path),
        f"cannot be written: {(error.strerror or 'unknown reason').lower()}",
        "check the permissions of its folder; build and gather take another with --output",
    )


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
