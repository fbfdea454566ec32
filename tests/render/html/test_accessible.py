"""What axe does not see: larger letters and wider spacing, colours of the system, no motion, paper, thumbs, and how a
page is read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from axe import PHONE, Axe
from built import Built

PAGES = ("index.html", "recovery/day-by-day.html", "ru/when-to-call/warning-signs.html")
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
"""What readers may ask for (https://www.w3.org/TR/WCAG22/#text-spacing)."""


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A phone's page; what a test asks for of the device comes as its parameter."""
    wanted = getattr(request, "param", {})
    with browser.new_context(viewport={"width": PHONE, "height": 740}, bypass_csp=True, **wanted) as context:
        yield context.new_page()


def open_page(page: Page, built: Built, path: str) -> None:
    """Open a page of a site from its folder, with all its notes."""
    page.goto((built.folder / path).as_uri())
    page.evaluate("document.querySelectorAll('details:not(.hb-menu)').forEach(it => it.open = true)")


def test_what_is_said_to_a_device_is_what_is_to_be_seen(page: Page, real: Built) -> None:
    """A back link to the second place of a note is the one thing whose label is no whole of its words."""
    page.goto((real.folder / "understanding/how-it-works.html").as_uri())
    labels = page.evaluate(
        "[...document.querySelectorAll('a[aria-label]')]"
        ".map(it => [it.textContent.replace('↑', '').trim(), it.ariaLabel])"
    )
    assert len(labels) > 20
    assert [(seen, said) for seen, said in labels if seen not in said] == []


@pytest.mark.parametrize("path", PAGES)
def test_wider_spacing_hides_nothing(page: Page, real: Built, path: str) -> None:
    open_page(page, real, path)
    page.add_style_tag(content=SPACING)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    clipped = page.evaluate(
        "[...document.querySelectorAll('article *')].filter(it => it.scrollHeight > it.clientHeight + 2"
        " && getComputedStyle(it).overflowY === 'hidden' && !it.closest('svg, thead'))"
        ".map(it => it.outerHTML.slice(0, 80))"
    )
    assert clipped == []


@pytest.mark.parametrize("page", [{"forced_colors": "active"}], indirect=True)
def test_in_the_colours_of_the_system_boxes_and_rows_keep_their_shape(page: Page, real: Built, axe: Axe) -> None:
    open_page(page, real, PAGES[1])
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    widths = page.evaluate(
        "[...document.querySelectorAll('.hb-box')].map(it => parseFloat(getComputedStyle(it).borderInlineStartWidth)"
        " + parseFloat(getComputedStyle(it).borderTopWidth))"
    )
    assert widths
    assert min(widths) >= 2


@pytest.mark.parametrize("page", [{"reduced_motion": "reduce"}], indirect=True)
def test_nothing_moves_for_who_wants_no_motion(page: Page, real: Built) -> None:
    open_page(page, real, PAGES[1])
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(it => { const s = getComputedStyle(it); return s.animationName !== "
        "'none' || s.transitionDuration.split(',').some(d => parseFloat(d) > 0.01) || s.scrollBehavior === 'smooth'; })"
        ".map(it => it.outerHTML.slice(0, 80))"
    )
    assert moving == []


def test_on_paper_a_warning_is_no_smaller_than_what_stands_around_it(page: Page, real: Built) -> None:
    open_page(page, real, PAGES[1])
    page.emulate_media(media="print")
    sizes = page.evaluate(
        "Object.fromEntries(['.hb-box--call-now li', '.hb-box--call-now > .hb-box__title', '.hb-table td',"
        " 'article > p', '.hb-notes li']"
        ".map(it => [it, parseFloat(getComputedStyle(document.querySelector(it)).fontSize)]))"
    )
    warning = min(sizes.pop(".hb-box--call-now li"), sizes.pop(".hb-box--call-now > .hb-box__title"))
    assert warning >= max(sizes.values()), sizes
    assert page.locator(".md-header").is_hidden()


def test_a_number_to_call_is_large_enough_for_a_thumb(page: Page, real: Built) -> None:
    open_page(page, real, PAGES[2])
    sizes = page.evaluate(
        "[...document.querySelectorAll('.hb-phone')]"
        ".map(it => it.getBoundingClientRect()).map(it => [it.width, it.height])"
    )
    assert sizes
    assert min(min(size) for size in sizes) >= 24


@pytest.mark.parametrize("path", ["recovery/day-by-day.html", "ms/recovery/day-by-day.html"])
def test_a_page_is_read_aloud_so(page: Page, partly: Built, update: bool, path: str) -> None:
    """Roles, names and order as a screen reader has them, and each change of language; the second is not translated."""
    page.goto((partly.folder / path).as_uri())
    languages = page.evaluate(
        "[...document.querySelectorAll('main [lang]')].map(it => `${it.lang}: ${it.textContent.trim().slice(0, 40)}`)"
    )
    heard = page.locator("body").aria_snapshot() + "\n\n" + "\n".join(" ".join(one.split()) for one in languages) + "\n"
    file = Path(__file__).parent / "expected" / f"{path.replace('/', '-').removesuffix('.html')}.txt"
    if update:
        file.write_text(heard, encoding="utf-8")
    assert heard == file.read_text(encoding="utf-8")
