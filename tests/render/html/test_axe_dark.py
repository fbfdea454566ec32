"""axe finds nothing in dark colours either: a file of its own, because all of it takes an hour in one process."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from axe import LOOKS, Axe
from built import Built
from render.html.sampled import SEARCHES
from render.html.states import violations


@pytest.mark.parametrize("language", SEARCHES)
@pytest.mark.parametrize("look", [look for look in LOOKS if look[0] == "dark"], ids=str)
def test_axe_finds_nothing(
    browser: Browser, address: str, real: Built, axe: Axe, everything: bool, language: str, look: tuple[str, int]
) -> None:
    assert violations(browser, address, real, axe, look, language, everything) == []
