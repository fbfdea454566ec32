"""A place in print leads back to the piece of the sources it was made from, in the row and the column it stands in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook.diagnostics.problems import Location
from handbook.render.typst.places import Frame, Mark, origin_of
from render.typst.specimen import PAGE, book_of


def mark(line: int, column: int, x: float, y: float, page: int = 3, code: str = "") -> Mark:
    return Mark(Location(PAGE, line, column), code, page, x, y)


ROWS = [
    mark(5, 3, 60, 100),
    mark(7, 3, 65, 200), mark(7, 9, 200, 200), mark(7, 20, 350, 200),
    mark(8, 3, 65, 300), mark(8, 9, 200, 300), mark(8, 20, 350, 300),
    mark(9, 3, 60, 90, page=4),
]  # fmt: skip


@pytest.mark.parametrize(
    ("left", "top", "expected"),
    [(210, 202, "7:9"), (351, 240, "7:20"), (65, 298, "8:3"), (340, 320, "8:9"), (60, 150, "5:3")],
)
def test_the_nearest_beginning_above_it_and_before_it_counts(left: float, top: float, expected: str) -> None:
    place = origin_of(Frame(3, left, top, left + 500, top + 10), "words", ROWS, book_of(""))
    assert str(place) == f"{PAGE}:{expected}"


def test_in_a_language_that_runs_from_the_right_it_is_the_other_side_that_counts() -> None:
    book = replace(book_of("", directions={"fa": "rtl"}), language="fa")
    marks = [mark(7, 3, 530, 200), mark(7, 9, 400, 200), mark(7, 20, 250, 200)]
    assert str(origin_of(Frame(3, 20, 202, 398, 212), "words", marks, book)) == f"{PAGE}:7:9"


def test_a_piece_that_has_the_word_goes_before_one_that_is_nearer() -> None:
    marks = [mark(5, 3, 60, 100, code='p("a longword")'), mark(6, 3, 60, 120, code='p("short")')]
    assert str(origin_of(Frame(3, 60, 130, 90, 140), "longword", marks, book_of(""))) == f"{PAGE}:5:3"


def test_what_goes_on_from_the_page_before_belongs_to_what_began_there() -> None:
    assert str(origin_of(Frame(4, 60, 50, 90, 60), "words", ROWS, book_of(""))) == f"{PAGE}:8:20"


def test_before_everything_there_is_no_place() -> None:
    assert origin_of(Frame(1, 60, 50, 90, 60), "words", ROWS, book_of("")) is None
