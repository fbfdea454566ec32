"""What tests share: the programs they need, `--update`, and `--all`.

Without `--all` what takes long is done for a fixed sample, in which each kind of thing occurs; with it for everything.
"""

from __future__ import annotations

import os
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

from axe import Axe, count_asked
from tools import MISSING, JavaTools, find_chromium, find_java

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
    """Give the tests with made-up input as much of it as is asked for, before their modules are read."""
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
        passed = len(terminalreporter.stats.get("passed", []))
        terminalreporter.write_line(f"{passed:,} tests passed; axe looked at {count_asked(config):,} states of pages")


@pytest.fixture(scope="session")
def axe(request: pytest.FixtureRequest) -> Axe:
    """What asks axe."""
    return Axe(request.config)


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
def java_tools() -> JavaTools:
    """The paths of Java and Maven; without them the test is skipped, or fails where CI=true."""
    return find_java() or without("java")


def without(tool: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(MISSING[tool].replace("are skipped", "cannot run"))
    pytest.skip(MISSING[tool])
