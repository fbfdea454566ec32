"""`handbook print --record`: what was printed is recorded as what is handed out from today.

By it the list on the site tells of a code whether the sheet is still current, and if not, since when and why.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from handbook import pipeline
from handbook.checks import Mode
from handbook.diagnostics.problems import Problem
from handbook.register.edition_choice import Wanted, choose
from handbook.register.handbook import Handbook
from handbook.register.handed_out import NAME, HandedOut, with_prints, write_handed_out
from handbook.register.selection import Selection
from handbook.render.editions import editions_in, file_name
from handbook.render.typst.jobs import jobs_of
from handbook.staging import replace_files


def record_prints(root: Path, today: datetime.date, selection: Selection, wanted: Wanted) -> list[Problem]:
    """Write down what is printed of these languages and editions, or return what stands against it."""
    checked = pipeline.check(root, today, Mode.DRAFT, selection)
    if checked.buildable is None:
        return checked.problems
    chosen, problems = choose(checked.buildable, wanted)
    new = tuple(prints_now(chosen, today, problems))
    if not problems:
        clinic = chosen.clinic.detail("name")
        text = write_handed_out(with_prints(chosen.handed_out, new), clinic)
        replace_files({NAME: text.encode()}, chosen.project.data_folder)
    return problems


def prints_now(handbook: Handbook, today: datetime.date, problems: list[Problem]) -> Iterator[HandedOut]:
    """Yield what is printed of a handbook now, as handed out from today; what stands against it is reported."""
    jobs, found = jobs_of(handbook)
    problems += (problem for problem in found if problem.is_error)
    books = {book.file_name: book for job in jobs for book in job.books}
    for language in handbook.printed:
        for edition in editions_in(language, handbook):
            if book := books.get(file_name(language.code, edition.id, edition.day)):
                yield HandedOut(language.code, edition.id, book.sheet_code, today, (), book.parts)
