"""A sheet keeps to the sides of paper that it may take.

What a clinic fills in is longer or shorter, and the dates of a reader come on top. Where a sheet would need one side
more it is set closer, then in smaller letters, down to the smallest that patients can read; what was enough stays.
One whose last side has hardly a line is set closer too, if letters a little smaller save that side.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem, Severity
from handbook.render.typst.book import Book
from handbook.render.typst.compiler import compile_book

_GAPS = (1, 0.85, 0.7)
"""Shares of the usual gaps between lines and blocks."""
_STEP = 0.5
"""Points by which letters become smaller at once."""
_LITTLE = 1.0
"""Points by which they may become smaller to save a side that is hardly filled."""
_HARDLY = 0.25
"""Of the lines of the first side, as many on the last that the first has not: less is not worth a side."""


def compile_to_fit(book: Book, root: Path) -> tuple[Book, bytes, list[Problem]]:
    """Return a book as it fits the sides it may take, its PDF, and what Typst found wrong.

    One that cannot fit stays as it is, with a warning.
    """
    pdf, problems = compile_book(book, root)
    if problems or not book.sides:
        return book, pdf, problems
    pages = _pages(pdf)
    is_too_long = pages > book.sides
    if not is_too_long and not _ends_early(pdf):
        return book, pdf, []
    most, least = (book.sides, book.least) if is_too_long else (pages - 1, max(book.least, book.size - _LITTLE))
    for closer in _closer(book, least):
        smaller, found = compile_book(closer, root)
        if not found and _pages(smaller) <= most:
            return closer, smaller, []
    return book, pdf, [_too_long(book, pages)] if is_too_long else []


def _closer(book: Book, least: float) -> Iterator[Book]:
    """Yield a book closer and closer: smaller gaps before smaller letters, and the smallest gaps with the smallest."""
    _, middle, closest = _GAPS
    smaller = (book.size - _STEP * steps for steps in range(1, int((book.size - least) / _STEP) + 1))
    yield from (book.set_in(size, middle) for size in chain((book.size,), smaller))
    yield book.set_in(least, closest)


def _pages(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def _ends_early(pdf: bytes) -> bool:
    """Tell whether the last of several sides has hardly a line but those at the foot of each."""
    with pypdfium2.PdfDocument(pdf) as document:
        first, *others = (set(page.get_textpage().get_text_range().splitlines()) for page in document)
    return bool(others) and len(others[-1] - first) <= _HARDLY * len(first)


def _too_long(book: Book, pages: int) -> Problem:
    return Problem(
        book.place,
        Message("{file_name} takes {pages} sides of paper and may take {sides}",
                file_name=book.file_name, pages=pages, sides=book.sides),
        Message("let it hold less, or write a larger number at sides"),
        Severity.WARNING,
    )  # fmt: skip
