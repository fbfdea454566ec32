"""A booklet that is printed on A4 and folded has its pages in order, and does not say that it is accessible."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from built import print_books
from handbook.render.typst.booklet import folded, sides_of
from project import make
from render.typst.specimen import copy_templates
from render.typst.test_handbook_pdf import read

LIST = """editions:
- {id: whole, kind: book, paper: a5, size: 12, two-sided: true}
- {id: folded, kind: book, paper: a5, size: 12, two-sided: true, folded: true}
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("booklet")
    assert print_books(read(copy_templates(make(folder, {"docs/data/editions.yml": LIST}))), folder / "out") == []
    return folder / "out"


@pytest.mark.parametrize("pages", range(1, 20))
def test_folded_sheets_have_the_pages_in_order(pages: int) -> None:
    sides = sides_of(pages)
    fronts, backs = sides[::2], sides[1::2]
    leaves = [(front[1], back[0]) for front, back in zip(fronts, backs, strict=True)]
    leaves += [(back[1], front[0]) for front, back in zip(fronts[::-1], backs[::-1], strict=True)]
    read_on = [page for leaf in leaves for page in leaf]
    assert [page for page in read_on if page] == list(range(1, pages + 1))
    assert len(read_on) % 4 == 0


def test_each_half_of_a_sheet_has_the_page_of_the_book(printed: Path) -> None:
    with pypdfium2.PdfDocument(printed / "handbook-ru-whole.pdf") as document:
        whole = [page.get_textpage().get_text_range().split() for page in document]
    with pypdfium2.PdfDocument(printed / "handbook-ru-folded.pdf") as document:
        size, first = document[2].get_size(), " ".join(document[0].get_textpage().get_text_range().split())
        halves = [
            page.get_textpage().get_text_bounded(left, 0, left + size[0] / 2, size[1]).split()
            for page in list(document)[2:]
            for left in (0, size[0] / 2)
        ]
    assert [round(side) for side in size] == [842, 595]
    assert first.startswith("Как сделать эту брошюру")
    codes = {"9": "", "Код": ""}  # the two editions differ in nothing but their codes
    order = [page for side in sides_of(len(whole)) for page in side]
    for number, half in zip(order, halves, strict=True):
        assert [word for word in half if word not in codes] == [
            word for word in (whole[number - 1] if number else []) if word not in codes
        ]


def test_it_is_made_alike_twice_and_claims_no_accessibility(printed: Path) -> None:
    book = (printed / "handbook-en-whole.pdf").read_bytes()
    assert folded(book, False) == folded(book, False)
    with pikepdf.open(printed / "handbook-en-folded.pdf") as document:
        assert "/Metadata" not in document.Root
        assert "/MarkInfo" not in document.Root
        assert str(document.docinfo["/Title"])


def test_what_runs_from_the_right_is_bound_on_the_right(printed: Path) -> None:
    book = (printed / "handbook-en-whole.pdf").read_bytes()
    one, other = (pypdfium2.PdfDocument(folded(book, from_right)) for from_right in (False, True))
    width, height = one[2].get_size()

    def half(document: pypdfium2.PdfDocument, left: float) -> str:
        return str(document[2].get_textpage().get_text_bounded(left, 0, left + width / 2, height))

    assert half(one, 0) == half(other, width / 2) != half(one, width / 2)
