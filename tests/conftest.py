"""What tests share: the programs they need, and `--update`."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

from tools import MISSING, JavaTools, find_chromium, find_java


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what the program says now as what the tests expect")


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
