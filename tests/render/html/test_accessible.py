"""What axe does not see: larger letters and wider spacing, colours of the system, no motion, paper, thumbs, and how a
page is read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from axe import DESK, PHONE
from built import Built
from handbook.render.addresses import notes_address

PAGES = ("index.html", "recovery/day-by-day.html", "ru/when-to-call/warning-signs.html")
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
"""What readers may ask for (https://www.w3.org/TR/WCAG22/#text-spacing)."""


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A phone's page; what a test asks for of the device comes as its parameter."""
    wanted = getattr(request, "param", {})
    with browser.new_context(**{"viewport": {"width": PHONE, "height": 740}, "bypass_csp": True, **wanted}) as context:
        yield context.new_page()


def open_page(page: Page, built: Built, path: str) -> None:
    """Open a page of a site from its folder, with all its notes."""
    page.goto((built.folder / path).as_uri())
    page.evaluate("document.querySelectorAll('details:not(.hb-menu)').forEach(it => it.open = true)")


def test_what_is_said_to_a_device_is_what_is_to_be_seen(page: Page, real: Built) -> None:
    """A back link to the second place of a note is the one thing whose label is no whole of its words."""
    for path in ("understanding/how-it-works.html", "understanding/how-it-works.notes.html"):
        page.goto((real.folder / path).as_uri())
        labels = page.evaluate(
            "[...document.querySelectorAll('a[aria-label]')]"
            ".map(it => [it.textContent.replace('↑', '').trim(), it.ariaLabel])"
        )
        assert len(labels) > 5
        assert [(seen, said) for seen, said in labels if seen not in said] == []


@pytest.mark.parametrize("path", PAGES)
def test_wider_spacing_hides_nothing(page: Page, real: Built, path: str) -> None:
    open_page(page, real, path)
    page.add_style_tag(content=SPACING)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    clipped = page.evaluate(
        "[...document.querySelectorAll('body *')].filter(it => it.scrollHeight > it.clientHeight + 2"
        " && getComputedStyle(it).overflowY === 'hidden' && !it.closest('svg, thead, .hb-said'))"
        ".map(it => it.outerHTML.slice(0, 80))"
    )
    assert clipped == []


@pytest.mark.parametrize("page", [{"viewport": {"width": 320, "height": 185}}], indirect=True)
def test_enlarged_four_times_everything_can_be_reached(page: Page, real: Built) -> None:
    """A window of 1280 by 740, where a letter is four times as large; WCAG asks for 320 by 256."""
    open_page(page, real, PAGES[2])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.click(".hb-menu--pages summary")
    last = page.locator(".hb-menu--pages a").last
    last.scroll_into_view_if_needed()
    assert is_whole(last)
    page.keyboard.press("Escape")
    page.fill("#hb-query", "зуд")
    page.wait_for_selector(".hb-results__text")
    found = page.locator("#hb-results [role=option] strong").last
    found.scroll_into_view_if_needed()
    assert is_whole(found)


@pytest.mark.parametrize("page", [{"viewport": {"width": 320, "height": 740}}], indirect=True)
@pytest.mark.parametrize("place", ["h1", ".hb-status", ".hb-status ~ p", ".hb-box__title span", ".hb-imprint p"])
def test_a_word_that_is_wider_than_the_window_is_broken(page: Page, small: Built, place: str) -> None:
    open_page(page, small, "recovery/day-by-day.html")
    page.evaluate("it => document.querySelector(it).append(' ', 'Dermatologi'.repeat(9))", place)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("page", [{"viewport": {"width": DESK, "height": 400}}], indirect=True)
def test_a_menu_that_is_longer_than_the_window_scrolls_in_it(page: Page, small: Built) -> None:
    """In a wide window the head stays in view, so that what hangs below the window would never be seen."""
    open_page(page, small, "index.html")
    page.evaluate("(list => { for (let at = 0; at < 6; at++) list.innerHTML += list.innerHTML; })"
                  "(document.querySelector('.hb-menu--languages ul'))")  # fmt: skip
    page.click(".hb-menu--languages summary")
    last = page.locator(".hb-menu--languages a").last
    last.scroll_into_view_if_needed()
    assert is_whole(last)


def is_whole(part: Locator) -> bool:
    """Tell whether all of an element is in the window."""
    found = part.evaluate("it => (({left, top, right, bottom}) => left >= 0 && top >= 0 && right <= innerWidth"
                          " && bottom <= innerHeight)(it.getBoundingClientRect())")  # fmt: skip
    return bool(found)


@pytest.mark.parametrize("path", PAGES)
def test_whatever_the_keyboard_reaches_has_an_outline(page: Page, real: Built, path: str) -> None:
    open_page(page, real, path)
    page.evaluate("document.querySelectorAll('.hb-menu').forEach(it => it.open = true)")
    page.keyboard.press("Tab")  # from now on the browser takes whatever has the focus for reached by keyboard
    bare = page.evaluate(
        """[...document.querySelectorAll("a[href], summary, button, input, [tabindex='0']")].filter(it => {
          it.focus();
          const { outlineStyle, outlineWidth } = getComputedStyle(it);
          const isSeen = it === document.activeElement && it.checkVisibility();
          return isSeen && (outlineStyle !== "solid" || parseFloat(outlineWidth) < 2);
        }).map(it => it.outerHTML.slice(0, 80))"""
    )
    assert bare == []


@pytest.mark.parametrize("page", [{"forced_colors": "active", "color_scheme": "dark"}], indirect=True)
def test_in_the_colours_of_the_system_boxes_signs_and_drawings_keep_their_shape(page: Page, real: Built) -> None:
    open_page(page, real, PAGES[1])
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    widths = page.evaluate(
        "[...document.querySelectorAll('.hb-box')].flatMap(it => ['Top', 'Right', 'Bottom', 'Left']"
        ".map(side => parseFloat(getComputedStyle(it)[`border${side}Width`])))"
    )
    assert widths
    assert min(widths) >= 2
    text = page.evaluate("getComputedStyle(document.querySelector('article p')).color")
    signs = page.evaluate(
        "[...document.querySelectorAll('.hb-box__title, .hb-box--do-not > ul > li')]"
        ".map(it => getComputedStyle(it, '::before').backgroundColor)"
    )
    letters = page.evaluate("[...document.querySelectorAll('.hb-drawing text')].map(it => getComputedStyle(it).fill)")
    assert (set(signs), set(letters)) == ({text}, {text})


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
        " 'article > p']"
        ".map(it => [it, parseFloat(getComputedStyle(document.querySelector(it)).fontSize)]))"
    )
    warning = min(sizes.pop(".hb-box--call-now li"), sizes.pop(".hb-box--call-now > .hb-box__title"))
    assert warning >= max(sizes.values()), sizes


def test_on_paper_stands_only_what_can_be_read_there_and_nothing_is_torn(page: Page, real: Built) -> None:
    open_page(page, real, PAGES[1])
    page.emulate_media(media="print")
    for screen in (".md-header", ".hb-call", ".hb-pager", ".hb-contents", ".md-sidebar"):
        assert page.locator(screen).first.is_hidden(), screen
    kept = page.evaluate(
        "['.hb-box', '.hb-table tr', '.hb-picture'].map(it => getComputedStyle("
        "document.querySelector(it)).breakInside).concat(['h1', 'h2'].map(it => getComputedStyle("
        "document.querySelector(it)).breakAfter))"
    )
    assert kept == ["avoid"] * 5
    open_page(page, real, notes_address(PAGES[1]))
    note = "getComputedStyle(document.querySelector('.hb-notes > li')).breakInside"
    assert page.evaluate(note) == "avoid"


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
