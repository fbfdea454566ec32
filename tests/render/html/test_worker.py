"""What a browser keeps where a clinic wishes it: in a real browser, with a server that is there and then is not."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from built import HOSTING, PAGES, addressed, render
from handbook.register.handbook import Handbook
from handbook.register.selection import Selection, select
from handbook.render.addresses import notes_address
from handbook.render.html.jinja_environment import Compiled
from handbook.render.html.output import render_pages
from handbook.render.policy import policy
from hosts import headers_serving
from project import real_handbook

TOP = "/patients/handbook/"
QUESTION = {"": "Should I call?", "ms/": "Perlukah saya telefon?", "ru/": "Нужно ли звонить?"}
COPY = {
    "": "There is no internet just now. This is the copy kept on your device, with the text of 1 December 2026."
    " Other pages may not open.",
    "ms/": "Tiada internet sekarang. Ini salinan yang disimpan dalam peranti anda, dengan teks bertarikh"
    " 1 Disember 2026. Halaman lain mungkin tidak dapat dibuka.",
    "ru/": "Сейчас нет интернета. Это копия, сохранённая на вашем устройстве (текст от 1 декабря 2026 г.)."
    " Другие страницы могут не открыться.",
}
CALL, ONE_BY_ONE, OTHER = (
    "when-to-call/warning-signs.html", "when-to-call/signs-one-by-one.html", "recovery/sun.html",
)  # fmt: skip
PAGE_FILES = [
    f"{folder}{way}"
    for folder in COPY
    for page in ("index.html", CALL, ONE_BY_ONE)
    for way in (page, notes_address(page))
]
ASSETS = [f"assets/{name}" for name in ("app.js", "boot.js", "favicon.svg", "find.js", "handbook.css", "keep.js")]
READY = "navigator.serviceWorker.ready.then(it => it.active.state !== 'activating' || new Promise(done => " \
    "it.active.addEventListener('statechange', done))).then(() => true)"
REFUSED = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update();
  const worker = registration.installing;
  await new Promise(done => worker.addEventListener("statechange", done));
  return worker.state;
}"""
"""What becomes of the worker that the host has now."""
CACHES = "caches.keys().then(names => names.sort())"
KEPT = "caches.keys().then(names => Promise.all(names.map(name => caches.open(name).then(it => it.keys()))))" \
    ".then(found => found.flat().map(it => it.url.replace(/\\?.*/, '')).sort())"


def handbook_of(day: int, keeps: bool) -> Handbook:
    """Return the pages on when to call, and one more, with the text of a day."""
    chosen, _ = select(real_handbook(), Selection(chapters=("recovery/sun.md",)))
    version = replace(chosen.text_version, day=datetime.date(2026, 12, day))
    at = addressed(chosen, f"https://clinic.example{TOP}")
    project, clinic = replace(at.project, text_version=version), replace(at.clinic, keeps_offline=keeps)
    return replace(at, project=project, clinic=clinic)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A site whose pages are kept, the next one, and one of a clinic that has switched it off."""
    folder = tmp_path_factory.mktemp("kept")
    wanted = {"kept": (1, True), "next": (2, True), "off": (3, False)}
    for name, (day, keeps) in wanted.items():
        assert render(handbook_of(day, keeps), (PAGES, HOSTING), folder / name) == []
    return {name: folder / name for name in wanted}


class Host:
    """A host with one address, which can go away, come back, and show another site."""

    def __init__(self, folder: Path, sites: dict[str, Path]):
        self.www, self.sites, self.port, self._running = folder, sites, 0, ExitStack()

    def show(self, name: str) -> str:
        """Put a site where another may have been, and serve it; return its address."""
        self.stop()
        place = self.www / TOP.strip("/")
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.sites[name], place)
        shutil.copy(place / "_headers", self.www / "_headers")
        address = self._running.enter_context(headers_serving(self.www, self.port))
        self.port = int(address.rpartition(":")[2])
        return address + TOP

    def stop(self) -> None:
        """Go away, as the network does in a lift."""
        self._running.close()


@pytest.fixture
def host(tmp_path: Path, sites: dict[str, Path]) -> Iterator[Host]:
    """A host that shows nothing yet."""
    found = Host(tmp_path, sites)
    yield found
    found.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has kept nothing; what breaks the policy fails the test."""
    with browser.new_context(viewport={"width": 360, "height": 740}) as opened:
        told: list[str] = []
        opened.on("console", lambda message: told.append(message.text))
        yield opened
        assert [text for text in told if "Content Security Policy" in text or "Trusted" in text] == []


def visit(context: BrowserContext, address: str) -> Page:
    """Open a page in a tab of its own, and let the worker do what it has to."""
    page = context.new_page()
    page.goto(address)
    return page


def wait_until(page: Page, promised: str) -> None:
    """Wait until what a promise in a page gives is true."""
    page.evaluate(f"(async () => {{ while (!(await {promised})) await new Promise(done => setTimeout(done, 50)); }})()")


def kept_after_a_visit(context: BrowserContext, host: Host) -> tuple[Page, str]:
    """Open one page of a site whose pages are kept; return it, and the address of the site."""
    address = host.show("kept")
    page = visit(context, address + OTHER)
    page.evaluate(READY)
    return page, address


