"""The order to print some editions of one language, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from handbook.diagnostics.problems import Problem
from handbook.render.typst.book import Book
from handbook.render.typst.print_folder import print_folder


@dataclass(frozen=True, slots=True)
class JobResult:
    """What became of a job."""

    files: Mapping[str, bytes]
    """The PDFs by file name; an edition with a problem has none."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class PrintJob:
    """Editions to be printed, a large one or several small ones; runs in a process of its own."""

    books: tuple[Book, ...]
    root: Path
    """The project, whose templates, fonts and images are used."""

    @property
    def name(self) -> str:
        """What the job is called in a message."""
        return ", ".join(book.file_name for book in self.books)

    @property
    def length(self) -> int:
        """How much there is to print."""
        return sum(len(book.code) for book in self.books)

    def run(self) -> JobResult:
        """Print each edition, and look at every page for text that is cut off."""
        files: dict[str, bytes] = {}
        problems: list[Problem] = []
        for book in self.books:
            pdf, found = _print(book, self.root)
            files |= {} if any(problem.is_error for problem in found) else {book.file_name: pdf}
            problems += found
        return JobResult(files, tuple(problems))


def _print(book: Book, root: Path) -> tuple[bytes, list[Problem]]:
    from handbook.render.typst.booklet import folded  # not above: who gives the order needs no compiler
    from handbook.render.typst.fitting import compile_to_fit
    from handbook.render.typst.overflow import problems_of_pages
    from handbook.render.typst.refusals import led_back

    with print_folder(book, root) as folder:
        book, pdf, found = compile_to_fit(book, folder)
        found = [led_back(problem, book, folder) if problem.is_error else problem for problem in found]
        found += problems_of_pages(pdf, book, folder) if pdf else []
    return (folded(pdf, book.runs_from_right) if book.is_folded and not found else pdf), found
