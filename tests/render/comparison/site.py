"""Compares each page of a site with what it must say: text and notes, the contents, the menu, the foot, the search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from render.comparison.letters import Unit, differences, different_figures, stream_of
from render.comparison.on_site import WebPage
from render.comparison.screen import Element, figures_of, read_page, words_of


def faults_of_pages(pages: Iterable[Page], handbook: Handbook, folder: Path) -> list[str]:
    """Return where pages of a site do not say what they must: the first difference of each part of each."""
    return [fault for page in pages for fault in _faults(page, handbook, folder)]


def _faults(page: Page, handbook: Handbook, folder: Path) -> list[str]:
    wanted = WebPage.of(page, handbook)
    file = folder / _file(page, handbook)
    root = read_page(file.read_text(encoding="utf-8"))
    where = f"{page.language} on the site, {page.path}"
    article = list(wanted.article())
    found = _compared(where, article, root.all("article"))
    read = (figure for part in root.all("article") for figure in figures_of(part))
    found += different_figures(where, article, read)
    if wanted.facts:
        beside = read_page(file.with_suffix(".notes.html").read_text(encoding="utf-8"))
        found += _compared(f"{where}, the notes", wanted.notes(), beside.all("article"))
    found += _compared(f"{where}, the menu", wanted.menu(), root.all("nav", "hb-nav"))
    found += _compared(f"{where}, the contents at the side", wanted.contents(), root.all("nav", "hb-contents"))
    return found + _compared(f"{where}, the foot", wanted.foot(), root.all("footer"))


def _compared(where: str, units: Iterable[Unit], parts: Iterator[Element]) -> list[str]:
    """Compare each of the parts that say the same; there must be one."""
    wanted, read = list(units), list(parts)
    if not read:
        return [f"{where}: it is not there"]
    return [fault for part in read for fault in differences(where, wanted, stream_of(words_of(part)))]


def _file(page: Page, handbook: Handbook) -> str:
    folder = "" if page.language == handbook.source.code else f"{page.language}/"
    return folder + page.path.replace(".md", ".html")
