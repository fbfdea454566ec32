"""The order to print the book of one language in some editions, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from handbook.diagnostics.problems import Problem
from handbook.render.editions import file_name
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
    """A book to be printed in some editions; runs in a process of its own."""

    book: Book
    editions: tuple[str, ...]
    root: Path
    """The project, whose templates, fonts and images are used."""

    @property
    def name(self) -> str:
        """What the job is called in a message."""
        return f"the book in {self.book.language!r}"

    def run(self) -> JobResult:
        """Print the book in each edition, and look at every page for text that is cut off."""
        from handbook.render.typst.compiler import compile_book  # not above: who gives the order needs no compiler
        from handbook.render.typst.overflow import problems_of_pages
        from handbook.render.typst.refusals import led_back

        files: dict[str, bytes] = {}
        problems: list[Problem] = []
        with print_folder(self.book, self.root) as folder:
            for edition in self.editions:
                pdf, found = compile_book(self.book, edition, folder)
                found = [led_back(problem, self.book, edition, folder) for problem in found]
                found = found or problems_of_pages(pdf, self.book, edition, folder)
                if not found:
                    files[file_name(self.book.language, edition)] = pdf
                problems += found
        return JobResult(files, tuple(problems))
