"""axe finds nothing against any page in any state, language, colours and width."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from axe import LOOKS, Axe, is_sampled
from built import Built
from render.html.sampled import KINDS, SEARCHES, home, language_of, paths, sample, short_sample

STATES = ("as it opens", "notes", "pages", "languages", "search")
"""A page as it opens, with all its notes open, with a menu open, with the search open."""
OPEN = {"notes": 1_000, "some notes": 4}
"""How many notes are open; axe takes a second for some dozen."""


def states_of(real: Built, language: str, look: tuple[str, int], everything: bool) -> Iterator[tuple[str, str]]:
    """Yield the pages of a language with the states in which axe sees them in a look.

    Without ``everything`` a page of each kind is seen with some notes open, and the first page in each state: each of
    these in one look and one language, which are others for the next.
    """
    seen = [(path, state) for path in paths(real) for state in STATES] if everything else sampled_states(real)
    for at, (path, state) in enumerate(seen):
        if language_of(path) == language and (everything or is_sampled(at, *look)):
            yield path, state


def sampled_states(real: Built) -> list[tuple[str, str]]:
    """Return a page of each kind, and the first page in each state, in one language after the other."""
    seen = [(page, "some notes") for page in short_sample(real)]
    homes = [home(language) for language in SEARCHES]
    return seen + [(homes[at % len(homes)], state) for at, state in enumerate(STATES, len(seen))]


def open_state(page: Page, address: str, state: str, query: str) -> None:
    """Open a page in a state."""
    page.goto(address)
    if state in OPEN:
        notes = "document.querySelectorAll('details:not(.hb-menu)')"
        page.evaluate(f"{notes}.forEach((it, at) => it.open = at < {OPEN[state]})")
    elif state == "search":
        page.fill("#hb-query", query)
        page.wait_for_selector("#hb-results [role=option]")
    elif state != "as it opens":
        page.evaluate(f"document.querySelector('.hb-menu--{state}').open = true")


@pytest.mark.parametrize("language", SEARCHES)
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_axe_finds_nothing(
    browser: Browser, address: str, real: Built, axe: Axe, everything: bool, language: str, scheme: str, width: int
) -> None:
    found = []
    # axe itself is put into the page as text, which the page's own policy forbids.
    with browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme, bypass_csp=True) as context:
        opened = context.new_page()
        for path, state in states_of(real, language, (scheme, width), everything):
            open_state(opened, address + path, state, SEARCHES[language])
            part = "header" if state in STATES[2:] else "html"
            found += axe.violations(opened, f"{path} ({state})", part)
    assert found == []


def test_the_sample_for_axe_has_every_kind_state_look_and_language(real: Built) -> None:
    seen = [
        (language, look, one)
        for language in SEARCHES
        for look in LOOKS
        for one in states_of(real, language, look, everything=False)
    ]
    languages, looks, states = (set(column) for column in zip(*seen, strict=True))
    assert (languages, looks, len(states)) == (set(SEARCHES), set(LOOKS), len(seen))
    kinds = [path.removeprefix(f"{language_of(path)}/") for path, state in states if state == "some notes"]
    assert sorted(kinds) == sorted(kind for kind in KINDS if any(page.endswith(kind) for page in sample(real)))
    assert sorted(state for _, state in states if state in STATES) == sorted(STATES)


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
