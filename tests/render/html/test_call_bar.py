"""The way to the page on when to call: in view wherever a reader is, and never over what they read or tap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from axe import DESK, LOOKS, PHONE, Axe, is_sampled
from built import Built, build
from handbook.render.addresses import notes_address
from hosts import plainly_serving
from project import make_second
from render.html.conftest import themed_project

WORDS = {"en": "Should I call?", "ms": "Perlukah saya telefon?", "ru": "Нужно ли звонить?"}
LINK = ".hb-call a"
PATH = "recovery/day-by-day.html"
BOTTOM = "document.querySelector('.hb-call').getBoundingClientRect().bottom"
COVERED = f"() => document.activeElement.getBoundingClientRect().top < {BOTTOM} - 1"


@pytest.fixture(scope="module")
def second_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the second handbook is served, which runs from the right in one of its languages."""
    folder = tmp_path_factory.mktemp("second")
    with plainly_serving(build(make_second(folder), folder / "site").folder) as found:
        yield found


def open_at(browser: Browser, address: str, width: int, height: int = 740, scheme: str = "light") -> Page:
    page = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme).new_page()
    page.goto(address)
    return page


def in_view(page: Page) -> bool:
    """Tell whether the whole link is in the window, and nothing lies over its middle."""
    return bool(page.evaluate(
        """it => {
          const link = document.querySelector(it), box = link.getBoundingClientRect();
          const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          return box.top >= 0 && box.left >= 0 && box.right <= innerWidth && box.height >= 24 && link.contains(top);
        }""",
        LINK,
    ))  # fmt: skip


WIDTHS = (320, PHONE, 900, DESK)


@pytest.mark.parametrize(("language", "width"), [
    pytest.param(language, width, marks=() if language == list(WORDS)[at % len(WORDS)] else pytest.mark.rest)
    for at, width in enumerate(WIDTHS)
    for language in WORDS
])  # fmt: skip
def test_it_stays_in_view_and_leads_to_the_signs(
    browser: Browser, address: str, language: str, width: int
) -> None:
    folder = "" if language == "en" else f"{language}/"
    page = open_at(browser, address + folder + PATH, width)
    for place in (0, 900, 100_000):
        page.evaluate(f"scrollTo(0, {place})")
        assert in_view(page), place
    assert page.locator(LINK).inner_text() == WORDS[language]
    page.click(LINK)
    page.wait_for_url(f"{address}{folder}when-to-call/warning-signs.html")
    assert page.locator(LINK).get_attribute("aria-current") == "page"
    page.context.close()


@pytest.mark.parametrize(("scheme", "width"), [
    pytest.param(*look, marks=() if is_sampled(0, *look) else pytest.mark.rest) for look in LOOKS
])  # fmt: skip
def test_it_is_there_in_a_handbook_that_runs_from_the_right(
    browser: Browser, second_address: str, axe: Axe, scheme: str, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(second_address + "fa/home/at-home.html")
        assert axe.violations(page, "the page") == []
        page.evaluate("scrollTo(0, 600)")
        assert in_view(page)
        page.click(LINK)
        page.wait_for_url(second_address + "fa/home/when-to-call.html")


@pytest.mark.parametrize(("width", "height"), [(320, 256), (640, 200), (DESK, 250)])
def test_it_takes_no_room_where_little_is_left(browser: Browser, address: str, width: int, height: int) -> None:
    page = open_at(browser, address + PATH, width, height)
    page.evaluate("scrollTo(0, 2000)")
    assert not in_view(page)
    page.context.close()


def hidden_aims(page: Page) -> list[str]:
    """Return the places that links lead to, every third of them, which are then not to be seen."""
    aims = "article :is(h2[id], .hb-mark, .hb-notes > li)"
    ids = page.evaluate("it => [...document.querySelectorAll(it)].map((one) => one.id)", aims)
    assert len(ids) > 20
    hidden = []
    for id in ids[::3]:
        page.evaluate(f"location.hash = '{id}'")
        top = page.evaluate(f"document.getElementById('{id}').getBoundingClientRect().top")
        hidden += [id] if top < page.evaluate(BOTTOM) else []
    return hidden


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_no_heading_and_nothing_focused_hides_beneath_it(browser: Browser, address: str, width: int) -> None:
    page = open_at(browser, address + PATH, width)
    for path in (PATH, notes_address(PATH)):
        page.goto(address + path)
        assert hidden_aims(page) == []
    page.focus(".hb-notes > li:last-child a >> nth=-1")
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        assert not page.evaluate(COVERED), page.evaluate("document.activeElement.outerHTML")
    page.context.close()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_keyboard_comes_to_it_before_the_text(browser: Browser, address: str, width: int) -> None:
    page = open_at(browser, address + PATH, width)
    order = []
    for _ in range(8):
        page.keyboard.press("Tab")
        order.append(page.evaluate("document.activeElement.textContent.trim()"))
    assert order[0] == "Skip to the text"
    assert WORDS["en"] in order
    page.context.close()


def test_it_needs_no_script_keeps_its_outline_in_forced_colours_and_is_not_printed(
    browser: Browser, address: str
) -> None:
    with browser.new_context(
        viewport={"width": PHONE, "height": 740}, java_script_enabled=False, forced_colors="active"
    ) as context:
        page = context.new_page()
        page.goto(address + PATH)
        page.mouse.wheel(0, 900)
        assert page.locator(LINK).is_visible()
        frame = page.locator(LINK).evaluate("it => getComputedStyle(it).borderTopWidth")
        assert frame == "2px"
        page.emulate_media(media="print")
        assert page.locator(LINK).is_hidden()


def test_a_page_that_is_not_translated_has_it_in_the_readers_language(
    browser: Browser, partly_signed: str
) -> None:
    page = open_at(browser, partly_signed + "ms/recovery/day-by-day.html", PHONE)
    assert page.locator("#hb-untranslated .hb-button--call").inner_text() == WORDS["ms"]
    page.click("#hb-untranslated .hb-button--call")
    page.wait_for_url(partly_signed + "ms/index.html")
    page.context.close()


@pytest.fixture(scope="module")
def partly_signed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site is served one of whose pages is not translated, and whose first page lists the signs."""
    folder = tmp_path_factory.mktemp("partly-signed")
    root = themed_project(folder)
    (root / "docs" / "ms" / "recovery" / "day-by-day.md").unlink()
    file = root / "docs" / "data" / "warning-signs.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("always: []", "always: [index.md]"), encoding="utf-8")
    with plainly_serving(build(root, folder / "site").folder) as found:
        yield found


def test_without_a_page_of_signs_there_is_no_way_to_it(small: Built) -> None:
    for path in ("index.html", "404.html"):
        text = Path(small.folder / path).read_text(encoding="utf-8")
        assert "hb-call" not in text
        assert "hb-button--call" not in text
