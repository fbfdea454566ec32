"""The whole handbook in one file: it opens from anywhere, asks for nothing, and every link leads to a place in it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser

from axe import PHONE, Axe
from built import Built
from handbook.render.citations import notes
from handbook.render.html.single_file import whole_file
from handbook.render.html.tags import read_tags

LARGEST = 3_000_000
"""Bytes, so that a messenger carries it."""


@pytest.mark.parametrize("code", ["en", "ms", "ru"])
def test_it_has_every_page_and_is_small_enough(real: Built, code: str) -> None:
    content = (real.folder / whole_file(code)).read_bytes()
    assert len(content) < LARGEST
    text = content.decode()
    pages = real.handbook.pages_in(code)
    cited = [page for page in pages if notes(page, real.handbook)]
    assert text.count("<article ") == len(pages) + len(cited) > 50
    assert text.count("<h1 ") == len(pages) + len(cited)
    for tag in read_tags(text):
        address = tag.get("href") or tag.get("src") or "#"
        assert address.startswith(("#", "https://", "http://", "tel:", "data:")), tag.raw


def test_every_place_it_names_is_there_once(real: Built) -> None:
    for code in real.handbook.project.codes:
        tags = list(read_tags((real.folder / whole_file(code)).read_text(encoding="utf-8")))
        ids = [id for tag in tags if (id := tag.get("id"))]
        named = {address[1:] for tag in tags if (address := tag.get("href") or "").startswith("#")}
        labels = {id for tag in tags for id in (tag.get("aria-labelledby") or "").split()}
        assert len(ids) == len(set(ids))
        assert named | labels <= set(ids)


def test_a_link_to_another_page_leads_to_its_place_in_the_file(small: Built) -> None:
    page = (small.folder / "ms/recovery/day-by-day.html").read_text(encoding="utf-8")
    whole = (small.folder / whole_file("ms")).read_text(encoding="utf-8")
    marks = re.findall(r'id="(hb-cite-\d+)"', page)
    assert marks
    for mark in marks:
        assert whole.count(f'id="recovery-day-by-day--{mark}"') == 1
        assert f'href="#recovery-day-by-day--{mark}"' in whole
    assert '<a href="#recovery-day-by-day"' in whole
    numbers = re.findall(r'href="day-by-day.notes.html#(hb-note-\d+)"', page)
    assert numbers
    for number in numbers:
        assert f'href="#recovery-day-by-day-notes--{number}"' in whole
        note = f'<li id="recovery-day-by-day-notes--{number}"><a class="hb-back" href="#recovery-day-by-day--hb-cite-'
        assert whole.count(note) == 1


def test_it_opens_from_a_folder_of_its_own_and_asks_for_nothing(
    real: Built, browser: Browser, tmp_path: Path
) -> None:
    file = Path(shutil.copy(real.folder / whole_file("ru"), tmp_path / "sent.html"))
    with browser.new_context(viewport={"width": PHONE, "height": 740}) as context:
        page = context.new_page()
        asked: set[str] = set()
        told: list[str] = []
        page.on("request", lambda request: asked.add(urldefrag(request.url)[0]))
        page.on("console", lambda message: told.append(message.text))
        page.goto(file.as_uri())
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
        page.click("nav a[href='#when-to-call-warning-signs']")
        assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 200
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
        page.locator("#recovery-day-by-day a[href^='#when-to-call']").first.click()
        assert page.evaluate("!!document.querySelector(':target')")
        assert told == []
        assert {address for address in asked if not address.startswith("data:")} == {file.as_uri()}


def test_axe_finds_nothing_in_it(small: Built, browser: Browser, axe: Axe) -> None:
    with browser.new_context(viewport={"width": PHONE, "height": 740}, bypass_csp=True) as context:
        page = context.new_page()
        page.goto((small.folder / whole_file("en")).as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        assert axe.violations(page, "the whole file") == []
