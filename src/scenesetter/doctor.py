"""What this machine lacks for building packs, and how to get it.

Standard library alone: the set-up asks before anything else of the package can be relied on.
"""

import ctypes
import os
import platform
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Literal, NamedTuple

System = Literal["debian", "fedora", "arch", "alpine", "macos", "other"]

LEAST_PYTHON = (3, 11)
LEAST_WEASYPRINT = 70  # older releases have known vulnerabilities and another interface


class Check(NamedTuple):
    """`state` is "missing" where no pack can be made, "advised" where one can, but a worse one.

    `detail` is what was found, or what its lack means; `remedy` is empty where all is well.
    """

    name: str
    state: Literal["ok", "advised", "missing"]
    detail: str
    remedy: str = ""


class Library(NamedTuple):
    """A library of the system, by the names that WeasyPrint opens on Linux and on macOS.

    `package` is Debian's and Ubuntu's.
    """

    name: str
    files: tuple[str, ...]
    package: str
    lack: str
    necessary: bool = True


LIBRARIES = (
    Library(
        "Pango",
        ("libpango-1.0.so.0", "libpango-1.0.dylib"),
        "libpango-1.0-0",
        "lays out text; without it no PDF",
    ),
    Library(
        "PangoFT2",
        ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
        "libpangoft2-1.0-0",
        "finds the fonts; without it no PDF",
    ),
    Library(
        "HarfBuzz",
        ("libharfbuzz.so.0", "libharfbuzz.0.dylib"),
        "libharfbuzz0b",
        "shapes letters; without it no PDF",
    ),
    Library(
        "HarfBuzz subset",
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
        "libharfbuzz-subset0",
        "without it printing takes twice as long and its bytes differ from run to run",
        necessary=False,
    ),
)

# The packages of each system are those of WeasyPrint's page on installation; Debian's, which
# splits Pango, come from the libraries that are missing.
COMMANDS: Mapping[System, str] = {
    "debian": "sudo apt-get install --no-install-recommends {packages}",
    "fedora": "sudo dnf install pango harfbuzz",
    "arch": "sudo pacman -S pango",
    "alpine": "sudo apk add pango harfbuzz-subset fontconfig",
    "macos": (
        "brew install pango; with a Python that is not Homebrew's also "
        'export DYLD_FALLBACK_LIBRARY_PATH="$(brew --prefix)/lib"'
    ),
    "other": "install Pango 1.44 or newer and HarfBuzz with its subset library",
}
FAMILIES: Mapping[str, System] = {
    "debian": "debian",
    "ubuntu": "debian",
    "fedora": "fedora",
    "rhel": "fedora",
    "arch": "arch",
    "alpine": "alpine",
}


def system_of(kernel: str, release: Mapping[str, str]) -> System:
    """`kernel` as `sys.platform` has it, `release` the fields of os-release(5)."""
    if kernel == "darwin":
        return "macos"
    names = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    return next((FAMILIES[name] for name in names if name in FAMILIES), "other")


def this_system() -> System:
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        release = {}
    return system_of(sys.platform, release)


def opens(file: str) -> bool:
    """Whether the dynamic loader finds a library of this name."""
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def missing_libraries(can_open: Callable[[str], bool] = opens) -> tuple[Library, ...]:
    return tuple(library for library in LIBRARIES if not any(map(can_open, library.files)))


def check_python(version: Sequence[int]) -> Check:
    found = ".".join(map(str, version))
    if tuple(version[:2]) >= LEAST_PYTHON:
        return Check("Python", "ok", found)
    least = ".".join(map(str, LEAST_PYTHON))
    return Check("Python", "missing", f"{found} is too old", f"install Python {least} or newer")


def check_libraries(missing: Sequence[Library], system: System) -> tuple[Check, ...]:
    """One check for each library; those that are missing share one remedy."""
    packages = " ".join(library.package for library in missing)
    remedy = COMMANDS[system].format(packages=packages)
    return tuple(
        Check(
            library.name,
            "missing" if library.necessary else "advised",
            library.lack,
            remedy,
        )
        if library in missing
        else Check(library.name, "ok", "found")
        for library in LIBRARIES
    )


def check_weasyprint(version: str | None) -> Check:
    remedy = f'python -m pip install "weasyprint>={LEAST_WEASYPRINT}"'
    if version is None:
        return Check("WeasyPrint", "missing", "prints the PDF; it is not installed", remedy)
    if int(version.split(".")[0]) < LEAST_WEASYPRINT:
        return Check("WeasyPrint", "missing", f"{version} is too old to be safe", remedy)
    return Check("WeasyPrint", "ok", version)


def check_fonts(templates: Path) -> Check:
    count = len(list((templates / "shared" / "fonts").glob("*.ttf")))
    if count:
        return Check("Fonts", "ok", f"{count} in the templates")
    return Check(
        "Fonts",
        "missing",
        f"none below {templates}",
        "install Scenesetter again: its fonts ship with it",
    )


def check_output(folder: Path) -> Check:
    """Looks without writing: the folder, or the nearest one above it that exists."""
    absolute = folder.absolute()
    place = next(path for path in (absolute, *absolute.parents) if os.access(path, os.F_OK))
    if place.is_dir() and os.access(place, os.W_OK | os.X_OK):
        return Check("Output", "ok", f"{folder} can be written")
    return Check(
        "Output",
        "missing",
        f"{folder} cannot be written",
        "name another folder with --output, or mend its permissions",
    )


def pango_version() -> str | None:
    """Of the library that lays out text; None where it does not open."""
    pango = next(library for library in LIBRARIES if library.name == "Pango")
    for file in pango.files:
        try:
            told = ctypes.CDLL(file).pango_version_string
        except (OSError, AttributeError):
            continue
        told.restype = ctypes.c_char_p
        return str(told().decode("ascii", "replace"))
    return None


def installed_version(distribution: str) -> str | None:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


def examine(templates: Path, output: Path) -> tuple[Check, ...]:
    """Every check, made on this machine."""
    return (
        check_python(sys.version_info[:3]),
        *check_libraries(missing_libraries(), this_system()),
        check_weasyprint(installed_version("weasyprint")),
        check_fonts(templates),
        check_output(output),
    )
