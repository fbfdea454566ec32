"""What the comparisons share: the handbook with a long page and its site, built once."""

from __future__ import annotations

import pytest

from built import PAGES, SEARCH, Built, render
from handbook.register.handbook import Handbook
from project import load
from render.comparison.long_page import make_long


@pytest.fixture(scope="session")
def long_handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The handbook with a long page."""
    handbook, problems = load(make_long(tmp_path_factory.mktemp("long") / "project"))
    assert handbook is not None
    assert problems == []
    return handbook


@pytest.fixture(scope="session")
def long(long_handbook: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of that handbook."""
    folder = tmp_path_factory.mktemp("long-site")
    assert render(long_handbook, (PAGES, SEARCH), folder) == []
    return Built(long_handbook, folder)
