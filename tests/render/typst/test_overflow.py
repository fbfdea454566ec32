"""Text that Typst would cut off in silence stops the print."""

from __future__ import annotations

from handbook.diagnostics.problems import Location, Problem
from handbook.render.typst.compiler import compile_book
from handbook.render.typst.overflow import problems_of_pages
from render.typst.specimen import PAGE, ROOT, book_of


def problems_of(code: str) -> list[Problem]:
    book = book_of(code)
    pdf, problems = compile_book(book, "a4", ROOT)
    assert problems == []
    return problems_of_pages(pdf, book, "a4")


def test_a_word_wider_than_the_page_is_reported_where_it_stands_in_its_page() -> None:
    word = "Pneumono" * 10
    assert problems_of(f'p("{word}")') == [
        Problem(
            Location(PAGE, 3, 1),
            f"this does not fit on page 3 of handbook-en-a4.pdf: {word}",
            "shorten it, or divide the long word, the wide table or the high image it stands in",
        )
    ]


def test_a_box_higher_than_a_page_breaks_and_loses_nothing() -> None:
    lines = ";".join(f'p("Line {number}")' for number in range(60))
    assert problems_of(f'callout("call-now", "Call", {{{lines}}})') == []


def test_what_cannot_break_and_is_higher_than_a_page_is_reported() -> None:
    lines = ";".join(f'p("Line {number}")' for number in range(60))
    assert [problem.location for problem in problems_of(f"block(breakable: false, {{{lines}}})")] == [
        Location(PAGE, 3, 1)
    ]


def test_a_long_word_in_a_narrow_column_gets_its_room() -> None:
    word = "Gangguanpenglihatanmendadak"
    assert (
        problems_of(f'grid-of((("{word}",), ("b",)), (1, 80), (start, start), true, ("a", "b"), ("{word}", "b " * 90))') == []
    )
