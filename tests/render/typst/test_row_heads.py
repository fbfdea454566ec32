"""A screen reader tells with each cell what its row and its column are called."""

from __future__ import annotations

import io

import pikepdf

from handbook.render.typst.compiler import compile_book
from render.typst.pdf_text import walk
from render.typst.specimen import ROOT, book_of

_CELLS = 6


def cells(named: bool) -> list[tuple[str, str, list[str]]]:
    """Return of each cell of a table its tag, what it is the head of, and the heads that are named for it."""
    code = f'grid-of((("Day",), ("Do",)), (1, 1), (start, start), {"true" if named else "false"}, '
    pdf, problems = compile_book(book_of(code + '("Day", "Do"), ("One", "Wash"), ("Two", "Rest"))'), ROOT)
    assert problems == []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = [(element, said) for element in walk(document) if element.S in ("/TH", "/TD") for said in element.A]
        told = [(cell, said) for cell, said in found if said.O == "/Table"][:_CELLS]
        return [(str(cell.S), str(said.get("/Scope", "")), [*map(str, said.Headers)]) for cell, said in told]


def test_the_first_cell_of_a_row_is_its_head() -> None:
    assert cells(named=True) == [
        ("/TH", "/Column", []),
        ("/TH", "/Column", []),
        ("/TH", "/Row", ["U1x0y0"]),
        ("/TD", "", ["U1x1y0", "R00000"]),
        ("/TH", "/Row", ["U1x0y0"]),
        ("/TD", "", ["U1x1y0", "R00001"]),
    ]


def test_a_table_whose_first_column_is_text_has_heads_of_columns_alone() -> None:
    rows = [("/TD", "", ["U1x0y0"]), ("/TD", "", ["U1x1y0"])]
    assert cells(named=False) == [("/TH", "/Column", []), ("/TH", "/Column", []), *rows, *rows]
