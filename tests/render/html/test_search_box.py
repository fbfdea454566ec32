"""The search box as people meet it: by keyboard, misspelt, when it cannot be loaded, from a wrong address."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Page, Route

from render.html.in_page import focused, spoken
from render.html.sampled import home


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
    warning.locator("p", has_text=re.compile(sign, re.IGNORECASE)).first.wait_for()
    assert warning.locator("strong").inner_text() in page.locator(".hb-said").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/when-to-call/warning-signs.html#clinic-today")


def test_a_warning_waits_for_no_words_of_its_sign(failing: Page, address: str) -> None:
    held: list[Route] = []
    failing.route("**/search/en/signs.js", lambda route: held.append(route))
    failing.goto(address)
    failing.fill("#hb-query", "cannot breathe")
    warning = failing.locator(".hb-results__warning").first
    call = warning.locator(".hb-button--call").first
    call.focus()
    assert "breathing" not in warning.inner_text()
    held[0].continue_()
    warning.locator("p", has_text="breathing").first.wait_for()
    assert call.evaluate("it => it === document.activeElement")


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


@pytest.mark.parametrize("lost", ["**/search/en.js", "**/search/en/words-*.js"], ids=["the engine", "its words"])
def test_what_could_not_be_loaded_is_asked_for_again(failing: Page, address: str, lost: str) -> None:
    failing.route(lost, lambda route: route.abort())
    failing.goto(address)
    failing.fill("#hb-query", "itching")
    failing.wait_for_selector(".hb-results__help a")
    assert failing.locator(".hb-said").inner_text() == "The search could not be loaded."
    failing.unroute(lost)
    failing.fill("#hb-query", "itch")
    failing.wait_for_selector("#hb-results [role=option]")


COUNTED = """() => {
  const list = document.querySelector("#hb-found");
  window.painted = [];
  new MutationObserver(() => window.painted.push(list.hidden ? 0 : list.children.length)).observe(
    list, { childList: true, attributes: true });
}"""


def test_results_stay_while_a_word_is_typed_that_nobody_knows_yet(page: Page, address: str) -> None:
    page.goto(address)
    page.fill("#hb-query", "swelling")
    page.wait_for_selector(".hb-results__text")
    page.evaluate(COUNTED)
    page.keyboard.type(" qqqqqq", delay=30)
    page.locator(".hb-said", has_text="qqqqqq").wait_for(state="attached")
    painted = page.evaluate("window.painted")
    assert 0 not in painted  # never emptied, and not anew with each key
    assert len(painted) < len(" qqqqqq") / 2


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


def test_results_that_were_closed_do_not_open_for_a_late_answer(page: Page, address: str) -> None:
    page.goto(address)
    page.fill("#hb-query", "swelling")
    page.wait_for_selector("#hb-results [role=option]")
    page.keyboard.press("Escape")
    page.wait_for_timeout(600)  # longer than it takes until nothing more seems to be typed
    assert page.locator("#hb-results").is_hidden()
