"""What the tests of the website share: tiny sites, built once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from axe import PHONE
from built import Built, build
from hosts import plainly_serving
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
    return build(themed_project(folder), folder / "site")


@pytest.fixture(scope="session")
def partly(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same, with one page that is not in Malay."""
    folder = tmp_path_factory.mktemp("partly")
    root = themed_project(folder)
    (root / "docs" / "ms" / "recovery" / "day-by-day.md").unlink()
    return build(root, folder / "site")


@pytest.fixture(scope="session")
def turned(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same, whose Malay runs from the right."""
    folder = tmp_path_factory.mktemp("turned")
    root = themed_project(folder)
    (root / "docs" / "ms" / "recovery" / "day-by-day.md").unlink()
    file = root / "docs" / "data" / "languages" / "ms.yml"
    file.write_text("direction: rtl\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    return build(root, folder / "site")


@pytest.fixture(scope="session")
def address(real: Built) -> Iterator[str]:
    """Where the real site is served."""
    with plainly_serving(real.folder) as found:
        yield found


@pytest.fixture(scope="session")
def partly_address(partly: Built) -> Iterator[str]:
    """Where the site is served whose ms/recovery/day-by-day.html is not translated."""
    with plainly_serving(partly.folder) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone's page; anything that goes wrong in it fails the test."""
    with browser.new_context(viewport={"width": PHONE, "height": 740}) as context:
        opened = context.new_page()
        wrong: list[str] = []
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        yield opened
        assert wrong == []


@pytest.fixture
def failing(browser: Browser) -> Iterator[Page]:
    """A phone's page in which something is to go wrong."""
    with browser.new_context(viewport={"width": PHONE, "height": 740}) as context:
        yield context.new_page()


def themed_project(folder: Path) -> Path:
    """Make the project in tests/base in a folder, with the theme and the templates."""
    root = make(folder)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + _THEME, encoding="utf-8")
    shutil.copytree(ROOT / "overrides", root / "overrides")
    return root
