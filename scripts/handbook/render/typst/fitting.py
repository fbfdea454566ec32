"""A sheet keeps to the sides of paper that it may take.

What a clinic fills in is longer or shorter, and the dates of a reader come on top. Where a sheet would need one side
more it is set closer, then in smaller letters, down to the smallest that patients can read; what was enough stays.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pikepdf

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem, Severity
from handbook.render.typst.book import Book
from handbook.render.typst.compiler import compile_book

_GAPS = (1, 0.85, 0.7)
"""Shares of the usual gaps between lines and blocks."""
_STEP = 0.5
"""Points by which letters become smaller at once."""


def compile_to_fit(book: Book, root: Path) -> tuple[Book, bytes, list[Problem]]:
    """Return a book as it fits the sides it may take, its PDF, and what Typst found wrong.

    One that cannot fit stays as it is, with a warning.
    """
    pdf, problems = compile_book(book, root)
    if problems or not book.sides or (pages := _pages(pdf)) <= book.sides:
        return book, pdf, problems
    for closer in _closer(book):
        smaller, found = compile_book(closer, root)
        if not found and _pages(smaller) <= book.sides:
            return closer, smaller, []
    return book, pdf, [_too_long(book, pages)]


def _closer(book: Book) -> Iterator[Book]:
    """Yield a book closer and closer: smaller gaps before smaller letters, and the smallest gaps with the smallest."""
    _, middle, least = _GAPS
    smaller = (book.size - _STEP * steps for steps in range(1, int((book.size - book.least) / _STEP) + 1))
    yield from (book.set_in(size, middle) for size in chain((book.size,), smaller))
    yield book.set_in(book.least, least)


def _pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


def _too_long(book: Book, pages: int) -> Problem:
    return Problem(
        book.place,
        Message("{file_name} takes {pages} sides of paper and may take {sides}",
                file_name=book.file_name, pages=pages, sides=book.sides),
        Message("let it hold less, or write a larger number at sides"),
        Severity.WARNING,
    )  # fmt: skip
