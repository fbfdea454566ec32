"""Every edition in every language, printed by the workers, or kept of what was made before."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook
from handbook.render.output import Keeper, RenderContext, make_anew
from handbook.render.typst.book import Book
from handbook.render.typst.jobs import jobs_of
from handbook.render.typst.kept import foundation_of, kept, made_of, marked
from handbook.render.typst.print_job import JobResult, PrintJob

FOLDER = "print"
"""Where the printed handbooks stand in the site."""


@dataclass(frozen=True, slots=True)
class Prints:
    """What was printed."""

    books: tuple[Book, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    """``handbook-<language>-<edition>.pdf`` for each book, in their order."""
    problems: tuple[Problem, ...] = ()


def begin(handbook: Handbook, context: RenderContext, are_few: bool = False) -> Callable[[], Prints]:
    """Hand to the workers what is to be printed, the longest first, and return what waits for them.

    Where ``are_few`` of a project's editions are printed, what was written of all of them is not replaced. Where
    something is wrong there are no files.
    """
    written: Keeper = make_anew if are_few else context.keep
    jobs, problems = jobs_of(handbook, context.keep, written)
    books = tuple(book for job in jobs for book in job.books)
    foundation = foundation_of(handbook.project.root)
    digests = {book.file_name: made_of(book, foundation) for book in books}
    done = kept(digests, _earlier(context.earlier, digests))
    to_do = sorted(_to_do(jobs, done), key=lambda job: -job.length)
    printed: Callable[[], list[JobResult]] = context.workers.begin(to_do)

    def finish() -> Prints:
        results = printed()
        # What is wrong in a template or in a page that many books hold is told once.
        found = tuple(dict.fromkeys((*problems, *(problem for result in results for problem in result.problems))))
        if any(problem.is_error for problem in found):
            return Prints(problems=found)
        new = {name: pdf if result.problems else marked(pdf, digests[name])  # to be told anew, it is made anew
               for result in results for name, pdf in result.files.items()}  # fmt: skip
        files = {**done, **new}
        return Prints(books, {name: files[name] for name in digests}, found)

    return finish


def _earlier(folder: Path | None, names: Container[str]) -> dict[str, bytes]:
    """Return the files of the same names that were made before, within a site or alone."""
    found = [*folder.glob(f"{FOLDER}/*.pdf"), *folder.glob("*.pdf")] if folder else []
    return {file.name: file.read_bytes() for file in found if file.name in names and file.is_file()}


def _to_do(jobs: list[PrintJob], done: Container[str]) -> list[PrintJob]:
    """Return what is left of some jobs."""
    left = (replace(job, books=tuple(book for book in job.books if book.file_name not in done)) for job in jobs)
    return [job for job in left if job.books]
