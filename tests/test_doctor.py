import ctypes.util
import sys
from pathlib import Path

import pytest

from scenesetter.doctor import (
    LIBRARIES,
    check_fonts,
    check_libraries,
    check_output,
    check_python,
    check_weasyprint,
    examine,
    installed_version,
    missing_libraries,
    opens,
    system_of,
)


def test_the_running_python_is_new_enough() -> None:
    assert check_python(sys.version_info[:3]).state == "ok"


def test_python_3_10_is_too_old_and_the_remedy_says_what_to_get() -> None:
    check = check_python((3, 10, 14))
    assert check.state == "missing"
    assert "3.11" in check.remedy


@pytest.mark.parametrize(
    ("kernel", "release", "system"),
    [
        ("linux", {"ID": "debian"}, "debian"),
        ("linux", {"ID": "ubuntu", "ID_LIKE": "debian"}, "debian"),
        ("linux", {"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "debian"),
        ("linux", {"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "fedora"),
        ("linux", {"ID": "alpine"}, "alpine"),
        ("linux", {}, "other"),
        ("darwin", {}, "macos"),
    ],
)
def test_a_system_is_known_by_its_family(kernel: str, release: dict[str, str], system: str) -> None:
    assert system_of(kernel, release) == system


def test_the_loader_is_asked_for_a_library() -> None:
    assert not opens("libno-such-library.so.9")
    known = ctypes.util.find_library("c")
    assert known is None or opens(known)


def test_a_library_under_either_name_counts_as_found() -> None:
    on_macos = {library.files[1] for library in LIBRARIES}
    assert missing_libraries(on_macos.__contains__) == ()
    assert missing_libraries(lambda _: False) == LIBRARIES


def test_missing_libraries_share_one_command_with_just_their_packages() -> None:
    missing = tuple(library for library in LIBRARIES if library.name.startswith("Pango"))
    checks = check_libraries(missing, "debian")
    remedies = {check.remedy for check in checks if check.state != "ok"}
    assert remedies == {
        "sudo apt-get install --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0"
    }
    assert [check.state for check in checks] == ["missing", "missing", "ok", "ok"]


def test_without_harfbuzz_subset_packs_can_still_be_made() -> None:
    subset = next(library for library in LIBRARIES if library.name == "HarfBuzz subset")
    states = {check.name: check.state for check in check_libraries([subset], "macos")}
    assert states["HarfBuzz subset"] == "advised"
    assert "missing" not in states.values()


@pytest.mark.holds("SEC-03")
@pytest.mark.parametrize(
    ("version", "state"), [("70.0", "ok"), ("100.1", "ok"), ("69.2", "missing"), (None, "missing")]
)
def test_weasyprint_must_be_there_and_new_enough(version: str | None, state: str) -> None:
    assert check_weasyprint(version).state == state


def test_a_distribution_that_is_not_installed_has_no_version() -> None:
    assert installed_version("weasyprint")
    assert installed_version("no-such-distribution-here") is None


def test_fonts_are_looked_for_in_the_templates(tmp_path: Path) -> None:
    assert check_fonts(tmp_path).state == "missing"
    fonts = tmp_path / "shared" / "fonts"
    fonts.mkdir(parents=True)
    (fonts / "Serif-Regular.ttf").touch()
    assert check_fonts(tmp_path).detail == "1 in the templates"


def test_an_output_folder_that_does_not_exist_yet_is_judged_by_the_one_above(
    tmp_path: Path,
) -> None:
    assert check_output(tmp_path / "output" / "deeper").state == "ok"
    assert not (tmp_path / "output").exists()


def test_a_file_in_the_place_of_the_output_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file", encoding="utf-8")
    check = check_output(tmp_path / "output")
    assert check.state == "missing"
    assert "--output" in check.remedy


def test_every_lack_of_this_machine_comes_with_a_remedy(tmp_path: Path) -> None:
    checks = examine(tmp_path, tmp_path / "output")
    assert all(check.remedy for check in checks if check.state != "ok")
    assert {"Python", "Pango", "WeasyPrint", "Fonts", "Output"} <= {check.name for check in checks}
