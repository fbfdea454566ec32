"""Every edition in every language, as files under ``print/``."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook
from handbook.render.output import RenderContext, Rendered
from handbook.render.typst.book import Book
from handbook.render.typst.calendar import calendars
from handbook.render.typst.jobs import jobs_of
from handbook.render.typst.kept import foundation_of, kept, made_of, marked
from handbook.render.typst.listing import listings
from handbook.render.typst.pages import Pages
from handbook.render.typst.print_job import JobResult, PrintJob

FOLDER = "print"
"""Where the printed handbooks stand in the site."""


def render(handbook: Handbook, context: RenderContext) -> Rendered:
    """Return ``print/handbook-<language>-<edition>.pdf`` for each language and edition with lists, or what is wrong."""
    return begin(handbook, context)()


def begin(handbook: Handbook, context: RenderContext) -> Callable[[], Rendered]:
    """Hand to the workers what is to be printed, the longest first, and return what waits for them and does the rest.
    """
    jobs, problems = jobs_of(handbook, context.keep)
    books = [book for job in jobs for book in job.books]
    foundation = foundation_of(handbook.project.root)
    digests = {book.file_name: made_of(book, foundation) for book in books}
    files = kept(digests, _earlier(context.earlier, digests))
    to_do = sorted(_to_do(jobs, files), key=lambda job: -job.length)
    printed: Callable[[], list[JobResult]] = context.workers.begin(to_do)

    def finish() -> Rendered:
        results = printed()
        found = [*problems, *(problem for result in results for problem in result.problems)]
        new = {name: pdf if result.problems else marked(pdf, digests[name])  # to be told anew, it is made anew
               for result in results for name, pdf in result.files.items()}  # fmt: skip
        return _finished(handbook, books, {**files, **new}, found)

    return finish


def _finished(
    handbook: Handbook, books: Sequence[Book], files: Mapping[str, bytes], problems: Sequence[Problem]
) -> Rendered:
    """Return the printed files of some books in their order, with the pages that list them."""
    if any(problem.is_error for problem in problems):
        return Rendered({}, tuple(problems))
    pages = Pages(handbook)
    beside = {**listings(handbook, pages, books, files), **calendars(handbook, pages)}
    named = {**{book.file_name: files[book.file_name] for book in books}, **beside}
    made = {f"{FOLDER}/{name}": content for name, content in named.items()}
    return Rendered(made, tuple(problems))


def _earlier(folder: Path | None, names: Container[str]) -> dict[str, bytes]:
    """Return the files of the same names that were made before, within a site or alone."""
    found = [*folder.glob(f"{FOLDER}/*.pdf"), *folder.glob("*.pdf")] if folder else []
    return {file.name: file.read_bytes() for file in found if file.name in names and file.is_file()}


def _to_do(jobs: list[PrintJob], done: Container[str]) -> list[PrintJob]:
    """Return what is left of some jobs."""
    left = (replace(job, books=tuple(book for book in job.books if book.file_name not in done)) for job in jobs)
    return [job for job in left if job.books]
