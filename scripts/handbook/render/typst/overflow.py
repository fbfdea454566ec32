"""Nothing may stand outside a printed page, outside the lines of its text, or over something else.

Typst cuts off what does not fit, a box taller than the page or a word wider than its cell, and prints one thing over
another, without a word. In a box that says when to call for help that is a danger; so the finished file is read back
and each line, image and place to write on is measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.register.editions import FORMATS
from handbook.render.typst.book import Book
from handbook.render.typst.places import NO_AREAS, Areas, Frame, marks_of, origin_of, text_areas

EDGE = 28.3
"""Points (10 mm): what old printers cannot print on, and holes are punched in, so nothing may stand there."""

_ROUNDING = 0.5
_OVERHANG = 2.5
"""Points by which a letter or the frame of a box may reach into the margin."""

_COVERED = 0.4
"""Of the height of a line: the signs of lines close together may touch."""

_MOST = 20
"""Problems told of one book; more have one cause, and it is among them."""

_TEXT = raw.FPDF_PAGEOBJ_TEXT
_HINT = Message("shorten it, or divide the long word, the wide table or the high image it stands in")
_ROOM = Message("give it more room: larger margins, or smaller letters")


@dataclass(frozen=True, slots=True)
class Cut:
    """Something that is cut off, or printed over something else."""

    frame: Frame
    text: str
    """Empty for an image or a place to write on."""
    fault: str
    is_frame: bool = False
    """Whether it is a head or a foot, which no page of the handbook says."""


@dataclass(frozen=True, slots=True)
class _Item:
    """Something printed: a stretch of text, or a figure with all its lines."""

    frame: Frame
    part: int
    """The number of the part of the page it belongs to; what belongs to one may overlap."""
    is_text: bool


def problems_of_pages(pdf: bytes, book: Book, folder: Path) -> list[Problem]:
    """Return a problem for each piece of the sources that does not fit on its printed page, where it stands.

    ``folder`` has the templates and fonts that the file was made with.
    """
    cuts = cuts_in(pdf, text_areas(book, folder))
    if not cuts:
        return []
    marks = marks_of(book, folder)
    told: dict[Location, Problem] = {}
    for cut in cuts:
        place = None if cut.is_frame else origin_of(cut.frame, cut.text, marks, book)
        what = cut.text or Message("an image or a place to write on")
        message = Message(
            "this {fault} on page {page} of {file_name}: {what}",
            fault=cut.fault,
            page=cut.frame.page,
            file_name=book.file_name,
            what=what,
        )
        hint = _HINT if place else _ROOM
        place = place or Location(f"{FORMATS}/{book.paper}.typ")
        told.setdefault(place, Problem(place, message, hint))
    return list(told.values())[:_MOST]


def cuts_in(pdf: bytes, areas: Areas = NO_AREAS) -> list[Cut]:
    """Return what is cut off or covered in a file whose lines stand in some areas, of odd pages and of even ones."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = enumerate(document, 1)
        return [cut for number, page in pages for cut in _cuts(page, number, *areas[(number - 1) % 2])]


def _cuts(page: pypdfium2.PdfPage, number: int, left: float, right: float) -> Iterator[Cut]:
    width, height = page.get_size()
    items, others = _items(page, number)
    for item in (*items, *others):
        frame = item.frame
        distance = min(frame.left, frame.top, width - frame.right, height - frame.bottom)
        inside = min(frame.left - left, right - frame.right)
        if distance < EDGE - _ROUNDING or (item.part >= 0 and inside < -_OVERHANG):
            yield Cut(frame, _text(page, item), Message("does not fit"), is_frame=item.part < 0)
    for one, other in _covering(items):
        yield Cut(other.frame, _text(page, other) or _text(page, one), Message("is printed over something else"))


def _items(page: pypdfium2.PdfPage, number: int) -> tuple[list[_Item], list[_Item]]:
    """Return what a page says, and apart from it the text of its head and foot and of decorations."""
    height = page.get_height()
    said: list[_Item] = []
    beside: list[_Item] = []
    figures: dict[int, Frame] = {}
    for thing in page.get_objects(max_depth=3):
        low_left, low, low_right, high = thing.get_bounds()
        frame = Frame(number, low_left, height - high, low_right, height - low)
        part = raw.FPDFPageObj_GetMarkedContentID(thing.raw)
        if thing.type == _TEXT and frame.right > frame.left:
            (said if part >= 0 else beside).append(_Item(frame, part, is_text=True))
        elif thing.type != _TEXT and part >= 0:
            figures[part] = _around(figures.get(part, frame), frame)
    return said + [_Item(frame, part, is_text=False) for part, frame in figures.items()], beside


def _around(one: Frame, other: Frame) -> Frame:
    return Frame(
        one.page,
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )


def _covering(items: Sequence[_Item]) -> Iterator[tuple[_Item, _Item]]:
    """Yield two things of different parts of a page wherever one stands over the other."""
    ordered = sorted(items, key=lambda item: item.frame.top)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.frame.top > one.frame.bottom:
                break
            if one.part != other.part and _covers(one, other):
                yield one, other


def _covers(one: _Item, other: _Item) -> bool:
    width, height = one.frame.meets(other.frame)
    least = min(it.frame.bottom - it.frame.top for it in (one, other))
    return width > _OVERHANG and height > (_COVERED * least if one.is_text and other.is_text else 0)


def _text(page: pypdfium2.PdfPage, item: _Item) -> str:
    """Return the words of a stretch of text, and nothing for a figure."""
    if not item.is_text:
        return ""
    height, frame = page.get_height(), item.frame
    text = page.get_textpage()
    bounds = (frame.left - 1, height - frame.bottom - 1, frame.right + 1, height - frame.top + 1)
    return " ".join(text.get_text_bounded(*bounds).split())
