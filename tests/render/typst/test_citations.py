"""The numbers of sources as they are printed: three and more that follow one another are drawn together."""

from __future__ import annotations

import pypdfium2
import pytest

from handbook.render.typst.compiler import compile_book
from render.typst.specimen import ROOT, book_of

SOURCE = {
    "authors": "A.",
    "title": "T.",
    "language": "en",
    "direction": "ltr",
    "place": "",
    "address": "",
    "shown": "",
    "note": "",
    "origin": ["docs/data/sources.yml", 2, 5],
}


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ("1, ", "[1]"),
        ("1, 2, ", "[1,2]"),
        ("1, 2, 3, ", "[1–3]"),
        ("1, 3, 4, 5, 7, 8, ", "[1,3–5,7,8]"),
        ("2, 3, 4, 5, 8, ", "[2–5,8]"),
    ],
)
def test_numbers_that_follow_one_another_are_drawn_together(numbers: str, shown: str) -> None:
    code = f'p({{"said";cite(({numbers}))}})'
    pdf, problems = compile_book(book_of(code, sources=[SOURCE] * 8), ROOT)
    assert problems == []
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[2].get_textpage().get_text_range().replace("\u2060", "")
    assert f"said{shown}" in " ".join(text.split())
