"""A word that patients may not know leads to what it means, at the end of the page, and back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from axe import Axe
from built import Built, build
from handbook.render.html.page_text import text_of
from project import load, make_second

ANCHOR = re.compile(r'href="#(hb-[^"]+)"')
ID = re.compile(r'id="([^"]+)"')


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the second handbook, whose glossary is small."""
    folder = tmp_path_factory.mktemp("second")
    return build(make_second(folder / "project"), folder / "site")


def test_a_word_leads_to_the_end_of_the_page_and_back(tmp_path: Path) -> None:
    handbook, _ = load(make_second(tmp_path / "project"))
    assert handbook is not None
    page = handbook.page("home/questions-and-diary.md", "es")
    assert page is not None
    text = text_of(page, handbook).body
    assert 'El <a class="hb-word" id="hb-use-dizziness" href="#hb-word-dizziness">mareo</a> con vómitos' in text
    assert text.partition('<h2 id="hb-notes">')[0].endswith(
        '<h2 id="hb-words">Palabras de esta página</h2>\n<dl class="hb-words">\n'
        '<dt id="hb-word-dizziness"><a class="hb-back" href="#hb-use-dizziness" '
        'aria-label="Volver al texto: mareo">↑ mareo</a></dt>\n<dd>La sensación de que uno se va a caer.</dd>\n</dl>\n'
    )


def test_where_the_word_list_stands_the_words_lead_to_it(second: Built) -> None:
    text = (second.folder / "deciding" / "what-it-is.html").read_text(encoding="utf-8")
    assert '<dt id="hb-word-eardrum">tímpano</dt>\n<dd>Una piel fina que vibra con el sonido.</dd>' in text
    assert '<h2 id="hb-words">' not in text
    assert 'href="#hb-word-eardrum">tímpano</a>' in text


def test_every_place_there_is_once_and_every_way_leads_to_one(second: Built) -> None:
    for file in second.folder.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        ids = ID.findall(text)
        assert [id for id in set(ids) if id.startswith("hb-word") and ids.count(id) > 1] == []
        assert set(ANCHOR.findall(text)) <= set(ids), file


def test_the_contents_name_the_words(second: Built) -> None:
    text = (second.folder / "home" / "questions-and-diary.html").read_text(encoding="utf-8")
    assert '<a href="#hb-words">Palabras de esta página</a>' in re.sub(r"\s+", " ", re.sub(r' class="[^"]*"', "", text))


@pytest.mark.parametrize("path", ["home/questions-and-diary.html", "fa/home/questions-and-diary.html"])
def test_the_way_there_and_back_goes_by_keyboard_and_is_large_enough_to_tap(
    browser: Browser, second: Built, axe: Axe, path: str
) -> None:
    with browser.new_context(viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        page.goto((second.folder / path).as_uri())
        word = page.locator("a.hb-word")
        word.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**#hb-word-dizziness")
        back = page.locator(".hb-words a")
        heights = [box["height"] for box in (word.bounding_box(), back.bounding_box()) if box]
        assert min(heights) >= 24
        back.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**#hb-use-dizziness")
        assert axe.violations(page, path, "main") == []
