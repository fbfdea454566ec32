"""Every link leads to something in every state: at the top of a host, in a folder of it, on nginx, from a wrong
address, from a memory stick, with the address of the handbook told or not."""

from __future__ import annotations

import shutil
import urllib.request
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from built import HOSTING, PAGES, SEARCH, build
from handbook.outputs import PRINT
from handbook.render.html.tags import Tag, read_tags
from hosts import headers_serving, nginx_serving
from render.html.conftest import themed_project

LOST = ("lost.html", "a/b/c/lost.html", "recovery/lost/")
"""Wrong addresses."""
QUERIES = {"index.html": "crusts", "ms/recovery/day-by-day.html": "keruping", "ru/index.html": "корочки"}
STATES = {
    "top": ("/", "/"),
    "folder": ("/a/handbook/", "/a/handbook/"),
    "folder on nginx": ("/a/handbook/", "/a/handbook/"),
    "folder, not told": ("/a/handbook/", ""),
}
"""Where the site stands on its host, and where the clinic says that it stands."""
CLINIC = "https://clinic.example"


class Site:
    """A site on a host."""

    def __init__(self, folder: Path, host: str, top: str, told: str):
        self.folder, self.root, self.told = folder, host + top, f"{CLINIC}{told}" if told else ""

    @property
    def pages(self) -> list[str]:
        """The paths of its pages, those with the prints among them."""
        return sorted(file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html"))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small handbook in print, with its list."""
    folder = tmp_path_factory.mktemp("printed")
    return build(themed_project(folder), folder / "site", made=(PRINT,)).folder / "print"


@pytest.fixture(scope="module", params=STATES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, printed: Path) -> Iterator[Site]:
    """The small site in one of the states."""
    place = tmp_path_factory.mktemp("linked")
    top, told = STATES[request.param]
    root = themed_project(place)
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("site_url: https://handbook.example/\n", "")
    config.write_text(text, encoding="utf-8")
    www = place / "www"
    folder = Path(f"{www}{top}")
    build(root, folder, f"{CLINIC}{told}" if told else "", (PAGES, SEARCH, HOSTING))
    shutil.copytree(printed, folder / "print")
    if folder != www:
        shutil.copy(folder / "_headers", www)
    is_nginx = request.param.endswith("nginx")
    serving = nginx_serving(request.getfixturevalue("nginx"), www, top) if is_nginx else headers_serving(www)
    with serving as host:
        yield Site(folder, host, top, told)


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return int(answer.status)
    except HTTPError as error:
        with error:
            return error.code


def text_at(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return str(answer.read().decode())
    except HTTPError as error:
        with error:
            return error.read().decode()


def addresses(page: str) -> Iterator[str]:
    """Yield what a page loads or leads to, but for other hosts and telephones."""
    for tag in read_tags(text_at(page)):
        told = tag.name == "link" and tag.get("rel") in ("canonical", "alternate")
        for name in () if told else ("href", "src", "data-search"):
            found = urljoin(page, tag.get(name) or page)
            if urlsplit(found).scheme != "tel" and urlsplit(found).hostname == urlsplit(page).hostname:
                yield found


@cache
def ids_at(address: str) -> frozenset[str | None]:
    return frozenset(tag.get("id") for tag in read_tags(text_at(address)))


def test_every_link_of_every_page_leads_there(site: Site) -> None:
    """Also to the very place in a page: a note, a word in the text, a heading."""
    wrong, count = set(), 0
    for path in (*site.pages, *LOST):
        page = site.root + path
        for found in set(addresses(page)):
            address, id = urldefrag(found)
            is_there = address == page or (address.startswith(site.root) and status(address) == 200)
            count += 1
            if not is_there or (id and id not in ids_at(address)):
                wrong.add((path, found))
    assert count > 100
    assert wrong == set()


def test_what_a_page_says_of_its_address_and_of_other_languages_is_true(site: Site) -> None:
    wrong, told = [], set()
    for path in site.pages:
        for tag in read_tags(text_at(site.root + path)):
            kind = tag.get("rel") if tag.name == "link" else tag.name
            if tag.get("hreflang") in (None, "x-default") and kind not in ("canonical", "alternate"):
                continue
            told.add(kind)
            address = urljoin(site.root + path, (tag.get("href") or "").replace(site.told or CLINIC, site.root))
            own = site.root + path.removesuffix("index.html")
            fits = address == own if kind == "canonical" else language_at(address) in languages(tag)
            wrong += [] if fits else [(path, tag.raw)]
    assert wrong == []
    assert told == ({"a", "canonical", "alternate"} if site.told else {"a"})


def languages(tag: Tag) -> tuple[str | None, ...]:
    """Return in which language that may be which a link leads to; by ``x-default`` it is the original."""
    return ("en",) if tag.get("hreflang") == "x-default" else (tag.get("hreflang"),)


@cache
def language_at(address: str) -> str | None:
    return next((tag.get("lang") for tag in read_tags(text_at(address)) if tag.name == "html"), None)


@pytest.mark.parametrize("path", LOST)
def test_a_wrong_address_leads_on(site: Site, browser: Browser, path: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        answer = page.goto(site.root + path)
        assert answer is not None
        assert answer.status == 404
        assert page.locator("section[lang] > :first-child").count() == 3
        if not site.told:
            assert page.locator("a:not([href^='tel:'])").count() == 0
            assert page.locator("a[href='tel:999']").count() == 3
            return
        assert page.evaluate("getComputedStyle(document.querySelector('.hb-button')).borderRadius") != "0px"
        page.fill("#hb-query", "crusts")
        page.wait_for_selector("#hb-results li a")
        found = results(page)
        assert [status(address) for address in found] == [200] * len(found)
        page.click("section[lang=ru] a")
        page.wait_for_url(f"{site.root}ru/index.html")


def results(page: Page) -> list[str]:
    """Return the addresses of what the search has found."""
    found = page.evaluate("[...document.querySelectorAll('#hb-results li a')].map(it => it.href.split('#')[0])")
    assert found
    return list(found)


@pytest.mark.parametrize("path", QUERIES)
def test_every_search_result_leads_there(site: Site, browser: Browser, path: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        for address in (site.root + path, (site.folder / path).as_uri()):
            page.goto(address)
            page.fill("#hb-query", QUERIES[path])
            page.wait_for_selector("#hb-results li a")
            for found in results(page):
                if found.startswith("file:"):
                    assert Path(unquote(urlsplit(found).path)).is_file()
                else:
                    assert found.startswith(site.root)
                    assert status(found) == 200
