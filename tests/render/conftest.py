"""What the tests of the outputs share: the real site and the real print, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from built import Built, build, print_books
from project import ROOT, real_handbook


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of this repository."""
    return build(ROOT, tmp_path_factory.mktemp("real") / "site", "https://handbook.example/")


@pytest.fixture(scope="session")
def real_print(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the handbooks of this repository in print."""
    folder = tmp_path_factory.mktemp("real-print")
    assert print_books(real_handbook(), folder) == []
    return folder
