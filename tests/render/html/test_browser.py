"""The website as people meet it, in a real browser: by eye, by keyboard, aloud, without script, from a memory stick."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from axe import DESK, PHONE
from built import Built
from handbook.render.policy import policy
from render.html.in_page import focused, spoken
from render.html.sampled import paths, sample, short_sample

NARROW = 320
"""The narrowest window: a page that fits here has no word that is too long."""


def test_no_page_asks_another_host_or_breaks_the_policy(
    page: Page, address: str, real: Built, everything: bool
) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    for path in paths(real) if everything else short_sample(real):
        page.goto(address + path)
        assert page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") == policy()
        page.fill("#hb-query", "laser")
        page.wait_for_selector("#hb-results:not([hidden])")
    assert {url for url in asked if not url.startswith(address)} == set()


def test_the_policy_lets_no_other_script_in(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        for attempt in (
            "document.body.innerHTML = '<b>x</b>'",
            "document.createElement('script').src = 'assets/app.js'",
            "trustedTypes.createPolicy('mine', {})",
        ):
            with pytest.raises(Exception, match=r"TrustedHTML|TrustedScriptURL|Policy"):
                page.evaluate(attempt)


@pytest.mark.parametrize("width", [
    NARROW, *(pytest.param(width, marks=pytest.mark.rest) for width in (PHONE, 768)), DESK,
])  # fmt: skip
def test_no_page_scrolls_sideways(
    browser: Browser, address: str, real: Built, everything: bool, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 740}) as context:
        page = context.new_page()
        wide = []
        for path in paths(real) if everything else sample(real) if width == NARROW else short_sample(real):
            page.goto(address + path)
            wide += [path] if page.evaluate("document.documentElement.scrollWidth") > width else []
        assert wide == []


def test_the_menu_works_by_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the text"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert focused(page) == "Menu"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page) == "Home"
    page.keyboard.press("Escape")
    assert focused(page) == "Menu"
    assert page.locator(".hb-menu--pages").get_attribute("open") is None


def test_the_language_switch_stays_on_the_page(page: Page, address: str) -> None:
    page.goto(address + "recovery/day-by-day.html")
    page.focus(".hb-menu--languages summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert (focused(page), page.evaluate("document.activeElement.lang")) == ("Bahasa Melayu", "ms")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ms/recovery/day-by-day.html")
    assert page.locator("html").get_attribute("lang") == "ms"


def test_the_colours_follow_the_system_until_the_reader_chooses(browser: Browser, address: str) -> None:
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.goto(address)
        dark = paper(page)
        page.focus(".hb-palette")
        assert focused(page) == "Light colours"
        page.keyboard.press("Space")
        light = paper(page)
        assert focused(page) == "Dark colours"
        page.goto(address + "recovery/day-by-day.html")
        assert (dark, light, paper(page)) == ("rgb(16, 25, 28)", "rgb(255, 255, 255)", "rgb(255, 255, 255)")


def test_topics_stand_in_the_order_of_the_alphabet_without_a_script(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + "ru/index.html")
        letters = page.locator(".hb-topics dt").all_inner_texts()
        assert letters == sorted(set(letters))
        page.click(".hb-topics a[href$='skin-care.html#crusts']")
        page.wait_for_url("**/ru/recovery/skin-care.html#crusts")


def test_the_folder_works_from_a_memory_stick(page: Page, real: Built) -> None:
    page.goto((real.folder / "ru" / "index.html").as_uri())
    page.fill("#hb-query", "зуд")
    page.wait_for_selector(".hb-results__text")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ru/**.html*")
    page.click(".hb-menu--languages summary")
    page.click(".hb-menu--languages a[lang=en]")
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_mark_leads_to_its_note_and_back(page: Page, address: str) -> None:
    path = "understanding/how-it-works"
    for place in (0, 1):
        page.goto(f"{address}{path}.html")
        page.locator(".hb-mark a[href$='#hb-note-1']").nth(place).press("Enter")
        page.wait_for_url(f"**/{path}.notes.html#hb-note-1")
        assert page.locator(":target ul li").first.is_visible()
        page.locator(":target .hb-back").nth(place).press("Enter")
        page.wait_for_url(f"**/{path}.html#hb-cite-*")
        assert page.locator(":target a[href$='#hb-note-1']").count() == 1


def test_notes_lead_to_their_page_and_to_the_notes_in_other_languages(page: Page, address: str) -> None:
    page.goto(address + "ms/recovery/day-by-day.html")
    page.click("#hb-notes + p a")
    page.wait_for_url("**/ms/recovery/day-by-day.notes.html#hb-notes")
    page.click(".hb-menu--languages summary")
    page.click(".hb-menu--languages a[lang=ru]")
    page.wait_for_url("**/ru/recovery/day-by-day.notes.html")
    assert page.title().startswith("Откуда эти сведения – Восстановление день за днём –")
    page.click(".hb-whence a")
    page.wait_for_url("**/ru/recovery/day-by-day.html")


def test_without_script_everything_but_search_and_colours_is_there(browser: Browser, address: str) -> None:
    phone = {"width": PHONE, "height": 740}
    with browser.new_context(java_script_enabled=False, color_scheme="dark", viewport=phone) as context:
        page = context.new_page()
        page.goto(address + "ru/recovery/day-by-day.html")
        assert page.locator(".hb-search").is_hidden()
        assert page.locator(".hb-palette").is_hidden()
        page.click(".hb-menu--pages summary")
        assert page.locator(".hb-menu--pages nav").is_visible()
        page.click(".hb-menu--pages summary")
        page.click("article .hb-contents summary")
        assert page.locator("article .hb-contents a").first.is_visible()
        page.click(".hb-menu--languages summary")
        page.click(".hb-menu--languages a[lang=ms]")
        page.wait_for_url(address + "ms/recovery/day-by-day.html")
        page.click(".hb-mark a >> nth=0")
        assert page.locator(":target ul li").first.is_visible()


@pytest.mark.parametrize("language", ["ms", "ru"])
def test_no_word_of_the_frame_is_left_in_english(page: Page, address: str, real: Built, language: str) -> None:
    page.goto(address + "recovery/day-by-day.html")
    english = frame_words(page)
    page.goto(address + f"{language}/recovery/day-by-day.html")
    names = {code.name for code in real.handbook.languages} | {real.handbook.clinic.detail("name"), "CC BY 4.0", "Menu"}
    assert frame_words(page) & english - names == set()


def test_a_page_that_is_not_translated_is_read_in_two_languages(page: Page, partly_address: str) -> None:
    page.goto(partly_address + "ms/index.html")
    assert spoken(page, ".hb-nav a[href$='day-by-day.html']") == ("en", "Day by day")
    assert spoken(page, ".hb-pager a [lang]") == ("en", "Day by day")
    page.goto(partly_address + "recovery/day-by-day.html")
    page.click(".hb-menu--languages summary")
    page.click(".hb-menu--languages a[lang=ms]")
    page.wait_for_url("**/ms/recovery/day-by-day.html")
    assert spoken(page, "title")[0] == "ms"
    notice = "Halaman ini belum diterjemahkan ke dalam bahasa Melayu"
    assert spoken(page, ".hb-untranslated p") == ("ms", notice)
    assert spoken(page, "h1") == ("en", "Day by day")
    assert spoken(page, ".hb-box__title") == ("en", "Call an ambulance")
    assert spoken(page, "#hb-notes") == ("en", "Where this comes from")
    assert spoken(page, ".hb-imprint p:nth-child(2)")[0] == "ms"
    page.focus(".md-skip")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').id") == "hb-untranslated"


def test_a_wrong_address_answers_in_every_language(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address + "no/such/page.html")
        assert page.locator("section[lang] > :first-child").all_inner_texts() == [
            "This page is not here",
            "Halaman ini tiada di sini",
            "Здесь нет такой страницы",
        ]
        assert page.locator("section[lang] .hb-button--call").all_inner_texts() == [
            "Should I call?", "Perlukah saya telefon?", "Нужно ли звонить?",
        ]  # fmt: skip
        page.click("section[lang=ru] .hb-button--call")
        page.wait_for_url(address + "ru/when-to-call/warning-signs.html")
        page.goto(address + "no/such/page.html")
        page.click("section[lang=ru] a")
        page.wait_for_url(address + "ru/index.html")


def paper(page: Page) -> str:
    """Return the colour of the page."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert isinstance(colour, str)
    return colour


def frame_words(page: Page) -> set[str]:
    """Return every text and label outside the article, and the labels inside it."""
    return set(
        page.evaluate(
            """() => {
              const texts = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const within = walker.currentNode.parentElement.closest("article, script, body [lang=en]");
                if (!within) texts.push(walker.currentNode.textContent.trim());
              }
              for (const node of document.querySelectorAll("[aria-label], [title], [placeholder]"))
                for (const name of ["aria-label", "title", "placeholder"]) texts.push(node.getAttribute(name) ?? "");
              texts.push(...Object.values(document.querySelector(".hb-search").dataset));
              texts.push(...Object.values(document.querySelector(".hb-palette").dataset));
              return texts.filter(text => /\\p{L}{3}/u.test(text) && !/[\\/]|hb-/.test(text));
            }"""
        )
    )
