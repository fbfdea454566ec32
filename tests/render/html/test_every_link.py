"""Every link leads to something in every state: at the top of a host, in a folder of it, from a wrong address, from a
memory stick, with the address of the handbook told or not."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from built import HOSTING, PAGES, SEARCH, build
from handbook.render.editions import list_file
from handbook.render.html.tags import read_tags
from handbook.staging import write_files
from hosts import headers_serving
from render.html.conftest import themed_project

LOST = ("lost.html", "a/b/c/lost.html", "recovery/lost/")
"""Wrong addresses."""
QUERIES = {"index.html": "crusts", "ms/recovery/day-by-day.html": "keruping", "ru/index.html": "корочки"}
STATES = {"top": ("/", "/"), "folder": ("/a/handbook/", "/a/handbook/"), "folder, not told": ("/a/handbook/", "")}
"""Where the site stands on its host, and where the clinic says that it stands."""


class Site:
    """A site on a host."""

    def __init__(self, folder: Path, host: str, top: str, is_told: bool):
        self.folder, self.root, self.is_told = folder, host + top, is_told


@pytest.fixture(scope="module", params=STATES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The small site in one of the states."""
    place = tmp_path_factory.mktemp("linked")
    top, told = STATES[request.param]
    root = themed_project(place)
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("site_url: https://handbook.example/\n", "")
    config.write_text(text, encoding="utf-8")
    folder = Path(f"{place}/www{top}")
    built = build(root, folder, f"https://clinic.example{told}" if told else "", (PAGES, SEARCH, HOSTING))
    write_files({f"print/{list_file(code)}": b"" for code in built.handbook.project.codes}, folder)
    if folder != place / "www":
        (place / "www/_headers").write_bytes((folder / "_headers").read_bytes())
    with headers_serving(place / "www") as host:
        yield Site(folder, host, top, bool(told))


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
                yield urldefrag(found)[0]


def test_every_link_of_every_page_leads_there(site: Site) -> None:
    pages = [file.relative_to(site.folder).as_posix() for file in site.folder.rglob("*.html")]
    found = {address for path in (*pages, *LOST) for address in addresses(site.root + path) if path not in LOST}
    found |= {address for path in LOST for address in addresses(site.root + path) if address != site.root + path}
    assert len(found) > 10
    assert {address for address in found if not address.startswith(site.root) or status(address) != 200} == set()


@pytest.mark.parametrize("path", LOST)
def test_a_wrong_address_leads_on(site: Site, browser: Browser, path: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        answer = page.goto(site.root + path)
        assert answer is not None
        assert answer.status == 404
        assert page.locator("section[lang] > :first-child").count() == 3
        if not site.is_told:
            assert page.locator("a:not([href^='tel:'])").count() == 0
            assert page.locator("a[href='tel:999']").count() == 3
            return
        assert page.evaluate("getComputedStyle(document.querySelector('.hb-button')).borderRadius") != "0px"
        page.fill("#hb-query", "crusts")
        page.wait_for_selector("#hb-results li a")
        found = results(page)
        assert [status(address) for address in found] == [200] * len(found)
        page.click("section[lang=ru] a")
        assert page.url == f"{site.root}ru/index.html"


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
