"""A long page of every element, on paper, on the site and in the search: nothing is lost, doubled or moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from built import Built, print_books
from handbook.register.handbook import Handbook
from render.comparison.book import faults_of_book
from render.comparison.letters import assert_none
from render.comparison.long_page import PAGE
from render.comparison.paper import read_print
from render.comparison.searched import faults_of_search
from render.comparison.sight import figures_outside
from render.comparison.site import faults_of_pages
from render.comparison.wording import blocks_of

CODES = ("es", "fa")


@pytest.fixture(scope="module")
def printed(long_handbook: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the handbook's books."""
    folder = tmp_path_factory.mktemp("long-print")
    assert print_books(long_handbook, folder) == []
    return folder


def test_the_page_is_long(long_handbook: Handbook) -> None:
    page = long_handbook.page(PAGE, "fa")
    assert page is not None
    blocks = blocks_of(page, long_handbook)
    assert len(blocks) > 190
    assert {len(row.cells) for block in blocks for row in block.rows} == {2, 3, 5}


@pytest.mark.parametrize("code", CODES)
def test_each_book_says_all_of_it(long_handbook: Handbook, printed: Path, code: str) -> None:
    file = printed / f"handbook-{code}-a4.pdf"
    assert_none(faults_of_book(long_handbook, long_handbook.language(code), file))
    assert_none(figures_outside(file, read_print(file).figures))


@pytest.mark.parametrize("code", CODES)
def test_each_page_of_the_site_says_all_of_it(long: Built, code: str) -> None:
    assert_none(faults_of_pages(long.handbook.pages_in(code), long.handbook, long.folder))


@pytest.mark.parametrize("code", CODES)
def test_the_search_looks_through_all_of_it(long: Built, code: str) -> None:
    assert_none(faults_of_search(long.handbook.language(code), long.handbook, long.folder))
