"""A folder with a first release of it, printed once."""

import shutil
from pathlib import Path

import pytest
from tests.cli.releases.folders import Command, accept_all, write


@pytest.fixture(scope="session")
def released(scenesetter: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose first release stands beside it, printed; do not change it."""
    root = tmp_path_factory.mktemp("released")
    folder = accept_all(scenesetter, write(root))
    ran = scenesetter("build", folder, "--release", "--output", root / "output")
    assert ran[0] == 0, ran
    return folder


@pytest.fixture
def copied(released: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    shutil.copytree(released.parent, tmp_path / "copy")
    return tmp_path / "copy" / released.name
