"""What tests share: the programs they need, `--update`, and `--all`.

Without `--all` what takes long is done for a fixed sample, in which each kind of thing occurs; with it for everything.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from axe import Axe, count_asked
from handbook.diagnostics.problems import Problem
from handbook.language.languages import Language, load_language
from handbook.language.units import Units
from handbook.memory.store import VARIABLE as MEMORY
from handbook.project import Locale, Project
from tools import (
    MISSING,
    OPTIONAL,
    JavaTools,
    find_apache,
    find_caddy,
    find_chromium,
    find_firefox,
    find_java,
    find_nginx,
    find_webkit,
)

settings.register_profile(
    "sample",
    max_examples=100,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "all", max_examples=2000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="try everything instead of a fixed sample; takes long")
    parser.addoption("--update", action="store_true", help="write what the program says now as what the tests expect")


def pytest_configure(config: pytest.Config) -> None:
    """Give the tests with made-up input as much of it as is asked for, before their modules are read.

    Whatever language the system speaks to its user, the program speaks English to the tests and to what they start, and
    what it finds it does not remember.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        os.environ.pop(name, None)
    os.environ[MEMORY] = ""
    config.addinivalue_line("markers", "rest: runs only with --all")
    settings.load_profile("all" if config.getoption("--all") else "sample")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests that only ``--all`` asks for."""
    rest = [] if config.getoption("--all") else [item for item in items if item.get_closest_marker("rest")]
    config.hook.pytest_deselected(items=rest)
    items[:] = [item for item in items if item not in rest]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how much was tried, where that was everything."""
    if config.getoption("--all"):
        passed = terminalreporter.stats.get("passed", [])
        asked = count_asked(passed)
        terminalreporter.write_line(f"{len(passed):,} tests passed; axe looked at {asked:,} states of pages")


@pytest.fixture(scope="module", autouse=True)
def little_looked_through() -> Iterator[None]:
    """What is left of a module of tests stays: to look through it for rubbish again and again would take seconds."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def languages_read_once() -> Iterator[None]:
    """Read a language once for all projects with the same files: hundreds have the real ones."""
    kept: dict[object, tuple[Language, list[Problem]]] = {}

    def load_once(project: Project, locale: Locale, units: Units, problems: list[Problem]) -> Language:
        key = (repr(locale), *map(_content, _files_of(project, locale.code)))
        if key not in kept:
            found: list[Problem] = []
            kept[key] = load_language(project, locale, units, found), found
        language, found = kept[key]
        problems += found
        return language

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("handbook.register.loader.load_language", load_once)
        yield


def _files_of(project: Project, code: str) -> list[Path]:
    """Return all that a language is read from, and the stemmers there are."""
    data, stemmers = project.data_folder, project.root / "overrides" / "assets" / "search"
    named = [data / kind / f"{code}.yml" for kind in ("languages", "interface")]
    return [data / "units.yml", *named, *sorted(stemmers.glob("*"))]


def _content(file: Path) -> tuple[str, bytes | None]:
    return file.name, file.read_bytes() if file.is_file() and not file.is_symlink() else None


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def axe(request: pytest.FixtureRequest) -> Axe:
    """What asks axe."""
    return Axe(request.node)


@pytest.fixture(scope="session")
def everything(request: pytest.FixtureRequest) -> bool:
    """Whether everything is to be tried instead of a sample."""
    return bool(request.config.getoption("--all"))


@pytest.fixture(scope="session")
def update(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is to be written anew instead of compared."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; without one the test is skipped, or fails where CI=true."""
    return find_chromium() or without("chromium")


@pytest.fixture(scope="session")
def firefox_programs() -> tuple[str]:
    """The path of Firefox; without it the test is skipped, or fails where CI=true."""
    return find_firefox() or without("firefox")


@pytest.fixture(scope="session")
def webkit_programs() -> tuple[str, str]:
    """The paths of WebKitGTK's driver and browser; without them the test is skipped, on any machine."""
    return find_webkit() or without("webkit")


@pytest.fixture(scope="session")
def java_tools() -> JavaTools:
    """The paths of Java and Maven; without them the test is skipped, or fails where CI=true."""
    return find_java() or without("java")


@pytest.fixture(scope="session")
def nginx() -> str:
    """The path of nginx; without it the test is skipped, or fails where CI=true."""
    return find_nginx() or without("nginx")


@pytest.fixture(scope="session")
def apache() -> str:
    """The path of Apache; without it the test is skipped, or fails where CI=true."""
    return find_apache() or without("apache")


@pytest.fixture(scope="session")
def caddy() -> str:
    """The path of Caddy; without it the test is skipped, on any machine."""
    return find_caddy() or without("caddy")


def without(tool: str) -> NoReturn:
    if os.environ.get("CI") == "true" and tool not in OPTIONAL:
        pytest.fail(MISSING[tool].replace("are skipped", "cannot run"))
    pytest.skip(MISSING[tool])
