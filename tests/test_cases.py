"""Small projects and the complete list of what is wrong with them: one text file each, its name a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.diagnostics import reports
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from project import CASES, Case, check

FILES = sorted(CASES.rglob("*.txt"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(CASES).with_suffix("")))
def test_case(file: Path, tmp_path: Path, update: bool) -> None:
    case = Case.read(file)
    folder, mode, today = case.make(tmp_path)
    problems = check(folder, mode, today)
    told = reports.as_text(problems, folder)
    if update:
        case.write(told)
    assert told == Case.read(file).expected
    assert [problem for problem in problems if not is_told_in_every_language(problem)] == []


def is_told_in_every_language(problem: Problem) -> bool:
    """Tell whether catalogues know what a problem says, also where it is put together by a type that lies."""
    return isinstance(problem.message, Message) and isinstance(problem.hint, Message)
