"""Readers see their own dates in the browser: from a file, without a network, by keyboard, by day without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from axe import LOOKS, Axe
from built import print_books
from project import make
from render.typst.specimen import copy_templates
from render.typst.test_handbook_pdf import read

CALL = "recovery/day-by-day.md"
LIST = """editions:
- {id: dated, kind: sheet, paper: a4, size: 14, holds: [index.md, "dates:crusts"]}
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_templates(make(tmp_path_factory.mktemp("calendar"), {"docs/data/editions.yml": LIST}))
    signs = folder / "docs/data/warning-signs.yml"
    signs.write_text(signs.read_text(encoding="utf-8").replace("always: []", f"always: [{CALL}]"), encoding="utf-8")
    assert print_books(read(folder), folder / "out") == []
    return folder / "out"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may ask nobody for anything."""
    context = browser.new_context(accept_downloads=True, offline=True, timezone_id="America/St_Johns")
    context.route("http*://**", lambda route: route.abort())
    yield context.new_page()
    context.close()


def dates(page: Page) -> list[str]:
    return [row.inner_text() for row in page.locator("#stages tbody td").all()]


@pytest.mark.parametrize(
    ("code", "told", "before"),
    [
        ("en", "30 December 2026 to 6 January 2027", "Day 0 to 7"),
        ("ms", "30 Disember 2026 hingga 6 Januari 2027", "Hari ke-0 hingga ke-7"),
        ("ru", "с 30 декабря 2026 г. по 6 января 2027 г.", "Дни 0–7"),
    ],
)
def test_a_reader_sees_and_saves_dates_by_keyboard_alone(
    page: Page, out: Path, code: str, told: str, before: str
) -> None:
    page.goto((out / f"dates-{code}.html").as_uri())
    assert before in dates(page)
    page.locator("#day").fill("2026-12-30")
    assert told in dates(page)
    page.locator("#day").focus()
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "save":
            break
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    assert saved.value.suggested_filename == "2026-12-30.ics"
    lines = Path(saved.value.path()).read_bytes().decode().split("\r\n")
    assert "DTSTART;VALUE=DATE:20261230" in lines
    assert "DTEND;VALUE=DATE:20270107" in lines  # the day after the last one
    assert all(len(line.encode()) <= 75 for line in lines)


def test_without_a_script_the_stages_stand_by_day(browser: Browser, out: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((out / "dates-en.html").as_uri())
    assert "Day 0 to 7" in dates(page)
    assert page.locator(".script:visible").count() == 0
    context.close()


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_axe_finds_nothing_against_dates_and_lists(
    browser: Browser, out: Path, axe: Axe, scheme: Literal["light", "dark"], width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        for name in (f"{kind}{code}.html" for code in ("en", "ms", "ru") for kind in ("", "dates-")):
            page.goto((out / name).as_uri())
            assert axe.violations(page, name) == []
            assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(("code", "folder"), [("en", ""), ("ms", "ms/"), ("ru", "ru/")])
def test_from_dates_and_lists_it_is_a_step_home_and_to_when_to_call(
    page: Page, out: Path, code: str, folder: str
) -> None:
    for name in (f"dates-{code}.html", f"{code}.html"):
        page.goto((out / name).as_uri())
        links = [link.get_attribute("href") for link in page.locator("header > a, .call a").all()]
        assert links == [f"../{folder}index.html", f"../{folder}recovery/day-by-day.html"]


def test_without_a_timeline_there_is_no_such_page(tmp_path: Path) -> None:
    assert print_books(read(copy_templates(make(tmp_path))), tmp_path / "out") == []
    assert not list((tmp_path / "out").glob("dates-*"))
    assert "dates-" not in (tmp_path / "out/en.html").read_text(encoding="utf-8")
