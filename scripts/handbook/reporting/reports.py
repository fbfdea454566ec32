"""For whom a report is: a translation that was asked for, or those that a change touches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook
from handbook.reporting.as_text import report_as_text, rest_as_text
from handbook.reporting.catalogues import load_catalogue
from handbook.reporting.report import make_report, translation_of


@dataclass(frozen=True, slots=True)
class Told:
    """What a check tells."""

    problems: tuple[Problem, ...]
    further: tuple[str, ...] = ()
    """What else there is to say, in a sentence each."""
    files: tuple[str, ...] = ()
    """The files of a change, where only that is looked at."""


def languages_of(told: Told, handbook: Handbook, asked: str) -> tuple[str, ...]:
    """Return the languages to report on: the one asked for, or those that a change touches; none where nobody asks.

    What belongs to no translation belongs to the original.
    """
    if asked:
        return (asked,)
    touched = {translation_of(path, handbook) or handbook.source.code for path in told.files}
    return tuple(code for code in handbook.project.codes if code in touched)


def write_reports(told: Told, handbook: Handbook, codes: Sequence[str]) -> str:
    """Return the reports on some languages, each in its own; that on the original has all the rest."""
    problems: dict[str, list[Problem]] = {code: [] for code in codes}
    elsewhere: list[Problem] = []
    for problem in told.problems:
        code = translation_of(problem.location.path, handbook)
        problems.get(code, problems.get(handbook.source.code, elsewhere)).append(problem)
    parts = []
    for code in codes:
        catalogue = load_catalogue(code)
        report = make_report(code, problems[code], handbook, told.files)
        parts.append(report_as_text(report, handbook.project.root, catalogue))
    parts.append(rest_as_text(elsewhere, told.further, load_catalogue(codes[-1])))
    return "\n".join(part for part in parts if part)
