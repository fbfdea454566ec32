"""How the pages of a printed book end: what stands last on each of them, and what goes on on the next.

A reader turns a page in the middle of a text without losing anything, but for what belongs together: a heading and what
stands under it, words that lead to a list and the list, a box to call for, a row of a table.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Object
from pypdfium2 import raw

QUARTER = 0.25
_HEADING = re.compile("/H[1-6]")
_SAME = 0.6
"""Of the height of a word: what ends so little higher or lower stands in the same line."""
_PART = 1
"""The deepest level of bookmarks that begin a part."""


Mark: TypeAlias = tuple[int, int]
"""Marked content: its page, counted from 0, and its number there."""


@dataclass(frozen=True, slots=True)
class Tags:
    """What the tags of a file tell of its pages."""

    headings: frozenset[Mark]
    """What is said in headings."""
    going_on: frozenset[Mark]
    """What is said in paragraphs that have words on a later page too."""
    rows: tuple[tuple[int, ...], ...]
    """The pages of each row of a table, counted from 1."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of what a page says."""

    top: float
    """Points below the upper edge of the sheet."""
    bottom: float
    text: str
    is_heading: bool
    ends_blank: bool
    """Whether a place to write on, or another image, stands behind its words."""
    goes_on: bool
    """Whether its sentence goes on on the next page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a book, without its head and foot."""

    lines: tuple[Line, ...]
    lowest: float
    """Where the last thing on it ends."""
    begins_part: bool

    def faults(self, top: float, foot: float) -> Iterator[str]:
        """Yield what is wrong with its end, where the text goes on and lines stand between two heights."""
        last = self.lines[-1]
        if self.lowest < top + QUARTER * (foot - top):
            yield f"less than a quarter is filled, down to {last.text!r}"
        if last.is_heading:
            yield f"it ends with the heading {last.text!r}"
        leads_on = last.text.endswith(":") and not (last.ends_blank or last.goes_on)
        if leads_on and last.bottom > self.lowest - 1:
            yield f"it ends with {last.text!r}"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something that is printed: some words, or an image."""

    left: float
    top: float
    bottom: float
    text: str
    mark: Mark


def faults_of_ends(file: Path) -> list[str]:
    """Return the pages that end where no page may end, and what is cut by the end of a page."""
    tags = read_tags(file)
    sheets = _sheets(file, tags)
    top = min(sheet.lines[0].top for sheet in sheets[1:] or sheets if sheet.lines)
    foot = max(sheet.lowest for sheet in sheets[1:] or sheets)
    pairs = enumerate(pairwise(sheets), 1)
    going_on = [(number, one) for number, (one, other) in pairs if one.lines and not other.begins_part]
    found = [(number, fault) for number, sheet in going_on for fault in sheet.faults(top, foot)]
    found += [(pages[0], "a row of a table is cut") for pages in tags.rows if len(pages) > 1]
    return [f"{file.name}, page {number}: {fault}" for number, fault in sorted(found)]


def _sheets(file: Path, tags: Tags) -> list[Sheet]:
    with pypdfium2.PdfDocument(file) as document:
        starts: dict[int, list[float]] = {}
        for mark in document.get_toc():
            place = mark.get_dest()
            if mark.level <= _PART and place is not None:
                starts.setdefault(place.get_index(), []).append(place.get_view()[1][1])
        return [_sheet(page, number, starts.get(number, []), tags) for number, page in enumerate(document)]


def _sheet(page: pypdfium2.PdfPage, number: int, starts: Sequence[float], tags: Tags) -> Sheet:
    height, text = page.get_height(), page.get_textpage()
    pieces: list[_Piece] = []
    for thing in page.get_objects(max_depth=3):
        mark = raw.FPDFPageObj_GetMarkedContentID(thing.raw)
        if mark < 0:  # a head, a foot, or a decoration
            continue
        left, low, _, high = thing.get_bounds()
        words = _text(thing, text).strip() if thing.type == raw.FPDF_PAGEOBJ_TEXT else ""
        if words or thing.type != raw.FPDF_PAGEOBJ_TEXT:
            pieces.append(_Piece(left, height - high, height - low, words, (number, mark)))
    lines = tuple(_lines(pieces, tags))
    lowest = max((piece.bottom for piece in pieces), default=0.0)
    first = height - lines[0].bottom if lines else 0.0
    return Sheet(lines, lowest, any(start > first for start in starts))


def _lines(pieces: Sequence[_Piece], tags: Tags) -> Iterator[Line]:
    """Yield the lines of some pieces, from top to bottom."""
    rows: list[list[_Piece]] = []
    images = [piece for piece in pieces if not piece.text]
    for piece in sorted((piece for piece in pieces if piece.text), key=lambda piece: piece.bottom):
        if rows and _level(piece, rows[-1][0]):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda piece: piece.left)
        beside = [image for image in images if _level(row[-1], image) and image.left > row[-1].left]
        words = " ".join(piece.text for piece in row)
        is_heading = all(piece.mark in tags.headings for piece in row)
        goes_on = row[-1].mark in tags.going_on
        yield Line(min(it.top for it in row), max(it.bottom for it in row), words, is_heading, bool(beside), goes_on)


def _level(one: _Piece, other: _Piece) -> bool:
    """Tell whether two things stand in one line."""
    return abs(one.bottom - other.bottom) < _SAME * (one.bottom - one.top)


def _text(drawn: pypdfium2.PdfObject, page: pypdfium2.PdfTextPage) -> str:
    length = raw.FPDFTextObj_GetText(drawn, page, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFTextObj_GetText(drawn, page, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le")


def read_tags(file: Path) -> Tags:
    """Read the tags of a file."""
    with pikepdf.open(file) as document:
        numbers = {page.objgen: number for number, page in enumerate(document.pages)}
        elements = list(_walk(document.Root.StructTreeRoot))
        headings = [mark for it in elements if _HEADING.fullmatch(str(it.S)) for mark in _places(it, numbers)]
        paragraphs = [list(_places(it, numbers)) for it in elements if it.S == "/P"]
        rows = [sorted({page + 1 for page, _ in _places(it, numbers)}) for it in elements if it.S == "/TR"]
    going_on = [mark for marks in paragraphs for mark in marks if mark[0] < marks[-1][0]]
    return Tags(frozenset(headings), frozenset(going_on), tuple(map(tuple, rows)))


def _places(element: Object, numbers: Mapping[tuple[int, int], int]) -> Iterator[Mark]:
    """Yield the marked content below a tag: its page, counted from 0, and its number there."""
    for kid in _kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _places(kid, numbers)
        elif isinstance(kid, Dictionary) and "/MCID" in kid:
            yield numbers[kid.Pg.objgen if "/Pg" in kid else element.Pg.objgen], int(kid.MCID)
        elif isinstance(kid, int):
            yield numbers[element.Pg.objgen], int(kid)


def _walk(element: Object) -> Iterator[Object]:
    for child in _kids(element):
        if isinstance(child, Dictionary) and "/S" in child:
            yield child
            yield from _walk(child)


def _kids(element: Object) -> list[Object]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]
