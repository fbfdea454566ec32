"""The website as people meet it, in a real browser: by eye, by keyboard, aloud, without script, from a memory stick."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from axe import DESK, LOOKS, PHONE, Axe, is_sampled
from built import Built
from handbook.render.policy import policy

KINDS = (
    "404.html",
    "about/word-list.html",
    "before/checklist-and-plan.html",
    "index.html",
    "recovery/day-by-day.html",
    "right-for-me/who-should-wait.html",
    "understanding/how-it-works.html",
    "understanding/risks.html",
    "when-to-call/warning-signs.html",
)
"""A page of each kind: definitions, blanks and tasks, tables narrow and wide, boxes, drawings."""

NARROW = 320
"""The narrowest window: a page that fits here has no word that is too long."""

SEARCHES = {"en": "itching", "ms": "gatal", "ru": "зуд"}
"""A word each handbook has, by language."""


class _Server(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a plain host would, with our page for wrong addresses."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send our own page."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def address(real: Built) -> Iterator[str]:
    """Where the real site is served."""
    with served(real.folder) as found:
        yield found


@pytest.fixture(scope="module")
def partly_address(partly: Built) -> Iterator[str]:
    """Where the site is served whose ms/recovery/day-by-day.html is not translated."""
    with served(partly.folder) as found:
        yield found


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; give its address."""
    handler = functools.partial(_Server, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone's page; anything that goes wrong in it fails the test."""
    with browser.new_context(viewport={"width": PHONE, "height": 740}) as context:
        opened = context.new_page()
        wrong: list[str] = []
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        yield opened
        assert wrong == []


@pytest.fixture
def failing(browser: Browser) -> Iterator[Page]:
    """A phone's page in which something is to go wrong."""
    with browser.new_context(viewport={"width": PHONE, "height": 740}) as context:
        yield context.new_page()


def paths(real: Built) -> list[str]:
    """Return the site's pages, without those files that hold all of them."""
    every = (file.relative_to(real.folder).as_posix() for file in real.folder.rglob("*.html"))
    return sorted(path for path in every if not path.startswith("offline/"))


@functools.cache
def written(folder: Path) -> frozenset[str]:
    """Return those whose text is in their own language; the others repeat what the original has shown."""
    texts = {file: file.read_text(encoding="utf-8") for file in folder.rglob("*.html")}
    return frozenset(file.relative_to(folder).as_posix() for file, text in texts.items() if '"noindex"' not in text)


def one_of_each_kind(real: Built, language: str) -> list[str]:
    """Return a written page of each kind that a language has."""
    kinds = [page if language == "en" else f"{language}/{page}" for page in KINDS]
    return [page for page in kinds if page in written(real.folder)]


def sample(real: Built) -> list[str]:
    """Return a page of each kind in each language."""
    return [page for language in SEARCHES for page in one_of_each_kind(real, language)]


def short_sample(real: Built) -> list[str]:
    """Return a page of each kind, in one language after the other."""
    pages = [[page for page in sample(real) if page.removeprefix(f"{language_of(page)}/") == kind] for kind in KINDS]
    return [of_kind[at % len(of_kind)] for at, of_kind in enumerate(filter(None, pages))]


def home(language: str) -> str:
    """Return the first page of a language."""
    return "index.html" if language == "en" else f"{language}/index.html"


def language_of(path: str) -> str:
    """Return the language a page of the site is in."""
    folder = path.partition("/")[0]
    return folder if folder in SEARCHES else "en"


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


@pytest.mark.parametrize(("language", "query"), [
    ("en", "itching"), ("en", "itchy"), ("en", "swellng"), ("en", "make-up"), ("en", "СО2"),
    ("ms", "gatal"), ("ms", "bengkak"), ("ms", "membengkak"), ("ms", "bengkk"),
    ("ru", "зуд"), ("ru", "отёки"), ("ru", "отек"), ("ru", "корочками"), ("ru", "корчки"),
])  # fmt: skip
def test_the_search_finds(page: Page, address: str, language: str, query: str) -> None:
    page.goto(address + home(language))
    page.fill("#hb-query", query)
    page.wait_for_selector("#hb-results [role=option] mark")
    results = page.locator("#hb-results [role=option]")
    assert page.locator(".hb-results__help").is_hidden()
    assert page.locator(".hb-said").inner_text().endswith(f"{results.count()}")
    page.wait_for_selector(".hb-results__text")
    first = results.first.get_attribute("href")
    assert first is not None
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(first.rpartition("?")[0] or first)))
    anchor = first.partition("#")[2]
    assert not anchor or page.locator(f"#{anchor}").count() == 1
    assert page.locator("article mark").count() > 0
    page.go_back()
    page.wait_for_selector("#hb-results [role=option]")
    assert page.input_value("#hb-query") == query


