"""This handbook in every language, on paper, on the site and in the search: nothing is lost, doubled or moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from built import Built
from handbook.register.handbook import Handbook
from handbook.render.editions import editions_in, file_name
from project import real_handbook
from render.comparison.book import faults_of_book
from render.comparison.in_order import faults_of_order
from render.comparison.letters import assert_none
from render.comparison.paper import read_print
from render.comparison.searched import faults_of_search
from render.comparison.sight import figures_outside
from render.comparison.site import faults_of_pages

CODES = ("en", "ms", "ru")
_STEP = 4
"""Without --all every fourth page that stands in for a translation is read: its text is that of its original."""


def test_these_are_all_languages() -> None:
    assert [language.code for language in real_handbook().languages] == list(CODES)


@pytest.mark.parametrize("code", CODES)
def test_each_book_says_what_its_pages_say(real_print: Path, code: str) -> None:
    handbook = real_handbook()
    assert_none(faults_of_book(handbook, handbook.language(code), real_print / f"handbook-{code}-complete.pdf"))


@pytest.mark.parametrize("code", CODES)
def test_nothing_leaves_its_sheet(real_print: Path, code: str) -> None:
    file = real_print / f"handbook-{code}-complete.pdf"
    assert_none(figures_outside(file, read_print(file).figures))


@pytest.mark.parametrize("code", CODES)
def test_each_page_of_the_site_says_what_its_source_says(real: Built, code: str, everything: bool) -> None:
    pages = real.handbook.pages_in(code)
    chosen = [page for at, page in enumerate(pages) if everything or not page.is_fallback or at % _STEP == 0]
    assert_none(faults_of_pages(chosen, real.handbook, real.folder))


@pytest.mark.parametrize("code", CODES)
def test_the_search_looks_through_all_that_its_pages_say(real: Built, code: str) -> None:
    assert_none(faults_of_search(real.handbook.language(code), real.handbook, real.folder))


@pytest.mark.parametrize("code", CODES)
def test_each_other_edition_says_what_it_holds_in_order(real_print: Path, to_print: Handbook, code: str) -> None:
    """Without --all these are the sheets; the complete book is compared word by word above."""
    language = to_print.language(code)
    told = [it for it in editions_in(language, to_print) if not it.sources]
    files = {edition.id: real_print / file_name(code, edition.id) for edition in told}
    assert_none([fault for each in told for fault in faults_of_order(to_print, language, each, files[each.id])])
