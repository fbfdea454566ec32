"""The states in which axe sees the pages of the site, and what it finds against them."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from axe import Axe, is_sampled
from built import Built
from render.html.sampled import SEARCHES, home, language_of, paths, short_sample

STATES = ("as it opens", "opened", "pages", "languages", "search")
"""A page as it opens, with all opened in its text and its first mark or note led to, with a menu, the search open."""


def states_of(real: Built, language: str, look: tuple[str, int], everything: bool) -> Iterator[tuple[str, list[str]]]:
    """Yield the pages of a language with the states in which axe sees them in a look.

    Without ``everything`` a page of each kind is seen with all opened, and the first page in each state: each of
    these in one look and one language, which are others for the next.
    """
    seen = [(path, state) for path in paths(real) for state in STATES] if everything else sampled_states(real)
    asked = [
        (path, state)
        for at, (path, state) in enumerate(seen)
        if language_of(path) == language and (everything or is_sampled(at, *look))
    ]
    for path in dict.fromkeys(path for path, _ in asked):
        yield path, [state for each, state in asked if each == path]


def sampled_states(real: Built) -> list[tuple[str, str]]:
    """Return a page of each kind, and the first page in each state, in one language after the other."""
    seen = [(page, "opened") for page in short_sample(real)]
    homes = [home(language) for language in SEARCHES]
    return seen + [(homes[at % len(homes)], state) for at, state in enumerate(STATES, len(seen))]


def show(page: Page, state: str, query: str) -> str:
    """Bring a page into a state from any other, without loading it again; return the part that is another then."""
    page.evaluate(
        "([menu, all]) => document.querySelectorAll('details')"
        ".forEach(it => { it.open = it.matches(menu) || (all && !it.matches('.hb-menu')); })",
        [f".hb-menu--{state}", state == "opened"],
    )
    if state == "search":
        page.fill("#hb-query", query)
        page.wait_for_selector("#hb-results [role=option]")
    elif state == "opened":
        page.evaluate("location.hash = document.querySelector('.hb-notes > li, .hb-mark')?.id ?? ''")
        # Colours fade from one to the other; what is asked about is the end.
        page.evaluate("Promise.all(document.getAnimations().map(it => it.finished.catch(() => 0))).then(() => 0)")
    return "html" if state in STATES[:2] else "header"


def violations(
    browser: Browser, address: str, real: Built, axe: Axe, look: tuple[str, int], language: str, everything: bool
) -> list[str]:
    """Return what axe finds against the pages of a language in a look."""
    scheme, width = look
    found = []
    # axe itself is put into the page as text, which the page's own policy forbids.
    with browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme, bypass_csp=True) as context:
        opened = context.new_page()
        for path, states in states_of(real, language, look, everything):
            opened.goto(address + path)
            for state in states:
                part = show(opened, state, SEARCHES[language])
                found += axe.violations(opened, f"{path} ({state})", part)
    return found
