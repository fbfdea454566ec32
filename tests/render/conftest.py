"""What the tests of the outputs share: the real site and the real print, made once for all processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from built import PAGES, SEARCH, Built, addressed, made_once, print_books, render
from project import real_handbook


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of a run have together."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def real(shared: Path) -> Built:
    """The site of this repository."""
    handbook = addressed(real_handbook(), "https://handbook.example/")

    def make(folder: Path) -> None:
        assert render(handbook, (PAGES, SEARCH), folder) == []

    return Built(handbook, made_once(shared / "real-site", make))


@pytest.fixture(scope="session")
def real_print(shared: Path) -> Path:
    """Return the folder with the handbooks of this repository in print."""

    def make(folder: Path) -> None:
        assert print_books(real_handbook(), folder) == []

    return made_once(shared / "real-print", make)
