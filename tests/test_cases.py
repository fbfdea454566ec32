"""Small projects and the complete list of what is wrong with them: one text file each, its name a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.diagnostics import reports
from project import CASES, Case, check

FILES = sorted(CASES.rglob("*.txt"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(CASES).with_suffix("")))
def test_case(file: Path, tmp_path: Path, update: bool) -> None:
    case = Case.read(file)
    folder, mode, today = case.make(tmp_path)
    told = reports.as_text(check(folder, mode, today), folder)
    if update:
        case.write(told)
    assert told == Case.read(file).expected
