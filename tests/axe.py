"""axe in a page: what it says against it, in which looks, and how many states of pages it was asked about."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page

PHONE, DESK = 360, 1280
LOOKS = (*product(("light", "dark"), (PHONE, DESK)),)
"""Colours and widths."""

_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
_ASKED = "asked axe about"


class Axe:
    """Asks axe, and notes about what in the report of the test."""

    def __init__(self, test: pytest.Item):
        self._notes = test.user_properties

    def violations(self, page: Page, where: str, part: str = "html") -> list[str]:
        """Return what axe says against a page or a part of it, by rule and element."""
        self._notes.append((_ASKED, where))
        if not page.evaluate("'axe' in window"):
            page.evaluate(_AXE)
        options = {"resultTypes": ["violations"], "reporter": "no-passes", "preload": False}
        told = page.evaluate("([part, options]) => axe.run(part, options)", [part, options])
        return [
            f"{where}: {rule['id']}: {node['html'][:120]}" for rule in told["violations"] for node in rule["nodes"]
        ]


def count_asked(tests: Iterable[pytest.TestReport]) -> int:
    """Return how many states axe has been asked about in some tests, whichever process ran them."""
    return sum(name == _ASKED for test in tests for name, _ in test.user_properties)


def is_sampled(at: int, scheme: str, width: int) -> bool:
    """Tell whether the thing with a number is looked at so without ``--all``: each in one look, all looks in turn."""
    return LOOKS[at % len(LOOKS)] == (scheme, width)
