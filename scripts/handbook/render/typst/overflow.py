"""Nothing may stand outside a printed page.

Typst cuts off what does not fit, a box taller than the page or a word wider than its cell, without a word. In a
box that says when to call for help that is a danger, so the finished file is read back and each line is measured.
"""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]

from handbook.diagnostics.problems import Location, Problem
from handbook.render.editions import FOLDER, file_name
from handbook.render.typst.book import Book

EDGE = 14.0
"""Points (5 mm): what ordinary printers cannot print on, so nothing may stand there."""

_ROUNDING = 0.5


@dataclass(frozen=True, slots=True)
class Cut:
    """A text that is cut off, or would be by a printer."""

    page: int
    """Counted from 1."""
    text: str


def problems_of_pages(pdf: bytes, book: Book, edition: str) -> list[Problem]:
    """Return a problem for each printed page on which text is cut off, at the place it comes from."""
    return [
        Problem(
            book.find(cut.text) or Location(f"{FOLDER}/{edition}.typ"),
            f"this does not fit on page {cut.page} of {file_name(book.language, edition)}: {cut.text}",
            "shorten it, or divide the long word, the wide table or the high image it stands in",
        )
        for cut in cut_texts(pdf)
    ]


def cut_texts(pdf: bytes) -> list[Cut]:
    """Return the first text of each page that stands outside it or in the edge of the paper."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [Cut(number, text) for number, page in enumerate(document, 1) if (text := _first_cut(page))]


def _first_cut(page: pypdfium2.PdfPage) -> str:
    width, height = page.get_size()
    text = page.get_textpage()
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        if min(left, bottom, width - right, height - top) < EDGE - _ROUNDING and right > left:
            return str(text.get_text_bounded(left - 1, bottom - 1, right + 1, top + 1)).strip()
    return ""