@pytest.mark.parametrize(("language", "query", "sign"), [
    ("en", "feverish", "fever"), ("ms", "demm", "demam"), ("ru", "гнойник", "гной"),
])  # fmt: skip
def test_a_danger_stands_above_the_results_with_whom_to_call(
    page: Page, address: str, language: str, query: str, sign: str
) -> None:
    page.goto(address + home(language))
    page.fill("#hb-query", query)
    warning = page.locator(".hb-results__warning").first
    warning.wait_for()
    assert sign in warning.inner_text().lower()
    assert warning.locator("strong").inner_text() in page.locator(".hb-said").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/when-to-call/warning-signs.html#clinic-today")


@pytest.mark.parametrize(("scheme", "colours"), [
    ("light", ["rgb(255, 255, 255)", "rgb(179, 32, 27)"]), ("dark", ["rgb(42, 9, 7)", "rgb(255, 157, 148)"]),
])  # fmt: skip
def test_whom_to_call_can_be_read_above_the_results(
    page: Page, address: str, scheme: Literal["light", "dark"], colours: list[str]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    page.fill("#hb-query", "cannot breathe")
    button = page.locator(".hb-results__warning .hb-button").first
    button.wait_for()
    shown = button.evaluate("it => [getComputedStyle(it).color, getComputedStyle(it).backgroundColor]")
    assert shown == colours


def test_a_link_can_ask_a_question(page: Page, address: str) -> None:
    page.goto(address + "ru/index.html?q=%D0%B7%D1%83%D0%B4")
    page.wait_for_selector("#hb-results [role=option]")
    assert page.input_value("#hb-query") == "зуд"


def test_a_search_that_could_not_be_loaded_is_tried_again(failing: Page, address: str) -> None:
    failing.route("**/search/en.js", lambda route: route.abort())
    failing.goto(address)
    failing.fill("#hb-query", "itching")
    failing.wait_for_selector(".hb-results__help a")
    assert failing.locator(".hb-said").inner_text() == "The search could not be loaded."
    failing.unroute("**/search/en.js")
    failing.fill("#hb-query", "itch")
    failing.wait_for_selector("#hb-results [role=option]")


def test_an_index_that_is_no_script_is_told_in_plain_words(failing: Page, address: str) -> None:
    failing.route("**/search/en.js", lambda route: route.fulfill(body="half a scr(", content_type="text/javascript"))
    failing.goto(address)
    failing.fill("#hb-query", "itching")
    failing.wait_for_selector(".hb-results__help a")
    assert failing.locator(".hb-said").inner_text() == "The search could not be loaded."


def test_results_of_the_page_for_wrong_addresses_lead_right(failing: Page, address: str) -> None:
    failing.goto(address + "no/such/page.html")
    failing.fill("#hb-query", "itching")
    failing.wait_for_selector("#hb-results [role=option]")
    failing.keyboard.press("ArrowDown")
    failing.keyboard.press("Enter")
    failing.wait_for_selector("#itching")


def test_topics_stand_in_the_order_of_the_alphabet_without_a_script(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + "ru/index.html")
        letters = page.locator(".hb-topics dt").all_inner_texts()
        assert letters == sorted(set(letters))
        page.click(".hb-topics a[href$='skin-care.html#crusts']")
        page.wait_for_url("**/ru/recovery/skin-care.html#crusts")


def test_the_search_works_by_keyboard_and_says_when_there_is_nothing(page: Page, address: str) -> None:
    page.goto(address)
    page.fill("#hb-query", "swelling")
    page.wait_for_selector("#hb-results [role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("#hb-results [aria-selected=true]")
    assert chosen.get_attribute("id") == "hb-result-1"
    assert page.get_attribute("#hb-query", "aria-activedescendant") == "hb-result-1"
    assert page.evaluate("document.activeElement.id") == "hb-query"
    page.keyboard.press("Escape")
    assert page.locator("#hb-results").is_hidden()
    page.fill("#hb-query", "qqqqqq")
    page.wait_for_selector(".hb-results__help a")
    assert page.locator(".hb-said").inner_text() == "Not found: qqqqqq. Nothing found. Try a single, simpler word."
    helps = page.locator(".hb-results__help a").all_inner_texts()
    assert helps == ["Should I call?", "Topics from A to Z", "Hard words"]
    page.keyboard.press("Tab")
    assert focused(page) == "Should I call?"
    page.keyboard.press("Enter")
    page.wait_for_url("**/when-to-call/warning-signs.html")


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
    page.goto(address + "understanding/how-it-works.html")
    second = page.locator("#hb-note-1 .hb-back").nth(1).get_attribute("href")
    for mark in ("#hb-cite-1", second):
        page.focus(f"{mark} a[href='#hb-note-1']")
        page.keyboard.press("Enter")
        page.wait_for_selector(f"#hb-note-1 .hb-back[href='{mark}']:focus-visible[aria-current]")
        assert page.evaluate("location.hash") == "#hb-note-1"
        assert page.locator(".hb-back[aria-current]").count() == 1
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash") == mark
    page.focus("#hb-note-1 summary")
    page.keyboard.press("Enter")
    assert page.locator("#hb-note-1 details li").first.is_visible()


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
        page.click("#hb-note-1 summary")
        assert page.locator("#hb-note-1 details li").first.is_visible()
        page.click(".hb-menu--languages summary")
        page.click(".hb-menu--languages a[lang=ms]")
        assert page.url == address + "ms/recovery/day-by-day.html"


@pytest.mark.parametrize("language", ["ms", "ru"])
def test_no_word_of_the_frame_is_left_in_english(page: Page, address: str, real: Built, language: str) -> None:
    page.goto(address + "recovery/day-by-day.html")
    english = frame_words(page)
    page.goto(address + f"{language}/recovery/day-by-day.html")
    names = {code.name for code in real.handbook.languages} | {real.handbook.clinic.detail("name"), "CC BY 4.0", "Menu"}
    assert frame_words(page) & english - names == set()


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


@pytest.mark.parametrize(("query", "language", "heading"), [
    ("pick", "en", "Day 2 to 4"), ("picking", "en", "Day 2 to 4"), ("penyembuhan", "ms", "Penyembuhan"),
])  # fmt: skip
def test_the_search_finds_what_is_not_translated(
    page: Page, partly_address: str, query: str, language: str, heading: str
) -> None:
    page.goto(partly_address + "ms/index.html")
    page.fill("#hb-query", query)
    page.wait_for_selector("#hb-results [role=option]")
    assert spoken(page, "#hb-results [role=option] strong") == (language, heading)
    page.keyboard.press("Enter")
    page.wait_for_url("**/ms/**")


def spoken(page: Page, selector: str) -> tuple[str, str]:
    """Return the language of the first such element, as a screen reader finds it, and its words."""
    found = page.evaluate(
        "it => { const e = document.querySelector(it); return [e.closest('[lang]').lang, e.textContent.trim()]; }",
        selector,
    )
    return (found[0], found[1])


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
        assert page.url == address + "ru/when-to-call/warning-signs.html"
        page.goto(address + "no/such/page.html")
        page.click("section[lang=ru] a")
        assert page.url == address + "ru/index.html"


def focused(page: Page) -> str:
    """Return the name of what the keyboard is on."""
    name = page.evaluate("document.activeElement.ariaLabel || document.activeElement.textContent.trim()")
    assert isinstance(name, str)
    return name


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
