"""`handbook print --record`: what was printed is recorded as what is handed out from today.

By it `handbook print --code` and the list on the site tell of a code whether the sheet is still current, and if not,
since when and why.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from handbook import pipeline
from handbook.checks import Mode
from handbook.diagnostics.messages import as_it_is
from handbook.diagnostics.problems import Problem
from handbook.outcomes import Outcome
from handbook.register.edition_choice import Wanted
from handbook.register.handbook import Handbook
from handbook.register.handed_out import NAME, HandedOut, with_prints, write_handed_out
from handbook.register.originals import with_originals
from handbook.register.selection import Selection
from handbook.render.editions import editions_in, file_name
from handbook.render.typst.book import Book
from handbook.render.typst.jobs import jobs_of
from handbook.render.typst.listing import answers_of
from handbook.staging import replace_files


def record_prints(root: Path, today: datetime.date, selection: Selection, wanted: Wanted) -> list[Problem]:
    """Write down what is printed of these languages and editions, or return what stands against it."""
    request = pipeline.Request(root, today, Mode.DRAFT, selection, remember=True, wanted=wanted)
    checked = pipeline.check(request)
    if checked.buildable is None:
        return checked.problems
    chosen, problems = pipeline.chosen_to_print(checked, checked.buildable, request)
    new = tuple(prints_now(chosen, today, problems))
    if not problems:
        clinic = chosen.clinic.detail("name")
        text = write_handed_out(with_prints(chosen.handed_out, new), clinic)
        replace_files({NAME: text.encode()}, chosen.project.data_folder)
    return problems


def tell_of_code(root: Path, today: datetime.date, code: str, reads: str = "") -> Outcome:
    """Tell of the sheet with a code, in its language, whether it is current; one that is not is refused.

    Of a code that nobody knows this is told in the language that is asked in, ``reads``.
    """
    read = pipeline.read(root, today, remember=True)
    if read.handbook is None or any(problem.is_error for problem in read.problems):
        return Outcome(problems=tuple(read.problems))
    handbook = with_originals(read.handbook)
    problems: list[Problem] = []
    books = _books(handbook, problems)
    if problems:
        return Outcome(problems=tuple(problems))
    found = [
        answers_of(edition, language, handbook, books[file_name(language.code, edition.id)])
        for language in handbook.printed
        for edition in editions_in(language, handbook)
    ]
    asked = "".join(filter(str.isalnum, code.upper()))
    current = {now.code: now.text for now, *_ in found}
    if asked in current:
        return Outcome((current[asked],))
    older = {answer.code: answer.text for answers in found for answer in answers}
    reader = next((each for each in handbook.languages if each.code == reads), handbook.source)
    return Outcome(refusals=(as_it_is(older.get(asked, reader.word("print.list-unknown"))),))


def prints_now(handbook: Handbook, today: datetime.date, problems: list[Problem]) -> Iterator[HandedOut]:
    """Yield what is printed of a handbook now, as handed out from today; what stands against it is reported."""
    books = _books(handbook, problems)
    for language in handbook.printed:
        for edition in editions_in(language, handbook):
            if book := books.get(file_name(language.code, edition.id, edition.day)):
                yield HandedOut(language.code, edition.id, book.sheet_code, today, (), book.parts)


def _books(handbook: Handbook, problems: list[Problem]) -> dict[str, Book]:
    """Return what would be printed of a handbook now, by the name of its file; what is against it is reported."""
    jobs, found = jobs_of(handbook)
    problems += (problem for problem in found if problem.is_error)
    return {book.file_name: book for job in jobs for book in job.books}
