"""What Typst refuses is led back to the page that asked for it.

Some mistakes come out only when the whole book is laid out, and then Typst can name nothing but a line of a template.
So the book is set again with half of its chapters, then with half of these, and in the last one with half of its
blocks, as long as Typst goes on refusing the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.render.typst.book import TEMPLATES, Book
from handbook.render.typst.compiler import compile_book
from handbook.render.typst.syntax import place_in

_Part = tuple[int, int]
"""A block: the number of its chapter, and its own in that chapter."""


def led_back(problem: Problem, book: Book, root: Path) -> Problem:
    """Return a problem at the block of a page without which there is none.

    What Typst itself places in a page stays there, and so does at its template what has nothing to do with any page.
    """

    def is_refused(parts: Iterable[_Part]) -> bool:
        _, found = compile_book(_with_only(parts, book), root)
        return problem.message in [other.message for other in found]

    if not problem.location.path.startswith(TEMPLATES) or is_refused(()):
        return problem
    parts = [(number, block) for number, chapter in enumerate(book.chapters) for block in range(len(chapter.blocks))]
    parts = _narrowed(parts, is_refused)
    place = _first_place(parts, book)
    message = Message("{message} (in {place})", message=problem.message, place=problem.location)
    return replace(problem, location=place, message=message)


def _narrowed(parts: list[_Part], is_refused: Callable[[list[_Part]], bool]) -> list[_Part]:
    """Return as few parts as are needed for what is refused: one, unless it takes several together."""
    while len(parts) > 1:
        halves = parts[: len(parts) // 2], parts[len(parts) // 2 :]
        smaller = next((half for half in halves if is_refused(half)), None)
        if smaller is None:
            return parts
        parts = smaller
    return parts


def _with_only(parts: Iterable[_Part], book: Book) -> Book:
    """Return a book with some of its blocks; of the others stay the places that links lead to."""
    kept = set(parts)
    chapters = (
        chapter.with_only([block for block in range(len(chapter.blocks)) if (number, block) in kept])
        for number, chapter in enumerate(book.chapters)
    )
    return replace(book, chapters=tuple(chapters))


def _first_place(parts: list[_Part], book: Book) -> Location:
    chapter, block = parts[0]
    code = book.chapters[chapter].blocks[block]
    end = code.find("*/")  # of its first mark, which says where the block begins
    return place_in(code, end + 2, book.chapters[chapter].path)
