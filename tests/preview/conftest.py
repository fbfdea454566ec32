"""The project that all tests of the preview share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from preview.shown_project import Project, files


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("preview"))


@pytest.fixture
def project(shared: Project) -> Iterator[Project]:
    """The project as it was made, whatever the test before has changed."""
    before = {file: file.read_bytes() for top in ("docs", "mkdocs.yml") for file in files(shared.root / top)}
    yield shared
    for file in [file for top in ("docs", "mkdocs.yml") for file in files(shared.root / top)]:
        if file not in before:
            file.unlink()
    for file, content in before.items():
        file.write_bytes(content)
    assert shared.preview.refresh(()).problems == ()
