"""What the tests of the outputs share: the real site and the real print, made once for all processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from built import PAGES, SEARCH, Built, addressed, made_once, print_books, render, without_shorter_books
from handbook.register.handbook import Handbook
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
def to_print(everything: bool) -> Handbook:
    """The handbook of this repository with all its editions, or without --all as many as bring something new."""
    return real_handbook() if everything else without_shorter_books(real_handbook())


@pytest.fixture(scope="session")
def real_print(shared: Path, to_print: Handbook) -> Path:
    """Return the folder with these in print."""

    def make(folder: Path) -> None:
        assert print_books(to_print, folder) == []

    return made_once(shared / "real-print", make)
