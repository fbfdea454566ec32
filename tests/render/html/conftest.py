"""What the tests of the website share: the real site and a tiny one, built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from built import Built, build
from project import ROOT, make

_THEME = """
use_directory_urls: false
exclude_docs: /data/
theme: {name: material, custom_dir: overrides, font: false, favicon: assets/favicon.svg}
"""


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the project in tests/base."""
    folder = tmp_path_factory.mktemp("small")
    return build(_project(folder), folder / "site")


@pytest.fixture(scope="session")
def partly(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same, with one page that is not in Malay."""
    folder = tmp_path_factory.mktemp("partly")
    root = _project(folder)
    (root / "docs" / "ms" / "recovery" / "day-by-day.md").unlink()
    return build(root, folder / "site")


@pytest.fixture(scope="session")
def turned(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same, whose Malay runs from the right."""
    folder = tmp_path_factory.mktemp("turned")
    root = _project(folder)
    (root / "docs" / "ms" / "recovery" / "day-by-day.md").unlink()
    file = root / "docs" / "data" / "languages" / "ms.yml"
    file.write_text("direction: rtl\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    return build(root, folder / "site")


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of this repository."""
    return build(ROOT, tmp_path_factory.mktemp("real") / "site", "https://handbook.example/")


def _project(folder: Path) -> Path:
    root = make(folder)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + _THEME, encoding="utf-8")
    shutil.copytree(ROOT / "overrides", root / "overrides")
    return root
