"""The project that tests of `handbook translate` begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from project import make, record_all


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    project = make(tmp_path)
    record_all(project)
    capsys.readouterr()
    return project
