"""Where on the printed pages each piece of the sources has come to stand.

The book is set once more for that, with an invisible mark before each piece that says where it comes from; so it is
asked only when something on a page is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from handbook.diagnostics.problems import Location
from handbook.render.typst.book import Book
from handbook.render.typst.compiler import ask
from handbook.render.typst.syntax import literal

_LEVEL = 3.0
"""Points: what begins so little lower or further on still begins at the same height or place."""


Areas: TypeAlias = tuple[tuple[float, float], tuple[float, float]]
"""Where lines begin and end across odd pages, and across even ones, in points from the left."""

NO_AREAS: Areas = ((0.0, float("inf")), (0.0, float("inf")))
"""Where nothing is known of that."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle on a page, in points from its left upper corner."""

    page: int
    """Counted from 1."""
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Frame) -> tuple[float, float]:
        """Return how wide and how high the part is that two frames share; not more than 0 where they share none."""
        width = min(self.right, other.right) - max(self.left, other.left)
        return width, min(self.bottom, other.bottom) - max(self.top, other.top)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a piece of a source begins in print."""

    location: Location
    code: str
    """The piece as Typst code, as far as the next one; empty beside the chapters."""
    page: int
    x: float
    y: float


def marks_of(book: Book, folder: Path) -> list[Mark]:
    """Return the beginnings of all pieces in the order of the book; none where it cannot be set with its marks."""
    pieces = book.pieces
    found = ask(book.marked_code, book, folder, "places") or []
    named = [(Location(*place), position) for place, position in found]
    return [Mark(place, pieces.get(place, ""), *position) for place, position in named]


def origin_of(frame: Frame, text: str, marks: Iterable[Mark], book: Book) -> Location | None:
    """Return where the sources say what is printed in a frame: there is a mark before it, perhaps a page earlier.

    Of several the nearest counts, and before all others one in whose piece the text's longest word stands.
    """
    word = literal(max(text.split(), key=len, default=""))[1:-1]
    before = [mark for mark in marks if (mark.page, mark.y) <= (frame.page, frame.top + _LEVEL)]
    here = [mark for mark in before if mark.page == frame.page]
    nearby = [*[mark for mark in before if mark.page < frame.page][-1:], *here]
    start, turned = (frame.right, -1) if book.runs_from_right else (frame.left, 1)

    def nearness(mark: Mark) -> tuple[bool, int, float, bool, float]:
        apart = (start - mark.x) * turned
        named = bool(word) and word in mark.code
        return named, mark.page, round(mark.y / _LEVEL), apart >= -_LEVEL, -abs(apart)

    return max(nearby, key=nearness).location if nearby else None


def text_areas(book: Book, folder: Path) -> Areas:
    """Return where lines begin and end across odd pages, and across even ones; ``NO_AREAS`` if the format is wrong."""
    asked = ask(_AREA, book, folder, "area")
    if not asked:
        return NO_AREAS
    width, inside, outside = asked
    areas = (inside, width - outside), (outside, width - inside)
    return areas[::-1] if book.runs_from_right else areas


_AREA = """#import "/overrides/pdf/words.typ": edition
#set page(paper: edition.paper)
#let width() = if edition.flipped { page.height } else { page.width }
#context [#metadata((width(), edition.inside, edition.outside).map(it => it / 1pt))<area>]"""
