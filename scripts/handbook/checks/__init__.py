"""What can be wrong with a handbook that could be read: one module for each kind of problem, in report order.

A check is a module with ``check(handbook)``, or with what is asked of each page or text (runner.py), which yields
problems without name or regard to the occasion, and a docstring, which is its manual: why a patient needs it, text that
passes, text that fails, what to do. A module whose problems matter more or less by occasion says so in ``LEVELS``. One
that asks what is handed out, and not what is written, says ``OF_CHOSEN``; one that looks at no page ``OF_REGISTER``;
one that compares pages with one another and with the register ``OF_ALL``: it waits until every page can be read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from inspect import cleandoc
from types import ModuleType

from handbook.checks import (
    banned_phrase,
    broken_image,
    broken_link,
    broken_markup,
    different_number,
    different_relation,
    different_structure,
    foreign_file,
    hard_to_read,
    lapsed_sign_off,
    misplaced_sign,
    missing_alt,
    missing_counterpart,
    missing_editorial_review,
    missing_evidence,
    missing_fact,
    missing_item,
    missing_key_points,
    missing_page,
    missing_sign,
    missing_topic,
    missing_word,
    mixed_word,
    odd_letter,
    orphaned_translation,
    outdated_translation,
    overdue_review,
    raw_html,
    reversed_advice,
    said_twice,
    skipped_heading,
    staff_fact,
    stand_in,
    statement_number,
    stray_contact,
    stray_number,
    typed_sign,
    unanswered_claim,
    unbacked_reading,
    unclear_term,
    unfilled_link,
    unfinished_text,
    unknown_fact,
    unknown_passage,
    unread_translation,
    unrecorded_translation,
    unset_clinic,
    unsigned_page,
    untracked_translation,
    unused_fact,
    unused_image,
    unused_passage,
    unused_source,
    unused_value,
    wrong_language,
    wrong_number,
    wrong_quotes,
    wrong_term,
)
from handbook.checks.modes import Mode
from handbook.checks.runner import NOTHING, Found, ask, found_by
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.register.handbook import Handbook
from handbook.register.selection import left_out

__all__ = ["CHECKS", "NAMES", "NOTHING", "Found", "Mode", "find", "found_by", "manual", "run", "tell"]

CHECKS: tuple[ModuleType, ...] = (
    foreign_file,
    broken_markup,
    raw_html,
    skipped_heading,
    unknown_fact,
    unknown_passage,
    missing_evidence,
    statement_number,
    staff_fact,
    overdue_review,
    unfilled_link,
    wrong_number,
    stray_number,
    stray_contact,
    misplaced_sign,
    missing_sign,
    typed_sign,
    reversed_advice,
    missing_counterpart,
    banned_phrase,
    mixed_word,
    odd_letter,
    wrong_quotes,
    wrong_language,
    wrong_term,
    unclear_term,
    unfinished_text,
    hard_to_read,
    missing_key_points,
    missing_page,
    missing_fact,
    different_structure,
    orphaned_translation,
    outdated_translation,
    unrecorded_translation,
    untracked_translation,
    unread_translation,
    unbacked_reading,
    different_number,
    different_relation,
    missing_item,
    broken_link,
    broken_image,
    missing_alt,
    missing_word,
    stand_in,
    said_twice,
    missing_topic,
    unanswered_claim,
    unused_fact,
    unused_image,
    unused_passage,
    unused_source,
    missing_editorial_review,
    unused_value,
    unset_clinic,
    lapsed_sign_off,
    unsigned_page,
)
"""In report order: first what spoils the reading of a page, then the facts, then the rest."""


def name_of(module: ModuleType) -> str:
    """Return the name under which a check reports: ``wrong-number``."""
    return module.__name__.rpartition(".")[2].replace("_", "-")


NAMES: tuple[str, ...] = tuple(name_of(module) for module in CHECKS)
"""The names of all checks in report order."""


def run(handbook: Handbook, mode: Mode = Mode.CHECK, chosen: Handbook | None = None) -> list[Problem]:
    """Run every check; return the problems in report order, and within a check by file and line.

    Where only a part is ``chosen`` to be handed out, what is wrong with a page that is left out is not told. Most
    checks still look at the whole handbook: a translation is compared with its original, wherever that is handed out.
    """
    return tell(find(handbook, mode), handbook, mode, chosen)


def find(handbook: Handbook, mode: Mode, before: Found = NOTHING) -> Found:
    """Run the checks that look at what is written; what they have found ``before`` is not looked for again."""
    return ask([module for module in _asked(handbook, mode) if not _of_chosen(module)], handbook, before)


def tell(found: Found, handbook: Handbook, mode: Mode, chosen: Handbook | None = None) -> list[Problem]:
    """Return what was found, and what the other checks find of what is handed out, as ``run`` does."""
    chosen = chosen or handbook
    quiet = left_out(handbook, chosen)
    told: list[Problem] = []
    for module, most in _asked(handbook, mode).items():
        problems = found_by(module, chosen) if _of_chosen(module) else found.of(module)
        told += sorted((_judged(problem, module, most) for problem in problems), key=_place)
    told = [problem for problem in told if problem.location.path not in quiet]
    return list(_once(_without_stand_ins(told, handbook), handbook.shared_files))


def manual(name: str) -> str:
    """Return the manual of a check."""
    return cleandoc(CHECKS[NAMES.index(name)].__doc__ or "")


def _without_stand_ins(problems: list[Problem], handbook: Handbook) -> list[Problem]:
    """Leave out what is wrong with words that only hold a place: that they stand there is told as a whole."""
    every = [each for found in handbook.stand_ins.values() for each in found]
    lines = {(each.location.path, line) for each in every for line in range(each.location.line, each.last + 1)}
    own = name_of(stand_in)
    return [problem for problem in problems if problem.check == own or problem.location[:2] not in lines]


def _is_whole(handbook: Handbook) -> bool:
    """Tell whether every page that is written could be read."""
    project = handbook.project
    if not all(page.document.blocks for page in handbook.passages.values()):
        return False
    read = {page.document.path for page in handbook.pages if page.document.blocks}
    written = (f"docs/{code}/{entry.path}" for code in project.codes for entry in project.nav)
    return all(path in read for path in written if (project.root / path).exists())


def _once(problems: list[Problem], shared: Collection[str]) -> Iterator[Problem]:
    """Yield problems; one in a file that several pages show is not told for each of them."""
    told: set[tuple[str, Location, str]] = set()
    for problem in problems:
        key = (problem.check, problem.location, problem.message)
        if problem.location.path not in shared or key not in told:
            yield problem
        told.add(key)


def _of_chosen(module: ModuleType) -> bool:
    return getattr(module, "OF_CHOSEN", False)


def _asked(handbook: Handbook, mode: Mode) -> dict[ModuleType, Severity]:
    """Return the checks that are run, in report order, each with the most serious level of its problems."""
    whole = _is_whole(handbook)
    able = (module for module in CHECKS if whole or not getattr(module, "OF_ALL", False))
    levels = {module: getattr(module, "LEVELS", {}).get(mode, Severity.ERROR) for module in able}
    return {module: level for module, level in levels.items() if level is not None}


def _judged(problem: Problem, module: ModuleType, most: Severity) -> Problem:
    severity = problem.severity if most is Severity.ERROR else most
    return replace(problem, severity=severity, check=name_of(module))


def _place(problem: Problem) -> tuple[str, int, int, str]:
    return problem.location.path, problem.location.line, problem.location.column, problem.message
