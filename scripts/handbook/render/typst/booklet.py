"""Puts the pages of an A5 book two by two on A4, so that the sheets make a booklet when they are folded.

What is put together so has lost the order of reading, and does not say that it is accessible; the book itself does.
"""

from __future__ import annotations

import io

import pikepdf

_SHEET = (841.89, 595.28)
"""A4 on its side, in points."""

_DIRECTIONS = 2
"""Pages before the booklet: how to make it, and an empty one."""

_EMPTY = 0
"""Stands for an empty page."""


def sides_of(pages: int) -> list[tuple[int, int]]:
    """Return which two of so many pages stand on each side of the sheets, left and right, counted from 1.

    A sheet has four pages; what is left of the last one is empty.
    """
    last = -(-pages // 4) * 4
    pairs = [(last + 1 - first, first) for first in range(1, last // 2 + 1)]
    shown = [tuple(page if page <= pages else _EMPTY for page in pair) for pair in pairs]
    return [(outer, inner) if at % 2 == 0 else (inner, outer) for at, (outer, inner) in enumerate(shown)]


def leaves_of(pages: int) -> int:
    """Return how many sheets of paper are folded, of a booklet of so many pages with its directions."""
    return (pages - _DIRECTIONS) // 2


def folded(pdf: bytes, from_right: bool) -> bytes:
    """Return a book as a booklet; its last page says how to print and to fold, and becomes a sheet before.

    A text that runs ``from_right`` is bound on the other side.
    """
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as book, pikepdf.new() as booklet:
        directions = len(book.pages)
        for left, right in ((directions, _EMPTY), (_EMPTY, _EMPTY), *sides_of(directions - 1)):
            booklet.add_blank_page(page_size=_SHEET)
            for at, number in enumerate((right, left) if from_right else (left, right)):
                if number != _EMPTY:
                    _put(book.pages[number - 1], at, booklet)
        booklet.docinfo["/Title"] = str(book.docinfo["/Title"])
        booklet.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return made.getvalue()


def _put(page: pikepdf.Page, at: int, booklet: pikepdf.Pdf) -> None:
    """Put a page on the left (0) or the right half (1) of the last sheet, under a name that is the same every time."""
    half, height = _SHEET[0] / 2, _SHEET[1]
    sheet, name = booklet.pages[-1], pikepdf.Name(f"/Half{at}")
    form = sheet.add_resource(booklet.copy_foreign(page.as_form_xobject()), pikepdf.Name.XObject, name)
    shown = booklet.pages[-1].Resources.XObject[form]
    place = pikepdf.Rectangle(at * half, 0, (at + 1) * half, height)
    sheet.contents_add(
        sheet.calc_form_xobject_placement(
            shown, form, place, invert_transformations=True, allow_shrink=True, allow_expand=False
        )
    )
