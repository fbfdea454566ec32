"""axe finds nothing against any page in any state, language and width; in dark colours a file of its own asks it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from axe import LOOKS, Axe, is_sampled
from built import Built
from render.html.sampled import KINDS, SEARCHES, language_of
from render.html.states import STATES, states_of, violations


@pytest.mark.parametrize("language", SEARCHES)
@pytest.mark.parametrize("look", [look for look in LOOKS if look[0] == "light"], ids=str)
def test_axe_finds_nothing(
    browser: Browser, address: str, real: Built, axe: Axe, everything: bool, language: str, look: tuple[str, int]
) -> None:
    assert violations(browser, address, real, axe, look, language, everything) == []


def test_the_sample_for_axe_has_every_kind_state_look_and_language(real: Built) -> None:
    seen = [
        (language, look, (path, state))
        for language in SEARCHES
        for look in LOOKS
        for path, states in states_of(real, language, look, everything=False)
        for state in states
    ]
    languages, looks, states = (set(column) for column in zip(*seen, strict=True))
    assert (languages, looks, len(states)) == (set(SEARCHES), set(LOOKS), len(seen))
    kinds = {path.removeprefix(f"{language_of(path)}/") for path, state in states if state == "opened"}
    assert kinds == {"index.html", *(kind for kind in KINDS if (real.folder / kind).exists())}
    assert {state for _, state in states} == set(STATES)


@pytest.mark.parametrize(("scheme", "width"), [
    pytest.param(*look, marks=() if is_sampled(0, *look) else pytest.mark.rest) for look in LOOKS
])  # fmt: skip
def test_axe_finds_nothing_on_a_page_that_is_not_translated(
    browser: Browser, partly_address: str, axe: Axe, scheme: str, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme, bypass_csp=True) as context:
        opened = context.new_page()
        opened.goto(partly_address + "ms/recovery/day-by-day.html")
        opened.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        found = axe.violations(opened, "the page")
        opened.fill("#hb-query", "picking")
        opened.wait_for_selector("#hb-results [role=option]")
        assert found + axe.violations(opened, "the search", "header") == []
