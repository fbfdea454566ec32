"""What the tests of the print share: the real handbook, printed once."""

from __future__ import annotations

from pathlib import Path

import pytest

from built import print_books
from project import real_handbook


@pytest.fixture(scope="session")
def real_print(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the handbooks of this repository in print."""
    folder = tmp_path_factory.mktemp("real-print")
    assert print_books(real_handbook(), folder) == []
    return folder