def test_what_is_kept_is_named_by_its_content(sites: dict[str, Path]) -> None:
    first, rest = (sites["kept"] / "worker.js").read_text(encoding="utf-8").split(";\n", 1)
    told = json.loads(first.removeprefix("const KEPT = "))
    assert [path for path, _ in told["files"] if path.endswith(".html")] == PAGE_FILES
    assert {path.partition("?")[0] for path, _ in told["files"]} == {*PAGE_FILES, *ASSETS}
    for path, sum in told["files"]:
        assert sha256((sites["kept"] / path.partition("?")[0]).read_bytes()).hexdigest() == sum
    assert rest == (Path(real_handbook().project.root) / "overrides/worker/keep.js").read_text(encoding="utf-8")
    versions = [(sites[name] / "worker.js").read_text(encoding="utf-8")[:40] for name in ("kept", "next")]
    assert versions[0] != versions[1]


def test_only_where_pages_are_kept_the_policy_names_a_worker(sites: dict[str, Path]) -> None:
    found = {}
    for name, folder in sites.items():
        page = (folder / CALL).read_text(encoding="utf-8")
        headers = (folder / "_headers").read_text(encoding="utf-8")
        found[name] = (re.findall("trusted-types ([^;\"]*)", page + headers), "keep.js" in page, "data-kept" in page)
    with_it = (["handbook-search handbook-worker"] * 2, True, True)
    assert found == {"kept": with_it, "next": with_it, "off": (["handbook-search"] * 2, False, False)}
    assert policy(has_worker=True) == policy() + " handbook-worker"


def test_who_opened_one_page_has_those_on_when_to_call_without_a_network(context: BrowserContext, host: Host) -> None:
    page, address = kept_after_a_visit(context, host)
    host.stop()
    for folder, question in QUESTION.items():
        page.goto(address + folder + "index.html?q=fever#hb-topics")
        assert page.locator(".hb-kept").inner_text() == COPY[folder]
        page.click(f".hb-call a:has-text('{question}')")
        page.wait_for_url(f"**{TOP}{folder}{CALL}")
        assert page.locator(".hb-kept").inner_text() == COPY[folder]
        assert page.locator("article .hb-box--call-now").first.is_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.hb-call')).position") == "sticky"
        page.goto(address + folder)
        assert page.locator("h1").is_visible()
    with pytest.raises(Exception, match="ERR_"):
        page.goto(address + OTHER)


def test_with_a_network_a_page_is_the_hosts_and_says_nothing_of_a_copy(context: BrowserContext, host: Host) -> None:
    page, address = kept_after_a_visit(context, host)
    page.goto(address + CALL)
    assert page.locator(".hb-kept").is_hidden()
    place = host.www / TOP.strip("/") / CALL
    place.write_text(place.read_text(encoding="utf-8").replace("<h1", "<p>Corrected a minute ago</p><h1", 1), "utf-8")
    page.reload()
    assert page.get_by_text("Corrected a minute ago").is_visible()


def test_a_host_that_does_not_answer_is_no_network(context: BrowserContext, host: Host) -> None:
    page, address = kept_after_a_visit(context, host)
    (host.www / "slow").touch()
    page.goto(address + CALL)
    assert page.locator(".hb-kept").inner_text() == COPY[""]


def test_nothing_else_is_kept_and_of_no_other_host(context: BrowserContext, host: Host) -> None:
    page, address = kept_after_a_visit(context, host)
    page.fill("#hb-query", "fever")
    page.goto(address + OTHER)
    wanted = {f"{address}{path}".removesuffix("index.html").removesuffix(".html") for path in PAGE_FILES}
    assert page.evaluate(KEPT) == sorted(wanted | {f"{address}{path}" for path in ASSETS})


def test_the_next_site_takes_the_place_of_what_was_kept(context: BrowserContext, host: Host) -> None:
    page, _ = kept_after_a_visit(context, host)
    before = page.evaluate(CACHES)
    page.evaluate("caches.open('of somebody else')")
    address = host.show("next")
    page = visit(context, address + OTHER)
    wait_until(page, f"caches.has({before[0]!r}).then(it => !it)")
    (after, other) = page.evaluate(CACHES)
    assert (len(before), other) == (1, "of somebody else")
    assert after.startswith(f"handbook {address} ")
    host.stop()
    page.goto(address + "ru/" + CALL)
    assert "текст от 2 декабря 2026 г." in page.locator(".hb-kept").inner_text()


def test_half_an_upload_is_not_kept(context: BrowserContext, host: Host) -> None:
    page, address = kept_after_a_visit(context, host)
    host.show("next")
    shutil.copy(host.sites["kept"] / CALL, host.www / TOP.strip("/") / CALL)
    page = visit(context, address + OTHER)
    refused = page.evaluate(REFUSED)
    assert refused == "redundant"
    host.stop()
    page.goto(address + CALL)
    assert page.locator(".hb-kept").inner_text() == COPY[""]


def test_switched_off_the_worker_goes_and_takes_all_with_it(context: BrowserContext, host: Host) -> None:
    page, _ = kept_after_a_visit(context, host)
    address = host.show("off")
    page = visit(context, address + OTHER)
    wait_until(page, "navigator.serviceWorker.getRegistrations().then(found => found.length === 0)")
    assert page.evaluate(CACHES) == []
    page.goto(address + CALL)
    host.stop()
    with pytest.raises(Exception, match="ERR_"):
        page.goto(address + CALL)


def test_a_page_from_a_memory_stick_asks_for_no_worker(context: BrowserContext, sites: dict[str, Path]) -> None:
    wrong: list[str] = []
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    page = visit(context, (sites["kept"] / CALL).as_uri())
    page.wait_for_load_state()
    assert page.locator(".hb-kept").is_hidden()
    assert wrong == []


def test_a_preview_keeps_nothing(tmp_path: Path) -> None:
    made = render_pages(handbook_of(1, keeps=True), ["docs/en/index.md"], Compiled())
    assert made.problems == ()
    assert "worker" not in made.files["index.html"].decode().partition("</head>")[0]
