"""Small projects and the complete list of what is wrong with them: one text file each, its name a sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.diagnostics import reports
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from project import CASES, Case, check

FILES = sorted(CASES.rglob("*.txt"))
TRANSLATED = re.compile(r"docs/(?!data/|en/).+\.md|docs/data/(?:interface|signs|glossary|translations)/.+")
"""Files that a translator from English writes; what is wrong with others is told programmers and clinics."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(CASES).with_suffix("")))
def test_case(file: Path, tmp_path: Path, update: bool) -> None:
    case = Case.read(file)
    folder, mode, today = case.make(tmp_path)
    problems = check(folder, mode, today)
    told = reports.as_text(problems, folder)
    if update:
        case.write(told)
    assert told == Case.read(file).expected
    assert [problem for problem in problems if is_only_english(problem)] == []


def is_only_english(problem: Problem) -> bool:
    """Tell whether a translator meets a problem and no catalogue can have it."""
    is_met = problem.check or TRANSLATED.fullmatch(problem.location.path)
    return bool(is_met) and not all(isinstance(text, Message) for text in (problem.message, problem.hint) if text)
