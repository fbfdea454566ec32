"""What the comparisons share: the handbook with a long page and its site, built once."""

from __future__ import annotations

import pytest

from built import Built, build
from render.comparison.long_page import make_long


@pytest.fixture(scope="session")
def long(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The handbook with a long page, and its site."""
    folder = tmp_path_factory.mktemp("long")
    return build(make_long(folder / "project"), folder / "site")
