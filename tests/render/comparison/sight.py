"""Tells whether what stands in a printed book can be seen: letters and lines that are dark, and on the sheet."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from render.comparison.paper import Figure

_DARK = 140
"""Of 255, how bright the letters and lines of a good copy may be."""
_RECTANGLE = 5
"""Segments of a rectangle, with the one that closes it."""
_THINNEST, _SHORTEST = 0.25, 14.0
"""Points: a finer line is lost on a copier, on a shorter one nobody can write."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Something that is drawn on a sheet."""

    mark: int
    """The number of its marked content; -1 where it has none."""
    box: tuple[float, float, float, float]
    """Left, bottom, right and top in points."""
    fill: int
    """How bright it is filled, 0 to 255; 256 where it is not."""
    stroke: int
    """How bright its lines are."""
    text: str = ""
    plain: bool = False
    """Whether it is a rectangle that is filled as a whole; a frame of unlike sides is filled too."""

    @property
    def ink(self) -> int:
        """Return the darkest that it shows."""
        return min(self.fill, self.stroke)

    def holds(self, other: Shape) -> bool:
        """Tell whether another shape stands within this one."""
        x, y = (other.box[0] + other.box[2]) / 2, (other.box[1] + other.box[3]) / 2
        return self.box[0] <= x <= self.box[2] and self.box[1] <= y <= self.box[3]


def faults_of_sight(file: Path, figures: Sequence[Figure], blanks: Iterable[str]) -> list[str]:
    """Return what cannot be seen in a book: letters, figures, and lines to write on, by the words read aloud."""
    found: list[str] = []
    lines = frozenset(blanks)
    for number, sheet in enumerate(_sheets(file)):
        where = f"{file.name}, sheet {number + 1}"
        found += [f"{where}: these letters cannot be seen: {text}" for text in _pale(sheet.shapes)]
        for figure in figures:
            fault = figure.sheet == number and _unseen(sheet.of(figure), figure.alt in lines)
            found += [f"{where}: {fault}: {figure.alt}"] if fault else []
    return found


def figures_outside(file: Path, figures: Sequence[Figure]) -> list[str]:
    """Return the figures of a book that are cut off by the edge of their sheet."""
    sheets = _sheets(file)
    cut = [figure for figure in figures if _leaves(sheets[figure.sheet].of(figure), *sheets[figure.sheet].size)]
    return [f"{file.name}, sheet {figure.sheet + 1}: this leaves the sheet: {figure.alt}" for figure in cut]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet of a book."""

    size: tuple[float, float]
    shapes: tuple[Shape, ...]

    def of(self, figure: Figure) -> list[Shape]:
        """Return what is drawn for a figure."""
        return [shape for shape in self.shapes if shape.mark == figure.mark]


@cache
def _sheets(file: Path) -> tuple[_Sheet, ...]:
    with pypdfium2.PdfDocument(file) as document:
        return tuple(_Sheet(page.get_size(), tuple(_shapes(page))) for page in document)


def _pale(shapes: Sequence[Shape]) -> Iterator[str]:
    """Yield the letters that are as bright as what they stand on."""
    grounds = [it for it in shapes if it.plain and it.fill <= _DARK]
    for shape in shapes:
        on_dark = shape.text and any(ground.holds(shape) for ground in grounds)
        if shape.text and (shape.ink <= _DARK) == bool(on_dark):
            yield shape.text


def _unseen(own: Sequence[Shape], line: bool) -> str:
    """Return why a figure cannot be seen; nothing where it can."""
    drawn = [shape.box for shape in own if shape.ink <= _DARK]
    if not drawn:
        return "nothing is drawn for"
    wide = max(right for *_, right, _ in drawn) - min(left for left, *_ in drawn)
    high = max(top for *_, top in drawn) - min(bottom for _, bottom, *_ in drawn)
    return "nobody can write on the line for" if line and (wide < _SHORTEST or high < _THINNEST) else ""


def _leaves(own: Sequence[Shape], width: float, height: float) -> bool:
    return any(
        left < 0 or bottom < 0 or right > width or top > height for left, bottom, right, top in (it.box for it in own)
    )


def _shapes(page: pypdfium2.PdfPage) -> Iterator[Shape]:
    text = page.get_textpage()
    for drawn in page.get_objects(max_depth=1):
        mark = raw.FPDFPageObj_GetMarkedContentID(drawn)
        if drawn.type == raw.FPDF_PAGEOBJ_TEXT:
            yield Shape(mark, drawn.get_bounds(), _letters(drawn), 256, text_of(drawn, text))
        elif drawn.type == raw.FPDF_PAGEOBJ_PATH:
            plain = raw.FPDFPath_CountSegments(drawn) <= _RECTANGLE
            yield Shape(mark, drawn.get_bounds(), *_path(drawn), plain=plain)
        else:
            yield Shape(mark, drawn.get_bounds(), 0, 256)


def _letters(drawn: pypdfium2.PdfObject) -> int:
    filled = raw.FPDFTextObj_GetTextRenderMode(drawn) == raw.FPDF_TEXTRENDERMODE_FILL
    return _bright(raw.FPDFPageObj_GetFillColor, drawn) if filled else 256


def text_of(drawn: pypdfium2.PdfObject, page: pypdfium2.PdfTextPage) -> str:
    """Return the letters of one piece of text."""
    length = raw.FPDFTextObj_GetText(drawn, page, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFTextObj_GetText(drawn, page, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le").strip()


def _path(drawn: pypdfium2.PdfObject) -> tuple[int, int]:
    """Return how bright a path is filled and how bright its lines are."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, fill, stroke)
    return (
        _bright(raw.FPDFPageObj_GetFillColor, drawn) if fill.value else 256,
        _bright(raw.FPDFPageObj_GetStrokeColor, drawn) if stroke.value else 256,
    )


def _bright(colour_of: object, drawn: pypdfium2.PdfObject) -> int:
    """Return how bright a colour is on paper, 0 to 255; what can be seen through is brighter."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour_of(drawn, red, green, blue, alpha):  # type: ignore[operator]
        return 256
    bright = (299 * red.value + 587 * green.value + 114 * blue.value) // 1000
    return 255 - (255 - bright) * alpha.value // 255
