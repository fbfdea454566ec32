"""What was handed out is kept by its codes, with what had changed each time."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from handbook.diagnostics.problems import Problem
from handbook.project import Project
from handbook.register.handed_out import (
    HandedOut,
    changes_between,
    load_handed_out,
    prints_of,
    with_prints,
    write_handed_out,
)
from project import make

FIRST = HandedOut("en", "sheet", "AAAAAA", datetime.date(2026, 11, 20), (), {"Sun": "B1", "Wash": "C1"})
DAY = datetime.date(2026, 12, 1)
SECOND = replace(FIRST, code="DDDDDD", since=DAY, parts={"Wash": "C1", "Sun": "B2", "Rest": "E1"})


def test_a_new_print_tells_what_has_changed_and_keeps_the_digests_of_the_newest_alone() -> None:
    assert with_prints([FIRST], [SECOND]) == (replace(FIRST, parts={}), replace(SECOND, changed=("Sun", "Rest")))


def test_a_print_that_is_recorded_already_stays_as_it_is() -> None:
    assert with_prints([FIRST], [replace(FIRST, since=datetime.date(2027, 1, 1))]) == (FIRST,)


def test_what_was_left_out_has_changed_too() -> None:
    assert changes_between({"Sun": "B1", "Rest": "E1"}, {"Sun": "B1"}) == ("Rest",)


def test_it_is_read_as_it_was_written_and_only_for_the_same_clinic(tmp_path: Path) -> None:
    prints = with_prints([FIRST], [SECOND, replace(FIRST, language="ru")])
    root = make(tmp_path, {"docs/data/handed-out.yml": write_handed_out(prints, "Our clinic")})
    problems: list[Problem] = []
    project, found = Project.read(root)
    assert project is not None
    read = load_handed_out(project, "Our clinic", problems)
    assert (set(read), found, problems) == (set(prints), [], [])
    assert prints_of("sheet", "en", read) == prints_of("sheet", "en", prints)
    assert prints_of("sheet", "en", read)[-1].parts == SECOND.parts
    assert load_handed_out(project, "Another clinic", problems) == ()
