"""Where on the printed pages each piece of the sources has come to stand.

The book is set once more for that, with an invisible mark before each piece that says where it comes from; so it is
asked only when something on a page is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from handbook.diagnostics.problems import Location
from handbook.render.typst.book import Book
from handbook.render.typst.compiler import ask
from handbook.render.typst.syntax import literal

_LEVEL = 3.0
"""Points: what begins so little lower or further on still begins at the same height or place."""


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


def marks_of(book: Book, edition: str, folder: Path) -> list[Mark]:
    """Return the beginnings of all pieces in the order of the book; none where it cannot be set with its marks."""
    pieces = book.pieces
    found = ask(book.marked_code, book, edition, folder, "places") or []
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
    start, turned = (frame.right, -1) if _runs_from_right(book) else (frame.left, 1)

    def nearness(mark: Mark) -> tuple[bool, int, float, bool, float]:
        apart = (start - mark.x) * turned
        named = bool(word) and word in mark.code
        return named, mark.page, round(mark.y / _LEVEL), apart >= -_LEVEL, -abs(apart)

    return max(nearby, key=nearness).location if nearby else None


def text_area(book: Book, edition: str, folder: Path) -> tuple[float, float]:
    """Return where lines begin and end across a page of an edition, in points from its left; nothing if it is wrong."""
    area = ask(_AREA, book, edition, folder, "area")
    return (area[0], area[1]) if area else (0.0, float("inf"))


_AREA = """#import "/overrides/pdf/words.typ": edition
#set page(paper: edition.paper, margin: edition.margin)
#layout(size => context {
  let left = here().position().x
  [#metadata((left / 1pt, (left + size.width) / 1pt))<area>]
})"""


def _runs_from_right(book: Book) -> bool:
    inputs = json.loads(book.inputs)
    return bool(inputs["directions"].get(book.language) == "rtl")
