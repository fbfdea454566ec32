"""Pictures where people meet them: on a page in a browser, with their marks and notes, and on paper."""

from __future__ import annotations

import shutil
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from axe import DESK, LOOKS, PHONE, Axe, is_sampled
from built import Built, build, print_books
from handbook.register.digest import shown_on
from handbook.register.handbook import Handbook
from handbook.render.citations import notes
from handbook.render.pictures import figure_of
from project import ROOT, load, real_handbook
from render.pictures.drawn import NAMES, project, read
from render.typst import pdf_text
from render.typst.specimen import copy_templates

THEME = """
use_directory_urls: false
exclude_docs: /data/
theme: {name: material, custom_dir: overrides, font: false, favicon: assets/favicon.svg}
"""

OUTSIDE = """() => [...document.querySelectorAll("svg.hb-drawing")]
  .filter(it => it.getClientRects().length)
  .flatMap(svg => [...svg.querySelectorAll("text")].filter(text => {
    const frame = svg.getBoundingClientRect(), box = text.getBoundingClientRect();
    return box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
  }).map(text => text.textContent))"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll("svg.hb-drawing")]
  .filter(it => it.getClientRects().length)
  .map(svg => 16 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))"""
"""The size of the letters of a drawing on the screen."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site with every picture on its first page."""
    folder = tmp_path_factory.mktemp("pictures")
    root = project(folder)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + THEME, encoding="utf-8")
    shutil.copytree(ROOT / "overrides", root / "overrides")
    return build(root, folder / "site")


def opened(browser: Browser, file: Path, width: int, scheme: str = "light") -> Page:
    context = browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(file.as_uri())
    return page


def home(built: Built, language: str) -> Path:
    return built.folder / ("" if language == "en" else language) / "index.html"


@pytest.mark.parametrize(("language", "scheme", "width"), [
    pytest.param(language, *look, marks=() if is_sampled(at, *look) else pytest.mark.rest)
    for at, language in enumerate(("en", "ms", "ru"))
    for look in LOOKS
])  # fmt: skip
def test_axe_finds_nothing(
    browser: Browser, built: Built, axe: Axe, language: str, scheme: str, width: int
) -> None:
    page = opened(browser, home(built, language), width, scheme)
    page.evaluate("document.querySelectorAll('.hb-picture details').forEach(it => it.open = true)")
    found = axe.violations(page, f"the pictures in {language}", ".hb-picture")
    page.context.close()
    assert found == []


@pytest.mark.parametrize("width", [320, PHONE, 700, 800, DESK])
def test_the_site_shows_one_drawing_of_each(browser: Browser, built: Built, width: int) -> None:
    page = opened(browser, home(built, "en"), width)
    drawn = page.evaluate(
        "[...document.querySelectorAll('svg.hb-drawing')].filter(it => it.getClientRects().length).length"
    )
    size = page.evaluate(SMALLEST)
    page.context.close()
    assert drawn == len(NAMES)
    assert size >= 14


LANGUAGES = ("en", "ms", "ru")
FONTS = ("system-ui", "Noto Sans", "Liberation Sans", "DejaVu Sans")


@pytest.mark.parametrize(("language", "width", "font"), [
    pytest.param(language, *seen, marks=() if language == LANGUAGES[at % len(LANGUAGES)] else pytest.mark.rest)
    for at, seen in enumerate(product((PHONE, DESK), FONTS))
    for language in LANGUAGES
])  # fmt: skip
def test_no_word_stands_outside(browser: Browser, tmp_path: Path, language: str, width: int, font: str) -> None:
    page = opened(browser, sheet(tmp_path, language, font), width)
    page.evaluate("document.fonts.ready")
    found = page.evaluate(OUTSIDE)
    page.context.close()
    assert found == []


def sheet(folder: Path, language: str, font: str) -> Path:
    """Write a page with every picture that the real register and words make, in a font."""
    handbook = real_handbook()
    words = handbook.language(language)
    drawn = [figure_of(name, words, handbook.pictures) for name in handbook.pictures]
    css = "".join((ROOT / "overrides/assets" / name).read_text("utf-8") for name in ("colours.css", "handbook.css"))
    fonts = "".join(
        f"@font-face {{ font-family: 'Noto Sans'; font-weight: {weight}; src: url('{file.as_uri()}') }}"
        for weight, name in ((400, "Regular"), (700, "Bold"))
        if (file := ROOT / "overrides" / "pdf" / "fonts" / f"NotoSans-{name}.ttf")
    )
    body = "".join(
        it.draw(size).for_site(kind, it.alt) for it in drawn if it for kind, size in (("narrow", 320), ("wide", 640))
    )
    style = f"{fonts} html {{ font-size: 20px }} svg text {{ font-family: '{font}' }}{css}"
    file = folder / "sheet.html"
    file.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{body}", encoding="utf-8")
    return file


def test_each_fact_has_a_mark_under_the_title_and_a_note(built: Built) -> None:
    html = home(built, "en").read_text(encoding="utf-8")
    listed = home(built, "en").with_name("index.notes.html").read_text(encoding="utf-8")
    page = built.handbook.page("index.md", "en")
    assert page is not None
    for note in notes(page, built.handbook):
        assert f'href="index.notes.html#hb-note-{note.number}"' in html
        assert f'<li id="hb-note-{note.number}">' in listed
    assert html.count('<figure class="hb-picture">') == len(NAMES)
    assert "<p></p>" not in html
    assert "picture:" not in html


def test_the_digest_changes_with_a_fact_of_a_picture(tmp_path: Path) -> None:
    before, after = (
        read(tmp_path / name, changed)
        for name, changed in (("a", {}), ("b", {"crusts-last": "{kind: duration, low: 3, high: 6, unit: day}"}))
        if (tmp_path / name).mkdir() is None
    )
    assert _digest(before) != _digest(after)


def _digest(handbook: Handbook) -> str:
    page = handbook.page("index.md", "en")
    assert page is not None
    return shown_on(page, handbook).digest


def test_the_print_reads_each_picture_aloud_in_full(tmp_path: Path) -> None:
    root = copy_templates(project(tmp_path))
    handbook, _ = load(root)
    assert handbook is not None
    assert print_books(handbook, tmp_path / "out") == []
    for language in handbook.languages:
        drawn = [figure_of(name, language, handbook.pictures) for name in NAMES]
        file = tmp_path / "out" / f"handbook-{language.code}-a4.pdf"
        wanted = [" ".join((it.alt, *it.long_description)) for it in drawn if it is not None]
        found = [text for text in pdf_text.figures(file) if text in wanted]
        assert found == wanted
        assert pdf_text.fonts(file) <= {"NotoSans-Regular", "NotoSans-Bold", "SourceSans3-Regular"}
        assert pdf_text.smallest_size(file) >= 12
