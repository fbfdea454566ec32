"""The website in Firefox and in WebKit, which iPhones show pages with: what its rules and scripts do there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from axe import DESK, PHONE
from built import Built
from other_browsers import ENTER, OtherBrowser, click, firefox, press, wait_for, webkit
from render.html.sampled import SEARCHES, home, short_sample

IN_VIEW = """(() => {
  const link = document.querySelector(".hb-call a"), box = link.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return box.top >= 0 && box.left >= 0 && box.right <= innerWidth && box.height >= 24 && link.contains(top);
})()"""
PAPER = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def other(request: pytest.FixtureRequest) -> Iterator[OtherBrowser]:
    """One browser after the other."""
    start = {"firefox": firefox, "webkit": webkit}[request.param]
    with start(*request.getfixturevalue(f"{request.param}_programs")) as browser:
        yield browser


@pytest.mark.parametrize("language", SEARCHES)
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_way_to_the_signs_stays_in_view(other: OtherBrowser, address: str, language: str, width: int) -> None:
    other.resize(width, 740)
    other.open(address + home(language).replace("index.html", "recovery/day-by-day.html"))
    for place in (0, 900, 100_000):
        other.ask(f"scrollTo(0, {place})")
        assert other.ask(IN_VIEW), place
    click(other, ".hb-call a")
    wait_for(other, "location.pathname.endsWith('/when-to-call/warning-signs.html')")


@pytest.mark.parametrize("language", SEARCHES)
@pytest.mark.parametrize("place", ["a host", "a memory stick"])
def test_the_search_finds(other: OtherBrowser, address: str, real: Built, language: str, place: str) -> None:
    other.open((address if place == "a host" else f"{real.folder.as_uri()}/") + home(language))
    click(other, "#hb-query")
    press(other, SEARCHES[language])
    wait_for(other, "document.querySelectorAll('.hb-results__text mark').length")
    press(other, ENTER)
    wait_for(other, "document.querySelectorAll('article mark').length")


def test_a_menu_opens_and_colours_are_kept(other: OtherBrowser, address: str) -> None:
    other.open(address)
    click(other, ".hb-menu--languages summary")
    wait_for(other, "document.querySelector('.hb-menu--languages a[lang=ms]').getBoundingClientRect().height > 24")
    before = other.ask(PAPER)
    click(other, ".hb-palette")
    wait_for(other, f"{PAPER} !== '{before}'")
    chosen = other.ask(PAPER)
    other.open(address + "recovery/day-by-day.html")
    assert other.ask(PAPER) == chosen


def test_no_page_scrolls_sideways(other: OtherBrowser, address: str, real: Built) -> None:
    other.resize(PHONE, 740)
    wide = []
    for path in short_sample(real):
        other.open(address + path)
        wide += [path] if other.ask("document.documentElement.scrollWidth > innerWidth") else []
    assert wide == []
